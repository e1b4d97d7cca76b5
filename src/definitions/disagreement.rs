//! Whether a slope that somebody wrote is the derivative: both are enclosed at fixed points and on each side of every
//! kink, and what is certainly different disagrees.

use crate::formula::{Formula, Function, Name};
use crate::number::{Arithmetic as _, Exact, Fault, Number, Outcome, Proven};

/// The bits of the enclosures.
const BITS: u32 = 256;
/// The distances from 0 that are looked at on both sides: no round numbers, where kinks and poles would stand.
const DISTANCES: [&str; 14] = [
    "37.3",
    "12.7",
    "5.3",
    "2.9",
    "1.7",
    "1.3",
    "0.83",
    "0.57",
    "0.31",
    "0.13",
    "0.07",
    "0.013",
    "0.0011",
    "0.0000017",
];
/// The most kinks that are looked for; a formula with more is compared at the fixed points alone.
const MOST_KINKS: usize = 16;
/// How often the stretch around a kink is halved.
const HALVINGS: u32 = 20;
/// How far from a kink that is met exactly, in decimals.
const BESIDE: u32 = 6;
/// The decimals with which two slopes that differ are told, as few of these as show it.
const TOLD: [u32; 5] = [6, 12, 24, 48, 75];

/// What is compared: a value over names, and a slope of it.
#[derive(Clone, Copy, Debug)]
pub struct Comparison<'a> {
    /// The value.
    pub value: &'a Formula,
    /// The slope that somebody wrote.
    pub slope: &'a Formula,
    /// The name by which it is the slope.
    pub by: &'a str,
    /// What the slope may call the value.
    pub result: Option<&'a str>,
    /// Another name that both read, with the values that it is given in turn.
    pub beside: Option<(&'a str, &'a [&'a str])>,
}

/// How a slope is not the derivative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Disagreement {
    /// At one point they certainly differ.
    At {
        /// The names and their values there.
        point: Vec<(String, String)>,
        /// What was written gives this, or nothing where it cannot be computed.
        given: Option<String>,
        /// The derivative by the rules is this.
        derivative: String,
    },
    /// At none of the points both can be computed, so that nothing can be said.
    Nowhere,
}

impl Comparison<'_> {
    /// Compares the slope with the symbolic derivative.
    ///
    /// # Errors
    /// How they disagree.
    pub fn agree(&self) -> Result<(), Disagreement> {
        let by = Name::new(self.by);
        let derivative = self.value.derivative(&by);
        let mut kinks = Vec::new();
        each_kink(self.value, &mut kinks);
        each_kink(self.slope, &mut kinks);
        let Some(proven) = Proven::new(BITS) else { return Err(Disagreement::Nowhere) };
        let mut compared = false;
        for beside in self.sides() {
            let at = Place { proven: &proven, by: self.by, beside: beside.as_ref() };
            for point in at.points(&kinks) {
                compared |= self.agree_at(&at, &point, &derivative)?;
            }
        }
        if compared { Ok(()) } else { Err(Disagreement::Nowhere) }
    }

    /// The values of the other name, or once nothing.
    fn sides(&self) -> Vec<Option<(String, Exact)>> {
        let Some((name, values)) = self.beside else { return vec![None] };
        values.iter().filter_map(|value| Some(Some((name.to_owned(), Exact::parse(value)?)))).collect()
    }

    /// Compares at one point; whether there was anything to compare.
    fn agree_at(&self, at: &Place<'_>, point: &Exact, derivative: &Formula) -> Result<bool, Disagreement> {
        let own = |name: &str, result: Option<&Number>| match result {
            Some(result) if self.result == Some(name) => Some(result.clone()),
            _ => None,
        };
        let (Ok(value), Ok(right)) = (at.value(self.value, point, &|_| None), at.value(derivative, point, &|_| None))
        else {
            return Ok(false);
        };
        let given = match at.value(self.slope, point, &|name| own(name, Some(&value))) {
            Err(Fault::Undecided(_)) => return Ok(false),
            given => given.ok(),
        };
        let differ = |given: &Number| {
            at.proven.subtract(given, &right).is_ok_and(|difference| matches!(difference.sign(), Ok(1 | -1)))
        };
        if given.as_ref().is_some_and(|given| !differ(given)) {
            return Ok(true);
        }
        let told = |number: &Number, decimals| number.rounded(decimals).map(|digits| digits.normalized().to_string());
        let decimals = TOLD
            .into_iter()
            .find(|&decimals| given.as_ref().is_none_or(|given| told(given, decimals) != told(&right, decimals)));
        let decimals = decimals.unwrap_or(BESIDE);
        let other = at.beside.map(|(name, value)| (name.clone(), value.to_string()));
        Err(Disagreement::At {
            point: [(self.by.to_owned(), point.to_string())].into_iter().chain(other).collect(),
            given: given.and_then(|given| told(&given, decimals)),
            derivative: told(&right, decimals).unwrap_or_default(),
        })
    }
}

/// Where formulas are looked at: everything but the one name that moves.
struct Place<'a> {
    proven: &'a Proven,
    by: &'a str,
    beside: Option<&'a (String, Exact)>,
}

impl Place<'_> {
    fn value(&self, formula: &Formula, point: &Exact, other: &dyn Fn(&str) -> Option<Number>) -> Outcome<Number> {
        formula.evaluate(self.proven, &mut |name| {
            let name = name.as_str();
            if name == self.by {
                return Ok(point.clone().into());
            }
            let beside = self.beside.filter(|(own, _)| own == name).map(|(_, value)| value.clone().into());
            // A name that nobody knows has been reported where it stands.
            beside.or_else(|| other(name)).ok_or(Fault::TooLarge)
        })
    }

    /// The fixed points, and two for every kink between them.
    fn points(&self, kinks: &[Formula]) -> Vec<Exact> {
        let positive: Vec<Exact> = DISTANCES.iter().filter_map(|distance| Exact::parse(distance)).collect();
        let fixed: Vec<Exact> = positive.iter().map(Exact::negated).chain(positive.iter().rev().cloned()).collect();
        let mut points = fixed.clone();
        for kink in kinks {
            let sides: Vec<Option<i8>> = fixed.iter().map(|point| self.side(kink, point)).collect();
            for (ends, sides) in fixed.windows(2).zip(sides.windows(2)) {
                if let ([low, high], [Some(below), Some(above)]) = (ends, sides)
                    && below != above
                {
                    points.extend(self.around(kink, low.clone(), high.clone(), *below));
                }
            }
        }
        // Near 1 first: there a difference is told in numbers that are easy to follow.
        let far = |point: &Exact| point.magnitude().minus(&Exact::one()).magnitude();
        points.sort_by(|a, b| far(a).compare(&far(b)).then(a.is_negative().cmp(&b.is_negative())));
        points
    }

    /// On which side of its kink something is; nothing where that cannot be told.
    fn side(&self, kink: &Formula, point: &Exact) -> Option<i8> {
        self.value(kink, point, &|_| None).and_then(|value| value.sign()).ok()
    }

    /// Two points close to a kink, one on each side.
    fn around(&self, kink: &Formula, mut low: Exact, mut high: Exact, below: i8) -> [Exact; 2] {
        let half = Exact::new(5, 1);
        for _ in 0..HALVINGS {
            let middle = low.plus(&high).times(&half);
            match self.side(kink, &middle) {
                Some(0) => {
                    let beside = Exact::new(1, BESIDE);
                    return [middle.minus(&beside), middle.plus(&beside)];
                }
                Some(side) if side == below => low = middle,
                Some(_) => high = middle,
                None => break,
            }
        }
        [low, high]
    }
}

/// Everything of which the sign decides about a slope.
fn each_kink(formula: &Formula, kinks: &mut Vec<Formula>) {
    if kinks.len() >= MOST_KINKS {
        return;
    }
    match formula {
        Formula::Number(_) | Formula::Name(_) => {}
        Formula::Negative(inner) => each_kink(inner, kinks),
        Formula::Sum(terms) => terms.iter().for_each(|term| each_kink(&term.formula, kinks)),
        Formula::Product(factors) => factors.iter().for_each(|factor| each_kink(&factor.formula, kinks)),
        Formula::Power(base, exponent) => {
            each_kink(base, kinks);
            each_kink(exponent, kinks);
        }
        Formula::Call(function, arguments) => {
            match (function, arguments.as_slice()) {
                (Function::Relu | Function::Abs | Function::Step | Function::Sign, [argument]) => {
                    kinks.push(argument.clone());
                }
                (Function::Max | Function::Min, [first, second]) => kinks.push(first.clone().minus(second.clone())),
                _ => {}
            }
            for argument in arguments {
                each_kink(argument, kinks);
            }
        }
    }
}
