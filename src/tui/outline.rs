//! The steps around the one at work, at the right of a wide window.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::draw::{put, row};
use super::hits::Target;
use super::look::meaning;
use super::scene::Board;
use super::views::steps;
use crate::lesson::Position;

/// Draws the steps, the one at work marked.
pub(super) fn draw(board: &Board<'_>, area: Rect, buffer: &mut Buffer) {
    if let Some(facts) = &board.scene.beside {
        steps::draw(board.pen, board.lesson, facts, area, buffer);
        return;
    }
    let theme = &board.pen.look.theme;
    let signs = board.pen.look.signs;
    let digits = board.lesson.steps_per_epoch().to_string().len();
    for (at, (number, step)) in board.scene.outline.iter().enumerate() {
        let Some(row) = row(area, at) else { return };
        let is_here = *number == board.state.position.number;
        let meaning = meaning(board.lesson.program(), &step.name, &board.scene.step.name);
        let mark = if is_here { signs.chosen } else { " " };
        let style = meaning.map_or_else(Default::default, |meaning| theme.of(meaning));
        let style = if is_here { theme.chosen } else { style };
        let line = Line::from(vec![
            Span::raw(format!("{mark} ")),
            Span::styled(format!("{number:>digits$}  "), theme.faint),
            Span::styled(step.name.to_string(), style),
        ]);
        put(buffer, row, &line, signs.ellipsis);
        board.pen.hits.add(row, Target::Step(Position { number: *number, ..board.state.position }));
    }
}
