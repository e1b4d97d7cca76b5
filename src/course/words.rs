//! What a course says about its groups and lessons.

use std::borrow::Cow;

use super::{Group, Size, Topic, Unit};
use crate::messages::Messages;
use crate::sanitize::sanitize;
use crate::scenario::{KnownGroup, Level, Source};

impl Group {
    /// The title of the group.
    #[must_use]
    pub fn title(&self, messages: &Messages) -> String {
        match &self.topic {
            Topic::Own(title) => title.in_language(messages.language().tag()).to_owned(),
            Topic::Unsorted => messages.text("course-group-unsorted", &[]),
            Topic::Known(group) => messages.text(title_id(*group), &[]),
            Topic::Source(Some(source)) => source.in_language(messages.language().tag()).to_owned(),
            Topic::Source(None) => messages.text("course-source-unknown", &[]),
        }
    }

    /// What the group is for.
    #[must_use]
    pub fn purpose(&self, messages: &Messages) -> Option<String> {
        if let Some(purpose) = &self.purpose {
            return Some(purpose.in_language(messages.language().tag()).to_owned());
        }
        match self.topic {
            Topic::Known(group) => Some(messages.text(purpose_id(group), &[])),
            _ => None,
        }
    }
}

impl Unit {
    /// The title of the lesson; the name of its file where it cannot be read.
    #[must_use]
    pub fn title(&self, messages: &Messages) -> Cow<'_, str> {
        match self.loaded() {
            Some(loaded) => Cow::Borrowed(loaded.scenario.title.in_language(messages.language().tag())),
            None => sanitize(&self.name),
        }
    }

    /// What the lesson shows.
    #[must_use]
    pub fn summary(&self, messages: &Messages) -> Option<&str> {
        let summary = self.loaded()?.scenario.summary.as_ref()?;
        Some(summary.in_language(messages.language().tag()))
    }

    /// Title and author of its source.
    #[must_use]
    pub fn source_words(&self, messages: &Messages) -> Option<String> {
        let source = self.loaded()?.scenario.source.as_ref()?;
        Some(in_words(Some(source), messages))
    }
}

impl Size {
    /// The steps in words.
    #[must_use]
    pub fn steps_words(self, messages: &Messages) -> String {
        messages.text("course-steps", &[("count", self.steps.into())])
    }

    /// The minutes in words.
    #[must_use]
    pub fn minutes_words(self, messages: &Messages) -> String {
        messages.text("course-minutes", &[("count", self.minutes.into())])
    }
}

/// A level in words.
#[must_use]
pub fn level_words(level: Level, messages: &Messages) -> String {
    let id = match level {
        Level::Beginner => "course-level-beginner",
        Level::Intermediate => "course-level-intermediate",
        Level::Advanced => "course-level-advanced",
    };
    messages.text(id, &[])
}

/// Title, author and year of a source.
#[must_use]
pub fn in_words(source: Option<&Source>, messages: &Messages) -> String {
    let tag = messages.language().tag();
    let Some(source) = source else { return messages.text("course-source-unknown", &[]) };
    let parts = [&source.title, &source.author, &source.year];
    let parts: Vec<&str> = parts.into_iter().flatten().map(|text| text.in_language(tag)).collect();
    if parts.is_empty() { messages.text("course-source-unknown", &[]) } else { parts.join(" · ") }
}

fn title_id(group: KnownGroup) -> &'static str {
    match group {
        KnownGroup::Start => "course-group-start",
        KnownGroup::Mazur => "course-group-mazur",
        KnownGroup::Losses => "course-group-losses",
        KnownGroup::Optimizers => "course-group-optimizers",
        KnownGroup::Trouble => "course-group-trouble",
        KnownGroup::Arrays => "course-group-arrays",
    }
}

fn purpose_id(group: KnownGroup) -> &'static str {
    match group {
        KnownGroup::Start => "course-purpose-start",
        KnownGroup::Mazur => "course-purpose-mazur",
        KnownGroup::Losses => "course-purpose-losses",
        KnownGroup::Optimizers => "course-purpose-optimizers",
        KnownGroup::Trouble => "course-purpose-trouble",
        KnownGroup::Arrays => "course-purpose-arrays",
    }
}
