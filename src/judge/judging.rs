//! Claims judged one after the other, in the order of the lesson: one may follow from those before it, wherever they
//! stand. Whoever waits can do something else between two of them.

use super::earlier::Earlier;
use super::subject::Subject;
use super::working::Working;
use super::{About, Claim, Judgement, Trial, Trouble, Verdict, digits};
use crate::formula::{Formula, Name};
use crate::lesson::Lesson;
use crate::number::{Fault, Proven};

/// So many epochs are run at a time on the way to a late one.
const STRETCH: u64 = 64;

/// The claims of one sheet or source, as far as they have been judged.
pub struct Judging {
    runs: Vec<OfRun>,
    abouts: Vec<Option<About>>,
    judged: Vec<Option<Result<Judgement, Trouble>>>,
}

/// The claims about one run.
struct OfRun {
    run: Option<Name>,
    /// Those that are not judged yet, the next one last.
    open: Vec<Open>,
    earlier: Earlier,
    /// The epoch up to which the run has been prepared.
    reached: u64,
}

struct Open {
    /// The place among all claims.
    at: usize,
    claim: Claim,
    subject: Result<Subject, Trouble>,
}

impl Judging {
    /// Prepares to judge claims. One about another run is judged in the lesson of that run, by the claims about it.
    #[must_use]
    pub fn of(lesson: &mut Lesson, claims: &[Claim]) -> Self {
        let mut runs: Vec<OfRun> = Vec::new();
        let mut abouts = Vec::new();
        for (at, claim) in claims.iter().enumerate() {
            let (run, claim) = of_one_run(lesson, claim);
            let subject = Subject::of(lesson.of_run_mut(run.as_ref()), &claim.what);
            let step = subject.as_ref().ok().and_then(|subject| subject.step);
            abouts.push(step.map(|(position, is_negated)| About { run: run.clone(), position, is_negated }));
            let open = Open { at, claim, subject };
            match runs.iter_mut().find(|group| group.run == run) {
                Some(group) => group.open.push(open),
                None => runs.push(OfRun { run, open: vec![open], earlier: Earlier::default(), reached: 1 }),
            }
        }
        for group in &mut runs {
            group.open.sort_by_key(|open| open.subject.as_ref().ok().and_then(Subject::latest));
            group.open.reverse();
        }
        Self { runs, abouts, judged: claims.iter().map(|_| None).collect() }
    }

    /// The step that each claim is about, where it is one; at the claim's own place.
    #[must_use]
    pub fn abouts(&self) -> &[Option<About>] {
        &self.abouts
    }

    /// What was found of each claim, at its own place; none where that is still open.
    #[must_use]
    pub fn judged(&self) -> &[Option<Result<Judgement, Trouble>>] {
        &self.judged
    }

    /// Judges the next claim, or comes some epochs nearer to it; true while there is more to do.
    pub fn go_on(&mut self, lesson: &mut Lesson) -> bool {
        let Some(group) = self.runs.iter_mut().find(|group| !group.open.is_empty()) else { return false };
        let lesson = lesson.of_run_mut(group.run.as_ref());
        let epochs = group.open.last().and_then(|open| open.subject.as_ref().ok()).map(Subject::epochs);
        let latest = epochs.and_then(|epochs| epochs.last().copied()).unwrap_or(1);
        if group.reached.saturating_add(STRETCH) < latest {
            group.reached += STRETCH;
            // Where training ends before, that is said of the claim itself.
            group.reached = if lesson.run().state(group.reached).is_ok() { group.reached } else { u64::MAX };
            return true;
        }
        if let Some(Open { at, claim, subject }) = group.open.pop() {
            self.judged[at] = Some(subject.and_then(|subject| {
                let judgement = one(lesson, &claim, &subject, &group.earlier)?;
                if judgement.verdict.agrees() && !subject.mixes_runs() {
                    group.earlier.add(&subject, &digits::certain(&claim), &judgement.value);
                }
                Ok(judgement)
            }));
        }
        self.runs.iter().any(|group| !group.open.is_empty())
    }
}

/// Judges all claims of one sheet or source; what is said of each stands at its own place.
#[must_use]
pub fn judge(lesson: &mut Lesson, claims: &[Claim]) -> Vec<Result<Judgement, Trouble>> {
    let mut judging = Judging::of(lesson, claims);
    while judging.go_on(lesson) {}
    judging.judged.into_iter().map(|judged| judged.unwrap_or(Err(Trouble::Failed(Fault::TooLarge)))).collect()
}

/// The run that all of a claim is about, and the claim as that run's own lesson has it.
pub(super) fn of_one_run(lesson: &Lesson, claim: &Claim) -> (Option<Name>, Claim) {
    let run_of = |name: &Name| Some(lesson.split_run(name.as_str()).ok()?.0);
    let mut runs = Vec::new();
    claim.what.each_name(&mut |name| runs.push(run_of(name)));
    match runs.first() {
        Some(Some(Some(run))) if runs.iter().all(|other| *other == runs[0]) => {
            let own = |name: &Name| Some(Formula::name(lesson.split_run(name.as_str()).ok()?.1));
            (Some(run.clone()), Claim { what: claim.what.substituted(&own), ..claim.clone() })
        }
        _ => (None, claim.clone()),
    }
}

fn one(lesson: &mut Lesson, claim: &Claim, subject: &Subject, earlier: &Earlier) -> Result<Judgement, Trouble> {
    // The way to a late epoch is long, and no part of the time in which a question has to be settled.
    for epoch in subject.epochs() {
        lesson.run().state(epoch)?;
    }
    let mut working: Option<Working> = None;
    let mut ladder = subject.ladder(lesson, claim.value.scale() + 20);
    loop {
        let proven = Proven::new(ladder.precision()).ok_or(Trouble::Failed(Fault::TooLarge))?;
        let value = subject.value(lesson, &proven, &claim.what)?;
        let answer = match &value {
            Err(fault) if !fault.is_undecided() => return Err(Trouble::Failed(*fault)),
            Err(_) => Trial::Finer,
            Ok(value) => match digits::verdict(claim, value) {
                // What two runs have to do with each other was not worked by anybody step by step.
                Some(Verdict::Wrong) if subject.mixes_runs() => Trial::Settled(Verdict::Wrong),
                Some(Verdict::Wrong) => {
                    let working = working.get_or_insert_with(|| Working::of(lesson, claim, subject));
                    let answer = working.answer(lesson, &proven, earlier)?;
                    match (answer, Working::inlined(lesson, claim, subject)) {
                        (Trial::Settled(Verdict::Wrong), Some(mut inlined)) => {
                            inlined.answer(lesson, &proven, earlier)?
                        }
                        (answer, _) => answer,
                    }
                }
                Some(verdict) => Trial::Settled(verdict),
                None => Trial::Finer,
            },
        };
        let verdict = match answer {
            Trial::Settled(verdict) => verdict,
            Trial::Finer if ladder.climb() => continue,
            Trial::Finer | Trial::Open => Verdict::Undecided,
        };
        let value = value.map_err(Trouble::Failed)?;
        return Ok(Judgement { verdict, value });
    }
}
