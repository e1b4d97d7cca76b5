//! A sheet that was marked: what is said of every line, and where it first went wrong.

use super::sheet::{Sheet, SheetLine};
use crate::formula::{Formula, Name};
use crate::judge::{Answer, Asked, Mark, Marked, Marker, Trouble};
use crate::lesson::{Found, Lesson, Position};
use crate::number::Digits;

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
    /// What is said of it, or why nothing can be; none where nobody knows what it is about.
    pub marked: Option<Result<Marked, Trouble>>,
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
    /// Neither a number nor about anything in the lesson.
    pub unreadable: usize,
}

impl MarkedSheet {
    /// Marks all lines of a sheet; `marker` may have marked other sheets of the same lesson.
    #[must_use]
    pub fn of(lesson: &mut Lesson, marker: &mut Marker, sheet: Sheet, asked: Asked) -> Self {
        marker.ask(asked);
        let readable: Vec<Answer> = sheet.lines.iter().filter_map(SheetLine::answer).collect();
        let mut marks = marker.mark_sheet(lesson, &readable);
        for (answer, judged) in readable.iter().zip(&mut marks) {
            if let Ok(judged) = judged
                && judged.mark == Mark::TooFewDigits
                && is_right_with_zeros(answer, judged, asked)
            {
                judged.mark = Mark::Right;
            }
        }
        let mut marks = marks.into_iter();
        let one = |line: SheetLine| {
            let step = line.what.as_ref().and_then(|what| last_step(lesson, what));
            let judged = line.what.as_ref().and_then(|_| marks.next());
            MarkedLine { line, marked: judged, step }
        };
        Self { lines: sheet.lines.into_iter().map(one).collect() }
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
                Some(Mark::Unreadable) => &mut counts.unreadable,
                Some(_) if line.is_wrong() => &mut counts.wrong,
                _ => &mut counts.open,
            };
            *counter += 1;
        }
        counts
    }

    /// What kept a line from being judged, the first in the order of the sheet.
    pub fn troubles(&self) -> impl Iterator<Item = (&MarkedLine, &Trouble)> {
        let readable = self.lines.iter().filter(|line| line.line.fault.is_none());
        readable.filter_map(|line| Some((line, line.trouble()?)))
    }
}

impl MarkedLine {
    /// What is said of it; none where it cannot be judged.
    #[must_use]
    pub fn mark(&self) -> Option<Mark> {
        if self.line.fault.is_some() {
            return Some(Mark::Unreadable);
        }
        self.marked().map(|marked| marked.mark)
    }

    /// What was found out about it; of a line that cannot be read, what it should be.
    #[must_use]
    pub fn marked(&self) -> Option<&Marked> {
        self.marked.as_ref()?.as_ref().ok()
    }

    /// What keeps it from being judged.
    #[must_use]
    pub fn trouble(&self) -> Option<&Trouble> {
        self.marked.as_ref()?.as_ref().err()
    }

    /// Whether it is wrong itself: not by what stands before it, and not for want of digits.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        matches!(self.mark(), Some(Mark::Wrong | Mark::Mistake | Mark::Convention))
    }
}

/// Whether a number is right with the zeros at its end that spreadsheets and programs drop.
fn is_right_with_zeros(answer: &Answer, judged: &Marked, asked: Asked) -> bool {
    let (Some(value), Some(digits)) = (&answer.value, asked.digits()) else { return false };
    let missing = match digits {
        Digits::Decimals(count) => count.saturating_sub(value.scale()),
        // A whole number may have lost none, and a zero has no significant digit.
        Digits::Significant(_) if value.is_zero() || value.scale() == 0 => 0,
        Digits::Significant(count) => {
            u32::try_from(u64::from(count).saturating_sub(value.digit_count())).unwrap_or_default()
        }
    };
    let scale = value.scale().saturating_add(missing);
    !value.is_zero() && judged.value.rounded(scale).is_some_and(|right| right.compare(value).is_eq())
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
