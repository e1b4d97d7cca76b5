//! A sheet that was marked: what is said of every line, and where it first went wrong.

use super::sheet::{Sheet, SheetLine};
use crate::formula::{Formula, Name};
use crate::judge::{Mark, Marked, Trouble, mark};
use crate::lesson::{Found, Lesson, Position};

/// A sheet with its marks.
#[derive(Clone, Debug)]
pub struct MarkedSheet {
    /// The lines in the order of the sheet.
    pub lines: Vec<MarkedLine>,
}

/// A line with its mark.
#[derive(Clone, Debug)]
pub struct MarkedLine {
    /// The line.
    pub line: SheetLine,
    /// What is said of it, or why nothing can be.
    pub marked: Result<Marked, Trouble>,
    /// The last step that it rests on, and the run of that; none for givens.
    pub step: Option<(Position, Option<Name>)>,
}

/// How many lines got which marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MarkCounts {
    /// Right, cut off or rounded on the way.
    pub right: usize,
    /// Right from what was wrong before.
    pub follows: usize,
    /// Wrong by itself, in whatever way.
    pub wrong: usize,
    /// Too few digits to tell.
    pub coarse: usize,
    /// Not to be decided, or not to be computed.
    pub open: usize,
    /// Left blank.
    pub missing: usize,
}

impl MarkedSheet {
    /// Marks all lines of a sheet.
    #[must_use]
    pub fn of(lesson: &mut Lesson, sheet: Sheet) -> Self {
        let answers: Vec<_> = sheet.lines.iter().map(SheetLine::answer).collect();
        let marks = mark(lesson, &answers);
        let one = |(line, marked): (SheetLine, _)| {
            let step = last_step(lesson, &line.what);
            MarkedLine { line, marked, step }
        };
        Self { lines: sheet.lines.into_iter().zip(marks).map(one).collect() }
    }

    /// The line that is wrong itself and stands first in the lesson.
    #[must_use]
    pub fn first_wrong(&self) -> Option<&MarkedLine> {
        let wrong = self.lines.iter().filter(|line| line.is_wrong());
        wrong.min_by_key(|line| line.step.as_ref().map(|(position, _)| *position))
    }

    /// Whether there is nothing to be said against any line.
    #[must_use]
    pub fn is_right(&self) -> bool {
        self.lines.iter().all(|line| line.mark().is_some_and(Mark::is_right))
    }

    /// How many lines got which marks.
    #[must_use]
    pub fn counts(&self) -> MarkCounts {
        let mut counts = MarkCounts::default();
        for line in &self.lines {
            let counter = match line.mark() {
                Some(mark) if mark.is_right() => &mut counts.right,
                Some(Mark::Follows) => &mut counts.follows,
                Some(Mark::Missing) => &mut counts.missing,
                Some(Mark::TooFewDigits) => &mut counts.coarse,
                Some(_) if line.is_wrong() => &mut counts.wrong,
                _ => &mut counts.open,
            };
            *counter += 1;
        }
        counts
    }

    /// What kept a line from being judged, the first in the order of the sheet.
    pub fn troubles(&self) -> impl Iterator<Item = (&MarkedLine, &Trouble)> {
        self.lines.iter().filter_map(|line| Some((line, line.marked.as_ref().err()?)))
    }
}

impl MarkedLine {
    /// What is said of it; none where it cannot be judged.
    #[must_use]
    pub fn mark(&self) -> Option<Mark> {
        self.marked.as_ref().ok().map(|marked| marked.mark)
    }

    /// Whether it is wrong itself: not by what stands before it, and not for want of digits.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        matches!(self.mark(), Some(Mark::Wrong | Mark::Mistake | Mark::Convention))
    }
}

/// The last step that a formula names.
fn last_step(lesson: &Lesson, what: &Formula) -> Option<(Position, Option<Name>)> {
    let mut steps = Vec::new();
    what.each_name(&mut |name| {
        let Ok((run, plain)) = lesson.split_run(name.as_str()) else { return };
        if let Ok(Found::Step(position)) = lesson.of_run(run.as_ref()).find(&plain, Position::start_of(1)) {
            steps.push((position, run));
        }
    });
    steps.into_iter().max()
}
