//! Where everything of a network stands on paper, in whole units from the upper left corner.

use unicode_width::UnicodeWidthStr as _;

use crate::messages::Messages;
use crate::practice::worksheet::{Node, Sketch};

/// From one row to the next.
const ROW: i64 = 72;
/// Between two columns.
const GUTTER: i64 = 116;
/// Half the height of a node.
pub(super) const HALF_HEIGHT: i64 = 15;
/// Around everything.
const MARGIN: i64 = 8;
/// About so wide is a letter.
const LETTER: i64 = 8;
/// The narrowest node.
const NARROWEST: i64 = 40;
/// Longer labels are cut.
const LONGEST: usize = 20;
/// The most nodes of a column.
const MOST_ROWS: usize = 12;
/// With more lines between two columns no weight stands on them.
const MOST_WEIGHTS: usize = 16;

/// A network on paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Picture {
    pub(super) width: i64,
    pub(super) height: i64,
    pub(super) nodes: Vec<Placed>,
    pub(super) lines: Vec<Line>,
    /// What is said of nodes that are not shown, and where.
    pub(super) folds: Vec<((i64, i64), String)>,
}

/// A node, by its middle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Placed {
    pub(super) at: (i64, i64),
    pub(super) half_width: i64,
    pub(super) label: String,
    /// The number below it.
    pub(super) below: Option<String>,
}

/// A line, bent by way of a point where it passes columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) from: (i64, i64),
    pub(super) to: (i64, i64),
    pub(super) by: Option<(i64, i64)>,
    /// The weight, and where it stands.
    pub(super) weight: Option<((i64, i64), String)>,
}

impl Picture {
    /// Places everything; nothing where nothing feeds anything.
    pub(super) fn of(sketch: &Sketch, messages: &Messages) -> Option<Self> {
        if sketch.links.is_empty() {
            return None;
        }
        let rows = |column: &Vec<Node>| i64::try_from(shown(column) + usize::from(shown(column) < column.len())).ok();
        let highest = sketch.columns.iter().filter_map(rows).max()?;
        let mut picture = Self { height: 2 * MARGIN + highest * ROW, ..Self::default() };
        let mut places: Vec<Vec<Placed>> = Vec::new();
        let mut left = MARGIN;
        for column in &sketch.columns {
            let all: Vec<Placed> = column.iter().take(shown(column)).map(|node| placed(node, messages)).collect();
            let half = all.iter().map(Placed::half_room).max().unwrap_or(NARROWEST / 2);
            let top = MARGIN + (highest - rows(column)?) * ROW / 2 + ROW / 2 - HALF_HEIGHT / 2;
            let at = |row: usize| Some((left + half, top + i64::try_from(row).ok()? * ROW));
            let all = all.into_iter().enumerate().filter_map(|(row, node)| Some(Placed { at: at(row)?, ..node }));
            let all: Vec<Placed> = all.collect();
            if all.len() < column.len() {
                let said = messages.text("worksheet-more-nodes", &[("count", (column.len() - all.len()).into())]);
                picture.folds.extend(at(all.len()).map(|there| (there, format!("… {said}"))));
            }
            places.push(all);
            left += 2 * half + GUTTER;
        }
        picture.width = left - GUTTER + MARGIN;
        picture.lines = lines(sketch, &places);
        picture.nodes = places.into_iter().flatten().collect();
        Some(picture)
    }
}

impl Placed {
    /// Half the room that it takes, with what stands below.
    fn half_room(&self) -> i64 {
        let below = self.below.as_ref().map_or(0, |below| letters(below) * LETTER / 2);
        self.half_width.max(below)
    }
}

fn shown(column: &[Node]) -> usize {
    if column.len() > MOST_ROWS { MOST_ROWS - 1 } else { column.len() }
}

fn placed(node: &Node, messages: &Messages) -> Placed {
    let label = cut(&node.label);
    let target =
        node.target.as_ref().map(|value| messages.text("worksheet-target", &[("value", value.as_str().into())]));
    let half_width = (letters(&label) * LETTER / 2 + 8).max(NARROWEST / 2);
    Placed { at: (0, 0), half_width, label, below: node.value.as_deref().map(cut).or(target) }
}

fn letters(text: &str) -> i64 {
    i64::try_from(text.width()).unwrap_or(i64::MAX / LETTER)
}

fn cut(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    text.chars().take(LONGEST - 1).chain(['…']).collect()
}

fn lines(sketch: &Sketch, places: &[Vec<Placed>]) -> Vec<Line> {
    let between = |column: usize| {
        let visible = |place: (usize, usize)| places.get(place.0).is_some_and(|rows| place.1 < rows.len());
        sketch.links.iter().filter(|link| link.to.0 == column && visible(link.from) && visible(link.to)).count()
    };
    let crowded: Vec<bool> = (0..places.len()).map(|column| between(column) > MOST_WEIGHTS).collect();
    let line = |link: &crate::practice::worksheet::Link| {
        let place = |(column, row): (usize, usize)| places.get(column)?.get(row);
        let (start, end) = (place(link.from)?, place(link.to)?);
        let from = (start.at.0 + start.half_width, start.at.1);
        let to = (end.at.0 - end.half_width, end.at.1);
        let passes = i64::try_from(link.to.0.saturating_sub(link.from.0 + 1)).ok()?;
        let middle = (i64::midpoint(from.0, to.0), i64::midpoint(from.1, to.1) - ROW * passes.min(2));
        // Nearer to what is fed, where lines from all sides still stand apart.
        let label = (from.0 + (to.0 - from.0) * 7 / 10, from.1 + (to.1 - from.1) * 7 / 10);
        let is_crowded = crowded.get(link.to.0).copied().unwrap_or(true);
        let weight = link.weight.as_deref().filter(|_| !is_crowded).map(|weight| (label, cut(weight)));
        Some(Line { from, to, by: (passes > 0).then_some(middle), weight })
    };
    sketch.links.iter().filter_map(line).collect()
}
