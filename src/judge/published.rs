//! What a source printed, compared with the lesson; an erratum has to be one.

use super::{Claim, ClaimKind, Trouble, Verdict, judge};
use crate::lesson::Lesson;
use crate::number::Number;
use crate::scenario::PublishedKind;

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

/// Judges everything that the source of a lesson printed, in the order of the file.
#[must_use]
pub fn published(lesson: &mut Lesson) -> Vec<Result<Checked, Trouble>> {
    let printed = lesson.scenario().published.clone();
    let claim = |entry: &crate::scenario::Published| Claim {
        what: entry.what.clone(),
        value: entry.value.into(),
        kind: match entry.kind {
            PublishedKind::Agrees => ClaimKind::Result,
            PublishedKind::Float => ClaimKind::Float,
            PublishedKind::Erratum(_) => ClaimKind::Erratum,
        },
    };
    let claims: Vec<Claim> = printed.iter().map(claim).collect();
    let judged = judge(lesson, &claims).into_iter().zip(&printed);
    judged
        .map(|(judgement, entry)| {
            judgement.map(|judgement| Checked {
                finding: Finding::of(&entry.kind, judgement.verdict),
                value: judgement.value,
            })
        })
        .collect()
}
