//! The sheets of a class: each has its own seed, so each may be about a lesson with other numbers.

use std::collections::HashMap;

use super::arguments::Verify;
use super::sheet::{self, Unread};
use super::{Marking, file_name};
use crate::cli::arguments::Common;
use crate::judge::{Asked, Marker};
use crate::lesson::Lesson;
use crate::messages::Messages;
use crate::practice::{Draft, MarkedSheet, Sheet, SheetFault, SheetFaultKind};
use crate::scenario::{Loaded, Place, Scenario};

/// So many lessons are kept while sheets are marked; one that is needed again after that is made again.
const MOST_LESSONS: usize = 8;

/// A seed, and who says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seed {
    pub(super) number: u64,
    pub(super) source: SeedSource,
}

/// Where a seed is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SeedSource {
    Sheet,
    FileName,
    Option,
}

/// A lesson, and the marker that knows it.
struct Marked {
    lesson: Lesson,
    marker: Marker,
}

/// Everything that the sheets of one call have in common.
pub(super) struct Class<'a> {
    scenario: Scenario,
    /// What the files of its worksheets begin with.
    stem: String,
    verify: &'a Verify,
    common: &'a Common,
    lessons: HashMap<Option<u64>, Marked>,
}

impl<'a> Class<'a> {
    pub(super) fn new(loaded: Loaded, verify: &'a Verify, common: &'a Common) -> Self {
        let stem = crate::cli::worksheet::stem(&loaded.origin);
        Self { scenario: loaded.scenario, stem, verify, common, lessons: HashMap::new() }
    }

    /// Reads and marks one sheet, with the lesson that it is about.
    pub(super) fn mark(&mut self, name: &str, messages: &Messages) -> Result<(Marking, &mut Lesson), Unread> {
        let read = sheet::read(name, messages)?;
        let draft = match &read.draft {
            Ok(draft) => draft,
            Err(faults) => {
                let common = self.common;
                let lesson = &self.about(None).lesson;
                return Err(sheet::unread(&read, faults, lesson, common, messages));
            }
        };
        let seed = match self.seed(name, draft) {
            Ok(seed) => seed,
            Err(fault) => {
                let common = self.common;
                let lesson = &self.about(None).lesson;
                return Err(sheet::unread(&read, &fault.into(), lesson, common, messages));
            }
        };
        let (common, asked) = (self.common, self.asked(draft));
        let Marked { lesson, marker } = self.about(seed.map(|seed| seed.number));
        let decimals = super::decimals(lesson, common, None);
        let sheet = Sheet::of(draft, lesson, decimals);
        let sheet = MarkedSheet::of(lesson, marker, sheet, asked);
        let marking = Marking { name: read.name, argument: name.to_owned(), sheet, seed, asked };
        Ok((marking, lesson))
    }

    /// The lesson with the numbers of a seed.
    fn about(&mut self, seed: Option<u64>) -> &mut Marked {
        if self.lessons.len() >= MOST_LESSONS && !self.lessons.contains_key(&seed) {
            self.lessons.clear();
        }
        self.lessons.entry(seed).or_insert_with(|| {
            let scenario = seed.map_or_else(|| self.scenario.clone(), |seed| self.scenario.varied(seed));
            Marked { lesson: Lesson::new(scenario, self.common.decimals), marker: Marker::default() }
        })
    }

    /// The seed of a sheet: the one of the command line, else the one on it, else the one in its file's name.
    fn seed(&self, name: &str, draft: &Draft) -> Result<Option<Seed>, SheetFault> {
        let of = |source| move |number| Seed { number, source };
        if let Some(number) = self.verify.seed() {
            return Ok(Some(of(SeedSource::Option)(number)));
        }
        let in_name = if name == "-" { Ok(None) } else { file_name::seed(name, &self.stem) };
        let place = draft.notices.seed.map_or(Place::FILE, |(_, place)| place);
        let on_sheet = draft.notices.seed.map(|(number, _)| number);
        if let Some(other) = draft.notices.other_seed {
            return Err(SheetFault { place: other, kind: SheetFaultKind::NoticeTwice { line: place.line } });
        }
        let fault = |kind| Err(SheetFault { place, kind });
        match (on_sheet, in_name) {
            (_, Err((first, second))) => fault(SheetFaultKind::SeedsOfFile { first, second }),
            (Some(sheet), Ok(Some(file))) if sheet != file => fault(SheetFaultKind::SeedOfFile { sheet, file }),
            (Some(number), _) => Ok(Some(of(SeedSource::Sheet)(number))),
            (None, Ok(number)) => Ok(number.map(of(SeedSource::FileName))),
        }
    }

    /// The digits that a sheet was asked to have, the strongest first.
    fn asked(&self, draft: &Draft) -> Asked {
        let of_scenario = Asked::from(self.scenario.practice.digits);
        draft.notices.asked().or(self.verify.asked()).or(of_scenario)
    }
}
