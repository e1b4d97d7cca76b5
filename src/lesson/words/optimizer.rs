//! What is said of the steps of an optimizer and a schedule.

use super::Words;
use super::sign::Sign;
use crate::lesson::Page;
use crate::scenario::{OptimizerForm, Quantity};

/// The id of the title of a quantity.
pub(super) fn title(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Parameter => "lesson-title-new-parameter",
        Quantity::Velocity => "lesson-title-velocity",
        Quantity::SquareSum => "lesson-title-square-sum",
        Quantity::SquareMean => "lesson-title-square-mean",
        Quantity::GradientMean => "lesson-title-gradient-mean",
        Quantity::CorrectedGradientMean => "lesson-title-corrected-gradient-mean",
        Quantity::CorrectedSquareMean => "lesson-title-corrected-square-mean",
        Quantity::Own => "lesson-title-own-quantity",
    }
}

/// The id of the question that a quantity answers.
pub(super) fn question(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Parameter => "lesson-question-new-parameter",
        Quantity::Velocity => "lesson-question-velocity",
        Quantity::SquareSum => "lesson-question-square-sum",
        Quantity::SquareMean => "lesson-question-square-mean",
        Quantity::GradientMean => "lesson-question-gradient-mean",
        Quantity::CorrectedGradientMean | Quantity::CorrectedSquareMean => "lesson-question-corrected-mean",
        Quantity::Own => "lesson-question-own-quantity",
    }
}

impl Words<'_> {
    /// Why a quantity is computed as it is.
    pub(super) fn quantity(&self, quantity: Quantity, page: &Page) -> String {
        let id = match quantity {
            Quantity::Parameter => return self.new_parameter(page),
            Quantity::Velocity => "lesson-why-velocity",
            Quantity::SquareSum => "lesson-why-square-sum",
            Quantity::SquareMean => "lesson-why-square-mean",
            Quantity::GradientMean => "lesson-why-gradient-mean",
            Quantity::CorrectedGradientMean | Quantity::CorrectedSquareMean => "lesson-why-corrected-mean",
            Quantity::Own => "lesson-why-own-quantity",
        };
        self.of_step(id, &page.step)
    }

    /// Why a parameter is updated as it is.
    pub(super) fn new_parameter(&self, page: &Page) -> String {
        let Some(training) = &self.lesson.scenario.training else { return String::new() };
        let id = match training.optimizer.form {
            OptimizerForm::Sgd => return self.descent(page),
            OptimizerForm::Momentum => "lesson-why-new-by-momentum",
            OptimizerForm::Nesterov => "lesson-why-new-by-nesterov",
            OptimizerForm::Adagrad => "lesson-why-new-by-adagrad",
            OptimizerForm::Rmsprop => "lesson-why-new-by-rmsprop",
            OptimizerForm::Adam => "lesson-why-new-by-adam",
            OptimizerForm::AdamW => "lesson-why-new-by-adamw",
            OptimizerForm::Own => "lesson-why-new-by-own",
        };
        self.of_step(id, &page.step)
    }

    /// Plain gradient descent.
    fn descent(&self, page: &Page) -> String {
        let parameter = &page.step.role.subject;
        let operands = page.step.operands();
        let gradient = operands.into_iter().find(|name| *name != parameter && name.as_str() != "eta");
        let sign = gradient.and_then(|gradient| Sign::on_page(page, gradient));
        if let Some(rounded) = self.rounded_update(page, sign) {
            return rounded;
        }
        let values = [("subject", parameter.as_str().into()), ("sign", Sign::word(sign).into())];
        self.say("lesson-why-new-parameter", &values)
    }

    /// The form of the optimizer in a few words; nothing for plain gradient descent.
    pub(super) fn optimizer(&self) -> Option<String> {
        let training = self.lesson.scenario.training.as_ref()?;
        let id = match training.optimizer.form {
            OptimizerForm::Sgd if training.weight_decay.is_some() => {
                return Some(self.say("lesson-convention-decay", &[]));
            }
            OptimizerForm::Sgd => return None,
            OptimizerForm::Momentum => "lesson-convention-momentum",
            OptimizerForm::Nesterov => "lesson-convention-nesterov",
            OptimizerForm::Adagrad => "lesson-convention-adagrad",
            OptimizerForm::Rmsprop => "lesson-convention-rmsprop",
            OptimizerForm::Adam => "lesson-convention-adam",
            OptimizerForm::AdamW => "lesson-convention-adamw",
            OptimizerForm::Own if training.optimizer.look_ahead.is_some() => "lesson-convention-look-ahead",
            OptimizerForm::Own => "lesson-convention-own-optimizer",
        };
        Some(self.say(id, &[]))
    }
}
