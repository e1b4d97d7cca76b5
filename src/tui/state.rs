//! Everything that keys change while a lesson is read. No text, no coordinates.

use super::keys::{Context, Stroke};
use super::manner::{Manner, Told};
use super::practice::{Practising, Said};
use super::views;
use super::what_if::{Numbers, Saving};
use crate::formula::Name;
use crate::lesson::{Comparison, FindFault, Position, Shown};
use crate::number::Fault;
use crate::practice::Progress;

/// Where a reader is, and what lies over the step.
#[derive(Clone, Debug)]
pub struct State {
    /// The run that is read, where it is not the lesson's own.
    pub run: Option<Name>,
    /// The step that is shown.
    pub position: Position,
    /// The runs and steps from which the reader jumped, the last one last.
    pub jumped_from: Vec<(Option<Name>, Position)>,
    /// What fills the middle of the window.
    pub view: views::Kind,
    /// The list of steps.
    pub steps: views::steps::Cursor,
    /// The gradient that is checked.
    pub check: views::check::Checking,
    /// What is looked at of the training.
    pub training: views::training::Watching,
    /// In which manner the board is shown.
    pub manner: Manner,
    /// What is looked at of the table of values.
    pub table: views::table::Sheet,
    /// The practice, while the lesson asks before it shows.
    pub practice: Option<Practising>,
    /// Whether the numbers are those of a seed.
    pub is_varied: bool,
    /// What was done in practice before.
    pub progress: Progress,
    /// What lies over the step.
    pub overlay: Overlay,
    /// The count that is being typed.
    pub count: Option<u64>,
    /// The first key of two.
    pub first_key: Option<Stroke>,
    /// What there is to say about the last key.
    pub notice: Option<Notice>,
}

/// What lies over the step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// Nothing.
    None,
    /// The help page, from its `top` line.
    Help {
        /// The first line shown.
        top: usize,
    },
    /// What is wrong with the file that was saved, from its `top` row.
    Faults {
        /// The first row shown.
        top: usize,
    },
    /// The line in which a step is named.
    Jump {
        /// What is typed.
        text: String,
        /// Why nothing was found.
        fault: Option<FindFault>,
    },
    /// What a step is made from and what it goes into.
    Trail(Trail),
    /// The runs side by side, from the `top` line of their table.
    Runs {
        /// What is compared.
        facts: Comparison,
        /// The first line shown.
        top: usize,
    },
    /// The numbers that can be changed.
    Numbers(Numbers),
    /// The line in which a new file is named.
    Saving(Saving),
    /// What became of the questions, from the `top` line.
    Review {
        /// The first line shown.
        top: usize,
    },
}

/// The links of a step, to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trail {
    /// What the step is made from, then what it goes into.
    pub entries: Vec<TrailEntry>,
    /// How many of them are what it is made from.
    pub sources: usize,
    /// The one that is chosen.
    pub chosen: usize,
}

/// One link of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrailEntry {
    /// Its name.
    pub name: Name,
    /// Its step; none for a given.
    pub position: Option<Position>,
    /// Its value, where it is known already.
    pub value: Option<Shown>,
}

/// What there is to say about the last key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// There is no step before this one.
    Start,
    /// There is no step behind this one.
    End,
    /// There is no jump to come back from.
    NoJump,
    /// The step has no links.
    NoLinks,
    /// The file was saved, and this is the same step of what it says now.
    Saved,
    /// The file was saved, and the step that was shown is gone.
    SavedWithout {
        /// Its name.
        name: Name,
    },
    /// The lesson goes on where the reader left it.
    WentOn,
    /// What was remembered was damaged, and is now in another file.
    SetAside {
        /// Where it was put.
        file: String,
    },
    /// The lesson has no other runs.
    NoRuns,
    /// The board is shown in another manner.
    Told(Told),
    /// So many values are too many to be sorted by size.
    TooManyValues {
        /// How many.
        count: usize,
    },
    /// A given has no step; this is its value.
    Given {
        /// Its name.
        name: Name,
        /// Its value, where there is one.
        value: Option<Shown>,
        /// What keeps it from having one.
        fault: Option<Fault>,
    },
    /// The lesson has no numbers that can be changed.
    NoNumbers,
    /// There is no change to take back.
    NothingToUndo,
    /// There is no change to make again.
    NothingToRedo,
    /// There is no change to write.
    NothingChanged,
    /// A number is another one now.
    Changed,
    /// All changes are taken back.
    AsWritten,
    /// A new file was written.
    Written {
        /// Its name.
        file: String,
    },
    /// The file was saved while numbers were changed, and they are as it says now.
    SavedOver,
    /// Something of practice.
    Practice(Said),
}

impl State {
    /// At the first step.
    #[must_use]
    pub fn start() -> Self {
        Self {
            run: None,
            position: Position::start_of(1),
            jumped_from: Vec::new(),
            view: views::Kind::Board,
            steps: views::steps::Cursor::at(Position::start_of(1)),
            check: views::check::Checking::default(),
            training: views::training::Watching::default(),
            manner: Manner::default(),
            table: views::table::Sheet::default(),
            practice: None,
            is_varied: false,
            progress: Progress::default(),
            overlay: Overlay::None,
            count: None,
            first_key: None,
            notice: None,
        }
    }

    /// Whether the result of the step that is shown is still to be asked for.
    #[must_use]
    pub fn hides_result(&self) -> bool {
        if self.practice.is_some() {
            return self.conceals(self.position);
        }
        let is_asked = self.manner.asked.as_ref().is_some_and(|(run, at)| *run == self.run && *at == self.position);
        self.manner.is_presenting && !is_asked
    }

    /// Whether the value of a step waits for an answer of the reader, or stands behind one that does.
    #[must_use]
    pub fn conceals(&self, position: Position) -> bool {
        self.practice.as_ref().is_some_and(|practice| practice.session.conceals(position))
    }

    /// Whether an answer is typed at the step that is shown.
    fn is_answering(&self) -> bool {
        self.practice.as_ref().is_some_and(|practice| practice.is_answering(self.position))
    }

    /// Where keys are pressed now.
    #[must_use]
    pub fn context(&self) -> Context {
        match self.overlay {
            Overlay::None if self.view == views::Kind::Board && self.is_answering() => Context::Answer,
            Overlay::None => self.view.context(),
            Overlay::Help { .. } | Overlay::Faults { .. } => Context::Help,
            Overlay::Jump { .. } | Overlay::Saving(_) | Overlay::Numbers(Numbers { typed: Some(_), .. }) => {
                Context::Text
            }
            Overlay::Numbers(_) => Context::WhatIf,
            Overlay::Trail(_) => Context::Trail,
            Overlay::Runs { .. } => Context::Runs,
            Overlay::Review { .. } => Context::Review,
        }
    }
}

impl Trail {
    /// The entry that is chosen.
    #[must_use]
    pub fn entry(&self) -> Option<&TrailEntry> {
        self.entries.get(self.chosen)
    }
}
