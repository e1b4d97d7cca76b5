//! The JSON Schema holds against every scenario: it accepts all that are right, and refuses all that are wrong, but for
//! slips that no schema can see.

use std::fs;
use std::path::{Path, PathBuf};

use handgrad::definitions::{ActivationKind, LossKind};
use handgrad::scenario::{built_in, schema};
use jsonschema::Validator;
use saphyr::{LoadableYamlNode as _, Scalar, Yaml};
use serde_json::{Map, Number, Value, json};

use super::command::handgrad;

/// The slips that no schema can see, by the reason why.
const UNSEEN: [(&str, &[&str]); 11] = [
    (
        "it is no YAML, or only what reads YAML can see it",
        &[
            "key-twice",
            "wide-characters",
            "yaml-anchor-and-alias",
            "yaml-broken",
            "yaml-key-is-a-list",
            "yaml-second-document",
            "yaml-tab",
            "yaml-tag",
        ],
    ),
    (
        "the digits of a number are gone when it has been read",
        &["number-hexadecimal", "number-plus-sign", "number-too-many-digits"],
    ),
    (
        "names have to be compared: known or not, once or twice, before or after",
        &[
            "compare-name-of-constant",
            "compare-name-of-step",
            "compare-name-of-weight",
            "compare-name-twice",
            "frozen-unknown",
            "given-gradient-misnamed",
            "given-gradient-missing",
            "given-gradient-twice",
            "graph-expand-name-taken",
            "graph-output-unknown",
            "graph-step-twice",
            "neuron-misnamed",
            "neuron-without-weights",
            "optimizer-state-is-a-constant",
            "optimizer-state-never-set",
            "optimizer-step-twice",
            "optimizer-without-w",
            "parameter-twice",
            "perceptron-name-taken",
            "schedule-name-taken",
            "step-taken",
            "step-twice",
        ],
    ),
    (
        "things have to be counted that stand in different places",
        &["given-gradients-too-few", "row-by-neuron-too-short", "row-too-long", "rows-too-few", "sample-too-short"],
    ),
    (
        "things have to be counted: columns of a table, inputs of a sample",
        &["table-columns-too-few", "validation-sample-too-short"],
    ),
    (
        "a formula has to be read or computed",
        &[
            "activation-formula-broken",
            "activation-name-unknown",
            "derivative-name-unknown",
            "derivative-not-computable",
            "derivative-nowhere",
            "derivative-wrong",
            "derivative-wrong-on-one-side",
            "graph-formula-broken",
            "graph-formula-quoted-and-broken",
            "graph-function-unknown",
            "graph-name-later",
            "graph-name-unknown",
            "label-character",
            "label-command-unknown",
            "label-not-closed",
            "label-nothing-below",
            "label-two-subscripts",
            "loss-derivative-wrong",
            "loss-name-unknown",
            "optimizer-formula-broken",
            "optimizer-look-ahead",
            "optimizer-look-ahead-unknown",
            "optimizer-name-later",
            "optimizer-name-unknown",
        ],
    ),
    (
        "lines over arrays are a language of their own",
        &[
            "array-both-directions",
            "array-bracket-closed",
            "array-bracket-open",
            "array-bracket-place",
            "array-brackets-empty",
            "array-clash",
            "array-dots-place",
            "array-expand",
            "array-gap",
            "array-head-index-twice",
            "array-head-not-plain",
            "array-head-range-backwards",
            "array-index-as-number",
            "array-index-bound-twice",
            "array-index-counts-differ",
            "array-index-is-a-parameter",
            "array-index-is-a-value",
            "array-index-not-bound",
            "array-index-not-whole",
            "array-its-own",
            "array-later",
            "array-member-twice",
            "array-members-differ",
            "array-no-start",
            "array-number-in-index",
            "array-output-is-an-array",
            "array-outside",
            "array-product-of-number",
            "array-product-shape",
            "array-ragged",
            "array-range-disagrees",
            "array-range-unknown",
            "array-sample-not-by-name",
            "array-sample-shape",
            "array-shape-element",
            "array-softmax-index",
            "array-softmax-number",
            "array-too-many-members",
            "array-too-many-subscripts",
            "array-transpose-list",
            "array-transpose-number",
            "array-two-arguments",
            "array-unknown-name",
            "array-window-backwards",
            "array-written-outside",
            "array-zero-outside-unknown",
        ],
    ),
    ("the last layer has to be told from the others", &["loss-needs-unit", "loss-needs-unit-of-softplus"]),
    (
        "numbers have to be compared or added",
        &["random-below-start", "random-finer-than-grid", "targets-do-not-sum-to-one"],
    ),
    (
        "what it does not fit stands in another place",
        &["compare-loss-elsewhere", "perceptron-with-gradients", "update-looks-ahead"],
    ),
    (
        "the table beside the scenario has to be read",
        &[
            "table-cell-empty",
            "table-column-far",
            "table-column-twice",
            "table-column-unknown",
            "table-empty",
            "table-missing",
            "table-not-text",
            "table-number",
            "table-number-quoted-before",
            "table-row-short",
            "table-separated-by-semicolons",
            "table-target",
            "table-too-many-digits",
            "table-without-rows",
        ],
    ),
];

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema()).expect("a schema")
}

/// The JSON that an editor makes of YAML; `None` where it makes none.
fn json_of(text: &str) -> Option<Value> {
    let documents = Yaml::load_from_str(text).ok()?;
    match documents.as_slice() {
        [] => Some(Value::Null),
        [document] => value(document),
        _ => None,
    }
}

fn value(node: &Yaml<'_>) -> Option<Value> {
    Some(match node {
        Yaml::Value(Scalar::Null) => Value::Null,
        Yaml::Value(Scalar::Boolean(is)) => Value::Bool(*is),
        Yaml::Value(Scalar::Integer(whole)) => Value::from(*whole),
        // What is no number in JSON is no number to an editor either.
        Yaml::Value(Scalar::FloatingPoint(float)) => {
            Number::from_f64(**float).map_or_else(|| "infinite".into(), Value::Number)
        }
        Yaml::Value(Scalar::String(text)) => Value::String(text.to_string()),
        Yaml::Sequence(items) => items.iter().map(value).collect::<Option<_>>()?,
        Yaml::Mapping(entries) => {
            let entry = |(key, node): (&Yaml<'_>, &Yaml<'_>)| Some((key_of(key)?, value(node)?));
            entries.iter().map(entry).collect::<Option<Map<_, _>>>()?.into()
        }
        _ => return None,
    })
}

/// A key as JSON has it: a text.
fn key_of(node: &Yaml<'_>) -> Option<String> {
    match value(node)? {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(is) => Some(is.to_string()),
        _ => None,
    }
}

fn complaints(validator: &Validator, instance: &Value) -> Vec<String> {
    validator.iter_errors(instance).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// What the schema has against a scenario.
pub(super) fn complaints_about(text: &str) -> Vec<String> {
    complaints(&validator(), &json_of(text).expect("YAML"))
}

fn faulty() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faulty");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    files.sort();
    let name = |path: &Path| path.file_stem().unwrap().to_str().unwrap().to_owned();
    files.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn the_schema_is_one_and_is_printed() {
    assert!(jsonschema::meta::is_valid(&schema()));
    let printed = handgrad(&["schema"]).prints();
    assert_eq!(serde_json::from_str::<Value>(&printed).expect("JSON"), schema());
}

#[test]
fn every_scenario_of_the_house_is_accepted() {
    let validator = validator();
    for (name, text) in built_in() {
        let instance = json_of(text).expect(name);
        assert_eq!(complaints(&validator, &instance), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn every_slip_is_refused_unless_no_schema_can_see_it() {
    let validator = validator();
    let seen = |text: &str| json_of(text).is_some_and(|instance| !validator.is_valid(&instance));
    let listed = |name: &str| UNSEEN.iter().any(|(_, names)| names.contains(&name));
    let faulty = faulty();
    let not_seen: Vec<&str> =
        faulty.iter().filter(|(name, text)| !seen(text) && !listed(name)).map(|(name, _)| name.as_str()).collect();
    assert!(not_seen.is_empty(), "the schema accepts {not_seen:#?}");
    let seen_all_the_same: Vec<&str> =
        faulty.iter().filter(|(name, text)| seen(text) && listed(name)).map(|(name, _)| name.as_str()).collect();
    assert!(seen_all_the_same.is_empty(), "the schema can see {seen_all_the_same:#?}");
    let gone: Vec<&&str> = UNSEEN
        .iter()
        .flat_map(|(_, names)| *names)
        .filter(|name| !faulty.iter().any(|(file, _)| file == *name))
        .collect();
    assert!(gone.is_empty(), "there are no files {gone:#?}");
}

#[test]
fn every_definition_is_offered_with_its_formula() {
    let schema = schema();
    let offered = |definition: &str| -> Vec<(String, String)> {
        let words = schema["$defs"][definition]["oneOf"].as_array().expect("a choice");
        let text = |word: &Value, key: &str| word[key].as_str().unwrap_or_default().to_owned();
        words.iter().map(|word| (text(word, "const"), text(word, "description"))).collect()
    };
    let activations = offered("activation_word");
    assert_eq!(
        activations.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>(),
        ActivationKind::WORDS.map(|(word, _)| word)
    );
    assert!(activations.contains(&("tanh".to_owned(), "y = tanh(x), dy/dx = 1-y^2".to_owned())));
    assert_eq!(offered("loss_word").len(), LossKind::WORDS.len());
    assert!(offered("optimizer_word").contains(&("momentum".to_owned(), "v = beta*v+g, w = w-eta*v".to_owned())));
    assert_eq!(
        schema["$defs"]["optimizer_with_constants"]["properties"]["adam"]["properties"]["beta2"]["default"],
        json!(0.999)
    );
}

/// Every place of the contract where a slip is made: what an editor shows a squiggle for.
#[test]
fn words_and_keys_of_the_contract_are_accepted_and_their_slips_are_not() {
    let validator = validator();
    let with = |change: &str| {
        format!(
            "format: 1\ntitle: x\nnetwork:\n  inputs: [a]\n  layers: [{{neurons: [y], activation: sigmoid, weights: [[1]]}}]\n  \
             loss: squared_error\nsamples: [{{inputs: [1], targets: [1]}}]\n{change}\n"
        )
    };
    let graph = |change: &str| format!("format: 1\ntitle: x\ngraph: {{parameters: {{w: 1}}{change}}}\n");
    let right = [
        with("validation: {csv: more.csv, inputs: [a], targets: [b]}"),
        with("training: {learning_rate: 1, update: layer_by_layer, batch: 1}"),
        with("training: {learning_rate: 1, optimizer: perceptron}").replace("sigmoid", "step"),
        with(
            "training: {learning_rate: 1, optimizer: {adam: {epsilon: 0}}, batch: all, schedule: {exponential: {factor: 0.9}}}",
        ),
        with("training: {learning_rate: 1, optimizer: {constants: {c: 1}, steps: {w: w - c*g}, look_ahead: w - c}}"),
        with("compare: [{name: other, training: {batch: 2}}, {name: tanh, activation: tanh}]"),
        with("arithmetic: {paper: {decimals: 4, out: 3}}\nrounding: half_even"),
        with("arithmetic: exact\nconventions: {notation: z_a, gradient: delta, delta: descent}"),
        with("display: {significant: 5, labels: {w1: 'w_{1}'}}"),
        with(
            "practice: {ask: [out_y], hints: {out_y: [one, {en: two, zh: 二}]}, mistakes: {out_y: [{value: 0.1, message: no}, {formula: net_y, message: no}]}}",
        ),
        graph("}\ngiven_gradients: [{w: 0.1}]\ntraining: {learning_rate: 1"),
        graph(", nodes: {a: w^2}, output: a, expand: true"),
    ];
    for text in &right {
        let instance = json_of(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(complaints(&validator, &instance), Vec::<String>::new(), "{text}");
    }
    let slips = [
        ("more.csv, inputs", "more.csv, input"),
        ("layer_by_layer", "layer_by_layers"),
        ("perceptron", "perceptrons"),
        ("epsilon: 0", "epsilon: -1"),
        ("look_ahead", "lookahead"),
        ("batch: 2", "batch: 0"),
        ("half_even", "half"),
        ("z_a", "za"),
        ("significant", "signifcant"),
        ("value: 0.1", "value: '0.1'"),
        ("{w: 0.1}", "{w: x}"),
        ("expand: true", "expand: 1"),
    ];
    for (text, (from, to)) in right.iter().zip(slips) {
        assert!(text.contains(from), "{text}");
        let slip = json_of(&text.replacen(from, to, 1)).expect("YAML");
        assert!(!validator.is_valid(&slip), "{to} in\n{text}");
    }
}
