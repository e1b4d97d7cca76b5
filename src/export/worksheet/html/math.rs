//! Mathematics as `MathML`, made of our LaTeX, in pieces between which a line may be broken.

use maud::{Markup, PreEscaped, html as markup};
use pulldown_latex::{Parser, RenderConfig, Storage, push_mathml};

use crate::lesson::Relation;
use crate::practice::worksheet::Notated;

/// A formula or a number alone.
pub(super) fn math(notated: &Notated) -> Markup {
    pieces("", notated)
}

/// What is computed, and by what.
pub(super) fn named(symbol: &Notated, formula: &Notated) -> Markup {
    markup! { (pieces("", symbol)) wbr; (pieces("= ", formula)) }
}

/// What is computed, before an empty place.
pub(super) fn left(symbol: &Notated) -> Markup {
    pieces(
        "",
        &Notated { latex: vec![format!("{} = {{}}", symbol.latex.concat())], text: format!("{} =", symbol.text) },
    )
}

/// Two things that are equal, or about.
pub(super) fn equation(left: &Notated, sign: Relation, right: &Notated) -> Markup {
    markup! { (pieces("", left)) wbr; (relation(sign, right)) }
}

/// What something is equal to, or about.
pub(super) fn relation(sign: Relation, right: &Notated) -> Markup {
    match sign {
        Relation::Equal => pieces("= ", right),
        Relation::About => pieces("\\approx ", right),
    }
}

/// The parts, a line may be broken between them; an operator that begins one has something before it, so that it keeps its room.
fn pieces(lead: &str, notated: &Notated) -> Markup {
    let first = if lead.is_empty() { String::new() } else { format!("{{}} {lead}") };
    let leads = std::iter::once(first.as_str()).chain(std::iter::repeat("{} "));
    let set: Option<Vec<String>> =
        notated.latex.iter().zip(leads).map(|(part, lead)| mathml(&format!("\\displaystyle {lead}{part}"))).collect();
    // What cannot be set is still read.
    set.map_or_else(|| markup! { code { (notated.text) } }, |set| PreEscaped(set.join("<wbr>")))
}

/// A formula as an element; `None` where it is not understood.
fn mathml(latex: &str) -> Option<String> {
    let storage = Storage::new();
    let events: Result<Vec<_>, _> = Parser::new(latex, &storage).collect();
    let events = events.ok()?.into_iter().map(Ok::<_, std::convert::Infallible>);
    let mut text = String::new();
    push_mathml(&mut text, events, RenderConfig::default()).ok()?;
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_becomes_an_element_and_nonsense_nothing() {
        let set = mathml("\\frac{\\partial \\text{out}_{o1}}{\\partial w_{5}}").unwrap();
        assert!(set.starts_with("<math") && set.contains("<mfrac>") && set.contains("out"), "{set}");
        assert_eq!(mathml("\\frac{1}"), None);
        assert_eq!(mathml("\\nosuchcommand"), None);
    }

    #[test]
    fn text_in_a_formula_cannot_become_markup() {
        let set = mathml("\\text{a<script>&b}").unwrap();
        assert!(!set.contains("<script>"), "{set}");
    }
}
