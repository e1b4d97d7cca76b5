//! The steps of a selection as linear text, each with a heading where the stage changes, or the run.

use super::linear::Linear;
use super::{ExportFault, computed};
use crate::lesson::Lesson;

/// Hands the text of each step of a selection to `give`, with a heading where the stage changes, or the run.
///
/// # Errors
/// Where a name is unknown or training ends before a step; where a step cannot be computed, after all are given.
pub fn steps<E: From<ExportFault>>(
    lesson: &mut Lesson,
    selection: &super::Selection,
    linear: &Linear<'_>,
    mut give: impl FnMut(&str) -> Result<(), E>,
) -> Result<(), E> {
    for run in super::runs(lesson) {
        // What the other runs do step by step is told where it is asked for.
        let is_asked = run.is_none() || !selection.only.is_empty();
        let Some(selection) = selection.of_run(lesson, run.as_ref())?.filter(|_| is_asked) else { continue };
        if let Some(run) = &run {
            let title = linear.messages.text("command-run", &[("run", run.as_str().into())]);
            give(&linear.plain(format!("\n══ {title} ══\n")))?;
        }
        steps_of_run(lesson.of_run_mut(run.as_ref()), &selection, linear, &mut give)?;
    }
    Ok(())
}

fn steps_of_run<E: From<ExportFault>>(
    lesson: &mut Lesson,
    selection: &super::Selection,
    linear: &Linear<'_>,
    give: &mut impl FnMut(&str) -> Result<(), E>,
) -> Result<(), E> {
    let mut heading = String::new();
    let mut failed = None;
    for epoch in selection.epochs_in_order() {
        for text in linear.asked_givens(lesson, selection, epoch)? {
            give(&text)?;
        }
        for position in selection.positions(lesson, epoch)? {
            let Some(page) = lesson.page(position).map_err(ExportFault::Halt)? else { continue };
            let now = linear.heading(lesson, &page);
            if now != heading {
                give(&linear.plain(format!("\n── {now} ──\n")))?;
                heading = now;
            }
            give("\n")?;
            give(&linear.page(lesson, &page))?;
            failed = failed.or_else(|| computed(&page).err());
        }
    }
    failed.map_or(Ok(()), |fault| Err(fault.into()))
}
