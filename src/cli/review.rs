//! `handgrad review`: questions from several lessons, mixed, what is due or weak first, with new numbers.

use std::io::{self, Write as _};

use super::arguments::Common;
use super::failure::Failure;
use super::memory::{Remembered, now};
use super::practice::{Review, prompt};
use crate::lesson::Lesson;
use crate::messages::Messages;
use crate::practice::{Event, Learner, Tally, plan, skill_words, tally_words};
use crate::scenario::{LESSONS, Scenario, read};
use crate::store::{Folders, digest};
use crate::tui::Memory as _;

/// From so many lessons a beginner is asked.
const FIRST_LESSONS: usize = 5;

/// A built-in lesson.
struct Known {
    source: &'static str,
    scenario: Scenario,
}

/// `handgrad review`
pub(super) fn review(asked: &Review, common: &Common, messages: &Messages) -> Result<(), Failure> {
    let mut memory = Folders::of_user().map(|folders| Remembered::open(&folders, messages.language()));
    let learner = memory.as_ref().and_then(Remembered::learner).cloned().unwrap_or_default();
    let known = lessons(&learner);
    let opened: Vec<Lesson> = known.iter().map(|one| Lesson::new(one.scenario.clone(), common.decimals)).collect();
    let seed = asked.seed.unwrap_or_else(now);
    let planned = plan(&learner, &opened, now(), seed, asked.count.into());
    let (input, output) = (&mut io::stdin().lock(), &mut io::stdout().lock());
    writeln!(output, "{}", messages.text("practice-review-begin", &[("count", planned.len().into())]))?;
    writeln!(output, "{}", messages.text("practice-prompt-help", &[]))?;
    let mut tally = Tally::default();
    for (at, one) in planned.iter().enumerate() {
        let Some(known) = known.get(one.lesson) else { continue };
        let title = known.scenario.title.in_language(messages.language().tag());
        let values = [
            ("number", (at + 1).into()),
            ("count", planned.len().into()),
            ("title", title.into()),
            ("skill", skill_words(messages, one.skill).into()),
        ];
        writeln!(output, "\n{}\n", messages.text("practice-review-of", &values))?;
        let lesson = Lesson::new(known.scenario.varied(one.seed), common.decimals);
        let mut keep = |event: &Event| {
            if let Some(memory) = &mut memory {
                memory.keep_event(known.source, title, event);
            }
        };
        let question = one.question.clone();
        let asked = prompt::ask_one(lesson, question, (common, messages), &mut keep, input, output);
        let (goes_on, outcome) = match asked {
            Ok(asked) => asked,
            Err(failure) => {
                finish(memory);
                return Err(failure);
            }
        };
        if let Some(outcome) = outcome {
            tally.add(outcome);
        }
        if !goes_on {
            break;
        }
    }
    writeln!(output, "\n{}", tally_words(messages, &tally))?;
    finish(memory);
    Ok(())
}

fn finish(memory: Option<Remembered>) {
    if let Some(mut memory) = memory {
        memory.finish();
    }
}

/// The lessons that were practised; for somebody who has practised none, the first ones.
fn lessons(learner: &Learner) -> Vec<Known> {
    let known = |text: &'static str| Some(Known { source: text, scenario: read(text).ok()? });
    let was_practised = |text: &str| learner.lesson(&digest(text)).is_some();
    let practised: Vec<Known> =
        LESSONS.iter().filter(|(_, text)| was_practised(text)).filter_map(|(_, text)| known(text)).collect();
    if practised.is_empty() {
        return LESSONS.iter().take(FIRST_LESSONS).filter_map(|(_, text)| known(text)).collect();
    }
    practised
}
