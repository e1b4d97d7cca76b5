//! Answers marked one after the other, in the order of the lesson.

use std::collections::HashMap;

use super::alternatives::Alternatives;
use super::compare::{Compared, compare, without_noise};
use super::own::Own;
use super::search::Search;
use super::{Answer, Cause, Mark, Marked, Slip};
use crate::formula::{Formula, Name};
use crate::judge::judging::of_one_run;
use crate::judge::quantity::Quantity;
use crate::judge::subject::Subject;
use crate::judge::{Asked, Claim, ClaimKind, Trouble};
use crate::lesson::{Lesson, Position};
use crate::number::{Exact, Number};

/// Fewer significant digits than these say too little.
const FEWEST_DIGITS: u64 = 3;

/// Marks answers one after the other, in the order of the lesson; one marker serves many sheets of one lesson.
#[derive(Default)]
pub struct Marker {
    asked: Asked,
    runs: HashMap<Option<Name>, OfRun>,
}

/// What is known of one run.
#[derive(Default)]
struct OfRun {
    own: Own,
    alternatives: Alternatives,
}

impl Marker {
    /// Sets how many digits the next answers were asked to have; until then nothing is asked.
    pub fn ask(&mut self, asked: Asked) {
        self.asked = asked;
    }

    /// Forgets the numbers of the learner; what was worked out about the lesson stays.
    pub fn forget(&mut self) {
        for run in self.runs.values_mut() {
            run.own = Own::default();
        }
    }

    /// Marks all answers of a sheet, whatever was marked before; what is said of each stands at its own place.
    pub fn mark_sheet(&mut self, lesson: &mut Lesson, answers: &[Answer]) -> Vec<Result<Marked, Trouble>> {
        self.forget();
        let mut order: Vec<(Option<Position>, usize)> = Vec::with_capacity(answers.len());
        for (at, answer) in answers.iter().enumerate() {
            let claim = Claim { what: answer.what.clone(), value: Exact::zero(), kind: ClaimKind::Result };
            let (run, claim) = of_one_run(lesson, &claim);
            let subject = Subject::of(lesson.of_run_mut(run.as_ref()), &claim.what);
            order.push((subject.ok().and_then(|subject| subject.latest()), at));
        }
        order.sort_unstable();
        let mut all: Vec<_> = answers.iter().map(|_| None).collect();
        for (_, at) in order {
            all[at] = Some(self.mark(lesson, &answers[at]));
        }
        all.into_iter().flatten().collect()
    }

    /// Takes a number as one that the learner has before the next answer; it counts as right.
    ///
    /// # Errors
    /// Where there is nothing that it could be.
    pub fn show(&mut self, lesson: &mut Lesson, what: &Formula, value: &Exact) -> Result<(), Trouble> {
        let claim = Claim { what: what.clone(), value: value.clone(), kind: ClaimKind::Result };
        let (run, claim) = of_one_run(lesson, &claim);
        let lesson = lesson.of_run_mut(run.as_ref());
        let subject = Subject::of(lesson, &claim.what)?;
        let own = &mut self.runs.entry(run).or_default().own;
        let compared = compare(lesson, &claim, &claim.value, &subject, &mut Own::default())?;
        own.add_good(&subject, &claim.value, &compared.value, false);
        Ok(())
    }

    /// Marks an answer; those that stand before it in the lesson have been marked or shown already.
    ///
    /// # Errors
    /// Where there is nothing to compare it with.
    pub fn mark(&mut self, lesson: &mut Lesson, answer: &Answer) -> Result<Marked, Trouble> {
        let written = answer.value.clone().unwrap_or_else(Exact::zero);
        let claim = Claim { what: answer.what.clone(), value: without_noise(&written), kind: ClaimKind::Result };
        let (run, claim) = of_one_run(lesson, &claim);
        let lesson = lesson.of_run_mut(run.as_ref());
        let subject = Subject::of(lesson, &claim.what)?;
        let OfRun { own, alternatives } = self.runs.entry(run).or_default();
        let compared = compare(lesson, &claim, &written, &subject, own)?;
        let Compared { mark, value, carried, proven } = compared;
        let marked = |mark, causes, value| Marked { mark, value, causes, own: carried.clone(), is_searched: true };
        if answer.value.is_none() {
            return Ok(marked(Mark::Missing, Vec::new(), value));
        }
        let is_coarse = is_too_coarse(&written, &value, self.asked);
        let is_right = mark.is_right();
        let agrees = is_right || mark == Mark::Follows;
        let step = subject.step.and_then(|(position, _)| lesson.step(position));
        let rounding = step.and_then(|step| lesson.program().rounding(&step));
        let search = Search {
            rounding,
            claim: &claim,
            as_written: &written,
            subject: &subject,
            proven: &proven,
            right: &value,
            carried: carried.as_ref(),
            own,
        };
        let mut causes = foreseen(lesson, &claim, &subject);
        // What is right needs no explanation; where it is right by way of rounding, a mistake that fits is mentioned.
        if matches!(mark, Mark::Rounded | Mark::Wrong) {
            let is_explained = mark == Mark::Rounded || !causes.is_empty();
            causes.extend(search.causes(lesson, alternatives, is_explained));
        }
        let is_searched = Alternatives::can_be_made(lesson);
        let is_convention = causes.iter().any(|cause| matches!(cause.slip, Slip::Convention(_)));
        let mark = match mark {
            _ if agrees && is_coarse => Mark::TooFewDigits,
            mark if agrees => mark,
            _ if is_convention => Mark::Convention,
            _ if !causes.is_empty() => Mark::Mistake,
            _ if is_coarse => Mark::TooFewDigits,
            mark => mark,
        };
        match mark {
            _ if is_right => own.add_good(&subject, &claim.value, &value, is_coarse),
            // These say nothing of what was worked with.
            Mark::TooFewDigits | Mark::Undecided => {}
            _ => own.add_wrong(&subject, &claim.value, &value),
        }
        Ok(Marked { is_searched, ..marked(mark, causes, value) })
    }
}

/// Whether a number has fewer digits than were asked for, and the value has more.
fn is_too_coarse(written: &Exact, value: &Number, asked: Asked) -> bool {
    let digits = if written.is_zero() { 0 } else { written.digit_count() };
    let has_all = value.exact().is_some_and(|exact| exact.normalized().scale() <= written.scale());
    let has_enough = match asked {
        Asked::Nothing => digits >= FEWEST_DIGITS,
        Asked::Decimals(count) => written.scale() >= count,
        Asked::Significant(count) => digits >= u64::from(count),
    };
    // More precision was tried, and none tells the value from the zero that was written.
    let is_told_apart = !written.is_zero() || value.sign().is_ok();
    !has_enough && !has_all && is_told_apart
}

/// The mistakes that the author foresaw at this step, with just this number.
fn foreseen(lesson: &mut Lesson, claim: &Claim, subject: &Subject) -> Vec<Cause> {
    let Some((here, false)) = subject.step else { return Vec::new() };
    let mistakes = lesson.scenario().practice.mistakes.clone();
    let is_here = |lesson: &mut Lesson, name: &Name| {
        Quantity::find(lesson, name, Position::start_of(1)).is_ok_and(|quantity| quantity.made_at == Some(here))
    };
    let mut found = Vec::new();
    for (step, mistakes) in mistakes.iter().enumerate().filter(|(_, mistakes)| is_here(lesson, &mistakes.step)) {
        for (at, mistake) in mistakes.list.iter().enumerate() {
            let value = Exact::from(mistake.value);
            let scale = value.scale().min(claim.value.scale());
            if value.rounded(scale).compare(&claim.value.rounded(scale)).is_eq() {
                found.push(Cause { slip: Slip::Foreseen(step, at), decimals: None });
            }
        }
    }
    found
}

/// Marks all answers of a sheet that asked for no digits; each mark has the index of its answer.
#[must_use]
pub fn mark(lesson: &mut Lesson, answers: &[Answer]) -> Vec<Result<Marked, Trouble>> {
    Marker::default().mark_sheet(lesson, answers)
}
