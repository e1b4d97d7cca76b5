//! Samples from a table beside the scenario: a CSV file whose first row names its columns.

use std::sync::Arc;

use csv::{ReaderBuilder, StringRecord, Trim};
use rust_decimal::Decimal;

use super::Outline;
use super::parameters::same_count;
use super::samples::target_faults;
use crate::scenario::beside::Beside;
use crate::scenario::fault::{Counted, FaultKind, Faults, InTable, Place, Shape, Table, TableFault, clip};
use crate::scenario::literal;
use crate::scenario::load::MOST_BYTES;
use crate::scenario::model::Sample;
use crate::scenario::reader::{self, Field, Fields, Keys};
use crate::scenario::table_place::Cells;

const TABLE: Keys = Keys { known: &["csv", "inputs", "targets"] };
/// How many rows a table may have.
pub const MOST_ROWS: usize = 100_000;

/// Reads the samples of a table.
pub(super) fn samples(field: Field<'_>, outline: &Outline, beside: Beside<'_>, faults: &mut Faults) -> Vec<Sample> {
    let Some(fields) = Fields::open(field.node, field.place, &TABLE, faults) else { return Vec::new() };
    let before = faults.count();
    let inputs = fields.require("inputs", faults).map(|field| columns(field, Counted::Inputs, outline.inputs, faults));
    let targets = if outline.judged == Some(true) { fields.require("targets", faults) } else { fields.get("targets") };
    if let Some(field) = targets.filter(|_| outline.judged == Some(false)) {
        faults.push(field.place, FaultKind::TargetsWithoutLoss);
    }
    let targets = targets.map(|field| columns(field, Counted::Targets, outline.targets, faults)).unwrap_or_default();
    let Some(csv) = fields.require("csv", faults) else { return Vec::new() };
    let Some(name) = reader::scalar(csv.node, Shape::Text, faults) else { return Vec::new() };
    let (Some(inputs), true) = (inputs, faults.count() == before) else { return Vec::new() };
    let Some(table) = open(name, csv.node.place, beside, faults) else { return Vec::new() };
    let mut reading = Reading { cells: Cells::of(&table.table.text), table: &table, faults };
    reading.rows(&inputs, &targets, outline)
}

/// A column that is asked for.
struct Column<'a> {
    name: &'a str,
    place: Place,
}

fn columns<'a>(field: Field<'a>, what: Counted, expected: Option<usize>, faults: &mut Faults) -> Vec<Column<'a>> {
    let Some(items) = reader::list(field.node, faults) else { return Vec::new() };
    same_count(what, expected, items.len(), field.place, faults);
    let column = |item| Some(Column { name: reader::scalar(item, Shape::Name, faults)?.trim(), place: item.place });
    items.iter().filter_map(column).collect()
}

/// Reads the text of the table, without a mark of the byte order.
fn open(name: &str, named_at: Place, beside: Beside<'_>, faults: &mut Faults) -> Option<InTable> {
    let bytes = match beside.read(name) {
        Ok(bytes) => bytes,
        Err(fault) => {
            faults.push(named_at, FaultKind::Table(fault));
            return None;
        }
    };
    if bytes.len() > MOST_BYTES {
        faults.push(named_at, FaultKind::TooManyBytes { limit: MOST_BYTES });
        return None;
    }
    let (text, wrong) = match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let (at, bytes) = (error.utf8_error().valid_up_to(), error.into_bytes());
            (String::from_utf8_lossy(&bytes[..at]).into_owned(), bytes.get(at).copied())
        }
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned();
    let table = InTable { table: Arc::new(Table { name: name.to_owned(), text }), named_at };
    if let Some(byte) = wrong {
        let text = &table.table.text;
        faults.push_in(&table, Cells::of(text).at(text.len(), 1), FaultKind::Table(TableFault::NotText { byte }));
        return None;
    }
    Some(table)
}

/// A table that is being read.
struct Reading<'a> {
    table: &'a InTable,
    cells: Cells<'a>,
    faults: &'a mut Faults,
}

impl Reading<'_> {
    fn rows(&mut self, inputs: &[Column<'_>], targets: &[Column<'_>], outline: &Outline) -> Vec<Sample> {
        let text = &self.table.table.text;
        let mut reader = ReaderBuilder::new();
        let mut reader = reader.has_headers(false).flexible(true).trim(Trim::All).from_reader(text.as_bytes());
        // Text in memory that is UTF-8 cannot fail to be read.
        let mut records = reader.records().map_while(Result::ok);
        let no_rows = FaultKind::Table(TableFault::NoRows { file: self.table.table.name.clone() });
        let Some(header) = records.next() else {
            self.faults.push(self.table.named_at, no_rows);
            return Vec::new();
        };
        if header.len() == 1 && header.iter().any(|only| only.contains([';', '\t'])) {
            let place = self.cells.row(start(&header));
            self.faults.push_in(self.table, place, FaultKind::Table(TableFault::NotCommas));
            return Vec::new();
        }
        let (Some(inputs), Some(targets)) = (self.find(inputs, &header), self.find(targets, &header)) else {
            return Vec::new();
        };
        let mut samples = Vec::new();
        for record in records {
            if samples.len() == MOST_ROWS {
                let kind = FaultKind::Table(TableFault::TooManyRows { limit: MOST_ROWS });
                self.faults.push(self.table.named_at, kind);
                break;
            }
            if record.len() != header.len() {
                let kind = TableFault::RowLength { expected: header.len(), found: record.len() };
                let place = self.cells.row(start(&record));
                self.faults.push_in(self.table, place, FaultKind::Table(kind));
            }
            let inputs = self.numbers(&record, &header, &inputs);
            let before = self.faults.count();
            let values = self.numbers(&record, &header, &targets);
            if self.faults.count() == before {
                for (at, kind) in target_faults(&values, outline.loss) {
                    let column = at.and_then(|at| targets.get(at)).or(targets.first()).copied().unwrap_or_default();
                    self.faults.push_in(self.table, self.cells.cell(start(&record), column), kind);
                }
            }
            samples.push(Sample { name: None, inputs, targets: values });
        }
        if samples.is_empty() {
            self.faults.push(self.table.named_at, no_rows);
        }
        samples
    }

    /// The places of columns among those of the table.
    fn find(&mut self, columns: &[Column<'_>], header: &StringRecord) -> Option<Vec<usize>> {
        let mut found = Vec::with_capacity(columns.len());
        for column in columns {
            let mut places = header.iter().enumerate().filter(|(_, name)| *name == column.name).map(|(at, _)| at);
            match (places.next(), places.next()) {
                (Some(at), None) => found.push(at),
                (Some(_), Some(twin)) => {
                    let kind = FaultKind::Table(TableFault::ColumnTwice { name: clip(column.name) });
                    self.faults.push_in(self.table, self.cells.cell(start(header), twin), kind);
                }
                (None, _) => {
                    let known: Vec<String> = header.iter().map(|name| format!("`{}`", clip(name))).collect();
                    let kind = TableFault::NoSuchColumn {
                        name: clip(column.name),
                        file: self.table.table.name.clone(),
                        nearest: self.faults.nearest(column.name, header.iter()),
                        known: clip(&known.join(", ")),
                    };
                    self.faults.push(column.place, FaultKind::Table(kind));
                }
            }
        }
        (found.len() == columns.len()).then_some(found)
    }

    /// The numbers of a row in some columns, read from their text.
    fn numbers(&mut self, record: &StringRecord, header: &StringRecord, columns: &[usize]) -> Vec<Decimal> {
        let mut numbers = Vec::with_capacity(columns.len());
        for &column in columns {
            let number = match record.get(column) {
                // That the row is too short has been said.
                None => Ok(Decimal::ZERO),
                Some("") => {
                    let column = clip(header.get(column).unwrap_or_default());
                    Err(FaultKind::Table(TableFault::EmptyCell { column }))
                }
                Some(text) => literal::decimal(text),
            };
            match number {
                Ok(number) => numbers.push(number),
                Err(kind) => self.faults.push_in(self.table, self.cells.cell(start(record), column), kind),
            }
        }
        numbers
    }
}

/// The byte at which a row starts.
fn start(record: &StringRecord) -> usize {
    record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default()
}
