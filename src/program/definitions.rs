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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::{Arithmetic as _, Exact, Number, Outcome, Proven};

    fn evaluate(proven: &Proven, formula: &Formula, values: &[(&str, &Number)]) -> Outcome<Number> {
        formula.evaluate(proven, &mut |name| {
            let (_, value) = values.iter().find(|(own, _)| *own == name.as_str()).expect("a value");
            Ok((*value).clone())
        })
    }

    /// Whether two formulas have enclosures that meet, and that are narrow enough for this to mean something.
    fn agree(left: &Formula, right: &Formula, values: &[(&str, &Number)]) -> bool {
        let proven = Proven::new(256).expect("a precision");
        let side = |formula| evaluate(&proven, formula, values).expect("a value");
        let difference = proven.subtract(&side(left), &side(right)).expect("a difference");
        let apart = matches!(difference.sign(), Ok(1 | -1));
        !apart && difference.rounded(60).is_some_and(|digits| digits.is_zero())
    }

    fn number(text: &str) -> Number {
        Exact::parse(text).expect(text).into()
    }

    /// On each side of 0, where relu has its kink, near and far, and at 0 itself.
    const NETS: [&str; 11] = ["-40", "-3", "-0.5", "-1e-6", "-1e-30", "0", "1e-30", "1e-6", "0.5", "2.75", "40"];

    #[test]
    fn the_taught_slope_of_every_activation_is_its_derivative() {
        assert_eq!(activations().len(), Activation::WORDS.len() - 1, "all but softmax");
        let proven = Proven::new(256).expect("a precision");
        for definition in activations() {
            let derivative = definition.output.derivative(&Name::new("x"));
            for net in NETS.map(number) {
                let output = evaluate(&proven, &definition.output, &[("x", &net)]).expect("an output");
                let values = [("x", &net), ("y", &output)];
                let word = definition.activation.word();
                assert!(agree(&definition.slope, &derivative, &values), "{word} at {net:?}");
            }
        }
    }

    #[test]
    fn the_taught_slope_of_every_loss_is_its_derivative() {
        assert_eq!(losses().len(), Loss::WORDS.len());
        for definition in losses() {
            let derivative = definition.value.derivative(&Name::new("out"));
            let anywhere = ["-3.5", "-0.25", "0", "1", "7"];
            let inside = ["1e-9", "0.1", "0.5", "0.75", "0.999999"];
            let logarithmic = matches!(definition.loss, Loss::BinaryCrossEntropy | Loss::CrossEntropy);
            let outputs = inside.iter().chain(anywhere.iter().filter(|_| !logarithmic));
            for (out, target) in outputs.flat_map(|out| ["0", "0.25", "1"].map(|target| (number(out), number(target))))
            {
                let values = [("out", &out), ("target", &target)];
                let word = definition.loss.word();
                assert!(agree(&definition.slope, &derivative, &values), "{word} at {out:?} for {target:?}");
            }
        }
    }

    #[test]
    fn a_wrong_slope_is_noticed() {
        let formula = |text| Formula::parse(text).expect("a formula");
        let right = formula("(1 - exp(-x)/(1 + exp(-x)))*(exp(-x)/(1 + exp(-x)))");
        let value = number("0.5");
        assert!(agree(&right, &formula("sigmoid(x)").derivative(&Name::new("x")), &[("x", &value)]));
        for wrong in ["sigmoid(x)", "sigmoid(x)*(1 + sigmoid(x))", "sigmoid(x)*(1 - sigmoid(x)) + 1e-59", "0"] {
            assert!(!agree(&right, &formula(wrong), &[("x", &value)]), "{wrong}");
        }
    }
}
