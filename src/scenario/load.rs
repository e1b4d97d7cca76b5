//! Finds a scenario by what the command line calls it, and reads it without trusting it.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::fault::{FaultKind, Faults, Place, nearest};
use super::{Beside, Scenario, built_in, read_beside};

/// How large a scenario file may be.
pub const MOST_BYTES: usize = 16 * 1024 * 1024;

/// Where a scenario came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A file.
    File(PathBuf),
    /// Standard input.
    StandardInput,
    /// The program itself.
    BuiltIn(&'static str),
}

/// A scenario that can be used.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// What it says.
    pub scenario: Scenario,
    /// Where it came from.
    pub origin: Origin,
    /// Its text, for whoever has more to say about a place in it.
    pub source: String,
}

/// Why a scenario cannot be used.
#[derive(Debug)]
pub enum LoadError {
    /// It is neither a file nor the name of a built-in scenario.
    NoSuchScenario {
        /// What was asked for.
        name: String,
        /// The built-in name that was probably meant.
        nearest: Option<String>,
    },
    /// It cannot be read.
    Unreadable {
        /// What was asked for.
        origin: Origin,
        /// Why, in the words of the system.
        error: io::Error,
    },
    /// It is not a scenario.
    Invalid {
        /// What was asked for.
        origin: Origin,
        /// Its text, as far as it is one.
        source: String,
        /// What is wrong with it.
        faults: Faults,
    },
}

impl Loaded {
    /// Reads another text as if it stood in the place of this one: with the same files beside it.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it.
    pub fn with_text(&self, text: String) -> Result<Self, Faults> {
        let scenario = read_bytes_beside(text.as_bytes(), self.origin.beside())?;
        Ok(Self { scenario, origin: self.origin.clone(), source: text })
    }
}

impl Origin {
    /// Where the files beside it are.
    fn beside(&self) -> Beside<'_> {
        match self {
            Self::File(path) => Beside::Folder(path.parent().unwrap_or(path)),
            Self::StandardInput => Beside::Folder(Path::new("")),
            Self::BuiltIn(_) => Beside::BuiltIn,
        }
    }
}

impl LoadError {
    /// The exit code of the program: 3 where the scenario is wrong, 4 where it cannot be read.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Invalid { .. } => 3,
            Self::NoSuchScenario { .. } | Self::Unreadable { .. } => 4,
        }
    }
}

/// Loads a path, `-` for `standard_input`, or the name of a built-in scenario; a file goes before a
/// name.
///
/// # Errors
///
/// See [`LoadError`].
pub fn load(name: &str, standard_input: impl Read) -> Result<Loaded, LoadError> {
    if name == "-" {
        return load_from(Origin::StandardInput, Ok(standard_input));
    }
    let path = Path::new(name);
    if path.exists() {
        return load_from(Origin::File(path.into()), File::open(path));
    }
    if let Some((name, text)) = built_in().find(|(built_in, _)| *built_in == name) {
        return load_from(Origin::BuiltIn(name), Ok(text.as_bytes()));
    }
    let looks_like_path = name.contains(['/', '\\']) || path.extension().is_some();
    if looks_like_path {
        return load_from(Origin::File(path.into()), File::open(path));
    }
    let nearest = nearest(name, built_in().map(|(name, _)| name));
    Err(LoadError::NoSuchScenario { name: name.to_owned(), nearest })
}

fn load_from(origin: Origin, reader: io::Result<impl Read>) -> Result<Loaded, LoadError> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    if let Err(error) = reader.and_then(|reader| reader.take(limit).read_to_end(&mut bytes)) {
        return Err(LoadError::Unreadable { origin, error });
    }
    let read = read_bytes_beside(&bytes, origin.beside());
    let source = String::from_utf8_lossy(&bytes).into_owned();
    match read {
        Ok(scenario) => Ok(Loaded { scenario, origin, source }),
        Err(faults) => Err(LoadError::Invalid { origin, source, faults }),
    }
}

/// Reads a scenario from the bytes of a file; the tables that it may name are those that are built in.
///
/// # Errors
///
/// Everything that is wrong with it.
pub fn read_bytes(bytes: &[u8]) -> Result<Scenario, Faults> {
    read_bytes_beside(bytes, Beside::BuiltIn)
}

fn read_bytes_beside(bytes: &[u8], beside: Beside<'_>) -> Result<Scenario, Faults> {
    match text_of_bytes(bytes) {
        Ok(text) => read_beside(text, beside),
        Err((place, kind)) => {
            let mut faults = Faults::default();
            faults.push(place, kind);
            Err(faults)
        }
    }
}

/// The text of a file, without a mark of the byte order: at most [`MOST_BYTES`] of UTF-8 without control characters.
///
/// # Errors
///
/// What is wrong with it, and where.
pub fn text_of_bytes(bytes: &[u8]) -> Result<&str, (Place, FaultKind)> {
    if bytes.len() > MOST_BYTES {
        return Err((Place::FILE, FaultKind::TooManyBytes { limit: MOST_BYTES }));
    }
    let (text, end) = match std::str::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let (valid, rest) = bytes.split_at(error.valid_up_to());
            (std::str::from_utf8(valid).unwrap_or_default(), rest.first().copied())
        }
    };
    let control = |character: &char| character.is_control() && !matches!(character, '\n' | '\r' | '\t');
    if let Some((position, character)) = text.char_indices().find(|(_, character)| control(character)) {
        return Err((end_of(&text[..position]), FaultKind::ControlCharacter { code: character.into() }));
    }
    match end {
        Some(byte) => Err((end_of(text), FaultKind::NotText { byte })),
        None => Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
    }
}

/// The place right behind `text`.
fn end_of(text: &str) -> Place {
    let last = text.rsplit('\n').next().unwrap_or_default();
    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Place { line: small(text.split('\n').count()), column: small(last.chars().count() + 1), length: 1 }
}
