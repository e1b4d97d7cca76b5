//! The runs of a lesson side by side: facts for a table, and for a curve.

use super::{Found, Lesson, Position, Shown};
use crate::formula::Name;
use crate::keys::Loss;
use crate::number::Fault;
use crate::program::GivenKind;
use crate::run::{Halt, Moment, Reason};

/// Up to which epoch each has a row of its own; then every tenfold.
const FIRST_EPOCHS: u64 = 3;
/// Of more parameters, or of more outputs, none is shown.
const MOST_ROWS: usize = 12;

/// Runs side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The runs, the lesson's own first, which has no name.
    pub runs: Vec<Option<Name>>,
    /// What is compared.
    pub rows: Vec<Row>,
}

/// One value in every run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What the value is.
    pub kind: RowKind,
    /// The value of each run, in their order.
    pub cells: Vec<Cell>,
}

/// What a row compares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// How many samples a batch has.
    BatchSize,
    /// How many updates an epoch has.
    Updates,
    /// The loss of an epoch, as its samples were met.
    Loss {
        /// Which epoch.
        epoch: u64,
    },
    /// The loss of a sample after the last epoch of the run.
    FinalLoss {
        /// Which one.
        name: Name,
    },
    /// The output of a sample after the last epoch of the run, in a network; before any, where nothing is trained.
    Output {
        /// Its name, with its sample where there are several.
        name: Name,
    },
    /// A parameter after the last epoch of the run.
    Parameter {
        /// Its name.
        name: Name,
    },
}

/// What a run has in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A count.
    Count(u64),
    /// A value.
    Value(Shown),
    /// Nothing: the run has no such epoch, or no such value.
    Nothing,
    /// Its training ended before.
    Ended(Halt),
    /// The value cannot be computed.
    Failed(Fault),
}

/// Puts the runs of a lesson side by side.
pub fn comparison(lesson: &mut Lesson) -> Comparison {
    let runs: Vec<Option<Name>> =
        std::iter::once(None).chain(lesson.compared().iter().map(|side| Some(side.name.clone()))).collect();
    let mut rows = Vec::new();
    for kind in kinds(lesson, &runs) {
        let cells: Vec<Cell> = runs.iter().map(|run| cell(lesson.of_run_mut(run.as_ref()), &kind)).collect();
        if !cells.iter().all(|cell| matches!(cell, Cell::Nothing)) {
            rows.push(Row { kind, cells });
        }
    }
    Comparison { runs, rows }
}

/// The losses of epochs of one lesson, as a curve has them.
pub fn losses(lesson: &mut Lesson, epochs: impl IntoIterator<Item = u64>) -> Vec<(u64, Cell)> {
    epochs.into_iter().map(|epoch| (epoch, cell(lesson, &RowKind::Loss { epoch }))).collect()
}

/// The rows that a table of these runs has.
fn kinds(lesson: &Lesson, runs: &[Option<Name>]) -> Vec<RowKind> {
    let all = || runs.iter().map(|run| lesson.of_run(run.as_ref()));
    let trains = all().any(|lesson| !lesson.program().trained.is_empty());
    let mut kinds = Vec::new();
    if trains && lesson.samples() > 1 {
        kinds.extend([RowKind::BatchSize, RowKind::Updates]);
    }
    if trains {
        kinds.extend(epochs(all().map(Lesson::epochs)).into_iter().map(|epoch| RowKind::Loss { epoch }));
    }
    let of_samples = |name: &Name| -> Vec<Name> {
        let mark = |sample| if lesson.samples() > 1 { format!("{name}#{sample}") } else { name.to_string() };
        (1..=lesson.samples()).map(|sample| Name::new(mark(sample))).collect()
    };
    let losses = lesson.program().loss.iter().flat_map(of_samples);
    let outputs = lesson.program().diagram.columns.last().into_iter().flatten().map(|vertex| &vertex.value);
    let outputs = outputs.filter(|name| lesson.program().loss.as_ref() != Some(name)).flat_map(of_samples);
    let parameters = lesson.program().givens.iter().filter(|given| matches!(given.kind, GivenKind::Parameter(_)));
    let parameters = parameters.filter(|given| lesson.scenario().trains(&given.name)).map(|given| given.name.clone());
    for group in [
        losses.map(|name| RowKind::FinalLoss { name }).take(MOST_ROWS + 1).collect::<Vec<_>>(),
        outputs.map(|name| RowKind::Output { name }).take(MOST_ROWS + 1).collect(),
        parameters.map(|name| RowKind::Parameter { name }).take(MOST_ROWS + 1).collect(),
    ] {
        if group.len() <= MOST_ROWS {
            kinds.extend(group);
        }
    }
    kinds
}

/// The first epochs, every tenfold, and the last of each run.
fn epochs(lasts: impl Iterator<Item = u64>) -> Vec<u64> {
    let lasts: Vec<u64> = lasts.collect();
    let longest = lasts.iter().copied().max().unwrap_or(1);
    let tenfold = std::iter::successors(Some(10_u64), |epoch| epoch.checked_mul(10));
    let mut epochs: Vec<u64> =
        (1..=FIRST_EPOCHS).chain(tenfold.take_while(|&epoch| epoch < longest)).chain(lasts).collect();
    epochs.retain(|&epoch| epoch <= longest);
    epochs.sort_unstable();
    epochs.dedup();
    epochs
}

/// The value of a row in one run.
fn cell(lesson: &mut Lesson, kind: &RowKind) -> Cell {
    let trains = !lesson.program().trained.is_empty();
    let after = if trains { lesson.epochs() + 1 } else { 1 };
    match kind {
        RowKind::BatchSize | RowKind::Updates if !trains => Cell::Nothing,
        RowKind::BatchSize => Cell::Count(lesson.run().setting().batch_size),
        RowKind::Updates => Cell::Count(lesson.batches()),
        RowKind::Loss { epoch } if *epoch > lesson.epochs() => Cell::Nothing,
        RowKind::Loss { epoch } => value_in(lesson, Loss::Epoch.name().as_str(), *epoch),
        RowKind::FinalLoss { name } | RowKind::Output { name } | RowKind::Parameter { name } => {
            match value_in(lesson, name.as_str(), after) {
                // A training that stops as it was told to ends with the epoch that is not updated.
                Cell::Ended(Halt { epoch, reason: Reason::Reached { .. }, .. }) => {
                    value_in(lesson, name.as_str(), epoch)
                }
                cell => cell,
            }
        }
    }
}

/// The value that a name has in an epoch: nothing where the lesson has no such name.
pub fn value_in(lesson: &mut Lesson, name: &str, epoch: u64) -> Cell {
    let (moment, name) = match lesson.find(name, Position::start_of(epoch)) {
        Ok(Found::Given(moment)) => (moment, Name::new(name)),
        Ok(Found::Step(position)) => {
            let Some(step) = lesson.step(position) else { return Cell::Nothing };
            (Moment { epoch, line: lesson.line(position) }, step.name)
        }
        Err(_) => return Cell::Nothing,
    };
    match lesson.value(moment, name.as_str()) {
        Ok(Ok(shown)) => Cell::Value(shown),
        Ok(Err(fault)) => Cell::Failed(fault),
        Err(halt) => Cell::Ended(halt),
    }
}
