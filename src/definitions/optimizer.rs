//! Optimizers and schedules as data, in the formula language itself.
//!
//! Adding one is adding a few lines here and its sentences in the message files. An author's own optimizer is read
//! into the same form. Must not know how a step is written for a parameter: that is the program's.

use rust_decimal::Decimal;

use crate::formula::{Formula, Name};

/// The rule of an update: assignments over `w`, `g`, `eta`, `t`, constants and state; their names are closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Optimizer {
    /// Which one.
    pub form: OptimizerForm,
    /// Its fixed numbers.
    pub constants: Vec<(Name, Decimal)>,
    /// What it remembers of every parameter, with its start.
    pub state: Vec<(Name, Decimal)>,
    /// Its steps for one parameter, from top to bottom; each reads the newest values, the last is `w`.
    pub steps: Vec<OptimizerStep>,
    /// The point at which `g` is taken, where that is not `w`: over `w`, `eta`, `t`, constants and state.
    pub look_ahead: Option<Formula>,
}

/// One assignment of an optimizer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptimizerStep {
    /// What is computed: `w`, a state, or a name that lives for one update.
    pub name: Name,
    /// What it is computed by.
    pub formula: Formula,
    /// What it means.
    pub quantity: Quantity,
}

/// The optimizers that have a word of their own, and the author's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum OptimizerForm {
    Sgd,
    Momentum,
    Nesterov,
    Adagrad,
    Rmsprop,
    Adam,
    AdamW,
    Own,
}

/// What a step of an optimizer means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quantity {
    /// The new parameter.
    Parameter,
    /// The sum of gradients, older ones faded.
    Velocity,
    /// The sum of squared gradients.
    SquareSum,
    /// The running mean of squared gradients.
    SquareMean,
    /// The running mean of gradients.
    GradientMean,
    /// The running mean of gradients, corrected for its start at 0.
    CorrectedGradientMean,
    /// The running mean of squared gradients, corrected for its start at 0.
    CorrectedSquareMean,
    /// Whatever an author means.
    Own,
}

/// How the learning rate follows from the one at the start, `eta`, and the epoch, `n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Its fixed numbers.
    pub constants: Vec<(Name, Decimal)>,
    /// The rate over `eta`, `n` and the constants.
    pub formula: Formula,
}

/// Which numbers a constant may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    /// From 0, and below 1.
    BelowOne,
    /// From 0.
    NotNegative,
    /// Above 0.
    Positive,
    /// 1, 2, 3, …
    Whole,
}

/// A constant of a definition, and its value where the author gives none.
pub(crate) type Constant = (&'static str, Option<&'static str>, Bound);

/// An optimizer that has a word of its own.
pub(crate) struct OptimizerDefinition {
    pub(crate) word: &'static str,
    pub(crate) form: OptimizerForm,
    pub(crate) constants: &'static [Constant],
    /// What is remembered; all of it starts at 0.
    state: &'static [&'static str],
    steps: &'static [(&'static str, &'static str, Quantity)],
}

/// A schedule that has a word of its own.
pub(crate) struct ScheduleDefinition {
    pub(crate) word: &'static str,
    pub(crate) constants: &'static [Constant],
    formula: &'static str,
}

const BETA: Constant = ("beta", Some("0.9"), Bound::BelowOne);
const EPSILON: Constant = ("epsilon", Some("0.00000001"), Bound::NotNegative);
const BETA1: Constant = ("beta1", Some("0.9"), Bound::BelowOne);
const BETA2: Constant = ("beta2", Some("0.999"), Bound::BelowOne);

const GRADIENT_MEAN: (&str, &str, Quantity) = ("m", "beta1*m + (1 - beta1)*g", Quantity::GradientMean);
const SQUARE_MEAN: (&str, &str, Quantity) = ("v", "beta2*v + (1 - beta2)*g^2", Quantity::SquareMean);
const CORRECTED_MEAN: (&str, &str, Quantity) = ("mhat", "m/(1 - beta1^t)", Quantity::CorrectedGradientMean);
const CORRECTED_SQUARES: (&str, &str, Quantity) = ("vhat", "v/(1 - beta2^t)", Quantity::CorrectedSquareMean);

/// Every optimizer with a word of its own.
pub(crate) const OPTIMIZERS: [OptimizerDefinition; 7] = [
    OptimizerDefinition {
        word: "sgd",
        form: OptimizerForm::Sgd,
        constants: &[],
        state: &[],
        steps: &[("w", "w - eta*g", Quantity::Parameter)],
    },
    OptimizerDefinition {
        word: "momentum",
        form: OptimizerForm::Momentum,
        constants: &[BETA],
        state: &["v"],
        steps: &[("v", "beta*v + g", Quantity::Velocity), ("w", "w - eta*v", Quantity::Parameter)],
    },
    OptimizerDefinition {
        word: "nesterov",
        form: OptimizerForm::Nesterov,
        constants: &[BETA],
        state: &["v"],
        steps: &[("v", "beta*v + g", Quantity::Velocity), ("w", "w - eta*(g + beta*v)", Quantity::Parameter)],
    },
    OptimizerDefinition {
        word: "adagrad",
        form: OptimizerForm::Adagrad,
        constants: &[EPSILON],
        state: &["s"],
        steps: &[("s", "s + g^2", Quantity::SquareSum), ("w", "w - eta*g/(sqrt(s) + epsilon)", Quantity::Parameter)],
    },
    OptimizerDefinition {
        word: "rmsprop",
        form: OptimizerForm::Rmsprop,
        constants: &[BETA, EPSILON],
        state: &["s"],
        steps: &[
            ("s", "beta*s + (1 - beta)*g^2", Quantity::SquareMean),
            ("w", "w - eta*g/(sqrt(s) + epsilon)", Quantity::Parameter),
        ],
    },
    OptimizerDefinition {
        word: "adam",
        form: OptimizerForm::Adam,
        constants: &[BETA1, BETA2, EPSILON],
        state: &["m", "v"],
        steps: &[
            GRADIENT_MEAN,
            SQUARE_MEAN,
            CORRECTED_MEAN,
            CORRECTED_SQUARES,
            ("w", "w - eta*mhat/(sqrt(vhat) + epsilon)", Quantity::Parameter),
        ],
    },
    OptimizerDefinition {
        word: "adamw",
        form: OptimizerForm::AdamW,
        constants: &[BETA1, BETA2, EPSILON, ("weight_decay", Some("0.01"), Bound::NotNegative)],
        state: &["m", "v"],
        steps: &[
            GRADIENT_MEAN,
            SQUARE_MEAN,
            CORRECTED_MEAN,
            CORRECTED_SQUARES,
            ("w", "w - eta*(mhat/(sqrt(vhat) + epsilon) + weight_decay*w)", Quantity::Parameter),
        ],
    },
];

/// Every schedule that changes the rate.
pub(crate) const SCHEDULES: [ScheduleDefinition; 3] = [
    ScheduleDefinition {
        word: "step_decay",
        constants: &[("factor", None, Bound::Positive), ("every", None, Bound::Whole)],
        formula: "eta*factor^floor((n - 1)/every)",
    },
    ScheduleDefinition {
        word: "exponential",
        constants: &[("factor", None, Bound::Positive)],
        formula: "eta*factor^(n - 1)",
    },
    ScheduleDefinition {
        word: "inverse_time",
        constants: &[("rate", None, Bound::NotNegative)],
        formula: "eta/(1 + rate*(n - 1))",
    },
];

impl OptimizerForm {
    /// The words of all optimizers that have one and follow a gradient; the perceptron's rule does not.
    pub fn words() -> impl Iterator<Item = &'static str> {
        OPTIMIZERS.iter().map(|definition| definition.word).filter(|word| *word != "perceptron")
    }
}

impl OptimizerDefinition {
    /// The optimizer with the constants that were read.
    pub(crate) fn with(&self, constants: Vec<(Name, Decimal)>) -> Optimizer {
        let step = |&(name, formula, quantity): &(&str, &str, Quantity)| {
            let formula = Formula::parse(formula).ok()?;
            Some(OptimizerStep { name: Name::new(name), formula, quantity })
        };
        Optimizer {
            form: self.form,
            constants,
            state: self.state.iter().map(|name| (Name::new(name), Decimal::ZERO)).collect(),
            steps: self.steps.iter().filter_map(step).collect(),
            look_ahead: None,
        }
    }
}

impl ScheduleDefinition {
    /// The schedule with the constants that were read.
    pub(crate) fn with(&self, constants: Vec<(Name, Decimal)>) -> Option<Schedule> {
        Some(Schedule { constants, formula: Formula::parse(self.formula).ok()? })
    }
}

impl Optimizer {
    /// Plain gradient descent.
    #[must_use]
    pub fn sgd() -> Self {
        let [sgd, ..] = &OPTIMIZERS;
        sgd.with(Vec::new())
    }

    /// The names with which its steps for a parameter begin.
    pub(crate) fn stems(&self) -> impl Iterator<Item = &Name> {
        self.steps.iter().filter(|step| step.name.as_str() != "w").map(|step| &step.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_definition_is_whole_and_speaks_of_nothing_but_its_own_names() {
        for definition in &OPTIMIZERS {
            let own = definition.constants.iter().map(|(name, ..)| *name).chain(["w", "g", "eta", "t"]);
            let mut known: Vec<&str> = own.chain(definition.state.iter().copied()).collect();
            let optimizer = definition.with(Vec::new());
            assert_eq!(optimizer.steps.len(), definition.steps.len(), "{}", definition.word);
            assert_eq!(optimizer.steps.last().expect("a step").name.as_str(), "w");
            for (step, (name, ..)) in optimizer.steps.iter().zip(definition.steps) {
                step.formula.each_name(&mut |name| assert!(known.contains(&name.as_str()), "{}", definition.word));
                known.push(name);
            }
        }
        for definition in &SCHEDULES {
            assert!(definition.with(Vec::new()).is_some(), "{}", definition.word);
        }
    }
}
