//! A field of cells that lines and texts are drawn on.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

use crate::tui::symbols::{Signs, Stroke, Strokes};

/// What stands in a cell over its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Over {
    Nothing,
    Text(String, Style),
    /// The second half of a wide letter.
    Half,
}

/// The field.
pub(super) struct Canvas {
    width: usize,
    height: usize,
    strokes: Vec<Strokes>,
    over: Vec<Over>,
    signs: &'static Signs,
}

impl Canvas {
    pub(super) fn new(width: usize, height: usize, signs: &'static Signs) -> Self {
        let cells = width * height;
        Self { width, height, strokes: vec![Strokes::default(); cells], over: vec![Over::Nothing; cells], signs }
    }

    fn at(&self, x: usize, y: usize) -> Option<usize> {
        (x < self.width && y < self.height).then(|| y * self.width + x)
    }

    fn stroke(&mut self, x: usize, y: usize, add: impl FnOnce(&mut Strokes)) {
        if let Some(at) = self.at(x, y) {
            add(&mut self.strokes[at]);
        }
    }

    /// Draws from the middle of one cell of a row to the middle of another, but not in cells that `skip` names.
    pub(super) fn across(&mut self, y: usize, from: usize, to: usize, with: Stroke, skip: &dyn Fn(usize) -> bool) {
        for x in from..=to {
            if skip(x) {
                continue;
            }
            self.stroke(x, y, |cell| {
                if x > from {
                    cell.left = cell.left.max(with);
                }
                if x < to {
                    cell.right = cell.right.max(with);
                }
            });
        }
    }

    /// Lets a line leave a cell to the left, or to the right, as at the edge of a column.
    pub(super) fn open(&mut self, x: usize, y: usize, left: bool, with: Stroke) {
        self.stroke(x, y, |cell| {
            let side = if left { &mut cell.left } else { &mut cell.right };
            *side = (*side).max(with);
        });
    }

    /// Draws from the middle of one cell of a column to the middle of another.
    pub(super) fn down(&mut self, x: usize, from: usize, to: usize, with: Stroke) {
        for y in from..=to {
            self.stroke(x, y, |cell| {
                if y > from {
                    cell.up = cell.up.max(with);
                }
                if y < to {
                    cell.down = cell.down.max(with);
                }
            });
        }
    }

    /// Writes a text over what is there, cut off at the edge only where the caller has not made it fit.
    pub(super) fn text(&mut self, x: usize, y: usize, text: &str, style: Style) {
        let mut x = x;
        for letter in text.graphemes(true) {
            let wide = letter.width();
            if wide == 0 || x + wide > self.width {
                continue;
            }
            if let Some(at) = self.at(x, y) {
                self.over[at] = Over::Text(letter.to_owned(), style);
                if wide == 2 {
                    self.over[at + 1] = Over::Half;
                }
            }
            x += wide;
        }
    }

    /// Puts everything on the screen; lines at work are drawn in `working`, the others in `thin`.
    pub(super) fn render(&self, area: Rect, working: Style, thin: Style, buffer: &mut Buffer) {
        for y in 0..self.height {
            for x in 0..self.width {
                let Some(at) = self.at(x, y) else { continue };
                let place = (u16::try_from(x), u16::try_from(y));
                let (Ok(dx), Ok(dy)) = place else { continue };
                let Some(cell) = buffer.cell_mut((area.x + dx, area.y + dy)) else { continue };
                match &self.over[at] {
                    Over::Half => {}
                    Over::Text(text, style) => {
                        cell.set_symbol(text).set_style(*style);
                    }
                    Over::Nothing => {
                        let strokes = self.strokes[at];
                        let sides = [strokes.up, strokes.right, strokes.down, strokes.left];
                        if strokes != Strokes::default() {
                            let style = if sides.contains(&Stroke::Heavy) { working } else { thin };
                            cell.set_char(self.signs.line(strokes)).set_style(style);
                        }
                    }
                }
            }
        }
    }
}
