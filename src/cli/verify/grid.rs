//! Rows of cells in columns that are as wide as what stands in them.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr as _;

/// Lays out rows, each behind `indent`; what stands below a row, if anything, follows it.
pub(super) fn lay_out(rows: &[(Vec<String>, Option<String>)], indent: &str) -> String {
    let columns = rows.iter().map(|(cells, _)| cells.len()).max().unwrap_or_default();
    let width = |column: usize| rows.iter().filter_map(|(cells, _)| Some(cells.get(column)?.width())).max();
    let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or_default()).collect();
    let mut text = String::new();
    for (cells, below) in rows {
        let padded = cells.iter().zip(&widths).map(|(cell, width)| {
            let space = " ".repeat(width.saturating_sub(cell.width()));
            format!("{cell}{space}")
        });
        let line = format!("{indent}{}", padded.collect::<Vec<_>>().join("  "));
        text.push_str(line.trim_end());
        text.push('\n');
        if let Some(below) = below {
            let _ = writeln!(text, "{indent}    {below}");
        }
    }
    text
}
