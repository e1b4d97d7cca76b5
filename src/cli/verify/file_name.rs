//! The seed that the name of a sheet's file says: `mazur-7-key.csv`, `ana-seed-7.xlsx`.

use std::path::Path;

/// The seed in the name of a file; worksheets of the scenario begin with `stem`.
///
/// # Errors
/// Where it says two.
pub(super) fn seed(path: &str, stem: &str) -> Result<Option<u64>, (u64, u64)> {
    let name = Path::new(path).file_stem().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let of_word = behind(&name, "seed", &['-', '_', ' ', '=', '.']);
    let of_stem = behind(&name, &stem.to_lowercase(), &['-', '_']);
    match (of_word, of_stem) {
        (Some(first), Some(second)) if first != second => Err((first, second)),
        (first, second) => Ok(first.or(second)),
    }
}

/// The number after a word and one of the signs; after `seed` it may follow at once.
fn behind(name: &str, word: &str, signs: &[char]) -> Option<u64> {
    let may_follow = word == "seed";
    name.match_indices(word).find_map(|(at, _)| {
        let is_whole = !name.get(..at)?.ends_with(char::is_alphanumeric);
        let rest = name.get(at + word.len()..)?;
        let digits = match rest.strip_prefix(signs) {
            Some(rest) => rest,
            None if may_follow => rest,
            None => return None,
        };
        let end = digits.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(digits.len());
        let mut behind = digits.get(end..)?.chars();
        let next = behind.next();
        // `mazur-2-2-2` and `mazur-2026-12-01` say no seed.
        let goes_on = next.is_some_and(char::is_alphanumeric)
            || matches!(next, Some('-' | '.')) && behind.next().is_some_and(|letter| letter.is_ascii_digit());
        if is_whole && !goes_on { digits.get(..end)?.parse().ok() } else { None }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_may_say_a_seed() {
        for path in [
            "mazur-7.csv",
            "week 1/mazur-7-key.csv",
            "Mazur-7-key (1).xlsx",
            "ana_mazur-7.csv",
            "mazur-7-ana.csv",
            "ana-seed-7.csv",
            "Seed 7.csv",
            "seed7_ana.csv",
            "mazur-7-seed-7.csv",
        ] {
            assert_eq!(seed(path, "mazur"), Ok(Some(7)), "{path}");
        }
        for path in [
            "ana.csv",
            "7.csv",
            "homework-7.csv",
            "mazur.csv",
            "mazur-key.csv",
            "mazur-2-2-2.csv",
            "mazur-2026-12-01.csv",
            "mazur7.csv",
            "amazur-7.csv",
            "mazur-7th.csv",
            "seedling-7.csv",
            "mazur-7/ana.csv",
            "-",
        ] {
            assert_eq!(seed(path, "mazur"), Ok(None), "{path}");
        }
        assert_eq!(seed("mazur-7-seed-8.csv", "mazur"), Err((8, 7)));
    }
}
