//! Over which whole numbers an index runs: the length of the array in which it stands alone, or what the head says.

use std::collections::HashMap;
use std::ops::Range;

use super::table::Table;
use super::tree::{Expression, Kind, Reducer, Whole};
use crate::formula::Name;

/// A place that says over what an index runs.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) ends: (i64, i64),
    pub(super) place: Range<usize>,
}

/// One index of a formula: that of the head, or one that is bound, with the place where it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Holder {
    Head(Name),
    /// By where its name starts.
    Bound(usize),
}

/// All that a formula says about its indices.
#[derive(Debug, Default)]
pub(super) struct Sayings {
    pub(super) said: HashMap<Holder, Vec<Said>>,
    /// Indices that stand alone in an array of which the length is not known yet.
    pub(super) open: bool,
    /// Every bound index, with its place, in order.
    pub(super) bound: Vec<(Name, Range<usize>)>,
}

/// Gathers what a formula says about its indices.
pub(super) fn sayings(expression: &Expression, table: &Table) -> Sayings {
    let mut sayings = Sayings::default();
    gather(expression, table, &mut Vec::new(), &mut sayings);
    sayings
}

fn gather(expression: &Expression, table: &Table, scope: &mut Vec<Binder>, sayings: &mut Sayings) {
    match &expression.kind {
        Kind::Number(_) | Kind::Name(_) => {}
        Kind::Part(of, subscripts) => {
            for (level, subscript) in subscripts.iter().enumerate() {
                if let (Kind::Name(name), Some(index)) = (&of.kind, subscript.alone()) {
                    note(name, level, index, &subscript.range, table, scope, sayings);
                }
                for whole in subscript.wholes() {
                    gather_whole(whole, table, scope, sayings);
                }
            }
            gather(of, table, scope, sayings);
        }
        Kind::Transposed(inner) | Kind::Negative(inner) => gather(inner, table, scope, sayings),
        Kind::Sum(parts) | Kind::Product(parts) => {
            for (_, part) in parts {
                gather(part, table, scope, sayings);
            }
        }
        Kind::MatrixProduct(left, right) | Kind::Power(left, right) => {
            gather(left, table, scope, sayings);
            gather(right, table, scope, sayings);
        }
        Kind::Call(_, arguments) => arguments.iter().for_each(|argument| gather(argument, table, scope, sayings)),
        Kind::Over(reducer, indices, inner) => {
            let before = scope.len();
            let keeps = *reducer == Reducer::Softmax;
            let bound = |(name, place): &(Name, Range<usize>)| Binder { name: name.clone(), start: place.start, keeps };
            scope.extend(indices.iter().map(bound));
            sayings.bound.extend(indices.iter().cloned());
            gather(inner, table, scope, sayings);
            scope.truncate(before);
        }
    }
}

/// An index that is bound where a part of a formula stands.
struct Binder {
    name: Name,
    start: usize,
    /// Whether the index has a value outside as well, as that of `softmax(j, S[i,j])` has.
    keeps: bool,
}

/// Notes that an index stands alone at a level of an array: for the innermost that binds it, and on outwards as far as
/// an index is kept.
fn note(
    array: &Name,
    level: usize,
    index: &Name,
    place: &Range<usize>,
    table: &Table,
    scope: &[Binder],
    sayings: &mut Sayings,
) {
    let Some(array) = table.get(array.as_str()) else { return };
    let Some(length) = array.length(level) else {
        sayings.open = true;
        return;
    };
    let ends = (1, i64::try_from(length).unwrap_or(i64::MAX));
    let mut say = |holder| sayings.said.entry(holder).or_default().push(Said { ends, place: place.clone() });
    for binder in scope.iter().rev().filter(|binder| binder.name == *index) {
        say(Holder::Bound(binder.start));
        if !binder.keeps {
            return;
        }
    }
    say(Holder::Head(index.clone()));
}

/// Gathers what the index of an index says: `k` in `E[word[k], j]`.
fn gather_whole(whole: &Whole, table: &Table, scope: &[Binder], sayings: &mut Sayings) {
    match whole {
        Whole::Number(_) | Whole::Name(..) => {}
        Whole::Member(name, at, _) => {
            for (level, whole) in at.iter().enumerate() {
                if let Whole::Name(index, place) = whole {
                    note(name, level, index, place, table, scope, sayings);
                }
                gather_whole(whole, table, scope, sayings);
            }
        }
        Whole::Negative(inner) => gather_whole(inner, table, scope, sayings),
        Whole::Sum(terms) => terms.iter().for_each(|(_, term)| gather_whole(term, table, scope, sayings)),
        Whole::Product(factors) => factors.iter().for_each(|factor| gather_whole(factor, table, scope, sayings)),
    }
}
