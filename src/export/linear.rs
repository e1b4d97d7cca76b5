//! The lesson as lines of text: for a pipe, for paper, for a screen reader.
//!
//! Every line is made of the page that the screen shows. Signs are those of formulas, so that each line can be
//! read and computed again.

use std::fmt::Write as _;

use super::ExportFault;
use crate::formula::{Label, Labels, LineStyle, Name, symbols};
use crate::lesson::{Filled, Lesson, Page, Relation, Shown, Work};
use crate::messages::Messages;
use crate::program::{Address, GivenKind};
use crate::run::{LineOf, Moment};
use unicode_width::UnicodeWidthStr;

/// With which signs text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `≈` and `…` as they are.
    Unicode,
    /// Nothing but ASCII in signs: `~` and `...`.
    Ascii,
}

/// The cells that the conventions may take on their line.
const LONG_LINE: usize = 160;

/// How many samples have their values listed above the steps.
const MOST_SAMPLES: u64 = 16;

/// Writes pages of a lesson as text.
pub struct Linear<'a> {
    pub(super) messages: &'a Messages,
    style: Style,
}

impl<'a> Linear<'a> {
    /// Prepares to write in the language of `messages`.
    #[must_use]
    pub fn new(messages: &'a Messages, style: Style) -> Self {
        Self { messages, style }
    }

    /// The sentences that it writes with.
    #[must_use]
    pub fn messages(&self) -> &'a Messages {
        self.messages
    }

    fn sign(&self, relation: Relation) -> &'static str {
        match (self.style, relation) {
            (Style::Ascii, Relation::About) => "~",
            _ => relation.sign(),
        }
    }

    /// The text with the signs of the style; letters of other scripts stay.
    #[must_use]
    pub fn plain(&self, text: String) -> String {
        match self.style {
            Style::Unicode => text,
            Style::Ascii => symbols::ASCII.plain(&text.replace(" · ", " | ")).into_owned(),
        }
    }

    /// The digits of a value, with signs that can be read again.
    pub(super) fn shown(&self, shown: &Shown) -> String {
        let more = match (shown.unfinished, self.style) {
            (false, _) => "",
            (true, Style::Unicode) => "…",
            (true, Style::Ascii) => "...",
        };
        format!("{}{more}", shown.written)
    }

    /// What stands above the steps: title, summary, source, conventions, givens.
    ///
    /// # Errors
    /// Where training ends before the epoch.
    pub fn head(&self, lesson: &mut Lesson, epoch: u64) -> Result<String, ExportFault> {
        let tag = self.messages.language().tag();
        let scenario = lesson.scenario();
        let mut text = format!("{}\n", scenario.title.in_language(tag));
        if let Some(summary) = &scenario.summary {
            let _ = writeln!(text, "{}", summary.in_language(tag));
        }
        if let Some(source) = &scenario.source {
            let parts = [&source.author, &source.title, &source.year, &source.url];
            let parts: Vec<&str> = parts.into_iter().flatten().map(|part| part.in_language(tag)).collect();
            let _ = writeln!(text, "{}", self.messages.text("command-source", &[("source", parts.join(", ").into())]));
        }
        let _ = writeln!(text, "{}", lesson.words(self.messages).conventions_within(LONG_LINE).join("; "));
        let _ = writeln!(text, "\n{}", self.messages.text("command-givens", &[("epoch", epoch.into())]));
        let of_sample = |kind| matches!(kind, GivenKind::Input(_) | GivenKind::Target(_));
        let givens = &lesson.program().givens;
        let names = |wanted: bool| -> Vec<String> {
            let given = givens.iter().filter(|given| of_sample(given.kind) == wanted);
            given.map(|given| given.name.to_string()).collect()
        };
        let (in_sample, mut shared) = (names(true), names(false));
        if !lesson.program().trained.is_empty() {
            shared.extend(lesson.program().rule.fixed_names().map(ToString::to_string));
        }
        self.givens(lesson, epoch, 1, &shared, &mut text)?;
        let samples = lesson.samples();
        for sample in 1..=samples.min(MOST_SAMPLES) {
            if samples > 1 {
                let _ = writeln!(text, "{}", self.messages.text("command-sample", &[("sample", sample.into())]));
            }
            self.givens(lesson, epoch, sample, &in_sample, &mut text)?;
        }
        self.more_samples(samples, &mut text);
        let validation = lesson.validation();
        for (at, number) in (1..=MOST_SAMPLES).zip(validation.clone()) {
            let values = [("sample", at.into()), ("number", number.into())];
            let _ = writeln!(text, "{}", self.messages.text("command-validation-sample", &values));
            self.givens(lesson, epoch, number, &in_sample, &mut text)?;
        }
        self.more_samples(validation.end - validation.start, &mut text);
        Ok(self.plain(text))
    }

    /// Says how many of the samples are not listed.
    fn more_samples(&self, all: u64, text: &mut String) {
        if let Some(more) = all.checked_sub(MOST_SAMPLES).filter(|&more| more > 0) {
            let _ = writeln!(text, "{}", self.messages.text("command-more-samples", &[("count", more.into())]));
        }
    }

    /// The values of givens, a line each.
    fn givens(
        &self,
        lesson: &mut Lesson,
        epoch: u64,
        sample: u64,
        names: &[String],
        text: &mut String,
    ) -> Result<(), ExportFault> {
        let moment = Moment { epoch, line: LineOf::Sample(sample) };
        for name in names {
            if let Ok(shown) = lesson.value(moment, name).map_err(ExportFault::Halt)? {
                let sign = self.sign(Relation::of(shown.written.exact));
                let label = match lesson.written(&Name::new(name)) {
                    label if label == *name => String::new(),
                    label => format!(" ({label})"),
                };
                let _ = writeln!(text, "    {name}{label} {sign} {}", self.shown(&shown));
            }
        }
        Ok(())
    }

    /// The givens that a selection asks for by name in an epoch: they have no step, and here is what they are.
    pub(super) fn asked_givens(
        &self,
        lesson: &mut Lesson,
        selection: &super::Selection,
        epoch: u64,
    ) -> Result<Vec<String>, ExportFault> {
        let mut texts = Vec::new();
        for (name, moment) in selection.givens(lesson, epoch)? {
            let plain = Address::parse(&name).map_or_else(|| Name::new(&name), |address| address.name);
            if let Ok(shown) = lesson.value(moment, plain.as_str()).map_err(ExportFault::Halt)? {
                let sign = self.sign(Relation::of(shown.written.exact));
                let values = [
                    ("name", name.into()),
                    ("epoch", moment.epoch.into()),
                    ("value", format!("{sign} {}", self.shown(&shown)).into()),
                ];
                texts.push(self.plain(format!("\n{}\n", self.messages.text("command-given", &values))));
            }
        }
        Ok(texts)
    }

    /// One step: its number, its name and what it is, the formula, the work, the result, why.
    #[must_use]
    pub fn page(&self, lesson: &Lesson, page: &Page) -> String {
        let words = lesson.words(self.messages);
        let step = &page.step;
        let mut text = format!("{}. {} · {}\n", page.position.number, step.name, words.title(step));
        let _ = writeln!(text, "    {}", words.question(step));
        let written = |name: &Name| Label::Text(self.plain(lesson.written(name)));
        let lead = format!("    {} ", self.plain(lesson.written(&step.name)));
        let indent = " ".repeat(lead.width());
        let airy = LineStyle::airy(&symbols::TYPED);
        let formula = step.formula.text(airy, &written);
        let _ = writeln!(text, "{lead}= {formula}");
        if let Some(work) = &page.work {
            self.work(&mut text, work, &indent, &formula, &written);
        }
        match &page.result {
            Ok(shown) if shown.written.to_string() == formula => {}
            Ok(shown) => {
                let relation = page.work.as_ref().map_or(Relation::About, |work| work.relation);
                let _ = writeln!(text, "{indent}{} {}", self.sign(relation), self.shown(shown));
            }
            Err(fault) => {
                let _ = writeln!(text, "{indent}{}", words.fault(*fault));
            }
        }
        if let Some(drift) = &page.drift {
            let _ = writeln!(text, "    {}", words.drift(drift).replace('−', "-"));
        }
        if page.work.as_ref().is_some_and(|work| !work.closes) {
            let _ = writeln!(text, "    {}", self.messages.text("command-does-not-close", &[]));
        }
        let why = words.why(page);
        if !why.is_empty() {
            let _ = writeln!(text, "    {why}");
        }
        if let Some(note) = words.note(step) {
            for line in note.lines() {
                let _ = writeln!(text, "    {line}");
            }
        }
        self.plain(text)
    }

    /// What stands above the steps of one stage.
    pub(super) fn heading(&self, lesson: &Lesson, page: &Page) -> String {
        let stage = lesson.words(self.messages).stage(&page.step);
        let mut values = vec![("epoch", page.moment.epoch.into()), ("stage", stage.into())];
        match (lesson.validation_sample(page.moment.line), page.moment.line) {
            (Some(sample), _) => {
                let number = lesson.validation().start + sample - 1;
                values.extend([("sample", sample.into()), ("number", number.into())]);
                self.messages.text("command-heading-validation", &values)
            }
            (None, LineOf::Validation) => self.messages.text("command-heading-validation-all", &values),
            (None, LineOf::Sample(sample)) if lesson.samples() > 1 => {
                values.push(("sample", sample.into()));
                self.messages.text("command-heading-sample", &values)
            }
            (None, LineOf::Update(batch)) if lesson.batches() > 1 => {
                values.push(("batch", batch.into()));
                self.messages.text("command-heading-batch", &values)
            }
            _ => self.messages.text("command-heading", &values),
        }
    }

    fn work(&self, text: &mut String, work: &Work, indent: &str, formula: &str, written: Labels<'_>) {
        let rows = work.rows.len();
        for (at, row) in work.rows.iter().enumerate() {
            let values = [("row", (at + 1).into()), ("rows", rows.into())];
            let label = self.messages.text("command-row", &values);
            let terms = filled(&row.filled, written);
            let _ = writeln!(text, "    {label}: {terms} {} {}", self.sign(row.relation), row.total);
        }
        for line in work.lines_before_result() {
            let numbers = filled(&line.filled, written);
            // A formula without names is the same with numbers.
            if numbers != formula {
                let _ = writeln!(text, "{indent}{} {numbers}", self.sign(line.relation));
            }
        }
    }
}

/// A formula with its numbers on one line.
fn filled(filled: &Filled, written: Labels<'_>) -> String {
    filled.formula.text(LineStyle::airy(&symbols::TYPED), &|name| filled.label(name, written))
}
