//! Mistakes that are made by hand: each rewrites the program, and the rewritten program is run like any other.
//!
//! Steps keep their names; only what they are computed by changes. Must not know of values, nor of what anybody
//! answered.

mod bias;
mod divided;
mod early;
mod graph;
mod logarithm;
mod loss;
mod path;
mod place;
mod reduction;
mod rule;
mod slope;
mod softmax;
mod transposed;
mod tree;

use super::Program;
use crate::scenario::{Network, Scenario, Subject};

/// A wrong rule by which steps are worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mistake {
    /// Updated weights are used on the way back.
    TooEarly,
    /// The parameters go with the gradient instead of against it.
    Ascent,
    /// The ½ of the loss is forgotten.
    HalfForgotten,
    /// The slope of the activation is left out at the output.
    OutputSlopeForgotten,
    /// The slope of the activation is left out at a hidden layer.
    HiddenSlopeForgotten,
    /// The slope of the activation is taken from the net where it is written by the output.
    NetForOut,
    /// A bias is left out.
    BiasForgotten,
    /// A bias is multiplied with an input, as a weight is.
    BiasTimesInput,
    /// Only one of several paths is counted.
    OnePath,
    /// Weights are taken from the other side of the diagonal on the way back.
    TransposedWeight,
    /// Target − out where out − target belongs.
    TargetMinusOut,
    /// The learning rate is left out.
    RateForgotten,
    /// The learning rate is applied twice.
    RateTwice,
    /// A mean is taken where a sum belongs.
    MeanForSum,
    /// A sum is taken where a mean belongs.
    SumForMean,
    /// Logarithms to base 10 instead of natural ones.
    LogTen,
    /// Softmax divides by the sum without taking powers of e.
    SoftmaxWithoutExp,
    /// `ReLU` lets the gradient through where it is cut off.
    MaskForgotten,
    /// Divides where the chain rule multiplies.
    Divided,
}

impl Mistake {
    /// Every mistake.
    pub const ALL: [Self; 19] = [
        Self::TooEarly,
        Self::Ascent,
        Self::HalfForgotten,
        Self::OutputSlopeForgotten,
        Self::HiddenSlopeForgotten,
        Self::NetForOut,
        Self::BiasForgotten,
        Self::BiasTimesInput,
        Self::OnePath,
        Self::TransposedWeight,
        Self::TargetMinusOut,
        Self::RateForgotten,
        Self::RateTwice,
        Self::MeanForSum,
        Self::SumForMean,
        Self::LogTen,
        Self::SoftmaxWithoutExp,
        Self::MaskForgotten,
        Self::Divided,
    ];
}

/// Programs in which a mistake is made, each written when it is asked for.
pub(super) type Ways<'a> = Box<dyn Iterator<Item = Program> + 'a>;

/// What a mistake is made in.
#[derive(Clone, Copy)]
struct Ground<'a> {
    scenario: &'a Scenario,
    program: &'a Program,
}

impl<'a> Ground<'a> {
    fn network(self) -> Option<&'a Network> {
        match &self.scenario.subject {
            Subject::Network(network) => Some(network),
            Subject::Graph(_) | Subject::Gradients(_) => None,
        }
    }

    fn is_graph(self) -> bool {
        matches!(self.scenario.subject, Subject::Graph(_))
    }

    /// The last layer of a network.
    fn last_layer(self) -> Option<usize> {
        self.network()?.layers.len().checked_sub(1)
    }
}

/// No program, or the one.
fn once<'a>(program: Option<Program>) -> Ways<'a> {
    Box::new(program.into_iter())
}

/// The programs in which a mistake is made in a lesson: everywhere at once first, then in single layers and at single
/// neurons, nodes or sums.
///
/// A mistake that leaves all formulas as they are gives none. They are written one by one as they are asked for, since
/// each has all steps. Where there are more than 12 single places, or more than 2 000 steps, the single ones are left
/// out and only whole layers remain; of more than 8 layers, only all at once.
pub fn mistaken<'a>(
    scenario: &'a Scenario,
    program: &'a Program,
    mistake: Mistake,
) -> impl Iterator<Item = Program> + 'a {
    let on = Ground { scenario, program };
    match mistake {
        Mistake::TooEarly => early::too_early(on),
        Mistake::Ascent => rule::ascent(on),
        Mistake::HalfForgotten => loss::half_forgotten(on),
        Mistake::OutputSlopeForgotten => slope::forgotten(on, true),
        Mistake::HiddenSlopeForgotten => slope::forgotten(on, false),
        Mistake::NetForOut => slope::net_for_out(on),
        Mistake::BiasForgotten => bias::forgotten(on),
        Mistake::BiasTimesInput => bias::times_input(on),
        Mistake::OnePath => path::one_path(on),
        Mistake::TransposedWeight => transposed::transposed(on),
        Mistake::TargetMinusOut => loss::target_minus_out(on),
        Mistake::RateForgotten => rule::rate_forgotten(on),
        Mistake::RateTwice => rule::rate_twice(on),
        Mistake::MeanForSum => reduction::mean_for_sum(on),
        Mistake::SumForMean => reduction::sum_for_mean(on),
        Mistake::LogTen => logarithm::base_ten(on),
        Mistake::SoftmaxWithoutExp => softmax::without_powers(on),
        Mistake::MaskForgotten => slope::mask_forgotten(on),
        Mistake::Divided => divided::divided(on),
    }
}
