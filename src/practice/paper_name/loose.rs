//! Names as people type them: `net h1`, `Net_h1`, `E total`, `∂L/∂w5`, `w5 new`, `$\delta_{h1}$`.
//!
//! Only asked where a text names nothing as it is written. What could mean two things means neither.

use std::collections::HashMap;

use super::drawn::Drawn;
use crate::formula::{Name, symbols};
use crate::sanitize::is_harmful;

/// Words for one thing, and the one that names of steps have; all in lower case.
const WORDS: [(&str, &[&str]); 8] = [
    ("e", &["loss", "error", "err", "cost", "fehler", "verlust", "kosten", "erreur", "perte", "损失", "误差", "代价"]),
    ("total", &["tot", "sum", "overall", "gesamt", "ges", "totale", "totaler", "summe", "总"]),
    ("net", &["z", "netto", "preactivation", "净输入"]),
    ("out", &["a", "output", "activation", "act", "ausgabe", "sortie", "salida", "输出"]),
    (
        "new",
        &["neu", "neue", "neuer", "neues", "next", "updated", "nouveau", "nouvelle", "nuevo", "nueva", "新", "t+1"],
    ),
    ("old", &["alt", "alte", "previous", "ancien", "旧"]),
    ("grad", &["gradient", "梯度"]),
    ("target", &["ziel", "goal", "label", "cible", "目标"]),
];

/// The letters by which books call the loss; where they are above a stroke, or alone.
const LOSSES: [&str; 4] = ["l", "j", "c", "e"];

/// Words that name nothing.
const EMPTY: [&str; 16] =
    ["of", "the", "for", "in", "at", "von", "der", "des", "die", "das", "de", "du", "la", "le", "wert", "value"];

/// Several words for one, and what LaTeX and ASCII write for a sign; the longer ones first.
const PHRASES: [(&str, &str); 22] = [
    ("\\partial", "∂"),
    ("partial ", "∂"),
    ("\\delta", "delta"),
    ("\\eta", "eta"),
    ("\\mathrm", ""),
    ("\\text", ""),
    ("\\operatorname", ""),
    ("\\left", ""),
    ("\\right", ""),
    ("\\dfrac", "\\frac"),
    ("\\tfrac", "\\frac"),
    ("weighted sum", "net"),
    ("net input", "net"),
    ("netinput", "net"),
    ("learning rate", "eta"),
    ("learningrate", "eta"),
    ("lernrate", "eta"),
    ("学习率", "eta"),
    ("error term", "delta"),
    ("error signal", "delta"),
    ("误差项", "delta"),
    ("(t+1)", " new"),
];

/// The names of a lesson by what is left of them without case, spaces and the order of their words.
#[derive(Debug)]
pub(super) struct Loose {
    names: HashMap<String, Option<(Name, bool)>>,
}

/// A name that was found, the samples and epoch after it, and whether its negative is meant.
pub(super) struct Meant<'a> {
    pub(super) name: &'a Name,
    pub(super) marks: String,
    pub(super) is_negated: bool,
}

impl Loose {
    pub(super) fn of(drawn: &Drawn) -> Self {
        let mut names: HashMap<String, Option<(Name, bool)>> = HashMap::new();
        let mut add = |key: String, meant: &(Name, bool)| {
            let known = names.entry(key).or_insert_with(|| Some(meant.clone()));
            if known.as_ref().is_some_and(|known| known != meant) {
                *known = None;
            }
        };
        for (key, meant) in drawn.entries() {
            add(key.to_lowercase(), meant);
        }
        let mut all: Vec<&Name> = drawn.entries().map(|(_, (name, _))| name).collect();
        all.sort_unstable();
        all.dedup();
        for name in all {
            let lower = name.as_str().to_lowercase();
            let words: Vec<String> = lower.split('_').map(str::to_owned).collect();
            add(unordered(words), &(name.clone(), false));
        }
        Self { names }
    }

    /// What a text means.
    pub(super) fn find(&self, text: &str) -> Option<Meant<'_>> {
        let plain = plain(text);
        let (plain, marks) = split_marks(&plain);
        let plain = plain.trim().trim_end_matches([':', '=']).trim();
        let (plain, has_sign) = match plain.strip_prefix(['-', '−']) {
            Some(rest) => (rest.trim_start(), true),
            None => (plain, false),
        };
        // What is known and could mean two things is not looked for in another way.
        let (name, is_negated) = keys(plain).iter().find_map(|key| self.names.get(key))?.as_ref()?;
        Some(Meant { name, marks, is_negated: has_sign != *is_negated })
    }
}

/// What a text may be called in the table, the most literal first.
fn keys(text: &str) -> Vec<String> {
    if let Some((above, below)) = derivative(text) {
        let of = |words: &[String]| words.concat();
        let (above, below) = (words(above), words(below));
        let mut all = vec![format!("d{}/d{}", of(&above), of(&below))];
        let mut above = usual(above);
        if above.first().is_some_and(|first| LOSSES.contains(&first.as_str())) {
            "e".clone_into(&mut above[0]);
        }
        let below = usual(below);
        all.push(format!("d{}/d{}", of(&above), of(&below)));
        if above == ["e", "total"] || above == ["e"] {
            all.push(format!("de/d{}", of(&below)));
            all.push(format!("detotal/d{}", of(&below)));
        }
        return all;
    }
    let literal = words(text);
    let mut usual = usual(literal.clone());
    let is_total = match usual.as_slice() {
        [one] => LOSSES.contains(&one.as_str()),
        [one, two] => LOSSES.contains(&one.as_str()) && two == "total" || two == "e" && one == "total",
        _ => false,
    };
    if is_total {
        usual = vec!["e".to_owned(), "total".to_owned()];
    }
    vec![literal.concat(), unordered(literal), usual.concat(), unordered(usual)]
}

/// What stands above and below the stroke of a derivative, without the signs of the derivative.
fn derivative(text: &str) -> Option<(&str, &str)> {
    let (above, below) = text.split_once('/')?;
    let part = |text: &'_ str| -> Option<usize> {
        let rest = text.trim().strip_prefix(['∂', 'd'])?.trim_start();
        rest.starts_with(char::is_alphabetic).then_some(rest.len())
    };
    let (above_length, below_length) = (part(above)?, part(below)?);
    let (above, below) = (above.trim(), below.trim());
    Some((above.get(above.len() - above_length..)?, below.get(below.len() - below_length..)?))
}

/// The words of a text, in order.
fn words(text: &str) -> Vec<String> {
    let is_between = |letter: char| letter.is_whitespace() || "_^()[]{}.,-–:".contains(letter);
    text.split(is_between).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The same with the words that names of steps have.
fn usual(words: Vec<String>) -> Vec<String> {
    let meant = |word: &str| WORDS.iter().find(|(_, others)| others.contains(&word)).map(|(meant, _)| *meant);
    let replaced = |word: String| match (meant(&word), word.strip_prefix(['d', '∂'])) {
        (Some(meant), _) => meant.to_owned(),
        (None, Some(rest)) => match (meant(rest), LOSSES.contains(&rest)) {
            (Some(meant), _) => format!("d{meant}"),
            (None, true) => "de".to_owned(),
            (None, false) => format!("d{rest}"),
        },
        (None, None) => word,
    };
    words.into_iter().filter(|word| !EMPTY.contains(&word.as_str())).map(replaced).collect()
}

fn unordered(mut words: Vec<String>) -> String {
    words.sort_unstable();
    // No drawing has a space.
    format!(" {}", words.join(" "))
}

/// A text in lower case, with ASCII letters and signs where there are any, and without the commands of LaTeX.
fn plain(text: &str) -> String {
    let letters =
        text.chars().filter(|letter| letter.is_whitespace() || !is_harmful(*letter)).map(|letter| match letter {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
            '$' | '`' | '"' | '“' | '”' => ' ',
            letter if letter.is_whitespace() => ' ',
            letter => letter,
        });
    let folded: String = letters.collect();
    // The sign of a derivative would be spelled as a letter.
    let parts: Vec<_> = folded.split('∂').map(|part| symbols::ASCII.plain(part)).collect();
    let mut plain = parts.join("∂").to_lowercase();
    for (phrase, meant) in PHRASES {
        if plain.contains(phrase) {
            plain = plain.replace(phrase, meant);
        }
    }
    if let Some((before, rest)) = plain.split_once("\\frac{")
        && let Some((above, below)) = rest.split_once("}{")
    {
        plain = format!("{before}{above}/{below}");
    }
    plain.replace(['\\', '{', '}'], "").trim().to_owned()
}

/// The samples and epoch at the end of a name.
fn split_marks(text: &str) -> (&str, String) {
    let is_mark = |letter: char| letter.is_ascii_digit() || letter == ' ' || letter == '#' || letter == '@';
    let Some(start) = text.find(['#', '@']).filter(|start| text[*start..].chars().all(is_mark)) else {
        return (text, String::new());
    };
    (&text[..start], text[start..].replace(' ', ""))
}
