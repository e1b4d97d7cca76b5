//! What a formula may come to when what it reads lies between ends: bounds that are proven from both sides.
//!
//! Where a slope has one sign over all of the box, the least and the largest value stand at ends of it, and two
//! evaluations tell both. What else there is, is halved a few times.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::{Trial, Verdict};
use crate::formula::{Formula, Name};
use crate::number::{Arithmetic as _, Exact, Fault, Number, Outcome, Proven};

/// How often a box is halved.
const MOST_HALVINGS: u32 = 6;

/// Where a value lies; each end is enclosed itself.
#[derive(Clone, Debug)]
pub(super) enum Span {
    Point(Number),
    Between(Number, Number),
}

impl Span {
    pub(super) fn is_point(&self) -> bool {
        matches!(self, Self::Point(_))
    }

    fn low(&self) -> &Number {
        match self {
            Self::Point(value) | Self::Between(value, _) => value,
        }
    }

    fn high(&self) -> &Number {
        match self {
            Self::Point(value) | Self::Between(_, value) => value,
        }
    }

    fn all(&self, proven: &Proven) -> Outcome<Number> {
        match self {
            Self::Point(value) => Ok(value.clone()),
            Self::Between(low, high) => proven.hull(low, high),
        }
    }

    fn width(&self) -> Option<Exact> {
        Some(self.high().ends()?.1.minus(&self.low().ends()?.0))
    }

    fn middle(&self, proven: &Proven) -> Outcome<Number> {
        match self {
            Self::Point(value) => Ok(value.clone()),
            Self::Between(low, high) => proven.multiply(&proven.add(low, high)?, &Exact::new(5, 1).into()),
        }
    }
}

/// Where the least and the largest value of a formula lie, each between two numbers.
#[derive(Debug)]
struct Bounds {
    least: (Exact, Exact),
    largest: (Exact, Exact),
    /// Whether more bits would not bring the two numbers together.
    is_loose: bool,
}

/// A formula over a box.
pub(super) struct Image<'a> {
    pub(super) proven: &'a Proven,
    pub(super) formula: &'a Formula,
    /// The derivative by every name that lies between two ends.
    pub(super) slopes: &'a HashMap<Name, Formula>,
}

type Spans = HashMap<Name, Span>;

impl Image<'_> {
    /// The value at a point.
    pub(super) fn at(&self, point: &HashMap<Name, Number>) -> Outcome<Number> {
        self.value(self.formula, point)
    }

    /// Tells whether any value over the box lies within `target`.
    pub(super) fn meets(&self, spans: &Spans, target: &(Exact, Exact)) -> Trial {
        // What cannot be computed somewhere in the box has no bounds that could be trusted.
        let Some(bounds) = self.bounds(spans, MOST_HALVINGS) else { return Trial::Open };
        let (low, high) = target;
        if bounds.least.0.compare(high).is_gt() || bounds.largest.1.compare(low).is_lt() {
            return Trial::Settled(Verdict::Wrong);
        }
        // Over a box without jumps all values between the least and the largest are taken.
        if bounds.least.1.compare(high).is_le() && bounds.largest.0.compare(low).is_ge() {
            return Trial::Settled(Verdict::Rounded);
        }
        if bounds.is_loose { Trial::Open } else { Trial::Finer }
    }

    fn value(&self, formula: &Formula, point: &HashMap<Name, Number>) -> Outcome<Number> {
        formula.evaluate(self.proven, &mut |name| point.get(name).cloned().ok_or(Fault::TooLarge))
    }

    fn bounds(&self, spans: &Spans, halvings: u32) -> Option<Bounds> {
        let mut all = HashMap::with_capacity(spans.len());
        for (name, span) in spans {
            all.insert(name.clone(), span.all(self.proven).ok()?);
        }
        // Where this has a value, there is no jump and no pole in the box.
        self.value(self.formula, &all).ok()?;
        let mut signs: HashMap<&Name, i8> = HashMap::new();
        let mut loose: Vec<(&Name, &Span)> = Vec::new();
        for (name, span) in spans.iter().filter(|(_, span)| !span.is_point()) {
            match self.value(self.slopes.get(name)?, &all).and_then(|slope| slope.sign()) {
                Ok(sign) => _ = signs.insert(name, sign),
                Err(_) => loose.push((name, span)),
            }
        }
        let corner = |least: bool, is_middle: bool| {
            let mut point = HashMap::with_capacity(spans.len());
            for (name, span) in spans {
                let value = match signs.get(name) {
                    Some(&sign) => {
                        if (sign < 0) == least {
                            span.high().clone()
                        } else {
                            span.low().clone()
                        }
                    }
                    None if is_middle => span.middle(self.proven).ok()?,
                    None => span.all(self.proven).ok()?,
                };
                point.insert(name.clone(), value);
            }
            self.at(&point).ok()?.ends()
        };
        let (least, largest) = (corner(true, false)?, corner(false, false)?);
        let widest = loose.iter().max_by(|(_, left), (_, right)| match (left.width(), right.width()) {
            (Some(left), Some(right)) => left.compare(&right),
            (left, right) => left.is_none().cmp(&right.is_none()),
        });
        let Some((name, span)) = widest else { return Some(Bounds { least, largest, is_loose: false }) };
        if halvings == 0 {
            // Somewhere in the box the value at its middle is taken, so that neither bound lies behind that.
            let (least_there, largest_there) = (corner(true, true)?, corner(false, true)?);
            return Some(Bounds {
                least: (least.0, least_there.1),
                largest: (largest_there.0, largest.1),
                is_loose: true,
            });
        }
        let middle = span.middle(self.proven).ok()?;
        let halves = [Span::Between(span.low().clone(), middle.clone()), Span::Between(middle, span.high().clone())];
        let [first, second] = halves.map(|half| {
            let mut spans = spans.clone();
            spans.insert((*name).clone(), half);
            self.bounds(&spans, halvings - 1)
        });
        Some(first?.with(second?))
    }
}

impl Bounds {
    /// The bounds over two boxes together.
    fn with(self, other: Self) -> Self {
        let pick =
            |left: Exact, right: Exact, order: Ordering| if left.compare(&right) == order { left } else { right };
        let both = |left: (Exact, Exact), right: (Exact, Exact), order| {
            (pick(left.0, right.0, order), pick(left.1, right.1, order))
        };
        Self {
            least: both(self.least, other.least, Ordering::Less),
            largest: both(self.largest, other.largest, Ordering::Greater),
            is_loose: self.is_loose || other.is_loose,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(text: &str) -> Exact {
        Exact::parse(text).expect(text)
    }

    fn meets(formula: &str, spans: &[(&str, &str, &str)], target: (&str, &str)) -> Trial {
        let formula = Formula::parse(formula).expect("a formula");
        let spans: Spans = spans
            .iter()
            .map(|(name, low, high)| (Name::new(name), Span::Between(exact(low).into(), exact(high).into())))
            .collect();
        let slopes = spans.keys().map(|name| (name.clone(), formula.derivative(name))).collect();
        let proven = Proven::new(128).expect("a precision");
        let image = Image { proven: &proven, formula: &formula, slopes: &slopes };
        image.meets(&spans, &(exact(target.0), exact(target.1)))
    }

    const YES: Trial = Trial::Settled(Verdict::Rounded);
    const NO: Trial = Trial::Settled(Verdict::Wrong);

    #[test]
    fn where_slopes_have_one_sign_the_bounds_are_tight() {
        // y*(1 - y) from 0.74 to 0.76 goes from 0.1824 to 0.1924; ends multiplied blindly would give 0.1776 to 0.1976.
        let spans = [("y", "0.74", "0.76")];
        assert_eq!(meets("y*(1 - y)", &spans, ("0.1915", "0.1925")), YES);
        assert_eq!(meets("y*(1 - y)", &spans, ("0.1925", "0.1935")), NO);
        assert_eq!(meets("y*(1 - y)", &spans, ("0.1815", "0.1823")), NO);
    }

    #[test]
    fn where_a_slope_changes_its_sign_the_box_is_halved() {
        let spans = [("y", "0.45", "0.56")];
        assert_eq!(meets("y*(1 - y)", &spans, ("0.2495", "0.2505")), YES, "the top at 0.25");
        assert_eq!(meets("y*(1 - y)", &spans, ("0.2515", "0.2525")), NO, "above it");
        assert_eq!(meets("abs(y - 0.5)", &spans, ("-0.01", "-0.005")), NO);
        assert_eq!(meets("max(y, 0.5)", &spans, ("0.48", "0.49")), NO);
    }

    #[test]
    fn an_end_that_is_touched_counts() {
        assert_eq!(meets("a*b", &[("a", "1", "2"), ("b", "3", "4")], ("8", "9")), YES);
        assert_eq!(meets("a*b", &[("a", "1", "2"), ("b", "3", "4")], ("8.01", "9")), NO);
        assert_eq!(meets("a - b", &[("a", "1", "2"), ("b", "3", "4")], ("-4", "-3")), YES);
    }

    #[test]
    fn over_a_jump_or_a_pole_nothing_is_claimed() {
        assert_eq!(meets("step(y)", &[("y", "-0.01", "0.01")], ("0.4", "0.6")), Trial::Open);
        assert_eq!(meets("1/y", &[("y", "-0.01", "0.01")], ("0.4", "0.6")), Trial::Open);
        assert_eq!(meets("step(y)", &[("y", "0.01", "0.02")], ("0.4", "0.6")), NO);
    }

    #[test]
    fn no_value_inside_a_box_is_called_out_of_reach() {
        let formulas =
            ["y*(1 - y)", "a*b - y/a", "(a - b)^2/2", "sigmoid(a*y + b)", "abs(a - b)*y", "max(a, b) - relu(y)"];
        let mut seed = 1_u32;
        let mut random = |below: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            i64::from((seed >> 8) % below)
        };
        let proven = Proven::new(128).expect("a precision");
        for formula in formulas.iter().cycle().take(120) {
            let formula = Formula::parse(formula).expect("a formula");
            let (mut spans, mut point) = (Spans::new(), HashMap::new());
            for name in ["a", "b", "y"].map(Name::new) {
                let (low, width) = (random(900) + 100, random(200) + 1);
                let inside = low * 100 + random(u32::try_from(width).expect("a width") * 100);
                spans.insert(name.clone(), Span::Between(Exact::new(low, 3).into(), Exact::new(low + width, 3).into()));
                point.insert(name, Number::Exact(Exact::new(inside, 5)));
            }
            let slopes = spans.keys().map(|name| (name.clone(), formula.derivative(name))).collect();
            let image = Image { proven: &proven, formula: &formula, slopes: &slopes };
            let (low, high) = image.at(&point).expect("a value").ends().expect("ends");
            assert_ne!(image.meets(&spans, &(low, high.clone())), NO, "{formula} at {point:?}");
            let beyond = (high.plus(&Exact::from(9)), high.plus(&Exact::from(10)));
            assert_eq!(image.meets(&spans, &beyond), NO, "{formula}");
        }
    }
}
