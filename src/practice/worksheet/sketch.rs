//! The network or graph of a sheet: who stands where and feeds whom, and the numbers that are given there.

use crate::formula::Name;
use crate::lesson::Lesson;
use crate::program::Vertex;
use crate::run::{LineOf, Moment};

/// Columns from left to right, and what leads from one to another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch {
    /// The columns.
    pub columns: Vec<Vec<Node>>,
    /// What feeds what.
    pub links: Vec<Link>,
}

/// A neuron, an input, a node of a graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is called.
    pub label: String,
    /// Its number, where that is given.
    pub value: Option<String>,
    /// The number that it is compared with.
    pub target: Option<String>,
}

/// A connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Column and row of what feeds.
    pub from: (usize, usize),
    /// Column and row of what is fed.
    pub to: (usize, usize),
    /// The weight on it.
    pub weight: Option<String>,
}

impl Sketch {
    pub(super) fn of(lesson: &mut Lesson) -> Self {
        let diagram = lesson.program().diagram.clone();
        let columns = diagram.columns.iter().map(|column| column.iter().map(|vertex| node(lesson, vertex)).collect());
        let columns = columns.collect();
        let weight = |name: &Name| lesson.written(name);
        let links = diagram.edges.iter().map(|edge| Link {
            from: edge.from,
            to: edge.to,
            weight: edge.weight.as_ref().map(weight),
        });
        Self { columns, links: links.collect() }
    }
}

fn node(lesson: &mut Lesson, vertex: &Vertex) -> Node {
    let given = |lesson: &mut Lesson, name: &Name| {
        // Of several samples none is *the* one.
        let is_one = lesson.samples() == 1 && lesson.program().given(name.as_str()).is_some();
        let moment = Moment { epoch: 1, line: LineOf::Sample(1) };
        let exact = if is_one { lesson.run().given(moment, name.as_str()).ok()? } else { None };
        exact.map(|exact| exact.to_string())
    };
    Node {
        label: lesson.written(&vertex.label),
        value: given(lesson, &vertex.value),
        target: vertex.target.as_ref().and_then(|target| given(lesson, target)),
    }
}
