//! Practice at a prompt: lines of text that stay, answers typed or piped.

use std::io::{BufRead, Write};

use crate::cli::arguments::Common;
use crate::cli::failure::Failure;
use crate::cli::plain::{Reader, line_at};
use crate::formula::{Formula, Label, LineStyle, Name, symbols};
use crate::judge::Marker;
use crate::lesson::{Lesson, Position, Relation};
use crate::messages::Messages;
use crate::practice::{
    Ask, Entry, Event, Outcome, Progress, QuestionKind, ReviewLine, Rung, Sentences, Session, Standing, mark,
    with_numbers,
};

/// What somebody types at the prompt.
enum Typed {
    Hint,
    Reveal,
    Skip,
    Quit,
    GoOn,
    Answer(String),
}

impl Typed {
    fn of(line: &str) -> Self {
        match line.trim() {
            "" => Self::GoOn,
            "?" | "？" => Self::Hint,
            "!" | "！" => Self::Reveal,
            ">" => Self::Skip,
            ":q" => Self::Quit,
            text => Self::Answer(text.to_owned()),
        }
    }
}

/// Whether the round goes on.
#[derive(PartialEq, Eq)]
enum Then {
    GoOn,
    Leave,
}

/// Asks the questions of a round, with the steps around them, until the last is settled or the input ends.
pub(super) fn ask(
    lesson: Lesson,
    (ask, before): (Ask, &Progress),
    (common, messages): (&Common, &Messages),
    keep: &mut dyn FnMut(&Event),
    input: &mut impl BufRead,
    output: &mut impl Write,
) -> Result<(), Failure> {
    let round = if ask == Ask::Fading { before.round.max(1) } else { 1 };
    let session = Session::new(&lesson, ask, round, Position::start_of(1));
    let reader = Reader::new(lesson, common, messages);
    let mut asking = Asking { reader, session, marker: Marker::default(), messages, keep };
    asking.keep();
    asking.reader.head(output)?;
    writeln!(output, "\n{}\n", messages.text("practice-prompt-help", &[]))?;
    asking.all(input, output)?;
    asking.review(output)
}

struct Asking<'a> {
    reader: Reader<'a>,
    session: Session,
    marker: Marker,
    messages: &'a Messages,
    keep: &'a mut dyn FnMut(&Event),
}

impl Asking<'_> {
    /// Keeps what has happened, before anything is printed: the output may be a pipe that is closed.
    fn keep(&mut self) {
        for event in self.session.take_events() {
            (self.keep)(&event);
        }
    }

    /// Every step up to the last question.
    fn all(&mut self, input: &mut impl BufRead, output: &mut impl Write) -> Result<(), Failure> {
        loop {
            let position = self.reader.position;
            if self.session.waits_at(position) && !Session::can_be_asked(&mut self.reader.lesson, position) {
                self.session.leave_out(position);
            }
            while self.session.waits_at(position) {
                let Some(place) = self.session.place_at(position) else { break };
                if self.question(place, input, output)? == Then::Leave {
                    return Ok(());
                }
            }
            if self.session.result_at(position).is_none() {
                self.reader.show(output)?;
            }
            if self.session.is_done_at(position) {
                return Ok(());
            }
            let Some(next) = self.reader.lesson.next(position) else { return Ok(()) };
            self.reader.position = next;
        }
    }

    fn say(&self, text: &str, output: &mut impl Write) -> Result<(), Failure> {
        Ok(writeln!(output, "    {}", self.reader.plain(text.to_owned()))?)
    }

    fn say_message(&self, id: &str, output: &mut impl Write) -> Result<(), Failure> {
        self.say(&self.messages.text(id, &[]), output)
    }

    /// Asks one question until it is settled, and lets the answer be changed while it is wrong.
    fn question(&mut self, place: usize, input: &mut impl BufRead, output: &mut impl Write) -> Result<Then, Failure> {
        self.pose(place, output)?;
        loop {
            let Some(line) = line_at("practice-prompt", self.messages, input, output)? else {
                writeln!(output)?;
                return Ok(Then::Leave);
            };
            let is_open = self.session.entry(place).is_some_and(Entry::is_open);
            match Typed::of(&line) {
                Typed::Quit => return Ok(Then::Leave),
                Typed::GoOn | Typed::Skip | Typed::Reveal if !is_open => return Ok(Then::GoOn),
                Typed::GoOn => writeln!(output, "{}", self.messages.text("practice-prompt-help", &[]))?,
                Typed::Hint => self.hint(place, output)?,
                Typed::Reveal => return self.settle(place, Outcome::Peeked, output),
                Typed::Skip => return self.settle(place, Outcome::Skipped, output),
                Typed::Answer(text) => {
                    if self.answer(place, &text, output)? == Standing::Right {
                        return Ok(Then::GoOn);
                    }
                }
            }
        }
    }

    /// Prints what is asked, and what is accepted.
    fn pose(&mut self, place: usize, output: &mut impl Write) -> Result<(), Failure> {
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
        self.say(&Sentences::new(lesson, self.messages).tolerance(&question), output)
    }

    fn hint(&mut self, place: usize, output: &mut impl Write) -> Result<(), Failure> {
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

    fn missing(&self, factor: &Name) -> String {
        let factor = self.reader.lesson.written(factor);
        self.messages.text("practice-missing", &[("factor", factor.into())])
    }

    /// Shows the answer, or passes the question over.
    fn settle(&mut self, place: usize, outcome: Outcome, output: &mut impl Write) -> Result<Then, Failure> {
        if outcome == Outcome::Skipped {
            self.session.skip(&self.reader.lesson, place);
        } else {
            self.session.peek(&self.reader.lesson, place);
        }
        self.keep();
        let Some(entry) = self.session.entry(place) else { return Ok(Then::GoOn) };
        let kind = entry.question.kind.clone();
        self.say(&Sentences::new(&self.reader.lesson, self.messages).outcome_sentence(outcome), output)?;
        match kind {
            QuestionKind::Factor(factor) => self.say(&self.missing(&factor), output)?,
            QuestionKind::Result => self.reader.show(output)?,
        }
        Ok(Then::GoOn)
    }

    /// Marks an answer, and shows the step where that settles it; says how the question stands.
    fn answer(&mut self, place: usize, text: &str, output: &mut impl Write) -> Result<Standing, Failure> {
        let lesson = &mut self.reader.lesson;
        let Some(reply) = mark(lesson, &mut self.marker, &mut self.session, place, text) else {
            self.say_message("practice-undecided", output)?;
            return Ok(Standing::Open);
        };
        self.keep();
        let Some(entry) = self.session.entry(place) else { return Ok(Standing::Right) };
        let (question, standing) = (entry.question.clone(), entry.record.standing);
        let page = self.reader.lesson.page(question.position);
        let shown = page.ok().flatten().and_then(|page| page.result.ok());
        for line in Sentences::new(&self.reader.lesson, self.messages).reply(&reply, shown.as_ref()) {
            self.say(&line, output)?;
        }
        if reply.is_answer() && question.kind == QuestionKind::Result {
            self.reader.show(output)?;
        }
        if standing == Standing::Wrong {
            self.say_message("practice-prompt-change", output)?;
        }
        Ok(standing)
    }

    fn review(&self, output: &mut impl Write) -> Result<(), Failure> {
        writeln!(output)?;
        for line in Sentences::new(&self.reader.lesson, self.messages).review(&self.session) {
            let text = match line {
                ReviewLine::Heading(text) | ReviewLine::Text(text) => text,
                ReviewLine::Question(_, text) => format!("    {text}"),
            };
            writeln!(output, "{}", self.reader.plain(text))?;
        }
        Ok(())
    }
}

/// A formula as it is typed.
fn written(lesson: &Lesson, formula: &Formula) -> String {
    formula.text(LineStyle::airy(&symbols::TYPED), &|name| Label::Text(lesson.written(name)))
}
