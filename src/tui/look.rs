//! Signs, colours and the keys that are named together, and which meaning a name of a program has for the eye.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use rust_decimal::Decimal;

use super::keys::Keymap;
use super::symbols::{ASCII, Signs, UNICODE};
use super::theme::{Meaning, Theme};
use crate::formula::{BlockStyle, LineStyle, Name, Piece, PieceKind, Subscripts};
use crate::keys::What;
use crate::lesson::{Relation, Shown};
use crate::number::{Exact, Number};
use crate::program::{Address, GivenKind, Program, RoleKind};

/// How everything is drawn.
#[derive(Clone, Debug)]
pub(super) struct Look {
    /// The colours.
    pub(super) theme: Theme,
    /// The signs.
    pub(super) signs: &'static Signs,
    /// The keys that hints and help name.
    pub(super) keymap: Keymap,
}

impl Look {
    /// The look for a terminal.
    #[must_use]
    pub(super) fn new(color: bool, ascii: bool) -> Self {
        let signs = if ascii { &ASCII } else { &UNICODE };
        Self { theme: Theme::new(color), signs, keymap: Keymap::default() }
    }

    /// How formulas are set in two dimensions.
    pub(super) fn block_style(&self, subscripts: Subscripts) -> BlockStyle {
        BlockStyle { symbols: self.signs.formula, subscripts }
    }

    /// How formulas are set on one line.
    pub(super) fn line_style(&self) -> LineStyle {
        LineStyle::airy(self.signs.formula)
    }

    /// A value as it is shown.
    pub(super) fn value(&self, shown: &Shown) -> String {
        let digits = self.signs.number(&shown.written.to_string());
        if shown.unfinished { format!("{digits}{}", self.signs.ellipsis) } else { digits }
    }

    /// A number of which four digits are enough: beside an axis.
    pub(super) fn exact(&self, number: Decimal) -> String {
        let written = Number::Exact(Exact::from(number)).with_significant(4);
        self.signs.number(&written.map_or_else(|| "0".to_owned(), |written| written.to_string()))
    }

    /// The same behind its sign; of a value that itself is one of twelve decimals.
    pub(super) fn related(&self, number: Decimal) -> String {
        let exact = number.normalize().scale() < 12;
        let short = self.exact(number);
        let is_all = exact && short == self.signs.number(&number.normalize().to_string());
        format!("{} {short}", if is_all { self.signs.relations.0 } else { self.signs.relations.1 })
    }

    /// `=` or `≈`.
    pub(super) fn relation(&self, relation: Relation) -> &'static str {
        match relation {
            Relation::Equal => self.signs.relations.0,
            Relation::About => self.signs.relations.1,
        }
    }

    /// The pieces of a formula in the colours of what they mean.
    pub(super) fn spans(&self, pieces: &[Piece], meaning: &dyn Fn(&Name) -> Option<Meaning>) -> Line<'static> {
        let style = |piece: &Piece| match (&piece.name, piece.kind) {
            (_, PieceKind::Space) | (None, _) => Style::default(),
            (Some(name), _) => meaning(name).map_or_else(Style::default, |meaning| self.theme.of(meaning)),
        };
        pieces.iter().map(|piece| Span::styled(piece.text.clone(), style(piece))).collect()
    }
}

/// What a name of a program is for the eye; `result` is what the step at work computes.
pub(super) fn meaning(program: &Program, name: &Name, result: &Name) -> Option<Meaning> {
    if name == result {
        return Some(Meaning::Result);
    }
    let address = Address::parse(name.as_str())?;
    let plain = address.name.as_str();
    if let Some(given) = program.given(plain) {
        return Some(match given.kind {
            GivenKind::Parameter(_) => Meaning::Weight,
            GivenKind::Input(_) | GivenKind::Target(_) | GivenKind::Constant(_) => Meaning::Value,
        });
    }
    let Some(step) = program.step(plain) else {
        return match program.what(plain)? {
            What::BatchGradient(_) | What::BatchCorrection(_) => Some(Meaning::Gradient),
            What::New(_) => Some(Meaning::Weight),
            What::Loss(_) => Some(Meaning::Error),
            _ => None,
        };
    };
    Some(match step.role.kind {
        RoleKind::WeightedSum | RoleKind::Activation | RoleKind::Node => Meaning::Value,
        RoleKind::OutputError
        | RoleKind::OutputLoss
        | RoleKind::TotalLoss
        | RoleKind::BatchLoss
        | RoleKind::EpochLoss => Meaning::Error,
        RoleKind::NewParameter => Meaning::Weight,
        _ => Meaning::Gradient,
    })
}
