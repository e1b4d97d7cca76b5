//! Names of steps as people write them on paper: `∂E/∂w5`, `δ_h1`, `w₅⁺`, in formulas too.
//!
//! A step may be called whatever the lesson draws it as, so that labels and another notation work as well; a name of the
//! lesson itself goes before what is only drawn so.

mod drawn;
mod loose;
mod scan;

use std::fmt::Write as _;
use std::ops::Range;

use crate::formula::{Formula, Name, ParseFault, ParseFaultKind};
use crate::lesson::{FindFault, Lesson, Position};
use crate::scenario::formula_over_steps;
use drawn::Drawn;
use loose::{Loose, Meant};
use scan::{PaperName, Piece, scan};

/// The longest name or formula, in bytes, that a line may have.
const LONGEST: usize = 2_000;

/// Why a text names nothing of a lesson, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameFault {
    /// The characters that are at fault, counted from 0.
    pub range: Range<usize>,
    /// What is wrong there.
    pub kind: NameFaultKind,
}

/// What is wrong with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameFaultKind {
    /// It is no formula over names.
    Formula(ParseFaultKind),
    /// It names nothing, a number for instance.
    NoName {
        /// The text.
        text: String,
    },
    /// The lesson has nothing that is called or drawn so.
    Unknown {
        /// What is not known.
        name: String,
        /// What was not found.
        fault: FindFault,
    },
}

/// The names of one lesson, however they are written.
#[derive(Debug, Default)]
pub struct PaperNames {
    /// What everything is drawn as; only worked out where somebody writes so.
    drawn: Option<Drawn>,
    /// The same without case and spaces.
    loose: Option<Loose>,
}

impl PaperNames {
    /// Reads a name of a step or a given, or a formula over such names; a name also as people type it.
    ///
    /// # Errors
    /// See [`NameFault`].
    pub fn read(&mut self, lesson: &Lesson, text: &str) -> Result<Formula, NameFault> {
        self.as_written(lesson, text).or_else(|fault| self.as_meant(lesson, text).ok_or(fault))
    }

    /// The one thing that a text can mean, without regard to case, spaces and the order of words.
    fn as_meant(&mut self, lesson: &Lesson, text: &str) -> Option<Formula> {
        if text.len() > LONGEST {
            return None;
        }
        let drawn = self.drawn.get_or_insert_with(|| Drawn::of(lesson));
        let Meant { name, marks, is_negated } = self.loose.get_or_insert_with(|| Loose::of(drawn)).find(text)?;
        let sign = if is_negated { "-" } else { "" };
        let formula = formula_over_steps(&format!("{sign}{name}{marks}"), &[]).ok()?;
        unknown(lesson, &formula).is_none().then_some(formula)
    }

    /// What a text names as it is written.
    fn as_written(&mut self, lesson: &Lesson, text: &str) -> Result<Formula, NameFault> {
        let all = 0..text.chars().count();
        let no_name = || NameFaultKind::NoName { text: text.to_owned() };
        if text.len() > LONGEST {
            return Err(NameFault { range: all, kind: NameFaultKind::Formula(ParseFaultKind::TextTooLong) });
        }
        let runs: Vec<Name> = lesson.compared().iter().map(|side| side.name.clone()).collect();
        let read = formula_over_steps(text, &runs);
        let as_written = read.as_ref().map_err(Clone::clone).map(|formula| unknown(lesson, formula));
        let pieces = scan(text);
        let is =
            |what: fn(&PaperName) -> bool| pieces.iter().any(|piece| matches!(piece, Piece::Name(name) if what(name)));
        // In `w5+ - w5` the first plus adds nothing.
        let has_plus = is(PaperName::has_plus);
        match &as_written {
            Ok(None) if !has_plus => return read.map_err(|_| NameFault { range: all, kind: no_name() }),
            Ok(Some((_, None))) => return Err(NameFault { range: all, kind: no_name() }),
            _ => {}
        }
        let on_paper = self.on_paper(lesson, &pieces, &runs);
        if let Ok(plain) = &on_paper
            && let Ok(formula) = formula_over_steps(plain, &runs)
            && unknown(lesson, &formula).is_none()
        {
            return Ok(formula);
        }
        match (as_written, on_paper) {
            (_, Err(fault)) if is(PaperName::is_paper) => Err(fault),
            (Ok(Some((name, Some(fault)))), _) => {
                Err(NameFault { range: place_of(text, &name), kind: NameFaultKind::Unknown { name, fault } })
            }
            (Err(ParseFault { range, kind }), _) => {
                let chars = |byte: usize| text.get(..byte).map_or(all.end, |before| before.chars().count());
                let range = chars(range.start)..chars(range.end);
                Err(NameFault { range, kind: NameFaultKind::Formula(kind) })
            }
            (_, Err(fault)) => Err(fault),
            _ => Err(NameFault { range: all, kind: no_name() }),
        }
    }

    /// The text with names of the lesson in the place of what they are drawn as.
    fn on_paper(&mut self, lesson: &Lesson, pieces: &[Piece], runs: &[Name]) -> Result<String, NameFault> {
        let drawn = self.drawn.get_or_insert_with(|| Drawn::of(lesson));
        let mut plain = String::new();
        for piece in pieces {
            let name = match piece {
                Piece::Other(other) => {
                    plain.push_str(other);
                    continue;
                }
                Piece::Name(name) => name,
            };
            let as_written = name.as_written();
            let is_run = plain.trim_end().ends_with('/') && runs.iter().any(|run| run.as_str() == name.above);
            let is_division = name.division().is_some_and(|parts| parts.iter().all(|part| found(lesson, part).is_ok()));
            if is_run || is_division || found(lesson, &as_written).is_ok() {
                plain.push_str(&as_written);
            } else if let Some((step, is_negated)) = drawn.find(name) {
                let sign = if is_negated { "-" } else { "" };
                let _ = write!(plain, "({sign}{step}{})", name.marks);
            } else {
                let nearest = drawn.nearest(name);
                let fault = FindFault::NoSuchName { name: name.text.clone(), nearest };
                let kind = NameFaultKind::Unknown { name: name.text.clone(), fault };
                return Err(NameFault { range: name.range.clone(), kind });
            }
        }
        Ok(plain)
    }
}

/// The first name of a formula that the lesson does not have, and why; a name without a fault is missing altogether.
fn unknown(lesson: &Lesson, formula: &Formula) -> Option<(String, Option<FindFault>)> {
    let mut names = Vec::new();
    formula.each_name(&mut |name| names.push(name.clone()));
    if names.is_empty() {
        return Some((String::new(), None));
    }
    names.iter().find_map(|name| Some((name.to_string(), Some(found(lesson, name.as_str()).err()?))))
}

/// Looks a name up, in the run that it is of.
fn found(lesson: &Lesson, name: &str) -> Result<(), FindFault> {
    let (run, plain) = lesson.split_run(name)?;
    let lesson = lesson.of_run(run.as_ref());
    match lesson.find_within_reach(&plain, Position::start_of(1)) {
        Ok(_) => Ok(()),
        Err(FindFault::NoSuchName { nearest, .. }) => {
            // The marks tell nothing about the name that was meant.
            let bare = plain.split(['#', '@']).next().unwrap_or_default();
            let nearest = match lesson.find(bare, Position::start_of(1)) {
                Err(FindFault::NoSuchName { nearest, .. }) => nearest,
                _ => nearest,
            };
            Err(FindFault::NoSuchName { name: name.to_owned(), nearest })
        }
        Err(fault) => Err(fault),
    }
}

/// The characters on which a name stands; all of the text where it stands there in another form.
fn place_of(text: &str, name: &str) -> Range<usize> {
    let part_of_word = |character: char| character.is_alphanumeric() || "_#@".contains(character);
    let is_whole = |(start, _): &(usize, &str)| {
        !text[..*start].ends_with(part_of_word) && !text[start + name.len()..].starts_with(part_of_word)
    };
    match text.match_indices(name).find(is_whole) {
        Some((start, _)) => {
            let before = text[..start].chars().count();
            before..before + name.chars().count()
        }
        None => 0..text.chars().count(),
    }
}
