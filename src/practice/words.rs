//! What is said of an answer, in a few words: its mark, and what made it wrong.

use crate::judge::{Cause, Convention, Mark, Slip};
use crate::messages::Messages;
use crate::program::Mistake;
use crate::scenario::Practice;

/// Says what is said of an answer.
#[must_use]
pub fn mark(messages: &Messages, mark: Mark) -> String {
    let id = match mark {
        Mark::Right => "marking-right",
        Mark::Cut => "marking-cut",
        Mark::Rounded => "marking-rounded",
        Mark::Almost => "marking-almost",
        Mark::Follows => "marking-follows",
        Mark::Convention => "marking-convention",
        Mark::Mistake => "marking-mistake",
        Mark::TooFewDigits => "marking-too-few-digits",
        Mark::Missing => "marking-missing",
        Mark::Unreadable => "marking-unreadable",
        Mark::Wrong => "marking-wrong",
        Mark::Undecided => "marking-undecided",
    };
    messages.text(id, &[])
}

/// The word for a mark in data.
#[must_use]
pub fn mark_in_data(mark: Mark) -> &'static str {
    match mark {
        Mark::Right => "right",
        Mark::Cut => "cut",
        Mark::Rounded => "rounded",
        Mark::Almost => "almost",
        Mark::Follows => "follows",
        Mark::Convention => "convention",
        Mark::Mistake => "mistake",
        Mark::TooFewDigits => "too_few_digits",
        Mark::Missing => "missing",
        Mark::Unreadable => "unreadable",
        Mark::Wrong => "wrong",
        Mark::Undecided => "undecided",
    }
}

/// Names what made a number wrong; what the author foresaw is said in the author's words.
#[must_use]
pub fn slip(messages: &Messages, practice: &Practice, slip: &Slip) -> String {
    match (phrase(slip), slip) {
        (None, Slip::Foreseen(step, at)) => {
            let foreseen = practice.mistakes.get(*step).and_then(|mistakes| mistakes.list.get(*at));
            let tag = messages.language().tag();
            foreseen.map_or_else(String::new, |foreseen| foreseen.message.in_language(tag).to_owned())
        }
        (id, _) => id.map_or_else(String::new, |id| messages.text(id, &[])),
    }
}

/// The message that names a slip; none for what an author foresaw.
pub(super) fn phrase(slip: &Slip) -> Option<&'static str> {
    Some(match slip {
        Slip::Mistake(mistake) => self::mistake(*mistake),
        Slip::Convention(convention) => self::convention(*convention),
        Slip::EarlyRounding => "marking-early-rounding",
        Slip::SignLost => "marking-sign-lost",
        Slip::DigitsTransposed => "marking-digits-transposed",
        Slip::PointSlipped => "marking-point-slipped",
        Slip::Foreseen(..) => return None,
    })
}

/// Names what makes just the number that was given.
#[must_use]
pub fn cause(messages: &Messages, practice: &Practice, cause: &Cause) -> String {
    match (cause.decimals, &cause.slip) {
        (None, slip) => self::slip(messages, practice, slip),
        (Some(decimals), Slip::EarlyRounding) => {
            messages.text("marking-early-rounding-to", &[("decimals", decimals.into())])
        }
        (Some(decimals), slip) => {
            let slip = self::slip(messages, practice, slip);
            messages.text("marking-cause-and-rounding", &[("slip", slip.into()), ("decimals", decimals.into())])
        }
    }
}

/// Names all that makes just the number that was given; nothing where there is none.
#[must_use]
pub fn causes(messages: &Messages, practice: &Practice, causes: &[Cause]) -> Option<String> {
    let mut phrases = causes.iter().map(|cause| self::cause(messages, practice, cause));
    let first = phrases.next()?;
    let either = |first: String, second: String| {
        // What an author foresaw may be a sentence.
        let first = first.trim_end_matches(['.', '。']);
        messages.text("marking-causes", &[("first", first.into()), ("second", second.into())])
    };
    Some(phrases.fold(first, either))
}

fn mistake(mistake: Mistake) -> &'static str {
    match mistake {
        Mistake::TooEarly => "marking-too-early",
        Mistake::Ascent => "marking-ascent",
        Mistake::HalfForgotten => "marking-half-forgotten",
        Mistake::OutputSlopeForgotten => "marking-output-slope-forgotten",
        Mistake::HiddenSlopeForgotten => "marking-hidden-slope-forgotten",
        Mistake::NetForOut => "marking-net-for-out",
        Mistake::BiasForgotten => "marking-bias-forgotten",
        Mistake::BiasTimesInput => "marking-bias-times-input",
        Mistake::OnePath => "marking-one-path",
        Mistake::TransposedWeight => "marking-transposed-weight",
        Mistake::TargetMinusOut => "marking-target-minus-out",
        Mistake::RateForgotten => "marking-rate-forgotten",
        Mistake::RateTwice => "marking-rate-twice",
        Mistake::MeanForSum => "marking-mean-for-sum",
        Mistake::SumForMean => "marking-sum-for-mean",
        Mistake::LogTen => "marking-log-ten",
        Mistake::SoftmaxWithoutExp => "marking-softmax-without-exp",
        Mistake::MaskForgotten => "marking-mask-forgotten",
        Mistake::Divided => "marking-divided",
    }
}

fn convention(convention: Convention) -> &'static str {
    match convention {
        Convention::BiasesTrained => "marking-biases-trained",
        Convention::SharedBiasesTrained => "marking-shared-biases-trained",
        Convention::MeanOverOutputs => "marking-mean-over-outputs",
        Convention::BiasesKept => "marking-biases-kept",
        Convention::ThresholdSubtracted => "marking-threshold-subtracted",
        Convention::BiasAdded => "marking-bias-added",
        Convention::SumOverOutputs => "marking-sum-over-outputs",
        Convention::MeanOverBatch => "marking-mean-over-batch",
        Convention::SumOverBatch => "marking-sum-over-batch",
        Convention::DeltaTurned => "marking-delta-turned",
        Convention::ReluSlopeAtZero => "marking-relu-slope-at-zero",
        Convention::MomentumPlain => "marking-momentum-plain",
        Convention::MomentumWithRate => "marking-momentum-with-rate",
        Convention::MomentumWithRateAdded => "marking-momentum-with-rate-added",
        Convention::MomentumOfMean => "marking-momentum-of-mean",
        Convention::NesterovAtWeights => "marking-nesterov-at-weights",
        Convention::NesterovAtWeightsWithRate => "marking-nesterov-at-weights-with-rate",
        Convention::NesterovAhead => "marking-nesterov-ahead",
        Convention::NesterovAheadWithRate => "marking-nesterov-ahead-with-rate",
        Convention::EpsilonOutsideRoot => "marking-epsilon-outside-root",
        Convention::EpsilonInsideRoot => "marking-epsilon-inside-root",
        Convention::EpsilonBeforeCorrection => "marking-epsilon-before-correction",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;

    #[test]
    fn rounding_on_the_way_is_said_with_its_decimals() {
        let messages = Messages::new(Language::English);
        let say = |slip, decimals| cause(&messages, &Practice::default(), &Cause { slip, decimals });
        assert_eq!(say(Slip::EarlyRounding, Some(3)), "rounded to 3 decimals on the way");
        assert_eq!(
            say(Slip::Mistake(Mistake::RateForgotten), Some(1)),
            "the learning rate forgotten, and results rounded to 1 decimal on the way"
        );
        assert_eq!(say(Slip::DigitsTransposed, None), "two digits transposed");
    }

    #[test]
    fn two_mistakes_that_make_the_same_number_are_both_named() {
        let both = [Slip::SignLost, Slip::Mistake(Mistake::TargetMinusOut)].map(|slip| Cause { slip, decimals: None });
        let said = |language| causes(&Messages::new(language), &Practice::default(), &both);
        assert_eq!(said(Language::English).as_deref(), Some("a sign lost; or target − out in place of out − target"));
        assert_eq!(said(Language::Chinese).as_deref(), Some("丢了符号；或者把 out − target 写成了 target − out"));
        assert_eq!(causes(&Messages::new(Language::English), &Practice::default(), &[]), None);
    }
}
