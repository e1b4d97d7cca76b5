//! One screen of a lesson: prepared for an area from what keys have changed, then drawn. Drawing is pure: the same
//! frame gives the same cells, and nothing is written back.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::draw::rule;
use super::faults::Faults;
use super::help::Help;
use super::kept::Work;
use super::pen::Pen;
use super::practice::review;
use super::scene::{Board, Scene};
use super::state::{Overlay, State};
use super::views::{Kind, check, steps, table, training};
use super::whole_page::WholePage;
use super::{board, footer, header, outline, runs, trail, what_if};
use crate::lesson::Lesson;
use crate::scenario::LoadError;

/// What is on the screen.
pub(super) enum Frame {
    /// The help page over everything.
    Help(Help),
    /// Another page over everything.
    Page(WholePage),
    /// A step, in the middle of it a view, and what lies over that.
    Lesson(Box<Screen>),
}

/// A step, in the middle of it a view, and what lies over that.
pub(super) struct Screen {
    scene: Scene,
    middle: Middle,
    faults: Option<Faults>,
}

/// What fills the middle of the window.
enum Middle {
    Board,
    Steps(steps::Facts),
    Check(check::Facts),
    Training(Box<training::Facts>),
    Table(table::Facts),
}

impl Frame {
    /// The page that lies over everything, if one does; where it is read from is written back.
    pub(super) fn page(pen: &Pen<'_>, lesson: &Lesson, state: &mut State, area: Rect) -> Option<Self> {
        let page = match &mut state.overlay {
            Overlay::Help { top } => {
                let help = Help::prepare(pen, *top, area);
                *top = help.top();
                return Some(Self::Help(help));
            }
            Overlay::Runs { facts, top } => (runs::page(pen, lesson, facts, area), top),
            Overlay::Review { top } => (review::page(pen, lesson, &state.practice.as_ref()?.session, area), top),
            _ => return None,
        };
        let (page, top) = page;
        let page = page.starting_at(*top, area);
        *top = page.top();
        Some(Self::Page(page))
    }

    /// A step and the view that is open, out of what was taken out of the lesson.
    pub(super) fn of(
        pen: &Pen<'_>,
        (lesson, written): (&mut Lesson, Option<&mut Lesson>),
        (state, work): (&mut State, &mut Work),
        scene: Scene,
        faults: Option<&LoadError>,
    ) -> Self {
        let reader = state.reader();
        let own = &scene.step.name;
        let area = scene.regions.map(|regions| regions.middle());
        let middle = area.map_or(Middle::Board, |area| match state.view {
            Kind::Board => Middle::Board,
            Kind::Steps => {
                let mut list = steps::Facts::of(lesson, reader, own, state.steps.position, area.height);
                if let Some(written) = written {
                    list.compare(lesson, written);
                }
                Middle::Steps(list)
            }
            Kind::Check => {
                let page = check::Facts::of(pen, lesson, (&reader, state.check), &mut work.check, area);
                state.check.top = page.top;
                Middle::Check(page)
            }
            Kind::Training => {
                let (run, watching) = (state.run.as_ref(), &state.training);
                Middle::Training(Box::new(training::Facts::of(pen, lesson, run, watching, &mut work.training)))
            }
            Kind::Table => {
                Middle::Table(table::Facts::of(lesson, (&reader, own, state.table), &mut work.table, area.height))
            }
        });
        let faults = match (&mut state.overlay, faults, area) {
            (Overlay::Faults { top }, Some(error), Some(area)) => {
                let faults = Faults::prepare(pen, error, *top, area);
                *top = faults.top();
                Some(faults)
            }
            _ => None,
        };
        Self::Lesson(Box::new(Screen { scene, middle, faults }))
    }

    /// Draws the frame of a lesson.
    pub(super) fn draw(&self, pen: &Pen<'_>, lesson: &Lesson, state: &State, area: Rect, buffer: &mut Buffer) {
        match self {
            Self::Help(help) => help.draw(pen, area, buffer),
            Self::Page(page) => page.draw(pen, area, buffer),
            Self::Lesson(screen) => screen.draw(pen, lesson, state, area, buffer),
        }
    }
}

impl Screen {
    fn draw(&self, pen: &Pen<'_>, lesson: &Lesson, state: &State, area: Rect, buffer: &mut Buffer) {
        let Some(regions) = &self.scene.regions else {
            pen.too_small(area, buffer);
            return;
        };
        let on = Board { pen, lesson, state, scene: &self.scene };
        header::draw(&on, regions, buffer);
        let middle = regions.middle();
        match &self.middle {
            Middle::Board => {
                if let Some(picture) = &self.scene.picture {
                    picture.draw(pen, lesson.program(), regions.picture, buffer);
                }
                rule(buffer, regions.rule, pen.look.signs.rule, pen.look.theme.faint);
                board::draw(&on, regions, buffer);
                outline::draw(&on, regions.outline, buffer);
                if let Overlay::Trail(chosen) = &state.overlay {
                    trail::draw(pen, lesson, (chosen, &self.scene.marks), middle, buffer);
                }
            }
            Middle::Steps(facts) => steps::draw(pen, lesson, facts, middle, buffer),
            Middle::Check(facts) => facts.draw(pen, middle, buffer),
            Middle::Training(facts) => facts.draw(pen, middle, buffer),
            Middle::Table(facts) => table::draw(pen, lesson, facts, middle, buffer),
        }
        if let Overlay::Numbers(numbers) = &state.overlay {
            let area = if matches!(self.middle, Middle::Board) { regions.below_picture() } else { middle };
            what_if::panel::draw(&on, numbers, area, buffer);
        }
        footer::draw(&on, regions, buffer);
        if let Some(faults) = &self.faults {
            faults.draw(pen, middle, buffer);
        }
    }
}
