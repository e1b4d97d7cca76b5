//! Every sign that the screen is drawn with, in one table, as it is and in ASCII.

use std::borrow::Cow;

use ratatui::symbols::Marker;

use crate::formula::{Symbols, symbols};

/// A set of signs.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Signs {
    /// What follows where something is cut off.
    pub(super) ellipsis: &'static str,
    /// A cell of a thin rule.
    pub(super) rule: &'static str,
    /// A cell of the part of the progress that is done.
    pub(super) done: &'static str,
    /// Where nothing has been computed yet.
    pub(super) open: &'static str,
    /// More below or above.
    pub(super) more: &'static str,
    /// Where a flow forwards ends.
    pub(super) forward: &'static str,
    /// Where a flow back ends.
    pub(super) back: &'static str,
    /// The line that is chosen.
    pub(super) chosen: &'static str,
    /// The line that one came from.
    pub(super) here: &'static str,
    /// Around a neuron at work.
    pub(super) brackets: (&'static str, &'static str),
    /// Before a gradient by a net, and before any other.
    pub(super) gradients: (&'static str, &'static str),
    /// Before what is right.
    pub(super) right: &'static str,
    /// Before what is wrong.
    pub(super) wrong: &'static str,
    /// Behind a value that a what-if has changed.
    pub(super) changed: &'static str,
    /// Between short phrases.
    pub(super) between: &'static str,
    /// Exactly equal, and equal up to rounding.
    pub(super) relations: (&'static str, &'static str),
    /// A line that stands upright.
    pub(super) upright: &'static str,
    /// After the name of a curve that leaves the picture.
    pub(super) leaves: &'static str,
    /// From little to much.
    pub(super) shades: [&'static str; 5],
    /// The dots of curves, and how many a cell has across and up.
    pub(super) dots: (Marker, (u32, u32)),
    /// Lines by how they leave a cell up, right, down, left: not, thin, heavy.
    lines: &'static str,
    /// The signs of formulas.
    pub(super) formula: &'static Symbols,
}

/// The signs of a terminal that has them all.
pub(super) const UNICODE: Signs = Signs {
    ellipsis: "…",
    rule: "─",
    done: "━",
    open: "·",
    more: "⋮",
    forward: "▶",
    back: "◀",
    chosen: "▶",
    here: "•",
    brackets: ("[", "]"),
    gradients: ("δ", "∂"),
    right: "✓",
    wrong: "✗",
    changed: "*",
    between: " · ",
    relations: ("=", "≈"),
    upright: "│",
    leaves: "↗",
    shades: [" ", "░", "▒", "▓", "█"],
    dots: (Marker::Braille, (2, 4)),
    lines: concat!(" ╴╸╷┐┑╻┒┓╶─╾┌┬┭┎┰┱╺╼━┍┮┯┏┲┳", "╵┘┙│┤┥╽┧┪└┴┵├┼┽┟╁╅┕┶┷┝┾┿┢╆╈", "╹┚┛╿┦┩┃┨┫┖┸┹┞╀╃┠╂╉┗┺┻┡╄╇┣╊╋",),
    formula: &symbols::UNICODE,
};

/// The signs that every terminal has.
pub(super) const ASCII: Signs = Signs {
    ellipsis: "...",
    rule: "-",
    done: "=",
    open: ".",
    more: ":",
    forward: ">",
    back: "<",
    chosen: ">",
    here: "*",
    brackets: ("[", "]"),
    gradients: ("delta", "dE"),
    right: "+",
    wrong: "!",
    changed: "*",
    between: " | ",
    relations: ("=", "~"),
    upright: "|",
    leaves: "^",
    shades: [" ", ".", ":", "+", "#"],
    dots: (Marker::Custom('*'), (1, 1)),
    lines: concat!(" -=|++#++--=++++++===++++++", "|++|++#++++++++++++++++++++", "#++#++#++++++++++++++++++++",),
    formula: &symbols::ASCII,
};

/// How a line leaves a cell on one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Stroke {
    /// Not at all.
    #[default]
    None,
    /// As a thin line.
    Thin,
    /// As a heavy line.
    Heavy,
}

/// The strokes of one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Strokes {
    /// Up.
    pub(super) up: Stroke,
    /// Right.
    pub(super) right: Stroke,
    /// Down.
    pub(super) down: Stroke,
    /// Left.
    pub(super) left: Stroke,
}

impl Signs {
    /// The character for strokes that meet in a cell.
    #[must_use]
    pub(super) fn line(&self, strokes: Strokes) -> char {
        let Strokes { up, right, down, left } = strokes;
        let at = [up, right, down, left].into_iter().fold(0, |at, stroke| at * 3 + stroke as usize);
        self.lines.chars().nth(at).unwrap_or(' ')
    }

    /// A sentence as this set of signs can write it.
    #[must_use]
    pub(super) fn plain<'a>(&self, text: &'a str) -> Cow<'a, str> {
        self.formula.plain(text)
    }

    /// A number as this set of signs can write it.
    #[must_use]
    pub(super) fn number(&self, digits: &str) -> String {
        match digits.strip_prefix('-') {
            Some(magnitude) => format!("{}{magnitude}", self.formula.minus),
            None => digits.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_meet_in_the_sign_that_shows_all_of_them() {
        let strokes = Strokes { up: Stroke::Thin, right: Stroke::Heavy, down: Stroke::Thin, left: Stroke::None };
        assert_eq!((UNICODE.line(strokes), ASCII.line(strokes)), ('┝', '+'));
        let through = Strokes { left: Stroke::Heavy, right: Stroke::Heavy, ..Strokes::default() };
        assert_eq!((UNICODE.line(through), ASCII.line(through)), ('━', '='));
        let down = Strokes { up: Stroke::Heavy, down: Stroke::Heavy, ..Strokes::default() };
        assert_eq!((UNICODE.line(down), ASCII.line(down)), ('┃', '#'));
        assert_eq!((UNICODE.line(Strokes::default()), ASCII.line(Strokes::default())), (' ', ' '));
        assert_eq!((UNICODE.lines.chars().count(), ASCII.lines.chars().count()), (81, 81));
    }

    #[test]
    fn sentences_are_spelled_where_only_ascii_is_left() {
        assert_eq!(ASCII.plain("½Σ(target − out)² ≈ δ"), "1/2Sigma(target - out)^2 ~ delta");
        assert_eq!(UNICODE.plain("½Σ"), "½Σ");
        assert_eq!((ASCII.number("-0.5"), UNICODE.number("-0.5")), ("-0.5".into(), "−0.5".into()));
    }
}
