//! What is said in practice: what is asked, what is accepted, and what is found of an answer.

use super::gap::Gap;
use super::hints;
use super::marking::{Number, Reply};
use super::off::Off;
use super::questions::{Question, QuestionKind};
use super::record::{Outcome, TRIES};
use super::session::Entry;
use super::skill::Skill;
use super::skill_words::where_to_look;
use super::words;
use crate::formula::{Formula, Label, LineStyle, Name};
use crate::judge::{Cause, Mark, Slip};
use crate::lesson::{Lesson, Page, Relation, Shown};
use crate::messages::{Messages, Value};
use crate::number::Written;

/// Stands where a factor is missing.
const MISSING: &str = "?";

/// The sentences of practice, in one language.
pub struct Sentences<'a> {
    pub(super) lesson: &'a Lesson,
    pub(super) messages: &'a Messages,
}

impl<'a> Sentences<'a> {
    /// Prepares to speak of a lesson.
    #[must_use]
    pub fn new(lesson: &'a Lesson, messages: &'a Messages) -> Self {
        Self { lesson, messages }
    }

    pub(super) fn say(&self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        self.messages.text(id, values)
    }

    /// What is accepted as an answer, said before one is given.
    #[must_use]
    pub fn tolerance(&self, question: &Question) -> String {
        match question.kind {
            QuestionKind::Result => self.say("practice-tolerance", &[]),
            QuestionKind::Factor(_) => self.say("practice-tolerance-factor", &[]),
        }
    }

    /// What is found of something that was typed: the verdict, why, and how far it is from the result, which is that of
    /// the question: of a factor, where a factor was asked for.
    #[must_use]
    pub fn reply(&self, reply: &Reply, result: Option<&Shown>) -> Vec<String> {
        match reply {
            Reply::Unread { text } => vec![self.say("practice-unread", &[("text", text.into())])],
            Reply::TooFewDigits { text } => vec![self.say("practice-too-few-digits", &[("text", text.into())])],
            Reply::Named { factor } => {
                vec![self.say("practice-named", &[("factor", self.lesson.written(factor).into())])]
            }
            Reply::OtherName { text, factor } => {
                let values = [("text", text.into()), ("factor", self.lesson.written(factor).into())];
                vec![self.say("practice-other-name", &values)]
            }
            Reply::Number(number) => self.number(number, result),
        }
    }

    fn number(&self, number: &Number, result: Option<&Shown>) -> Vec<String> {
        let mut lines = vec![self.verdict(number.mark)];
        if number.mark.is_right() {
            return lines;
        }
        lines.extend(self.causes(&number.causes));
        let value = result.map(|shown| self.lesson.words(self.messages).shown(shown));
        let value = value.map(|value| self.say("practice-value", &[("value", value.into())]));
        let gap = number.gap.as_ref().map(|gap| self.gap(gap));
        let parts: Vec<String> = value.into_iter().chain(gap).collect();
        if !parts.is_empty() {
            lines.push(parts.join(&self.say("practice-between", &[])));
        }
        lines
    }

    /// What is said after a wrong answer while tries are left: what kind of mistake it is and where to look, without a
    /// number; after the second, the formula with numbers.
    #[must_use]
    pub fn try_again(&self, entry: &Entry, page: &Page, style: LineStyle) -> Vec<String> {
        let Some(reply) = entry.reply.as_ref().filter(|reply| reply.is_answer()) else { return Vec::new() };
        let mut lines = vec![self.kind(reply)];
        if entry.record.attempts < 2 {
            lines.push(self.where_to_look(entry, page));
        } else if let Some((relation, line)) = with_numbers(self.lesson, page, &entry.question, style) {
            let lead = self.lesson.written(&page.step.name);
            lines.push(format!("{lead} {} {line}", relation.sign()));
        }
        lines
    }

    /// Which try comes next.
    #[must_use]
    pub fn next_try(&self, entry: &Entry) -> String {
        self.say("practice-try", &[("try", (entry.record.attempts + 1).into()), ("tries", TRIES.into())])
    }

    /// What kind of mistake an answer has.
    fn kind(&self, reply: &Reply) -> String {
        let kind = match reply {
            Reply::Number(number) if !number.causes.is_empty() => self.causes(&number.causes).join(" "),
            Reply::Number(number) => number.off.map_or_else(String::new, |off| self.say(off_id(off), &[])),
            Reply::OtherName { text, .. } => self.say("practice-another-factor", &[("text", text.into())]),
            _ => String::new(),
        };
        if kind.is_empty() {
            return self.say("practice-not-yet", &[]);
        }
        self.say("practice-not-yet-because", &[("kind", kind.into())])
    }

    /// What made an answer wrong, the words of the author first.
    fn causes(&self, causes: &[Cause]) -> Vec<String> {
        let practice = &self.lesson.scenario().practice;
        let (foreseen, others): (Vec<Cause>, Vec<Cause>) =
            causes.iter().cloned().partition(|cause| matches!(cause.slip, Slip::Foreseen(..)));
        let mut lines: Vec<String> =
            foreseen.iter().map(|cause| words::cause(self.messages, practice, cause)).collect();
        let causes = words::causes(self.messages, practice, &others).filter(|_| lines.is_empty());
        lines.extend(causes.map(|causes| self.say("practice-causes", &[("causes", causes.into())])));
        lines
    }

    /// Where to look, without a number: the author's first hint, or what steps of this kind need.
    fn where_to_look(&self, entry: &Entry, page: &Page) -> String {
        if let QuestionKind::Factor(_) = entry.question.kind {
            return self.say("practice-look-factor", &[]);
        }
        let of_author = hints::authors(self.lesson, &entry.question).into_iter().next();
        let of_author = of_author.map(|text| text.in_language(self.messages.language().tag()).to_owned());
        of_author.unwrap_or_else(|| where_to_look(self.messages, Skill::of(self.lesson, &page.step)))
    }

    /// The value to go on with after a right answer, where that has other digits than what was typed.
    #[must_use]
    pub fn go_on_with(&self, reply: &Reply, result: &Shown) -> Option<String> {
        let (given, _) = reply.value()?;
        let is_same = given.compare(&result.written.digits).is_eq();
        let value = self.lesson.words(self.messages).shown(result);
        (!is_same).then(|| self.say("practice-go-on-with", &[("value", value.into())]))
    }

    fn verdict(&self, mark: Mark) -> String {
        let id = match mark {
            Mark::Right => "practice-right",
            Mark::Cut => "practice-cut",
            Mark::Rounded => "practice-rounded",
            Mark::Almost => "practice-almost",
            Mark::Follows => "practice-follows",
            Mark::Convention => "practice-convention",
            Mark::Mistake | Mark::Wrong | Mark::Missing | Mark::Unreadable | Mark::TooFewDigits => "practice-wrong",
            Mark::Undecided => "practice-undecided",
        };
        self.say(id, &[])
    }

    /// How far a number is from the result.
    fn gap(&self, gap: &Gap) -> String {
        let difference = ("difference", with_sign(&gap.difference).into());
        match &gap.percent {
            Some(percent) => self.say("practice-gap", &[difference, ("percent", with_sign(percent).into())]),
            None => self.say("practice-gap-of-zero", &[difference]),
        }
    }

    /// What is said where a question was settled without an answer.
    #[must_use]
    pub fn outcome_sentence(&self, outcome: Outcome) -> String {
        match outcome {
            Outcome::Skipped => self.say("practice-skipped", &[]),
            _ => self.say("practice-peeked", &[]),
        }
    }
}

fn off_id(off: Off) -> &'static str {
    match off {
        Off::Sign => "practice-off-sign",
        Off::MuchTooLarge => "practice-off-much-too-large",
        Off::MuchTooSmall => "practice-off-much-too-small",
        Off::TooLarge => "practice-off-too-large",
        Off::TooSmall => "practice-off-too-small",
        Off::Little => "practice-off-little",
    }
}

/// The formula with numbers on one line, after its sign; what is asked for stands there as a question mark.
#[must_use]
pub fn with_numbers(lesson: &Lesson, page: &Page, question: &Question, style: LineStyle) -> Option<(Relation, String)> {
    let line = page.work.as_ref()?.lines.first()?;
    let otherwise = |name: &Name| Label::Text(lesson.written(name));
    let label = |name: &Name| match &question.kind {
        QuestionKind::Factor(factor) if factor == name => Label::Text(MISSING.to_owned()),
        _ => line.filled.label(name, &otherwise),
    };
    Some((line.relation, line.filled.formula.text(style, &label)))
}

impl Question {
    /// A formula in which the factor that is asked for is a question mark.
    #[must_use]
    pub fn hidden_in(&self, formula: &Formula) -> Formula {
        match &self.kind {
            QuestionKind::Result => formula.clone(),
            QuestionKind::Factor(factor) => {
                formula.substituted(&|name| (name == factor).then(|| Formula::name(MISSING)))
            }
        }
    }
}

fn with_sign(written: &Written) -> String {
    written.to_string().replace('-', "−")
}
