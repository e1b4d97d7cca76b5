//! The `conventions` of a scenario file: in which of the usual forms things are written.

use crate::scenario::fault::Faults;
use crate::scenario::model::{DeltaSign, GradientForm, Notation};
use crate::scenario::reader::{self, Field, Fields, Keys};

const CONVENTIONS: Keys = Keys { known: &["notation", "gradient", "delta"] };

/// What a scenario says of its conventions, the usual where it says nothing.
#[derive(Clone, Copy)]
pub(super) struct Conventions {
    pub(super) gradient: GradientForm,
    pub(super) notation: Notation,
    pub(super) delta: DeltaSign,
}

impl Default for Conventions {
    fn default() -> Self {
        Self { gradient: GradientForm::Factors, notation: Notation::NetOut, delta: DeltaSign::Gradient }
    }
}

/// Reads the conventions.
pub(super) fn conventions(field: Field<'_>, faults: &mut Faults) -> Conventions {
    let usual = Conventions::default();
    let Some(fields) = Fields::open(field.node, field.place, &CONVENTIONS, faults) else { return usual };
    let notations = [("net_out", Notation::NetOut), ("z_a", Notation::ZA)];
    let gradients = [("factors", GradientForm::Factors), ("delta", GradientForm::Delta)];
    let deltas = [("gradient", DeltaSign::Gradient), ("descent", DeltaSign::Descent)];
    let notation = fields.get("notation").and_then(|field| reader::word(field, "notation", &notations, faults));
    let gradient = fields.get("gradient").and_then(|field| reader::word(field, "gradient", &gradients, faults));
    let delta = fields.get("delta").and_then(|field| reader::word(field, "delta", &deltas, faults));
    Conventions {
        gradient: gradient.unwrap_or(usual.gradient),
        notation: notation.unwrap_or(usual.notation),
        delta: delta.unwrap_or(usual.delta),
    }
}
