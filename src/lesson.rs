//! Pages: every step of a lesson as question, formula, numbers, work and result.
//!
//! Every feature that shows a lesson reads its pages. Must not know of colours, keys or screens.

mod aside;
mod compared;
mod comparison;
mod digits;
mod drift;
mod figures;
mod find;
mod line_index;
mod notation;
mod open;
mod page;
mod pass;
mod position;
mod reduce;
mod resume;
mod ties;
mod twin;
mod words;
mod work;

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

pub use aside::{Values, Worked};
pub use compared::Side;
pub use comparison::{Cell, Comparison, Row as ComparisonRow, RowKind, comparison, losses, value_in};
pub use digits::{next_digits, with_digits};
pub use drift::Drift;
pub use figures::Named;
pub use find::{FindFault, Found};
pub use page::{Filled, Link, Page, Relation, Row, Shown, Work, WorkLine};
pub use position::Position;
pub use words::Words;

use crate::formula::Name;
use crate::number::Format;
use crate::program::{Program, RoleKind, Step};
use crate::run::{LineOf, Reason, Run};
use crate::scenario::{Scenario, See, Text};
use line_index::LineIndex;
use position::Course;

/// The most steps that are looked through for one that can be suggested.
const MOST_STEPS: u64 = 2000;

/// A scenario that can be read step by step.
pub struct Lesson {
    scenario: Arc<Scenario>,
    run: Run,
    /// The same run without rounding, where the scenario works on paper.
    exact: Option<Run>,
    course: Course,
    format: Format,
    /// How what stands beside a number on paper is shown.
    exact_format: Format,
    /// The page that was opened last.
    last_page: Option<Page>,
    sample_line: Rc<LineIndex>,
    validation_line: Rc<LineIndex>,
    /// The update lines that were asked for last, by batch.
    update_lines: RefCell<HashMap<u64, Rc<LineIndex>>>,
    /// Whether every operation is worked on a row of its own.
    is_open: bool,
    /// Other runs of the same lesson.
    compared: Vec<Side>,
}

impl Lesson {
    /// Prepares a lesson that shows as many digits as its scenario asks for, or `decimals`; what is rounded on paper
    /// has the digits that it is rounded to.
    #[must_use]
    pub fn new(scenario: Scenario, decimals: Option<u32>) -> Self {
        let compared = Side::all(&scenario.compare, decimals);
        let run = Run::new(&scenario);
        let course = Course::of(&run);
        let exact_format = match (decimals, scenario.significant) {
            (None, Some(count)) => Format::significant(count),
            (decimals, _) => Format::decimals(decimals.unwrap_or(scenario.decimals)),
        };
        let format = drift::usual_format(&scenario).unwrap_or(exact_format);
        let exact = drift::exact_run(&scenario);
        let scenario = Arc::new(scenario);
        Self { compared, ..Self::of_runs(scenario, run, exact, course, [format, exact_format]) }
    }

    fn of_runs(scenario: Arc<Scenario>, run: Run, exact: Option<Run>, course: Course, formats: [Format; 2]) -> Self {
        let [format, exact_format] = formats;
        let sample_line = Rc::new(LineIndex::new(Arc::clone(&run.program().steps)));
        let update_lines = RefCell::default();
        let validation = run.program().validation_step(run.setting().validation());
        let validation_line = Rc::new(LineIndex::new(validation.into_iter().collect()));
        Self {
            scenario,
            run,
            exact,
            course,
            format,
            exact_format,
            last_page: None,
            sample_line,
            validation_line,
            update_lines,
            is_open: false,
            compared: Vec::new(),
        }
    }

    /// The same scenario worked by another program, as somebody does who makes a mistake; without its other runs.
    #[must_use]
    pub fn of_program(&self, program: Program) -> Self {
        let exact = self.exact.as_ref().map(|exact| exact.of_program(program.unrounded()));
        let run = self.run.of_program(program);
        let course = Course::of(&run);
        Self::of_runs(Arc::clone(&self.scenario), run, exact, course, [self.format, self.exact_format])
    }

    /// The scenario.
    #[must_use]
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The program.
    #[must_use]
    pub fn program(&self) -> &Program {
        self.run.program()
    }

    /// The run behind the pages.
    pub fn run(&mut self) -> &mut Run {
        &mut self.run
    }

    /// How numbers are shown.
    #[must_use]
    pub fn format(&self) -> Format {
        self.format
    }

    /// How many epochs the scenario asks for.
    #[must_use]
    pub fn epochs(&self) -> u64 {
        self.run.setting().epochs
    }

    /// How many samples an epoch trains on.
    #[must_use]
    pub fn samples(&self) -> u64 {
        self.run.setting().sample_count()
    }

    /// The numbers of the samples that are not trained on.
    #[must_use]
    pub fn validation(&self) -> Range<u64> {
        self.run.setting().validation()
    }

    /// Which of the samples that are not trained on a line is about, counted from 1 among them; none for other lines.
    #[must_use]
    pub fn validation_sample(&self, line: LineOf) -> Option<u64> {
        let validation = self.validation();
        match line {
            LineOf::Sample(sample) if validation.contains(&sample) => Some(sample - validation.start + 1),
            _ => None,
        }
    }

    /// How many batches an epoch has.
    #[must_use]
    pub fn batches(&self) -> u64 {
        self.run.setting().batch_count()
    }

    /// How many steps an epoch has.
    #[must_use]
    pub fn steps_per_epoch(&self) -> u64 {
        self.course.len()
    }

    /// The line of a position.
    #[must_use]
    pub fn line(&self, position: Position) -> LineOf {
        self.course.locate(position.number).0
    }

    /// The step at a position; in an update line it speaks of the samples of its own batch.
    #[must_use]
    pub fn step(&self, position: Position) -> Option<Step> {
        let (line, at) = self.course.locate(position.number);
        self.index(line).steps.get(at).cloned()
    }

    /// The position behind another; none at the end of the lesson.
    #[must_use]
    pub fn next(&self, position: Position) -> Option<Position> {
        if self.stop().is_some_and(|last| position >= last) {
            return None;
        }
        if position.number < self.course.len() {
            return Some(Position { number: position.number + 1, ..position });
        }
        (position.epoch < self.epochs()).then(|| Position::start_of(position.epoch + 1))
    }

    /// The last step of a training that stops, as far as it has been run; behind it nothing is updated.
    pub(crate) fn stop(&self) -> Option<Position> {
        let halt = self.run.halted().filter(|halt| matches!(halt.reason, Reason::Reached { .. }))?;
        let update = LineOf::Update(self.batches());
        let is_loss = |step: &&Step| matches!(step.role.kind, RoleKind::BatchLoss | RoleKind::EpochLoss);
        let losses = self.index(update).steps.iter().take_while(is_loss).count();
        Some(Position { epoch: halt.epoch, number: self.course.number(update, losses) - 1 })
    }

    /// The position before another; none at the start of the lesson.
    #[must_use]
    pub fn previous(&self, position: Position) -> Option<Position> {
        if position.number > 1 {
            return Some(Position { number: position.number - 1, ..position });
        }
        (position.epoch > 1).then(|| Position { epoch: position.epoch - 1, number: self.course.len() })
    }

    /// The first position behind `position` whose step differs in what `of` says of it.
    pub fn next_change<T: PartialEq>(&self, position: Position, of: impl Fn(LineOf, &Step) -> T) -> Option<Position> {
        let now = self.said(position, &of);
        let mut at = self.next(position);
        while let Some(position) = at {
            if self.said(position, &of) != now {
                return Some(position);
            }
            at = self.next(position);
        }
        None
    }

    /// The first step of the stretch that `position` is in, or of the one before where it is that first step itself.
    pub fn previous_change<T: PartialEq>(
        &self,
        position: Position,
        of: impl Fn(LineOf, &Step) -> T,
    ) -> Option<Position> {
        let mut start = self.previous(position)?;
        let wanted = self.said(start, &of);
        while let Some(before) = self.previous(start) {
            if self.said(before, &of) != wanted {
                break;
            }
            start = before;
        }
        Some(start)
    }

    fn said<T>(&self, position: Position, of: impl Fn(LineOf, &Step) -> T) -> Option<T> {
        let (line, at) = self.course.locate(position.number);
        self.index(line).steps.get(at).map(|step| of(line, step))
    }

    /// The page that the author's note on a step sends the reader to.
    #[must_use]
    pub fn see(&self, name: &Name) -> Option<See> {
        self.scenario.notes.iter().find(|note| note.step == *name)?.see
    }

    /// The step that the author suggests for practice, else the last gradient.
    #[must_use]
    pub fn suggested_step(&self) -> Option<Position> {
        let suggested = self.scenario.course.as_ref().and_then(|course| course.question.as_ref());
        let found = suggested.and_then(|question| self.find(question.step.as_str(), Position::start_of(1)).ok());
        if let Some(Found::Step(position)) = found {
            return Some(position);
        }
        let positions = (1..=self.course.len().min(MOST_STEPS)).rev().map(|number| Position { epoch: 1, number });
        let is_gradient = |step: &Step| matches!(step.role.kind, RoleKind::ParameterGradient | RoleKind::NodeGradient);
        positions.into_iter().find(|position| self.step(*position).is_some_and(|step| is_gradient(&step)))
    }

    /// The note that the author wrote for a step, if there is one.
    #[must_use]
    pub fn note(&self, name: &Name) -> Option<&Text> {
        self.scenario.notes.iter().find(|note| note.step == *name).map(|note| &note.text)
    }
}
