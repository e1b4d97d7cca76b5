//! Takes a number apart: digits, a power of ten, a sign of hundredths.

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

/// What is left of a text that begins with a number.
pub(super) struct Cursor<'a> {
    pub(super) rest: &'a str,
}

impl Cursor<'_> {
    fn space(&mut self) {
        self.rest = self.rest.trim_start();
    }

    pub(super) fn take(&mut self, letter: char) -> bool {
        self.space();
        let taken = self.rest.strip_prefix(letter);
        self.rest = taken.unwrap_or(self.rest);
        taken.is_some()
    }

    pub(super) fn skip_any(&mut self, letters: &[char]) {
        if let Some(letter) = self.rest.trim_start().chars().next().filter(|letter| letters.contains(letter)) {
            self.take(letter);
        }
    }

    /// Takes a number without a sign and an exponent, and drops what groups its digits.
    pub(super) fn digits(&mut self) -> Option<String> {
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
    pub(super) fn exponent(&mut self) -> Option<i32> {
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
        let (power, rest) = if let Some(rest) = rest.strip_prefix('^').or_else(|| rest.strip_prefix("**")) {
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
        } else {
            let raised: String = rest.chars().map_while(lowered).collect();
            let letters = rest.chars().take_while(|&letter| lowered(letter).is_some());
            (raised.parse().ok()?, rest.get(letters.map(char::len_utf8).sum::<usize>()..)?)
        };
        self.rest = rest;
        bounded(power)
    }

    /// Takes a sign of hundredths or thousandths.
    pub(super) fn part(&mut self) -> i32 {
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
pub(in super::super) fn lowered(letter: char) -> Option<char> {
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
