//! Practising and marking: what is asked, what a learner writes, what is said of it.
//!
//! The judging itself is the room `judge`'s. Must not know of screens, files or the command line.

mod address;
mod ask;
mod boxes;
mod fault_words;
mod gap;
mod hints;
mod learner;
mod marked_sheet;
mod marking;
mod number_typed;
mod off;
mod operands;
mod paper_name;
mod plan;
mod progress;
mod progress_words;
mod questions;
mod record;
mod review;
mod sentences;
mod session;
mod sheet;
mod skill;
mod skill_words;
mod slips;
mod variant;
pub mod words;
pub mod worksheet;

pub use ask::Ask;
pub use boxes::InBox;
pub use fault_words::FaultWords;
pub use gap::{Gap, gap};
pub use hints::{Rung, rungs};
pub use learner::{Learner, LessonDone, Mastery};
pub use marked_sheet::{MarkCounts, MarkedLine, MarkedSheet};
pub use marking::{Number, Reply, mark};
pub use number_typed::{LONGEST_TYPED, TypedFault, TypedFaultKind, typed};
pub use off::Off;
pub use operands::{OPERANDS_A_PAGE, Operand, operands, result_of};
pub use paper_name::{NameFault, NameFaultKind, PaperNames};
pub use plan::{Planned, plan};
pub use progress::{Asked, Event, Progress, StepProgress};
pub use progress_words::{mistake_words, outcome_words, tally_words};
pub use questions::{Question, QuestionKind, questions};
pub use record::{Outcome, Record, Standing, TRIES};
pub use review::ReviewLine;
pub use sentences::{Sentences, with_numbers};
pub use session::{Entry, Session, Tally};
pub use sheet::{
    Draft, MOST_LINES, Sheet, SheetColumn, SheetFault, SheetFaultKind, SheetFaults, SheetForm, SheetLine, SheetNotices,
    SheetText, WorkbookFault,
};
pub use skill::Skill;
pub use skill_words::skill_words;
pub use variant::for_round;
