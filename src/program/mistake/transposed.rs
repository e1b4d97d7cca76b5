//! Weights from the other side of the diagonal on the way back.

use std::collections::HashMap;

use super::place::at_places;
use super::{Ground, Ways, once};
use crate::formula::{Formula, Name};
use crate::program::{RoleKind, Step};
use crate::scenario::Network;

/// `w_jk` and `w_kj` change places where the error goes back.
pub(super) fn transposed(on: Ground<'_>) -> Ways<'_> {
    let Some(network) = on.network() else { return once(None) };
    let back: HashMap<(&Name, &Name), &Formula> =
        on.program.lesson_steps().filter_map(|step| Some((ends(step)?, &step.formula))).collect();
    let places = Places::of(network);
    at_places(on, |step| {
        let (neuron, fed) = places.mirrored(step.layer?, ends(step)?)?;
        back.get(&(neuron, fed)).map(|&formula| formula.clone())
    })
}

/// The neuron and what feeds it, where a step is the slope of its net by that.
fn ends(step: &Step) -> Option<(&Name, &Name)> {
    match step.role.kind {
        RoleKind::NetSlopeByOutput | RoleKind::NetSlopeByInput => {
            Some((&step.role.subject, step.role.partner.as_ref()?))
        }
        _ => None,
    }
}

/// The neurons of each layer and what feeds it, in order.
struct Places<'a> {
    columns: Vec<Vec<&'a Name>>,
    rows: HashMap<&'a Name, usize>,
}

impl<'a> Places<'a> {
    fn of(network: &'a Network) -> Self {
        let layers = network.layers.iter().map(|layer| layer.neurons.iter().map(|neuron| &neuron.name).collect());
        let columns: Vec<Vec<&Name>> = std::iter::once(network.inputs.iter().collect()).chain(layers).collect();
        let rows = columns.iter().flat_map(|column| column.iter().enumerate().map(|(at, name)| (*name, at))).collect();
        Self { columns, rows }
    }

    /// The two that stand where the given two stand, each in the other's column.
    fn mirrored(&self, layer: usize, (neuron, fed): (&Name, &Name)) -> Option<(&'a Name, &'a Name)> {
        let (row, column) = (*self.rows.get(neuron)?, *self.rows.get(fed)?);
        Some((self.columns.get(layer + 1)?.get(column)?, self.columns.get(layer)?.get(row)?))
    }
}
