//! What goes wrong when a number is written down: a sign, two digits, the decimal point.

use super::Slip;
use crate::number::{Exact, Number};

/// So far a decimal point is taken to slip.
const MOST_PLACES: u32 = 3;

/// The slips of the pen that make `written` of a number.
pub(super) fn slips(written: &Exact, number: &Number) -> Vec<Slip> {
    let meant = |scale: u32| number.rounded(scale);
    let mut found = Vec::new();
    if meant(written.scale()).is_some_and(|meant| !meant.is_zero() && meant.negated().compare(written).is_eq()) {
        found.push(Slip::SignLost);
    }
    if meant(written.scale()).is_some_and(|meant| are_transposed(written, &meant)) {
        found.push(Slip::DigitsTransposed);
    }
    if !written.is_zero() && point_slipped(written, number) {
        found.push(Slip::PointSlipped);
    }
    found
}

/// Whether one number is the other with two neighbouring digits transposed.
fn are_transposed(written: &Exact, meant: &Exact) -> bool {
    if written.is_negative() != meant.is_negative() {
        return false;
    }
    let digits = |number: &Exact| number.magnitude().digits().to_string().into_bytes();
    let (written, meant) = (digits(written), digits(meant));
    // A zero in front is a digit too: 0.0625 and 0.6025.
    let width = written.len().max(meant.len());
    let padded = |digits: Vec<u8>| [vec![b'0'; width - digits.len()], digits].concat();
    let (written, meant) = (padded(written), padded(meant));
    let differing: Vec<usize> = (0..width).filter(|&at| written[at] != meant[at]).collect();
    matches!(differing[..], [left, right] if right == left + 1 && written[left] == meant[right] && written[right] == meant[left])
}

/// Whether the digits are right and the point is not.
fn point_slipped(written: &Exact, number: &Number) -> bool {
    (1..=MOST_PLACES).any(|places| {
        // To the left: 0.0375 for 0.375. To the right: 3.75 for 0.375.
        let to_left = written.scale().checked_sub(places);
        let to_right = written.scale() + places;
        [to_left, Some(to_right)].into_iter().flatten().any(|scale| {
            let same = Exact::new(written.digits().clone(), scale);
            number.rounded(scale).is_some_and(|meant| meant.compare(&same).is_eq())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(text: &str) -> Exact {
        Exact::parse(text).expect(text)
    }

    fn slips_of(written: &str, meant: &str) -> Vec<Slip> {
        slips(&exact(written), &exact(meant).into())
    }

    #[test]
    fn two_neighbours_that_changed_places_are_seen() {
        assert_eq!(slips_of("0.3952", "0.3925"), [Slip::DigitsTransposed]);
        assert_eq!(slips_of("0.5392", "0.593269992"), []);
        assert_eq!(slips_of("0.5923", "0.593269992"), [], "not neighbours of the rounded number");
        assert_eq!(slips_of("0.395", "0.593269992"), []);
        assert_eq!(slips_of("0.953", "0.593269992"), [Slip::DigitsTransposed]);
        assert_eq!(slips_of("0.6025", "0.0625"), [Slip::DigitsTransposed], "a zero is a digit too");
        assert_eq!(slips_of("0.265", "6.025"), []);
    }

    #[test]
    fn a_sign_that_was_lost_or_invented_is_seen() {
        assert_eq!(slips_of("0.055444", "-0.0554436652"), [Slip::SignLost]);
        assert_eq!(slips_of("-0.5", "0.5"), [Slip::SignLost]);
        assert_eq!(slips_of("0", "0"), []);
    }

    #[test]
    fn a_point_that_slipped_is_seen_to_either_side() {
        assert_eq!(slips_of("0.0375", "0.375"), [Slip::PointSlipped]);
        assert_eq!(slips_of("3.775", "0.3775"), [Slip::PointSlipped]);
        assert_eq!(slips_of("0.00593", "0.593269992"), [Slip::PointSlipped]);
        assert_eq!(slips_of("5.94", "0.593269992"), []);
    }
}
