//! The JSON Schema of a scenario file, for completion and squiggles in editors.
//!
//! Its sentences stand in `schema.json`; the words that a definition adds (activations, losses, optimizers,
//! schedules, functions) are put in from the tables of the definitions, so that nothing has to be added twice. It sees
//! shapes, words and bounds; what needs names, counts or arithmetic is left to the reader.

use serde_json::{Map, Value, json};

use super::course::{KnownGroup, Level, See};
use super::names::RESERVED;
use super::paper::PaperKind;
use crate::definitions::optimizer::{Bound, Constant, OPTIMIZERS, Optimizer, SCHEDULES, ScheduleDefinition};
use crate::definitions::{Activation, ActivationKind, Loss, LossKind};
use crate::formula::Function;

const TEMPLATE: &str = include_str!("schema.json");

/// The schema, draft 2020-12.
#[must_use]
pub fn schema() -> Value {
    // That the template is JSON is for a test to see.
    let mut schema: Value = serde_json::from_str(TEMPLATE).unwrap_or_default();
    let words = [
        ("activation_word", one_of(ActivationKind::WORDS.map(|(word, kind)| (word, activation(kind))))),
        ("loss_word", one_of(LossKind::WORDS.map(|(word, kind)| (word, loss(kind))))),
        ("optimizer_word", one_of(OPTIMIZERS.each_ref().map(|one| (one.word, Some(update(&one.with(Vec::new()))))))),
        (
            "optimizer_with_constants",
            settings(OPTIMIZERS.iter().map(|one| (one.word, Some(update(&one.with(Vec::new()))), one.constants))),
        ),
        ("schedule_with_constants", settings(SCHEDULES.iter().map(|one| (one.word, rate(one), one.constants)))),
        ("paper_word", json!({ "enum": PaperKind::WORDS.map(|(word, _)| word) })),
        ("page_word", json!({ "enum": See::WORDS.map(|(word, _)| word) })),
        ("group_word", json!({ "enum": KnownGroup::ALL.map(KnownGroup::word) })),
        ("level_word", json!({ "enum": Level::WORDS.map(|(word, _)| word) })),
        ("reserved_word", json!({ "enum": reserved() })),
    ];
    if let Some(definitions) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
        definitions.extend(words.map(|(name, value)| (name.to_owned(), value)));
    }
    schema
}

/// A choice among words, each with the formula behind it.
fn one_of<const COUNT: usize>(words: [(&str, Option<String>); COUNT]) -> Value {
    let one = |(word, formula): (&str, Option<String>)| match formula {
        Some(formula) => json!({ "const": word, "description": formula }),
        None => json!({ "const": word }),
    };
    json!({ "oneOf": words.map(one).as_slice() })
}

fn activation(kind: ActivationKind) -> Option<String> {
    Activation::usual(kind).curve.map(|curve| format!("y = {}, dy/dx = {}", curve.value, curve.slope))
}

fn loss(kind: LossKind) -> Option<String> {
    Loss::usual(kind).map(|loss| format!("E = {}, dE/dout = {}", loss.curve.value, loss.curve.slope))
}

fn update(optimizer: &Optimizer) -> String {
    let steps = optimizer.steps.iter().map(|step| format!("{} = {}", step.name, step.formula));
    steps.collect::<Vec<_>>().join(", ")
}

fn rate(schedule: &ScheduleDefinition) -> Option<String> {
    schedule.with(Vec::new()).map(|schedule| schedule.formula.to_string())
}

/// One word with its constants: `{adam: {beta1: 0.9}}`.
fn settings<'a>(words: impl Iterator<Item = (&'a str, Option<String>, &'static [Constant])>) -> Value {
    let properties: Map<String, Value> =
        words.map(|(word, formula, constants)| (word.to_owned(), constants_of(formula, constants))).collect();
    json!({
        "type": "object", "minProperties": 1, "maxProperties": 1,
        "properties": properties, "additionalProperties": false,
    })
}

fn constants_of(formula: Option<String>, constants: &[Constant]) -> Value {
    let property = |&(name, usual, bound): &Constant| {
        let mut value = bounded(bound);
        let usual = usual.and_then(|usual| serde_json::from_str(usual).ok());
        if let (Some(value), Some(usual)) = (value.as_object_mut(), usual) {
            value.insert("default".to_owned(), usual);
        }
        (name.to_owned(), value)
    };
    let properties: Map<String, Value> = constants.iter().map(property).collect();
    let required: Vec<&str> =
        constants.iter().filter(|(_, usual, _)| usual.is_none()).map(|(name, ..)| *name).collect();
    json!({
        "type": "object", "description": formula.unwrap_or_default(),
        "properties": properties, "required": required, "additionalProperties": false,
    })
}

fn bounded(bound: Bound) -> Value {
    match bound {
        Bound::BelowOne => json!({ "type": "number", "minimum": 0, "exclusiveMaximum": 1 }),
        Bound::NotNegative => json!({ "type": "number", "minimum": 0 }),
        Bound::Positive => json!({ "type": "number", "exclusiveMinimum": 0 }),
        Bound::Whole => json!({ "type": "integer", "minimum": 1 }),
    }
}

/// What cannot be the name of anything.
fn reserved() -> Vec<&'static str> {
    RESERVED.into_iter().chain(Function::ALL.map(Function::name)).collect()
}
