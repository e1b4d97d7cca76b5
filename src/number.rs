//! Numbers that are exact or proven: what every digit on screen rests on.
//!
//! Must not know of formulas, networks or screens.

mod arithmetic;
mod ball;
mod carried;
mod elementary;
mod exact;
mod fast;
mod fault;
mod form;
mod fraction;
mod integer;
mod kernel;
mod limbs;
mod ln_two;
mod precision;
mod proven;
mod radius;
mod rounding;
mod value;
mod written;

pub use arithmetic::{Arithmetic, Outcome};
pub use exact::{Exact, MOST_EXPONENT};
pub use fast::{Fast, Quick};
pub use fault::{Fault, Question};
pub use form::Form;
pub use fraction::{Fraction, MOST_FRACTION_BITS};
pub use precision::{Assumed, Precision};
pub use proven::{MOST_EXACT_DIGITS, Proven};
pub(crate) use rounding::digits_before_point;
pub use rounding::{Digits, Rounding, Ties};
pub use value::{Enclosure, Number};
pub use written::{Format, Written, text};
