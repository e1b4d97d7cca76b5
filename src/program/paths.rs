//! All ways from a value to the loss: what it feeds, and the steps that are the slopes on each way.
//!
//! Where the chain rule adds up what comes back, this lists what it adds. Must not know of values.

use std::collections::HashMap;

use super::node::{Node, path_name};
use crate::formula::Name;

/// What feeds what, on the way to the loss.
#[derive(Debug, Default)]
pub struct Paths {
    nodes: Vec<PathNode>,
    index: HashMap<Name, usize>,
}

/// A value on some way to the loss.
#[derive(Debug)]
struct PathNode {
    /// What is said of it: the neuron of a net or output, else its own name.
    subject: Name,
    uses: Vec<Use>,
    /// How many ways lead from it to the loss; more than can be counted are as many as can.
    ways: u128,
}

/// One use of a value.
#[derive(Debug)]
struct Use {
    /// The value that is made of it; none where that is the loss.
    into: Option<usize>,
    /// The step that is the slope of that use.
    slope: Name,
}

/// One way from a value to the loss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// What it leads through, from the value on; a neuron once for its net and its output.
    pub through: Vec<Name>,
    /// The steps whose product is its part of the gradient, from the loss back.
    pub slopes: Vec<Name>,
}

impl Paths {
    /// Takes the ways out of the nodes of the chain rule.
    pub(super) fn of(nodes: &[Node]) -> Self {
        let index = nodes.iter().enumerate().map(|(at, node)| (node.name.clone(), at)).collect();
        let mut paths = Self { nodes: nodes.iter().map(|node| bare(nodes, node)).collect(), index };
        paths.count_ways();
        for (own, node) in paths.nodes.iter_mut().zip(nodes) {
            if own.uses.len() == 1
                && let Some(lone) = own.uses.iter_mut().find(|lone| lone.into.is_none())
            {
                lone.slope = node.gradient.name();
            }
        }
        paths
    }

    /// How many ways lead from a value to the loss; none where it is not known here.
    #[must_use]
    pub fn count(&self, name: &Name) -> Option<u128> {
        self.index.get(name).map(|&at| self.nodes[at].ways)
    }

    /// The ways from a value to the loss, at most so many, in the order in which they are met.
    #[must_use]
    pub fn list(&self, name: &Name, most: usize) -> Vec<Path> {
        let mut found = Vec::new();
        let Some(&start) = self.index.get(name) else { return found };
        // The values that the way at hand leads through, each with the use that is taken next.
        let mut way: Vec<(usize, usize)> = vec![(start, 0)];
        while found.len() < most
            && let Some((at, next)) = way.last_mut()
        {
            let used = self.nodes[*at].uses.get(*next);
            *next += 1;
            match used {
                None => drop(way.pop()),
                Some(Use { into: Some(into), .. }) => way.push((*into, 0)),
                Some(Use { into: None, .. }) => found.push(self.path(&way)),
            }
        }
        found
    }

    fn path(&self, way: &[(usize, usize)]) -> Path {
        let mut through: Vec<Name> = way.iter().map(|&(at, _)| self.nodes[at].subject.clone()).collect();
        through.dedup();
        let slope = |&(at, next): &(usize, usize)| Some(self.nodes[at].uses.get(next.checked_sub(1)?)?.slope.clone());
        Path { through, slopes: way.iter().rev().filter_map(slope).collect() }
    }

    /// Counts from the loss back, and drops what leads nowhere.
    fn count_ways(&mut self) {
        let mut is_done = vec![false; self.nodes.len()];
        let mut open: Vec<usize> = (0..self.nodes.len()).collect();
        while let Some(&at) = open.last() {
            let before = open.len();
            if !is_done[at] {
                open.extend(self.nodes[at].uses.iter().filter_map(|way| way.into).filter(|&into| !is_done[into]));
            }
            if open.len() > before {
                continue;
            }
            open.pop();
            if std::mem::replace(&mut is_done[at], true) {
                continue;
            }
            let mut uses = std::mem::take(&mut self.nodes[at].uses);
            let ways = |way: &Use| way.into.map_or(1, |into| self.nodes[into].ways);
            uses.retain(|way| ways(way) > 0);
            let all = uses.iter().fold(0u128, |sum, way| sum.saturating_add(ways(way)));
            self.nodes[at].ways = all;
            self.nodes[at].uses = uses;
        }
    }
}

/// A node with all its uses, those that lead nowhere too.
fn bare(nodes: &[Node], node: &Node) -> PathNode {
    let uses = node.feeds.iter().filter_map(|feed| {
        let slope = match (feed.into.map(|into| nodes.get(into)), &node.root) {
            (Some(consumer), _) => consumer?.local_name(node),
            (None, Some(root)) => path_name(node, root),
            (None, None) => node.gradient.name(),
        };
        Some(Use { into: feed.into, slope })
    });
    PathNode { subject: node.subject.clone(), uses: uses.collect(), ways: 0 }
}
