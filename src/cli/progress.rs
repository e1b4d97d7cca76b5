//! `handgrad progress`: what was done in practice, listed and, after asking, forgotten. And how it is kept.

use std::io::{self, BufRead, IsTerminal, Write};

use super::failure::Failure;
use super::load_from;
use super::practice::Progress as Arguments;
use crate::messages::Messages;
use crate::practice::{Outcome, Progress, StepProgress, mistake_words, tally_words};
use crate::sanitize::sanitize;
use crate::store::{Folders, Practised, PractisedMistake, PractisedStep, ProgressFile, digest};

/// What was kept of a scenario, as practice knows it; a word that is not known any more is left out.
pub(super) fn from_kept(practised: &Practised) -> Progress {
    let step = |kept: &PractisedStep| {
        let outcome = Outcome::from_word(&kept.outcome)?;
        Some(StepProgress { step: kept.step.clone(), outcome })
    };
    let mistakes = practised.mistakes.iter().map(|kept| (kept.mistake.clone(), kept.count));
    let steps = practised.steps.iter().filter_map(step).collect();
    Progress { round: practised.round, steps, mistakes: mistakes.collect() }
}

/// What is kept of a scenario.
pub(super) fn to_keep(scenario: String, title: &str, progress: &Progress) -> Practised {
    let step = |step: &StepProgress| PractisedStep { step: step.step.clone(), outcome: step.outcome.word().to_owned() };
    let mistake = |(mistake, count): &(String, u32)| PractisedMistake { mistake: mistake.clone(), count: *count };
    Practised {
        scenario,
        title: title.to_owned(),
        round: progress.round,
        steps: progress.steps.iter().map(step).collect(),
        mistakes: progress.mistakes.iter().map(mistake).collect(),
    }
}

/// `handgrad progress`
pub(super) fn progress(arguments: &Arguments, messages: &Messages) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let Some(folders) = Folders::of_user() else {
        return Ok(writeln!(out, "{}", messages.text("practice-progress-none", &[]))?);
    };
    let opened = ProgressFile::open(&folders.state)?;
    if let Some(path) = opened.set_aside {
        let file = sanitize(&path.to_string_lossy()).into_owned();
        writeln!(io::stderr(), "{}", messages.text("screen-set-aside", &[("file", file.into())]))?;
    }
    let mut file = opened.progress;
    if !arguments.reset {
        return list(&file, messages, &mut out);
    }
    let wanted = match &arguments.scenario {
        Some(name) => Some(digest(&load_from(name)?.source)),
        None => None,
    };
    let is_wanted = |practised: &Practised| wanted.as_ref().is_none_or(|wanted| *wanted == practised.scenario);
    let titles: Vec<String> =
        file.all().iter().filter(|one| is_wanted(one)).map(|one| sanitize(&one.title).into_owned()).collect();
    if titles.is_empty() {
        return Ok(writeln!(out, "{}", messages.text("practice-progress-none", &[]))?);
    }
    if !arguments.yes && !is_confirmed(&titles, messages, &mut out)? {
        return Ok(writeln!(out, "{}", messages.text("practice-progress-kept", &[]))?);
    }
    let count = file.forget(is_wanted)?;
    Ok(writeln!(out, "{}", messages.text("practice-progress-forgotten", &[("count", count.into())]))?)
}

/// Asks whether all that may go; without a terminal nobody can say so.
fn is_confirmed(titles: &[String], messages: &Messages, out: &mut impl Write) -> Result<bool, Failure> {
    for title in titles {
        writeln!(out, "{title}")?;
    }
    if !io::stdin().is_terminal() {
        writeln!(out, "{}", messages.text("practice-progress-needs-yes", &[]))?;
        return Ok(false);
    }
    write!(out, "{} ", messages.text("practice-progress-ask", &[("count", titles.len().into())]))?;
    out.flush()?;
    let mut line = Vec::new();
    io::Read::take(io::stdin().lock(), 64).read_until(b'\n', &mut line)?;
    let answer = String::from_utf8_lossy(&line).trim().to_lowercase();
    Ok(matches!(answer.as_str(), "y" | "yes" | "是"))
}

fn list(file: &ProgressFile, messages: &Messages, out: &mut impl Write) -> Result<(), Failure> {
    if file.all().is_empty() {
        return Ok(writeln!(out, "{}", messages.text("practice-progress-none", &[]))?);
    }
    for practised in file.all() {
        let progress = from_kept(practised);
        writeln!(out, "{}", sanitize(&practised.title))?;
        writeln!(out, "    {}", tally_words(messages, &progress.tally()))?;
        if progress.round > 0 {
            writeln!(out, "    {}", messages.text("practice-progress-round", &[("round", progress.round.into())]))?;
        }
        if let Some(mistakes) = mistake_words(messages, &progress) {
            writeln!(out, "    {mistakes}")?;
        }
        let again: Vec<String> = progress.to_do_again().map(|step| sanitize(&step.step).into_owned()).collect();
        if !again.is_empty() {
            let steps = again.join(&messages.text("practice-between", &[]));
            writeln!(out, "    {}", messages.text("practice-progress-again", &[("steps", steps.into())]))?;
        }
    }
    Ok(())
}
