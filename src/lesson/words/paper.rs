//! What is said where results are rounded on the way: the digits, the drift, and what rounding has done to a sign.

use super::Words;
use super::sign::Sign;
use crate::lesson::{Drift, Page, Relation};
use crate::number::{Digits, Ties, Written};

/// Lists of more kinds of steps are only mentioned.
const MOST_KINDS: usize = 4;

impl Words<'_> {
    /// The exact value beside one on paper, and how far the two are apart.
    #[must_use]
    pub fn drift(&self, drift: &Drift) -> String {
        let about = |written: &Written| match Relation::of(written.exact) {
            Relation::Equal => String::new(),
            Relation::About => format!("{} ", Relation::About.sign()),
        };
        let exact = format!("{}{}", about(&drift.exact), drift.exact).replace('-', "−");
        let values = [("exact", exact.into())];
        match &drift.gap {
            None => self.say("lesson-drift-open", &values),
            Some(gap) if gap.digits.is_zero() => self.say("lesson-drift-none", &values),
            Some(gap) => {
                let sign = if gap.digits.is_negative() { "" } else { "+" };
                let gap = format!("{}{sign}{gap}", about(gap)).replace('-', "−");
                let [exact] = values;
                self.say("lesson-drift", &[exact, ("gap", gap.into())])
            }
        }
    }

    /// With which digits is worked.
    pub(super) fn arithmetic(&self) -> String {
        let Some(paper) = &self.lesson.scenario.paper else {
            return self.say("lesson-convention-exact", &[("decimals", self.lesson.format.decimals.into())]);
        };
        let (id, count) = match paper.usual.digits {
            Digits::Decimals(count) => ("lesson-convention-paper-decimals", count),
            Digits::Significant(count) => ("lesson-convention-paper-significant", count),
        };
        let usual = self.say(id, &[("count", count.into())]);
        let of_kinds = paper.by_kind.iter().map(|(kind, count)| format!("{} {count}", kind.word()));
        let of_steps = paper.by_step.iter().map(|own| format!("{} {}", own.step, own.digits));
        let kinds: Vec<String> = of_kinds.chain(of_steps).collect();
        let said = match kinds.len() {
            0 => usual,
            1..=MOST_KINDS => {
                let values = [("usual", usual.into()), ("kinds", kinds.join(", ").into())];
                self.say("lesson-convention-paper-kinds", &values)
            }
            _ => self.say("lesson-convention-paper-many-kinds", &[("usual", usual.into())]),
        };
        match paper.usual.ties {
            Ties::HalfUp => said,
            Ties::HalfEven => self.say("lesson-convention-paper-half-even", &[("usual", said.into())]),
        }
    }

    /// What is to be said in place of what a sign means, where rounding has made it another than the exact one.
    pub(super) fn misled(&self, page: &Page) -> Option<String> {
        let exact = Sign::of(&page.drift.as_ref()?.exact.digits);
        let paper = Sign::of(&page.result.as_ref().ok()?.written.digits);
        match paper {
            _ if paper == exact => None,
            Sign::Zero => Some(self.say("lesson-sign-lost", &[])),
            _ => Some(self.say("lesson-sign-turned", &[("sign", Sign::word(Some(exact)).into())])),
        }
    }

    /// What an update has done on paper, where that is not what the sign of the gradient says.
    pub(super) fn rounded_update(&self, page: &Page, sign: Option<Sign>) -> Option<String> {
        self.lesson.scenario.paper.as_ref()?;
        let subject = &page.step.role.subject;
        let before = &page.work.as_ref()?.lines.first()?.filled.numbers.get(subject)?.digits;
        let after = &page.result.as_ref().ok()?.written.digits;
        let id = match (sign?, Sign::of(&before.minus(after))) {
            (gradient, moved) if gradient == moved => return None,
            (_, Sign::Zero) => "lesson-why-new-too-small",
            _ => "lesson-why-new-by-rounding",
        };
        Some(self.say(id, &[("subject", subject.as_str().into())]))
    }
}
