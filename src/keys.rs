//! What every name of a lesson stands for, and the one place where names are spelled.
//!
//! The step names of the contract are made here and nowhere else. Nothing takes a name apart: whoever meets one looks
//! up in the lesson what it stands for. Must not know of files, steps or values.

mod spell;

use crate::formula::Name;

/// What stands for the error in the name of a gradient of a network.
pub const ERROR: &str = "E";
/// What no author may call anything, since it stands for something in every lesson.
pub const RESERVED: [&str; 3] = [spell::RATE, spell::UPDATE, ERROR];
/// Endings of steps of an update, which no author may give a name.
pub const RESERVED_ENDINGS: [&str; 2] = [spell::NEW, spell::OLD];
/// The beginnings and endings of which step names are made; only this module may use them.
pub const STEMS: [&str; 17] = spell::STEMS;

/// What a name of a lesson stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// A number that the author named, or a node of a graph: `w5`, `i1`, `subtotal`.
    Value(Name),
    /// `target_o1`
    Target(Name),
    /// `net_h1`
    Net(Name),
    /// `out_h1`
    Out(Name),
    /// `error_y`, in the perceptron's rule.
    Error(Name),
    /// A loss.
    Loss(Loss),
    /// `dE_dw5`, `delta_o1`, `dtotal_dapple`: the derivative of the loss.
    Gradient {
        /// The loss: `E` in a network, the output in a graph.
        loss: Name,
        /// By what.
        of: Of,
        /// Whether all of it, or one path.
        part: Part,
    },
    /// `dnet_o1_dw5`: the derivative of a value by one that feeds it directly.
    Local {
        /// Of what.
        of: Of,
        /// By what.
        by: Of,
    },
    /// `dout_dnet_o1`: the slope of a neuron's activation.
    Slope(Name),
    /// `grad_w5`
    BatchGradient(Name),
    /// `correction_w5`, in the perceptron's rule.
    BatchCorrection(Name),
    /// `g_w5`: the gradient with weight decay.
    Decayed(Name),
    /// `m_w5`
    State {
        /// The quantity of the optimizer.
        quantity: Name,
        /// The parameter.
        of: Name,
    },
    /// `m_w5_old`
    Old {
        /// The quantity of the optimizer.
        quantity: Name,
        /// The parameter.
        of: Name,
    },
    /// `w5_new`
    New(Name),
    /// `w5_ahead`
    Ahead(Name),
    /// `eta`
    Rate,
    /// `eta_start`: the learning rate before a schedule changes it.
    StartRate,
    /// `t`
    UpdateNumber,
    /// `epoch`
    EpochNumber,
}

/// A loss of a network, or of a batch, an epoch or the validation samples of any lesson.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Loss {
    /// `E_o1`
    Output(Name),
    /// `E_total`
    Total,
    /// `E_batch`
    Batch,
    /// `E_epoch`
    Epoch,
    /// `E_validation`
    Validation,
}

/// A value that the chain rule runs over.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Of {
    /// A number that the author named, or a node of a graph.
    Value(Name),
    /// The weighted sum of a neuron.
    Net(Name),
    /// The output of a neuron.
    Out(Name),
}

/// Which part of a gradient.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// All of it.
    Whole,
    /// What comes by one path.
    Via(Name),
    /// Softmax with cross-entropy: out − target.
    Short,
}

impl Loss {
    /// The losses that are no step of a single sample.
    pub const OF_MANY: [Self; 3] = [Self::Batch, Self::Epoch, Self::Validation];
}

impl What {
    /// The gradient of a loss by a value.
    #[must_use]
    pub fn gradient(loss: &Name, of: Of) -> Self {
        Self::Gradient { loss: loss.clone(), of, part: Part::Whole }
    }

    /// The gradient of the error of a network by a value.
    #[must_use]
    pub fn error_gradient(of: Of) -> Self {
        Self::gradient(&Name::new(ERROR), of)
    }

    /// `delta_o1`
    #[must_use]
    pub fn delta(neuron: &Name) -> Self {
        Self::error_gradient(Of::Net(neuron.clone()))
    }

    /// The same gradient by one path.
    #[must_use]
    pub fn via(&self, through: &Name) -> Self {
        self.with_part(Part::Via(through.clone()))
    }

    /// The whole of which this is a path.
    #[must_use]
    pub fn whole(&self) -> Self {
        self.with_part(Part::Whole)
    }

    /// The same gradient in another part; anything else is as it was.
    #[must_use]
    pub fn with_part(&self, part: Part) -> Self {
        match self {
            Self::Gradient { loss, of, .. } => Self::Gradient { loss: loss.clone(), of: of.clone(), part },
            other => other.clone(),
        }
    }

    /// Whether it is one path of a gradient.
    #[must_use]
    pub fn is_path(&self) -> bool {
        matches!(self, Self::Gradient { part: Part::Via(_), .. })
    }
}
