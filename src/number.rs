//! Numbers that are exact or proven: what every digit on screen rests on.
//!
//! Must not know of formulas, networks or screens.

mod exact;

pub use exact::Exact;
