//! How a scenario wants its numbers rounded on the way, as people do by hand.

use super::fault::Place;
use crate::formula::Name;
use crate::number::{Digits, Rounding, Ties};

/// The kinds of steps for which a scenario may ask for digits of their own; each is the beginning of step names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaperKind {
    /// `net_h1`
    Net,
    /// `out_h1`
    Output,
    /// `E_o1`, `E_total`, `E_batch`, `E_epoch`
    Error,
    /// `dE_dout_o1`, `dE_dw5`, and their paths.
    Gradient,
    /// `dout_dnet_o1`
    OutputSlope,
    /// `delta_o1`, and its paths.
    Delta,
    /// `dnet_o1_dw5`
    NetSlope,
    /// The value of a node of a graph.
    Node,
    /// `dtotal_dapple`, and its paths.
    NodeSlope,
    /// `eta`, where a schedule changes it.
    Rate,
    /// `grad_w5` and `g_w5`.
    BatchGradient,
    /// `m_w5` and whatever else an optimizer computes.
    State,
    /// `w5_new`, and `w5_ahead`.
    New,
}

impl PaperKind {
    /// Every kind by the word that a scenario has for it.
    pub const WORDS: [(&'static str, Self); 13] = [
        ("net", Self::Net),
        ("out", Self::Output),
        ("E", Self::Error),
        ("dE", Self::Gradient),
        ("dout", Self::OutputSlope),
        ("delta", Self::Delta),
        ("dnet", Self::NetSlope),
        ("node", Self::Node),
        ("slope", Self::NodeSlope),
        ("eta", Self::Rate),
        ("grad", Self::BatchGradient),
        ("state", Self::State),
        ("new", Self::New),
    ];

    /// The word that a scenario has for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| word)
    }
}

/// Arithmetic on paper: the result of each step is rounded once, and the rounded number is carried on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// How every step is rounded that is not named below.
    pub usual: Rounding,
    /// The kinds of steps that have digits of their own.
    pub by_kind: Vec<(PaperKind, u32)>,
    /// The steps that have digits of their own.
    pub by_step: Vec<PaperStep>,
}

/// The digits of one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperStep {
    /// Its name.
    pub step: Name,
    /// Where the name stands.
    pub place: Place,
    /// How many are kept.
    pub digits: u32,
}

impl Paper {
    /// To four decimals, halves away from zero.
    pub(super) const USUAL: Rounding = Rounding { digits: Digits::Decimals(4), ties: Ties::HalfUp };

    /// How the steps of a kind are rounded.
    #[must_use]
    pub fn of_kind(&self, kind: PaperKind) -> Rounding {
        let own = self.by_kind.iter().find(|(own, _)| *own == kind);
        own.map_or(self.usual, |(_, count)| self.with(*count))
    }

    /// How a step is rounded that has digits of its own.
    #[must_use]
    pub fn of_step(&self, name: &Name) -> Option<Rounding> {
        let own = self.by_step.iter().find(|own| own.step == *name);
        own.map(|own| self.with(own.digits))
    }

    fn with(&self, count: u32) -> Rounding {
        let digits = match self.usual.digits {
            Digits::Decimals(_) => Digits::Decimals(count),
            Digits::Significant(_) => Digits::Significant(count),
        };
        Rounding { digits, ..self.usual }
    }
}
