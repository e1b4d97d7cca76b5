//! The other runs of a lesson: each a lesson of its own, found by the run behind a name.

use super::{FindFault, Lesson};
use crate::formula::Name;
use crate::program::Address;
use crate::scenario::{Compared, nearest};

/// Another run of a lesson.
pub struct Side {
    /// What it is called.
    pub name: Name,
    /// The lesson as this run has it.
    pub lesson: Lesson,
}

impl Side {
    /// Prepares the lessons of all runs.
    pub(super) fn all(runs: &[Compared], decimals: Option<u32>) -> Vec<Self> {
        let side =
            |run: &Compared| Self { name: run.name.clone(), lesson: Lesson::new(run.scenario.clone(), decimals) };
        runs.iter().map(side).collect()
    }
}

impl Lesson {
    /// The other runs, in the order of the file.
    #[must_use]
    pub fn compared(&self) -> &[Side] {
        &self.compared
    }

    /// The lesson as a run has it; this one where none is named, or none of that name exists.
    #[must_use]
    pub fn of_run(&self, run: Option<&Name>) -> &Self {
        self.compared.iter().find(|side| Some(&side.name) == run).map_or(self, |side| &side.lesson)
    }

    /// The same, to read values from.
    pub fn of_run_mut(&mut self, run: Option<&Name>) -> &mut Self {
        match self.compared.iter().position(|side| Some(&side.name) == run) {
            Some(at) => &mut self.compared[at].lesson,
            None => self,
        }
    }

    /// Whether the lesson has a run of that name.
    #[must_use]
    pub fn has_run(&self, run: &Name) -> bool {
        self.compared.iter().any(|side| side.name == *run)
    }

    /// Takes the run off a name that somebody typed: `E_total/tanh#2` is `E_total#2` in the run `tanh`.
    ///
    /// # Errors
    /// Where the lesson has no such run.
    pub fn split_run(&self, text: &str) -> Result<(Option<Name>, String), FindFault> {
        let text = text.trim();
        let Some((address, run)) = Address::parse(text).and_then(|address| Some((address.clone(), address.run?)))
        else {
            return Ok((None, text.to_owned()));
        };
        let mut known = self.compared.iter().map(|side| side.name.as_str());
        if known.clone().any(|known| known == run.as_str()) {
            return Ok((Some(run), address.without_run().to_string()));
        }
        Err(FindFault::NoSuchRun { nearest: nearest(run.as_str(), &mut known), name: run.to_string() })
    }
}
