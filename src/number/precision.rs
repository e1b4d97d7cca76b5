//! How finely a pass is computed, and what it may take for granted where no precision decides.

use super::exact::Exact;

/// How a pass is computed: with how many bits, and with what beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Precision {
    /// Bits after the point of an enclosure.
    pub bits: u32,
    /// Whether values that are fractions are computed as fractions.
    pub fractions: bool,
    /// Whether what is too close to a border is taken as exactly on it.
    pub assuming: bool,
}

/// What was taken for granted, because no precision decides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Assumed {
    /// A value that is rounded lies exactly between two roundings.
    Tie,
    /// A value lies exactly at a kink or jump.
    Kink,
    /// A value is exactly the bound that it is compared with.
    Bound,
}

impl From<u32> for Precision {
    /// Enclosures of so many bits alone.
    fn from(bits: u32) -> Self {
        Self { bits, fractions: false, assuming: false }
    }
}

impl Precision {
    /// The same with fractions.
    #[must_use]
    pub fn with_fractions(self) -> Self {
        Self { fractions: true, ..self }
    }

    /// The same, taking for granted what it cannot decide.
    #[must_use]
    pub fn taking_for_granted(self) -> Self {
        Self { assuming: true, ..self }
    }
}

/// The tie between the roundings of two ends that lie very close to it, one on each side; none where they are too far
/// apart to tell which tie is meant, or round alike.
pub(super) fn tie_between((low, high): (&Exact, &Exact), round: impl Fn(&Exact) -> Option<Exact>) -> Option<Exact> {
    let (below, above) = (round(low)?, round(high)?);
    let (gap, width) = (above.minus(&below), high.minus(low));
    let tie = below.plus(&above).times(&Exact::new(5, 1));
    let is_one_tie = width.times(&Exact::from(4)).compare(&gap).is_lt();
    let is_inside = low.compare(&tie).is_le() && tie.compare(high).is_le();
    (is_one_tie && is_inside).then_some(tie)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(text: &str) -> Exact {
        Exact::parse(text).expect(text)
    }

    #[test]
    fn the_tie_between_two_ends_is_found_where_there_is_one() {
        let tie = |low: &str, high: &str| {
            let (low, high) = (exact(low), exact(high));
            tie_between((&low, &high), |end| Some(end.rounded(2))).map(|tie| tie.normalized().to_string())
        };
        assert_eq!(tie("0.1249999", "0.1250001").as_deref(), Some("0.125"));
        assert_eq!(tie("-0.1250001", "-0.1249999").as_deref(), Some("-0.125"));
        assert_eq!(tie("0.121", "0.124"), None, "they round alike");
        assert_eq!(tie("0.124", "0.136"), None, "there are two ties between them");
        assert_eq!(tie("0.12", "0.13"), None, "a whole unit apart, nothing is close to the tie");
    }
}
