//! Cuts the text of a formula into numbers, names and signs.

use std::ops::Range;

use super::fault::{LONGEST_NUMBER, ParseFault, ParseFaultKind};
use crate::number::Exact;

/// The smallest part of a formula's text that means something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A decimal.
    Number(Exact),
    /// A name, with its `#` and `@` where it has them.
    Name,
    /// `+`
    Plus,
    /// `-` or `−`
    Minus,
    /// `*`, `·` or `×`
    Times,
    /// `/`
    Over,
    /// `^`
    Power,
    /// `(`
    Open,
    /// `)`
    Close,
    /// `,`
    Comma,
    /// Nothing is left.
    End,
}

/// Reads tokens from left to right.
pub(super) struct Lexer<'a> {
    text: &'a str,
    position: usize,
}

impl<'a> Lexer<'a> {
    /// Starts at the beginning of `text`.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, position: 0 }
    }

    /// What has not been read yet.
    fn rest(&self) -> &'a str {
        self.text.get(self.position..).unwrap_or("")
    }

    /// How many of the next bytes are as `wanted`.
    fn run(&self, wanted: impl Fn(u8) -> bool) -> usize {
        self.rest().bytes().take_while(|&byte| wanted(byte)).count()
    }

    /// The next token and the bytes it stands on.
    pub(super) fn next_token(&mut self) -> Result<(Token, Range<usize>), ParseFault> {
        self.position += self.rest().len() - self.rest().trim_start().len();
        let start = self.position;
        let Some(character) = self.rest().chars().next() else {
            return Ok((Token::End, start..start));
        };
        let token = match character {
            '0'..='9' | '.' => self.number()?,
            'a'..='z' | 'A'..='Z' => self.name()?,
            _ => {
                let Some(token) = sign(character) else {
                    let range = start..start + character.len_utf8();
                    return Err(ParseFault::new(range, ParseFaultKind::UnexpectedCharacter(character)));
                };
                self.position += character.len_utf8();
                token
            }
        };
        Ok((token, start..self.position))
    }

    /// Reads a decimal; an exponent belongs to it only where digits follow the `e`.
    fn number(&mut self) -> Result<Token, ParseFault> {
        let start = self.position;
        self.position += self.run(|byte| byte.is_ascii_digit() || byte == b'.');
        let mut behind = self.rest().bytes();
        if matches!(behind.next(), Some(b'e' | b'E')) {
            let signed = match behind.next() {
                Some(b'+' | b'-') => behind.next().map(|byte| (byte, 2)),
                first => first.map(|byte| (byte, 1)),
            };
            if let Some((b'0'..=b'9', before_digits)) = signed {
                self.position += before_digits;
                self.position += self.run(|byte| byte.is_ascii_digit());
            }
        }
        let written = &self.text[start..self.position];
        let digits = written.bytes().take_while(|byte| !matches!(byte, b'e' | b'E')).count();
        let another_base = written == "0" && self.rest().starts_with(['x', 'X', 'b', 'B', 'o', 'O']);
        if another_base || self.rest().starts_with('_') {
            let end = self.position + self.run(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
            return Err(ParseFault::new(start..end, ParseFaultKind::NumberNotPlain));
        }
        let fault = |kind| ParseFault::new(start..self.position, kind);
        if digits > 2 * LONGEST_NUMBER {
            return Err(fault(ParseFaultKind::NumberTooLong));
        }
        let number = Exact::parse(written).ok_or_else(|| {
            let is_plain = Exact::parse(&written[..digits]).is_some();
            fault(if is_plain { ParseFaultKind::NumberTooLong } else { ParseFaultKind::NumberNotPlain })
        })?;
        let limit = LONGEST_NUMBER as u64;
        if number.digit_count() > limit + u64::from(number.scale()) || u64::from(number.scale()) > limit {
            return Err(fault(ParseFaultKind::NumberTooLong));
        }
        Ok(Token::Number(number))
    }

    /// Reads a name with the sample and the epoch that may stand behind it.
    fn name(&mut self) -> Result<Token, ParseFault> {
        self.position += self.run(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        for mark in ['#', '@'] {
            if !self.rest().starts_with(mark) {
                continue;
            }
            let start = self.position;
            self.position += 1;
            let digits = self.run(|byte| byte.is_ascii_digit());
            let plain = !self.rest().starts_with('0') && (1..=9).contains(&digits);
            self.position += digits;
            if !plain {
                return Err(ParseFault::new(start..self.position, ParseFaultKind::IndexNotPlain));
            }
        }
        Ok(Token::Name)
    }
}

/// The token that one character is.
fn sign(character: char) -> Option<Token> {
    Some(match character {
        '+' => Token::Plus,
        '-' | '−' => Token::Minus,
        '*' | '·' | '×' => Token::Times,
        '/' => Token::Over,
        '^' => Token::Power,
        '(' => Token::Open,
        ')' => Token::Close,
        ',' => Token::Comma,
        _ => return None,
    })
}
