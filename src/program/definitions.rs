//! Activations and losses as data, in the formula language itself.
//!
//! Adding one is adding a few lines here and its title and reason in the message files. A test holds
//! every taught derivative against the symbolic one.

use std::sync::LazyLock;

use crate::formula::{Formula, Name};
use crate::scenario::{Activation, Loss};

/// An activation of one neuron.
pub(crate) struct ActivationDefinition {
    /// Which one.
    pub(crate) activation: Activation,
    /// The output over `x`, the net.
    pub(crate) output: Formula,
    /// The derivative as it is taught, over `x` and the output `y`.
    pub(crate) slope: Formula,
}

/// The loss of one output, and how the outputs are put together.
pub(crate) struct LossDefinition {
    /// Which one.
    pub(crate) loss: Loss,
    /// The loss over `target` and `out`.
    pub(crate) value: Formula,
    /// The derivative by `out` as it is taught.
    pub(crate) slope: Formula,
    /// Whether the total is the mean over the outputs; else their sum.
    pub(crate) mean: bool,
}

// Softmax is not here: it is a function of its whole layer, and the network's builder writes it out.
static ACTIVATIONS: LazyLock<Vec<ActivationDefinition>> = LazyLock::new(|| {
    [
        (Activation::Identity, "x", "1"),
        (Activation::Sigmoid, "1/(1 + exp(-x))", "y*(1 - y)"),
        (Activation::Tanh, "tanh(x)", "1 - y^2"),
        (Activation::Relu, "relu(x)", "1 - step(-x)"),
    ]
    .into_iter()
    .filter_map(|(activation, output, slope)| {
        let (output, slope) = (Formula::parse(output).ok()?, Formula::parse(slope).ok()?);
        Some(ActivationDefinition { activation, output, slope })
    })
    .collect()
});

static LOSSES: LazyLock<Vec<LossDefinition>> = LazyLock::new(|| {
    [
        (Loss::HalfSquaredError, "1/2*(target - out)^2", "out - target", false),
        (Loss::SquaredError, "(target - out)^2", "2*(out - target)", false),
        (Loss::MeanSquaredError, "(target - out)^2", "2*(out - target)", true),
        (
            Loss::BinaryCrossEntropy,
            "-(target*ln(out) + (1 - target)*ln(1 - out))",
            "(1 - target)/(1 - out) - target/out",
            false,
        ),
        (Loss::CrossEntropy, "-target*ln(out)", "-target/out", false),
    ]
    .into_iter()
    .filter_map(|(loss, value, slope, mean)| {
        let (value, slope) = (Formula::parse(value).ok()?, Formula::parse(slope).ok()?);
        Some(LossDefinition { loss, value, slope, mean })
    })
    .collect()
});

/// Every activation of one neuron.
pub(crate) fn activations() -> &'static [ActivationDefinition] {
    &ACTIVATIONS
}

/// Every loss.
pub(crate) fn losses() -> &'static [LossDefinition] {
    &LOSSES
}

impl ActivationDefinition {
    /// The definition of `activation`; softmax has none of its own.
    pub(crate) fn of(activation: Activation) -> Option<&'static Self> {
        activations().iter().find(|definition| definition.activation == activation)
    }
}

impl LossDefinition {
    /// The definition of `loss`.
    pub(crate) fn of(loss: Loss) -> Option<&'static Self> {
        losses().iter().find(|definition| definition.loss == loss)
    }
}

/// A definition with its own names put in; the names of a definition are closed.
pub(crate) fn put_in(formula: &Formula, names: &[(&str, &Name)]) -> Formula {
    formula.substituted(&|name| {
        names.iter().find(|(own, _)| *own == name.as_str()).map(|(_, actual)| Formula::Name((*actual).clone()))
    })
}
