//! A sheet that is a table: a name and a value in each row, with commas, semicolons or tabs between them.

use csv::{ReaderBuilder, StringRecord, Trim};

use super::fault::{Column, SheetFaults};
use super::{MOST_LINES, Raw, SheetFaultKind};
use crate::scenario::Cells;

/// The words by which a heading calls the two columns.
const NAMES: [&str; 5] = ["name", "step", "名称", "步骤", "名字"];
const VALUES: [&str; 7] = ["value", "result", "answer", "值", "数值", "结果", "答案"];

/// In which columns of a table the two things stand.
struct Columns {
    name: usize,
    value: usize,
    /// How many cells a row may have.
    width: usize,
    has_heading: bool,
}

/// Reads the rows of a table.
pub(super) fn lines(text: &str, faults: &mut SheetFaults) -> Vec<Raw> {
    let comma = comma_of(text);
    let cells = Cells::of(text).separated_by(comma);
    let mut reader = ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true).trim(Trim::All).delimiter(comma);
    let mut reader = reader.from_reader(text.as_bytes());
    // Text in memory that is UTF-8 cannot fail to be read.
    let records = reader.records().map_while(Result::ok);
    let mut columns: Option<Columns> = None;
    let mut rows = Vec::new();
    let is_comment = |record: &StringRecord| record.get(0).is_some_and(|first| first.starts_with('#'));
    let says = |record: &StringRecord| record.iter().any(|cell| !cell.is_empty()) && !is_comment(record);
    for record in records.filter(says) {
        let start = start(&record);
        let Some(columns) = &columns else {
            let known = match Columns::of_heading(&record) {
                Ok(known) => known,
                Err(column) => {
                    faults.push(cells.row(start), SheetFaultKind::HeadingWithout { column });
                    return Vec::new();
                }
            };
            let known = columns.insert(known);
            if !known.has_heading {
                rows.extend(row(&record, known, &cells, faults));
            }
            continue;
        };
        if rows.len() == MOST_LINES || faults.are_plenty() {
            faults.push(cells.row(start), SheetFaultKind::TooManyLines { limit: MOST_LINES });
            break;
        }
        rows.extend(row(&record, columns, &cells, faults));
    }
    rows
}

fn row(record: &StringRecord, columns: &Columns, cells: &Cells<'_>, faults: &mut SheetFaults) -> Option<Raw> {
    let start = start(record);
    // Spreadsheets fill rows up with empty cells.
    let found = record.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).last().map_or(0, |(last, _)| last + 1);
    if found > columns.width {
        let kind = SheetFaultKind::TooManyCells { expected: columns.width, found, has_heading: columns.has_heading };
        faults.push(cells.cell(start, columns.width), kind);
        return None;
    }
    let cell = |at: usize| record.get(at).unwrap_or_default();
    let (name, value) = (cell(columns.name), cell(columns.value));
    // A row with a remark alone says nothing.
    if name.is_empty() && value.is_empty() {
        return None;
    }
    Some(Raw {
        name: name.to_owned(),
        name_place: cells.cell(start, columns.name),
        value: (!value.is_empty()).then(|| value.to_owned()),
        value_place: cells.cell(start, columns.value),
    })
}

impl Columns {
    /// The columns as the first row tells; where it is no heading, a name and a value.
    fn of_heading(first: &StringRecord) -> Result<Self, Column> {
        let find = |words: &[&str]| first.iter().position(|cell| words.contains(&cell.to_lowercase().as_str()));
        match (find(&NAMES), find(&VALUES)) {
            (Some(name), Some(value)) => Ok(Self { name, value, width: first.len(), has_heading: true }),
            // A step may well be called so; a row of words with no number is a heading.
            (Some(_), None) if !has_number(first) => Err(Column::Value),
            (None, Some(_)) if !has_number(first) => Err(Column::Name),
            _ => Ok(Self { name: 0, value: 1, width: 2, has_heading: false }),
        }
    }
}

fn has_number(record: &StringRecord) -> bool {
    record.len() < 2 || record.iter().skip(1).any(|cell| cell.contains(|letter: char| letter.is_ascii_digit()))
}

/// What separates the cells: of the signs that could, the one on the first line that says something.
fn comma_of(text: &str) -> u8 {
    let said = |line: &&str| !line.trim().is_empty() && !line.starts_with('#');
    let first = text.lines().find(said).unwrap_or_default();
    let mut quoted = false;
    let mut bare = first.chars().filter(|&letter| {
        quoted ^= letter == '"';
        !quoted
    });
    let bare: String = bare.by_ref().collect();
    match () {
        () if bare.contains(';') => b';',
        () if bare.contains('\t') => b'\t',
        () => b',',
    }
}

/// The byte at which a row starts.
fn start(record: &StringRecord) -> usize {
    record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default()
}
