//! The lesson at a prompt: one step after the other as lines of text that stay, for screen readers.

use std::io::{self, BufRead, Write};

use super::arguments::Common;
use super::failure::Failure;
use super::print::style;
use crate::export::{ExportFault, Linear, Range, Selection, linear_steps};
use crate::formula::Name;
use crate::lesson::{Found, Lesson, Position};
use crate::messages::Messages;

/// What a reader may ask for at the prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Asked {
    Next,
    Back,
    Help,
    Quit,
    Step(String),
}

impl Asked {
    fn of(line: &str) -> Self {
        match line.trim() {
            "" | "n" => Self::Next,
            "p" => Self::Back,
            "?" => Self::Help,
            "q" => Self::Quit,
            name => Self::Step(name.trim_start_matches(['/', ':']).trim().to_owned()),
        }
    }
}

/// Where a reader is.
pub(super) struct Reader<'a> {
    pub(super) lesson: Lesson,
    run: Option<Name>,
    pub(super) position: Position,
    linear: Linear<'a>,
    messages: &'a Messages,
}

/// Shows the lesson step by step until the reader leaves, or the input ends.
pub(super) fn step_through(
    lesson: Lesson,
    common: &Common,
    messages: &Messages,
    input: &mut impl BufRead,
    output: &mut impl Write,
) -> Result<(), Failure> {
    let mut reader = Reader::new(lesson, common, messages);
    reader.head(output)?;
    reader.show(output)?;
    loop {
        let Some(line) = line_at("command-prompt", messages, input, output)? else {
            return Ok(writeln!(output)?);
        };
        match Asked::of(&line) {
            Asked::Quit => return Ok(output.flush()?),
            Asked::Help => writeln!(output, "{}", messages.text("command-prompt-help", &[]))?,
            Asked::Next => reader.walk(true, output)?,
            Asked::Back => reader.walk(false, output)?,
            Asked::Step(name) => reader.go_to(&name, output)?,
        }
    }
}

/// A longer line is no name.
const LONGEST_LINE: u64 = 4_096;

/// Asks for a line; none where the input has ended.
pub(super) fn line_at(
    prompt: &str,
    messages: &Messages,
    input: &mut impl BufRead,
    output: &mut impl Write,
) -> Result<Option<String>, Failure> {
    write!(output, "\n{} ", messages.text(prompt, &[]))?;
    output.flush()?;
    let mut line = Vec::new();
    let read = io::Read::take(input, LONGEST_LINE).read_until(b'\n', &mut line)?;
    Ok((read > 0).then(|| String::from_utf8_lossy(&line).into_owned()))
}

impl<'a> Reader<'a> {
    /// At the first step of a lesson.
    pub(super) fn new(lesson: Lesson, common: &Common, messages: &'a Messages) -> Self {
        let linear = Linear::new(messages, style(common));
        Self { lesson, run: None, position: Position::start_of(1), linear, messages }
    }

    /// Prints what stands above the steps.
    pub(super) fn head(&mut self, output: &mut impl Write) -> Result<(), Failure> {
        match self.linear.head(&mut self.lesson, 1) {
            Ok(head) => Ok(write!(output, "{head}")?),
            Err(fault) => Ok(writeln!(output, "{}", self.trouble(&fault))?),
        }
    }

    /// A text in the signs of the terminal.
    pub(super) fn plain(&self, text: String) -> String {
        self.linear.plain(text)
    }

    fn here(&mut self) -> &mut Lesson {
        self.lesson.of_run_mut(self.run.as_ref())
    }

    fn trouble(&self, fault: &ExportFault) -> String {
        let words = self.lesson.words(self.messages);
        match fault {
            ExportFault::Halt(halt) => words.halt(halt),
            ExportFault::Find(fault) => words.find_fault(fault),
            ExportFault::Failed { fault, .. } => words.fault(*fault),
        }
    }

    /// Prints the step at which the reader is.
    pub(super) fn show(&mut self, output: &mut impl Write) -> Result<(), Failure> {
        let Position { epoch, number } = self.position;
        let only = |at| Range { first: at, last: at };
        let selection = Selection { epochs: only(epoch), steps: Some(only(number)), ..Selection::first_epoch() };
        let lesson = self.lesson.of_run_mut(self.run.as_ref());
        let shown = linear_steps(lesson, &selection, &self.linear, |text| {
            output.write_all(text.as_bytes()).map_err(Stop::Output)
        });
        match shown {
            // The page itself says what keeps a step from being computed.
            Ok(()) | Err(Stop::Lesson(ExportFault::Failed { .. })) => Ok(()),
            Err(Stop::Output(error)) => Err(error.into()),
            Err(Stop::Lesson(fault)) => Ok(writeln!(output, "{}", self.trouble(&fault))?),
        }
    }

    /// Goes one step on or back.
    fn walk(&mut self, forwards: bool, output: &mut impl Write) -> Result<(), Failure> {
        let position = self.position;
        let lesson = self.here();
        let to = if forwards { lesson.next(position) } else { lesson.previous(position) };
        let Some(to) = to else {
            let id = if forwards { "screen-end" } else { "screen-start" };
            return Ok(writeln!(output, "{}", self.messages.text(id, &[]))?);
        };
        self.position = to;
        self.show(output)
    }

    /// Goes to a step by its number or name.
    fn go_to(&mut self, text: &str, output: &mut impl Write) -> Result<(), Failure> {
        let found = self.lesson.split_run(text).and_then(|(run, plain)| {
            let run = run.or_else(|| self.run.clone());
            let found = self.lesson.of_run(run.as_ref()).find_within_reach(&plain, self.position)?;
            Ok((run, found, plain))
        });
        match found {
            Err(fault) => writeln!(output, "{}", self.trouble(&ExportFault::Find(fault)))?,
            Ok((run, Found::Step(position), _)) => {
                (self.run, self.position) = (run, position);
                return self.show(output);
            }
            Ok((run, Found::Given(moment), plain)) => {
                let name = plain.split(['#', '@']).next().unwrap_or_default().trim().to_owned();
                let value = self.lesson.of_run_mut(run.as_ref()).value(moment, &name);
                let text = match value {
                    Ok(Ok(shown)) => {
                        let values = [("name", name.as_str().into()), ("value", shown.written.to_string().into())];
                        self.messages.text("screen-given", &values)
                    }
                    Ok(Err(fault)) => self.lesson.words(self.messages).fault(fault),
                    Err(halt) => self.lesson.words(self.messages).halt(&halt),
                };
                writeln!(output, "{text}")?;
            }
        }
        Ok(())
    }
}

/// What keeps a step from being printed.
enum Stop {
    Lesson(ExportFault),
    Output(io::Error),
}

impl From<ExportFault> for Stop {
    fn from(fault: ExportFault) -> Self {
        Self::Lesson(fault)
    }
}
