//! The formula of a step: in two dimensions where it fits, else on one line or several.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::draw::{put, row};
use super::look::meaning;
use super::scene::Board;
use super::text::{width, wrap_line};
use super::theme::Meaning;
use crate::formula::{Block, Formula, Label, Name, Piece, Subscripts};

/// The formula in two dimensions where it fits, else on one line or several.
pub(super) fn draw(board: &Board<'_>, area: Rect, buffer: &mut Buffer) {
    let Some(first) = row(area, 0) else { return };
    let step = &board.scene.step;
    let program = board.lesson.program();
    let meaning = |name: &Name| meaning(program, name, &step.name);
    let (room, rows) = (usize::from(first.width), usize::from(area.height));
    let signs = board.pen.look.signs;
    for subscripts in [Subscripts::Lowered, Subscripts::Inline] {
        let block = assignment(board, subscripts);
        if !block.fits(room) || block.height() > rows {
            continue;
        }
        // The line of the equals sign stays where it is, unless the formula reaches too far.
        let baseline = (rows - 1) / 2;
        let above = baseline.saturating_sub(block.baseline()).min(rows - block.height());
        for (at, pieces) in block.rows().iter().enumerate() {
            if let Some(row) = row(area, above + at) {
                put(buffer, row, &board.pen.look.spans(pieces, &meaning), signs.ellipsis);
            }
        }
        return;
    }
    let written = |name: &Name| board.pen.plain(&board.lesson.written(name));
    let own = written(&step.name);
    let indent = width(&own) + 3;
    let name = Span::styled(own, board.pen.look.theme.of(Meaning::Result));
    let mut spans = vec![name, Span::raw(format!(" {} ", signs.relations.0))];
    let pieces = board.scene.formula.line(board.pen.look.line_style(), &|name| Label::Text(written(name)));
    spans.extend(board.pen.look.spans(&pieces, &meaning).spans);
    for (at, line) in wrap_line(&Line::from(spans), room, indent, rows, signs.ellipsis).iter().enumerate() {
        if let Some(row) = row(area, at) {
            put(buffer, row, line, signs.ellipsis);
        }
    }
}

/// `name = formula`, the sign at the same cell for every step.
fn assignment(board: &Board<'_>, subscripts: Subscripts) -> Block {
    let style = board.pen.look.block_style(subscripts);
    let label = |name: &Name| board.lesson.label(name);
    let name = Formula::Name(board.scene.step.name.clone()).block(style, &label);
    let padding = Block::space(board.scene.name_width.saturating_sub(name.width()));
    let sign = Block::operator(board.pen.look.signs.relations.0);
    Block::beside([padding, name, sign, board.scene.formula.block(style, &label)])
}

/// The pieces of one line of a filled formula.
pub(super) fn pieces_of(block: &Block) -> Option<&[Piece]> {
    block.rows().first().map(Vec::as_slice).filter(|_| block.height() == 1)
}
