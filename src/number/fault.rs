//! What can keep a value from being computed.

/// Why a value could not be computed. Facts only; the sentences are in the message files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// A division by exactly zero.
    DivisionByZero,
    /// A logarithm of zero.
    LogarithmOfZero,
    /// A logarithm of a negative number.
    LogarithmOfNegative,
    /// A square root of a negative number.
    RootOfNegative,
    /// A power of a negative number whose exponent is not a whole number.
    PowerOfNegative,
    /// A result with more digits than there is any use in computing.
    TooLarge,
    /// An enclosure is too wide to decide; a higher precision may settle it.
    Undecided(Question),
}

/// What an enclosure that is too wide leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// Whether a value is zero.
    Zero,
    /// On which side of a kink or jump a value lies.
    Sign,
    /// Which digits a value has.
    Digits,
}

impl Fault {
    /// Whether computing again with more bits may help.
    #[must_use]
    pub fn is_undecided(self) -> bool {
        matches!(self, Self::Undecided(_))
    }
}
