//! What is said about the arrays of a graph.

use super::Said;
use crate::families::FaultKind;
use crate::messages::Messages;
use crate::scenario::FamilyFault;

/// Chooses the sentence of a fault of arrays.
pub(super) fn said<'a>(messages: &Messages, fault: &'a FamilyFault) -> Said<'a> {
    let shape = |of: &[usize]| shape(messages, of);
    match fault {
        FamilyFault::Language { kind, line, nearest } => language(messages, kind, *line, nearest.as_ref()),
        FamilyFault::Ragged { expected, found } => {
            Said::new("fault-ragged").with("expected", *expected).with("found", *found).help("fault-ragged-help")
        }
        FamilyFault::EmptyArray => Said::new("fault-empty-array"),
        FamilyFault::TooManyLevels { limit } => Said::new("fault-too-many-levels").with("limit", *limit),
        FamilyFault::ShapeOfSample { name, expected, found } => Said::new("fault-shape-of-sample")
            .with("name", name)
            .with("expected", shape(expected))
            .with("found", shape(found)),
        FamilyFault::SampleByName { name } => {
            Said::new("fault-sample-by-name").with("name", name).help("fault-sample-by-name-help")
        }
        FamilyFault::OutputIsAnArray { name, shape: of } => Said::new("fault-output-is-array")
            .with("name", name)
            .with("shape", shape(of))
            .help("fault-output-is-array-help"),
        FamilyFault::ExpandWithFamilies => Said::new("fault-expand-with-families"),
        FamilyFault::ZeroOutsideNumber { name } => Said::new("fault-zero-outside-number").with("name", name),
    }
}

/// A shape in words: a number, a list of 3, a matrix 3 × 4.
fn shape(messages: &Messages, of: &[usize]) -> String {
    let lengths = of.iter().map(usize::to_string).collect::<Vec<_>>().join(" × ");
    let id = match of.len() {
        0 => "fault-array-number",
        1 => "fault-array-list",
        2 => "fault-array-matrix",
        _ => "fault-array-more",
    };
    messages.text(id, &[("lengths", lengths.into())])
}

fn ends((from, to): (i64, i64)) -> String {
    format!("{from}..{to}")
}

#[expect(clippy::too_many_lines, reason = "one table, of which the compiler sees that no fault is left out")]
fn language<'a>(messages: &Messages, kind: &'a FaultKind, line: Option<u32>, nearest: Option<&'a String>) -> Said<'a> {
    let line = line.unwrap_or(0);
    let shape = |of: &[usize]| shape(messages, of);
    match kind {
        FaultKind::Text(_) => Said::new("fault-formula-operand"),
        FaultKind::NoSuchName { name } => {
            Said::new("fault-family-no-such-name").with("name", name.as_str()).nearest(nearest, None)
        }
        FaultKind::MissingClosingSquare => Said::new("fault-family-square-open").help("fault-family-square-open-help"),
        FaultKind::UnmatchedClosingSquare => Said::new("fault-family-square-closed"),
        FaultKind::BracketFollowsNothing => {
            Said::new("fault-family-bracket-place").help("fault-family-bracket-place-help")
        }
        FaultKind::TransposeFollowsNothing => {
            Said::new("fault-family-transpose-place").help("fault-family-transpose-place-help")
        }
        FaultKind::DotsOutsideBrackets => Said::new("fault-family-dots-place").help("fault-family-dots-place-help"),
        FaultKind::EqualsOutsideHead => Said::new("fault-family-equals-place").help("fault-family-equals-place-help"),
        FaultKind::EmptyBrackets => Said::new("fault-family-brackets-empty"),
        FaultKind::NotAWholeNumber => Said::new("fault-family-not-whole").help("fault-family-not-whole-help"),
        FaultKind::HeadIndexNotPlain => Said::new("fault-family-head-index").help("fault-family-head-index-help"),
        FaultKind::HeadIndexTwice { index } => Said::new("fault-family-head-index-twice").with("index", index.as_str()),
        FaultKind::RangeBackwards { from, to } => Said::new("fault-family-range-backwards")
            .with("from", from.to_string())
            .with("to", to.to_string())
            .help("fault-family-range-backwards-help"),
        FaultKind::OneArgument { reducer, .. } => {
            Said::new("fault-family-one-argument").with("reducer", *reducer).help("fault-family-one-argument-help")
        }
        FaultKind::IndexIsAValue { index } => Said::new("fault-family-index-is-value")
            .with("index", index.as_str())
            .with("line", line)
            .help("fault-family-index-is-value-help"),
        FaultKind::IndexAsNumber { index } => Said::new("fault-family-index-as-number")
            .with("index", index.as_str())
            .help("fault-family-index-as-number-help"),
        FaultKind::IndexNotBound { index } => Said::new("fault-family-index-not-bound")
            .with("index", index.as_str())
            .help("fault-family-index-not-bound-help"),
        FaultKind::IndexInHeadAndBound { index, reducer } => Said::new("fault-family-index-bound-twice")
            .with("index", index.as_str())
            .with("reducer", *reducer)
            .help("fault-family-index-bound-twice-help"),
        FaultKind::SoftmaxIndexNotBound { index } => Said::new("fault-family-softmax-index")
            .with("index", index.as_str())
            .help("fault-family-softmax-index-help"),
        FaultKind::RangeUnknown { index } => Said::new("fault-family-range-unknown")
            .with("index", index.as_str())
            .help("fault-family-range-unknown-help"),
        FaultKind::RangesDisagree { index, here, there } => Said::new("fault-family-ranges-disagree")
            .with("here", ends(*here))
            .with("there", ends(*there))
            .with("index", index.as_str())
            .with("line", line)
            .help("fault-family-ranges-disagree-help"),
        FaultKind::NotAGivenIndex { name } => Said::new("fault-family-not-given-index")
            .with("name", name.as_str())
            .help("fault-family-not-given-index-help"),
        FaultKind::IndexNotWhole { name } => Said::new("fault-family-index-not-whole").with("name", name.as_str()),
        FaultKind::Outside { name, index, least, most } => Said::new("fault-family-outside")
            .with("name", name.as_str())
            .with("index", index.to_string())
            .with("least", least.to_string())
            .with("most", most.to_string())
            .help("fault-family-outside-help"),
        FaultKind::IndexTooLarge => Said::new("fault-family-index-too-large"),
        FaultKind::WindowBackwards { from, to } => Said::new("fault-family-window-backwards")
            .with("from", from.to_string())
            .with("to", to.to_string())
            .help("fault-family-window-backwards-help"),
        FaultKind::TooManySubscripts { name, has, found } => Said::new("fault-family-too-many-subscripts")
            .with("name", name.as_str())
            .with("has", *has)
            .with("found", *found),
        FaultKind::ShapesDoNotFit { left, right } => Said::new("fault-family-shapes-do-not-fit")
            .with("left", shape(left))
            .with("right", shape(right))
            .help("fault-family-shapes-do-not-fit-help"),
        FaultKind::MatrixProductOf { left, right } => Said::new("fault-family-product-of")
            .with("left", shape(left))
            .with("right", shape(right))
            .help("fault-family-product-of-help"),
        FaultKind::MatrixProductShapes { left, right } => Said::new("fault-family-product-shapes")
            .with("left", shape(left))
            .with("right", shape(right))
            .help("fault-family-product-shapes-help"),
        FaultKind::TransposeOf { shape: of } => {
            Said::new("fault-family-transpose-of").with("shape", shape(of)).help("fault-family-transpose-of-help")
        }
        FaultKind::SoftmaxOfNumber => Said::new("fault-family-softmax-of-number"),
        FaultKind::MembersDiffer { name, first, found } => Said::new("fault-family-members-differ")
            .with("name", name.as_str())
            .with("first", shape(first))
            .with("found", shape(found))
            .with("line", line)
            .help("fault-family-members-differ-help"),
        FaultKind::IndexCountsDiffer { name, here, there } => Said::new("fault-family-index-counts-differ")
            .with("name", name.as_str())
            .with("here", *here)
            .with("there", *there)
            .with("line", line)
            .help("fault-family-other-line"),
        FaultKind::Later { name } => Said::new("fault-family-later")
            .with("name", name.as_str())
            .with("line", line)
            .help("fault-family-later-help"),
        FaultKind::ItsOwn { name } => {
            Said::new("fault-family-its-own").with("name", name.as_str()).help("fault-family-its-own-help")
        }
        FaultKind::NotYetInRun { name, index } => Said::new("fault-family-not-yet")
            .with("name", name.as_str())
            .with("index", index.to_string())
            .help("fault-family-not-yet-help"),
        FaultKind::BothDirections { name } => Said::new("fault-family-both-directions")
            .with("name", name.as_str())
            .with("line", line)
            .help("fault-family-both-directions-help"),
        FaultKind::NoStart { name, index, least, most } => Said::new("fault-family-no-start")
            .with("name", name.as_str())
            .with("index", index.to_string())
            .with("least", least.to_string())
            .with("most", most.to_string())
            .help("fault-family-no-start-help"),
        FaultKind::MemberTwice { name } => Said::new("fault-family-member-twice")
            .with("name", name.as_str())
            .with("line", line)
            .help("fault-family-other-line"),
        FaultKind::Gap { name, .. } => {
            Said::new("fault-family-gap").with("name", name.as_str()).help("fault-family-gap-help")
        }
        FaultKind::WrittenOutside { name, index, most } => Said::new("fault-family-written-outside")
            .with("name", name.as_str())
            .with("index", index.to_string())
            .with("most", most.to_string())
            .with("after", most + 1)
            .help("fault-family-written-outside-help"),
        FaultKind::TooManyIndices { name, limit } => {
            Said::new("fault-family-too-many-indices").with("name", name.as_str()).with("limit", *limit)
        }
        FaultKind::TooManyMembers { name, count, limit } => Said::new("fault-family-too-many-members")
            .with("name", name.as_str())
            .with("count", count.to_string())
            .with("limit", *limit),
        FaultKind::TooManySteps { name, limit } => {
            Said::new("fault-family-too-many-steps").with("name", name.as_str()).with("limit", *limit)
        }
        FaultKind::TooManyTerms { name, limit } => {
            Said::new("fault-family-too-many-terms").with("name", name.as_str()).with("limit", *limit)
        }
        FaultKind::WrongArgumentCount { function, found } => Said::new("fault-family-argument-count")
            .with("name", function.name())
            .with("expected", function.arity())
            .with("found", *found),
    }
}
