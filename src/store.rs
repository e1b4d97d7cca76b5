//! What is remembered between two runs of the program: where a reader was in each scenario, and every answer that they
//! have given in practice.
//!
//! That is written into the state folder of the user and nowhere else; a file that the user asked for goes where they
//! are. Nothing is torn and nothing is lost, also where two programs write at once. Must not know of the screen.

mod folder;
mod journal;
mod new_file;
mod old_progress;
mod positions;

pub use folder::{Folders, NotAFile, digest, read_text};
pub use journal::{Journal, Rewrite};
pub use new_file::{plain_name, write_new};
pub use old_progress::{OldProgress, Practised, PractisedMistake, PractisedStep};
pub use positions::{Kept, Opened, Positions};
