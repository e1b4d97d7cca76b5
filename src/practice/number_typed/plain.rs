//! One number as people write it in a cell: with a remark after it, as a percentage, with a power of ten.
//!
//! Only a text that is one number and nothing else is read here; everything else is left to the reader of expressions.

use super::usual;
use crate::formula::Function;

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

/// Words after a number that make it a hundredth or a thousandth of itself.
const PARTS: [(&str, i32); 8] = [
    ("%", -2),
    ("‰", -3),
    ("percent", -2),
    ("per cent", -2),
    ("pct", -2),
    ("prozent", -2),
    ("pour cent", -2),
    ("pour mille", -3),
];

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

struct Cursor<'a> {
    rest: &'a str,
}

impl Cursor<'_> {
    fn space(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn take(&mut self, letter: char) -> bool {
        self.space();
        let taken = self.rest.strip_prefix(letter);
        self.rest = taken.unwrap_or(self.rest);
        taken.is_some()
    }

    fn skip_any(&mut self, letters: &[char]) {
        if let Some(letter) = self.rest.trim_start().chars().next().filter(|letter| letters.contains(letter)) {
            self.take(letter);
        }
    }

    /// Takes a number without a sign and an exponent, and drops what groups its digits.
    fn digits(&mut self) -> Option<String> {
        self.space();
        let letters: Vec<char> = self.rest.chars().collect();
        let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
        let groups = |at: usize| (1..=3).all(|ahead| digit(at + ahead)) && !digit(at + 4);
        let mut end = 0;
        let mut kept = String::new();
        while let Some(&letter) = letters.get(end) {
            match letter {
                '0'..='9' | '.' | ',' => kept.push(letter),
                ' ' | '\'' | '’' | '_' if end > 0 && digit(end - 1) && groups(end) => {}
                _ => break,
            }
            end += 1;
        }
        // `0.59...` and `0.59,` end before these signs.
        let trimmed = kept.trim_end_matches(['.', ',']);
        let dropped = kept.len() - trimmed.len();
        let plain = one_point(trimmed)?;
        let taken: usize = letters.iter().take(end - dropped).map(|letter| letter.len_utf8()).sum();
        self.rest = self.rest.get(taken..).unwrap_or_default();
        if dropped == 1 {
            self.rest = self.rest.strip_prefix(['.', ',']).unwrap_or(self.rest);
        }
        Some(plain)
    }

    /// Takes a power of ten in any form; none where one begins and does not end.
    fn exponent(&mut self) -> Option<i32> {
        let start = self.rest;
        self.space();
        if let Some(rest) = self.rest.strip_prefix(['e', 'E']) {
            let rest = rest.trim_start();
            let end = end_of_whole(rest);
            return if let Some(power) = rest.get(..end).and_then(|power| power.parse().ok()) {
                self.rest = rest.get(end..).unwrap_or_default();
                bounded(power)
            } else {
                self.rest = start;
                Some(0)
            };
        }
        let times = self.rest.strip_prefix(['*', '×', '·', 'x', 'X', '•', '∗', '✕', '⨯', '╳']);
        let Some(rest) = times.and_then(|rest| rest.trim_start().strip_prefix("10")) else {
            self.rest = start;
            return Some(0);
        };
        let rest = rest.trim_start();
        let (power, rest) = match rest.strip_prefix('^').or_else(|| rest.strip_prefix("**")) {
            Some(rest) => {
                let rest = rest.trim_start();
                let (open, close) = match rest.chars().next()? {
                    '(' => ("(", ")"),
                    '{' => ("{", "}"),
                    _ => ("", ""),
                };
                let rest = rest.strip_prefix(open)?.trim_start();
                let end = end_of_whole(rest);
                let power: i32 = rest.get(..end)?.parse().ok()?;
                (power, rest.get(end..)?.trim_start().strip_prefix(close)?)
            }
            None => {
                let raised: String = rest.chars().map_while(lowered).collect();
                let taken: usize =
                    rest.chars().take_while(|&letter| lowered(letter).is_some()).map(char::len_utf8).sum();
                (raised.parse().ok()?, rest.get(taken..)?)
            }
        };
        self.rest = rest;
        bounded(power)
    }

    /// Takes a sign of hundredths or thousandths.
    fn part(&mut self) -> i32 {
        self.space();
        let lower = self.rest.to_lowercase();
        let Some((word, power)) = PARTS.iter().find(|(word, _)| lower.starts_with(word)) else { return 0 };
        // Lowering such words changes no length.
        self.rest = self.rest.get(word.len()..).unwrap_or_default();
        *power
    }
}

/// A number written with one decimal point at most; none where its commas and points make no sense.
fn one_point(text: &str) -> Option<String> {
    if !text.contains(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let last = text.rfind(['.', ',']);
    let Some(last) = last else { return Some(text.to_owned()) };
    let sign = &text[last..=last];
    let other = if sign == "." { "," } else { "." };
    let count = text.matches(sign).count();
    let (whole, behind) = if count == 1 { text.split_at(last) } else { (text, "") };
    // One sign alone is a decimal point; two kinds of signs, or one several times, group digits.
    let grouping = if count == 1 { other } else { sign };
    let is_grouped = whole.contains(grouping);
    if count > 1 && text.contains(other) || is_grouped && !is_in_groups(whole, grouping) {
        return None;
    }
    let whole = whole.replace(grouping, "");
    let behind = behind.get(1..).unwrap_or_default();
    Some(match (whole.is_empty(), behind.is_empty()) {
        (true, _) => format!("0.{behind}"),
        (_, true) => whole,
        _ => format!("{whole}.{behind}"),
    })
}

fn is_in_groups(whole: &str, sign: &str) -> bool {
    let mut groups = whole.split(sign);
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.all(|group| group.len() == 3)
}

fn end_of_whole(text: &str) -> usize {
    let sign = usize::from(text.starts_with(['-', '+']));
    let digits = text.get(sign..).unwrap_or_default().bytes().take_while(u8::is_ascii_digit).count();
    sign + digits
}

fn bounded(power: i32) -> Option<i32> {
    (power.unsigned_abs() <= 400).then_some(power)
}

/// The sign or digit that a raised one stands for.
pub(super) fn lowered(letter: char) -> Option<char> {
    Some(match letter {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴' => '4',
        '⁵' => '5',
        '⁶' => '6',
        '⁷' => '7',
        '⁸' => '8',
        '⁹' => '9',
        '⁻' => '-',
        '⁺' => '+',
        _ => return None,
    })
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
