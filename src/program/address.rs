//! Names with a place: `E_total/tanh#2@10` is `E_total` of sample 2 in epoch 10 of the run `tanh`.

use crate::formula::Name;

/// A step or given, of one sample or batch and one epoch.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Address {
    /// The plain name.
    pub name: Name,
    /// The run, where it is not the lesson's own.
    pub run: Option<Name>,
    /// The sample, or for a step of an update the batch; counted from 1.
    pub sample: Option<u64>,
    /// The epoch, counted from 1.
    pub epoch: Option<u64>,
}

impl Address {
    /// Reads `name`, `name#k`, `name@n` or `name#k@n`, each with `/run` behind the name or without; k and n are whole
    /// numbers from 1.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (rest, epoch) = split_number(text, '@')?;
        let (name, sample) = split_number(rest, '#')?;
        let (name, run) = name.split_once('/').map_or((name, None), |(name, run)| (name, Some(run)));
        let run = run.map(plain);
        if run == Some(None) {
            return None;
        }
        Some(Self { name: plain(name)?, run: run.flatten(), sample, epoch })
    }

    /// The same without the run.
    #[must_use]
    pub fn without_run(&self) -> Name {
        let mark =
            |mark: char, number: Option<u64>| number.map_or_else(String::new, |number| format!("{mark}{number}"));
        Name::new(format!("{}{}{}", self.name, mark('#', self.sample), mark('@', self.epoch)))
    }
}

/// A name without marks.
fn plain(text: &str) -> Option<Name> {
    let letters = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    (letters && text.starts_with(|first: char| first.is_ascii_alphabetic())).then(|| Name::new(text))
}

/// Splits `text` at a mark before a whole number from 1; without the mark there is no number.
fn split_number(text: &str, mark: char) -> Option<(&str, Option<u64>)> {
    let Some((before, number)) = text.rsplit_once(mark) else { return Some((text, None)) };
    let all_digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let number = number.parse().ok().filter(|&number| number > 0 && all_digits)?;
    Some((before, Some(number)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> Option<(String, Option<u64>, Option<u64>)> {
        Address::parse(text).map(|address| (address.name.to_string(), address.sample, address.epoch))
    }

    #[test]
    fn samples_stand_before_epochs() {
        assert_eq!(address("E_total"), Some(("E_total".into(), None, None)));
        assert_eq!(address("E_total#2@10"), Some(("E_total".into(), Some(2), Some(10))));
        assert_eq!(address("w5@3"), Some(("w5".into(), None, Some(3))));
        let of_run = Address::parse("E_total/tanh#2@10").unwrap();
        assert_eq!((of_run.name.as_str(), of_run.run.as_ref().map(Name::as_str)), ("E_total", Some("tanh")));
        assert_eq!(of_run.without_run().as_str(), "E_total#2@10");
        for text in ["", "a/", "/a", "a/b/c", "a#1/b", "a/1", "#1", "a@", "a#0", "a@1#2", "a#+1", "a b", "5", "a#1#2"] {
            assert_eq!(address(text), None, "{text}");
        }
    }
}
