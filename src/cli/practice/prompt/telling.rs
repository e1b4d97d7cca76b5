//! What is printed of a question: what it asks, what its formula reads, its hints.

use std::io::Write;

use super::Asking;
use crate::cli::failure::Failure;
use crate::formula::{Formula, Label, LineStyle, Name, symbols};
use crate::lesson::{Lesson, Relation};
use crate::practice::{Ask, OPERANDS_A_PAGE, QuestionKind, Rung, Sentences, operands, with_numbers};

impl Asking<'_> {
    /// Says what this sitting asks, where that is not plain.
    pub(super) fn plan(&self, output: &mut impl Write) -> Result<(), Failure> {
        let count = self.session.entries().len();
        let plan = match self.session.ask {
            Ask::Fading => {
                let values = [("round", self.session.round.into()), ("count", count.into())];
                self.messages.text("practice-fading", &values)
            }
            Ask::Review => self.messages.text("practice-review-due", &[("count", count.into())]),
            _ => return Ok(()),
        };
        Ok(writeln!(output, "{}", self.reader.plain(plan))?)
    }

    /// Prints what is asked, and what is accepted.
    pub(super) fn pose(&mut self, place: usize, output: &mut impl Write) -> Result<(), Failure> {
        let Some(entry) = self.session.entry(place) else { return Ok(()) };
        let question = entry.question.clone();
        let lesson = &self.reader.lesson;
        let Some(step) = lesson.step(question.position) else { return Ok(()) };
        let words = lesson.words(self.messages);
        let has_formula = self.session.has_formula(&question) || matches!(question.kind, QuestionKind::Factor(_));
        let formula = has_formula.then(|| written(lesson, &question.hidden_in(&step.formula)));
        let formula = format!("{} = {}", lesson.written(&step.name), formula.as_deref().unwrap_or("?"));
        let title = format!("{}. {} · {}", question.position.number, step.name, words.title(&step));
        writeln!(output, "{}", self.reader.plain(title))?;
        self.say(&words.question(&step), output)?;
        self.say(&formula, output)?;
        let tolerance = Sentences::new(lesson, self.messages).tolerance(&question);
        self.operands(place, false, output)?;
        self.say(&tolerance, output)
    }

    /// Prints what the formula reads: all of it, or no more than a page.
    pub(super) fn operands(&mut self, place: usize, all: bool, output: &mut impl Write) -> Result<(), Failure> {
        let Some(question) = self.session.entry(place).map(|entry| entry.question.clone()) else { return Ok(()) };
        let operands = operands(&mut self.reader.lesson, &question);
        let shown = if all { operands.len() } else { operands.len().min(OPERANDS_A_PAGE) };
        for operand in &operands[..shown] {
            let lesson = &self.reader.lesson;
            let value = operand.value.as_ref().map(|shown| lesson.words(self.messages).shown(shown));
            let sign = Relation::of(operand.value.as_ref().is_some_and(|shown| shown.written.exact)).sign();
            let line = format!("    {} {sign} {}", lesson.written(&operand.name), value.unwrap_or_default());
            self.say(&line, output)?;
        }
        let left = operands.len() - shown;
        if left > 0 {
            let more = self.messages.text("practice-operands-more", &[("count", left.into())]);
            self.say(&format!("    {more}"), output)?;
        }
        Ok(())
    }

    pub(super) fn hint(&mut self, place: usize, output: &mut impl Write) -> Result<(), Failure> {
        if !self.session.hint(&self.reader.lesson, place) {
            return self.say_message("practice-no-hint", output);
        }
        let Some(entry) = self.session.entry(place) else { return Ok(()) };
        let question = entry.question.clone();
        let Some(rung) = self.session.hints(&self.reader.lesson, entry).pop() else { return Ok(()) };
        let Ok(Some(page)) = self.reader.lesson.page(question.position) else { return Ok(()) };
        let lesson = &self.reader.lesson;
        let lead = lesson.written(&page.step.name);
        let text = match (rung, &question.kind) {
            (Rung::Author(text), _) => text.in_language(self.messages.language().tag()).to_owned(),
            (Rung::Symbols, _) => format!("{lead} = {}", written(lesson, &page.step.formula)),
            (Rung::Numbers, _) => {
                let style = LineStyle::airy(&symbols::TYPED);
                let line = with_numbers(lesson, &page, &question, style);
                line.map(|(relation, line)| format!("{lead} {} {line}", relation.sign())).unwrap_or_default()
            }
            (Rung::Answer, QuestionKind::Factor(factor)) => self.missing(factor),
            (Rung::Answer, QuestionKind::Result) => {
                let sign = |exact| Relation::of(exact).sign();
                let result = page.result.ok().map(|shown| shown.written);
                result.map(|result| format!("{lead} {} {result}", sign(result.exact))).unwrap_or_default()
            }
        };
        self.say(&text, output)
    }

    pub(super) fn missing(&self, factor: &Name) -> String {
        let factor = self.reader.lesson.written(factor);
        self.messages.text("practice-missing", &[("factor", factor.into())])
    }
}

/// A formula as it is typed.
fn written(lesson: &Lesson, formula: &Formula) -> String {
    formula.text(LineStyle::airy(&symbols::TYPED), &|name| Label::Text(lesson.written(name)))
}
