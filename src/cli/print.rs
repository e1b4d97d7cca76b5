//! The commands that print: `show`, `trace`, `schema`.

use std::io::{self, BufWriter, Write};

use super::arguments::{Common, Show, Trace, TraceFormat, Which};
use super::failure::Failure;
use crate::export::{ExportFault, Linear, Range, Record, Selection, Style, linear_steps, records, table};
use crate::lesson::{FindFault, Lesson};
use crate::messages::Messages;
use crate::run::{Halt, Reason};
use crate::scenario;

/// What stops an export: the lesson, or the stream that it goes to.
enum Stop {
    Lesson(ExportFault),
    /// Training stopped as it was told to, after something had been printed.
    Ended(Halt),
    Output(anyhow::Error),
}

impl From<ExportFault> for Stop {
    fn from(fault: ExportFault) -> Self {
        Self::Lesson(fault)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error.into())
    }
}

impl From<csv::Error> for Stop {
    fn from(error: csv::Error) -> Self {
        match error.into_kind() {
            csv::ErrorKind::Io(error) => error.into(),
            other => Self::Output(anyhow::anyhow!("{other:?}")),
        }
    }
}

impl Stop {
    /// The same, told apart from an end of training that is a part of the lesson.
    fn after(self, something: bool) -> Self {
        match self {
            Self::Lesson(ExportFault::Halt(halt)) if something && matches!(halt.reason, Reason::Reached { .. }) => {
                Self::Ended(halt)
            }
            other => other,
        }
    }

    fn in_words(self, lesson: &Lesson, messages: &Messages) -> Failure {
        match self {
            Self::Output(error) => Failure::Output(error),
            Self::Ended(halt) => Failure::Ended(lesson.words(messages).halt(&halt)),
            Self::Lesson(fault) => lesson_failure(fault, lesson, messages),
        }
    }
}

/// Says why a lesson cannot be exported.
pub(super) fn lesson_failure(fault: ExportFault, lesson: &Lesson, messages: &Messages) -> Failure {
    let words = lesson.words(messages);
    let sentence = match &fault {
        ExportFault::Halt(halt) => words.halt(halt),
        ExportFault::Find(fault) => words.find_fault(fault),
        ExportFault::Failed { name, fault } => {
            let values = [("name", name.as_str().into()), ("fault", words.fault(*fault).into())];
            messages.text("command-step-failed", &values)
        }
    };
    Failure::Lesson(fault, sentence)
}

pub(super) fn style(common: &Common) -> Style {
    if common.ascii { Style::Ascii } else { Style::Unicode }
}

/// Returns what is asked for, without epochs that are beyond reach; where some are left out, the last that is computed is
/// said first.
fn selection(which: &Which, lesson: &Lesson, messages: &Messages) -> Result<Selection, Failure> {
    let asked = Selection { epochs: which.epochs, only: which.only.clone(), ..Selection::first_epoch() };
    let largest = lesson.latest_epoch();
    let number = asked.latest_needed();
    if number > largest {
        let fault = ExportFault::Find(FindFault::NoSuchNumber { number, largest });
        return Err(lesson_failure(fault, lesson, messages));
    }
    if asked.epochs.last > largest {
        eprintln!("{}", messages.text("command-last-epoch", &[("epoch", largest.into())]));
    }
    Ok(Selection { epochs: Range { last: asked.epochs.last.min(largest), ..asked.epochs }, ..asked })
}

/// `handgrad show`
pub(super) fn show(mut lesson: Lesson, show: &Show, common: &Common, messages: &Messages) -> Result<(), Failure> {
    let selection = selection(&show.which, &lesson, messages)?;
    let selection = Selection { steps: show.steps, phase: show.phase.map(Into::into), ..selection };
    let whole = selection.steps.is_none() && selection.phase.is_none() && selection.only.is_empty();
    write_lesson(&mut lesson, &selection, whole, style(common), messages)
        .map_err(|stop| stop.in_words(&lesson, messages))
}

/// The lesson where there is no terminal to step through it.
pub(super) fn whole(mut lesson: Lesson, common: &Common, messages: &Messages) -> Result<(), Failure> {
    let selection = Selection::first_epoch();
    write_lesson(&mut lesson, &selection, true, style(common), messages)
        .map_err(|stop| stop.in_words(&lesson, messages))
}

fn write_lesson(
    lesson: &mut Lesson,
    selection: &Selection,
    whole: bool,
    style: Style,
    messages: &Messages,
) -> Result<(), Stop> {
    let mut output = BufWriter::new(io::stdout().lock());
    let linear = Linear::new(messages, style);
    if whole {
        write!(output, "{}", linear.head(lesson, selection.epochs.first)?)?;
    }
    let mut something = false;
    let done = linear_steps(lesson, selection, &linear, |text| {
        something = true;
        output.write_all(text.as_bytes()).map_err(Stop::from)
    });
    let done = done.map_err(|stop| stop.after(something));
    if whole && matches!(done, Ok(()) | Err(Stop::Ended(_))) {
        write!(output, "{}", table(lesson, &linear))?;
    }
    done?;
    if whole && selection.epochs.last < lesson.epochs() {
        let values = [("epoch", selection.epochs.last.into()), ("epochs", lesson.epochs().into())];
        writeln!(output, "\n{}", messages.text("command-more-epochs", &values))?;
    }
    Ok(output.flush()?)
}

/// `handgrad trace`
pub(super) fn trace(mut lesson: Lesson, trace: &Trace, messages: &Messages) -> Result<(), Failure> {
    let selection = selection(&trace.which, &lesson, messages)?;
    write_records(&mut lesson, &selection, trace.format).map_err(|stop| stop.in_words(&lesson, messages))
}

fn write_records(lesson: &mut Lesson, selection: &Selection, format: TraceFormat) -> Result<(), Stop> {
    let mut output = BufWriter::new(io::stdout().lock());
    let mut something = false;
    let done = match format {
        TraceFormat::Jsonl => records(lesson, selection, |record| {
            something = true;
            serde_json::to_writer(&mut output, &record).map_err(io::Error::from)?;
            Ok::<(), Stop>(writeln!(output)?)
        }),
        TraceFormat::Csv => {
            let mut rows = csv::Writer::from_writer(&mut output);
            let with_runs = !lesson.compared().is_empty();
            let run = |text: String| with_runs.then_some(text);
            rows.write_record(Record::COLUMNS.map(str::to_owned).into_iter().chain(run(Record::RUN.to_owned())))?;
            let done = records(lesson, selection, |record| {
                something = true;
                let of_run = run(record.run().to_owned());
                Ok::<(), Stop>(rows.write_record(record.cells().into_iter().chain(of_run))?)
            });
            rows.flush()?;
            done
        }
    };
    done.map_err(|stop| stop.after(something))?;
    Ok(output.flush()?)
}

/// `handgrad schema`
pub(super) fn schema() -> Result<(), Failure> {
    let mut output = BufWriter::new(io::stdout().lock());
    serde_json::to_writer_pretty(&mut output, &scenario::schema()).map_err(io::Error::from)?;
    writeln!(output)?;
    Ok(output.flush()?)
}
