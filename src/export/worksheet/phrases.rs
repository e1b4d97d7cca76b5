//! The phrases that a sheet has in every form.

use super::Detail;
use crate::judge::Asked;
use crate::messages::Messages;
use crate::number::Digits;
use crate::practice::worksheet::{Question, SampleRow, Worksheet};

/// A blank is as wide as the digits asked, a sign, a digit and the point before them, but not wider than a line.
const WIDEST_BLANK: u32 = 32;

/// The phrases of one sheet.
pub(super) struct Phrases<'a> {
    pub(super) sheet: &'a Worksheet,
    pub(super) messages: &'a Messages,
    pub(super) detail: Detail,
}

impl<'a> Phrases<'a> {
    pub(super) fn new(sheet: &'a Worksheet, detail: Detail, messages: &'a Messages) -> Self {
        Self { sheet, messages, detail }
    }

    pub(super) fn say(&self, id: &str) -> String {
        self.messages.text(id, &[])
    }

    /// What sort of sheet it is; nothing on one that is to be filled in.
    pub(super) fn kind(&self) -> Option<String> {
        match self.detail {
            Detail::Blank => None,
            Detail::Key => Some(self.say("worksheet-kind-key")),
            Detail::Solved => Some(self.say("worksheet-kind-solved")),
        }
    }

    /// The lines below the title: summary, source, seed, conventions, digits.
    pub(super) fn head(&self) -> Vec<String> {
        let sheet = self.sheet;
        let source = sheet.source.as_ref();
        let source = source.map(|source| self.messages.text("worksheet-source", &[("source", source.into())]));
        let seed = sheet.seed.map(|seed| self.messages.text("worksheet-seed", &[("seed", seed.to_string().into())]));
        let conventions = Some(sheet.conventions.join("; ")).filter(|said| !said.is_empty());
        let digits = match sheet.digits {
            Digits::Decimals(count) => self.messages.text("worksheet-digits-decimals", &[("count", count.into())]),
            Digits::Significant(count) => {
                self.messages.text("worksheet-digits-significant", &[("count", count.into())])
            }
        };
        let digits = Some(digits).filter(|_| self.detail == Detail::Blank);
        let asked = match sheet.asked {
            Asked::Nothing => None,
            Asked::Decimals(count) => Some(self.messages.text("worksheet-decimals", &[("count", count.into())])),
            Asked::Significant(count) => Some(self.messages.text("worksheet-significant", &[("count", count.into())])),
        };
        [sheet.summary.clone(), source, seed, conventions, asked, digits].into_iter().flatten().collect()
    }

    /// The heading of what is given.
    pub(super) fn given(&self) -> String {
        match self.sheet.givens.epoch {
            1 => self.say("worksheet-given"),
            epoch => self.messages.text("worksheet-given-epoch", &[("epoch", epoch.into())]),
        }
    }

    /// The heading of the picture: the only thing with weights on its lines is a network.
    pub(super) fn picture(&self) -> String {
        let is_network = self.sheet.sketch.links.iter().any(|link| link.weight.is_some());
        self.say(if is_network { "worksheet-network" } else { "worksheet-graph" })
    }

    /// What a sample is called in the table of samples.
    pub(super) fn sample(&self, row: &SampleRow) -> String {
        if row.is_validation {
            return self.messages.text("worksheet-validation-sample", &[("number", row.number.into())]);
        }
        row.number.to_string()
    }

    /// How many samples are not listed.
    pub(super) fn more(&self) -> Option<String> {
        let more = self.sheet.givens.more;
        (more > 0).then(|| self.messages.text("command-more-samples", &[("count", more.into())]))
    }

    /// The digits that a question asks for, where they are not those of the sheet.
    pub(super) fn own_digits(&self, question: &Question) -> Option<String> {
        let text = match question.digits {
            Digits::Decimals(count) => self.messages.text("worksheet-own-decimals", &[("count", count.into())]),
            Digits::Significant(count) => self.messages.text("worksheet-own-significant", &[("count", count.into())]),
        };
        Some(text).filter(|_| self.detail == Detail::Blank && question.digits != self.sheet.digits)
    }
}

/// How many characters an answer may take.
pub(super) fn blank(question: &Question) -> usize {
    let (Digits::Decimals(count) | Digits::Significant(count)) = question.digits;
    usize::try_from(count.saturating_add(3).min(WIDEST_BLANK)).unwrap_or_default()
}
