//! Every value of the pass at hand in a table: with what the source printed of it, and on paper with how far it has
//! drifted.
//!
//! Only what is in sight is computed, unless values are sorted by size. What was printed is judged a little at a time
//! between two frames, so that every key is heard.

mod board;
mod order;
mod verdicts;

use std::time::Duration;

pub(in crate::tui) use board::{Facts, draw};

use crate::lesson::{Lesson, Position};
use crate::tui::effect::Answer;
use crate::tui::keys::Action;
use crate::tui::notice::Notice;
use crate::tui::reader::Reader;
use order::Rows;
use verdicts::Verdicts;

/// How long the program works between two frames.
const PATIENCE: Duration = Duration::from_millis(12);

/// More values are not computed at once.
const MOST_SORTED: usize = 4_000;

/// So many rows are a page.
const PAGE: u64 = 10;

/// How the values are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Order {
    /// As they are computed.
    #[default]
    Step,
    /// By name, numbers in names as numbers.
    Name,
    /// The largest first, whatever its sign.
    Size,
    /// What was printed first, and first what disagrees.
    Verdict,
}

impl Order {
    /// The word by which a message knows it.
    fn word(self) -> &'static str {
        match self {
            Self::Step => "step",
            Self::Name => "name",
            Self::Size => "size",
            Self::Verdict => "verdict",
        }
    }

    fn next(self) -> Self {
        match self {
            Self::Step => Self::Name,
            Self::Name => Self::Size,
            Self::Size => Self::Verdict,
            Self::Verdict => Self::Step,
        }
    }
}

/// What keys change in this view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The number of the step that is chosen.
    pub chosen: u64,
    /// How the values are ordered.
    pub order: Order,
}

impl Default for Sheet {
    fn default() -> Self {
        Self { chosen: 1, order: Order::Step }
    }
}

impl Sheet {
    /// Answers a key.
    pub(in crate::tui) fn keys(
        &mut self,
        action: Action,
        count: Option<u64>,
        (lesson, reader): (&mut Lesson, &Reader),
        work: &mut Work,
    ) -> Answer {
        match action {
            Action::Choose => return Answer::Go(Position { number: self.chosen, ..reader.position }),
            Action::First | Action::Last => {
                self.turn_to(count, action == Action::Last, work.rows(lesson, reader, self.order));
            }
            Action::Up | Action::Down | Action::PageUp | Action::PageDown => {
                self.walk(action, count.unwrap_or(1), work.rows(lesson, reader, self.order));
            }
            Action::Sort => return self.sort(lesson, reader, work).map_or(Answer::Done, Answer::Say),
            _ => return Answer::Pass,
        }
        Answer::Done
    }

    /// Orders the values in the next way; says so where that one is refused.
    fn sort(&mut self, lesson: &Lesson, reader: &Reader, work: &Work) -> Option<Notice> {
        let count = order::in_order(lesson, reader).count();
        self.order = self.order.next();
        let mut notice = None;
        if self.order == Order::Size && count > MOST_SORTED {
            notice = Some(Notice::TooManyValues { count });
            self.order = self.order.next();
        }
        // The order by size or by verdict would tell what is still asked.
        if reader.is_practising && matches!(self.order, Order::Size | Order::Verdict) {
            self.order = Order::Step;
            return None;
        }
        if self.order == Order::Verdict && !work.verdicts.has_any(lesson, reader.run.as_ref()) {
            self.order = self.order.next();
        }
        notice
    }

    /// Chooses a row so many rows, or pages, above or below.
    fn walk(&mut self, action: Action, times: u64, rows: &[u64]) {
        let page = if matches!(action, Action::PageUp | Action::PageDown) { PAGE } else { 1 };
        let times = usize::try_from(times.saturating_mul(page)).unwrap_or(usize::MAX);
        let here = self.row(rows);
        let is_down = matches!(action, Action::Down | Action::PageDown);
        let to = if is_down { here.saturating_add(times) } else { here.saturating_sub(times) };
        if let Some(&number) = rows.get(to.min(rows.len().saturating_sub(1))) {
            self.chosen = number;
        }
    }

    /// Chooses the step of that number or the one nearest to it, else the last row or the first.
    fn turn_to(&mut self, number: Option<u64>, is_last: bool, rows: &[u64]) {
        let to = match number {
            Some(number) => rows.iter().min_by_key(|row| row.abs_diff(number)),
            None if is_last => rows.last(),
            None => rows.first(),
        };
        self.chosen = to.copied().unwrap_or(self.chosen);
    }

    /// The row that is chosen.
    fn row(&self, rows: &[u64]) -> usize {
        rows.iter().position(|number| *number == self.chosen).unwrap_or(0)
    }
}

/// What is kept between two frames.
#[derive(Default)]
pub(in crate::tui) struct Work {
    rows: Rows,
    verdicts: Verdicts,
}

impl Work {
    /// Judges for a moment what was printed; true while there is more to do.
    pub(in crate::tui) fn go_on(&mut self, lesson: &mut Lesson) -> bool {
        self.verdicts.go_on(lesson, PATIENCE)
    }

    /// The numbers of the steps, in the order of the table.
    fn rows(&mut self, lesson: &mut Lesson, reader: &Reader, order: Order) -> &[u64] {
        self.rows.keep(lesson, reader, order, &self.verdicts)
    }
}
