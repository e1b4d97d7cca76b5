//! The picture of a network as SVG within the page.

use maud::{Markup, html as markup};

use crate::export::worksheet::picture::{HALF_HEIGHT, Picture};

/// Draws the picture; `described` is read where it cannot be seen.
pub(super) fn svg(picture: &Picture, described: &str) -> Markup {
    let (width, height) = (picture.width, picture.height);
    markup! {
        // On a narrow screen it is moved sideways rather than made too small to be read.
        svg width=(width) style=(format!("min-width:min({width}px,34rem)")) viewBox=(format!("0 0 {width} {height}")) role="img" aria-label=(described) {
            @for line in &picture.lines { path class="link" d=(path(line.from, line.by, line.to)) {} }
            @for (at, weight) in picture.lines.iter().filter_map(|line| line.weight.as_ref()) {
                text class="weight" x=(at.0) y=(at.1 + 4) { (weight) }
            }
            @for node in &picture.nodes {
                rect class="node" x=(node.at.0 - node.half_width) y=(node.at.1 - HALF_HEIGHT)
                    width=(2 * node.half_width) height=(2 * HALF_HEIGHT) rx=(HALF_HEIGHT) {}
                text x=(node.at.0) y=(node.at.1 + 5) { (node.label) }
                @if let Some(below) = &node.below {
                    text class="below" x=(node.at.0) y=(node.at.1 + HALF_HEIGHT + 15) { (below) }
                }
            }
            @for (at, said) in &picture.folds { text class="below" x=(at.0) y=(at.1) { (said) } }
        }
    }
}

fn path(from: (i64, i64), by: Option<(i64, i64)>, to: (i64, i64)) -> String {
    let by = by.map_or_else(|| "L".to_owned(), |(x, y)| format!("Q {x} {y}"));
    format!("M {} {} {by} {} {}", from.0, from.1, to.0, to.1)
}
