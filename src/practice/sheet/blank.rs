//! What people write into a cell that they leave open.

/// In lower case, without the points of an abbreviation.
const OPEN: [&str; 34] = [
    "na",
    "n/a",
    "#n/a",
    "#nv",
    "none",
    "null",
    "nil",
    "nan",
    "tbd",
    "todo",
    "idk",
    "unknown",
    "missing",
    "blank",
    "empty",
    "skip",
    "skipped",
    "no idea",
    "i don't know",
    "dont know",
    "ka",
    "k a",
    "keine ahnung",
    "leer",
    "offen",
    "vide",
    "nc",
    "无",
    "空",
    "不会",
    "不知道",
    "未填",
    "没做",
    "暂无",
];

/// Whether a cell says nothing.
pub(super) fn is_blank(cell: &str) -> bool {
    const SIGNS: [char; 22] = [
        '?', '-', '–', '—', '―', '‐', '‑', '‒', '−', '_', '.', '…', '/', '\\', '*', '？', '－', '¿', '~', '×', '∅', '·',
    ];
    let cell: String = cell.to_lowercase();
    let cell = cell
        .trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '"' | '\'' | '(' | ')' | '[' | ']'));
    if cell
        .chars()
        .all(|letter| letter.is_whitespace() || SIGNS.contains(&letter) || crate::sanitize::is_harmful(letter))
    {
        return true;
    }
    let words = cell.replace('.', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    OPEN.contains(&words.as_str()) || words == "n a"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_nothing_is_blank() {
        for cell in [
            "", " ", "?", "??", "-", "—", "–", "−", "n/a", "N/A", "n.a.", "NA", "#N/A", "...", "…", "___", "(?)",
            "k.A.", "None", "不会", "？",
        ] {
            assert!(is_blank(cell), "{cell}");
        }
        for cell in ["0", "-1", "0.5?", "x", "a", "?x", "no", "½", "-0", "#REF!"] {
            assert!(!is_blank(cell), "{cell}");
        }
    }
}
