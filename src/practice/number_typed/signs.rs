//! The signs that people type, as the signs of formulas: `×`, `½`, `e^(…)`, raised digits, full-width ones.

use std::ops::Range;

use super::plain::{is_invisible, lowered};

/// The text with the signs of formulas, and where each of its bytes stood.
pub(super) struct Plain {
    pub(super) text: String,
    /// The place of the character behind each byte, and the end of the last.
    places: Vec<usize>,
}

impl Plain {
    pub(super) fn of(original: &str) -> Self {
        let letters: Vec<(usize, char)> = original.chars().map(usual).enumerate().collect();
        // Between the arguments of a function a comma is no decimal point.
        let has_arguments = ["max", "min"].iter().any(|function| original.contains(function));
        let mut plain = Self { text: String::with_capacity(original.len()), places: Vec::new() };
        let mut end = 0;
        let mut at = 0;
        while let Some(&(place, letter)) = letters.get(at) {
            let here = at;
            at += 1;
            let is_lead = plain.text.is_empty() && matches!(letter, '+' | '=' | '≈');
            if is_lead || (plain.text.is_empty() && letter == ' ') || is_invisible(letter) || groups(&letters, here) {
                continue;
            }
            match letter {
                ',' if !has_arguments => plain.text.push('.'),
                'x' | 'X' if is_times(&letters, here) => plain.text.push('*'),
                'e' | 'σ' | '√' if let Some((function, skipped)) = function_of(&letters, here) => {
                    plain.text.push_str(function);
                    at += skipped;
                }
                '*' if letters.get(at).is_some_and(|(_, next)| *next == '*') => {
                    plain.text.push('^');
                    at += 1;
                }
                _ if lowered(letter).is_some() => {
                    let raised: String = letters[here..].iter().map_while(|(_, letter)| lowered(*letter)).collect();
                    at = here + raised.chars().count();
                    plain.text.push_str("^(");
                    plain.text.push_str(&raised);
                    plain.text.push(')');
                }
                '½' => plain.text.push_str("(1/2)"),
                '[' | '{' => plain.text.push('('),
                ']' | '}' => plain.text.push(')'),
                letter => plain.text.push(letter),
            }
            plain.places.resize(plain.text.len(), place);
            if letter != ' ' {
                end = plain.text.len();
            }
        }
        plain.text.truncate(end);
        plain.places.truncate(end);
        plain.places.push(plain.places.last().map_or(0, |last| last + 1));
        plain
    }

    /// The characters of the original that some bytes come from.
    pub(super) fn in_original(&self, bytes: Range<usize>) -> Range<usize> {
        let place = |byte: usize| self.places.get(byte).or(self.places.last()).copied().unwrap_or_default();
        let start = place(bytes.start);
        let end = if bytes.is_empty() { start } else { place(bytes.end - 1) + 1 };
        start..end.max(start)
    }
}

/// Whether the character is a space that groups the digits of one number: three follow it.
fn groups(letters: &[(usize, char)], at: usize) -> bool {
    let digit = |at: usize| letters.get(at).is_some_and(|(_, letter)| letter.is_ascii_digit());
    let is_space = letters.get(at).is_some_and(|(_, letter)| *letter == ' ');
    is_space && at > 0 && digit(at - 1) && (1..=3).all(|ahead| digit(at + ahead)) && !digit(at + 4)
}

/// Whether the letter x between two numbers multiplies them.
fn is_times(letters: &[(usize, char)], at: usize) -> bool {
    let is_space = |letter: &&(usize, char)| letter.1 == ' ';
    let before: Vec<char> =
        letters[..at].iter().rev().skip_while(is_space).map(|(_, letter)| *letter).take(2).collect();
    let after = letters[at + 1..].iter().find(|(_, letter)| *letter != ' ').map(|(_, letter)| *letter);
    // `0x1F` is no product.
    let is_hexadecimal =
        before.first() == Some(&'0') && !before.get(1).is_some_and(|letter| matches!(letter, '.' | ',' | '0'..='9'));
    before.first().is_some_and(|letter| letter.is_ascii_digit() || *letter == ')')
        && after.is_some_and(|letter| letter.is_ascii_digit() || matches!(letter, '(' | '.' | '-'))
        && !is_hexadecimal
}

/// The function that is drawn with a sign of its own before a bracket, and how many characters more that takes.
fn function_of(letters: &[(usize, char)], at: usize) -> Option<(&'static str, usize)> {
    let next = |ahead: usize| letters.get(at + ahead).map(|(_, letter)| *letter);
    let is_in_word =
        at > 0 && letters.get(at - 1).is_some_and(|(_, letter)| letter.is_alphanumeric() || *letter == '.');
    match (letters.get(at)?.1, next(1), next(2)) {
        ('e', Some('^'), Some('(' | '{')) if !is_in_word => Some(("exp", 1)),
        ('σ', Some('('), _) => Some(("sigmoid", 0)),
        ('√', Some('('), _) => Some(("sqrt", 0)),
        _ => None,
    }
}

/// The sign of formulas that a character is meant as.
pub(super) fn usual(letter: char) -> char {
    match letter {
        '\u{2212}' | '\u{2010}'..='\u{2014}' | '\u{fe63}' | '\u{ff0d}' => '-',
        '\u{ff0b}' => '+',
        '\u{ff0c}' | '\u{066b}' => ',',
        '\u{ff0e}' => '.',
        '÷' | '\u{2044}' | '\u{2215}' | '\u{ff0f}' => '/',
        '\u{ff05}' | '\u{fe6a}' => '%',
        '\u{ff1d}' => '=',
        '\u{ff5e}' => '~',
        '∙' | '⋅' | '•' | '∗' => '*',
        '（' => '(',
        '）' => ')',
        '\u{ff10}'..='\u{ff19}' => char::from_digit(u32::from(letter) - 0xff10, 10).unwrap_or(letter),
        space if space.is_whitespace() => ' ',
        letter => letter,
    }
}
