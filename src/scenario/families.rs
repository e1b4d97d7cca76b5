//! The arrays of a graph as an author wrote them, beside the scalars that they are unrolled into.

use std::collections::{HashMap, HashSet};

use crate::formula::Name;

/// The arrays of a graph.
#[derive(Clone, Debug, Default)]
pub struct Families {
    /// Every array, in the order of the file.
    pub arrays: Vec<Array>,
    /// Which array a scalar is a member of, and where in its list of members.
    members: HashMap<Name, (usize, usize)>,
    /// Givens that are used as an index, and have no gradient.
    pub indices: HashSet<Name>,
}

/// An array, and the scalars that are its members.
#[derive(Clone, Debug)]
pub struct Array {
    /// Its name.
    pub name: Name,
    /// Its lengths, the outermost first.
    pub shape: Vec<usize>,
    /// The head and the formula of every line that writes it; none where its members are values.
    pub lines: Vec<(String, String)>,
    /// Its members with their indices, row by row; a start written outside the array comes in its place among them.
    pub members: Vec<(Vec<i64>, Name)>,
}

impl Array {
    /// The members inside the array, row by row: without a start.
    pub fn inside(&self) -> impl Iterator<Item = &Name> {
        let is_inside = |at: &[i64]| {
            at.iter()
                .zip(&self.shape)
                .all(|(&index, &length)| index >= 1 && usize::try_from(index).is_ok_and(|index| index <= length))
        };
        self.members.iter().filter(move |(at, _)| is_inside(at)).map(|(_, name)| name)
    }
}

impl Families {
    /// Adds an array.
    pub(super) fn add(&mut self, mut array: Array) {
        array.members.sort();
        for (at, (_, member)) in array.members.iter().enumerate() {
            self.members.insert(member.clone(), (self.arrays.len(), at));
        }
        self.arrays.push(array);
    }

    /// The array that a scalar is a member of, with its indices there.
    #[must_use]
    pub fn of(&self, member: &str) -> Option<(&Array, &[i64])> {
        let &(array, at) = self.members.get(member)?;
        let array = self.arrays.get(array)?;
        Some((array, array.members.get(at)?.0.as_slice()))
    }

    /// The array of that name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Array> {
        self.arrays.iter().find(|array| array.name.as_str() == name)
    }
}
