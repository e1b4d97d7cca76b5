//! What is said of a round, or of all rounds together: how many questions came to what, and which mistakes were made.

use super::progress::Progress;
use super::record::Outcome;
use super::session::Tally;
use super::{slips, words};
use crate::judge::Slip;
use crate::messages::Messages;
use crate::scenario::Practice;

/// What a question came to, in a few words.
#[must_use]
pub fn outcome_words(messages: &Messages, outcome: Outcome) -> String {
    let id = match outcome {
        Outcome::AtOnce => "practice-outcome-at-once",
        Outcome::WithHints => "practice-outcome-with-hints",
        Outcome::Later => "practice-outcome-later",
        Outcome::Wrong => "practice-outcome-wrong",
        Outcome::Peeked => "practice-outcome-peeked",
        Outcome::Skipped => "practice-outcome-skipped",
        Outcome::Open => "practice-outcome-open",
    };
    messages.text(id, &[])
}

/// `9 questions: 7 right at once, 1 right with hints, 1 wrong.`
#[must_use]
pub fn tally_words(messages: &Messages, tally: &Tally) -> String {
    let all: usize = Outcome::ALL.iter().map(|outcome| tally.of(*outcome)).sum();
    let count = |outcome: &Outcome| {
        let count = tally.of(*outcome);
        let values = [("count", count.into()), ("outcome", outcome_words(messages, *outcome).into())];
        (count > 0).then(|| messages.text("practice-count", &values))
    };
    let parts: Vec<String> = Outcome::ALL.iter().filter_map(count).collect();
    let parts = parts.join(&messages.text("practice-between", &[]));
    messages.text("practice-tally", &[("count", all.into()), ("parts", parts.into())])
}

/// The mistakes that were made, and how often; none where there were none.
#[must_use]
pub fn mistake_words(messages: &Messages, progress: &Progress) -> Option<String> {
    let phrase = |(word, count): &(String, u32)| {
        let phrase = match slips::of_word(word)? {
            Slip::Foreseen(..) => messages.text("practice-foreseen", &[]),
            slip => words::slip(messages, &Practice::default(), &slip),
        };
        Some(messages.text("practice-mistake-count", &[("mistake", phrase.into()), ("count", (*count).into())]))
    };
    let phrases: Vec<String> = progress.mistakes.iter().filter_map(phrase).collect();
    let between = messages.text("practice-between-mistakes", &[]);
    (!phrases.is_empty())
        .then(|| messages.text("practice-progress-mistakes", &[("mistakes", phrases.join(&between).into())]))
}
