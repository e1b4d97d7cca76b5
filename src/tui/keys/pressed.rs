//! From a key to what it means where it is pressed.

use crossterm::event::KeyCode;

use super::{Action, Chord, Context, Keymap, Stroke};
use crate::tui::practice::answer_line::Edit;

/// What a key that is pressed comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// A command.
    Command(Action),
    /// The first of two; the second is waited for.
    FirstOfTwo(Stroke),
    /// A character of a text, or a digit of a count.
    Typed(char),
    /// The last character of a text is taken back.
    Erase,
    /// The line of an answer is edited.
    Edit(Edit),
    /// Nothing.
    Nothing,
}

/// Looks a key up.
#[must_use]
pub fn press(keymap: &Keymap, context: Context, first: Option<Stroke>, stroke: Stroke) -> Pressed {
    let command = |twice: bool| {
        let bound = keymap.commands().find(|bound| bound.answers(context, Chord { stroke, twice }));
        bound.map(|bound| bound.command.action)
    };
    if let Some(action) = command(true) {
        return if first == Some(stroke) { Pressed::Command(action) } else { Pressed::FirstOfTwo(stroke) };
    }
    if let Some(action) = command(false) {
        return Pressed::Command(action);
    }
    match (stroke.typed(), context) {
        (Some(letter), context) if context.types(letter) => Pressed::Typed(letter),
        (Some(letter), Context::Lesson | Context::Steps | Context::Training | Context::Table)
            if letter.is_ascii_digit() =>
        {
            Pressed::Typed(letter)
        }
        _ if stroke.is_typed_in(context) => Pressed::Erase,
        (_, Context::Answer) => edit(stroke).map_or(Pressed::Nothing, Pressed::Edit),
        _ => Pressed::Nothing,
    }
}

/// How a key edits a line.
fn edit(stroke: Stroke) -> Option<Edit> {
    Some(match (stroke.code, stroke.control) {
        (KeyCode::Left, false) | (KeyCode::Char('b'), true) => Edit::Left,
        (KeyCode::Right, false) | (KeyCode::Char('f'), true) => Edit::Right,
        (KeyCode::Home, _) | (KeyCode::Char('a'), true) => Edit::Home,
        (KeyCode::End, _) | (KeyCode::Char('e'), true) => Edit::End,
        (KeyCode::Delete, _) | (KeyCode::Char('d'), true) => Edit::Delete,
        (KeyCode::Char('w'), true) => Edit::EraseWord,
        (KeyCode::Char('u'), true) => Edit::Clear,
        (KeyCode::Up, false) => Edit::Earlier,
        (KeyCode::Down, false) => Edit::Later,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::chord::{control, letter};
    use super::*;

    fn press(context: Context, first: Option<Stroke>, stroke: Stroke) -> Pressed {
        super::press(&Keymap::default(), context, first, stroke)
    }

    #[test]
    fn letters_are_typed_where_text_is_typed() {
        let q = letter('q').stroke;
        assert_eq!(press(Context::Text, None, q), Pressed::Typed('q'));
        assert_eq!(press(Context::Lesson, None, q), Pressed::Command(Action::Quit));
        assert_eq!(press(Context::Text, None, control('c').stroke), Pressed::Command(Action::Quit));
        assert_eq!(press(Context::Text, None, letter(' ').stroke), Pressed::Typed(' '));
    }

    #[test]
    fn some_keys_are_pressed_twice() {
        let g = letter('g').stroke;
        assert_eq!(press(Context::Lesson, None, g), Pressed::FirstOfTwo(g));
        assert_eq!(press(Context::Lesson, Some(g), g), Pressed::Command(Action::First));
    }
}
