//! The lessons in the order in which to take them: groups with a purpose, then published examples by source.
//!
//! Built from what the scenarios say about themselves, so that the folder of an instructor is a course as well. Must not
//! know of the screen, nor of what a learner has done so far.

mod folder;
mod size;
mod words;

use std::cell::OnceCell;
use std::path::Path;

use crate::scenario::{
    CourseEntry, CourseGroup, KnownGroup, LESSONS, Level, LoadError, Loaded, Origin, PUBLISHED, Text, load, read,
};
pub use size::Size;
pub use words::{in_words as source_words, level_words};

/// Lessons in groups.
#[derive(Debug)]
pub struct Course {
    groups: Vec<Group>,
}

/// Lessons that belong together.
#[derive(Debug)]
pub struct Group {
    /// What they have in common.
    pub topic: Topic,
    /// What the group is for, where its author says so.
    pub purpose: Option<Text>,
    /// The lessons, in their order.
    pub lessons: Vec<Unit>,
}

/// What the lessons of a group have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Topic {
    /// A subject that the author named.
    Own(Text),
    /// They are files that do not say where they belong.
    Unsorted,
    /// A subject of the built-in course.
    Known(KnownGroup),
    /// The author, or else the title, of the source that printed their numbers.
    Source(Option<Text>),
}

/// One lesson of a course.
#[derive(Debug)]
pub struct Unit {
    /// What it is opened by: a path, or the name of a built-in scenario.
    pub name: String,
    is_file: bool,
    loaded: Result<Loaded, LoadError>,
    size: OnceCell<Option<Size>>,
}

impl Course {
    /// The built-in lessons and published examples, with the scenarios in `folder` before them.
    #[must_use]
    pub fn with_folder(folder: &Path) -> Self {
        let files = folder::files(folder);
        let files = files.iter().map(|path| Unit::of_file(path)).filter(|unit| !unit.is_built_in_copy());
        let lessons = files.chain(LESSONS.iter().map(Unit::of_built_in)).collect();
        let mut course = Self::of_units(lessons);
        course.groups.extend(by_source(PUBLISHED.iter().map(Unit::of_built_in)));
        course
    }

    /// The built-in lessons and published examples.
    #[must_use]
    pub fn built_in() -> Self {
        let mut course = Self::of_units(LESSONS.iter().map(Unit::of_built_in).collect());
        course.groups.extend(by_source(PUBLISHED.iter().map(Unit::of_built_in)));
        course
    }

    /// The scenarios of a folder alone.
    #[must_use]
    pub fn of_folder(folder: &Path) -> Self {
        Self::of_units(folder::files(folder).iter().map(|path| Unit::of_file(path)).collect())
    }

    fn of_units(units: Vec<Unit>) -> Self {
        let mut groups: Vec<Group> = Vec::new();
        for unit in units {
            let topic = unit.topic();
            let purpose = unit.entry().and_then(|entry| entry.purpose.clone());
            match groups.iter_mut().find(|group| group.topic == topic) {
                Some(group) => {
                    group.purpose = group.purpose.take().or(purpose);
                    group.lessons.push(unit);
                }
                None => groups.push(Group { topic, purpose, lessons: vec![unit] }),
            }
        }
        for group in &mut groups {
            group.lessons.sort_by_key(Unit::order);
        }
        // An author's own groups come first: whoever starts the program beside them wants to see them.
        groups.sort_by_key(|group| {
            let first = group.lessons.first().map(Unit::order);
            match group.topic {
                Topic::Own(_) => (0, first, None),
                Topic::Unsorted => (1, first, None),
                Topic::Known(known) => (2, None, Some(known)),
                Topic::Source(_) => (3, None, None),
            }
        });
        Self { groups }
    }

    /// The groups, published sources last.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// Every lesson of the groups that are no published sources, in order.
    pub fn lessons(&self) -> impl Iterator<Item = &Unit> {
        self.groups.iter().filter(|group| !group.is_published()).flat_map(|group| &group.lessons)
    }

    /// The lesson that comes after the one with that text; in a published source the next of its examples.
    #[must_use]
    pub fn after(&self, source: &str) -> Option<&Unit> {
        let own: Vec<&Unit> = self.lessons().collect();
        let published = self.groups.iter().filter(|group| group.is_published());
        let published = published.map(|group| group.lessons.iter().collect::<Vec<_>>());
        std::iter::once(own).chain(published).find_map(|units| {
            let at = units.iter().position(|unit| unit.source() == Some(source))?;
            units.into_iter().skip(at + 1).find(|unit| unit.loaded().is_some())
        })
    }

    /// The lesson of a name: a path, a file name without its extension, or the name of a built-in scenario.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Unit> {
        let mut units = self.groups.iter().flat_map(|group| &group.lessons);
        units.find(|unit| unit.name == name || unit.stem() == name)
    }
}

impl Group {
    /// Whether it holds the published examples of a source.
    #[must_use]
    pub fn is_published(&self) -> bool {
        matches!(self.topic, Topic::Source(_))
    }
}

impl Unit {
    fn of_built_in((name, text): &(&'static str, &'static str)) -> Self {
        let origin = Origin::BuiltIn(name);
        let loaded = match read(text) {
            Ok(scenario) => Ok(Loaded { scenario, origin, source: (*text).to_owned() }),
            Err(faults) => Err(LoadError::Invalid { origin, source: (*text).to_owned(), faults }),
        };
        Self { name: (*name).to_owned(), is_file: false, loaded, size: OnceCell::new() }
    }

    fn of_file(path: &Path) -> Self {
        let name = path.to_string_lossy().into_owned();
        let loaded = load(&name, std::io::empty());
        Self { name, is_file: true, loaded, size: OnceCell::new() }
    }

    /// Whether it is a file, not a part of the program.
    #[must_use]
    pub fn is_file(&self) -> bool {
        self.is_file
    }

    /// The lesson, where it can be read.
    #[must_use]
    pub fn loaded(&self) -> Option<&Loaded> {
        self.loaded.as_ref().ok()
    }

    /// Why it cannot be read, where it cannot.
    #[must_use]
    pub fn fault(&self) -> Option<&LoadError> {
        self.loaded.as_ref().err()
    }

    /// Reads a file anew, as it is now.
    pub fn reload(&mut self) {
        if self.is_file {
            self.loaded = load(&self.name, std::io::empty());
            self.size = OnceCell::new();
        }
    }

    /// The text of the scenario, where it can be read.
    #[must_use]
    pub fn source(&self) -> Option<&str> {
        self.loaded().map(|loaded| loaded.source.as_str())
    }

    /// How many steps it has, and about how long it takes.
    #[must_use]
    pub fn size(&self) -> Option<Size> {
        *self.size.get_or_init(|| self.loaded().map(|loaded| Size::of(&loaded.scenario)))
    }

    /// For whom it is.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        self.entry()?.level
    }

    /// What it is called by `after` of other lessons: its file name without folder and extension.
    #[must_use]
    pub fn stem(&self) -> &str {
        let stem = Path::new(&self.name).file_stem().and_then(|stem| stem.to_str());
        if self.is_file { stem.unwrap_or(&self.name) } else { &self.name }
    }

    fn entry(&self) -> Option<&CourseEntry> {
        self.loaded()?.scenario.course.as_ref()
    }

    fn order(&self) -> u64 {
        self.entry().map_or(u64::MAX, |entry| entry.order)
    }

    fn topic(&self) -> Topic {
        match self.entry().map(|entry| &entry.group) {
            Some(CourseGroup::Known(known)) => Topic::Known(*known),
            Some(CourseGroup::Own(title)) => Topic::Own(title.clone()),
            None => Topic::Unsorted,
        }
    }

    /// Whether it is a file with the very text of a built-in scenario.
    fn is_built_in_copy(&self) -> bool {
        LESSONS.iter().chain(PUBLISHED).any(|(name, text)| *name == self.stem() && self.source() == Some(text))
    }
}

/// Groups published examples by their source, in the order in which the sources appear.
fn by_source(units: impl Iterator<Item = Unit>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for unit in units {
        let source = unit.loaded().and_then(|loaded| loaded.scenario.source.clone());
        let topic = Topic::Source(source.and_then(|source| source.author.or(source.title)));
        match groups.iter_mut().find(|group| group.topic == topic) {
            Some(group) => group.lessons.push(unit),
            None => groups.push(Group { topic, purpose: None, lessons: vec![unit] }),
        }
    }
    groups
}
