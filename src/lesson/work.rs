//! Lines that close: as many digits on every line as it takes to compute the next one from it.
//!
//! Every number on a line is the true one, rounded. The digits are chosen from the last line back: a line
//! starts with as many as the line below it, and gets one more until each number of the line below, and the
//! result, come out of the digits on it.

use std::collections::HashMap;

use super::page::{Filled, Relation, Row, Work, WorkLine};
use super::reduce::{Names, Part, operations, round, rows, split_long_sums, without_negative_zeros};
use crate::formula::{Formula, Name};
use crate::number::{Arithmetic, Exact, Fault, Format, Number, Outcome, Proven, Rounding, Written};
use crate::run::Reading;

/// How many digits more than the line below a line may need before it is given up.
const MOST_EXTRA: u32 = 40;

/// How many digits more than the result has an exact number may have that stands whole on paper.
const MORE_ON_PAPER: u32 = 2;

/// Sums of more rows are not worked out.
const MOST_ROWS: usize = 128;

/// What is to be worked out.
pub(super) struct Asked<'a> {
    /// The formula of the step.
    pub(super) formula: &'a Formula,
    /// Its result as it is printed.
    pub(super) result: &'a Written,
    /// How the result was rounded; none where that is only for the reader.
    pub(super) rounding: Option<Rounding>,
    /// Values that are shown as they are written.
    pub(super) givens: &'a HashMap<Name, Written>,
    /// How many digits a reader wants.
    pub(super) format: Format,
    /// Whether no finer reading will come: then digits that are certain have to do.
    pub(super) finest: bool,
}

/// Works a formula down to its result; `None` where digits are not certain with the bits of the reading.
pub(super) fn work(asked: &Asked<'_>, reading: &Reading) -> Option<Work> {
    let mut worker = Worker { proven: Proven::new(reading.precision())?, reading, asked, values: HashMap::new() };
    let mut names = Names::default();
    let mut sums = Vec::new();
    let first = split_long_sums(asked.formula, &mut names, &mut sums);
    let mut all_rows: Vec<Part> = sums.iter().flat_map(|sum| rows(sum, &mut names)).collect();
    let too_long = all_rows.len() > MOST_ROWS;
    let mut chain = vec![(first, Vec::new())];
    while let Some((next, parts)) = chain.last().and_then(|(line, _)| round(line, &mut names)) {
        chain.push((next, parts));
    }
    // What an exact 0 absorbs has no value to show: the rounds before it stand, and the result.
    let rows_known = all_rows.iter().all(|row| worker.learn(row).is_ok());
    let known = chain.iter().take_while(|(_, parts)| parts.iter().all(|part| worker.learn(part).is_ok())).count();
    chain.truncate(known);
    let operands_known = chain.first().is_some_and(|(line, _)| worker.knows_all(line));
    if !(rows_known && operands_known) {
        let hopeless = asked.finest || !worker.is_undecided();
        return hopeless.then(Work::nothing);
    }
    if too_long {
        all_rows.clear();
    }
    worker.close(&chain, &all_rows).map(|work| Work { closes: work.closes && !too_long, ..work })
}

/// Works a formula with every operation on a row of its own, where each has a number and they are not too many.
pub(super) fn open_work(asked: &Asked<'_>, reading: &Reading) -> Option<Work> {
    let mut worker = Worker { proven: Proven::new(reading.precision())?, reading, asked, values: HashMap::new() };
    let mut rows = Vec::new();
    let last = operations(asked.formula, &mut Names::default(), &mut rows);
    let is_known = rows.len() <= MOST_ROWS && rows.iter().all(|row| worker.learn(row).is_ok());
    if !is_known || !worker.knows_all(&last) {
        return work(asked, reading);
    }
    let opened = worker.close(&[(last, Vec::new())], &rows)?;
    if opened.closes { Some(opened) } else { work(asked, reading) }
}

/// What has to come out of the digits of a line.
struct Wanted<'a> {
    formula: &'a Formula,
    written: &'a Written,
    rounding: Option<Rounding>,
}

impl<'a> Wanted<'a> {
    /// A number that is rounded only for the reader.
    fn shown(formula: &'a Formula, written: &'a Written) -> Self {
        Self { formula, written, rounding: None }
    }
}

struct Worker<'a> {
    proven: Proven,
    reading: &'a Reading,
    asked: &'a Asked<'a>,
    /// The true values of the parts.
    values: HashMap<Name, Outcome<Number>>,
}

/// Whether a question is settled, or needs more bits.
type Certain<T> = Option<T>;

impl Worker<'_> {
    fn value(&self, name: &Name) -> Outcome<Number> {
        match self.values.get(name) {
            Some(value) => value.clone(),
            None => self.reading.value(name.as_str()).cloned(),
        }
    }

    /// Computes the true value of a part.
    fn learn(&mut self, part: &Part) -> Result<(), Fault> {
        let value = part.formula.evaluate(&self.proven, &mut |name| self.value(name));
        self.values.insert(part.name.clone(), value.clone());
        value.map(|_| ())
    }

    fn knows_all(&self, line: &Formula) -> bool {
        let mut all = true;
        line.each_name(&mut |name| all &= self.value(name).is_ok());
        all
    }

    /// Whether any value failed only for want of bits.
    fn is_undecided(&self) -> bool {
        self.values.values().any(|value| matches!(value, Err(fault) if fault.is_undecided()))
    }

    /// The numbers of a line with `extra` digits more than the result has.
    fn numbers(&self, line: &Formula, extra: u32) -> Certain<HashMap<Name, Written>> {
        let format = self.asked.format.finer(extra);
        let mut numbers = HashMap::new();
        let mut certain = true;
        line.each_name(&mut |name| {
            if numbers.contains_key(name) {
                return;
            }
            let written = match self.asked.givens.get(name) {
                Some(given) => Some(given.clone()),
                None => self.value(name).ok().and_then(|value| self.write(&value, format)),
            };
            match written {
                Some(written) => drop(numbers.insert(name.clone(), written)),
                None => certain = false,
            }
        });
        certain.then_some(numbers)
    }

    fn write(&self, value: &Number, format: Format) -> Certain<Written> {
        // On paper only the result is rounded: what is short stands whole on the way to it.
        let short = |exact: &Exact| {
            exact.scale() <= format.decimals + MORE_ON_PAPER
                || exact.digit_count() <= u64::from(format.significant + MORE_ON_PAPER)
        };
        let whole = value.exact().filter(|_| self.asked.rounding.is_some()).map(Exact::normalized);
        if let Some(digits) = whole.filter(short) {
            return Some(Written { digits, exact: true });
        }
        let rounded = || {
            let digits = value.rounded(format.decimals).filter(|_| self.asked.finest)?;
            Some(Written { digits, exact: false })
        };
        value.written(format).or_else(rounded)
    }

    /// Whether a formula, computed from digits, comes out as is wanted.
    fn comes_out(&self, digits: &HashMap<Name, Written>, wanted: &Wanted<'_>) -> Certain<bool> {
        let mut digit = |name: &Name| match digits.get(name) {
            Some(written) => self.proven.constant(&written.digits),
            None => self.value(name),
        };
        let digits = &wanted.written.digits;
        match wanted.formula.evaluate(&self.proven, &mut digit) {
            Ok(value) => match wanted.rounding {
                Some(rounding) => value.rounded_by(rounding).map(|rounded| rounded.compare(digits).is_eq()),
                None => wanted.written.is_rounded_from(&value),
            },
            Err(fault) if fault.is_undecided() => None,
            Err(_) => Some(false),
        }
    }

    /// The fewest digits, from `least` more than the result's, with which all of `wanted` come out of a line.
    fn fewest(
        &self,
        line: &Formula,
        least: u32,
        wanted: &[Wanted<'_>],
    ) -> Certain<Option<(u32, HashMap<Name, Written>)>> {
        for extra in least..=least + MOST_EXTRA {
            let numbers = self.numbers(line, extra)?;
            let mut all = true;
            for wanted in wanted {
                all = all && self.comes_out(&numbers, wanted)?;
            }
            if all {
                return Some(Some((extra, numbers)));
            }
        }
        Some(None)
    }

    /// The numbers of a line with the fewest digits that close it; where none do, with those of the line below.
    fn fill(
        &self,
        line: &Formula,
        wanted: &[Wanted<'_>],
        least: &mut u32,
        closes: &mut bool,
    ) -> Certain<HashMap<Name, Written>> {
        if let Some((extra, numbers)) = self.fewest(line, *least, wanted)? {
            *least = extra;
            return Some(numbers);
        }
        *closes = false;
        self.numbers(line, *least)
    }

    fn close(&self, chain: &[(Formula, Vec<Part>)], rows: &[Part]) -> Certain<Work> {
        let result = self.asked.result;
        let mut closes = true;
        let mut least = 0;
        let mut filled: Vec<Filled> = Vec::new();
        for (at, (line, _)) in chain.iter().enumerate().rev() {
            let below = chain.get(at + 1).zip(filled.last());
            let parts = below.iter().flat_map(|((_, parts), below)| {
                let of = |part: &'_ Part| below.numbers.get(&part.name);
                parts.iter().filter_map(move |part| Some(Wanted::shown(&part.formula, of(part)?)))
            });
            let end = Wanted { formula: line, written: result, rounding: self.asked.rounding };
            let wanted: Vec<_> = parts.chain([end]).collect();
            let numbers = self.fill(line, &wanted, &mut least, &mut closes)?;
            filled.push(Filled { formula: line.clone(), numbers });
        }
        filled.reverse();
        let rows = match filled.first() {
            Some(first) => self.close_rows(rows, &first.numbers, least, &mut closes)?,
            None => Vec::new(),
        };
        let exact = |filled: &Filled| filled.numbers.values().all(|written| written.exact);
        let relation = Relation::of(result.exact && filled.last().is_none_or(exact));
        let mut above = true;
        let lines = filled
            .into_iter()
            .map(|filled| {
                let own = exact(&filled);
                let relation = Relation::of(own && above);
                above = own;
                WorkLine { relation, filled: readable(filled) }
            })
            .collect();
        Some(Work { rows, lines, relation, closes })
    }

    /// The rows of the long sums, the last first: each total has the digits that the row behind it needs.
    fn close_rows(
        &self,
        rows: &[Part],
        totals: &HashMap<Name, Written>,
        least: u32,
        closes: &mut bool,
    ) -> Certain<Vec<Row>> {
        let mut totals = totals.clone();
        let mut least = least;
        let mut done = Vec::new();
        for row in rows.iter().rev() {
            let Some(total) = totals.get(&row.name).cloned() else { continue };
            let numbers = self.fill(&row.formula, &[Wanted::shown(&row.formula, &total)], &mut least, closes)?;
            let exact = total.exact && numbers.values().all(|written| written.exact);
            totals.extend(numbers.iter().map(|(name, written)| (name.clone(), written.clone())));
            let filled = Filled { formula: row.formula.clone(), numbers };
            done.push(Row { filled, relation: Relation::of(exact), total });
        }
        done.reverse();
        Some(done)
    }
}

/// The same line as people write it.
fn readable(filled: Filled) -> Filled {
    let is_zero = |name: &Name| filled.numbers.get(name).is_some_and(|written| written.digits.is_zero());
    Filled { formula: without_negative_zeros(&filled.formula, &is_zero), numbers: filled.numbers }
}

impl Work {
    /// No lines: an exact zero has absorbed what has no number to show.
    fn nothing() -> Self {
        Self { rows: Vec::new(), lines: Vec::new(), relation: Relation::Equal, closes: true }
    }
}
