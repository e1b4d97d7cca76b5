//! Every step as data: one record a step, for scripts.

use serde::Serialize;

use super::{ExportFault, Selection, computed};
use crate::formula::LineStyle;
use crate::lesson::{Lesson, Page};
use crate::number::{Exact, MOST_EXACT_DIGITS, Number};
use crate::run::{Decision, LineOf, Run};

/// Decimals of a value that is not exact.
const DECIMALS: u32 = 30;

/// One step as data; its form is a contract.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct Record {
    name: String,
    epoch: u64,
    batch: u64,
    sample: Option<u64>,
    phase: &'static str,
    formula: String,
    substituted: String,
    value: String,
    exact: bool,
    /// How many decimals are certain, where that is fewer than 30.
    #[serde(skip_serializing_if = "Option::is_none")]
    certain: Option<u32>,
    shown: String,
    /// On paper, what the same program comes to where nothing is rounded, and the value less that.
    #[serde(flatten)]
    beside: Option<Beside>,
}

/// What stands beside a value on paper.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
struct Beside {
    exact_value: String,
    drift: String,
}

impl Record {
    /// The names of the columns, in order.
    pub const COLUMNS: [&'static str; 13] = [
        "name",
        "epoch",
        "batch",
        "sample",
        "phase",
        "formula",
        "substituted",
        "value",
        "exact",
        "certain",
        "shown",
        "exact_value",
        "drift",
    ];

    /// The record as the cells of a row.
    #[must_use]
    pub fn cells(&self) -> [String; 13] {
        let number = |number: Option<u64>| number.map(|number| number.to_string()).unwrap_or_default();
        let beside = |of: fn(&Beside) -> &String| self.beside.as_ref().map(of).cloned().unwrap_or_default();
        [
            self.name.clone(),
            self.epoch.to_string(),
            self.batch.to_string(),
            number(self.sample),
            self.phase.to_owned(),
            self.formula.clone(),
            self.substituted.clone(),
            self.value.clone(),
            self.exact.to_string(),
            number(self.certain.map(u64::from)),
            self.shown.clone(),
            beside(|beside| &beside.exact_value),
            beside(|beside| &beside.drift),
        ]
    }
}

/// Hands the records of a selection to `give`, one after another.
///
/// # Errors
/// Where a step cannot be computed, a name is unknown, or training ends before.
pub fn records<E: From<ExportFault>>(
    lesson: &mut Lesson,
    selection: &Selection,
    mut give: impl FnMut(Record) -> Result<(), E>,
) -> Result<(), E> {
    for epoch in selection.epochs_in_order() {
        for position in selection.positions(lesson, epoch)? {
            let Some(page) = lesson.page(position).map_err(ExportFault::Halt)? else { continue };
            give(record(lesson, &page)?)?;
        }
    }
    Ok(())
}

fn record(lesson: &mut Lesson, page: &Page) -> Result<Record, ExportFault> {
    let shown = computed(page)?;
    let (batch, sample) = match page.moment.line {
        LineOf::Sample(sample) => (lesson.run().setting().batch_of(sample), Some(sample)),
        LineOf::Update(batch) => (batch, None),
    };
    let (value, exact, certain) = value(lesson.run(), page)?;
    let beside = beside(lesson, page);
    // On paper a value has all its digits; whether it is exact is a question of what was rounded.
    let exact = if lesson.program().is_on_paper() { shown.written.exact } else { exact };
    let first = page.work.as_ref().and_then(|work| work.lines.first());
    let formula = page.step.formula.to_string();
    Ok(Record {
        name: page.step.name.to_string(),
        epoch: page.moment.epoch,
        batch,
        sample,
        phase: page.step.phase.name(),
        substituted: first.map_or_else(
            || formula.clone(),
            |line| line.filled.formula.text(LineStyle::COMPACT, &|name| line.filled.label(name)),
        ),
        formula,
        value,
        exact,
        certain,
        shown: format!("{}{}", shown.written, if shown.unfinished { "…" } else { "" }),
        beside,
    })
}

/// The exact value of a step on paper, and how far the paper has drifted from it.
fn beside(lesson: &mut Lesson, page: &Page) -> Option<Beside> {
    let paper = page.result.as_ref().ok()?.written.digits.clone();
    let (exact_value, ..) = value(lesson.exact_run()?, page).ok()?;
    let drift = paper.minus(&Exact::parse(&exact_value)?).normalized().to_string();
    Some(Beside { exact_value, drift })
}

/// All digits of an exact value, else 30 decimals, or what is certain of them.
fn value(run: &mut Run, page: &Page) -> Result<(String, bool, Option<u32>), ExportFault> {
    let name = page.step.name.as_str();
    let read = |number: &Number| match number.exact().map(Exact::normalized) {
        Some(exact) if exact.digit_count() <= u64::from(MOST_EXACT_DIGITS) => Some((exact.to_string(), true, None)),
        _ => number.rounded(DECIMALS).map(|digits| (digits.to_string(), false, None)),
    };
    let decision = run.decide(page.moment, DECIMALS, |reading| reading.value(name).ok().and_then(read));
    match decision.map_err(ExportFault::Halt)? {
        Decision::Settled(settled) => Ok(settled),
        Decision::Open(reading) => {
            let failed = |fault| ExportFault::Failed { name: page.step.name.clone(), fault };
            let number = reading.value(name).map_err(failed)?;
            let (digits, _) = number.certain(DECIMALS);
            let text = digits.as_ref().map(ToString::to_string).unwrap_or_default();
            Ok((text, false, Some(digits.map_or(0, |digits| digits.scale()))))
        }
    }
}
