//! The line in which an answer is typed: a cursor that goes anywhere in it, and the answers given before.

use tui_input::{Input, InputRequest};

/// A longer answer is not typed.
const LONGEST: usize = 200;

/// How the line is edited, beside typing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// The cursor goes one character to the left.
    Left,
    /// The cursor goes one character to the right.
    Right,
    /// The cursor goes to the start.
    Home,
    /// The cursor goes to the end.
    End,
    /// The character before the cursor goes.
    Erase,
    /// The character at the cursor goes.
    Delete,
    /// The word before the cursor goes.
    EraseWord,
    /// Everything goes.
    Clear,
    /// The answer before this one comes back.
    Earlier,
    /// The answer after this one comes back.
    Later,
}

/// The line in which an answer is typed.
#[derive(Clone, Debug, Default)]
pub struct AnswerLine {
    /// What is typed; `None` while keys are left for other commands.
    input: Option<Input>,
    /// Whether it was refused: what is typed next replaces it.
    is_refused: bool,
    /// The answers that were given, the last one last.
    history: Vec<String>,
    /// The one of them that came back, counted from the last.
    recalled: usize,
}

impl AnswerLine {
    /// Whether keys are typed into it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.input.is_some()
    }

    /// What is typed; nothing where the line is closed.
    #[must_use]
    pub fn text(&self) -> &str {
        self.input.as_ref().map_or("", Input::value)
    }

    /// Before how many characters the cursor is.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.input.as_ref().map_or(0, Input::cursor)
    }

    /// Whether what is typed was refused.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.is_refused
    }

    /// Opens the line, empty.
    pub(in crate::tui) fn start(&mut self) {
        (self.input, self.is_refused, self.recalled) = (Some(Input::default()), false, 0);
    }

    /// Opens the line with what was typed before it was closed.
    pub(in crate::tui) fn open(&mut self) {
        self.input.get_or_insert_default();
    }

    /// Leaves keys for other commands.
    pub(in crate::tui) fn close(&mut self) {
        (self.input, self.is_refused) = (None, false);
    }

    /// Takes the answer down, and keeps it selected where it is refused.
    pub(in crate::tui) fn give(&mut self, is_refused: bool) {
        let text = self.text().to_owned();
        if self.history.last() != Some(&text) {
            self.history.push(text);
        }
        if is_refused {
            (self.is_refused, self.recalled) = (true, 0);
        } else {
            self.start();
        }
    }

    /// Types a character.
    pub(in crate::tui) fn type_letter(&mut self, letter: char) {
        if letter.is_control() || self.input.is_none() {
            return;
        }
        if self.is_refused {
            self.start();
        }
        if self.text().len() < LONGEST {
            self.request(InputRequest::InsertChar(letter));
        }
    }

    /// Edits the line.
    pub(in crate::tui) fn edit(&mut self, edit: Edit) {
        if self.input.is_none() {
            return;
        }
        self.is_refused = false;
        match edit {
            Edit::Left => self.request(InputRequest::GoToPrevChar),
            Edit::Right => self.request(InputRequest::GoToNextChar),
            Edit::Home => self.request(InputRequest::GoToStart),
            Edit::End => self.request(InputRequest::GoToEnd),
            Edit::Erase => self.request(InputRequest::DeletePrevChar),
            Edit::Delete => self.request(InputRequest::DeleteNextChar),
            Edit::EraseWord => self.request(InputRequest::DeletePrevWord),
            Edit::Clear => self.input = Some(Input::default()),
            Edit::Earlier => self.recall(self.recalled + 1),
            Edit::Later => self.recall(self.recalled.saturating_sub(1)),
        }
    }

    fn request(&mut self, request: InputRequest) {
        if let Some(input) = &mut self.input {
            input.handle(request);
        }
    }

    /// Brings back an answer, counted from the last; 0 is an empty line.
    fn recall(&mut self, wanted: usize) {
        let at = self.history.len().checked_sub(wanted);
        let text = at.and_then(|at| self.history.get(at).cloned());
        if wanted == 0 || text.is_some() {
            self.recalled = wanted;
            self.input = Some(Input::new(text.unwrap_or_default()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str, edits: &[Edit]) -> AnswerLine {
        let mut line = AnswerLine::default();
        line.start();
        for letter in text.chars() {
            line.type_letter(letter);
        }
        for edit in edits {
            line.edit(*edit);
        }
        line
    }

    #[test]
    fn the_cursor_goes_anywhere() {
        let mut line = typed("0.75", &[Edit::Home, Edit::Right, Edit::Right]);
        line.type_letter('3');
        assert_eq!((line.text(), line.cursor()), ("0.375", 3));
        line.edit(Edit::Delete);
        line.edit(Edit::End);
        line.edit(Edit::Erase);
        assert_eq!(line.text(), "0.3");
        assert_eq!(typed("0.4 * 0.5", &[Edit::EraseWord]).text(), "0.4 * 0.");
        assert_eq!(typed("0.4", &[Edit::Clear]).text(), "");
    }

    #[test]
    fn a_refused_answer_is_replaced_by_what_is_typed_and_kept_where_it_is_edited() {
        let mut line = typed("0.37x", &[]);
        line.give(true);
        let mut edited = line.clone();
        edited.edit(Edit::Erase);
        assert_eq!(edited.text(), "0.37");
        line.type_letter('1');
        assert_eq!(line.text(), "1");
    }

    #[test]
    fn answers_come_back() {
        let mut line = typed("one", &[]);
        line.give(false);
        for letter in "two".chars() {
            line.type_letter(letter);
        }
        line.give(false);
        for (edit, text) in [
            (Edit::Earlier, "two"),
            (Edit::Earlier, "one"),
            (Edit::Earlier, "one"),
            (Edit::Later, "two"),
            (Edit::Later, ""),
        ] {
            line.edit(edit);
            assert_eq!(line.text(), text);
        }
    }
}
