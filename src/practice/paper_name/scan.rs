//! Cuts a text into names as they stand on paper, and what stands between them.

use std::ops::Range;

use crate::formula::Function;

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Name(PaperName),
    /// Signs, numbers and functions, as they are.
    Other(String),
}

/// A name, or a derivative with what stands above and below its stroke.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PaperName {
    /// The characters of the text that it stands on.
    pub(super) range: Range<usize>,
    pub(super) text: String,
    /// The name, without a sample and an epoch; of a derivative what stands above, with its `∂` or `d`.
    pub(super) above: String,
    pub(super) below: Option<String>,
    /// `#k@n`
    pub(super) marks: String,
}

impl PaperName {
    /// The name as a lesson would have it.
    pub(super) fn as_written(&self) -> String {
        match &self.below {
            Some(below) => format!("{}/{below}{}", self.above, self.marks),
            None => format!("{}{}", self.above, self.marks),
        }
    }

    /// The two names that it would be a quotient of.
    pub(super) fn division(&self) -> Option<[String; 2]> {
        let below = self.below.as_ref()?;
        Some([self.above.clone(), format!("{below}{}", self.marks)])
    }

    /// Whether a plus is a part of it, which elsewhere is an operator.
    pub(super) fn has_plus(&self) -> bool {
        self.above.ends_with('+') || self.below.as_ref().is_some_and(|below| below.ends_with('+'))
    }

    /// Whether it could not be a name of a lesson.
    pub(super) fn is_paper(&self) -> bool {
        self.below.is_some() || !self.above.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    }
}

/// Cuts a text into pieces, in order.
pub(super) fn scan(text: &str) -> Vec<Piece> {
    let mut scanner = Scanner { letters: text.chars().collect(), at: 0 };
    let mut pieces: Vec<Piece> = Vec::new();
    while let Some(letter) = scanner.peek(0) {
        let piece = if letter.is_ascii_digit() || letter == '.' {
            Piece::Other(scanner.number())
        } else if begins_name(letter) {
            scanner.name()
        } else {
            scanner.at += 1;
            Piece::Other(letter.to_string())
        };
        match (pieces.last_mut(), piece) {
            (Some(Piece::Other(before)), Piece::Other(other)) => before.push_str(&other),
            (_, piece) => pieces.push(piece),
        }
    }
    pieces
}

struct Scanner {
    letters: Vec<char>,
    at: usize,
}

fn begins_name(letter: char) -> bool {
    letter.is_alphabetic() || letter == '∂'
}

fn is_derivative(word: &str) -> bool {
    !word.starts_with("delta") && word.strip_prefix(['∂', 'd']).is_some_and(|rest| rest.starts_with(begins_name))
}

impl Scanner {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.letters.get(self.at + ahead).copied()
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let start = self.at;
        while self.peek(0).is_some_and(&wanted) {
            self.at += 1;
        }
        self.text(start..self.at)
    }

    fn text(&self, range: Range<usize>) -> String {
        self.letters.get(range).map(|letters| letters.iter().collect()).unwrap_or_default()
    }

    fn number(&mut self) -> String {
        let mut number = self.take_while(|letter| letter.is_ascii_digit() || letter == '.');
        let sign = usize::from(matches!(self.peek(1), Some('+' | '-')));
        if matches!(self.peek(0), Some('e' | 'E')) && self.peek(1 + sign).is_some_and(|letter| letter.is_ascii_digit())
        {
            let start = self.at;
            self.at += 1 + sign;
            self.take_while(|letter| letter.is_ascii_digit());
            number.push_str(&self.text(start..self.at));
        }
        number
    }

    fn name(&mut self) -> Piece {
        let start = self.at;
        let above = self.word();
        if self.peek(0) == Some('(') && Function::from_name(&above).is_some() {
            return Piece::Other(above);
        }
        let below = if is_derivative(&above) { self.below() } else { None };
        let marks = self.marks();
        let range = start..self.at;
        Piece::Name(PaperName { text: self.text(range.clone()), range, above, below, marks })
    }

    /// What stands below the stroke of a derivative, where that is what comes next.
    fn below(&mut self) -> Option<String> {
        let start = self.at;
        self.take_while(char::is_whitespace);
        if self.peek(0) == Some('/') {
            self.at += 1;
            self.take_while(char::is_whitespace);
            if self.peek(0).is_some_and(begins_name) {
                let word = self.word();
                if is_derivative(&word) {
                    return Some(word);
                }
            }
        }
        self.at = start;
        None
    }

    /// A letter with what stands below and above it to the right.
    fn word(&mut self) -> String {
        let start = self.at;
        loop {
            match self.peek(0) {
                Some('_') if self.peek(1) == Some('{') => {
                    self.take_while(|letter| letter != '}');
                    self.at = (self.at + 1).min(self.letters.len());
                }
                Some('^') if self.behind("^+") || self.behind("^{+}") || self.behind("^(+)") => {
                    let length = if self.behind("^+") { 2 } else { 4 };
                    self.at += length;
                }
                Some('+') if self.is_mark() => self.at += 1,
                Some(letter) if letter.is_alphanumeric() || matches!(letter, '_' | '∂' | '⁺' | '\'' | '′' | '’') =>
                {
                    self.at += 1;
                }
                _ => return self.text(start..self.at),
            }
        }
    }

    fn behind(&self, text: &str) -> bool {
        text.chars().enumerate().all(|(ahead, letter)| self.peek(ahead) == Some(letter))
    }

    /// Whether the plus that comes next is no operator: nothing that could be added follows.
    fn is_mark(&self) -> bool {
        let space = self.letters.iter().skip(self.at + 1).take_while(|letter| letter.is_whitespace()).count();
        match self.peek(1 + space) {
            None => true,
            // `w5+-w6` is a sum.
            Some('+' | '-' | '−' | '–') => space > 0,
            Some(next) => "*·×/),#@^".contains(next),
        }
    }

    fn marks(&mut self) -> String {
        let start = self.at;
        for mark in ['#', '@'] {
            if self.peek(0) == Some(mark) {
                self.at += 1;
                self.take_while(|letter| letter.is_ascii_digit());
            }
        }
        self.text(start..self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let one = |piece| match piece {
            Piece::Other(other) => format!("`{other}`"),
            Piece::Name(PaperName { above, below: Some(below), marks, .. }) => format!("{above} over {below}{marks}"),
            Piece::Name(PaperName { above, marks, .. }) => format!("{above}{marks}"),
        };
        scan(text).into_iter().map(one).collect()
    }

    #[test]
    fn derivatives_are_taken_whole_and_divisions_are_not() {
        assert_eq!(told("∂E/∂w5#2@3"), ["∂E over ∂w5#2@3"]);
        assert_eq!(told("dE_total / dw_{11} - w5"), ["dE_total over dw_{11}", "` - `", "w5"]);
        assert_eq!(told("delta_6/dense"), ["delta_6", "`/`", "dense"]);
        assert_eq!(told("(abs(δ_h1) + 1e-3)/2"), ["`(abs(`", "δ_h1", "`) + 1e-3)/2`"]);
    }

    #[test]
    fn a_plus_with_nothing_to_add_is_a_mark() {
        assert_eq!(told("w5+ − w5"), ["w5+", "` − `", "w5"]);
        assert_eq!(told("w5+w6"), ["w5", "`+`", "w6"]);
        assert_eq!(told("w5+-w6"), ["w5", "`+-`", "w6"]);
        assert_eq!(told("w₅⁺@2"), ["w₅⁺@2"]);
        assert_eq!(told("w_5^{+}"), ["w_5^{+}"]);
        assert_eq!(told("w_{5"), ["w_{5"]);
    }
}
