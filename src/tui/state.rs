//! Everything that keys change while a lesson is read. No text, no coordinates.

use super::keys::{Context, Stroke};
use super::manner::Manner;
use super::notice::Notice;
pub use super::overlay::Overlay;
use super::practice::Practising;
use super::reader::Reader;
use super::views;
use crate::formula::Name;
use crate::lesson::Position;
use crate::practice::Progress;

/// Where a reader is, and what lies over the step.
#[derive(Clone, Debug)]
pub struct State {
    /// The run that is read, where it is not the lesson's own.
    pub run: Option<Name>,
    /// The step that is shown.
    pub position: Position,
    /// The runs and steps from which the reader jumped, the last one last.
    pub jumped_from: Vec<(Option<Name>, Position)>,
    /// What fills the middle of the window.
    pub view: views::Kind,
    /// The list of steps.
    pub steps: views::steps::Cursor,
    /// The gradient that is checked.
    pub check: views::check::Checking,
    /// What is looked at of the training.
    pub training: views::training::Watching,
    /// In which manner the board is shown.
    pub manner: Manner,
    /// What is looked at of the table of values.
    pub table: views::table::Sheet,
    /// The practice, while the lesson asks before it shows.
    pub practice: Option<Practising>,
    /// Whether the numbers are those of a seed.
    pub is_varied: bool,
    /// The questions that went wrong before and are due again.
    pub due: Vec<String>,
    /// What was done in practice before.
    pub progress: Progress,
    /// What lies over the step.
    pub overlay: Overlay,
    /// The count that is being typed.
    pub count: Option<u64>,
    /// The first key of two.
    pub first_key: Option<Stroke>,
    /// What there is to say about the last key.
    pub notice: Option<Notice>,
}

impl State {
    /// At the first step.
    #[must_use]
    pub fn start() -> Self {
        Self {
            run: None,
            position: Position::start_of(1),
            jumped_from: Vec::new(),
            view: views::Kind::Board,
            steps: views::steps::Cursor::at(Position::start_of(1)),
            check: views::check::Checking::default(),
            training: views::training::Watching::default(),
            manner: Manner::default(),
            table: views::table::Sheet::default(),
            practice: None,
            is_varied: false,
            due: Vec::new(),
            progress: Progress::default(),
            overlay: Overlay::None,
            count: None,
            first_key: None,
            notice: None,
        }
    }

    /// Whether the result of the step that is shown is still to be asked for.
    #[must_use]
    pub fn hides_result(&self) -> bool {
        if self.practice.is_some() {
            return self.conceals(self.position);
        }
        let is_asked = self.manner.asked.as_ref().is_some_and(|(run, at)| *run == self.run && *at == self.position);
        self.manner.is_presenting && !is_asked
    }

    /// Whether the value of a step waits for an answer of the reader, or stands behind one that does.
    #[must_use]
    pub fn conceals(&self, position: Position) -> bool {
        self.practice.as_ref().is_some_and(|practice| practice.session.conceals(position))
    }

    /// Whether an answer is typed at the step that is shown.
    fn is_answering(&self) -> bool {
        self.practice.as_ref().is_some_and(|practice| practice.is_answering(self.position))
    }

    /// Where the reader is, as views have to know it.
    #[must_use]
    pub fn reader(&self) -> Reader {
        Reader {
            run: self.run.clone(),
            position: self.position,
            hides_result: self.hides_result(),
            is_practising: self.practice.is_some(),
            frontier: self.practice.as_ref().and_then(|practice| practice.session.frontier()),
        }
    }

    /// Where keys are pressed now.
    #[must_use]
    pub fn context(&self) -> Context {
        match self.overlay.context() {
            Some(context) => context,
            None if self.view == views::Kind::Board && self.is_answering() => Context::Answer,
            None => self.view.context(),
        }
    }
}
