//! Answers marked one after the other, in the order of the lesson.

use std::collections::HashMap;

use super::almost::is_almost;
use super::alternatives::Alternatives;
use super::compare::{Compared, Comparison, compare, without_noise};
use super::line::Standing;
use super::own::Own;
use super::search::Search;
use super::{Answer, Mark, Marked, Slip};
use crate::formula::{Formula, Name};
use crate::judge::asked::Asked;
use crate::judge::judging::of_one_run;
use crate::judge::subject::Subject;
use crate::judge::{Claim, ClaimKind, Trouble};
use crate::lesson::{Lesson, Position};
use crate::number::Exact;

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
        for run in self.runs.values_mut() {
            run.own.ask(asked.rounding());
        }
    }

    /// Forgets the numbers of the learner; what was worked out about the lesson stays.
    pub fn forget(&mut self) {
        for run in self.runs.values_mut() {
            run.own = Own::asked(self.asked.rounding());
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
        let asked = self.asked;
        let own = &mut self.of_run(run).own;
        let compared = compare(lesson, &claim, &claim.value, &subject, &mut Own::default(), asked)?;
        own.add(&subject, &claim.value, &compared.value, Standing::Good, false);
        Ok(())
    }

    fn of_run(&mut self, run: Option<Name>) -> &mut OfRun {
        let new = || OfRun { own: Own::asked(self.asked.rounding()), alternatives: Alternatives::default() };
        self.runs.entry(run).or_insert_with(new)
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
        let asked = self.asked;
        let OfRun { own, alternatives } = self.of_run(run);
        let compared = compare(lesson, &claim, &written, &subject, own, asked)?;
        let Compared { comparison, value, carried, proven } = compared;
        let is_searched = Alternatives::can_be_made(lesson);
        let marked = |mark, causes, value| Marked { mark, value, causes, own: carried.clone(), is_searched };
        if answer.value.is_none() {
            return Ok(marked(Mark::Missing, Vec::new(), value));
        }
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
        let mut causes = Vec::new();
        let mark = match comparison {
            Comparison::Right => Mark::Right,
            Comparison::Cut => Mark::Cut,
            Comparison::Rounded => Mark::Rounded,
            Comparison::Follows => Mark::Follows,
            Comparison::Coarse => Mark::TooFewDigits,
            Comparison::Undecided => Mark::Undecided,
            Comparison::Off => {
                causes = search.foreseen(lesson);
                let is_explained = !causes.is_empty();
                causes.extend(search.causes(lesson, alternatives, is_explained));
                let is_convention = causes.iter().any(|cause| matches!(cause.slip, Slip::Convention(_)));
                match causes.is_empty() {
                    _ if is_convention => Mark::Convention,
                    false => Mark::Mistake,
                    true if carried.is_none() && is_almost(lesson, &claim, &subject, &proven, asked)? => Mark::Almost,
                    true => Mark::Wrong,
                }
            }
        };
        let standing = match mark {
            Mark::Undecided => None,
            mark if mark.is_right() => Some(Standing::Good),
            Mark::Follows | Mark::TooFewDigits => Some(Standing::Worked),
            _ => Some(Standing::Wrong(None)),
        };
        if let Some(standing) = standing {
            own.add(&subject, &claim.value, &value, standing, !asked.is_met(&written, &value));
        }
        Ok(Marked { is_searched: Alternatives::can_be_made(lesson), ..marked(mark, causes, value) })
    }
}

/// Marks all answers of a sheet that asked for no digits; each mark has the index of its answer.
#[must_use]
pub fn mark(lesson: &mut Lesson, answers: &[Answer]) -> Vec<Result<Marked, Trouble>> {
    Marker::default().mark_sheet(lesson, answers)
}
