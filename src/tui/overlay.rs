//! What can lie over a step, and how each answers its keys.

use super::effect::{Answer, Effect};
use super::jump;
use super::keys::{Action, Context};
use super::notice::Notice;
use super::reader::Reader;
use super::trail::{Trail, TrailEntry};
use super::what_if::{Deed, Numbers, Saving};
use crate::lesson::{Comparison, FindFault, Lesson};

/// What lies over the step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// Nothing.
    None,
    /// The help page, from its `top` line.
    Help {
        /// The first line shown.
        top: usize,
    },
    /// What is wrong with the file that was saved, from its `top` row.
    Faults {
        /// The first row shown.
        top: usize,
    },
    /// The line in which a step is named.
    Jump {
        /// What is typed.
        text: String,
        /// Why nothing was found.
        fault: Option<FindFault>,
    },
    /// What a step is made from and what it goes into.
    Trail(Trail),
    /// The runs side by side, from the `top` line of their table.
    Runs {
        /// What is compared.
        facts: Comparison,
        /// The first line shown.
        top: usize,
    },
    /// The numbers that can be changed.
    Numbers(Numbers),
    /// The line in which a new file is named.
    Saving(Saving),
    /// What became of the questions, from the `top` line.
    Review {
        /// The first line shown.
        top: usize,
    },
}

impl Overlay {
    /// Where keys are pressed in it; none where nothing lies over the step.
    #[must_use]
    pub fn context(&self) -> Option<Context> {
        Some(match self {
            Self::None => return None,
            Self::Help { .. } | Self::Faults { .. } => Context::Help,
            Self::Jump { .. } | Self::Saving(_) | Self::Numbers(Numbers { typed: Some(_), .. }) => Context::Text,
            Self::Numbers(_) => Context::WhatIf,
            Self::Trail(_) => Context::Trail,
            Self::Runs { .. } => Context::Runs,
            Self::Review { .. } => Context::Review,
        })
    }

    /// Answers a key.
    pub(super) fn keys(&mut self, action: Action, base: &mut Lesson, reader: &Reader) -> Answer {
        match (action, &mut *self) {
            (_, Self::None) => Answer::Pass,
            (Action::Up | Action::Down, _) => {
                self.choose(action == Action::Down);
                Answer::Done
            }
            (Action::Choose, Self::Saving(_)) => Answer::Do(Effect::WhatIf(Deed::Save)),
            (Action::Choose, Self::Numbers(Numbers { typed: Some(_), .. })) => Answer::Do(Effect::WhatIf(Deed::Change)),
            (Action::ChooseNumber, Self::Numbers(numbers)) => {
                numbers.typed = Some(String::new());
                Answer::Done
            }
            (Action::Close, Self::Numbers(numbers)) if numbers.typed.is_some() => {
                (numbers.typed, numbers.fault) = (None, None);
                Answer::Done
            }
            (Action::Choose, Self::Jump { text, .. }) if text.trim().is_empty() => Answer::Close,
            (Action::Choose, Self::Jump { text, fault }) => match jump::find(base, reader, text) {
                Ok(answer) => answer,
                Err(found) => {
                    *fault = Some(found);
                    Answer::Done
                }
            },
            (Action::Choose, Self::Trail(trail)) => follow(trail),
            (Action::Close, _) => Answer::Close,
            _ => Answer::Pass,
        }
    }

    /// Moves to the line above or below; how far a page can be moved is known when it is prepared.
    fn choose(&mut self, down: bool) {
        let step = |at: usize, last: usize| if down { (at + 1).min(last) } else { at.saturating_sub(1) };
        match self {
            Self::Trail(trail) => trail.chosen = step(trail.chosen, trail.entries.len().saturating_sub(1)),
            Self::Numbers(numbers) => numbers.chosen = step(numbers.chosen, numbers.entries.len().saturating_sub(1)),
            Self::Help { top } | Self::Faults { top } | Self::Runs { top, .. } | Self::Review { top } => {
                *top = step(*top, usize::MAX);
            }
            Self::None | Self::Jump { .. } | Self::Saving(_) => {}
        }
    }

    /// The line that is typed, if one is; what was wrong with it is forgotten.
    pub(super) fn line(&mut self) -> Option<&mut String> {
        match self {
            Self::Jump { text, fault } => {
                *fault = None;
                Some(text)
            }
            Self::Numbers(numbers) => {
                numbers.fault = None;
                numbers.typed.as_mut()
            }
            Self::Saving(saving) => {
                saving.fault = None;
                Some(&mut saving.text)
            }
            _ => None,
        }
    }

    /// Leaves a line from which the last letter had been taken already.
    pub(super) fn leave_line(&mut self) {
        match self {
            Self::Numbers(numbers) => numbers.typed = None,
            overlay => *overlay = Self::None,
        }
    }
}

/// Goes where the link that is chosen leads; a given has no step, and is told.
fn follow(trail: &Trail) -> Answer {
    match trail.entry() {
        Some(TrailEntry { position: Some(position), .. }) => Answer::Go(*position),
        Some(TrailEntry { name, position: None, value }) => {
            Answer::CloseAndSay(Notice::Given { name: name.clone(), value: value.clone(), fault: None })
        }
        None => Answer::Close,
    }
}
