//! What is remembered between two runs of the program: where a reader was in each scenario, and what they have
//! done in practice.
//!
//! That is written into the state folder of the user and nowhere else; a file that the user asked for goes where they
//! are. Both are written as a whole. Must not know of the screen.

mod folder;
mod new_file;
mod positions;
mod progress;

pub use folder::{Folders, digest};
pub use new_file::{plain_name, write_new};
pub use positions::{Kept, Opened, Positions};
pub use progress::{OpenedProgress, Practised, PractisedMistake, PractisedStep, ProgressFile};
