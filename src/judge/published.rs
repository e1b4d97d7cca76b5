//! What a source printed, compared with the lesson; an erratum has to be one.

use super::{About, Claim, ClaimKind, Judgement, Judging, Trouble, Verdict};
use crate::lesson::Lesson;
use crate::number::{Fault, Number};
use crate::scenario::{Published, PublishedKind};

/// What is found out about one published number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Finding {
    /// It agrees, in this way.
    Agrees(Verdict),
    /// It does not agree.
    Wrong,
    /// Whether it agrees cannot be told.
    Undecided,
    /// It does not agree, as the scenario says.
    Erratum,
    /// It is no result, as the scenario says, but one that rounding on the way can lead to.
    ErratumByRounding,
    /// The scenario calls it an erratum, and it agrees in this way.
    NoErratum(Verdict),
}

impl Finding {
    fn of(kind: &PublishedKind, verdict: Verdict) -> Self {
        let is_erratum = matches!(kind, PublishedKind::Erratum(_));
        match verdict {
            Verdict::Undecided => Self::Undecided,
            Verdict::Wrong if is_erratum => Self::Erratum,
            Verdict::Wrong => Self::Wrong,
            Verdict::Rounded if is_erratum => Self::ErratumByRounding,
            verdict if is_erratum => Self::NoErratum(verdict),
            verdict => Self::Agrees(verdict),
        }
    }

    /// Whether something has to be done about it.
    #[must_use]
    pub fn is_fault(self) -> bool {
        matches!(self, Self::Wrong | Self::Undecided | Self::NoErratum(_))
    }
}

/// One published number that was judged.
#[derive(Clone, Debug)]
pub struct Checked {
    /// What was found out.
    pub finding: Finding,
    /// The exact result.
    pub value: Number,
}

/// What the source of a lesson printed, as far as it has been judged.
pub struct Review {
    printed: Vec<Published>,
    judging: Judging,
}

impl Review {
    /// Prepares to judge everything that the source of a lesson printed.
    #[must_use]
    pub fn of(lesson: &mut Lesson) -> Self {
        let printed = lesson.scenario().published.clone();
        let claim = |entry: &Published| Claim {
            what: entry.what.clone(),
            value: entry.value.into(),
            kind: match entry.kind {
                PublishedKind::Agrees => ClaimKind::Result,
                PublishedKind::Float => ClaimKind::Float,
                PublishedKind::Erratum(_) => ClaimKind::Erratum,
            },
        };
        let claims: Vec<Claim> = printed.iter().map(claim).collect();
        Self { judging: Judging::of(lesson, &claims), printed }
    }

    /// Judges the next one, or comes nearer to it; true while there is more to do.
    pub fn go_on(&mut self, lesson: &mut Lesson) -> bool {
        self.judging.go_on(lesson)
    }

    /// Every entry in the order of the file: the step that it is about, where it is one, and what was found out about
    /// it, where that is known already.
    pub fn entries(&self) -> impl Iterator<Item = (&Published, Option<&About>, Option<Result<Checked, Trouble>>)> {
        let known = self.printed.iter().zip(self.judging.abouts()).zip(self.judging.judged());
        known.map(|((entry, about), judged)| {
            let checked = judged.as_ref().map(|judged| judged.clone().map(|judgement| checked(entry, judgement)));
            (entry, about.as_ref(), checked)
        })
    }
}

fn checked(entry: &Published, judgement: Judgement) -> Checked {
    Checked { finding: Finding::of(&entry.kind, judgement.verdict), value: judgement.value }
}

/// Judges everything that the source of a lesson printed, in the order of the file.
#[must_use]
pub fn published(lesson: &mut Lesson) -> Vec<Result<Checked, Trouble>> {
    let mut review = Review::of(lesson);
    while review.go_on(lesson) {}
    review.entries().map(|(.., checked)| checked.unwrap_or(Err(Trouble::Failed(Fault::TooLarge)))).collect()
}
