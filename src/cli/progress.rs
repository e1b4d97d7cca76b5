//! `handgrad progress`: what was done in practice, listed and, after asking, forgotten.

use std::io::{self, BufRead, IsTerminal, Write};

use super::failure::Failure;
use super::load_from;
use super::memory::{Answers, VERY_LARGE, io_words, now};
use super::practice::Progress as Arguments;
use crate::messages::Messages;
use crate::practice::{
    InBox, Learner, LessonDone, Mastery, Outcome, Progress, Skill, StepProgress, mistake_words, skill_words,
    tally_words,
};
use crate::sanitize::sanitize;
use crate::store::{Folders, Practised, PractisedStep, digest};

/// The exit code where what is remembered cannot be read.
const UNREADABLE: u8 = 4;

/// What an earlier version kept of a scenario; a word that is not known any more is left out.
pub(super) fn from_old(practised: &Practised) -> Progress {
    let step = |kept: &PractisedStep| {
        let outcome = Outcome::from_word(&kept.outcome)?;
        let place = InBox::default().after(outcome, 0);
        let again = !matches!(outcome, Outcome::AtOnce | Outcome::WithHints);
        Some(StepProgress { step: kept.step.clone(), outcome, place, again, given: None })
    };
    let mistakes = practised.mistakes.iter().map(|kept| (kept.mistake.clone(), kept.count));
    let steps = practised.steps.iter().filter_map(step).collect();
    Progress { round: practised.round, steps, mistakes: mistakes.collect() }
}

/// `handgrad progress`
pub(super) fn progress(arguments: &Arguments, messages: &Messages) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let Some(folders) = Folders::of_user() else {
        return Ok(writeln!(out, "{}", messages.text("practice-progress-none", &[]))?);
    };
    let mut answers = match Answers::open(&folders.state) {
        Ok(answers) => answers,
        Err(error) => {
            let words = io_words(messages, &error);
            let sentence = messages.text("practice-progress-unreadable", &[("words", words.into())]);
            return Err(Failure::Refused(UNREADABLE, sentence));
        }
    };
    if let Some(path) = &answers.set_aside {
        let file = sanitize(&path.to_string_lossy()).into_owned();
        writeln!(io::stderr(), "{}", messages.text("screen-set-aside", &[("file", file.into())]))?;
    }
    if answers.size() > VERY_LARGE {
        let megabytes = answers.size() >> 20;
        writeln!(io::stderr(), "{}", messages.text("practice-progress-large", &[("megabytes", megabytes.into())]))?;
    }
    if !arguments.reset {
        return list(&answers.learner, now(), messages, &mut out);
    }
    let wanted = match &arguments.scenario {
        Some(name) => Some(digest(&load_from(name)?.source)),
        None => None,
    };
    let is_wanted = |scenario: &str| wanted.as_ref().is_none_or(|wanted| wanted == scenario);
    let lessons = answers.learner.lessons().iter().filter(|lesson| is_wanted(&lesson.scenario));
    let titles: Vec<String> = lessons.map(|lesson| sanitize(&lesson.title).into_owned()).collect();
    if titles.is_empty() {
        return Ok(writeln!(out, "{}", messages.text("practice-progress-none", &[]))?);
    }
    if !arguments.yes && !is_confirmed(&titles, messages, &mut out)? {
        return Ok(writeln!(out, "{}", messages.text("practice-progress-kept", &[]))?);
    }
    let count = answers.forget(is_wanted)?;
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

fn list(learner: &Learner, now: u64, messages: &Messages, out: &mut impl Write) -> Result<(), Failure> {
    if learner.lessons().is_empty() {
        return Ok(writeln!(out, "{}", messages.text("practice-progress-none", &[]))?);
    }
    for LessonDone { title, progress, .. } in learner.lessons() {
        writeln!(out, "{}", sanitize(title))?;
        writeln!(out, "    {}", tally_words(messages, &progress.tally()))?;
        if progress.round > 0 {
            writeln!(out, "    {}", messages.text("practice-progress-round", &[("round", progress.round.into())]))?;
        }
        if let Some(mistakes) = mistake_words(messages, progress) {
            writeln!(out, "    {mistakes}")?;
        }
        let again: Vec<String> = progress.to_do_again().map(|step| sanitize(&step.step).into_owned()).collect();
        if !again.is_empty() {
            let steps = again.join(&messages.text("practice-between", &[]));
            writeln!(out, "    {}", messages.text("practice-progress-again", &[("steps", steps.into())]))?;
        }
        let due = progress.due(now).len();
        if due > 0 {
            writeln!(out, "    {}", messages.text("practice-progress-due", &[("count", due.into())]))?;
        }
    }
    skills(learner, now, messages, out)
}

/// Every skill that was asked, and how well it is mastered.
fn skills(learner: &Learner, now: u64, messages: &Messages, out: &mut impl Write) -> Result<(), Failure> {
    let known: Vec<(Skill, Mastery)> =
        Skill::ALL.into_iter().filter_map(|skill| Some((skill, learner.mastery(skill)?))).collect();
    if known.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{}", messages.text("practice-skills", &[]))?;
    for (skill, Mastery { place, right, all }) in known {
        let state = match place {
            place if place.is_due(now) => messages.text("practice-skill-due", &[]),
            place if place.is_mastered() => messages.text("practice-skill-mastered", &[]),
            place => messages.text("practice-skill-later", &[("days", place.days_left(now).into())]),
        };
        let skill = skill_words(messages, skill);
        let values = [("skill", skill.into()), ("state", state.into()), ("right", right.into()), ("all", all.into())];
        writeln!(out, "    {}", messages.text("practice-skill-line", &values))?;
    }
    Ok(())
}
