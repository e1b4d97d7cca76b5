//! Rows of a sheet that say something about all of it: `# Seed 7`, `# Decimals 4`, `# Significant 3`.

use super::fault::{SheetFaultKind, SheetFaults};
use crate::judge::Asked;
use crate::scenario::Place;

/// As many digits can be asked for as can be shown.
const MOST_DIGITS: u32 = 1000;

/// What a sheet says about itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Notices {
    /// The seed of its numbers, and where that is said.
    pub seed: Option<(u64, Place)>,
    /// The place of another seed, which contradicts that.
    pub other_seed: Option<Place>,
    /// The digits that it asks for, and where that is said.
    asked: Option<(Asked, Place)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    Seed,
    Decimals,
    Significant,
}

/// The words for each, the longer ones first; in lower case.
const WORDS: [(&str, Subject); 18] = [
    ("seed", Subject::Seed),
    ("种子", Subject::Seed),
    ("種子", Subject::Seed),
    ("significant digits", Subject::Significant),
    ("significant figures", Subject::Significant),
    ("significant", Subject::Significant),
    ("有效数字", Subject::Significant),
    ("有效位数", Subject::Significant),
    ("decimal places", Subject::Decimals),
    ("decimals", Subject::Decimals),
    ("小数位数", Subject::Decimals),
    ("小数位", Subject::Decimals),
    ("小数", Subject::Decimals),
    ("nachkommastellen", Subject::Decimals),
    ("dezimalstellen", Subject::Decimals),
    ("décimales", Subject::Decimals),
    ("decimales", Subject::Decimals),
    ("decimali", Subject::Decimals),
];

impl Notices {
    /// The digits that the sheet asks for.
    #[must_use]
    pub fn asked(&self) -> Asked {
        self.asked.map_or(Asked::Nothing, |(asked, _)| asked)
    }

    /// Takes what a row says about the sheet; whether it says any such thing.
    pub(super) fn take(&mut self, cells: &[&str], place: Place, faults: &mut SheetFaults) -> bool {
        let Some((subject, digits)) = read(cells) else { return false };
        let out_of_range = |limit: u64| SheetFaultKind::NoticeOutOfRange { number: digits.clone(), limit };
        let before = match subject {
            Subject::Seed => {
                let Ok(seed) = digits.parse() else {
                    faults.push(place, out_of_range(u64::MAX));
                    return true;
                };
                let (first, _) = *self.seed.get_or_insert((seed, place));
                if first != seed {
                    self.other_seed.get_or_insert(place);
                }
                None
            }
            Subject::Decimals | Subject::Significant => {
                let is_decimals = subject == Subject::Decimals;
                let least = u32::from(!is_decimals);
                let count = digits.parse().ok().filter(|count| (least..=MOST_DIGITS).contains(count));
                let Some(count) = count else {
                    faults.push(place, out_of_range(MOST_DIGITS.into()));
                    return true;
                };
                let asked = if is_decimals { Asked::Decimals(count) } else { Asked::Significant(count) };
                let before = *self.asked.get_or_insert((asked, place));
                (before.0 != asked).then_some(before.1)
            }
        };
        if let Some(before) = before {
            faults.push(place, SheetFaultKind::NoticeTwice { line: before.line });
        }
        true
    }
}

/// What a row is about, and the number that it gives.
fn read(cells: &[&str]) -> Option<(Subject, String)> {
    let first = cells.first()?.trim_start_matches(['#', ' ', '\u{a0}']).to_lowercase();
    let (subject, rest) = WORDS.iter().find_map(|(word, subject)| Some((*subject, first.strip_prefix(word)?)))?;
    let rest = rest.trim_start_matches([':', '=', '：', ' ', '\u{a0}', '\t']);
    let second = || cells.iter().skip(1).map(|cell| cell.trim()).find(|cell| !cell.is_empty()).unwrap_or_default();
    let number = if rest.is_empty() { second() } else { rest };
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    // `# Decimals 0.5` and `# Seeds 7` say something else.
    let ends = !number.get(digits.len()..)?.starts_with(|letter: char| letter.is_alphanumeric() && letter.is_ascii())
        && !number
            .get(digits.len()..)?
            .strip_prefix(['.', ','])
            .is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()));
    (!digits.is_empty() && ends).then_some((subject, digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notices(rows: &[&[&str]]) -> (Option<u64>, Asked, bool) {
        let (mut notices, mut faults) = (Notices::default(), SheetFaults::default());
        for row in rows {
            notices.take(row, Place::FILE, &mut faults);
        }
        (notices.seed.map(|(seed, _)| seed), notices.asked(), faults.is_empty())
    }

    #[test]
    fn a_row_may_say_the_seed_or_the_digits() {
        for row in [
            &["# Seed 7"][..],
            &["# Seed 7: the author's numbers are replaced by others.", ""],
            &["#seed: 7"],
            &["# 种子 7：原作者的数字"],
            &["Seed", "7"],
            &["# Seed", "", "7"],
        ] {
            assert_eq!(notices(&[row]), (Some(7), Asked::Nothing, true), "{row:?}");
        }
        assert_eq!(notices(&[&["# Decimals 4"]]).1, Asked::Decimals(4));
        assert_eq!(notices(&[&["# 小数位数 4"]]).1, Asked::Decimals(4));
        assert_eq!(notices(&[&["# Significant 3"]]).1, Asked::Significant(3));
        assert_eq!(notices(&[&["# Significant digits: 3"]]).1, Asked::Significant(3));
        for row in
            [&["# Seeds 7"][..], &["# Seed"], &["# Decimals 0.5"], &["# easy"], &["net_h1", "7"], &["# Decimals x"]]
        {
            assert_eq!(notices(&[row]), (None, Asked::Nothing, true), "{row:?}");
        }
    }

    #[test]
    fn what_contradicts_itself_is_a_fault() {
        assert!(notices(&[&["# Seed 7"], &["# Seed 7"]]).2);
        let mut two = Notices::default();
        for row in ["# Seed 7", "# Seed 8"] {
            two.take(&[row], Place::FILE, &mut SheetFaults::default());
        }
        assert!(two.other_seed.is_some(), "a seed on the command line may still settle it");
        assert!(!notices(&[&["# Decimals 4"], &["# Significant 4"]]).2);
        assert!(!notices(&[&["# Decimals 4000"]]).2);
        assert!(!notices(&[&["# Significant 0"]]).2);
        assert!(!notices(&[&["# Seed 99999999999999999999"]]).2);
    }
}
