//! What can be wrong with the text of a formula: facts and a place, no prose.

use std::ops::Range;

use super::tree::Function;

/// Why a text is no formula, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseFault {
    /// The bytes of the text that are at fault; empty where something is missing.
    pub range: Range<usize>,
    /// What is wrong there.
    pub kind: ParseFaultKind,
}

/// What is wrong with the text of a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParseFaultKind {
    /// The text is longer than [`LONGEST_TEXT`] bytes.
    TextTooLong,
    /// Brackets, signs and powers stand deeper in each other than [`DEEPEST_NESTING`].
    NestedTooDeeply,
    /// A character that no formula has.
    UnexpectedCharacter(char),
    /// The text ends where a number, a name or a bracket should follow.
    UnexpectedEnd,
    /// Something else stands where a number, a name or a bracket should.
    ExpectedOperand,
    /// Two operands stand side by side with no operator between them.
    MissingOperator,
    /// The bracket at the range is never closed.
    MissingClosingBracket,
    /// A closing bracket that closes nothing.
    UnmatchedClosingBracket,
    /// A comma outside the arguments of a function.
    UnexpectedComma,
    /// A digit string that is no plain decimal, such as `1.2.3`, `0x10` or `1_000`.
    NumberNotPlain,
    /// A number with more than [`LONGEST_NUMBER`] digits before or behind its point.
    NumberTooLong,
    /// `#` or `@` without a plain whole number from 1 behind it.
    IndexNotPlain,
    /// A name with brackets behind it that is no function.
    UnknownFunction {
        /// The name as it stands.
        name: String,
        /// The function that was probably meant.
        nearest: Option<Function>,
    },
    /// The name of a function without its brackets.
    FunctionWithoutArguments(Function),
    /// A function with too few or too many arguments.
    WrongArgumentCount {
        /// The function, which knows how many it takes.
        function: Function,
        /// How many stand there.
        found: usize,
    },
}

/// The longest text, in bytes, that is read as a formula.
pub const LONGEST_TEXT: usize = 100_000;

/// How deep brackets, signs and powers may stand in each other.
pub const DEEPEST_NESTING: usize = 100;

/// The most digits that a number may have before or behind its point.
pub const LONGEST_NUMBER: usize = 2_000;

impl ParseFault {
    /// Makes a fault at a place.
    pub(super) fn new(range: Range<usize>, kind: ParseFaultKind) -> Self {
        Self { range, kind }
    }
}
