//! Every step as data: one record a step, for scripts.

use serde::Serialize;

use super::{ExportFault, Selection, computed, runs};
use crate::formula::{Label, LineStyle};
use crate::lesson::{Lesson, Page};
use crate::number::{Assumed, Exact, MOST_EXACT_DIGITS, Number};
use crate::run::{Decision, LineOf, Run};

/// Decimals of a value that is not exact.
const DECIMALS: u32 = 30;

/// One step as data; its form is a contract.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct Record {
    /// The run, where it is not the lesson's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    run: Option<String>,
    name: String,
    epoch: u64,
    batch: Option<u64>,
    sample: Option<u64>,
    phase: &'static str,
    formula: String,
    substituted: String,
    value: String,
    exact: bool,
    /// How many decimals are certain, where that is fewer than 30; where the step rests on something that was taken for
    /// granted, how many follow from that with certainty.
    #[serde(skip_serializing_if = "Option::is_none")]
    certain: Option<u32>,
    /// What was taken for granted in this step, because no precision decides it.
    #[serde(skip_serializing_if = "Option::is_none")]
    assumed: Option<&'static str>,
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
    pub const COLUMNS: [&'static str; 14] = [
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
        "assumed",
        "shown",
        "exact_value",
        "drift",
    ];

    /// The column of the run, behind the others where a lesson has other runs.
    pub const RUN: &'static str = "run";

    /// The run, where it is not the lesson's own.
    #[must_use]
    pub fn run(&self) -> &str {
        self.run.as_deref().unwrap_or_default()
    }

    /// The record as the cells of a row, without the run.
    #[must_use]
    pub fn cells(&self) -> [String; 14] {
        let number = |number: Option<u64>| number.map(|number| number.to_string()).unwrap_or_default();
        let beside = |of: fn(&Beside) -> &String| self.beside.as_ref().map(of).cloned().unwrap_or_default();
        [
            self.name.clone(),
            self.epoch.to_string(),
            number(self.batch),
            number(self.sample),
            self.phase.to_owned(),
            self.formula.clone(),
            self.substituted.clone(),
            self.value.clone(),
            self.exact.to_string(),
            number(self.certain.map(u64::from)),
            self.assumed.unwrap_or_default().to_owned(),
            self.shown.clone(),
            beside(|beside| &beside.exact_value),
            beside(|beside| &beside.drift),
        ]
    }
}

/// Hands the records of a selection to `give`, one after another: those of the lesson, then those of its other runs.
///
/// # Errors
/// Where a step cannot be computed, a name is unknown, or training ends before.
pub fn records<E: From<ExportFault>>(
    lesson: &mut Lesson,
    selection: &Selection,
    mut give: impl FnMut(Record) -> Result<(), E>,
) -> Result<(), E> {
    for run in runs(lesson) {
        let Some(selection) = selection.of_run(lesson, run.as_ref())? else { continue };
        let name = run.as_ref().map(ToString::to_string);
        let give = |record| give(Record { run: name.clone(), ..record });
        records_of_run(lesson.of_run_mut(run.as_ref()), &selection, give)?;
    }
    Ok(())
}

fn records_of_run<E: From<ExportFault>>(
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
        LineOf::Sample(sample) if lesson.validation().contains(&sample) => (None, Some(sample)),
        LineOf::Sample(sample) => (Some(lesson.run().setting().batch_of(sample)), Some(sample)),
        LineOf::Update(batch) => (Some(batch), None),
        LineOf::Validation => (None, None),
    };
    let (value, exact, certain) = value(lesson.run(), page)?;
    // What rests on something taken for granted is exact, and certain, only if that holds.
    let decimals = |value: &str| value.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let certain = certain.or_else(|| page.rests.then(|| u32::try_from(decimals(&value)).unwrap_or(u32::MAX)));
    let exact = exact && !page.rests;
    let beside = beside(lesson, page);
    // On paper a value has all its digits; whether it is exact is a question of what was rounded.
    let exact = if lesson.program().is_on_paper() { shown.written.exact && !page.rests } else { exact };
    let first = page.work.as_ref().and_then(|work| work.lines.first());
    let formula = page.step.formula.to_string();
    Ok(Record {
        run: None,
        name: page.step.name.to_string(),
        epoch: page.moment.epoch,
        batch,
        sample,
        phase: page.step.phase.name(),
        substituted: first.map_or_else(
            || formula.clone(),
            |line| line.filled.formula.text(LineStyle::COMPACT, &|name| line.filled.label(name, &Label::as_written)),
        ),
        formula,
        value,
        exact,
        certain,
        assumed: page.assumed.map(assumed_in_data),
        shown: format!("{}{}", shown.written, if shown.unfinished { "…" } else { "" }),
        beside,
    })
}

/// The word for what was taken for granted.
fn assumed_in_data(assumed: Assumed) -> &'static str {
    match assumed {
        Assumed::Tie => "tie",
        Assumed::Kink => "kink",
        Assumed::Bound => "bound",
    }
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
