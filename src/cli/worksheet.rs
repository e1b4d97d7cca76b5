//! `handgrad worksheet`: sheets to hand out, on standard output or as files in a folder that the user names.

pub(super) mod arguments;

use std::io::{self, Write as _};
use std::path::Path;

use anyhow::Context as _;

use super::arguments::Common;
use super::failure::Failure;
use super::print::lesson_failure;
use crate::export::worksheet::{Detail, asked, csv, html, latex, markdown};
use crate::export::{ExportFault, Selection};
use crate::lesson::Lesson;
use crate::messages::Messages;
use crate::number::Digits;
use crate::practice::worksheet::Worksheet;
use crate::scenario::{Loaded, Origin, Scenario};
use crate::store::{plain_name, write_new};
use arguments::{Format, Worksheets};

/// Writes the sheets that are asked for.
pub(super) fn worksheet(
    loaded: &Loaded,
    asked: &Worksheets,
    common: &Common,
    messages: &Messages,
) -> Result<(), Failure> {
    let refused = |code: u8, id: &str| Failure::Refused(code, messages.text(id, &[]));
    let detail = asked.detail();
    if asked.format == Format::Csv && detail == Detail::Solved {
        return Err(refused(2, "worksheet-csv-solved"));
    }
    let seeds = seeds(asked);
    if asked.format == Format::Csv && seeds.len() > 1 && asked.out.is_none() {
        return Err(refused(2, "worksheet-csv-count"));
    }
    let mut failed = None;
    let mut sheets = Vec::with_capacity(seeds.len());
    for seed in seeds {
        let sheet = sheet(&loaded.scenario, seed, asked, common, messages, &mut failed)?;
        if sheet.questions().next().is_none() {
            return Err(refused(2, "worksheet-nothing"));
        }
        sheets.push(sheet);
    }
    if let Some(folder) = &asked.out {
        write_each(&sheets, folder, &stem(&loaded.origin), asked, messages)?;
    } else {
        let mut output = io::stdout().lock();
        output.write_all(text(&sheets, asked.format, detail, messages)?.as_bytes())?;
        output.flush()?;
    }
    failed.map_or(Ok(()), Err)
}

/// The seeds of the sheets; a single one may have the author's own numbers.
fn seeds(asked: &Worksheets) -> Vec<Option<u64>> {
    match (asked.seed.seed, asked.count) {
        (None, 1) => vec![None],
        (seed, count) => (0..count).map(|more| Some(seed.unwrap_or(1).wrapping_add(more))).collect(),
    }
}

/// One sheet; a step that cannot be computed stands on it, and is told when all are written.
fn sheet(
    scenario: &Scenario,
    seed: Option<u64>,
    asked_for: &Worksheets,
    common: &Common,
    messages: &Messages,
    failed: &mut Option<Failure>,
) -> Result<Worksheet, Failure> {
    let scenario = seed.map_or_else(|| scenario.clone(), |seed| scenario.varied(seed));
    let mut scenario = scenario;
    if let Some(decimals) = common.decimals {
        scenario.practice.digits = Some(Digits::Decimals(decimals));
    }
    let mut lesson = Lesson::new(scenario, common.decimals);
    let selection = Selection {
        epochs: asked_for.which.epochs,
        steps: asked_for.steps,
        phase: asked_for.phase.map(Into::into),
        only: asked_for.which.only.clone(),
    };
    let positions = asked(&lesson, &selection).map_err(|fault| lesson_failure(fault, &lesson, messages))?;
    let made = Worksheet::new(&mut lesson, &positions, seed, messages);
    let sheet = made.map_err(|halt| lesson_failure(ExportFault::Halt(halt), &lesson, messages))?;
    let trouble = sheet.questions().find_map(|question| Some((&question.name, question.answer.as_ref().err()?)));
    if let Some((name, trouble)) = trouble.filter(|_| failed.is_none()) {
        let values = [("name", name.into()), ("fault", trouble.into())];
        let sentence = messages.text("command-step-failed", &values);
        *failed = Some(Failure::Refused(4, messages.text("command-error", &[("error", sentence.into())])));
    }
    Ok(sheet)
}

fn text(sheets: &[Worksheet], format: Format, detail: Detail, messages: &Messages) -> Result<String, Failure> {
    Ok(match format {
        Format::Md => markdown(sheets, detail, messages),
        Format::Tex => latex(sheets, detail, messages),
        Format::Html => html(sheets, detail, messages),
        Format::Csv => {
            sheets.iter().map(|sheet| csv(sheet, detail, messages)).collect::<io::Result<Vec<_>>>()?.concat()
        }
    })
}

/// Writes each sheet into a file of its own, in a folder that is there.
fn write_each(
    sheets: &[Worksheet],
    folder: &Path,
    stem: &str,
    asked: &Worksheets,
    messages: &Messages,
) -> Result<(), Failure> {
    let kind = match asked.detail() {
        Detail::Blank => "",
        Detail::Key => "-key",
        Detail::Solved => "-solved",
    };
    let mut output = io::stdout().lock();
    for sheet in sheets {
        let seed = sheet.seed.map_or_else(String::new, |seed| format!("-{seed}"));
        let file = format!("{stem}{seed}{kind}.{}", asked.format.ending());
        let shown = folder.join(&file).display().to_string();
        let text = text(std::slice::from_ref(sheet), asked.format, asked.detail(), messages)?;
        match write_new(folder, &file, &text, asked.force) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                let sentence = messages.text("worksheet-exists", &[("file", shown.into())]);
                return Err(Failure::Refused(4, sentence));
            }
            written => written.with_context(|| shown.clone()).map_err(Failure::Output)?,
        }
        writeln!(output, "{}", messages.text("worksheet-written", &[("file", shown.into())]))?;
    }
    Ok(())
}

/// What the files of a scenario begin with.
pub(super) fn stem(origin: &Origin) -> String {
    let name = match origin {
        Origin::BuiltIn(name) => Some((*name).to_owned()),
        Origin::File(path) => path.file_name().and_then(|name| plain_name(name.to_str()?)).map(str::to_owned),
        Origin::StandardInput => None,
    };
    name.unwrap_or_else(|| "worksheet".to_owned())
}
