//! The step that a name typed by the reader means.

use super::effect::Answer;
use super::notice::Notice;
use super::practice::Said;
use super::reader::Reader;
use crate::formula::Name;
use crate::lesson::{FindFault, Found, Lesson};
use crate::run::{LineOf, Moment};

/// Finds what is named; a name without a run is one of the run that is read.
pub(super) fn find(base: &mut Lesson, reader: &Reader, text: &str) -> Result<Answer, FindFault> {
    let (run, text) = base.split_run(text)?;
    let run = run.or_else(|| reader.run.clone());
    let lesson = base.of_run_mut(run.as_ref());
    Ok(match lesson.find_within_reach(&text, reader.position)? {
        Found::Step(position) => Answer::GoIn(run, position),
        Found::Given(moment) if conceals_given(reader, lesson, moment) => {
            Answer::CloseAndSay(Notice::Practice(Said::NotNow))
        }
        Found::Given(moment) => Answer::CloseAndSay(told(lesson, moment, &plain_name(&text))),
    })
}

fn plain_name(text: &str) -> Name {
    Name::new(text.trim().split(['#', '@']).next().unwrap_or_default())
}

/// What there is to say of a given.
pub(super) fn told(lesson: &mut Lesson, moment: Moment, name: &Name) -> Notice {
    let (value, fault) = match lesson.value(moment, name.as_str()) {
        Ok(Ok(value)) => (Some(value), None),
        Ok(Err(fault)) => (None, Some(fault)),
        Err(_) => (None, None),
    };
    Notice::Given { name: name.clone(), value, fault }
}

/// Whether the value of a given at a moment would tell what is asked: it comes after the first open question.
fn conceals_given(reader: &Reader, lesson: &mut Lesson, moment: Moment) -> bool {
    let Some(frontier) = reader.frontier else { return false };
    let here = lesson.line(frontier);
    let setting = lesson.run().setting();
    let batch = |line: LineOf| match line {
        LineOf::Sample(sample) if sample <= setting.sample_count() => setting.batch_of(sample),
        LineOf::Update(batch) => batch,
        LineOf::Sample(_) | LineOf::Validation => 1,
    };
    (moment.epoch, batch(moment.line)) > (frontier.epoch, batch(here))
}
