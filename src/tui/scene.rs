//! What one screen needs of the lesson, taken out of it before anything is drawn.

use std::collections::HashMap;

use ratatui::layout::Rect;

use super::hits::Hits;
use super::keys::{Action, Chord};
use super::look::Look;
use super::manner::Detail;
use super::picture::Plan;
use super::practice::Asking;
use super::regions::Regions;
use super::state::State;
use super::views::{Facts, Kind, Work, steps};
use super::what_if::Change as Figures;
use super::what_if::marks::Marks;
use crate::formula::{Formula, Name, Subscripts};
use crate::lesson::{Lesson, Page, Position, Shown};
use crate::messages::Messages;
use crate::program::Step;
use crate::run::{Halt, LineOf};
use crate::study::Change;

/// What one screen shows.
pub(super) struct Scene {
    /// The parts of the window; none where it is too small.
    pub(super) regions: Option<Regions>,
    /// The step.
    pub(super) step: Step,
    /// Its line.
    pub(super) line: LineOf,
    /// Its page, or why training ended before it.
    pub(super) page: Result<Page, Halt>,
    /// The picture, where there is room for one.
    pub(super) plan: Option<Plan>,
    /// The values in the picture that are computed already.
    pub(super) values: HashMap<Name, Shown>,
    /// Whether the result is still to be asked for: then nothing here has it.
    pub(super) is_hidden: bool,
    /// The formula as it is shown: practice may hide it, or a factor of it.
    pub(super) formula: Formula,
    /// What is asked at the step, in practice.
    pub(super) asking: Option<Asking>,
    /// The earlier step of the line that is worked alike.
    pub(super) twin: Option<(Name, Position)>,
    /// What the descent did that is done with this step.
    pub(super) change: Option<Change>,
    /// The steps around.
    pub(super) outline: Vec<(u64, Step)>,
    /// The same with their values, where there is room for them.
    pub(super) beside: Option<steps::Facts>,
    /// What the view shows that is open.
    pub(super) facts: Facts,
    /// What is not as the scenario has it.
    pub(super) marks: Marks,
}

impl Scene {
    /// Takes a step out of a lesson, and what it was in the lesson as it is written, if that is another; `None` where the lesson has no such step.
    #[must_use]
    pub(super) fn of(
        lesson: &mut Lesson,
        written: Option<&mut Lesson>,
        state: &State,
        work: &mut Work,
        area: Rect,
    ) -> Option<Self> {
        let position = state.position;
        let step = lesson.step(position)?;
        let regions = Regions::of(area).map(|regions| regions.for_manner(&state.manner));
        let is_hidden = state.hides_result();
        let mut page = match lesson.page(position) {
            Ok(page) => Ok(page?),
            Err(halt) => Err(halt),
        };
        let plan = regions.filter(|regions| regions.picture.height > 0).map(|regions| {
            let size = regions.picture.as_size();
            Plan::new(lesson.program(), lesson.format().decimals, &step, size)
        });
        let asking = page.as_ref().ok().and_then(|page| Asking::of(lesson, state, page));
        let formula = asking.as_ref().map_or_else(|| step.formula.clone(), |asking| asking.formula.clone());
        let mut values = HashMap::new();
        if page.is_ok() {
            for name in plan.iter().flat_map(Plan::names) {
                if let Ok(Some(shown)) = lesson.value_so_far(position, name.as_str()) {
                    values.insert(name.clone(), shown);
                }
            }
        }
        if let (true, Ok(page)) = (is_hidden, &mut page) {
            (page.work, page.drift) = (None, None);
            values.remove(&step.name);
        }
        let twin = lesson.worked_like(position).filter(|_| state.manner.detail == Detail::Folded);
        let twin = twin.and_then(|at| Some((lesson.step(at)?.name, at)));
        let outline = regions.map_or_else(Vec::new, |regions| around(lesson, state, regions.outline));
        let wide = regions.filter(|regions| regions.has_values() && state.view == Kind::Board);
        let mut beside = wide.map(|regions| steps::Facts::of(lesson, state, position, regions.outline.height));
        let mut facts = regions.map_or(Facts::Board, |regions| Facts::of(lesson, state, work, regions.middle()));
        let marks = written.map(|written| {
            let listed = match &mut facts {
                Facts::Steps(facts) => Some(facts),
                _ => beside.as_mut(),
            };
            if let Some(listed) = listed {
                listed.compare(lesson, written);
            }
            Marks::of(lesson, written, position, page.as_ref().ok(), &values)
        });
        let (line, mut marks) = (lesson.line(position), marks.unwrap_or_default());
        if is_hidden {
            marks.result = None;
        }
        Some(Self {
            regions,
            step,
            line,
            page,
            plan,
            values,
            is_hidden,
            formula,
            asking,
            twin,
            change: None,
            outline,
            beside,
            facts,
            marks,
        })
    }
}

/// The steps before and behind one, as many as there are rows.
fn around(lesson: &Lesson, state: &State, area: Rect) -> Vec<(u64, Step)> {
    let rows = if area.width == 0 { 0 } else { u64::from(area.height) };
    let last = lesson.steps_per_epoch();
    let first = state.position.number.saturating_sub(rows / 2).min((last + 1).saturating_sub(rows)).max(1);
    let numbers = first..(first + rows).min(last + 1);
    numbers
        .filter_map(|number| {
            let position = Position { number, ..state.position };
            Some((number, lesson.step(position)?))
        })
        .collect()
}

/// How wide the widest name is that a lesson sets before an equals sign, so that the sign never moves.
pub(super) fn widest_name(lesson: &Lesson, look: &Look) -> usize {
    const MOST: usize = 14;
    const LOOKED_AT: usize = 2_000;
    let program = lesson.program();
    let label = |name: &Name| lesson.label(name);
    let width = |name: &Name| Formula::Name(name.clone()).block(look.block_style(Subscripts::Lowered), &label).width();
    let widths = program.steps.iter().take(LOOKED_AT).map(|step| width(&step.name));
    widths.filter(|&width| width <= MOST).max().unwrap_or(3)
}

/// Everything that drawing reads.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    /// The lesson.
    pub(super) lesson: &'a Lesson,
    /// Where the reader is.
    pub(super) state: &'a State,
    /// What was taken out of the lesson.
    pub(super) scene: &'a Scene,
    /// What views have worked out so far.
    pub(super) work: &'a Work,
    /// The sentences.
    pub(super) messages: &'a Messages,
    /// The signs and colours.
    pub(super) look: &'a Look,
    /// How many cells a name has before an equals sign.
    pub(super) name_width: usize,
    /// Whether the file says something else by now, which cannot be read.
    pub(super) is_behind: bool,
    /// The numbers that are not as the scenario has them.
    pub(super) changes: &'a [Figures],
    /// Where things are noted that can be clicked.
    pub(super) hits: &'a Hits,
}

impl View<'_> {
    /// A sentence in the signs of the terminal.
    pub(super) fn text(&self, id: &str, values: &[(&str, crate::messages::Value<'_>)]) -> String {
        self.plain(&self.messages.text(id, values))
    }

    /// A text in the signs of the terminal, cut to so many cells.
    pub(super) fn fit(&self, text: &str, room: usize) -> String {
        super::text::fit(&self.plain(text), room, self.look.signs.ellipsis)
    }

    /// The name of the key of an action.
    pub(super) fn key(&self, action: Action) -> String {
        let chord = self.look.keymap.key_of(action);
        self.plain(&chord.map(Chord::name).unwrap_or_default())
    }

    /// A text in the signs of the terminal.
    pub(super) fn plain(&self, text: &str) -> String {
        self.look.signs.plain(text).into_owned()
    }
}
