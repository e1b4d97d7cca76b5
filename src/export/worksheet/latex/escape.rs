//! Text in which nothing commands LaTeX anything, and the signs of our own sentences as mathematics.

use crate::formula::symbols::spelling;

/// The signs that our sentences have, by what sets them.
const SIGNS: [(char, &str); 23] = [
    ('\\', "\\textbackslash{}"),
    ('~', "\\textasciitilde{}"),
    ('^', "\\textasciicircum{}"),
    ('<', "\\textless{}"),
    ('>', "\\textgreater{}"),
    ('|', "\\textbar{}"),
    ('…', "\\ldots{}"),
    ('−', "\\(-\\)"),
    ('≈', "\\(\\approx\\)"),
    ('≤', "\\(\\le\\)"),
    ('≥', "\\(\\ge\\)"),
    ('·', "\\(\\cdot\\)"),
    ('×', "\\(\\times\\)"),
    ('½', "\\(\\tfrac12\\)"),
    ('²', "\\(^2\\)"),
    ('³', "\\(^3\\)"),
    ('√', "\\(\\surd\\)"),
    ('∂', "\\(\\partial\\)"),
    ('∇', "\\(\\nabla\\)"),
    ('→', "\\(\\to\\)"),
    ('′', "\\('\\)"),
    ('±', "\\(\\pm\\)"),
    ('∞', "\\(\\infty\\)"),
];

/// Writes text so that it stands on paper as it is.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if let Some((_, command)) = SIGNS.iter().find(|(sign, _)| *sign == character) {
            out.push_str(command);
            continue;
        }
        match character {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => {
                out.push('\\');
                out.push(character);
            }
            '\n' => out.push(' '),
            // Two of them would be taken for one longer or turned sign.
            '-' | '`' if out.ends_with(['-', '?', '!', '`']) => {
                out.push_str("{}");
                out.push(character);
            }
            // The address of a source is long.
            '/' => out.push_str("/\\allowbreak{}"),
            // A bracket behind a command would be taken for its option.
            '[' | ']' => {
                out.push('{');
                out.push(character);
                out.push('}');
            }
            _ => match spelling(character) {
                Some(command) => {
                    out.push_str("\\(\\");
                    out.push_str(command);
                    out.push_str("\\)");
                }
                None => out.push(character),
            },
        }
    }
    out
}

/// Whether `pdflatex` sets a letter without further packages.
pub(super) fn is_latin(letter: char) -> bool {
    letter.is_ascii() || matches!(letter, '\u{c0}'..='\u{ff}' | '‘' | '’' | '“' | '”' | '–' | '—')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_commands_anything() {
        let wild = "100% & _a_ # $5 {x} \\input{y} ~ ^ <b> [c] δ −1 ≈ ½Σ";
        assert_eq!(
            escape(wild),
            "100\\% \\& \\_a\\_ \\# \\$5 \\{x\\} \\textbackslash{}input\\{y\\} \\textasciitilde{} \\textasciicircum{} \
             \\textless{}b\\textgreater{} {[}c{]} \\(\\delta\\) \\(-\\)1 \\(\\approx\\) \\(\\tfrac12\\)\\(\\Sigma\\)"
        );
    }

    #[test]
    fn signs_in_a_row_stay_single() {
        assert_eq!(escape("a--b?`c"), "a-{}-b?{}`c");
    }

    #[test]
    fn greek_and_chinese_letters_are_told_apart_from_latin_ones() {
        assert!("é”–ß".chars().all(is_latin));
        assert!(!is_latin('网') && !is_latin('ж') && !is_latin('\u{1f600}'));
    }
}
