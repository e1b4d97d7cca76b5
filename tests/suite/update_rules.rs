//! Updates that are no gradient descent: layer by layer, and by the perceptron's rule.

use handgrad::formula::Name;
use handgrad::lesson::{Found, Lesson, Position};
use handgrad::messages::{Language, Messages};
use handgrad::number::Exact;
use handgrad::run::{LineOf, Moment, Run};
use handgrad::scenario;
use proptest::prelude::*;

use super::number_oracle::cases;

const SEQUENTIAL: &str = include_str!("../../scenarios/mazur-sequential-update.yaml");
const MAZUR: &str = include_str!("../../scenarios/mazur.yaml");

fn run(text: &str) -> Run {
    Run::new(&scenario::read(text).unwrap_or_else(|faults| panic!("{text}\n{faults:?}")))
}

fn lesson(text: &str) -> Lesson {
    Lesson::new(scenario::read(text).unwrap_or_else(|faults| panic!("{text}\n{faults:?}")), None)
}

fn names(run: &Run) -> Vec<String> {
    let update = run.program().update_line(run.setting().batch(1));
    run.program().steps.iter().chain(&update).map(|step| step.name.to_string()).collect()
}

fn page(lesson: &mut Lesson, name: &str) -> (String, String, String) {
    let Ok(Found::Step(position)) = lesson.find(name, Position::start_of(1)) else { panic!("no step {name}") };
    let page = lesson.page(position).expect("no halt").expect("a page");
    let messages = Messages::new(Language::English);
    let words = lesson.words(&messages);
    (words.title(&page.step), words.question(&page.step), words.why(&page))
}

#[test]
fn layer_by_layer_has_the_same_steps_in_another_order() {
    let (mut ordered, mut usual) = (names(&run(SEQUENTIAL)), names(&run(MAZUR)));
    let place = |names: &[String], name: &str| names.iter().position(|known| known == name).expect("a step");
    assert!(place(&ordered, "w8_new") < place(&ordered, "dnet_o1_dout_h1"));
    assert!(place(&ordered, "dE_dw4") < place(&ordered, "w1_new"));
    assert!(place(&usual, "dE_dw4") < place(&usual, "w5_new"));
    ordered.sort();
    usual.sort();
    assert_eq!(ordered, usual);
}

#[test]
fn a_wave_goes_back_through_each_layer_of_a_deep_network() {
    let text = "format: 1\ntitle: x\nnetwork:\n  inputs: [x]\n  layers:\n    \
                - {neurons: [a], activation: identity, weights: {a: {u: 2}}}\n    \
                - {neurons: [b], activation: identity, weights: {b: {v: 3}}}\n    \
                - {neurons: [c], activation: identity, weights: {c: {w: 1}}}\n  loss: half_squared_error\n\
                samples: [{inputs: [1], targets: [5]}]\n\
                gradients: {inputs: true}\n\
                training: {learning_rate: 0.5, update: layer_by_layer}\n";
    // By hand: out 6, so delta_c = 1; w becomes 1 - 0.5*6 = -2; delta_b = 1*(-2); v becomes 3 - 0.5*(-2)*2 = 5;
    // delta_a = -2*5 = -10; u becomes 2 - 0.5*(-10)*1 = 7; and the input gets -10*7.
    let mut run = run(text);
    let update = Moment { epoch: 1, line: LineOf::Update(1) };
    for (name, value) in [("w_new", -2), ("delta_b", -2), ("v_new", 5), ("delta_a", -10), ("u_new", 7), ("dE_dx", -70)]
    {
        let found = run.value(update, 20, name).expect("no halt").expect(name);
        assert!(found.exact().is_some_and(|exact| exact.compare(&Exact::from(value)).is_eq()), "{name}");
    }
    let mut lesson = lesson(text);
    assert!(page(&mut lesson, "dE_dx").0.ends_with("not the gradient"));
    // The name of the one path is another name of the whole, in an update too.
    assert_eq!(page(&mut lesson, "dE_dout_a_via_b"), page(&mut lesson, "dE_dout_a"));
    assert_eq!(page(&mut lesson, "grad_u"), page(&mut lesson, "dE_du"));
}

#[test]
fn what_rests_on_new_weights_is_called_no_gradient_and_nothing_else_is() {
    let mut lesson = lesson(SEQUENTIAL);
    let messages = Messages::new(Language::English);
    assert!(lesson.words(&messages).conventions().iter().any(|phrase| phrase.ends_with("not the gradient")));
    for name in ["dE_dout_h1_via_o1", "dE_dout_h1", "delta_h2", "dE_dw1", "dE_dw4"] {
        let (title, question, why) = page(&mut lesson, name);
        assert!(title.ends_with("not the gradient") && question.contains("new weights"), "{name}: {title} {question}");
        assert!(why.contains("This is not the gradient"), "{name}: {why}");
    }
    assert!(page(&mut lesson, "w1_new").2.contains("through the new weights"));
    for name in ["dE_dw5", "delta_o1", "w5_new", "dout_dnet_h1", "dnet_h1_dw1"] {
        let (title, question, why) = page(&mut lesson, name);
        assert!(!format!("{title}{question}{why}").contains("ot the gradient"), "{name}: {title} {question} {why}");
    }
}

#[test]
fn where_everything_behind_is_frozen_layer_by_layer_is_the_gradient() {
    let text = SEQUENTIAL.replace("frozen: [b1, b2]", "frozen: [b1, b2, w5, w6, w7, w8]");
    let text = text.split("\nnotes:").next().expect("a head").to_owned() + "\n";
    let mut frozen = lesson(&text);
    assert!(!page(&mut frozen, "dE_dw1").0.contains("not the gradient"));
    let messages = Messages::new(Language::English);
    assert!(frozen.words(&messages).conventions().contains(&"updated layer by layer".to_owned()));
    let usual = MAZUR.replace("frozen: [b1, b2]", "frozen: [b1, b2, w5, w6, w7, w8]");
    assert_eq!(run(&text).state(50).unwrap().parameters, run(&usual).state(50).unwrap().parameters);
}

#[test]
fn the_picture_gets_the_errors_that_come_back_during_an_update() {
    let mut lesson = lesson(SEQUENTIAL);
    let Ok(Found::Step(made)) = lesson.find("delta_h1", Position::start_of(1)) else { panic!("no step") };
    let before = Position { number: made.number - 1, ..made };
    assert!(lesson.value_so_far(before, "delta_h1").unwrap().is_none());
    assert!(lesson.value_so_far(made, "delta_h1").unwrap().is_some());
}

/// A layer of units that jump, with whole numbers, so that the rule can be worked in whole numbers too.
#[derive(Clone, Debug)]
struct Plan {
    sign: bool,
    shared: bool,
    constant: i64,
    inputs: usize,
    weights: Vec<Vec<i64>>,
    biases: Vec<i64>,
    rate: i64,
    batch: usize,
    samples: Vec<(Vec<i64>, Vec<bool>)>,
}

fn plans() -> impl Strategy<Value = Plan> {
    (1..4_usize, 1..4_usize, 1..6_usize).prop_flat_map(|(inputs, neurons, samples)| {
        let number = -4..5_i64;
        let sample =
            (proptest::collection::vec(number.clone(), inputs), proptest::collection::vec(any::<bool>(), neurons));
        (
            (any::<bool>(), any::<bool>(), prop_oneof![Just(1), Just(-1), Just(3)]),
            proptest::collection::vec(proptest::collection::vec(number.clone(), inputs), neurons),
            proptest::collection::vec(number, neurons),
            (1..4_i64, 1..=samples),
            proptest::collection::vec(sample, samples),
        )
            .prop_map(move |((sign, shared, constant), weights, biases, (rate, batch), samples)| Plan {
                sign,
                shared,
                constant,
                inputs,
                weights,
                biases,
                rate,
                batch,
                samples,
            })
    })
}

impl Plan {
    fn text(&self) -> String {
        let list = |numbers: &[i64]| numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let inputs: Vec<String> = (1..=self.inputs).map(|at| format!("x{at}")).collect();
        let neurons: Vec<String> = (1..=self.weights.len()).map(|at| format!("n{at}")).collect();
        let rows: Vec<String> = self.weights.iter().map(|row| format!("[{}]", list(row))).collect();
        let bias = if self.shared {
            format!("shared_bias: {{b1: {}}}", self.biases[0])
        } else {
            format!("biases: [{}]", list(&self.biases))
        };
        let sample = |(inputs, targets): &(Vec<i64>, Vec<bool>)| {
            let targets: Vec<i64> = targets.iter().map(|&target| self.target(target)).collect();
            format!("  - {{inputs: [{}], targets: [{}]}}\n", list(inputs), list(&targets))
        };
        format!(
            "format: 1\ntitle: x\nnetwork:\n  inputs: [{}]\n  layers:\n    - neurons: [{}]\n      activation: {}\n      \
             weights: [{}]\n      {bias}\n      bias_input: {}\nsamples:\n{}training: {{optimizer: perceptron, \
             learning_rate: {}, batch: {}, reduction: sum}}\n",
            inputs.join(", "),
            neurons.join(", "),
            if self.sign { "sign" } else { "step" },
            rows.join(", "),
            self.constant,
            self.samples.iter().map(sample).collect::<String>(),
            self.rate,
            self.batch,
        )
    }

    fn target(&self, target: bool) -> i64 {
        i64::from(target) - i64::from(self.sign && !target)
    }

    fn output(&self, net: i64) -> i64 {
        if self.sign { net.signum() } else { i64::from(net >= 0) }
    }

    /// One epoch by Rosenblatt's rule, with nothing of the program but its numbers.
    fn learn(&mut self) {
        for batch in self.samples.clone().chunks(self.batch) {
            let (weights, biases) = (self.weights.clone(), self.biases.clone());
            for (inputs, targets) in batch {
                for (neuron, &target) in targets.iter().enumerate() {
                    let bias = if self.shared { biases[0] } else { biases[neuron] };
                    let net: i64 = weights[neuron].iter().zip(inputs).map(|(weight, input)| weight * input).sum();
                    let error = self.target(target) - self.output(net + bias * self.constant);
                    for (weight, input) in self.weights[neuron].iter_mut().zip(inputs) {
                        *weight += self.rate * error * input;
                    }
                    self.biases[if self.shared { 0 } else { neuron }] += self.rate * error * self.constant;
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn every_perceptron_learns_as_whole_numbers_do(mut plan in plans()) {
        let mut run = run(&plan.text());
        for epoch in 2..5 {
            plan.learn();
            let state = run.state(epoch).expect("no halt");
            let mut wanted: Vec<i64> = plan.weights.concat();
            wanted.extend(plan.biases.iter().take(if plan.shared { 1 } else { plan.biases.len() }));
            let found: Vec<String> = state.parameters.iter().map(|decimal| decimal.normalize().to_string()).collect();
            prop_assert_eq!(found, wanted.iter().map(ToString::to_string).collect::<Vec<_>>());
        }
    }
}

#[test]
fn a_perceptron_has_errors_and_corrections_and_no_gradients() {
    let or = include_str!("../../scenarios/perceptron-or.yaml");
    let run = run(or);
    assert_eq!(names(&run), ["net_y", "out_y", "error_y", "E_y", "E_total", "w1_new", "w2_new", "b_new"]);
    let of = |name: &str| {
        let line = run.program().update_line(run.setting().batch(2));
        line.into_iter().find(|step| step.name == Name::new(name)).expect("a step").formula.to_string()
    };
    assert_eq!(of("w2_new"), "w2+eta*error_y*x2");
    assert_eq!(of("b_new"), "b+eta*error_y");
}

#[test]
fn a_batch_of_a_perceptron_is_one_correction() {
    let or = include_str!("../../scenarios/perceptron-or.yaml").replace("  batch: 1\n", "  batch: 3\n");
    let mut run = run(or.split("\nnotes:").next().expect("a head"));
    let line = run.program().update_line(run.setting().batch(1));
    let correction = line.iter().find(|step| step.name.as_str() == "correction_w2").expect("a correction");
    assert_eq!(correction.formula.to_string(), "(error_y#1*x2#1+error_y#2*x2#2+error_y#3*x2#3)/3");
    // By hand: the nets are 0, -0.4 and 0.2, so only the first two are wrong: errors -1, 1 and 0.
    let update = Moment { epoch: 1, line: LineOf::Update(1) };
    let value = run.value(update, 9, "w2_new").unwrap().unwrap().rounded(9).expect("certain digits");
    assert_eq!(value.to_string(), "-0.233333333");
}
