//! One number as people write it in a cell: with a remark after it, as a percentage, with a power of ten.
//!
//! Only a text that is one number and nothing else is read here; everything else is left to the reader of expressions.

mod cursor;

use super::usual;
use crate::formula::Function;
use cursor::Cursor;
pub(super) use cursor::lowered;

/// What says that the number after it is the answer: `net_h1 = 0.3775`, `~0.59`.
const RELATIONS: [char; 10] = ['=', '≈', '≅', '≃', '≐', '≒', '~', '∼', '〜', '≡'];

/// Words before a number that was rounded.
const ABOUT: [&str; 14] = [
    "approximately",
    "approx.",
    "approx",
    "about",
    "around",
    "roughly",
    "circa",
    "ca.",
    "ca",
    "etwa",
    "rund",
    "environ",
    "大约",
    "约",
];

/// Signs of money, which spreadsheets add to a number.
const CURRENCIES: [char; 8] = ['$', '€', '£', '¥', '￥', '元', '₹', '₽'];

/// Words after a number that change it, so that what comes before them is not the number.
const CHANGING: [&str; 16] = [
    "or", "oder", "ou", "o", "pi", "tau", "mod", "hundred", "thousand", "million", "billion", "tsd", "mio", "times",
    "plus", "minus",
];

/// The number of a text in the form that the lexer reads (`-0.5933e-2`); none where the text is not one number.
pub(super) fn plain_number(text: &str) -> Option<String> {
    let letters: Vec<char> = text.chars().filter(|&letter| !is_invisible(letter)).map(usual).collect();
    let text: String = letters.into_iter().collect();
    let text = answer_of(unquoted(text.trim()))?;
    let text = without_word(text);
    let mut cursor = Cursor { rest: text };
    let sign = if cursor.take('-') { "-" } else { "" };
    if sign.is_empty() {
        cursor.take('+');
    }
    cursor.skip_any(&CURRENCIES);
    let digits = cursor.digits()?;
    let mut exponent = cursor.exponent()?;
    exponent = exponent.checked_add(cursor.part())?;
    cursor.skip_any(&CURRENCIES);
    if !is_remark(cursor.rest.trim()) {
        return None;
    }
    Some(if exponent == 0 { format!("{sign}{digits}") } else { format!("{sign}{digits}e{exponent}") })
}

/// What stands after the last sign of equality; none where there are several equations, or nothing after it.
pub(super) fn answer_of(text: &str) -> Option<&str> {
    let mut parts = text.split(RELATIONS);
    let first = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    let (last, between) = match rest.split_last() {
        Some((last, between)) => (last.trim(), between),
        None => return Some(first.trim()),
    };
    // `a = 1, b = 2` has a name between two signs, a chain `0.4*0.5 = 0.2 ≈ 0.2` has not.
    let is_chain = between.iter().all(|part| !part.contains(|letter: char| letter.is_alphabetic() && letter != 'e'));
    (is_chain && !last.is_empty()).then_some(last)
}

/// Without quotation marks around it, or the apostrophe by which spreadsheets keep a text.
fn unquoted(text: &str) -> &str {
    const MARKS: [char; 8] = ['"', '\'', '“', '”', '‘', '’', '„', '`'];
    text.trim_start_matches(MARKS).trim_end_matches(MARKS).trim()
}

fn without_word(text: &str) -> &str {
    let lower = text.to_lowercase();
    let word = ABOUT.iter().find(|word| lower.starts_with(**word));
    // Lowering such words changes no length.
    word.and_then(|word| text.get(word.len()..)).map_or(text, str::trim_start)
}

/// Whether a character has no width, so that nobody sees that it was typed.
pub(super) fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Whether what follows a number says something about it and does not change it.
fn is_remark(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ';', ',', '?', '!', '…', '✓', '✔']).trim();
    if text.is_empty() {
        return true;
    }
    let has_letter = text.contains(char::is_alphabetic);
    let is_enclosed = |open, close| {
        text.strip_prefix(open).and_then(|rest: &str| rest.strip_suffix(close)).is_some_and(|inner| {
            // `(0.4)(0.6)` is a product.
            !inner.contains([open, close])
        })
    };
    if is_enclosed('(', ')') || is_enclosed('[', ']') {
        return has_letter;
    }
    let has_decimal = text.char_indices().any(|(at, letter)| {
        let digit = |text: Option<char>| text.is_some_and(|letter| letter.is_ascii_digit());
        matches!(letter, '.' | ',') && digit(text[..at].chars().next_back()) && digit(text[at + 1..].chars().next())
    });
    let words: Vec<String> = text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase).collect();
    let changes = |word: &String| CHANGING.contains(&word.as_str()) || Function::from_name(word).is_some();
    let first = text.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    let is_word = first.chars().count() >= 2 || first.chars().any(|letter| !letter.is_ascii() && letter != 'π');
    has_letter
        && is_word
        && !has_decimal
        && !text.contains(['_', '*', '/', '^', '+', '<', '>', '\\', '万', '亿', '或'])
        && !words.iter().any(changes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_a_person_means_it() {
        for (text, number) in [
            ("59.33%", "59.33e-2"),
            ("59,33 ％", "59.33e-2"),
            ("12 percent", "12e-2"),
            ("0.5933 (rounded)", "0.5933"),
            ("0.5933 (4 d.p.)", "0.5933"),
            ("0,5933 gerundet", "0.5933"),
            ("0.5933 [see page 2]", "0.5933"),
            ("0.5933…", "0.5933"),
            ("0.5933...", "0.5933"),
            ("0.5933?", "0.5933"),
            ("5.", "5"),
            ("~0.59", "0.59"),
            ("≈ −0,59", "-0.59"),
            ("ca. 0.59", "0.59"),
            ("约0.59", "0.59"),
            ("６×10⁻²", "6e-2"),
            ("6.00x10^-2", "6.00e-2"),
            ("6,00 · 10^(−2)", "6.00e-2"),
            ("6 x 10^{-2}", "6e-2"),
            ("6*10**-2", "6e-2"),
            ("6E−02", "6e-2"),
            ("8.2 × 10³", "8.2e3"),
            ("a = 0.59", "0.59"),
            ("∂E/∂w5=0.0822", "0.0822"),
            ("0.4*0.5+0.6 = 0.8 ≈ 0.80", "0.80"),
            ("'0.5933", "0.5933"),
            ("“0.5933”", "0.5933"),
            ("0.\u{200b}5933", "0.5933"),
            ("1,234.5", "1234.5"),
            ("1.234,5", "1234.5"),
            ("1,234,567", "1234567"),
            ("1'234.5", "1234.5"),
            ("0,377", "0.377"),
            ("0.593 269 992", "0.593269992"),
            ("220,00 €", "220.00"),
            ("$220", "220"),
            ("+.5", "0.5"),
            ("0.59左右", "0.59"),
        ] {
            assert_eq!(plain_number(text).as_deref(), Some(number), "{text}");
        }
    }

    #[test]
    fn what_could_be_meant_otherwise_is_no_plain_number() {
        for text in [
            "",
            "?",
            "=",
            "0.5 or 0.6",
            "0.4 * w5",
            "0.5 w5",
            "2 pi",
            "2π",
            "0,59.3",
            "1.2.3",
            "0.593,269,992",
            "net_h1 = 0.1 net_h2 = 0.2",
            "0.59 0.60",
            "0.5 million",
            "3 exp(2)",
            "(0.4)(0.6)",
            "6x10^",
            "6x10",
            "0x10",
            "0.5-0.6",
            "1e",
            "6×10^99999999999",
            "0.5 (0.6)",
        ] {
            assert_eq!(plain_number(text), None, "{text}");
        }
    }
}
