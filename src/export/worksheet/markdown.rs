//! A sheet as Markdown that is also read well as it stands.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr as _;

use super::Detail;
use super::phrases::{Phrases, blank};
use crate::messages::Messages;
use crate::practice::worksheet::{Question, Worksheet};

/// Writes sheets, each on a page of its own.
#[must_use]
pub fn markdown(sheets: &[Worksheet], detail: Detail, messages: &Messages) -> String {
    let pages: Vec<String> = sheets.iter().map(|sheet| page(&Phrases::new(sheet, detail, messages))).collect();
    pages.join("\n<div style=\"page-break-after: always\"></div>\n\n")
}

fn page(phrases: &Phrases<'_>) -> String {
    let sheet = phrases.sheet;
    let kind = phrases.kind().map_or_else(String::new, |kind| format!(" · {kind}"));
    let mut text = format!("# {}{kind}\n\n", plain(&sheet.title));
    for line in phrases.head() {
        let _ = writeln!(text, "{}\n", plain(&line));
    }
    if phrases.detail == Detail::Blank {
        let line = "_".repeat(24);
        let _ = writeln!(
            text,
            "{}: `{line}` {}: `____________`\n",
            phrases.say("worksheet-name"),
            phrases.say("worksheet-date")
        );
    }
    sketch(phrases, &mut text);
    givens(phrases, &mut text);
    for section in &sheet.sections {
        let _ = writeln!(text, "## {}\n", plain(&section.heading));
        for asked in &section.questions {
            question(phrases, asked, &mut text);
        }
    }
    text
}

/// Who feeds whom, a line each.
fn sketch(phrases: &Phrases<'_>, text: &mut String) {
    let sketch = &phrases.sheet.sketch;
    if sketch.links.is_empty() {
        return;
    }
    let _ = writeln!(text, "## {}\n", phrases.picture());
    for (column, nodes) in sketch.columns.iter().enumerate() {
        for (row, node) in nodes.iter().enumerate() {
            let feeds = sketch.links.iter().filter(|link| link.from == (column, row)).filter_map(|link| {
                let fed = sketch.columns.get(link.to.0)?.get(link.to.1)?;
                let weight = link.weight.as_ref().map_or_else(String::new, |weight| format!(" (`{weight}`)"));
                Some(format!("`{}`{weight}", fed.label))
            });
            let feeds: Vec<String> = feeds.collect();
            let value = node.value.as_ref().map_or_else(String::new, |value| format!(" = {value}"));
            let target = node.target.as_ref().map_or_else(String::new, |value| {
                format!(", {}", phrases.messages.text("worksheet-target", &[("value", value.as_str().into())]))
            });
            let feeds = if feeds.is_empty() { String::new() } else { format!(" → {}", feeds.join(", ")) };
            let _ = writeln!(text, "- `{}`{value}{target}{feeds}", node.label);
        }
    }
    text.push('\n');
}

fn givens(phrases: &Phrases<'_>, text: &mut String) {
    let givens = &phrases.sheet.givens;
    if givens.shared.is_empty() && givens.samples.is_empty() {
        return;
    }
    let _ = writeln!(text, "## {}\n", phrases.given());
    if !givens.shared.is_empty() {
        let _ = writeln!(
            text,
            "| {} | {} |\n| --- | --- |",
            phrases.say("worksheet-name-of-given"),
            phrases.say("worksheet-value")
        );
        for given in &givens.shared {
            let _ = writeln!(text, "| `{}` | {} |", given.symbol.text, given.value.text);
        }
        text.push('\n');
    }
    if !givens.samples.is_empty() {
        let names: Vec<String> = givens.columns.iter().map(|column| format!("`{}`", column.text)).collect();
        let _ = writeln!(text, "| {} | {} |", phrases.say("worksheet-sample"), names.join(" | "));
        let _ = writeln!(text, "| --- |{}", " --- |".repeat(names.len()));
        for row in &givens.samples {
            let values: Vec<&str> = row.values.iter().map(|value| value.text.as_str()).collect();
            let _ = writeln!(text, "| {} | {} |", phrases.sample(row), values.join(" | "));
        }
        text.push('\n');
    }
    if let Some(more) = phrases.more() {
        let _ = writeln!(text, "{more}\n");
    }
}

fn question(phrases: &Phrases<'_>, question: &Question, text: &mut String) {
    let (number, symbol) = (question.number, &question.symbol.text);
    let _ =
        writeln!(text, "**{number}. {}** `{}`  \n{}\n", plain(&question.title), question.name, plain(&question.asked));
    let lead = format!("{symbol} = ");
    match (phrases.detail, &question.answer) {
        (_, Err(trouble)) => {
            let _ = writeln!(text, "`{lead}{}`\n\n{}\n", question.formula.text, plain(trouble));
        }
        (Detail::Blank, Ok(_)) => {
            let own = phrases.own_digits(question).map_or_else(String::new, |own| format!(" ({own})"));
            let _ = writeln!(text, "`{lead}{}`\n", question.formula.text);
            let _ = writeln!(text, "`{lead}{}`{own}\n", "_".repeat(blank(question)));
        }
        (Detail::Key, Ok(answer)) => {
            let _ = writeln!(text, "`{symbol} {} {}`\n", answer.relation.sign(), answer.result.text);
        }
        (Detail::Solved, Ok(answer)) => {
            let _ = writeln!(text, "```text\n{lead}{}", question.formula.text);
            for row in &question.rows {
                let _ = writeln!(text, "{}: {} {} {}", row.label, row.terms.text, row.relation.sign(), row.total.text);
            }
            let indent = " ".repeat(symbol.width() + 1);
            for line in &question.lines {
                let _ = writeln!(text, "{indent}{} {}", line.relation.sign(), line.filled.text);
            }
            if !answer.is_formula {
                let _ = writeln!(text, "{indent}{} {}", answer.relation.sign(), answer.result.text);
            }
            text.push_str("```\n\n");
            for remark in &question.remarks {
                let _ = writeln!(text, "{}\n", plain(remark));
            }
        }
    }
}

/// Text in which no sign means anything to Markdown, on one line.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    if text.starts_with(['-', '+']) {
        out.push('\\');
    }
    for character in text.chars() {
        match character {
            '\n' => out.push(' '),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | '$' => {
                out.push('\\');
                out.push(character);
            }
            other => out.push(other),
        }
    }
    out
}
