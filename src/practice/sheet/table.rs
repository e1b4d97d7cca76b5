//! A sheet that is a table: a name and a value in each row, with commas, semicolons or tabs between them.

use csv::{ReaderBuilder, StringRecord, Trim};

use super::fault::{Column, SheetFaultKind, SheetFaults};
use super::heading::Columns;
use super::notice::Notices;
use super::{MOST_LINES, Raw};
use crate::scenario::Cells;

/// A heading is looked for in so many rows; what comes before it is a title.
const MOST_TITLES: usize = 40;

/// The separator is looked for in so many lines.
const LOOKED_AT: usize = 100;

/// What is between two cells.
pub(super) struct Separator {
    sign: u8,
    /// Whether the first line says so: `sep=;`.
    is_said: bool,
}

/// A row of cells, and the byte at which it starts.
struct Row {
    cells: StringRecord,
    start: usize,
}

/// Reads the rows of a table.
pub(super) fn lines(text: &str, separator: &Separator, notices: &mut Notices, faults: &mut SheetFaults) -> Vec<Raw> {
    let cells = Cells::of(text).separated_by(separator.sign);
    let rows = rows(text, separator);
    let heading = rows.iter().take(MOST_TITLES).position(|row| Columns::of_heading(&row.words()).is_some());
    let mut columns = Columns::BARE;
    let mut raw = Vec::new();
    let mut is_first = true;
    for (at, row) in rows.iter().enumerate() {
        let words = row.words();
        let is_comment = row.is_comment();
        let is_title = heading.is_some_and(|heading| at < heading);
        if (is_comment || raw.is_empty()) && notices.take(&words, cells.row(row.start), faults) {
            continue;
        }
        if is_comment || is_title {
            continue;
        }
        if heading == Some(at) {
            columns = Columns::of_heading(&words).unwrap_or(Columns::BARE);
            continue;
        }
        // A step may well be called `name` or `value`; a row of words without a number is a heading.
        if std::mem::take(&mut is_first) && heading.is_none() && !has_number(&words) {
            let column = match Columns::one_alone(&words) {
                Some(true) => Some(Column::Value),
                Some(false) => Some(Column::Name),
                None => None,
            };
            if let Some(column) = column {
                faults.push(cells.row(row.start), SheetFaultKind::HeadingWithout { column });
                return Vec::new();
            }
        }
        if raw.len() == MOST_LINES {
            faults.push(cells.row(row.start), SheetFaultKind::TooManyLines { limit: MOST_LINES });
            return Vec::new();
        }
        raw.extend(line(&words, columns, row.start, &cells));
    }
    raw
}

/// The rows that say anything; no more than a sheet can have.
fn rows(text: &str, separator: &Separator) -> Vec<Row> {
    let mut reader = ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true).trim(Trim::All).delimiter(separator.sign);
    // A quotation mark without its other half would make one cell of all the rest.
    let mut reader = reader.quoting(text.matches('"').count().is_multiple_of(2)).from_reader(text.as_bytes());
    // Text in memory that is UTF-8 cannot fail to be read.
    let records = reader.records().map_while(Result::ok).skip(usize::from(separator.is_said));
    let rows = records.filter(|record| record.iter().any(|cell| !cell.is_empty()));
    rows.map(|cells| Row { start: start(&cells), cells }).take(MOST_LINES.saturating_mul(2)).collect()
}

impl Row {
    fn words(&self) -> Vec<&str> {
        self.cells
            .iter()
            .map(|cell| cell.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '\u{feff}' | '"')))
            .collect()
    }

    fn is_comment(&self) -> bool {
        self.cells.iter().find(|cell| !cell.is_empty()).is_some_and(|first| first.starts_with('#'))
            && self.cells.get(0).is_some_and(|first| first.is_empty() || first.starts_with('#'))
    }
}

fn line(words: &[&str], columns: Columns, start: usize, cells: &Cells<'_>) -> Option<Raw> {
    let cell = |at: usize| words.get(at).copied().unwrap_or_default();
    let (mut name, mut value) = (cell(columns.name), cell(columns.value));
    // `net_h1 = 0.3775` in one cell.
    if value.is_empty()
        && words.iter().filter(|cell| !cell.is_empty()).count() == 1
        && let Some((before, after)) = name.split_once('=')
    {
        (name, value) = (before.trim(), after.trim());
    } else if value.is_empty()
        && words.iter().filter(|cell| !cell.is_empty()).count() == 1
        && let Some((before, after)) = name.rsplit_once(char::is_whitespace)
        && is_decimal(after)
    {
        (name, value) = (before.trim(), after);
    }
    // A row with a remark alone says nothing.
    if name.is_empty() && value.is_empty() {
        return None;
    }
    // Spreadsheets fill rows up with empty cells, and people write remarks beside them; digits there may be decimals.
    let has_digit = |cell: &&str| cell.contains(|letter: char| letter.is_ascii_digit());
    let beyond = words.get(columns.width..).unwrap_or_default().iter().rposition(has_digit);
    let fault = beyond.map(|beyond| {
        let found = columns.width + beyond + 1;
        let kind = SheetFaultKind::TooManyCells { expected: columns.width, found, has_heading: columns.has_heading };
        (cells.cell(start, columns.width), kind)
    });
    let name_place = cells.cell(start, columns.name);
    Some(Raw {
        name: name.to_owned(),
        name_place,
        value: (!value.is_empty()).then(|| value.to_owned()),
        value_place: cells.cell(start, columns.value),
        fault,
    })
}

/// Whether a word is a number with decimals, as in `net_h1 0.3775` without a separator.
fn is_decimal(word: &str) -> bool {
    let is_part = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',' | '-' | '−' | '+');
    word.chars().all(is_part) && word.contains(['.', ',']) && word.contains(|letter: char| letter.is_ascii_digit())
}

fn has_number(words: &[&str]) -> bool {
    words.len() < 2 || words.iter().skip(1).any(|cell| cell.contains(|letter: char| letter.is_ascii_digit()))
}

impl Separator {
    pub(super) const TAB: Self = Self { sign: b'\t', is_said: false };

    /// What separates the cells: what the first line says, or what most lines have.
    pub(super) fn of(text: &str) -> Self {
        if let Some(sign) = said(text.lines().next().unwrap_or_default()) {
            return Self { sign, is_said: true };
        }
        let says = |line: &&str| !line.trim().is_empty() && !line.starts_with('#');
        let lines: Vec<String> = text.lines().filter(says).take(LOOKED_AT).map(unquoted).collect();
        let having = |sign: char| lines.iter().filter(|line| line.contains(sign)).count();
        let most = |sign: char| having(sign) * 2 >= lines.len() && having(sign) > 0;
        let is_ruled = lines.iter().filter(|line| line.trim_start().starts_with('|')).count() * 2 > lines.len();
        let sign = match () {
            () if is_ruled => b'|',
            () if most(';') => b';',
            () if most('\t') => b'\t',
            () => b',',
        };
        Self { sign, is_said: false }
    }
}

/// What a first line `sep=;` says, by which Excel is told.
fn said(line: &str) -> Option<u8> {
    let line = line.trim().trim_matches('"').to_lowercase();
    let sign = line.strip_prefix("sep=")?;
    match sign.trim_end_matches(['"', ',', ';']).bytes().next().or_else(|| sign.bytes().next()).unwrap_or(b'\t') {
        sign @ (b';' | b',' | b'\t' | b'|') => Some(sign),
        _ => None,
    }
}

/// A line without what is in quotation marks.
fn unquoted(line: &str) -> String {
    let mut quoted = false;
    let bare = line.chars().filter(|&letter| {
        quoted ^= letter == '"';
        !quoted
    });
    bare.collect()
}

/// The byte at which a row starts.
fn start(record: &StringRecord) -> usize {
    record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_what_the_sheet_says_or_has() {
        for (text, sign) in [
            ("name,value\nnet_h1,0.3775\n", b','),
            ("sep=;\nname;value\n", b';'),
            ("\"sep=,\"\nname,value\n", b','),
            ("sep=\t\nname\tvalue\n", b'\t'),
            ("Homework 3, group A\nname;value\nnet_h1;0,3775\nout_h1;0,5933\n", b';'),
            ("name\tvalue\nnet_h1\t0,3775\n", b'\t'),
            ("net_h1,\"a;b\"\n", b','),
            ("", b','),
        ] {
            assert_eq!(Separator::of(text).sign, sign, "{text}");
        }
    }
}
