//! Practice at a prompt: lines of text that stay, answers typed or piped.

mod telling;

use std::io::{BufRead, Write};

use crate::cli::arguments::Common;
use crate::cli::failure::Failure;
use crate::cli::plain::{Reader, line_at};
use crate::formula::{LineStyle, symbols};
use crate::judge::Marker;
use crate::lesson::Lesson;
use crate::messages::Messages;
use crate::practice::{
    Ask, Event, Outcome, Question, QuestionKind, ReviewLine, Sentences, Session, Standing, mark, result_of,
};

/// What somebody types at the prompt.
enum Typed {
    Hint,
    Reveal,
    Skip,
    Quit,
    More,
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
            "more" => Self::More,
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
    session: Session,
    (common, messages): (&Common, &Messages),
    keep: &mut dyn FnMut(&Event),
    input: &mut impl BufRead,
    output: &mut impl Write,
) -> Result<(), Failure> {
    let reader = Reader::new(lesson, common, messages);
    let mut asking = Asking { reader, session, marker: Marker::default(), messages, keep };
    asking.keep();
    asking.reader.head(output)?;
    writeln!(output, "\n{}", messages.text("practice-prompt-help", &[]))?;
    asking.plan(output)?;
    writeln!(output)?;
    if asking.session.ask == Ask::Review {
        _ = asking.just_questions(input, output)?;
    } else {
        asking.all(input, output)?;
    }
    asking.review(output)
}

/// Asks one question without the steps around it; false where the learner wants to end.
pub(in crate::cli) fn ask_one(
    lesson: Lesson,
    question: Question,
    (common, messages): (&Common, &Messages),
    keep: &mut dyn FnMut(&Event),
    input: &mut impl BufRead,
    output: &mut impl Write,
) -> Result<(bool, Option<Outcome>), Failure> {
    let session = Session::of(vec![question]);
    let reader = Reader::new(lesson, common, messages);
    let mut asking = Asking { reader, session, marker: Marker::default(), messages, keep };
    let then = asking.just_questions(input, output)?;
    let outcome = asking.session.entries().first().map(|entry| entry.record.outcome());
    Ok((then == Then::GoOn, outcome.filter(|outcome| *outcome != Outcome::Open)))
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

    /// The questions alone.
    fn just_questions(&mut self, input: &mut impl BufRead, output: &mut impl Write) -> Result<Then, Failure> {
        while let Some(position) = self.session.frontier() {
            if !Session::can_be_asked(&mut self.reader.lesson, position) {
                self.session.leave_out(position);
                continue;
            }
            self.reader.position = position;
            let Some(place) = self.session.place_at(position) else { break };
            if self.question(place, input, output)? == Then::Leave {
                return Ok(Then::Leave);
            }
        }
        Ok(Then::GoOn)
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
                if !self.session.is_asked_at(position) && self.session.frontier().is_some() {
                    self.say_message("practice-read-on", output)?;
                }
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

    /// Asks one question until it is settled.
    fn question(&mut self, place: usize, input: &mut impl BufRead, output: &mut impl Write) -> Result<Then, Failure> {
        self.pose(place, output)?;
        loop {
            let Some(line) = line_at("practice-prompt", self.messages, input, output)? else {
                writeln!(output)?;
                return Ok(Then::Leave);
            };
            match Typed::of(&line) {
                Typed::Quit => return Ok(Then::Leave),
                Typed::GoOn => writeln!(output, "{}", self.messages.text("practice-prompt-help", &[]))?,
                Typed::Hint => self.hint(place, output)?,
                Typed::Reveal => return self.settle(place, Outcome::Peeked, output),
                Typed::Skip => return self.settle(place, Outcome::Skipped, output),
                Typed::More => self.operands(place, true, output)?,
                Typed::Answer(text) => {
                    if self.answer(place, &text, output)? != Standing::Open {
                        return Ok(Then::GoOn);
                    }
                }
            }
        }
    }

    /// Shows the answer, or passes the question over.
    fn settle(&mut self, place: usize, outcome: Outcome, output: &mut impl Write) -> Result<Then, Failure> {
        if outcome == Outcome::Skipped {
            self.session.skip(&mut self.reader.lesson, place);
        } else {
            self.session.peek(&mut self.reader.lesson, place);
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
        let entry = entry.clone();
        let shown = result_of(&mut self.reader.lesson, &question);
        let page = self.reader.lesson.page(question.position).ok().flatten();
        let sentences = Sentences::new(&self.reader.lesson, self.messages);
        let mut lines = match (standing, &page) {
            (Standing::Open, Some(page)) if reply.is_answer() => {
                let again = sentences.try_again(&entry, page, LineStyle::airy(&symbols::TYPED));
                again.into_iter().chain([sentences.next_try(&entry)]).collect()
            }
            _ => sentences.reply(&reply, shown.as_ref()),
        };
        if standing == Standing::Right {
            lines.extend(shown.as_ref().and_then(|shown| sentences.go_on_with(&reply, shown)));
        }
        if standing == Standing::Wrong
            && let QuestionKind::Factor(factor) = &question.kind
        {
            lines.push(self.missing(factor));
        }
        for line in lines {
            self.say(&line, output)?;
        }
        if standing != Standing::Open && question.kind == QuestionKind::Result {
            self.reader.show(output)?;
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
