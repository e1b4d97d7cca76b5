//! What a network's way back says is what the rules of differentiation say of its way forward.
//!
//! Every slope is held against the symbolic derivative of the step that it is the slope of, and every gradient
//! against that of the whole loss with all steps put in, as enclosures of 256 bits.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::rc::Rc;

use handgrad::formula::{Formula, Name};
use handgrad::number::{Arithmetic as _, Proven};
use handgrad::program::{Program, RoleKind, Step};
use handgrad::run::{LineOf, Moment, Reading, Run};
use handgrad::scenario::{ActivationKind, LossKind, read};

const BITS: u32 = 256;

/// A 2-3-2 network with a shared bias and one per neuron, and the gradients of its inputs.
fn source(hidden: ActivationKind, last: ActivationKind, loss: LossKind, targets: &str) -> String {
    let mut text = String::from("format: 1\ntitle: Slopes\nnetwork:\n  inputs: [i1, i2]\n  layers:\n");
    let layers = [
        ("h1, h2, h3", hidden, "[[0.15, -0.75], [0.5, 0.3], [-0.4, 1.25]]", "shared_bias: {b1: 0.35}"),
        ("o1, o2", last, "[[0.4, -0.45, 0.7], [0.5, 0.55, -0.2]]", "biases: [0.6, -0.1]"),
    ];
    for (neurons, activation, weights, bias) in layers {
        let word = activation.word();
        writeln!(text, "    - {{neurons: [{neurons}], activation: {word}, weights: {weights}, {bias}}}").unwrap();
    }
    writeln!(text, "  loss: {}\nsamples:\n  - {{inputs: [0.5, -1.1], targets: {targets}}}", loss.word()).unwrap();
    text + "training: {learning_rate: 0.5}\ngradients: {inputs: true}\n"
}

/// Every activation before and after every other kind of layer, and every loss that fits the last.
fn sources() -> Vec<String> {
    // Those of which slopes are taken in different ways; every activation is paired with each of them.
    let partners = [ActivationKind::Sigmoid, ActivationKind::LeakyRelu, ActivationKind::Softmax];
    let mut sources = Vec::new();
    for (_, hidden) in ActivationKind::WORDS {
        for (_, last) in ActivationKind::WORDS {
            if !partners.contains(&hidden) && !partners.contains(&last) {
                continue;
            }
            for (_, loss) in LossKind::WORDS {
                let fits = match loss {
                    LossKind::CrossEntropy => last == ActivationKind::Softmax,
                    LossKind::BinaryCrossEntropy => last == ActivationKind::Sigmoid,
                    _ => true,
                };
                if fits {
                    let targets = if loss == LossKind::Hinge { "[-1, 1]" } else { "[0.25, 0.75]" };
                    sources.push(source(hidden, last, loss, targets));
                    if matches!(loss, LossKind::CrossEntropy | LossKind::BinaryCrossEntropy) {
                        sources.push(source(hidden, last, loss, "[1, 0]"));
                    }
                }
            }
        }
    }
    sources
}

struct Network {
    run: Run,
    reading: Rc<Reading>,
    proven: Proven,
}

impl Network {
    fn of(source: &str) -> Self {
        let mut run = Run::new(&read(source).expect(source));
        let reading = run.reading(Moment { epoch: 1, line: LineOf::Sample(1) }, BITS).unwrap();
        Self { run, reading, proven: Proven::new(BITS).unwrap() }
    }

    fn program(&self) -> &Program {
        self.run.program()
    }

    fn formula(&self, name: &str) -> &Formula {
        let at = self.program().find(name).unwrap_or_else(|| panic!("no step `{name}`"));
        &self.program().steps[at].formula
    }

    /// A formula with the steps put in that `wanted` chooses, over and over.
    fn expanded(&self, formula: &Formula, wanted: &impl Fn(&Step) -> bool) -> Formula {
        formula.substituted(&|name: &Name| {
            let step = &self.program().steps[self.program().find(name.as_str())?];
            wanted(step).then(|| self.expanded(&step.formula, wanted))
        })
    }

    /// Whether the value of a step and a formula have enclosures that meet and are narrow.
    fn agrees(&self, step: &str, formula: &Formula) -> bool {
        let value = formula.evaluate(&self.proven, &mut |name| self.reading.value(name.as_str()).cloned()).unwrap();
        let difference = self.proven.subtract(self.reading.value(step).unwrap(), &value).unwrap();
        !matches!(difference.sign(), Ok(1 | -1)) && difference.rounded(60).is_some_and(|digits| digits.is_zero())
    }
}

/// What a local slope is the derivative of, and by what.
fn slope_of(step: &Step) -> Option<(String, String)> {
    let subject = &step.role.subject;
    let partner = step.role.partner.as_ref().map(ToString::to_string).unwrap_or_default();
    Some(match step.role.kind {
        RoleKind::ActivationSlope => (format!("out_{subject}"), format!("net_{subject}")),
        RoleKind::SoftmaxSlope => (format!("out_{subject}"), format!("net_{partner}")),
        RoleKind::NetSlopeByOutput => (format!("net_{subject}"), format!("out_{partner}")),
        RoleKind::NetSlopeByWeight | RoleKind::NetSlopeByBias | RoleKind::NetSlopeByInput => {
            (format!("net_{subject}"), partner)
        }
        _ => return None,
    })
}

#[test]
fn every_local_slope_is_the_derivative_of_its_own_step() {
    let mut kinds = HashSet::new();
    for source in sources() {
        let network = Network::of(&source);
        for step in network.program().steps.iter() {
            let Some((of, by)) = slope_of(step) else { continue };
            kinds.insert(step.role.kind);
            let derivative = network.formula(&of).derivative(&Name::new(&by));
            assert!(network.agrees(step.name.as_str(), &derivative), "{} in {source}", step.name);
        }
    }
    assert_eq!(kinds.len(), 6);
}

#[test]
fn every_slope_of_a_loss_is_the_derivative_of_the_total() {
    for source in sources() {
        let network = Network::of(&source);
        let total = network.expanded(network.formula("E_total"), &|step| step.role.kind == RoleKind::OutputLoss);
        for neuron in ["o1", "o2"] {
            let derivative = total.derivative(&Name::new(format!("out_{neuron}")));
            let name = format!("dE_dout_{neuron}");
            assert!(network.agrees(&name, &derivative), "{name} in {source}");
            let at = network.program().find(&name).unwrap();
            assert_eq!(network.program().steps[at].role.kind, RoleKind::LossSlope);
        }
    }
}

#[test]
fn every_gradient_is_the_derivative_of_the_whole_loss() {
    for source in sources() {
        let network = Network::of(&source);
        let loss = network.expanded(&Formula::name("E_total"), &|_| true);
        let mut checked = 0;
        for given in network.program().givens.iter() {
            let name = format!("dE_d{}", given.name);
            if network.program().find(&name).is_none() {
                assert!(given.name.as_str().starts_with("target_"), "{name}");
                continue;
            }
            checked += 1;
            assert!(network.agrees(&name, &loss.derivative(&given.name)), "{name} in {source}");
        }
        assert_eq!(checked, 2 + 6 + 1 + 6 + 2);
    }
}

#[test]
fn the_short_delta_of_softmax_is_the_long_one() {
    let source = source(ActivationKind::Tanh, ActivationKind::Softmax, LossKind::CrossEntropy, "[0.25, 0.75]");
    let network = Network::of(&source);
    for neuron in ["o1", "o2"] {
        assert!(network.agrees(&format!("delta_{neuron}"), network.formula(&format!("delta_{neuron}_short"))));
        assert!(
            !network.agrees(&format!("delta_{neuron}"), &Formula::name(format!("out_{neuron}"))),
            "not any formula"
        );
    }
}

#[test]
fn a_dead_end_of_a_graph_has_no_part_in_its_gradients() {
    let source = "
format: 1
title: Dead ends
graph:
  parameters: {w: 0.5, idle: 3}
  given: {x: 2}
  nodes: {y: w*x, aside: y^2*idle, further: aside + x, total: 3*y, behind: total*x}
  output: total
training: {learning_rate: 0.1}
";
    let network = Network::of(source);
    let names: Vec<_> = network.program().steps.iter().map(|step| step.name.as_str()).collect();
    let expected = "y aside further total behind dtotal_dtotal dtotal_dy dy_dx dtotal_dx dy_dw dtotal_dw dtotal_didle";
    assert_eq!(names.join(" "), expected);
    let loss = network.expanded(&Formula::name("total"), &|_| true);
    for name in ["x", "w", "idle"] {
        assert!(network.agrees(&format!("dtotal_d{name}"), &loss.derivative(&Name::new(name))), "{name}");
    }
    let mut network = network;
    let update = network.run.reading(Moment { epoch: 1, line: LineOf::Update(1) }, BITS).unwrap();
    let new = |name: &str| update.value(name).unwrap().rounded(9).unwrap().normalized().to_string();
    assert_eq!([new("w_new"), new("idle_new")], ["-0.1", "3"]);
}
