//! The picture of a network, drawn by `TikZ`.

use std::fmt::Write as _;

use super::escape::escape;
use crate::export::worksheet::picture::{HALF_HEIGHT, Picture};

/// The width of the text, in thousandths of a point.
const TEXT: i64 = 480_000;
/// A unit of the picture, in thousandths of a point, where there is room.
const UNIT: i64 = 750;

/// Draws the picture, made smaller where the page is narrower.
pub(super) fn tikz(picture: &Picture) -> String {
    let scale = (TEXT / picture.width.max(1)).clamp(1, UNIT);
    let mut text = format!("\\begin{{tikzpicture}}[x=1pt,y=-1pt,scale=0.{scale:03},transform shape]\n");
    let point = |(x, y): (i64, i64)| format!("({x},{y})");
    for line in &picture.lines {
        let by = line.by.map_or_else(|| "--".to_owned(), |by| format!(".. controls {} ..", point(by)));
        let _ = writeln!(text, "\\draw[gray] {} {by} {};", point(line.from), point(line.to));
    }
    for (at, weight) in picture.lines.iter().filter_map(|line| line.weight.as_ref()) {
        let _ =
            writeln!(text, "\\node[fill=white,inner sep=1pt,font=\\small] at {} {{{}}};", point(*at), escape(weight));
    }
    for node in &picture.nodes {
        let (width, height) = (2 * node.half_width, 2 * HALF_HEIGHT);
        let shape = format!("draw,rounded corners=8pt,fill=white,minimum width={width}pt,minimum height={height}pt");
        let _ = writeln!(text, "\\node[{shape}] at {} {{{}}};", point(node.at), escape(&node.label));
        if let Some(below) = &node.below {
            let at = (node.at.0, node.at.1 + HALF_HEIGHT + 11);
            let _ = writeln!(text, "\\node[font=\\small] at {} {{{}}};", point(at), escape(below));
        }
    }
    for (at, said) in &picture.folds {
        let _ = writeln!(text, "\\node[font=\\small] at {} {{{}}};", point(*at), escape(said));
    }
    text.push_str("\\end{tikzpicture}\n\n");
    text
}
