//! The mouse: what was clicked on the screen that was drawn last, and where the wheel turns.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use super::{App, Flow};
use crate::tui::effect::Effect;
use crate::tui::hits::Target;
use crate::tui::keys::Action;
use crate::tui::update::{click, turn};

impl App {
    /// What a click or the wheel does.
    pub(super) fn point(&mut self, mouse: MouseEvent) -> Flow {
        let effect = match (mouse.kind, &mut self.reading) {
            (MouseEventKind::Down(MouseButton::Left), reading) => {
                match (self.hits.at(mouse.column, mouse.row), reading) {
                    (Some(target), Some(reading)) => {
                        click(&mut reading.state, &mut reading.lesson, &mut reading.work, &target);
                    }
                    (Some(Target::Entry(at)), None) if self.picker.as_mut().is_some_and(|picker| picker.point(at)) => {
                        self.choose(Action::Choose);
                    }
                    _ => {}
                }
                Effect::Draw
            }
            (MouseEventKind::ScrollDown | MouseEventKind::ScrollUp, reading) => {
                let down = mouse.kind == MouseEventKind::ScrollDown;
                match reading {
                    Some(reading) => turn(&mut reading.state, &mut reading.lesson, &mut reading.work, down),
                    None => self.choose(if down { Action::Down } else { Action::Up }),
                }
            }
            _ => Effect::Draw,
        };
        self.take(effect)
    }
}
