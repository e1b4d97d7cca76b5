//! The order of the rows, worked out once for as long as it holds.

use std::cmp::Reverse;

use super::Order;
use super::verdicts::Verdicts;
use crate::formula::Name;
use crate::lesson::{Lesson, Position};
use crate::number::Exact;
use crate::run::Moment;
use crate::tui::reader::Reader;

/// The numbers of the steps in the order of the table.
#[derive(Default)]
pub(super) struct Rows {
    key: Option<Key>,
    numbers: Vec<u64>,
}

/// What an order holds for.
#[derive(PartialEq, Eq)]
struct Key {
    run: Option<Name>,
    epoch: u64,
    /// The first steps of the two lines.
    firsts: [u64; 2],
    order: Order,
    /// Of an order by verdicts, how far they were known.
    round: u64,
}

/// The numbers of the steps of the pass at hand.
pub(super) fn in_order(lesson: &Lesson, reader: &Reader) -> impl Iterator<Item = u64> + use<> {
    lesson.pass(reader.position).into_iter().flatten()
}

impl Rows {
    /// The rows as they are ordered now.
    pub(super) fn keep(&mut self, lesson: &mut Lesson, reader: &Reader, order: Order, verdicts: &Verdicts) -> &[u64] {
        let key = Key {
            run: reader.run.clone(),
            epoch: reader.position.epoch,
            firsts: lesson.pass(reader.position).map(|numbers| *numbers.start()),
            order,
            round: if order == Order::Verdict { verdicts.round } else { 0 },
        };
        if self.key.as_ref() != Some(&key) {
            self.numbers = in_order(lesson, reader).collect();
            let position = |number: u64| Position { number, ..reader.position };
            match order {
                Order::Step => {}
                Order::Name => {
                    self.numbers.sort_by_cached_key(|&number| {
                        lesson.step(position(number)).map(|step| parts(step.name.as_str()))
                    });
                }
                Order::Size => self.numbers.sort_by_cached_key(|&number| Reverse(size(lesson, position(number)))),
                Order::Verdict => {
                    self.numbers.sort_by_cached_key(|&number| verdicts.rank(reader.run.as_ref(), position(number)));
                }
            }
            self.key = Some(key);
        }
        &self.numbers
    }
}

/// How far a value is from 0, to be compared with others.
#[derive(PartialEq, Eq)]
struct Size(Exact);

impl PartialOrd for Size {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Size {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.compare(&other.0)
    }
}

fn size(lesson: &mut Lesson, position: Position) -> Option<Size> {
    let moment = Moment { epoch: position.epoch, line: lesson.line(position) };
    let step = lesson.step(position)?;
    let shown = lesson.value(moment, step.name.as_str()).ok()?.ok()?;
    Some(Size(shown.written.digits.magnitude()))
}

/// A name as its words and numbers: `w2` stands before `w10`.
fn parts(name: &str) -> Vec<(String, u64)> {
    let mut parts = Vec::new();
    let mut rest = name;
    while !rest.is_empty() {
        let word = rest.find(|letter: char| letter.is_ascii_digit()).unwrap_or(rest.len());
        let (letters, behind) = rest.split_at(word);
        let number = behind.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(behind.len());
        let (digits, behind) = behind.split_at(number);
        parts.push((letters.to_owned(), digits.parse().unwrap_or(if digits.is_empty() { 0 } else { u64::MAX })));
        rest = behind;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_are_ordered_as_numbers() {
        let mut names = ["w10", "dE_dw2", "w2", "dE_dw11", "w", "w2_new", "99999999999999999999999"];
        names.sort_by_key(|name| parts(name));
        assert_eq!(names, ["99999999999999999999999", "dE_dw2", "dE_dw11", "w", "w2", "w2_new", "w10"]);
    }
}
