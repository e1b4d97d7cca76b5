//! How everything looks: the one file that names colours. Colour never says anything alone.

use ratatui::style::{Color, Modifier, Style};

/// What a value is, for the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A parameter.
    Weight,
    /// An input, or what is computed on the way forward.
    Value,
    /// A derivative.
    Gradient,
    /// A loss.
    Error,
    /// What the step at work computes.
    Result,
}

/// The looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Theme {
    weight: Style,
    value: Style,
    gradient: Style,
    error: Style,
    result: Style,
    /// One for each curve.
    curves: [Style; 6],
    /// The title of the lesson.
    pub(super) title: Style,
    /// What is there to be read once.
    pub(super) faint: Style,
    /// The part of the progress that is done.
    pub(super) done: Style,
    /// A question.
    pub(super) question: Style,
    /// A key.
    pub(super) key: Style,
    /// A message.
    pub(super) notice: Style,
    /// What is wrong.
    pub(super) fault: Style,
    /// The line that is chosen.
    pub(super) chosen: Style,
    /// Lines at work.
    pub(super) working: Style,
}

const BOLD: Style = Style::new().add_modifier(Modifier::BOLD);

/// Yellow could not be read on white; these can be read on white and on black.
const BROWN: Color = Color::Indexed(130);
const BLUE: Color = Color::Indexed(32);
const SLATE: Color = Color::Indexed(66);

/// With colours that can be read on light and dark; no two meanings share one.
const COLOURED: Theme = Theme {
    weight: Style::new().fg(BROWN),
    value: Style::new().fg(Color::Cyan),
    gradient: Style::new().fg(Color::Magenta),
    error: Style::new().fg(Color::Red),
    result: Style::new().fg(Color::Green).add_modifier(Modifier::BOLD),
    curves: [
        Style::new().fg(Color::Cyan),
        Style::new().fg(Color::Magenta),
        Style::new().fg(BROWN),
        Style::new().fg(Color::Green),
        Style::new().fg(BLUE),
        Style::new().fg(Color::Red),
    ],
    title: BOLD,
    faint: Style::new().add_modifier(Modifier::DIM),
    done: Style::new().fg(SLATE),
    question: BOLD,
    key: BOLD,
    notice: Style::new().fg(BLUE).add_modifier(Modifier::BOLD),
    fault: Style::new().fg(Color::LightRed).add_modifier(Modifier::BOLD),
    chosen: Style::new().add_modifier(Modifier::REVERSED),
    working: BOLD,
};

/// Without colours.
const PLAIN: Theme = Theme {
    weight: Style::new(),
    value: Style::new(),
    gradient: Style::new(),
    error: Style::new(),
    result: BOLD,
    curves: [Style::new(); 6],
    done: BOLD,
    notice: BOLD,
    fault: BOLD,
    ..COLOURED
};

impl Theme {
    /// The looks with or without colours.
    #[must_use]
    pub(super) fn new(color: bool) -> Self {
        if color { COLOURED } else { PLAIN }
    }

    /// The look of one curve among others, by its place.
    #[must_use]
    pub(super) fn curve(&self, at: usize) -> Style {
        self.curves[at % self.curves.len()]
    }

    /// The look of what has a meaning.
    #[must_use]
    pub(super) fn of(&self, meaning: Meaning) -> Style {
        match meaning {
            Meaning::Weight => self.weight,
            Meaning::Value => self.value,
            Meaning::Gradient => self.gradient,
            Meaning::Error => self.error,
            Meaning::Result => self.result,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_meanings_share_a_colour() {
        let look = Theme::new(true);
        let all = [Meaning::Weight, Meaning::Value, Meaning::Gradient, Meaning::Error, Meaning::Result];
        let mut colours: Vec<String> = all.iter().map(|meaning| format!("{:?}", look.of(*meaning).fg)).collect();
        colours.extend([look.done, look.notice, look.fault].map(|style| format!("{:?}", style.fg)));
        let count = colours.len();
        colours.sort();
        colours.dedup();
        assert_eq!(colours.len(), count, "{colours:?}");
    }

    #[test]
    fn without_colours_there_are_none() {
        let plain = Theme::new(false);
        let all = [Meaning::Weight, Meaning::Value, Meaning::Gradient, Meaning::Error, Meaning::Result];
        let styles = all.map(|meaning| plain.of(meaning)).into_iter();
        let rest = [plain.title, plain.faint, plain.done, plain.question, plain.key, plain.notice, plain.fault];
        for style in styles.chain(rest).chain([plain.chosen, plain.working]) {
            assert_eq!((style.fg, style.bg), (None, None));
        }
    }
}
