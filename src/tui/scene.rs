//! What the board needs of the lesson, taken out of it before anything is drawn.

use ratatui::layout::Rect;

use super::look::Look;
use super::manner::Detail;
use super::pen::Pen;
use super::picture::{Picture, Plan};
use super::practice::Asking;
use super::reader::Reader;
use super::regions::Regions;
use super::state::State;
use super::text::width;
use super::views::{Kind, steps};
use super::what_if::Change as Figures;
use super::what_if::marks::{Marks, changed_values};
use crate::formula::{Formula, Name, Subscripts};
use crate::lesson::{Lesson, Page, Position};
use crate::program::Step;
use crate::run::{Halt, LineOf};
use crate::study::Change;

/// One step of a lesson, as the window shows it.
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
    pub(super) picture: Option<Picture>,
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
    /// What is not as the scenario has it.
    pub(super) marks: Marks,
    /// How many cells a name has before an equals sign.
    pub(super) name_width: usize,
    /// Whether the file says something else by now, which cannot be read.
    pub(super) is_behind: bool,
    /// The numbers that are not as the scenario has them.
    pub(super) changes: Vec<Figures>,
}

/// A step of a lesson that is drawn with a pen.
#[derive(Clone, Copy)]
pub(super) struct Board<'a> {
    pub(super) pen: &'a Pen<'a>,
    pub(super) lesson: &'a Lesson,
    pub(super) state: &'a State,
    pub(super) scene: &'a Scene,
}

impl Scene {
    /// Takes a step out of a lesson, and what it was in the lesson as it is written, if that is another; `None` where the lesson has no such step.
    #[must_use]
    pub(super) fn of(
        lesson: &mut Lesson,
        mut written: Option<&mut Lesson>,
        (pen, state, reader): (&Pen<'_>, &State, &Reader),
        area: Rect,
    ) -> Option<Self> {
        let position = state.position;
        let step = lesson.step(position)?;
        let regions = Regions::of(area).map(|regions| regions.for_manner(&state.manner));
        let is_hidden = reader.hides_result;
        let mut page = match lesson.page(position) {
            Ok(page) => Ok(page?),
            Err(halt) => Err(halt),
        };
        let asking = page.as_ref().ok().and_then(|page| Asking::of(lesson, state.practice.as_ref(), position, page));
        let formula = asking.as_ref().map_or_else(|| step.formula.clone(), |asking| asking.formula.clone());
        let mut picture = regions.filter(|regions| regions.picture.height > 0).map(|regions| {
            let targets = targets(pen, lesson, position);
            let plan = Plan::new(lesson.program(), lesson.format().decimals, &step, regions.picture.as_size(), targets);
            Picture::of(plan, step.name.clone(), is_hidden)
        });
        if let (Some(picture), Ok(_)) = (&mut picture, &page) {
            for name in picture.plan.names() {
                if let Ok(Some(shown)) = lesson.value_so_far(position, name.as_str()) {
                    picture.values.insert(name.clone(), shown);
                }
            }
        }
        if let (true, Ok(page)) = (is_hidden, &mut page) {
            (page.work, page.drift) = (None, None);
            if let Some(picture) = &mut picture {
                picture.values.remove(&step.name);
            }
        }
        let twin = lesson.worked_like(position).filter(|_| state.manner.detail == Detail::Folded);
        let twin = twin.and_then(|at| Some((lesson.step(at)?.name, at)));
        let outline = regions.map_or_else(Vec::new, |regions| around(lesson, state, regions.outline));
        let wide = regions.filter(|regions| regions.has_values() && state.view == Kind::Board);
        let mut beside =
            wide.map(|regions| steps::Facts::of(lesson, reader.clone(), &step.name, position, regions.outline.height));
        let mut marks = Marks::default();
        if let Some(written) = &mut written {
            if let Some(beside) = &mut beside {
                beside.compare(lesson, written);
            }
            marks = Marks::of(lesson, written, position, page.as_ref().ok());
            if let Some(picture) = &mut picture {
                picture.is_what_if = true;
                picture.changed = changed_values(lesson, written, position, &picture.values);
            }
        }
        if is_hidden {
            marks.result = None;
        }
        Some(Self {
            regions,
            line: lesson.line(position),
            step,
            page,
            picture,
            is_hidden,
            formula,
            asking,
            twin,
            change: None,
            outline,
            beside,
            marks,
            name_width: 0,
            is_behind: false,
            changes: Vec::new(),
        })
    }
}

/// The cells of the longest target beside the outputs, with the space before it.
fn targets(pen: &Pen<'_>, lesson: &mut Lesson, position: Position) -> usize {
    let vertices = lesson.program().diagram.columns.iter().flatten();
    let names: Vec<Name> = vertices.filter_map(|vertex| vertex.target.clone()).collect();
    let texts = names.iter().filter_map(|name| lesson.value_so_far(position, name.as_str()).ok().flatten());
    let texts: Vec<String> =
        texts.map(|value| pen.text("screen-target", &[("value", pen.look.value(&value).into())])).collect();
    texts.iter().map(|text| width(text) + 2).max().unwrap_or(0)
}

/// The steps before and after one, as many as there are rows.
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
