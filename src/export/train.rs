//! What a training comes to: losses at its start and end, the parameters that it leaves, and what is computed with them.

use serde::Serialize;

use super::ExportFault;
use crate::formula::Name;
use crate::keys::Loss;
use crate::lesson::{Cell, Lesson, value_in};
use crate::program::GivenKind;
use crate::run::{Halt, Reason};

/// In how many parts a training is run, so that somebody can be told how far it is.
const PARTS: u64 = 100;

/// A training that was run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// How many epochs were trained to their end.
    pub epochs: u64,
    /// Why it ended before the last epoch that was asked for, if it did.
    pub ended: Option<Halt>,
    /// The loss of the first epoch and of the last, as their samples were met.
    pub losses: Vec<Named>,
    /// The parameters in the end, with all the digits that are carried on.
    pub parameters: Vec<Named>,
    /// What is computed with these of every sample.
    pub outputs: Vec<Named>,
    /// Whether something was taken for granted on the way, because no precision decides it.
    pub assumes: bool,
}

/// A value under the name by which any command finds it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// The name, with its sample and epoch.
    pub name: String,
    /// The digits.
    pub value: String,
}

/// Trains for so many epochs, and tells `progress` how many are done now and then.
///
/// # Errors
/// Where a value cannot be computed; a training that stops or diverges has an outcome.
pub fn train(lesson: &mut Lesson, epochs: u64, mut progress: impl FnMut(u64)) -> Result<Outcome, ExportFault> {
    let mut ended = None;
    let part = epochs.div_ceil(PARTS).max(1);
    let mut done = 0;
    while done < epochs && ended.is_none() {
        done = done.saturating_add(part).min(epochs);
        match lesson.run().state(done + 1) {
            Ok(_) => progress(done),
            Err(halt) if matches!(halt.reason, Reason::Reached { .. } | Reason::Diverged { .. }) => ended = Some(halt),
            Err(halt) => return Err(ExportFault::Halt(halt)),
        }
    }
    let epochs = ended.as_ref().map_or(epochs, |halt| halt.epoch - 1);
    // The epoch in which it ended was met, and not updated.
    let last_met = epochs + u64::from(ended.is_some());
    let after = epochs + 1;
    let loss = lesson.program().loss.clone();
    let mut losses = Vec::new();
    if let Some(loss) = &loss {
        let of_epoch = Loss::Epoch.name();
        let name = if lesson.samples() > 1 { of_epoch.as_str() } else { loss.as_str() };
        losses.extend(value(lesson, name, 1)?);
        if last_met > 1 {
            losses.extend(value(lesson, name, last_met)?);
        }
    }
    let parameters = parameters(lesson, after)?;
    let mut outputs = Vec::new();
    for name in computed(lesson) {
        outputs.extend(value(lesson, &name, after)?);
    }
    if !lesson.validation().is_empty() {
        outputs.extend(value(lesson, Loss::Validation.name().as_str(), after)?);
    }
    // A loss that was met without an update is computed with the last parameters.
    outputs.retain(|output| !losses.contains(output));
    let assumes = lesson.run().state(after).is_ok_and(|state| state.assumes);
    Ok(Outcome { epochs, ended, losses, parameters, outputs, assumes })
}

/// All parameters as an epoch starts.
fn parameters(lesson: &mut Lesson, epoch: u64) -> Result<Vec<Named>, ExportFault> {
    let state = lesson.run().state(epoch).map_err(ExportFault::Halt)?;
    let value = |kind| match kind {
        GivenKind::Parameter(at) => state.parameters.get(at),
        GivenKind::Input(_) | GivenKind::Target(_) | GivenKind::Constant(_) => None,
    };
    let named = |name: &Name, value: &rust_decimal::Decimal| Named {
        name: format!("{name}@{epoch}"),
        value: value.to_string(),
    };
    Ok(lesson.program().givens.iter().filter_map(|given| Some(named(&given.name, value(given.kind)?))).collect())
}

/// The names of what comes out of every sample, and of its loss.
fn computed(lesson: &Lesson) -> Vec<String> {
    let program = lesson.program();
    let last = program.diagram.columns.last().into_iter().flatten().map(|vertex| &vertex.value);
    let outputs = last.filter(|name| program.find(name.as_str()).is_some() && program.loss.as_ref() != Some(name));
    let names: Vec<&Name> = outputs.chain(&program.loss).collect();
    let of_sample = |sample: u64| {
        let mark = move |name: &&Name| if lesson.samples() > 1 { format!("{name}#{sample}") } else { name.to_string() };
        names.iter().map(mark).collect::<Vec<_>>()
    };
    (1..=lesson.samples()).flat_map(of_sample).collect()
}

/// The value of a name in an epoch; none where training ends within it before the value is known.
fn value(lesson: &mut Lesson, name: &str, epoch: u64) -> Result<Option<Named>, ExportFault> {
    match value_in(lesson, name, epoch) {
        Cell::Value(shown) => {
            let more = if shown.unfinished { "…" } else { "" };
            Ok(Some(Named { name: format!("{name}@{epoch}"), value: format!("{}{more}", shown.written) }))
        }
        Cell::Failed(fault) => Err(ExportFault::Failed { name: Name::new(format!("{name}@{epoch}")), fault }),
        Cell::Ended(_) | Cell::Nothing | Cell::Count(_) => Ok(None),
    }
}
