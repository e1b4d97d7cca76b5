//! Labels as authors write them: a small part of LaTeX, read into a letter or word with marks.
//!
//! Letters, digits, Greek letters, `\text{…}`, and at the end a subscript and a superscript. Nothing else is let in, so
//! that a label can stand in print as it is.

use std::ops::Range;

use super::label::Symbol;
use super::symbols::{GREEK, greek};

/// The longest label; a longer one does not fit into a formula.
const LONGEST: usize = 40;
/// Commands that set their argument as text.
const TEXT: [&str; 2] = ["text", "mathrm"];
/// Forms of Greek letters that a terminal shows as the letter.
const VARIANTS: [(&str, char); 4] = [("varepsilon", 'ε'), ("varphi", 'φ'), ("vartheta", 'θ'), ("varsigma", 'σ')];

/// What is wrong with a label, and where in its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkupFault {
    /// Where, in bytes.
    pub range: Range<usize>,
    /// What.
    pub kind: MarkupFaultKind,
}

/// What can be wrong with a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkupFaultKind {
    /// It has more characters than this.
    TooLong {
        /// How many it may have.
        limit: usize,
    },
    /// There is no such command.
    UnknownCommand {
        /// Its name.
        command: String,
    },
    /// A `{` has no `}`.
    NotClosed,
    /// Nothing stands where something must.
    Nothing,
    /// A character that has no place in a label.
    Character {
        /// Which one.
        character: char,
    },
    /// A subscript or superscript is given twice, stands inside another, or has something behind it.
    Scripts,
}

/// The names of all commands.
pub fn markup_commands() -> impl Iterator<Item = &'static str> {
    let greek = GREEK.iter().map(|(_, name)| *name);
    TEXT.into_iter().chain(greek).chain(VARIANTS.into_iter().map(|(name, _)| name))
}

impl Symbol {
    /// Reads a label.
    ///
    /// # Errors
    /// Where it is not of the form above.
    pub fn from_markup(text: &str) -> Result<Self, MarkupFault> {
        if text.chars().count() > LONGEST {
            return Err(MarkupFault { range: 0..text.len(), kind: MarkupFaultKind::TooLong { limit: LONGEST } });
        }
        let mut reader = Reader { text, at: 0 };
        let base = reader.run(&['_', '^'])?;
        if base.is_empty() {
            return Err(reader.fault(0..text.len(), MarkupFaultKind::Nothing));
        }
        let mut symbol = Self { base, latex: Some(text.trim().to_owned()), ..Self::default() };
        while let Some(mark) = reader.peek() {
            let start = reader.at;
            let script = match mark {
                '_' => &mut symbol.sub,
                '^' => &mut symbol.sup,
                _ => return Err(reader.fault(start..text.len(), MarkupFaultKind::Scripts)),
            };
            if script.is_some() {
                return Err(reader.fault(start..text.len(), MarkupFaultKind::Scripts));
            }
            reader.at += 1;
            *script = Some(reader.script()?);
            reader.spaces();
        }
        Ok(symbol)
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn spaces(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    fn fault(&self, range: Range<usize>, kind: MarkupFaultKind) -> MarkupFault {
        // What is missing at the end is shown at the last character.
        let start = range.start.min(self.text.len().saturating_sub(1));
        let start = (0..=start).rev().find(|&at| self.text.is_char_boundary(at)).unwrap_or_default();
        MarkupFault { range: start..range.end.max(start), kind }
    }

    /// Letters, digits, signs and commands up to one of `ends` or the end.
    fn run(&mut self, ends: &[char]) -> Result<String, MarkupFault> {
        let mut text = String::new();
        while let Some(character) = self.peek().filter(|character| !ends.contains(character)) {
            let here = self.at..self.at + character.len_utf8();
            match character {
                ' ' => self.at += 1,
                '\\' => text.push_str(&self.command()?),
                '_' | '^' => return Err(self.fault(here, MarkupFaultKind::Scripts)),
                _ if character.is_alphanumeric() || "+-*'()[],.=".contains(character) => {
                    text.push(character);
                    self.at = here.end;
                }
                _ => return Err(self.fault(here, MarkupFaultKind::Character { character })),
            }
        }
        Ok(text)
    }

    /// What stands behind `_` or `^`: a group, a command or one character.
    fn script(&mut self) -> Result<String, MarkupFault> {
        self.spaces();
        let start = self.at;
        let script = match self.peek() {
            None => String::new(),
            Some('{') => self.group(|reader| reader.run(&['}']))?,
            Some('\\') => self.command()?,
            Some(character) if character.is_alphanumeric() || "+-*'".contains(character) => {
                self.at += character.len_utf8();
                character.to_string()
            }
            Some(character @ ('_' | '^')) => {
                return Err(self.fault(start..start + character.len_utf8(), MarkupFaultKind::Scripts));
            }
            Some(character) => {
                return Err(self.fault(start..start + character.len_utf8(), MarkupFaultKind::Character { character }));
            }
        };
        if script.is_empty() { Err(self.fault(start..self.at, MarkupFaultKind::Nothing)) } else { Ok(script) }
    }

    /// What `inside` reads between `{` and `}`.
    fn group(&mut self, inside: impl FnOnce(&mut Self) -> Result<String, MarkupFault>) -> Result<String, MarkupFault> {
        let start = self.at;
        self.at += 1;
        let text = inside(self)?;
        if self.peek() != Some('}') {
            return Err(self.fault(start..self.text.len(), MarkupFaultKind::NotClosed));
        }
        self.at += 1;
        if text.is_empty() { Err(self.fault(start..self.at, MarkupFaultKind::Nothing)) } else { Ok(text) }
    }

    fn command(&mut self) -> Result<String, MarkupFault> {
        let start = self.at;
        let name: String = self.rest().chars().skip(1).take_while(char::is_ascii_alphabetic).collect();
        self.at += 1 + name.len();
        let variant = VARIANTS.iter().find(|(own, _)| *own == name).map(|(_, letter)| *letter);
        if let Some(letter) = greek(&name).or(variant) {
            return Ok(letter.to_string());
        }
        if !TEXT.contains(&name.as_str()) {
            return Err(self.fault(start..self.at, MarkupFaultKind::UnknownCommand { command: name }));
        }
        if self.peek() != Some('{') {
            return Err(self.fault(start..self.at, MarkupFaultKind::Nothing));
        }
        self.group(Self::words)
    }

    /// Words as they are, up to `}`.
    fn words(&mut self) -> Result<String, MarkupFault> {
        let mut text = String::new();
        while let Some(character) = self.peek().filter(|&character| character != '}') {
            let end = self.at + character.len_utf8();
            if !(character.is_alphanumeric() || " +-*'()[],.=".contains(character)) {
                return Err(self.fault(self.at..end, MarkupFaultKind::Character { character }));
            }
            text.push(character);
            self.at = end;
        }
        Ok(text.trim().to_owned())
    }
}
