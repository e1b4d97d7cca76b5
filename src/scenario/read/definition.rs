//! Activations and losses in a scenario file: a word, a word with its setting, or the author's own formulas.

use rust_decimal::Decimal;

use super::formula;
use crate::definitions::{Activation, ActivationKind, AtZero, Comparison, Curve, Disagreement, Loss, LossKind};
use crate::formula::{Formula, Name};
use crate::scenario::fault::{DefinitionFault, FaultKind, Faults, Place, clip, clip_name, nearest};
use crate::scenario::reader::{self, Field, Fields, Keys};
use crate::scenario::yaml::Kind;

const OWN: Keys = Keys { known: &["formula", "derivative", "surrogate"] };
const STEP: Keys = Keys { known: &["at_zero"] };
/// The longest formula of an author's own; it is worked many times when it is compared with its derivative.
const LONGEST: usize = 2000;

/// What an author's own definition is about.
struct Own {
    by: &'static str,
    /// The names of its formula, and those of its derivative.
    names: &'static [&'static str],
    slope_names: &'static [&'static str],
    /// The same as they are told.
    told: &'static str,
    slope_told: &'static str,
    result: Option<&'static str>,
    beside: Option<(&'static str, &'static [&'static str])>,
}

const ACTIVATION: Own = Own {
    by: "x",
    names: &["x"],
    slope_names: &["x", "y"],
    told: "`x`",
    slope_told: "`x`, `y`",
    result: Some("y"),
    beside: None,
};
const LOSS: Own = Own {
    by: "out",
    names: &["target", "out"],
    slope_names: &["target", "out"],
    told: "`target`, `out`",
    slope_told: "`target`, `out`",
    result: None,
    // The targets of classes, of signs, and two others.
    beside: Some(("target", &["1", "0", "-1", "0.29", "2.3"])),
};

/// Reads an activation.
pub(super) fn activation(field: Field<'_>, faults: &mut Faults) -> Option<Activation> {
    if is_own(field) {
        return own(field, &ACTIVATION, faults).map(Activation::own);
    }
    let setting = match &field.node.kind {
        Kind::Mapping(entries) if entries.len() == 1 => {
            reader::pairs(field.node, faults)?.first().copied().filter(|entry| is_set(entry.key))
        }
        _ => None,
    };
    let Some(setting) = setting else {
        return reader::word(field, "activation", &ActivationKind::WORDS, faults).map(Activation::usual);
    };
    match setting.key {
        "step" => {
            let fields = Fields::open(setting.node, setting.place, &STEP, faults)?;
            let field = fields.require("at_zero", faults)?;
            let at_zero = at_zero(reader::number(field.node, faults)?);
            if at_zero.is_none() {
                faults.push(field.node.place, FaultKind::Definition(DefinitionFault::AtZeroUnknown));
            }
            at_zero.map(Activation::step)
        }
        "leaky_relu" => {
            let slope = reader::number(setting.node, faults)?;
            if !(Decimal::ZERO..=Decimal::ONE).contains(&slope) {
                faults.push(setting.node.place, FaultKind::Definition(DefinitionFault::LeakOutsideUnit));
            }
            Some(Activation::leaky_relu(slope.into()))
        }
        _ => {
            let alpha = reader::number(setting.node, faults)?;
            if alpha <= Decimal::ZERO {
                faults.push(setting.node.place, FaultKind::Definition(DefinitionFault::AlphaNotPositive));
            }
            Some(Activation::elu(alpha.into()))
        }
    }
}

/// Reads a loss.
pub(super) fn loss(field: Field<'_>, faults: &mut Faults) -> Option<Loss> {
    if is_own(field) {
        return own(field, &LOSS, faults).map(Loss::own);
    }
    reader::word(field, "loss", &LossKind::WORDS, faults).and_then(Loss::usual)
}

/// Whether a word can be given a setting.
fn is_set(word: &str) -> bool {
    ["step", "leaky_relu", "elu"].contains(&word)
}

fn at_zero(number: Decimal) -> Option<AtZero> {
    [(Decimal::ZERO, AtZero::Zero), (Decimal::new(5, 1), AtZero::Half), (Decimal::ONE, AtZero::One)]
        .into_iter()
        .find_map(|(value, at_zero)| (value == number).then_some(at_zero))
}

/// Whether a mapping is the author's own: it has one of its keys, or what was probably meant to be one.
fn is_own(field: Field<'_>) -> bool {
    let Kind::Mapping(entries) = &field.node.kind else { return false };
    let meant = |text: &str| OWN.known.contains(&text) || nearest(text, OWN.known.iter().copied()).is_some();
    entries.iter().any(|(key, _)| matches!(&key.kind, Kind::Scalar { text, .. } if meant(text)))
}

fn own(field: Field<'_>, about: &Own, faults: &mut Faults) -> Option<Curve> {
    let fields = Fields::open(field.node, field.place, &OWN, faults)?;
    let before = faults.count();
    let value = fields.require("formula", faults).and_then(|field| read(field, about.names, about.told, faults));
    let slope = |key: &str, faults: &mut Faults| {
        let field = fields.get(key)?;
        Some((field, read(field, about.slope_names, about.slope_told, faults)))
    };
    let (derivative, surrogate) = (slope("derivative", faults), slope("surrogate", faults));
    if let (Some(_), Some((field, _))) = (&derivative, &surrogate) {
        faults.push(field.place, FaultKind::Definition(DefinitionFault::DerivativeAndSurrogate));
    }
    let value = value?;
    let is_surrogate = surrogate.is_some();
    let slope = match (derivative, surrogate) {
        (Some((field, Some(slope))), _) => {
            if faults.count() == before {
                compare(field.node.place, &value, &slope, about, faults);
            }
            slope
        }
        (_, Some((_, Some(slope)))) => slope,
        _ => value.derivative(&Name::new(about.by)),
    };
    Some(Curve { value, slope, is_surrogate })
}

/// Reads a formula over `names` alone.
fn read(field: Field<'_>, names: &[&str], told: &'static str, faults: &mut Faults) -> Option<Formula> {
    if let Kind::Scalar { text, .. } = &field.node.kind
        && text.len() > LONGEST
    {
        faults.push(field.node.place, FaultKind::Definition(DefinitionFault::TooLong { limit: LONGEST }));
        return None;
    }
    let formula = formula::formula(field.node, faults)?;
    let mut unknown: Vec<&Name> = Vec::new();
    formula.each_name(&mut |name| {
        if !names.contains(&name.as_str()) && !unknown.contains(&name) {
            unknown.push(name);
        }
    });
    for name in unknown {
        let place = formula::place_of_name(field.node, name.as_str());
        faults.push(place, FaultKind::Definition(DefinitionFault::UnknownName { name: clip_name(name), known: told }));
    }
    Some(formula)
}

fn compare(place: Place, value: &Formula, slope: &Formula, about: &Own, faults: &mut Faults) {
    let comparison = Comparison { value, slope, by: about.by, result: about.result, beside: about.beside };
    let kind = match comparison.agree() {
        Ok(()) => return,
        Err(Disagreement::Nowhere) => DefinitionFault::DerivativeNowhere,
        Err(Disagreement::At { point, given, derivative }) => {
            let point: Vec<String> = point.into_iter().map(|(name, value)| format!("{name} = {value}")).collect();
            let (at, derivative) = (point.join(", "), clip(&derivative));
            match given {
                Some(given) => DefinitionFault::DerivativeDiffers { at, given: clip(&given), derivative },
                None => DefinitionFault::DerivativeFails { at, derivative },
            }
        }
    };
    faults.push(place, FaultKind::Definition(kind));
}
