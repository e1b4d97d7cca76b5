//! A lesson's part in a course: the group it belongs to, its order and length, what it presupposes and what it teaches.

use super::fault::Place;
use super::text::Text;
use crate::formula::Name;

/// What a scenario says about its part in a course.
#[derive(Clone, Debug)]
pub struct CourseEntry {
    /// The group of lessons that it belongs to.
    pub group: CourseGroup,
    /// What the group is for, where its author says so.
    pub purpose: Option<Text>,
    /// Lessons and groups come in the order of these numbers.
    pub order: u64,
    /// How long the lesson takes; estimated from its steps where it is not given.
    pub minutes: Option<u64>,
    /// For whom it is.
    pub level: Option<Level>,
    /// The lessons that it presupposes, by file name without its extension.
    pub after: Vec<String>,
    /// What one is able to do after it.
    pub outcome: Option<Text>,
    /// What to remember, each in a sentence.
    pub takeaways: Vec<Text>,
    /// The step that the end of the lesson suggests for practice.
    pub question: Option<SuggestedStep>,
}

/// A group of lessons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CourseGroup {
    /// One that the program has a title for.
    Known(KnownGroup),
    /// One with a title of the author's.
    Own(Text),
}

/// The groups of the built-in lessons, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum KnownGroup {
    Start,
    Mazur,
    Losses,
    Optimizers,
    Trouble,
    Arrays,
}

impl KnownGroup {
    /// Every group, in the order of the course.
    pub const ALL: [Self; 6] = [Self::Start, Self::Mazur, Self::Losses, Self::Optimizers, Self::Trouble, Self::Arrays];

    /// The word for it in a file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Mazur => "mazur",
            Self::Losses => "losses",
            Self::Optimizers => "optimizers",
            Self::Trouble => "trouble",
            Self::Arrays => "arrays",
        }
    }
}

/// How much a lesson asks of its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// School mathematics is enough.
    Beginner,
    /// The forward and the backward pass are known.
    Intermediate,
    /// Gradients and training are known.
    Advanced,
}

impl Level {
    /// Every level with the word for it in a file.
    pub const WORDS: [(&'static str, Self); 3] =
        [("beginner", Self::Beginner), ("intermediate", Self::Intermediate), ("advanced", Self::Advanced)];
}

/// A step that is suggested for practice.
#[derive(Clone, Debug)]
pub struct SuggestedStep {
    /// Its name.
    pub step: Name,
    /// Where the name is in the file.
    pub place: Place,
}

/// A page or drawing that a note sends the reader to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum See {
    /// The list of all steps.
    Steps,
    /// The table of all values.
    Table,
    /// Gradient check.
    Check,
    /// Another value for a number.
    WhatIf,
    /// The loss over the epochs.
    Training,
    /// Parameters over the epochs.
    Parameters,
    /// The answers of the network over its inputs.
    Answers,
    /// The loss along one parameter.
    Slice,
    /// The loss at other learning rates.
    Rates,
    /// The other runs of the lesson.
    Runs,
}

impl See {
    /// Every page with the word for it in a file.
    pub const WORDS: [(&'static str, Self); 10] = [
        ("steps", Self::Steps),
        ("table", Self::Table),
        ("check", Self::Check),
        ("what_if", Self::WhatIf),
        ("training", Self::Training),
        ("parameters", Self::Parameters),
        ("answers", Self::Answers),
        ("slice", Self::Slice),
        ("rates", Self::Rates),
        ("runs", Self::Runs),
    ];
}
