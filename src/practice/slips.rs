//! The words by which mistakes are remembered: in a file, in no language.

use crate::judge::{Convention, Slip};
use crate::program::Mistake;

/// The word for a slip.
pub(super) fn word(slip: &Slip) -> &'static str {
    match slip {
        Slip::Mistake(mistake) => of_mistake(*mistake),
        Slip::Convention(Convention::BiasesTrained) => "biases-trained",
        Slip::Convention(Convention::SharedBiasesTrained) => "shared-biases-trained",
        Slip::Convention(Convention::MeanOverOutputs) => "mean-over-outputs",
        Slip::EarlyRounding => "early-rounding",
        Slip::SignLost => "sign-lost",
        Slip::DigitsTransposed => "digits-transposed",
        Slip::PointSlipped => "point-slipped",
        Slip::Foreseen(..) => "foreseen",
    }
}

/// The slip of a word; none of a word that is not known any more.
pub(super) fn of_word(wanted: &str) -> Option<Slip> {
    let mistakes = Mistake::ALL.into_iter().map(Slip::Mistake);
    let conventions = [Convention::BiasesTrained, Convention::SharedBiasesTrained, Convention::MeanOverOutputs];
    let others =
        [Slip::EarlyRounding, Slip::SignLost, Slip::DigitsTransposed, Slip::PointSlipped, Slip::Foreseen(0, 0)];
    let mut all = mistakes.chain(conventions.map(Slip::Convention)).chain(others);
    all.find(|slip| word(slip) == wanted)
}

fn of_mistake(mistake: Mistake) -> &'static str {
    match mistake {
        Mistake::TooEarly => "too-early",
        Mistake::Ascent => "ascent",
        Mistake::HalfForgotten => "half-forgotten",
        Mistake::OutputSlopeForgotten => "output-slope-forgotten",
        Mistake::HiddenSlopeForgotten => "hidden-slope-forgotten",
        Mistake::NetForOut => "net-for-out",
        Mistake::BiasForgotten => "bias-forgotten",
        Mistake::BiasTimesInput => "bias-times-input",
        Mistake::OnePath => "one-path",
        Mistake::TransposedWeight => "transposed-weight",
        Mistake::TargetMinusOut => "target-minus-out",
        Mistake::RateForgotten => "rate-forgotten",
        Mistake::RateTwice => "rate-twice",
        Mistake::MeanForSum => "mean-for-sum",
        Mistake::SumForMean => "sum-for-mean",
        Mistake::LogTen => "log-ten",
        Mistake::SoftmaxWithoutExp => "softmax-without-exp",
        Mistake::MaskForgotten => "mask-forgotten",
        Mistake::Divided => "divided",
    }
}
