//! Sheets that are handed out: set as Markdown, LaTeX or HTML, or as a table to fill in.
//!
//! What stands on a sheet comes from `practice::worksheet`. Nothing here leaves the text: no page asks for another file.

mod csv;
mod html;
mod latex;
mod markdown;
mod phrases;
mod picture;

pub use self::csv::csv;
pub use html::html;
pub use latex::latex;
pub use markdown::markdown;

use super::{ExportFault, Selection};
use crate::lesson::{Lesson, Position};

/// How much of the answers stands on a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Room for them.
    Blank,
    /// The results.
    Key,
    /// The results, and how they come about.
    Solved,
}

/// The steps that a selection asks for; where it does not say, those that the scenario asks in practice, else all.
///
/// # Errors
/// Where a name is unknown.
pub fn asked(lesson: &Lesson, selection: &Selection) -> Result<Vec<Position>, ExportFault> {
    let is_open = selection.only.is_empty() && selection.steps.is_none() && selection.phase.is_none();
    let practice = &lesson.scenario().practice.ask;
    let only: Vec<String> = practice.iter().map(|asked| asked.step.to_string()).collect();
    let selection = if is_open { Selection { only, ..selection.clone() } } else { selection.clone() };
    let mut positions = Vec::new();
    for epoch in selection.epochs_in_order() {
        positions.extend(selection.positions(lesson, epoch)?);
    }
    Ok(positions)
}
