//! The arrays that lines may name: their shapes as far as they are known, and which members have been written.

use std::collections::{HashMap, HashSet};

use crate::formula::Name;

/// A value that a graph starts from, or an array of such.
#[derive(Clone, Debug)]
pub struct Value {
    /// Its name.
    pub name: Name,
    /// Its lengths, the outermost first; none for a number.
    pub shape: Vec<usize>,
    /// Its numbers row by row, where it is a given of whole numbers and may be used as an index.
    pub wholes: Option<Vec<i64>>,
    /// Whether it is a given.
    pub is_given: bool,
}

/// An array, whether its members are values or written by lines.
#[derive(Debug)]
pub(super) struct Array {
    pub(super) name: Name,
    /// The lines that write its members, in order; none for a value.
    pub(super) lines: Vec<usize>,
    /// How many indices its heads have; all levels of a value.
    pub(super) head_levels: usize,
    /// The lengths over the indices of its heads, as soon as all lines have their ranges.
    pub(super) lengths: Option<Vec<usize>>,
    /// The shape of one member of its heads.
    pub(super) cell: Option<Vec<usize>>,
    /// The numbers, where they may be indices.
    pub(super) wholes: Option<Vec<i64>>,
    pub(super) is_given: bool,
    /// The members written so far, by the indices of the head.
    pub(super) written: HashSet<Vec<i64>>,
}

impl Array {
    pub(super) fn is_value(&self) -> bool {
        self.lines.is_empty()
    }

    /// Its whole shape, where that is known.
    pub(super) fn shape(&self) -> Option<Vec<usize>> {
        let (lengths, cell) = (self.lengths.as_ref()?, self.cell.as_ref()?);
        Some(lengths.iter().chain(cell).copied().collect())
    }

    /// Its length at one level, where that is known.
    pub(super) fn length(&self, level: usize) -> Option<usize> {
        match level.checked_sub(self.head_levels) {
            None => self.lengths.as_ref()?.get(level).copied(),
            Some(level) => self.cell.as_ref()?.get(level).copied(),
        }
    }
}

#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) arrays: Vec<Array>,
    places: HashMap<Name, usize>,
}

impl Table {
    pub(super) fn add_value(&mut self, value: &Value) {
        self.places.insert(value.name.clone(), self.arrays.len());
        self.arrays.push(Array {
            name: value.name.clone(),
            lines: Vec::new(),
            head_levels: value.shape.len(),
            lengths: Some(value.shape.clone()),
            cell: Some(Vec::new()),
            wholes: value.wholes.clone(),
            is_given: value.is_given,
            written: HashSet::new(),
        });
    }

    /// Notes that a line writes members of an array, and gives its place here.
    pub(super) fn add_line(&mut self, name: &Name, line: usize, head_levels: usize) -> usize {
        if let Some(&at) = self.places.get(name) {
            self.arrays[at].lines.push(line);
            return at;
        }
        let at = self.arrays.len();
        self.places.insert(name.clone(), at);
        self.arrays.push(Array {
            name: name.clone(),
            lines: vec![line],
            head_levels,
            lengths: None,
            cell: None,
            wholes: None,
            is_given: false,
            written: HashSet::new(),
        });
        at
    }

    pub(super) fn find(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }

    pub(super) fn get(&self, name: &str) -> Option<&Array> {
        self.find(name).and_then(|at| self.arrays.get(at))
    }
}

/// The name of a member: `h_2`, `W_1_2`; of a number its own.
pub(super) fn member_name(array: &Name, at: &[i64]) -> Name {
    if at.is_empty() {
        return array.clone();
    }
    let mut text = array.as_str().to_owned();
    for index in at {
        text.push('_');
        text.push_str(&index.to_string());
    }
    Name::new(text)
}

/// Every tuple of indices of some ranges, the last index running fastest.
pub(super) fn tuples(ranges: &[(i64, i64)]) -> impl Iterator<Item = Vec<i64>> + use<'_> {
    let mut next = ranges.iter().all(|(from, to)| from <= to).then(|| ranges.iter().map(|(from, _)| *from).collect());
    std::iter::from_fn(move || {
        let current: Vec<i64> = next.take()?;
        let mut following = current.clone();
        for (index, (from, to)) in following.iter_mut().zip(ranges).rev() {
            if *index < *to {
                *index += 1;
                next = Some(following);
                break;
            }
            *index = *from;
        }
        Some(current)
    })
}

/// The ranges 1 to n of some lengths.
pub(super) fn from_one(lengths: &[usize]) -> Vec<(i64, i64)> {
    lengths.iter().map(|&length| (1, i64::try_from(length).unwrap_or(i64::MAX))).collect()
}
