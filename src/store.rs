//! What is remembered between two runs of the program: where a reader was in each scenario.
//!
//! It is written into the state folder of the user and nowhere else, always as a whole. Must not know of the screen.

mod folder;
mod positions;

pub use folder::{Folders, digest};
pub use positions::{Kept, Opened, Positions};
