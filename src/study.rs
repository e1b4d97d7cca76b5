//! What can be asked of a lesson beyond its steps: whether a gradient is right, by which ways a weight reaches the
//! loss, how the loss lies along a weight, what the network answers elsewhere, and how training goes on.
//!
//! Each is another reading of the one program. Must not know of colours, keys, screens or sentences.

mod batch;
mod change;
mod gradient_check;
mod history;
mod landscape;
mod leaves;
mod slice;
mod standpoint;
mod ways;

pub use change::{Change, descent_done_at, first_order};
pub use gradient_check::{GradientCheck, gradient_check};
pub use history::{Beat, EpochLoss, History};
pub use landscape::{Landscape, Point};
pub use slice::Slice;
pub use standpoint::Standpoint;
pub use ways::{MOST_WAYS, Way, Ways, ways};
