//! The lines of a script: how deep they stand, and where a long list is broken.

/// Longer lines are broken, where they are lists.
const WIDTH: usize = 100;

/// One step deeper.
const INDENT: &str = "    ";

/// A script that is being written.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    text: String,
    depth: usize,
}

impl Sheet {
    /// Writes a line.
    pub(super) fn line(&mut self, line: &str) {
        if !line.is_empty() {
            self.text.push_str(&INDENT.repeat(self.depth));
            self.text.push_str(line);
        }
        self.text.push('\n');
    }

    /// Writes an empty line, unless there is one already, or a block begins.
    pub(super) fn gap(&mut self) {
        if !self.text.ends_with("\n\n") && !self.text.ends_with(":\n") {
            self.line("");
        }
    }

    /// Writes a sentence as a comment.
    pub(super) fn comment(&mut self, sentence: &str) {
        // Every sign at which some program begins a new line would end the comment there.
        for line in sentence.split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']) {
            let mut row = String::from("#");
            for word in line.split_whitespace() {
                if row.chars().count() + word.chars().count() + self.depth * INDENT.len() >= WIDTH && row.len() > 1 {
                    self.line(&row);
                    row = String::from("#");
                }
                row.push(' ');
                row.push_str(word);
            }
            self.line(&row);
        }
    }

    /// Begins a block that `head` opens.
    pub(super) fn open(&mut self, head: &str) {
        self.line(head);
        self.depth += 1;
    }

    /// Begins a block that a list opens.
    pub(super) fn open_list(&mut self, before: &str, items: &[String], after: &str) {
        self.list(before, items, after);
        self.depth += 1;
    }

    /// Ends the block that was opened last.
    pub(super) fn close(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// Writes a list between brackets, in as many rows as it takes.
    pub(super) fn list(&mut self, before: &str, items: &[String], after: &str) {
        let whole = format!("{before}{}{after}", items.join(", "));
        if whole.chars().count() + self.depth * INDENT.len() <= WIDTH {
            self.line(&whole);
            return;
        }
        self.open(before);
        let room = WIDTH.saturating_sub(self.depth * INDENT.len());
        let mut row = String::new();
        for item in items {
            if !row.is_empty() && row.chars().count() + item.chars().count() + 2 > room {
                self.line(&row);
                row.clear();
            }
            let gap = if row.is_empty() { "" } else { " " };
            row = format!("{row}{gap}{item},");
        }
        self.line(&row);
        self.close();
        self.line(after);
    }

    /// All of it.
    pub(super) fn into_text(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_stays_one_whatever_breaks_its_lines() {
        let mut sheet = Sheet::default();
        sheet.comment("one\nimport os\u{2028}print(1)");
        assert_eq!(sheet.into_text(), "# one\n# import os\n# print(1)\n");
    }

    #[test]
    fn a_long_list_is_broken_between_its_items() {
        let items: Vec<String> = (0..40).map(|at| format!("item_{at}")).collect();
        let mut sheet = Sheet::default();
        sheet.open("if True:");
        sheet.list("f(", &items, ")");
        let text = sheet.into_text();
        assert!(text.lines().all(|line| line.len() <= WIDTH), "{text}");
        assert!(text.contains("    f(\n        item_0, item_1,") && text.ends_with("item_39,\n    )\n"), "{text}");
    }
}
