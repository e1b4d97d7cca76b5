//! `handgrad train`: a training without its steps, and what it comes to.

use std::io::{self, BufWriter, Write};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;

use super::arguments::{Train, TrainFormat};
use super::failure::Failure;
use super::print::lesson_failure;
use crate::export::{self, Named, Outcome};
use crate::lesson::Lesson;
use crate::messages::Messages;

/// The form of the data; a contract, as that of `trace` is.
#[derive(Serialize)]
struct Record<'a> {
    epochs: u64,
    /// Why it ended before the last epoch that was asked for.
    ended: Option<&'a str>,
    losses: &'a [Named],
    parameters: &'a [Named],
    outputs: &'a [Named],
    /// Whether something was taken for granted on the way.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    assumes: bool,
}

/// Trains, and prints the result; how far it is stands on standard error meanwhile.
pub(super) fn train(mut lesson: Lesson, train: &Train, messages: &Messages) -> Result<(), Failure> {
    if lesson.program().trained.is_empty() {
        return Err(Failure::Refused(2, messages.text("train-nothing", &[("scenario", (&train.scenario).into())])));
    }
    let asked = train.epochs.unwrap_or(lesson.epochs());
    let bar = progress(asked);
    let done = export::train(&mut lesson, asked, |epochs| bar.set_position(epochs));
    bar.finish_and_clear();
    let outcome = done.map_err(|fault| lesson_failure(fault, &lesson, messages))?;
    let ended = outcome.ended.as_ref().map(|halt| lesson.words(messages).halt(halt));
    let mut output = BufWriter::new(io::stdout().lock());
    match train.format {
        TrainFormat::Text => write_text(&mut output, &lesson, &outcome, messages)?,
        TrainFormat::Json => {
            let Outcome { epochs, losses, parameters, outputs, assumes, .. } = &outcome;
            let ended = ended.as_deref();
            let record = Record { epochs: *epochs, ended, losses, parameters, outputs, assumes: *assumes };
            serde_json::to_writer(&mut output, &record).map_err(io::Error::from)?;
            writeln!(output)?;
        }
        TrainFormat::Csv => write_rows(&mut output, &outcome).map_err(Failure::Output)?,
    }
    output.flush()?;
    ended.map_or(Ok(()), |sentence| Err(Failure::Ended(sentence)))
}

fn write_text(output: &mut impl Write, lesson: &Lesson, outcome: &Outcome, messages: &Messages) -> io::Result<()> {
    let title = lesson.scenario().title.in_language(messages.language().tag());
    let values = [("title", title.into()), ("epochs", outcome.epochs.into())];
    writeln!(output, "{}", messages.text("train-title", &values))?;
    let parts = [
        (messages.text("train-losses", &[]), &outcome.losses),
        (messages.text("train-parameters", &[]), &outcome.parameters),
        (messages.text("train-outputs", &[]), &outcome.outputs),
    ];
    let all = parts.iter().flat_map(|(_, part)| part.iter());
    let widest = all.map(|named| named.name.len()).max().unwrap_or_default();
    for (heading, part) in parts.iter().filter(|(_, part)| !part.is_empty()) {
        writeln!(output, "\n{heading}")?;
        for Named { name, value } in *part {
            writeln!(output, "    {name:widest$} = {value}")?;
        }
    }
    if outcome.assumes {
        writeln!(output, "\n{}", messages.text("train-assumes", &[]))?;
    }
    Ok(())
}

fn write_rows(output: &mut impl Write, outcome: &Outcome) -> anyhow::Result<()> {
    let mut rows = csv::Writer::from_writer(output);
    rows.write_record(["name", "value"])?;
    for Named { name, value } in outcome.losses.iter().chain(&outcome.parameters).chain(&outcome.outputs) {
        rows.write_record([name, value])?;
    }
    Ok(rows.flush()?)
}

/// A bar on standard error, where that is a terminal.
fn progress(epochs: u64) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(epochs), ProgressDrawTarget::stderr());
    match ProgressStyle::with_template("{bar:40} {pos}/{len}") {
        Ok(style) => bar.with_style(style.progress_chars("=> ")),
        Err(_) => bar,
    }
}
