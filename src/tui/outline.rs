//! The steps around the one at work, at the right of a wide window.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::draw::{put, row};
use super::hits::Target;
use super::look::meaning;
use super::scene::View;
use super::views::steps;
use crate::lesson::Position;

/// Draws the steps, the one at work marked.
pub(super) fn draw(view: &View<'_>, area: Rect, buffer: &mut Buffer) {
    if let Some(facts) = &view.scene.beside {
        steps::draw(view, facts, area, buffer);
        return;
    }
    let theme = &view.look.theme;
    let signs = view.look.signs;
    let digits = view.lesson.steps_per_epoch().to_string().len();
    for (at, (number, step)) in view.scene.outline.iter().enumerate() {
        let Some(row) = row(area, at) else { return };
        let is_here = *number == view.state.position.number;
        let meaning = meaning(view.lesson.program(), &step.name, &view.scene.step.name);
        let mark = if is_here { signs.chosen } else { " " };
        let style = meaning.map_or_else(Default::default, |meaning| theme.of(meaning));
        let style = if is_here { theme.chosen } else { style };
        let line = Line::from(vec![
            Span::raw(format!("{mark} ")),
            Span::styled(format!("{number:>digits$}  "), theme.faint),
            Span::styled(step.name.to_string(), style),
        ]);
        put(buffer, row, &line, signs.ellipsis);
        view.hits.add(row, Target::Step(Position { number: *number, ..view.state.position }));
    }
}
