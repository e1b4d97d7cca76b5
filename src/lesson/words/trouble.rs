//! What keeps a lesson from going on, or a search from finding anything.

use super::Words;
use crate::lesson::FindFault;
use crate::messages::Value;
use crate::number::{Fault, Question};
use crate::run::{Halt, Reason};

impl Words<'_> {
    /// Says why a value cannot be computed.
    #[must_use]
    pub fn fault(&self, fault: Fault) -> String {
        let id = match fault {
            Fault::DivisionByZero => "lesson-fault-division-by-zero",
            Fault::LogarithmOfZero => "lesson-fault-logarithm-of-zero",
            Fault::LogarithmOfNegative => "lesson-fault-logarithm-of-negative",
            Fault::RootOfNegative => "lesson-fault-root-of-negative",
            Fault::PowerOfNegative => "lesson-fault-power-of-negative",
            Fault::TooLarge => "lesson-fault-too-large",
            Fault::Undecided(Question::Zero) => "lesson-fault-undecided-zero",
            Fault::Undecided(Question::Sign) => "lesson-fault-undecided-sign",
            Fault::Undecided(Question::Digits) => "lesson-fault-undecided-digits",
        };
        self.say(id, &[])
    }

    /// Says why a training ended, and where.
    #[must_use]
    pub fn halt(&self, halt: &Halt) -> String {
        let epoch = ("epoch", Value::from(halt.epoch));
        match &halt.reason {
            Reason::Diverged { name: Some(name) } => {
                self.say("lesson-halt-diverged", &[epoch, ("name", name.as_str().into())])
            }
            Reason::Reached { loss } => {
                let limit = self.lesson.run.setting().stop_below.map(|limit| limit.to_string()).unwrap_or_default();
                self.say("lesson-halt-reached", &[epoch, ("name", loss.as_str().into()), ("limit", limit.into())])
            }
            Reason::NoGradient { given } => self.say("lesson-halt-no-gradient", &[epoch, ("given", (*given).into())]),
            Reason::Diverged { name: None } => self.say("lesson-halt-diverged-somewhere", &[epoch]),
            Reason::Failed { step, sample, fault } => {
                let at = match sample {
                    Some(sample) if self.lesson.samples() > 1 => {
                        self.say("lesson-halt-in-sample", &[epoch, ("sample", (*sample).into())])
                    }
                    None if self.lesson.batches() > 1 => {
                        self.say("lesson-halt-in-batch", &[epoch, ("batch", halt.batch.into())])
                    }
                    _ => self.say("lesson-halt-in-epoch", &[epoch]),
                };
                let values = [("at", at.into()), ("fault", self.fault(*fault).into())];
                match step {
                    Some(step) => {
                        let [at, fault] = values;
                        self.say("lesson-halt-failed", &[at, fault, ("step", step.as_str().into())])
                    }
                    None => self.say("lesson-halt-failed-somewhere", &values),
                }
            }
        }
    }

    /// Says why nothing was found.
    #[must_use]
    pub fn find_fault(&self, fault: &FindFault) -> String {
        match fault {
            FindFault::NoSuchName { name, nearest: None } => self.say("lesson-find-no-name", &[("name", name.into())]),
            FindFault::NoSuchName { name, nearest: Some(nearest) } => {
                self.say("lesson-find-nearest", &[("name", name.into()), ("nearest", nearest.into())])
            }
            FindFault::NoSuchNumber { number, largest } => {
                let values = [("number", (*number).into()), ("largest", (*largest).into())];
                self.say("lesson-find-no-number", &values)
            }
        }
    }
}
