//! Cuts an array formula, or the head of a line, into numbers, names and signs.

use std::ops::Range;

use super::fault::FaultKind;
use crate::formula::{LONGEST_NUMBER, ParseFaultKind};
use crate::number::Exact;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Number(Exact),
    Name,
    Plus,
    Minus,
    Times,
    Over,
    MatrixProduct,
    Power,
    Open,
    Close,
    OpenSquare,
    CloseSquare,
    Comma,
    Equals,
    /// `..`
    Dots,
    /// `.T`
    Transpose,
    End,
}

pub(super) struct Lexer<'a> {
    text: &'a str,
    position: usize,
}

/// What a text has that cannot be read, and where.
pub(super) type LexFault = (Range<usize>, FaultKind);

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, position: 0 }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.position..).unwrap_or("")
    }

    fn take_while(&mut self, wanted: impl Fn(u8) -> bool) {
        self.position += self.rest().bytes().take_while(|&byte| wanted(byte)).count();
    }

    pub(super) fn next_token(&mut self) -> Result<(Token, Range<usize>), LexFault> {
        self.position += self.rest().len() - self.rest().trim_start().len();
        let start = self.position;
        let rest = self.rest();
        let Some(character) = rest.chars().next() else { return Ok((Token::End, start..start)) };
        let token = match character {
            '0'..='9' => self.number()?,
            'a'..='z' | 'A'..='Z' => {
                self.take_while(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
                Token::Name
            }
            '.' if rest.starts_with("..") => {
                self.position += 2;
                Token::Dots
            }
            '.' if is_transpose(rest) => {
                self.position += 2;
                Token::Transpose
            }
            _ => {
                let range = start..start + character.len_utf8();
                let Some(token) = sign(character) else {
                    let kind = if character == '.' {
                        ParseFaultKind::NumberNotPlain
                    } else {
                        ParseFaultKind::UnexpectedCharacter(character)
                    };
                    return Err((range, FaultKind::Text(kind)));
                };
                self.position = range.end;
                token
            }
        };
        Ok((token, start..self.position))
    }

    /// Reads a decimal. It ends before `..`, and before a `.` that no digit follows.
    fn number(&mut self) -> Result<Token, LexFault> {
        let start = self.position;
        self.take_while(|byte| byte.is_ascii_digit());
        let has_digit_at = |text: &str, at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
        if self.rest().starts_with('.') && has_digit_at(self.rest(), 1) {
            self.position += 1;
            self.take_while(|byte| byte.is_ascii_digit());
        }
        if self.rest().starts_with(['e', 'E']) {
            let signed = usize::from(matches!(self.rest().as_bytes().get(1), Some(b'+' | b'-')));
            if has_digit_at(self.rest(), 1 + signed) {
                self.position += 1 + signed;
                self.take_while(|byte| byte.is_ascii_digit());
            }
        }
        let another = self.rest().starts_with(|next: char| next.is_ascii_alphanumeric() || next == '_')
            || (self.rest().starts_with('.') && has_digit_at(self.rest(), 1));
        if another {
            self.take_while(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.');
            return Err((start..self.position, FaultKind::Text(ParseFaultKind::NumberNotPlain)));
        }
        let written = &self.text[start..self.position];
        let too_long = || (start..self.position, FaultKind::Text(ParseFaultKind::NumberTooLong));
        if written.len() > 2 * LONGEST_NUMBER {
            return Err(too_long());
        }
        let number = Exact::parse(written).ok_or_else(too_long)?;
        let limit = LONGEST_NUMBER as u64;
        if number.digit_count() > limit + u64::from(number.scale()) || u64::from(number.scale()) > limit {
            return Err(too_long());
        }
        Ok(Token::Number(number))
    }
}

/// Whether `.T` stands here, and not the beginning of a longer word.
fn is_transpose(rest: &str) -> bool {
    let mut characters = rest.chars().skip(1);
    characters.next() == Some('T') && !characters.next().is_some_and(|next| next.is_ascii_alphanumeric() || next == '_')
}

fn sign(character: char) -> Option<Token> {
    Some(match character {
        '+' => Token::Plus,
        '-' | '−' => Token::Minus,
        '*' | '·' | '×' => Token::Times,
        '/' => Token::Over,
        '@' => Token::MatrixProduct,
        '^' => Token::Power,
        '(' => Token::Open,
        ')' => Token::Close,
        '[' => Token::OpenSquare,
        ']' => Token::CloseSquare,
        ',' => Token::Comma,
        '=' => Token::Equals,
        _ => return None,
    })
}
