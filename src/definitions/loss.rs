//! Losses: a table of formulas.

use super::curve::Curve;

/// The kinds of losses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LossKind {
    /// `½Σ(target - out)²`
    HalfSquaredError,
    /// `Σ(target - out)²`
    SquaredError,
    /// The mean of `(target - out)²` over the outputs.
    MeanSquaredError,
    /// `Σ|target - out|`
    AbsoluteError,
    /// `-Σ(target*ln(out) + (1 - target)*ln(1 - out))`
    BinaryCrossEntropy,
    /// `-Σ target*ln(out)`
    CrossEntropy,
    /// `Σ max(0, 1 - target*out)`
    Hinge,
    /// The author's own, summed over the outputs.
    Own,
}

/// A loss as a network has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// Which one.
    pub kind: LossKind,
    /// The loss of one output.
    pub curve: Curve,
    /// Whether the total is the mean over the outputs; else it is their sum.
    pub is_mean: bool,
}

use LossKind::{
    AbsoluteError, BinaryCrossEntropy, CrossEntropy, HalfSquaredError, Hinge, MeanSquaredError, Own, SquaredError,
};

/// The loss of one output over `target` and `out`, the derivative by `out` as it is taught, and whether the total is a
/// mean.
///
/// At a kink the taught derivative decides: 0 for the magnitude and for the hinge.
const ROWS: [(LossKind, &str, &str, bool); 7] = [
    (HalfSquaredError, "1/2*(target - out)^2", "out - target", false),
    (SquaredError, "(target - out)^2", "2*(out - target)", false),
    (MeanSquaredError, "(target - out)^2", "2*(out - target)", true),
    (AbsoluteError, "abs(target - out)", "sign(out - target)", false),
    (BinaryCrossEntropy, "-(target*ln(out) + (1 - target)*ln(1 - out))", "(1 - target)/(1 - out) - target/out", false),
    (CrossEntropy, "-target*ln(out)", "-target/out", false),
    (Hinge, "max(0, 1 - target*out)", "-target*(1 - step(target*out - 1))", false),
];

impl LossKind {
    /// Every loss that has a word, in the order of the contract.
    pub const WORDS: [(&'static str, Self); 7] = [
        ("half_squared_error", HalfSquaredError),
        ("squared_error", SquaredError),
        ("mean_squared_error", MeanSquaredError),
        ("absolute_error", AbsoluteError),
        ("binary_cross_entropy", BinaryCrossEntropy),
        ("cross_entropy", CrossEntropy),
        ("hinge", Hinge),
    ];

    /// The word that names it in a scenario; an author's own begins with `formula`.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, kind)| *kind == self).map_or("formula", |(word, _)| word)
    }
}

impl Loss {
    /// The loss of that kind; none for an author's own, which is not in the table.
    #[must_use]
    pub fn usual(kind: LossKind) -> Option<Self> {
        let (_, value, slope, is_mean) = *ROWS.iter().find(|(own, ..)| *own == kind)?;
        Some(Self { kind, curve: Curve::taught(value, slope, &[]), is_mean })
    }

    /// The author's own.
    #[must_use]
    pub fn own(curve: Curve) -> Self {
        Self { kind: Own, curve, is_mean: false }
    }
}
