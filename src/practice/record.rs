//! What became of a question: how often it was tried, with how much help, and how it stands.

use serde::{Deserialize, Serialize};

use crate::judge::{Mark, Slip};

/// After so many wrong answers the solution is shown.
pub const TRIES: u32 = 3;

/// How a question stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Standing {
    /// It waits for an answer, the first or another one.
    #[default]
    Open,
    /// The last answer is right.
    Right,
    /// All tries were wrong, and the solution has been shown.
    Wrong,
    /// The result was shown before an answer was given.
    Peeked,
    /// It was passed over.
    Skipped,
}

/// What became of a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// How it stands.
    pub standing: Standing,
    /// How many answers were given that could be judged.
    pub attempts: u32,
    /// How many hints were asked for.
    pub hints: u32,
    /// Whether the last of the hints, the answer itself, was one of them.
    pub was_told: bool,
    /// Whether the result was looked at before an answer was given.
    pub has_peeked: bool,
    /// What made the answers wrong, each once.
    pub slips: Vec<Slip>,
}

/// What a question comes to in a review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Right at the first attempt, without help.
    AtOnce,
    /// Right at the first attempt, with hints.
    WithHints,
    /// Right in the end, after a wrong answer.
    Later,
    /// Wrong.
    Wrong,
    /// The result was looked at.
    Peeked,
    /// It was passed over.
    Skipped,
    /// It has not been answered yet.
    #[default]
    Open,
}

impl Outcome {
    /// Every outcome, in the order of a review.
    pub const ALL: [Self; 7] =
        [Self::AtOnce, Self::WithHints, Self::Later, Self::Wrong, Self::Peeked, Self::Skipped, Self::Open];

    /// The word by which it is remembered.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::AtOnce => "at-once",
            Self::WithHints => "with-hints",
            Self::Later => "later",
            Self::Wrong => "wrong",
            Self::Peeked => "peeked",
            Self::Skipped => "skipped",
            Self::Open => "open",
        }
    }

    /// The outcome of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.word() == word)
    }
}

impl Record {
    /// Records an answer, and what was found out about it. A question that is settled stays so: a right answer is not
    /// lost by typing further.
    pub fn answer(&mut self, mark: Mark, slips: impl IntoIterator<Item = Slip>) {
        if self.standing != Standing::Open {
            return;
        }
        self.attempts = self.attempts.saturating_add(1);
        if mark.is_right() || mark == Mark::Follows {
            self.standing = Standing::Right;
            return;
        }
        if self.attempts >= TRIES {
            self.standing = Standing::Wrong;
        }
        for slip in slips {
            if !self.slips.contains(&slip) {
                self.slips.push(slip);
            }
        }
    }

    /// Takes down that the result was looked at: that is no peeking once it has been answered.
    pub fn peek(&mut self) {
        if self.standing == Standing::Open {
            self.standing = Standing::Peeked;
            self.has_peeked = true;
        }
    }

    /// Takes down that the question was passed over.
    pub fn skip(&mut self) {
        if self.standing == Standing::Open {
            self.standing = Standing::Skipped;
        }
    }

    /// What it comes to.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self.standing {
            _ if self.has_peeked => Outcome::Peeked,
            Standing::Open if self.attempts > 0 => Outcome::Wrong,
            Standing::Open => Outcome::Open,
            Standing::Peeked => Outcome::Peeked,
            Standing::Skipped => Outcome::Skipped,
            Standing::Wrong => Outcome::Wrong,
            Standing::Right if self.attempts > 1 => Outcome::Later,
            Standing::Right if self.hints > 0 => Outcome::WithHints,
            Standing::Right => Outcome::AtOnce,
        }
    }

    /// Whether it should be done again: it was not the learner who found the result.
    #[must_use]
    pub fn is_to_do_again(&self) -> bool {
        match self.outcome() {
            Outcome::AtOnce => false,
            Outcome::WithHints => self.was_told,
            Outcome::Later | Outcome::Wrong | Outcome::Peeked | Outcome::Skipped | Outcome::Open => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(deeds: &[fn(&mut Record)]) -> Record {
        let mut record = Record::default();
        for deed in deeds {
            deed(&mut record);
        }
        record
    }

    const RIGHT: fn(&mut Record) = |record| record.answer(Mark::Rounded, []);
    const WRONG: fn(&mut Record) = |record| record.answer(Mark::Mistake, [Slip::SignLost]);
    const HINT: fn(&mut Record) = |record| record.hints += 1;

    #[test]
    fn what_is_right_at_once_is_told_from_what_took_help() {
        assert_eq!(record(&[RIGHT]).outcome(), Outcome::AtOnce);
        assert_eq!(record(&[HINT, RIGHT]).outcome(), Outcome::WithHints, "hints void nothing");
        assert_eq!(record(&[WRONG, RIGHT]).outcome(), Outcome::Later);
        assert_eq!(record(&[WRONG]).outcome(), Outcome::Wrong);
        assert_eq!(record(&[]).outcome(), Outcome::Open);
    }

    #[test]
    fn looking_is_recorded_apart_from_being_wrong() {
        assert_eq!(record(&[Record::peek]).outcome(), Outcome::Peeked);
        assert_eq!(record(&[Record::peek, RIGHT]).outcome(), Outcome::Peeked, "what was seen is no answer");
        assert_eq!(record(&[WRONG, Record::peek]).outcome(), Outcome::Peeked);
        assert_eq!(
            record(&[WRONG, WRONG, WRONG, Record::peek]).outcome(),
            Outcome::Wrong,
            "it is on the screen by then"
        );
        assert_eq!(record(&[Record::peek, Record::skip]).outcome(), Outcome::Peeked);
    }

    #[test]
    fn there_are_three_tries_and_a_right_answer_is_never_lost() {
        assert_eq!(record(&[WRONG]).standing, Standing::Open);
        assert_eq!(record(&[WRONG, WRONG]).standing, Standing::Open);
        assert_eq!(record(&[WRONG, WRONG, RIGHT]).outcome(), Outcome::Later);
        assert_eq!(record(&[WRONG, WRONG, WRONG]).standing, Standing::Wrong);
        assert_eq!(record(&[WRONG, WRONG, WRONG, RIGHT]).outcome(), Outcome::Wrong, "the solution has been shown");
        assert_eq!(record(&[RIGHT, WRONG]), record(&[RIGHT]));
        let twice = record(&[WRONG, WRONG]);
        assert_eq!((twice.attempts, twice.slips.as_slice()), (2, [Slip::SignLost].as_slice()));
    }

    #[test]
    fn what_the_learner_found_is_not_done_again() {
        assert!(!record(&[RIGHT]).is_to_do_again() && !record(&[HINT, RIGHT]).is_to_do_again());
        let told: fn(&mut Record) = |record| record.was_told = true;
        assert!(record(&[HINT, told, RIGHT]).is_to_do_again());
        assert!(record(&[WRONG, RIGHT]).is_to_do_again() && record(&[Record::skip]).is_to_do_again());
    }
}
