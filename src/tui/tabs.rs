//! The views as tabs in the rule above the footer: which there are, by which key, and which is open.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::hits::Target;
use super::scene::Board;
use super::text::width;
use super::views::Kind;

/// Room at the right for the count that is being typed.
const COUNT: usize = 8;

/// How much is said of the tabs that are not open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Whole,
    /// The key alone, where there is one.
    Key,
    Nothing,
}

/// One tab, as it is written.
struct Tab {
    kind: Kind,
    text: String,
    style: Style,
}

/// Draws the tabs over a rule, as much of them as there is room for; the one that is open stands in brackets.
pub(super) fn draw(board: &Board<'_>, area: Rect, buffer: &mut Buffer) {
    if area.height == 0 {
        return;
    }
    let room = usize::from(area.width).saturating_sub(COUNT);
    let needed = |tabs: &[Tab]| 1 + tabs.iter().map(|tab| width(&tab.text) + 1).sum::<usize>();
    let forms = [Form::Whole, Form::Key, Form::Nothing].map(|form| tabs(board, form));
    let Some(tabs) = forms.into_iter().find(|tabs| needed(tabs) <= room) else { return };
    let mut x = area.x + 1;
    for tab in tabs {
        let cells = u16::try_from(width(&tab.text)).unwrap_or(0);
        let (end, _) = buffer.set_stringn(x, area.y, &tab.text, cells.into(), tab.style);
        board.pen.hits.add(Rect { x, width: cells, height: 1, ..area }, Target::Tab(tab.kind));
        x = end + 1;
    }
}

fn tabs(board: &Board<'_>, form: Form) -> Vec<Tab> {
    let (open, close) = board.pen.look.signs.brackets;
    let mut tabs = Vec::new();
    for kind in Kind::ALL {
        let is_open = kind == board.state.view;
        let key = key(board, kind);
        let word = board.pen.text(kind.word(), &[]);
        let said = match (form, key) {
            (Form::Nothing, _) if !is_open => continue,
            (Form::Key, Some(key)) if !is_open => key,
            (_, Some(key)) => format!("{key} {word}"),
            (_, None) => word,
        };
        let text = if is_open { format!("{open}{said}{close}") } else { format!(" {said} ") };
        let bright = board.pen.look.theme.title.remove_modifier(Modifier::DIM);
        tabs.push(Tab { kind, text, style: if is_open { bright } else { Style::new() } });
    }
    tabs
}

/// The key that opens a view.
fn key(board: &Board<'_>, kind: Kind) -> Option<String> {
    let mut commands = board.pen.look.keymap.commands();
    let bound = commands.find(|bound| Kind::opened_by(bound.command.action) == Some(kind))?;
    bound.keys.first().map(|chord| board.pen.plain(&chord.name()))
}
