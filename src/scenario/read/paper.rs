//! The `arithmetic` and the `rounding` of a scenario file.

use crate::formula::Name;
use crate::number::{Digits, Rounding, Ties};
use crate::scenario::fault::{FaultKind, Faults, clip};
use crate::scenario::names::is_identifier;
use crate::scenario::paper::{Paper, PaperKind, PaperStep};
use crate::scenario::reader::{self, Field, Fields, Keys};
use crate::scenario::yaml::{Kind, Node};

const ARITHMETIC: Keys = Keys { known: &["paper"] };
const PAPER: Keys = Keys { known: &PAPER_WORDS };
const PAPER_WORDS: [&str; PaperKind::WORDS.len() + 3] = {
    let mut words = ["decimals"; PaperKind::WORDS.len() + 3];
    words[1] = "significant";
    words[2] = "steps";
    let mut at = 0;
    while at < PaperKind::WORDS.len() {
        words[at + 3] = PaperKind::WORDS[at].0;
        at += 1;
    }
    words
};
/// With these, and 15 digits before the point at most, what is carried on is never rounded a second time.
const MOST_DIGITS: u64 = 12;

/// Reads with which digits is worked; none where nothing is rounded on the way.
pub(super) fn arithmetic(fields: &Fields<'_>, faults: &mut Faults) -> Option<Paper> {
    let words = [("half_up", Ties::HalfUp), ("half_even", Ties::HalfEven)];
    let rounding = fields.get("rounding");
    let ties = rounding.and_then(|field| reader::word(field, "rounding", &words, faults));
    let asked = fields.get("arithmetic");
    let is_paper = asked.is_some_and(|field| matches!(field.node.kind, Kind::Mapping(_)));
    if let Some(field) = rounding.filter(|_| !is_paper && !fields.meant("arithmetic")) {
        faults.push(field.place, FaultKind::RoundingWithoutPaper);
    }
    let field = asked?;
    if is_paper {
        let of_paper = Fields::open(field.node, field.place, &ARITHMETIC, faults)?;
        let paper = paper(of_paper.require("paper", faults)?, faults)?;
        let usual = Rounding { ties: ties.unwrap_or(paper.usual.ties), ..paper.usual };
        return Some(Paper { usual, ..paper });
    }
    let is_bare = reader::word(field, "arithmetic", &[("exact", false), ("paper", true)], faults)?;
    if is_bare {
        faults.push(field.node.place, FaultKind::PaperWithoutDigits);
    }
    None
}

fn paper(field: Field<'_>, faults: &mut Faults) -> Option<Paper> {
    let fields = Fields::open(field.node, field.place, &PAPER, faults)?;
    let mut count = |key: &str, least: u64| digits(fields.get(key)?.node, least, faults);
    let (decimals, significant) = (count("decimals", 0), count("significant", 1));
    let least = u64::from(fields.get("significant").is_some());
    let by_kind = PaperKind::WORDS.iter().filter_map(|&(word, kind)| Some((kind, count(word, least)?))).collect();
    let by_step = fields.get("steps").map(|field| steps(field, least, faults)).unwrap_or_default();
    match (fields.get("decimals"), fields.get("significant")) {
        (Some(_), Some(field)) => faults.push(field.place, FaultKind::PaperWithTwoDigits),
        (None, None) if !fields.meant("decimals") && !fields.meant("significant") => {
            faults.push(field.place, FaultKind::PaperWithoutDigits);
        }
        _ => {}
    }
    let usual = decimals.map(Digits::Decimals).or(significant.map(Digits::Significant));
    Some(Paper { usual: Rounding { digits: usual.unwrap_or(Paper::USUAL.digits), ..Paper::USUAL }, by_kind, by_step })
}

/// Reads the digits of steps by their names.
fn steps(field: Field<'_>, least: u64, faults: &mut Faults) -> Vec<PaperStep> {
    let entries = reader::pairs(field.node, faults).unwrap_or_default();
    let read = |entry: Field<'_>| {
        if !is_identifier(entry.key) {
            faults.push(entry.place, FaultKind::NotAStep { text: clip(entry.key) });
        }
        let digits = digits(entry.node, least, faults)?;
        Some(PaperStep { step: Name::new(entry.key), place: entry.place, digits })
    };
    entries.into_iter().filter_map(read).collect()
}

fn digits(node: &Node, least: u64, faults: &mut Faults) -> Option<u32> {
    let count = reader::whole(node, least..=MOST_DIGITS, faults)?;
    u32::try_from(count).ok()
}
