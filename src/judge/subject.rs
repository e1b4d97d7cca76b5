//! What a claim is about: the names of its formula, found in the lesson.

use std::collections::BTreeSet;

use super::Trouble;
use super::quantity::Quantity;
use crate::formula::{Formula, Name};
use crate::lesson::{FindFault, Lesson, Position};
use crate::number::{Fault, Number, Outcome, Proven};
use crate::program::Address;
use crate::run::{Halt, Ladder};

/// The values that a claim names.
#[derive(Debug)]
pub(super) struct Subject {
    pub(super) quantities: Vec<(Name, Quantity)>,
    /// The one step whose result is claimed, and whether its negative is.
    pub(super) step: Option<(Position, bool)>,
}

impl Subject {
    pub(super) fn of(lesson: &mut Lesson, what: &Formula) -> Result<Self, Trouble> {
        let mut names: Vec<&Name> = Vec::new();
        what.each_name(&mut |name| {
            if !names.contains(&name) {
                names.push(name);
            }
        });
        let mut quantities = Vec::with_capacity(names.len());
        for name in names {
            let found = Quantity::find(lesson, name, Position::start_of(1));
            let quantity = found.map_err(|fault| unknown(lesson, name, fault))?;
            quantities.push((name.clone(), quantity));
        }
        let step = match what {
            Formula::Name(_) => Some(false),
            Formula::Negative(inner) if matches!(**inner, Formula::Name(_)) => Some(true),
            _ => None,
        };
        let made_at = quantities.first().and_then(|(_, quantity)| quantity.made_at);
        let step = made_at.zip(step);
        Ok(Self { quantities, step })
    }

    /// Whether values of different runs meet in it.
    pub(super) fn mixes_runs(&self) -> bool {
        self.quantities.iter().any(|(_, quantity)| quantity.run.is_some())
    }

    /// The last step that has to be worked for it.
    pub(super) fn latest(&self) -> Option<Position> {
        self.quantities.iter().filter_map(|(_, quantity)| quantity.made_at).max()
    }

    /// The epochs in which its values stand, in order.
    pub(super) fn epochs(&self) -> BTreeSet<u64> {
        self.quantities.iter().map(|(_, quantity)| quantity.moment.epoch).collect()
    }

    /// The precisions with which its values are computed until so many decimals are certain.
    pub(super) fn ladder(&self, lesson: &mut Lesson, decimals: u32) -> Ladder {
        let mut operations = 0u64;
        for (_, quantity) in &self.quantities {
            let run = lesson.of_run_mut(quantity.run.as_ref()).run();
            operations = operations.saturating_add(run.operations(quantity.moment.line));
        }
        Ladder::for_decimals(decimals).of_operations(operations)
    }

    /// The value of the formula.
    pub(super) fn value(&self, lesson: &mut Lesson, proven: &Proven, what: &Formula) -> Result<Outcome<Number>, Halt> {
        let mut values = Vec::with_capacity(self.quantities.len());
        for (name, quantity) in &self.quantities {
            values.push((name, quantity.value(lesson, proven.precision())?));
        }
        let value_of = |name: &Name| values.iter().find(|(known, _)| *known == name);
        Ok(what.evaluate(proven, &mut |name| value_of(name).map_or(Err(Fault::TooLarge), |(_, value)| value.clone())))
    }
}

/// Looks again without the sample and the epoch, which tell nothing about the name that was meant.
fn unknown(lesson: &Lesson, name: &Name, fault: FindFault) -> Trouble {
    let address = Address::parse(name.as_str()).filter(|address| address.run.is_none());
    let plain = address.map_or_else(|| name.clone(), |address| address.name);
    let fault = match lesson.find(plain.as_str(), Position::start_of(1)) {
        Err(of_plain) => of_plain,
        Ok(_) => fault,
    };
    Trouble::Unknown { name: name.clone(), fault }
}
