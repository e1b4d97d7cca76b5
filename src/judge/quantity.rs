//! One value of a lesson at one moment, and the step that it is the result of.

use crate::formula::Name;
use crate::lesson::{FindFault, Found, Lesson, Position};
use crate::number::{Fault, Number, Outcome, Precision};
use crate::program::{Address, UpdateGiven};
use crate::run::{Halt, LineOf, Moment};

/// Where the value that a name stands for comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quantity {
    pub(super) moment: Moment,
    name: Name,
    /// The run that it is a value of, where that is not the lesson's own.
    pub(super) run: Option<Name>,
    /// The step that makes it. For a parameter that is the update before, and none has made it at the start.
    pub(super) made_at: Option<Position>,
    pub(super) is_given: bool,
}

impl Quantity {
    /// Finds what `name` stands for; what it does not say is taken from `here`.
    pub(super) fn find(lesson: &mut Lesson, name: &Name, here: Position) -> Result<Self, FindFault> {
        let (run, plain) = lesson.split_run(name.as_str())?;
        let lesson = lesson.of_run_mut(run.as_ref());
        match lesson.find(&plain, here)? {
            Found::Step(position) => {
                let moment = Moment { epoch: position.epoch, line: lesson.line(position) };
                let name = lesson.step(position).map_or_else(|| name.clone(), |step| step.name);
                Ok(Self { moment, name, run, made_at: Some(position), is_given: false })
            }
            Found::Given(moment) => {
                let name = Address::parse(&plain).map_or_else(|| name.clone(), |address| address.name);
                Ok(Self { moment, made_at: update_before(lesson, moment, &name), name, run, is_given: true })
            }
        }
    }

    /// A value that a line reads by a name of its own.
    pub(super) fn of_line(lesson: &Lesson, name: &Name, here: Position) -> Self {
        let moment = Moment { epoch: here.epoch, line: lesson.line(here) };
        Self { moment, name: name.clone(), run: None, made_at: None, is_given: false }
    }

    /// The value, computed with so much precision.
    pub(super) fn value(&self, lesson: &mut Lesson, precision: Precision) -> Result<Outcome<Number>, Halt> {
        let run = lesson.of_run_mut(self.run.as_ref()).run();
        if self.is_given {
            let given = run.given(self.moment, self.name.as_str())?;
            return Ok(given.map(Number::Exact).ok_or(Fault::TooLarge));
        }
        Ok(run.reading(self.moment, precision)?.value(self.name.as_str()).cloned())
    }
}

/// The step that made a parameter, or what an optimizer remembers of one, what it is at a moment.
fn update_before(lesson: &mut Lesson, moment: Moment, name: &Name) -> Option<Position> {
    let program = lesson.program();
    let made = match program.rule.given(name.as_str()) {
        Some(UpdateGiven::Memory { trained, state }) => {
            program.rule.memories(&program.trained.get(trained)?.parameter).nth(state)?
        }
        _ if program.trained.iter().any(|trained| trained.parameter == *name) => Name::new(format!("{name}_new")),
        _ => return None,
    };
    let batch = match moment.line {
        LineOf::Sample(sample) => lesson.run().setting().batch_of(sample),
        LineOf::Update(batch) => batch,
        LineOf::Validation => 1,
    };
    let (epoch, batch) = if batch > 1 { (moment.epoch, batch - 1) } else { (moment.epoch - 1, lesson.batches()) };
    if epoch == 0 {
        return None;
    }
    match lesson.find(&format!("{made}#{batch}@{epoch}"), Position::start_of(epoch)) {
        Ok(Found::Step(position)) => Some(position),
        _ => None,
    }
}
