//! Letters and digits that Unicode has a lowered or a raised form of, for names on one line.

/// What can be lowered, and its lowered form.
const LOWERED: (&str, &str) = ("0123456789+-=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ");
/// What can be raised, and its raised form.
const RAISED: (&str, &str) = ("0123456789+-=()abcdefghijklmnoprstuvwxyzT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ");

/// The text as a subscript, where every character has such a form.
pub(super) fn lowered(text: &str) -> Option<String> {
    in_form(text, LOWERED)
}

/// The text as a superscript, where every character has such a form.
pub(super) fn raised(text: &str) -> Option<String> {
    in_form(text, RAISED)
}

fn in_form(text: &str, (plain, formed): (&str, &str)) -> Option<String> {
    let form = |letter| plain.chars().zip(formed.chars()).find(|(own, _)| *own == letter).map(|(_, formed)| formed);
    text.chars().map(form).collect()
}

/// The mark that tells a lowered or raised character on one line, and the character itself.
pub(super) fn taken_apart(character: char) -> Option<(char, char)> {
    [('_', LOWERED), ('^', RAISED)].into_iter().find_map(|(mark, (plain, formed))| {
        let pair = plain.chars().zip(formed.chars()).find(|(_, own)| *own == character);
        pair.map(|(plain, _)| (mark, plain))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_lowered_or_raised_can_be_taken_apart_again() {
        assert_eq!((lowered("21").as_deref(), raised("(1)").as_deref()), (Some("₂₁"), Some("⁽¹⁾")));
        assert_eq!((lowered("h1").as_deref(), lowered("dog"), raised("q")), (Some("ₕ₁"), None, None));
        for (mark, (plain, formed)) in [('_', LOWERED), ('^', RAISED)] {
            assert_eq!(plain.chars().count(), formed.chars().count());
            for (plain, formed) in plain.chars().zip(formed.chars()) {
                assert_eq!(taken_apart(formed), Some((mark, plain)));
            }
        }
        assert_eq!(taken_apart('w'), None);
    }
}
