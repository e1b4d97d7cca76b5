//! How names are spelled.

use super::{Loss, Of, Part, What};
use crate::formula::Name;

pub(super) const RATE: &str = "eta";
pub(super) const UPDATE: &str = "t";
pub(super) const NEW: &str = "_new";
pub(super) const OLD: &str = "_old";
const AHEAD: &str = "_ahead";
const VIA: &str = "_via_";
const SHORT: &str = "_short";
const NET: &str = "net_";
const OUT: &str = "out_";
const TARGET: &str = "target_";
const ERROR_OF: &str = "error_";
const LOSS: &str = "E_";
const DELTA: &str = "delta_";
const SLOPE: &str = "dout_dnet_";
const BATCH_GRADIENT: &str = "grad_";
const BATCH_CORRECTION: &str = "correction_";
const DECAYED: &str = "g_";
const ERROR_BY: &str = "dE_d";

pub(super) const STEMS: [&str; 17] = [
    NEW,
    OLD,
    AHEAD,
    VIA,
    SHORT,
    NET,
    OUT,
    TARGET,
    ERROR_OF,
    LOSS,
    DELTA,
    SLOPE,
    BATCH_GRADIENT,
    BATCH_CORRECTION,
    DECAYED,
    ERROR_BY,
    "dnet_",
];

impl Of {
    /// The name of the value.
    #[must_use]
    pub fn name(&self) -> Name {
        match self {
            Self::Value(name) => name.clone(),
            Self::Net(neuron) => joined(NET, neuron),
            Self::Out(neuron) => joined(OUT, neuron),
        }
    }
}

impl Loss {
    /// The name of the loss.
    #[must_use]
    pub fn name(&self) -> Name {
        match self {
            Self::Output(neuron) => joined(LOSS, neuron),
            Self::Total => Name::new("E_total"),
            Self::Batch => Name::new("E_batch"),
            Self::Epoch => Name::new("E_epoch"),
            Self::Validation => Name::new("E_validation"),
        }
    }
}

impl What {
    /// The name, as scenarios, sheets and data have it.
    #[must_use]
    pub fn name(&self) -> Name {
        match self {
            Self::Value(name) => name.clone(),
            Self::Target(neuron) => joined(TARGET, neuron),
            Self::Net(neuron) => joined(NET, neuron),
            Self::Out(neuron) => joined(OUT, neuron),
            Self::Error(neuron) => joined(ERROR_OF, neuron),
            Self::Loss(loss) => loss.name(),
            Self::Gradient { loss, of, part } => {
                let whole = match of {
                    Of::Net(neuron) => joined(DELTA, neuron),
                    of => derivative(loss, &of.name()),
                };
                match part {
                    Part::Whole => whole,
                    Part::Via(through) => Name::new(format!("{whole}{VIA}{through}")),
                    Part::Short => Name::new(format!("{whole}{SHORT}")),
                }
            }
            Self::Local { of, by } => derivative(&of.name(), &by.name()),
            Self::Slope(neuron) => joined(SLOPE, neuron),
            Self::BatchGradient(parameter) => joined(BATCH_GRADIENT, parameter),
            Self::BatchCorrection(parameter) => joined(BATCH_CORRECTION, parameter),
            Self::Decayed(parameter) => joined(DECAYED, parameter),
            Self::State { quantity, of } => Name::new(format!("{quantity}_{of}")),
            Self::Old { quantity, of } => Name::new(format!("{quantity}_{of}{OLD}")),
            Self::New(parameter) => Name::new(format!("{parameter}{NEW}")),
            Self::Ahead(parameter) => Name::new(format!("{parameter}{AHEAD}")),
            Self::Rate => Name::new(RATE),
            Self::StartRate => Name::new("eta_start"),
            Self::UpdateNumber => Name::new(UPDATE),
            Self::EpochNumber => Name::new("epoch"),
        }
    }
}

fn joined(stem: &str, name: &Name) -> Name {
    Name::new(format!("{stem}{name}"))
}

/// `dsubtotal_dapple`
fn derivative(of: &Name, by: &Name) -> Name {
    Name::new(format!("d{of}_d{by}"))
}
