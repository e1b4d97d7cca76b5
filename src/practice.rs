//! Practising and marking: what is asked, what a learner writes, what is said of it.
//!
//! The judging itself is the room `judge`'s. Must not know of screens, files or the command line.

mod address;
mod ask;
mod gap;
mod hints;
mod marking;
mod progress;
mod questions;
mod record;
mod review;
mod sentences;
mod session;
mod slips;

pub use ask::Ask;
pub use gap::{Gap, gap};
pub use hints::{Rung, rungs};
pub use marking::{Number, Reply, mark};
pub use progress::{Progress, StepProgress};
pub use questions::{Question, QuestionKind, questions};
pub use record::{Outcome, Record, Standing};
pub use review::ReviewLine;
pub use sentences::{Sentences, with_numbers};
pub use session::{Entry, Session, Tally};
