//! How the names of steps look in two dimensions: `dE_dw5` is a fraction of ∂E and ∂w5.

use crate::formula::{Label, Name, Symbol};
use crate::program::{Address, Program};

/// The look of a name of `program`.
#[must_use]
pub fn label(program: &Program, name: &Name) -> Label {
    let Some(address) = Address::parse(name.as_str()) else { return Label::Text(name.to_string()) };
    let plain = address.name.as_str();
    let mark = address.sample.map(|sample| format!("({sample})"));
    if program.given(plain).is_some() {
        return Label::Symbol(marked(symbol(plain), mark));
    }
    if let Some((of, by)) = derivative(program, plain) {
        return Label::Derivative { of: marked(symbol(&of), mark), by: symbol(&by) };
    }
    // Letters that only stand for something in an update; an input may be called so too.
    let letter = match plain {
        "beta" => Symbol::new("β"),
        "beta1" | "beta2" => Symbol::new("β").with_sub(plain.trim_start_matches("beta")),
        "epsilon" => Symbol::new("ε"),
        "weight_decay" => Symbol::new("λ"),
        "eta_start" => Symbol::new("η").with_sub("start"),
        _ => return Label::Symbol(marked(symbol(plain), mark)),
    };
    let letter = if program.rule.given(plain).is_some() { letter } else { symbol(plain) };
    Label::Symbol(marked(letter, mark))
}

fn marked(symbol: Symbol, mark: Option<String>) -> Symbol {
    match mark {
        Some(mark) => symbol.with_sup(mark),
        None => symbol,
    }
}

/// The two parts of a name that is a derivative: `dE_dout_o1`, `dout_dnet_o1`, `dE_dout_h1_via_o1`.
fn derivative(program: &Program, name: &str) -> Option<(String, String)> {
    let rest = name.strip_prefix('d')?;
    let is_known =
        |part: &str| part == "E" || part == "out" || program.given(part).is_some() || program.find(part).is_some();
    for (at, _) in rest.match_indices("_d") {
        let (of, by) = (&rest[..at], &rest[at + 2..]);
        let (by, via) = by.split_once("_via_").map_or((by, None), |(by, via)| (by, Some(via)));
        if !is_known(of) || !(is_known(by) || by.starts_with("net_")) {
            continue;
        }
        // dout_dnet_o1 speaks of one neuron and names it once.
        let of = match (of, by.strip_prefix("net_")) {
            ("out", Some(neuron)) => format!("out_{neuron}"),
            _ => of.to_owned(),
        };
        let of = match via {
            // A path's part is the derivative of what it goes through.
            Some(via) if of == "E" && program.find(&format!("E_{via}")).is_some() => format!("E_{via}"),
            _ => of,
        };
        return Some((of, by.to_owned()));
    }
    None
}

/// The letters of a name that is no derivative.
fn symbol(name: &str) -> Symbol {
    let marks = [("_new", "+"), ("_old", "old"), ("_ahead", "ahead")];
    let marked = marks.iter().find_map(|(ending, mark)| Some((name.strip_suffix(ending)?, Some(*mark))));
    let (name, mark) = marked.unwrap_or((name, None));
    let (base, sub) = match name.split_once('_') {
        Some(("delta", sub)) => ("δ", Some(sub.replace('_', " "))),
        Some((base, sub)) => (base, Some(sub.replace('_', " "))),
        None => match name {
            "eta" => ("η", None),
            _ => split_number(name),
        },
    };
    let mut symbol = Symbol::new(base);
    if let Some(sub) = sub {
        symbol = symbol.with_sub(sub);
    }
    match mark {
        Some(mark) => symbol.with_sup(mark),
        None => symbol,
    }
}

/// `w5` is w with 5 below.
fn split_number(name: &str) -> (&str, Option<String>) {
    let letters = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
    if letters.is_empty() || letters.len() == name.len() {
        return (name, None);
    }
    (letters, Some(name[letters.len()..].to_owned()))
}
