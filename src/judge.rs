//! Judges numbers that somebody printed: right, cut off, rounded on the way, or wrong.
//!
//! `check` asks it about what a source printed; marking stands on it too. Must not know of screens,
//! sentences or files: it hands up facts.

mod digits;
mod earlier;
mod image;
mod published;
mod quantity;
mod subject;
mod working;

pub use published::{Checked, Finding, published};

use crate::formula::{Formula, Name};
use crate::lesson::{FindFault, Lesson};
use crate::number::{Exact, Fault, Number, Proven};
use crate::run::{Halt, Ladder};
use earlier::Earlier;
use subject::Subject;
use working::Working;

/// A number that somebody says a step or a formula comes to.
#[derive(Clone, Debug)]
pub struct Claim {
    /// A formula over steps and givens, each with its own sample and epoch.
    pub what: Formula,
    /// The number with the digits that were written; a zero at the end is one of them.
    pub value: Exact,
    /// How it is meant.
    pub kind: ClaimKind,
}

/// How a claim is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClaimKind {
    /// As the result.
    Result,
    /// As the result in binary floats, so that 12 significant digits are compared.
    Float,
    /// As something that the source got wrong.
    ///
    /// It is compared as a float too, and what was not written is then taken to be as fine as the claim itself: the
    /// claim is wrong already, and a single coarse line must not make everything follow.
    Erratum,
}

/// How a claim compares with the exact result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It is the exact result, rounded to the digits that were written.
    Right,
    /// It is the exact result, cut off after the digits that were written.
    Cut,
    /// It agrees with the exact result to 12 significant digits.
    Float,
    /// It follows from earlier claims, each of which was rounded.
    Rounded,
    /// None of these.
    Wrong,
    /// No precision that was tried tells which of these.
    Undecided,
}

impl Verdict {
    /// Whether nothing is to be said against the claim.
    #[must_use]
    pub fn agrees(self) -> bool {
        matches!(self, Self::Right | Self::Cut | Self::Float | Self::Rounded)
    }
}

/// A verdict and the value that it rests on.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// How the claim compares.
    pub verdict: Verdict,
    /// The exact result, as closely as the verdict needed it.
    pub value: Number,
}

/// Why a claim cannot be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It names something that the lesson does not have.
    Unknown {
        /// The name as it stands in the claim.
        name: Name,
        /// What was not found.
        fault: FindFault,
    },
    /// The training ends before.
    Halted(Halt),
    /// The result cannot be computed.
    Failed(Fault),
}

impl From<Halt> for Trouble {
    fn from(halt: Halt) -> Self {
        Self::Halted(halt)
    }
}

/// Judges all claims of one sheet or source; what is said of each stands at its own place.
///
/// A claim about one of the other runs is judged in the lesson of that run, by the claims about it.
#[must_use]
pub fn judge(lesson: &mut Lesson, claims: &[Claim]) -> Vec<Result<Judgement, Trouble>> {
    let mut by_run: Vec<OfRun> = vec![OfRun { run: None, claims: Vec::new() }];
    for (at, claim) in claims.iter().enumerate() {
        let (run, claim) = of_one_run(lesson, claim);
        match by_run.iter_mut().find(|group| group.run == run) {
            Some(group) => group.claims.push((at, claim)),
            None => by_run.push(OfRun { run, claims: vec![(at, claim)] }),
        }
    }
    let mut judged: Vec<_> = claims.iter().map(|_| Err(Trouble::Failed(Fault::TooLarge))).collect();
    for OfRun { run, claims } in by_run {
        let (places, claims): (Vec<usize>, Vec<Claim>) = claims.into_iter().unzip();
        for (at, judgement) in places.into_iter().zip(judge_run(lesson.of_run_mut(run.as_ref()), &claims)) {
            judged[at] = judgement;
        }
    }
    judged
}

/// Claims about one run, with their places among all.
struct OfRun {
    run: Option<Name>,
    claims: Vec<(usize, Claim)>,
}

/// The run that all of a claim is about, and the claim as that run's own lesson has it.
fn of_one_run(lesson: &Lesson, claim: &Claim) -> (Option<Name>, Claim) {
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

/// Judges claims in the order of the lesson, because one may follow from those before it, wherever they stand.
fn judge_run(lesson: &mut Lesson, claims: &[Claim]) -> Vec<Result<Judgement, Trouble>> {
    let subjects: Vec<_> = claims.iter().map(|claim| Subject::of(lesson, &claim.what)).collect();
    let mut order: Vec<usize> = (0..claims.len()).collect();
    let place = |at: &usize| subjects[*at].as_ref().ok().and_then(Subject::latest);
    order.sort_by_key(place);
    let mut earlier = Earlier::default();
    let mut judged: Vec<_> = claims.iter().map(|_| Err(Trouble::Failed(Fault::TooLarge))).collect();
    for at in order {
        let claim = &claims[at];
        judged[at] = match &subjects[at] {
            Err(trouble) => Err(trouble.clone()),
            Ok(subject) => {
                let judgement = one(lesson, claim, subject, &earlier);
                if let Ok(judgement) = &judgement
                    && judgement.verdict.agrees()
                    && !subject.mixes_runs()
                {
                    earlier.add(subject, &claim.value, &judgement.value);
                }
                judgement
            }
        };
    }
    judged
}

fn one(lesson: &mut Lesson, claim: &Claim, subject: &Subject, earlier: &Earlier) -> Result<Judgement, Trouble> {
    // The way to a late epoch is long, and no part of the time in which a question has to be settled.
    for epoch in subject.epochs() {
        lesson.run().state(epoch)?;
    }
    let mut working: Option<Working> = None;
    let mut ladder = Ladder::for_decimals(claim.value.scale() + 20);
    loop {
        let proven = Proven::new(ladder.bits()).ok_or(Trouble::Failed(Fault::TooLarge))?;
        let value = subject.value(lesson, &proven, &claim.what)?;
        let answer = match &value {
            Err(fault) if !fault.is_undecided() => return Err(Trouble::Failed(*fault)),
            Err(_) => Answer::Finer,
            Ok(value) => match digits::verdict(claim, value) {
                // What two runs have to do with each other was not worked by anybody step by step.
                Some(Verdict::Wrong) if subject.mixes_runs() => Answer::Settled(Verdict::Wrong),
                Some(Verdict::Wrong) => {
                    let working = working.get_or_insert_with(|| Working::of(lesson, claim, subject));
                    working.answer(lesson, &proven, earlier)?
                }
                Some(verdict) => Answer::Settled(verdict),
                None => Answer::Finer,
            },
        };
        let verdict = match answer {
            Answer::Settled(verdict) => verdict,
            Answer::Finer if ladder.climb() => continue,
            Answer::Finer | Answer::Open => Verdict::Undecided,
        };
        let value = value.map_err(Trouble::Failed)?;
        return Ok(Judgement { verdict, value });
    }
}

/// What trying one precision came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    /// This, and nothing else.
    Settled(Verdict),
    /// More bits may tell.
    Finer,
    /// More bits cannot tell.
    Open,
}
