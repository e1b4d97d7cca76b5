//! Where in the text of a table a cell stands: its line and column, as an editor counts them.

use super::fault::Place;

/// The text of a table, with the bytes at which its lines start.
pub struct Cells<'a> {
    text: &'a str,
    lines: Vec<usize>,
    /// What stands between cells.
    comma: u8,
}

impl<'a> Cells<'a> {
    /// Counts the lines of `text`, whose cells are separated by commas.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let ends_line = |(at, byte): (usize, &u8)| match byte {
            b'\n' => Some(at + 1),
            b'\r' if bytes.get(at + 1) != Some(&b'\n') => Some(at + 1),
            _ => None,
        };
        let lines = std::iter::once(0).chain(bytes.iter().enumerate().filter_map(ends_line)).collect();
        Self { text, lines, comma: b',' }
    }

    /// The same where another sign separates cells.
    #[must_use]
    pub fn separated_by(self, comma: u8) -> Self {
        Self { comma, ..self }
    }

    /// The place of so many characters from a byte on.
    #[must_use]
    pub fn at(&self, byte: usize, length: usize) -> Place {
        let line = self.lines.partition_point(|&start| start <= byte);
        let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or_default();
        let column = self.text.get(start..byte).map_or(0, |before| before.chars().count()) + 1;
        let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Place { line: small(line), column: small(column), length: small(length.max(1)) }
    }

    /// The place of the row that starts at a byte.
    #[must_use]
    pub fn row(&self, start: usize) -> Place {
        let start = self.first_of(start);
        let rest = self.text.get(start..).unwrap_or_default();
        self.at(start, rest.lines().next().unwrap_or_default().chars().count())
    }

    /// The place of a cell, counted from 0, of the row that starts at a byte.
    #[must_use]
    pub fn cell(&self, start: usize, cell: usize) -> Place {
        let start = self.first_of(start);
        let rest = self.text.get(start..).unwrap_or_default();
        let (mut from, mut end, mut left, mut quoted) = (0, rest.len(), cell, false);
        for (at, byte) in rest.bytes().enumerate() {
            match byte {
                b'"' => quoted = !quoted,
                comma if comma == self.comma && !quoted && left > 0 => {
                    left -= 1;
                    from = at + 1;
                }
                byte if !quoted && (byte == self.comma || matches!(byte, b'\r' | b'\n')) => {
                    end = at;
                    break;
                }
                _ => {}
            }
        }
        let text = rest.get(from..end).unwrap_or_default();
        let trimmed = text.trim();
        let ahead = if trimmed.is_empty() { 0 } else { text.len() - text.trim_start().len() };
        self.at(start + from + ahead, trimmed.chars().count())
    }

    /// Where a row begins that is said to start at a byte: blank lines before it are no part of it.
    fn first_of(&self, start: usize) -> usize {
        let rest = self.text.get(start..).unwrap_or_default();
        start + (rest.len() - rest.trim_start_matches(['\r', '\n']).len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, start: usize, cell: usize) -> (u32, u32, u32) {
        let place = Cells::of(text).cell(start, cell);
        (place.line, place.column, place.length)
    }

    #[test]
    fn a_cell_is_found_by_its_line_and_column() {
        let text = "a,b\n1, 2\n\n\"x,\ny\",  34,\n";
        assert_eq!(marked(text, 4, 1), (2, 4, 1));
        // The row starts behind a blank line, and its first cell has a line of its own within it.
        assert_eq!(marked(text, 9, 0), (4, 1, 6));
        assert_eq!(marked(text, 9, 1), (5, 6, 2));
        assert_eq!(marked(text, 9, 2), (5, 9, 1));
        assert_eq!(Cells::of("a;0,5").separated_by(b';').cell(0, 1), Place { line: 1, column: 3, length: 3 });
    }

    #[test]
    fn every_way_to_end_a_line_counts_once() {
        assert_eq!(marked("a\r\nbb\r\nc", 3, 0), (2, 1, 2));
        // Some readers say that a row starts with the rest of the line break before it.
        assert_eq!(marked("a\r\nbb\r\nc", 2, 0), (2, 1, 2));
        assert_eq!(marked("a\rbb", 2, 0), (2, 1, 2));
        assert_eq!(Cells::of("größe\nx").cell(0, 0), Place { line: 1, column: 1, length: 5 });
    }
}
