//! What can be wrong with the lines of an array graph: facts and places, no prose.

use std::ops::Range;

use crate::formula::{Function, Name, ParseFaultKind};

/// Where something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// In the head of a line, counted from 0.
    Head(usize, Range<usize>),
    /// In the formula of a line.
    Formula(usize, Range<usize>),
    /// Where a given, a parameter, an input or a target is named.
    Value(Name),
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where it is.
    pub spot: Spot,
    /// The other place, where two do not agree.
    pub other: Option<Spot>,
    /// What it is.
    pub kind: FaultKind,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentence of each is in messages/en/fault.ftl")]
pub enum FaultKind {
    // The text.
    Text(ParseFaultKind),
    MissingClosingSquare,
    UnmatchedClosingSquare,
    BracketFollowsNothing,
    TransposeFollowsNothing,
    DotsOutsideBrackets,
    EqualsOutsideHead,
    EmptyBrackets,
    NotAWholeNumber,
    HeadIndexNotPlain,
    HeadIndexTwice { index: Name },
    RangeBackwards { from: i64, to: i64 },
    OneArgument { reducer: &'static str, found: usize },
    // Indices.
    IndexIsAValue { index: Name },
    IndexAsNumber { index: Name },
    IndexNotBound { index: Name },
    IndexInHeadAndBound { index: Name, reducer: &'static str },
    SoftmaxIndexNotBound { index: Name },
    RangeUnknown { index: Name },
    RangesDisagree { index: Name, here: (i64, i64), there: (i64, i64) },
    NotAGivenIndex { name: Name },
    IndexNotWhole { name: Name },
    Outside { name: Name, index: i64, least: i64, most: i64 },
    IndexTooLarge,
    WindowBackwards { from: i64, to: i64 },
    TooManySubscripts { name: Name, has: usize, found: usize },
    // Shapes.
    ShapesDoNotFit { left: Vec<usize>, right: Vec<usize> },
    MatrixProductOf { left: Vec<usize>, right: Vec<usize> },
    MatrixProductShapes { left: Vec<usize>, right: Vec<usize> },
    TransposeOf { shape: Vec<usize> },
    SoftmaxOfNumber,
    MembersDiffer { name: Name, first: Vec<usize>, found: Vec<usize> },
    IndexCountsDiffer { name: Name, here: usize, there: usize },
    // Order.
    NoSuchName { name: Name },
    Later { name: Name },
    ItsOwn { name: Name },
    BothDirections { name: Name },
    NotYetInRun { name: Name, index: i64 },
    NoStart { name: Name, index: i64, least: i64, most: i64 },
    // Members.
    MemberTwice { name: Name },
    Gap { name: Name, index: i64 },
    WrittenOutside { name: Name, index: i64, most: i64 },
    // Bounds.
    TooManyIndices { name: Name, limit: usize },
    TooManyMembers { name: Name, count: u64, limit: usize },
    TooManySteps { name: Name, limit: usize },
    TooManyTerms { name: Name, limit: usize },
    WrongArgumentCount { function: Function, found: usize },
}
