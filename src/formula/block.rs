//! Blocks of text in two dimensions, and how they are put together.
//!
//! All measures are in cells of the terminal, so that wide letters align too.

use std::fmt;

use unicode_width::UnicodeWidthStr as _;

use super::piece::{Piece, PieceKind};
use super::symbols::{Bracket, Brackets, Root, Symbols};

/// A shorter bar looks like a sign.
const SHORTEST_BAR: usize = 3;

/// Rows of text that belong together; all are equally wide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    rows: Vec<Vec<Piece>>,
    baseline: usize,
    width: usize,
    /// How many of the last rows only hang below the line, as subscripts do; brackets leave them out.
    hanging: usize,
}

/// Adds a piece; space joins space.
fn push(row: &mut Vec<Piece>, piece: Piece) {
    match row.last_mut() {
        Some(last) if last.kind == PieceKind::Space && piece.kind == PieceKind::Space => {
            last.text.push_str(&piece.text);
        }
        _ if piece.text.is_empty() => {}
        _ => row.push(piece),
    }
}

/// Adds so many empty cells.
fn pad(row: &mut Vec<Piece>, cells: usize) {
    push(row, Piece::new(" ".repeat(cells), PieceKind::Space));
}

impl Block {
    /// One piece alone.
    #[must_use]
    pub fn of(piece: Piece) -> Self {
        let width = piece.text.width();
        Self { rows: vec![vec![piece]], baseline: 0, width, hanging: 0 }
    }

    /// Blocks beside each other on one baseline.
    #[must_use]
    pub fn beside(parts: impl IntoIterator<Item = Self>) -> Self {
        let parts: Vec<_> = parts.into_iter().collect();
        let below = |part: &Self| part.height() - part.baseline;
        let baseline = parts.iter().map(|part| part.baseline).max().unwrap_or(0);
        let depth = parts.iter().map(below).max().unwrap_or(1);
        let hanging = depth - parts.iter().map(|part| below(part) - part.hanging).max().unwrap_or(1);
        let mut rows = vec![Vec::new(); baseline + depth];
        let mut width = 0;
        for part in parts {
            let from = baseline - part.baseline;
            let mut filled = vec![Vec::new(); from];
            filled.extend(part.rows);
            filled.resize(rows.len(), Vec::new());
            for (row, pieces) in rows.iter_mut().zip(filled) {
                if pieces.is_empty() {
                    pad(row, part.width);
                }
                for piece in pieces {
                    push(row, piece);
                }
            }
            width += part.width;
        }
        Self { rows, baseline, width, hanging }
    }

    /// Blocks below each other, each in the middle; the baseline is that of the block `base`.
    fn stacked(parts: Vec<Self>, base: usize) -> Self {
        let width = parts.iter().map(|part| part.width).max().unwrap_or(0);
        let above: usize = parts.iter().take(base).map(Self::height).sum();
        let baseline = above + parts.get(base).map_or(0, |part| part.baseline);
        let mut rows = Vec::with_capacity(parts.iter().map(Self::height).sum());
        for part in parts {
            let left = (width - part.width) / 2;
            for pieces in part.rows {
                let mut row = Vec::with_capacity(pieces.len() + 2);
                pad(&mut row, left);
                for piece in pieces {
                    push(&mut row, piece);
                }
                pad(&mut row, width - part.width - left);
                rows.push(row);
            }
        }
        Self { rows, baseline, width, hanging: 0 }
    }

    /// A fraction; its bar is made of `bar`.
    pub(super) fn fraction(above: Self, below: Self, bar: &Piece) -> Self {
        // A bar above or below another is the longer one.
        let is_fraction = |part: &Self| {
            part.rows.get(part.baseline).is_some_and(|row| row.iter().any(|piece| piece.kind == PieceKind::Bar))
        };
        let margin = if is_fraction(&above) || is_fraction(&below) { 2 } else { 0 };
        let width = (above.width.max(below.width) + margin).max(SHORTEST_BAR);
        let bar = Piece { text: bar.text.repeat(width), ..bar.clone() };
        Self::stacked(vec![above, Self::of(bar), below], 1)
    }

    /// `base` with `exponent` above it to the right.
    pub(super) fn raised(base: Self, mut exponent: Self) -> Self {
        exponent.baseline = exponent.height() + base.baseline;
        exponent.rows.resize(exponent.baseline + 1, Vec::new());
        exponent.fill();
        exponent.hanging = 0;
        Self::beside([base, exponent])
    }

    /// `base` with one text above and one below it to the right.
    pub(super) fn with_scripts(base: Self, sup: Option<Piece>, sub: Option<Piece>) -> Self {
        let wide = |piece: &Option<Piece>| piece.as_ref().map_or(0, |piece| piece.text.width());
        let width = wide(&sup).max(wide(&sub));
        let mut rows = Vec::new();
        rows.extend(sup.map(|piece| vec![piece]));
        rows.resize(rows.len() + base.baseline, Vec::new());
        let baseline = rows.len();
        rows.push(Vec::new());
        let hanging = usize::from(sub.is_some());
        rows.extend(sub.map(|piece| vec![piece]));
        let mut scripts = Self { rows, baseline, width, hanging };
        scripts.fill();
        Self::beside([base, scripts])
    }

    /// Makes all rows as wide as the block.
    fn fill(&mut self) {
        for row in &mut self.rows {
            let filled: usize = row.iter().map(|piece| piece.text.width()).sum();
            pad(row, self.width.saturating_sub(filled));
        }
    }

    /// The block with `mark` above its middle.
    pub(super) fn marked(self, mark: Piece) -> Self {
        let hanging = self.hanging;
        Self { hanging, ..Self::stacked(vec![Self::of(mark), self], 1) }
    }

    /// The block in brackets that are as high as it is.
    pub(super) fn bracketed(self, brackets: &Brackets) -> Self {
        let height = self.height() - self.hanging;
        let baseline = self.baseline;
        let side = |bracket: &Bracket| {
            let part = |index: usize| match index {
                _ if height == 1 => bracket.single,
                0 => bracket.top,
                _ if index + 1 == height => bracket.bottom,
                _ => bracket.middle,
            };
            let rows = (0..height).map(|index| vec![Piece::new(part(index), PieceKind::Bracket)]).collect();
            Self { rows, baseline, width: bracket.single.width(), hanging: 0 }
        };
        Self::beside([side(&brackets.open), self, side(&brackets.close)])
    }

    /// The block below a root.
    pub(super) fn rooted(self, root: &Root) -> Self {
        let piece = |text: &str| vec![Piece::new(text, PieceKind::Bracket)];
        let height = self.height() - self.hanging;
        let mut rows = vec![piece(root.corner)];
        rows.extend((0..height).map(|index| piece(if index + 1 == height { root.foot } else { root.side })));
        let sign = Self { rows, baseline: self.baseline + 1, width: root.foot.width(), hanging: 0 };
        let line = Piece::new(root.line.repeat(self.width), PieceKind::Bracket);
        Self::beside([sign, self.marked(line)])
    }

    /// An operator with space on both sides, to stand between blocks: ` = `.
    #[must_use]
    pub fn operator(sign: &str) -> Self {
        let piece = Piece::new(sign, PieceKind::Operator);
        Self::beside([Self::space(1), Self::of(piece), Self::space(1)])
    }

    /// Empty cells on one row.
    #[must_use]
    pub fn space(cells: usize) -> Self {
        Self::of(Piece::new(" ".repeat(cells), PieceKind::Space))
    }

    /// A piece of a bar of that set of signs.
    pub(super) fn bar(symbols: &Symbols) -> Piece {
        Piece::new(symbols.bar, PieceKind::Bar)
    }

    /// The rows from the top.
    #[must_use]
    pub fn rows(&self) -> &[Vec<Piece>] {
        &self.rows
    }

    /// Which row stands on the line of the text around.
    #[must_use]
    pub fn baseline(&self) -> usize {
        self.baseline
    }

    /// How many cells wide it is.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// How many rows high it is.
    #[must_use]
    pub fn height(&self) -> usize {
        self.rows.len()
    }

    /// Whether it fits into so many cells.
    #[must_use]
    pub fn fits(&self, width: usize) -> bool {
        self.width <= width
    }

    /// Whether it is a fraction at its left edge, so that a sign before it needs room.
    pub(super) fn begins_with_a_bar(&self) -> bool {
        let first = self.rows.get(self.baseline).and_then(|row| row.first());
        first.is_some_and(|piece| piece.kind == PieceKind::Bar)
    }
}

impl fmt::Display for Block {
    /// Writes the rows without the space at their ends.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, row) in self.rows.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{}", Piece::join(row).trim_end())?;
        }
        Ok(())
    }
}
