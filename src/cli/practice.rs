//! `handgrad practice`: the lesson on the screen, asking before it shows; or the same at a prompt.

mod arguments;
pub(super) mod prompt;

use std::io;
use std::path::Path;

use super::arguments::Common;
use super::failure::Failure;
use super::memory::{Remembered, now};
use super::{habits, load_from, options};
use crate::lesson::{Lesson, Position};
use crate::messages::Messages;
use crate::practice::{Ask, Event, Session, for_round};
use crate::scenario::Origin;
use crate::store::Folders;
use crate::tui::{self, Memory as _};
pub(super) use arguments::{Practice, Progress, Review};

/// `handgrad practice`
pub(super) fn practice(asked: &Practice, common: &Common, messages: &Messages) -> Result<(), Failure> {
    let watch = tui::Watch::of(Path::new(&asked.scenario));
    let mut loaded = load_from(&asked.scenario)?;
    let is_varied = asked.seed.seed.is_some();
    loaded.scenario = asked.seed.vary(loaded.scenario);
    if !asked.plain && tui::is_there() {
        // The numbers of a seed do not stand in the file.
        let watch = (matches!(loaded.origin, Origin::File(_)) && !is_varied).then_some(watch);
        let start = tui::Start::Lesson(Box::new(loaded), watch);
        let habits = tui::Habits { practice: Some(asked.asked()), is_varied, ..habits(messages)? };
        return tui::run(start, options(common, messages), habits).map_err(Failure::Output);
    }
    let mut memory = Folders::of_user().map(|folders| Remembered::open(&folders, messages.language()));
    let before = memory.as_ref().and_then(|memory| memory.progress(&loaded.source)).unwrap_or_default();
    let ask = asked.asked();
    let round = if ask == Ask::Fading { before.round.max(1) } else { 1 };
    let scenario = if is_varied { loaded.scenario } else { for_round(&loaded.scenario, ask, round) };
    let lesson = Lesson::new(scenario, common.decimals);
    let session = match ask {
        Ask::Review => Session::of_names(&lesson, &before.due(now())),
        _ => Session::new(&lesson, ask, round, Position::start_of(1)),
    };
    let (input, output) = (&mut io::stdin().lock(), &mut io::stdout().lock());
    let title = lesson.scenario().title.in_language(messages.language().tag()).to_owned();
    let mut keep = |event: &Event| {
        if let Some(memory) = &mut memory {
            memory.keep_event(&loaded.source, &title, event);
        }
    };
    let done = prompt::ask(lesson, session, (common, messages), &mut keep, input, output);
    if let Some(memory) = &mut memory {
        memory.finish();
    }
    done
}
