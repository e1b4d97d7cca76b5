//! A workbook of Excel, Numbers or Google Sheets (XLSX) as a table of text: what a person sees in each cell.
//!
//! A workbook keeps numbers as binary floats. The shortest decimal that gives the same float has the digits that were
//! typed, as long as those are 15 at most, which is what spreadsheets keep; the number format then says how many of them
//! are seen. A formula is never computed: the workbook has its last result.

use std::io::{Cursor, Read as _};

use calamine::{DataRef, Reader as _, Xlsx};
use zip::ZipArchive;

use super::heading::Columns;
use super::number_format::seen;
use super::{MOST_LINES, is_blank};
use crate::sanitize::is_harmful;

/// So many bytes may be in an archive when it is unpacked.
const MOST_UNPACKED: u64 = 64 << 20;
/// So many tables of a workbook are looked at.
const MOST_TABLES: usize = 16;
/// So many columns of a table are read.
const MOST_COLUMNS: u32 = 64;
/// So many characters of a cell are read.
const LONGEST_CELL: usize = 4_000;

/// Why a workbook cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkbookFault {
    /// It is an archive, and no workbook.
    Broken,
    /// It is a workbook of a version before 2007.
    Old,
    /// It has more in it than anybody hands in.
    TooLarge,
}

/// The first table with a heading, or else the first that says anything: a line for each row, a tab between cells.
pub(super) fn text(bytes: &[u8]) -> Result<String, WorkbookFault> {
    refuse_bombs(bytes)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| WorkbookFault::Broken)?;
    let mut first = None;
    for name in workbook.sheet_names().into_iter().take(MOST_TABLES) {
        let Ok(rows) = rows(&mut workbook, &name) else { continue };
        let says = |row: &Vec<String>| row.iter().any(|cell| !cell.is_empty());
        if rows.iter().any(|row| Columns::of_heading(row).is_some()) {
            return Ok(lines(&rows));
        }
        if first.is_none() && rows.iter().any(says) {
            first = Some(lines(&rows));
        }
    }
    Ok(first.unwrap_or_default())
}

/// Unpacks everything once, so that nothing that reads it later can run out of memory.
fn refuse_bombs(bytes: &[u8]) -> Result<(), WorkbookFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| WorkbookFault::Broken)?;
    let mut left = MOST_UNPACKED;
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(|_| WorkbookFault::Broken)?;
        let read = std::io::copy(&mut file.take(left), &mut std::io::sink()).map_err(|_| WorkbookFault::Broken)?;
        left = left.saturating_sub(read);
        if left == 0 {
            return Err(WorkbookFault::TooLarge);
        }
    }
    Ok(())
}

/// The cells of a table as they are seen; the first row is the first of the workbook.
fn rows(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<Vec<String>>, WorkbookFault> {
    let mut reader = workbook.worksheet_cells_reader(name).map_err(|_| WorkbookFault::Broken)?;
    let formats: Vec<String> = reader
        .styles()
        .iter()
        .map(|style| style.number_format.as_ref().map_or_else(String::new, |format| format.format_code.clone()))
        .collect();
    let mut rows: Vec<Vec<String>> = Vec::new();
    let limit = u32::try_from(MOST_LINES.saturating_mul(2)).unwrap_or(u32::MAX);
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|_| WorkbookFault::Broken)? {
        let (row, column) = cell.get_position();
        if row >= limit {
            return Err(WorkbookFault::TooLarge);
        }
        let text = shown(cell.get_value(), formats.get(style).map_or("", String::as_str));
        if column >= MOST_COLUMNS || text.is_empty() {
            continue;
        }
        let (row, column) = (usize::try_from(row).unwrap_or_default(), usize::try_from(column).unwrap_or_default());
        if rows.len() <= row {
            rows.resize_with(row + 1, Vec::new);
        }
        if let Some(cells) = rows.get_mut(row) {
            if cells.len() <= column {
                cells.resize_with(column + 1, String::new);
            }
            if let Some(place) = cells.get_mut(column) {
                *place = text;
            }
        }
    }
    Ok(rows)
}

/// What a person sees in a cell.
fn shown(value: &DataRef<'_>, format: &str) -> String {
    let text = |text: &str| {
        let plain = |letter: char| if letter.is_whitespace() { ' ' } else { letter };
        text.chars().take(LONGEST_CELL).map(plain).collect::<String>().trim().to_owned()
    };
    match value {
        DataRef::Int(number) => seen(&number.to_string(), format),
        DataRef::Float(number) if number.is_finite() => seen(&number.to_string(), format),
        DataRef::Float(_) | DataRef::Empty => String::new(),
        DataRef::String(words) => text(words),
        DataRef::SharedString(words) => text(words),
        DataRef::Bool(truth) => truth.to_string().to_uppercase(),
        // What was typed is lost: a spreadsheet took it for a day or a time.
        DataRef::DateTime(date) => format!("[date or time] {}", date.as_f64()),
        DataRef::DateTimeIso(date) | DataRef::DurationIso(date) => format!("[date or time] {}", text(date)),
        DataRef::Error(error) => error.to_string(),
    }
}

/// Rows as lines of a table with tabs.
fn lines(rows: &[Vec<String>]) -> String {
    let cell = |cell: &String| {
        let is_quoted = cell.starts_with(['"', '#']) || cell.contains('"');
        let is_number_sign = cell.starts_with('#') && is_blank(cell);
        match () {
            () if is_number_sign => String::new(),
            () if is_quoted && !cell.starts_with('#') => format!("\"{}\"", cell.replace('"', "\"\"")),
            () => cell.clone(),
        }
    };
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
    let text = rows.iter().map(line).collect::<Vec<_>>().join("\n");
    // A control character stays where it is seen; only an end of text would end the table.
    text.chars()
        .map(|letter| if letter == '\0' || is_harmful(letter) && letter == '\u{1a}' { ' ' } else { letter })
        .collect()
}
