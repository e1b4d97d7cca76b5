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

/// With the sixteen colours of a terminal, readable on light and dark.
const COLOURED: Theme = Theme {
    weight: Style::new().fg(Color::Yellow),
    value: Style::new().fg(Color::Cyan),
    gradient: Style::new().fg(Color::Magenta),
    error: Style::new().fg(Color::Red),
    result: Style::new().fg(Color::Green).add_modifier(Modifier::BOLD),
    title: BOLD,
    faint: Style::new().add_modifier(Modifier::DIM),
    done: Style::new().fg(Color::Green),
    question: BOLD,
    key: BOLD,
    notice: Style::new().fg(Color::Yellow).add_modifier(Modifier::BOLD),
    fault: Style::new().fg(Color::Red).add_modifier(Modifier::BOLD),
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
