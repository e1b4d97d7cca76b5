//! The words by which mistakes are remembered: in a file, in no language.

use super::words::phrase;
use crate::judge::{Convention, Slip};
use crate::program::Mistake;

/// What the messages that name slips begin with.
const TOPIC: &str = "marking-";

/// The word for what an author foresaw, wherever that was.
const FORESEEN: &str = "foreseen";

/// The word for a slip.
pub(super) fn word(slip: &Slip) -> &'static str {
    phrase(slip).map_or(FORESEEN, |id| id.strip_prefix(TOPIC).unwrap_or(id))
}

/// The slip of a word; none of a word that is not known any more.
pub(super) fn of_word(wanted: &str) -> Option<Slip> {
    let mistakes = Mistake::ALL.into_iter().map(Slip::Mistake);
    let conventions = Convention::ALL.into_iter().map(Slip::Convention);
    let others =
        [Slip::EarlyRounding, Slip::SignLost, Slip::DigitsTransposed, Slip::PointSlipped, Slip::Foreseen(0, 0)];
    let mut all = mistakes.chain(conventions).chain(others);
    all.find(|slip| word(slip) == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_that_of_one_slip() {
        let mistakes = Mistake::ALL.into_iter().map(Slip::Mistake);
        let conventions = Convention::ALL.into_iter().map(Slip::Convention);
        for slip in mistakes.chain(conventions).chain([Slip::EarlyRounding, Slip::PointSlipped]) {
            assert_eq!(of_word(word(&slip)).as_ref(), Some(&slip), "{}", word(&slip));
        }
        assert_eq!(word(&Slip::Foreseen(3, 1)), FORESEEN);
        assert_eq!(of_word("no such"), None);
    }
}
