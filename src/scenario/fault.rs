//! What can be wrong with a scenario file: facts and places, no prose.

mod compare;
mod definition;
mod display;
mod family;
mod gathered;
mod table;
mod training;
mod words;

pub use compare::CompareFault;
pub use definition::DefinitionFault;
pub use display::DisplayFault;
pub use family::FamilyFault;
pub use gathered::Gathered;
pub use table::{InTable, Table, TableFault};
pub use training::TrainingFault;
pub use words::{Counted, Role, Shape};

use crate::formula::Name;

/// A place in a file, counted in characters from 1; a line of 0 is the file as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Place {
    /// The line.
    pub line: u32,
    /// The first character on that line.
    pub column: u32,
    /// How many characters of that line; one that is too long means up to its end.
    pub length: u32,
}

impl Place {
    /// The file as a whole.
    pub const FILE: Self = Self { line: 0, column: 0, length: 0 };
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where it is.
    pub place: Place,
    /// What it is.
    pub kind: FaultKind,
    /// The table in which the place is, where it is not the scenario.
    pub table: Option<InTable>,
}

/// Everything that can be wrong.
///
/// Words of the file are kept clipped to a length that fits on a line.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentence of each stands in messages/en/fault.ftl")]
pub enum FaultKind {
    // The text as such.
    Empty,
    TooManyBytes { limit: usize },
    NotText { byte: u8 },
    ControlCharacter { code: u32 },
    Syntax { words: String },
    TooDeep { limit: usize },
    TooManyNodes { limit: usize },
    Anchor,
    Alias,
    Tag,
    SecondDocument,
    KeyNotText,
    KeyTwice { key: String, line: u32 },
    // The shape of the document.
    UnknownKey { key: String, nearest: Option<String> },
    MissingKey { key: &'static str },
    WrongShape { expected: Shape, found: Shape },
    UnknownWord { key: &'static str, word: String, nearest: Option<String>, known: String },
    EmptyList,
    NeitherSubject,
    TwoSubjects,
    UnknownFormat { found: String },
    NotALanguage { tag: String },
    NotALesson { text: String },
    // Numbers.
    NotANumber { text: String },
    TooManyDigits { text: String },
    TooLargeOrSmall { text: String },
    OutsideRange { least: u64, most: u64 },
    NotPositive,
    NotBelowOne { key: &'static str },
    Negative { key: &'static str },
    NotAboveZero { key: &'static str },
    RandomEmpty,
    RandomFiner { decimals: u32 },
    RandomTooMany,
    // Names.
    NotAName { text: String },
    ReservedName { name: String },
    ReservedEnding { name: String, ending: &'static str },
    NameTwice { name: String, line: u32 },
    StepTwice { step: String, name: String, other: String },
    NoSuchName { name: String, role: Role, nearest: Option<String> },
    NamedLater { name: String },
    // What does not fit together.
    WrongCount { what: Counted, expected: usize, found: usize },
    TooManyParameters { limit: usize },
    MissingNeuron { name: String },
    TwoBiases,
    BiasInputZero,
    BiasInputWithoutBias,
    SoftmaxOfOne,
    LossNeedsSoftmax { loss: &'static str },
    LossNeedsUnit { loss: &'static str, activation: &'static str },
    TargetOutsideUnit,
    TargetNegative,
    TargetNotASign,
    TargetsDoNotSumToOne { sum: String },
    PaperWithoutDigits,
    PaperWithTwoDigits,
    RoundingWithoutPaper,
    FrozenTwice { name: String },
    AskedTwice { name: String, line: u32 },
    MistakeMade,
    WeightDecayTwice,
    ReservedInOptimizer { name: String },
    LastStepNotParameter,
    StateNeverSet { name: String },
    LookAheadTooEarly { name: String },
    NotWithGivenGradients { key: String },
    GradientMissing { name: String },
    MoreEpochsThanGradients { given: u64 },
    TrainingWithoutLoss,
    TrainingWithoutParameters,
    TargetsWithoutLoss,
    // Formulas, steps and printed numbers.
    NotAStep { text: String },
    ErratumOfFloat,
    Display(DisplayFault),
    Compare(CompareFault),
    Definition(DefinitionFault),
    Training(TrainingFault),
    Table(TableFault),
    Formula(crate::formula::ParseFaultKind),
    Family(FamilyFault),
}

/// The faults of one scenario.
pub type Faults = Gathered<Fault>;

/// How many characters of a word from the file are kept.
const CLIP: usize = 60;

impl Faults {
    /// Adds a fault.
    pub(super) fn push(&mut self, place: Place, kind: FaultKind) {
        self.add(Fault { place, kind, table: None });
    }

    /// Adds a fault in a table beside the scenario.
    pub(super) fn push_in(&mut self, table: &InTable, place: Place, kind: FaultKind) {
        self.add(Fault { place, kind, table: Some(table.clone()) });
    }

    /// Brings the faults into the order of their places and leaves out those that are not shown.
    pub(super) fn sorted(self) -> Self {
        // What is wrong in a table stands where the scenario names it.
        self.sorted_by(|fault| (fault.table.as_ref().map_or(fault.place, |table| table.named_at), fault.place))
    }

    /// Finds the candidate that `word` was probably meant to be; gives up when there are too many faults
    /// for anybody to read.
    pub(super) fn nearest<'a>(&self, word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
        if self.count() > Self::SHOWN { None } else { nearest(word, candidates) }
    }
}

/// Finds the candidate that is nearest to `word`, if it is near enough to be meant.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let length = word.chars().take(CLIP + 1).count();
    if length > CLIP {
        return None;
    }
    let lower = word.to_lowercase();
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= 2 * CLIP)
        .map(|candidate| (strsim::damerau_levenshtein(&lower, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= (length / 3).max(1) && *distance < length)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.to_owned())
}

/// Clips a word of the file to a length that fits on a line.
pub(super) fn clip(word: &str) -> String {
    match word.char_indices().nth(CLIP) {
        Some((end, _)) => format!("{}…", &word[..end]),
        None => word.to_owned(),
    }
}

/// Clips a name.
pub(super) fn clip_name(name: &Name) -> String {
    clip(name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_near_and_another_word_is_not() {
        let keys = ["layers", "inputs", "loss"];
        assert_eq!(nearest("layer", keys).as_deref(), Some("layers"));
        assert_eq!(nearest("Inptus", keys).as_deref(), Some("inputs"));
        assert_eq!(nearest("colour", keys), None);
        assert_eq!(nearest("x", ["y"]), None);
    }

    #[test]
    fn faults_stand_in_the_order_of_the_file_and_the_rest_is_counted() {
        let mut faults = Faults::default();
        for line in (1..=60).rev() {
            faults.push(Place { line, column: 1, length: 1 }, FaultKind::EmptyList);
        }
        let faults = faults.sorted();
        assert_eq!((faults.shown().len(), faults.more()), (50, 10));
        assert!(faults.shown().is_sorted_by_key(|fault| fault.place));
    }
}
