//! Activations: a table of formulas.

use super::curve::Curve;
use crate::formula::Formula;
use crate::number::Exact;

/// The kinds of activations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActivationKind {
    /// The net itself.
    Identity,
    /// 0 below 0, 1 above.
    Step,
    /// -1 below 0, 0 at 0, 1 above.
    Sign,
    /// `1/(1 + exp(-net))`
    Sigmoid,
    /// The hyperbolic tangent.
    Tanh,
    /// `max(0, net)`
    Relu,
    /// The net, below 0 only a part of it.
    LeakyRelu,
    /// The net, below 0 a power of e that flattens out.
    Elu,
    /// `ln(1 + exp(net))`
    Softplus,
    /// The net times its sigmoid.
    Silu,
    /// The net times about the share of a bell curve below it.
    GeluTanh,
    /// `exp(net)` over the sum of these in the layer.
    Softmax,
    /// The author's own.
    Own,
}

/// What a step gives exactly at 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AtZero {
    /// 0: the net has to be above 0.
    Zero,
    /// Half of the way.
    Half,
    /// 1: it is enough to reach 0.
    One,
}

/// An activation as a layer has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activation {
    /// Which one.
    pub kind: ActivationKind,
    /// The function of one neuron; softmax has none, it is a function of its whole layer.
    pub curve: Option<Curve>,
}

use ActivationKind::{
    Elu, GeluTanh, Identity, LeakyRelu, Own, Relu, Sigmoid, Sign, Silu, Softmax, Softplus, Step, Tanh,
};

/// The output over the net `x`, and the derivative as it is taught, over `x` and the output `y`.
///
/// At a kink the taught derivative decides: 0 for relu, its slope for `leaky_relu`, α for elu.
const ROWS: [(ActivationKind, &str, &str); 10] = [
    (Identity, "x", "1"),
    (Sign, "sign(x)", "0"),
    (Sigmoid, "1/(1 + exp(-x))", "y*(1 - y)"),
    (Tanh, "tanh(x)", "1 - y^2"),
    (Relu, "relu(x)", "1 - step(-x)"),
    (LeakyRelu, "max(a*x, x)", "1 - (1 - a)*step(-x)"),
    (Elu, "relu(x) + a*(exp(min(x, 0)) - 1)", "1 - step(-x) + step(-x)*(y + a)"),
    (Softplus, "ln(1 + exp(x))", "1/(1 + exp(-x))"),
    (Silu, "x/(1 + exp(-x))", "y + (1 - y)/(1 + exp(-x))"),
    (
        GeluTanh,
        "0.5*x*(1 + tanh(c*(x + 0.044715*x^3)))",
        "0.5*(1 + tanh(c*(x + 0.044715*x^3))) + 0.5*x*(1 - tanh(c*(x + 0.044715*x^3))^2)*c*(1 + 0.134145*x^2)",
    ),
];

/// elu with an α of 1, which nobody writes.
const PLAIN_ELU: (&str, &str) = ("relu(x) + exp(min(x, 0)) - 1", "1 - step(-x) + step(-x)*(y + 1)");

/// The step by what it gives at 0; the slope is 0 on both sides, and taken as 0 there.
const STEPS: [(AtZero, &str); 3] =
    [(AtZero::Zero, "1 - step(-x)"), (AtZero::Half, "(1 + sign(x))/2"), (AtZero::One, "step(x)")];

/// √(2/π); formulas know no π, and 27 digits of it are enough for 20 of the result.
const ROOT_OF_TWO_BY_PI: &str = "sqrt(2/3.14159265358979323846264338)";

/// How much of the net a leaky relu lets through below 0 where the scenario does not say, in hundredths.
const USUAL_LEAK: i64 = 1;

impl ActivationKind {
    /// Every activation that has a word, in the order of the contract.
    pub const WORDS: [(&'static str, Self); 12] = [
        ("identity", Identity),
        ("step", Step),
        ("sign", Sign),
        ("sigmoid", Sigmoid),
        ("tanh", Tanh),
        ("relu", Relu),
        ("leaky_relu", LeakyRelu),
        ("elu", Elu),
        ("softplus", Softplus),
        ("silu", Silu),
        ("gelu_tanh", GeluTanh),
        ("softmax", Softmax),
    ];

    /// The word that names it in a scenario; an author's own begins with `formula`.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, kind)| *kind == self).map_or("formula", |(word, _)| word)
    }

    /// Whether every output certainly lies between 0 and 1 and can be neither.
    #[must_use]
    pub fn stays_in_unit(self) -> bool {
        matches!(self, Sigmoid | Softmax)
    }
}

impl Activation {
    /// The activation of that kind with its usual settings.
    #[must_use]
    pub fn usual(kind: ActivationKind) -> Self {
        match kind {
            Step => Self::step(AtZero::One),
            LeakyRelu => Self::leaky_relu(Exact::new(USUAL_LEAK, 2)),
            Elu => Self::elu(Exact::one()),
            _ => Self::row(kind, &[("c", &Formula::parse(ROOT_OF_TWO_BY_PI).unwrap_or_else(|_| Formula::number(0)))]),
        }
    }

    /// The step with a choice of what it gives at 0.
    #[must_use]
    pub fn step(at_zero: AtZero) -> Self {
        let row = STEPS.iter().find(|(own, _)| *own == at_zero);
        Self { kind: Step, curve: row.map(|(_, value)| Curve::taught(value, "0", &[])) }
    }

    /// The relu that lets `slope` of the net through below 0.
    #[must_use]
    pub fn leaky_relu(slope: Exact) -> Self {
        Self::row(LeakyRelu, &[("a", &Formula::number(slope))])
    }

    /// The exponential linear unit that flattens out at -`alpha`.
    #[must_use]
    pub fn elu(alpha: Exact) -> Self {
        if alpha == Exact::one() {
            return Self { kind: Elu, curve: Some(Curve::taught(PLAIN_ELU.0, PLAIN_ELU.1, &[])) };
        }
        Self::row(Elu, &[("a", &Formula::number(alpha))])
    }

    /// The author's own.
    #[must_use]
    pub fn own(curve: Curve) -> Self {
        Self { kind: Own, curve: Some(curve) }
    }

    fn row(kind: ActivationKind, settings: &[(&str, &Formula)]) -> Self {
        let row = ROWS.iter().find(|(own, ..)| *own == kind);
        Self { kind, curve: row.map(|(_, value, slope)| Curve::taught(value, slope, settings)) }
    }
}
