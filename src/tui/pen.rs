//! What everything on the screen is drawn with: signs and colours, sentences, and where to note what can be clicked.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget as _};

use super::draw::{put, row};
use super::hits::Hits;
use super::keys::{Action, Chord};
use super::look::Look;
use super::text;
use crate::lesson::Shown;
use crate::messages::{Messages, Value};

/// The smallest window in which a step can be read.
pub(super) const SMALLEST: (u16, u16) = (40, 12);

/// Draws; knows no lesson and no state.
#[derive(Clone, Copy)]
pub(super) struct Pen<'a> {
    /// The signs, the colours and the keys that are named.
    pub(super) look: &'a Look,
    /// The sentences.
    pub(super) messages: &'a Messages,
    /// Where things are noted that can be clicked.
    pub(super) hits: &'a Hits,
}

impl Pen<'_> {
    /// A sentence in the signs of the terminal.
    pub(super) fn text(&self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        self.plain(&self.messages.text(id, values))
    }

    /// A text in the signs of the terminal, cut to so many cells.
    pub(super) fn fit(&self, text: &str, room: usize) -> String {
        text::fit(&self.plain(text), room, self.look.signs.ellipsis)
    }

    /// The name of the key of an action.
    pub(super) fn key(&self, action: Action) -> String {
        let chord = self.look.keymap.key_of(action);
        self.plain(&chord.map(Chord::name).unwrap_or_default())
    }

    /// A text in the signs of the terminal.
    pub(super) fn plain(&self, text: &str) -> String {
        self.look.signs.plain(text).into_owned()
    }

    /// What a value was before a change.
    pub(super) fn was(&self, was: &Shown) -> String {
        self.text("screen-was", &[("value", self.look.value(was).into())])
    }

    /// Whether nothing can be read in a window of that size.
    pub(super) fn is_too_small(area: Rect) -> bool {
        area.width < SMALLEST.0 || area.height < SMALLEST.1
    }

    /// Says that the window is too small, in as many rows as it has.
    pub(super) fn too_small(&self, area: Rect, buffer: &mut Buffer) {
        Clear.render(area, buffer);
        let values = [("width", SMALLEST.0.to_string().into()), ("height", SMALLEST.1.to_string().into())];
        let text = self.text("screen-too-small", &values);
        let ellipsis = self.look.signs.ellipsis;
        let room = usize::from(area.width.saturating_sub(2));
        for (at, line) in text::wrap(&text, room, area.height.into(), ellipsis).into_iter().enumerate() {
            if let Some(row) = row(area, at) {
                put(buffer, row, &Line::raw(line), ellipsis);
            }
        }
    }
}
