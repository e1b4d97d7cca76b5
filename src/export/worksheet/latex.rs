//! A sheet as LaTeX that a stock installation compiles.
//!
//! `pdflatex` reads what has no letters beyond Latin ones; everything else is set by `xelatex` with `ctex`, whose fonts come
//! with TeX Live.

mod escape;
mod tikz;

use std::fmt::Write as _;

use super::Detail;
use super::phrases::{Phrases, blank};
use super::picture::Picture;
use crate::messages::{Language, Messages};
use crate::practice::worksheet::{Notated, Question, Worksheet};
use escape::{escape, is_latin};

/// The commands of the body, so that each line of it is short.
const COMMANDS: &str = r"\setlength{\parindent}{0pt}
\setlength{\parskip}{4pt}
\setlength{\lineskiplimit}{3pt}
\setlength{\lineskip}{5pt}
\pagestyle{plain}
\newcommand{\blank}[1]{\underline{\hspace{#1em}}}
% A line of the work, which may be broken between its terms.
\newcommand{\work}[1]{{\raggedright\leftskip=2em\(\displaystyle #1\)\par}}
\newcommand{\more}[1]{{\raggedright\leftskip=4em\(\displaystyle #1\)\par}}
\newcommand{\remark}[1]{{\small\leftskip=2em #1\par}}
";

/// Writes sheets, each on a page of its own.
#[must_use]
pub fn latex(sheets: &[Worksheet], detail: Detail, messages: &Messages) -> String {
    let pages: Vec<String> = sheets.iter().map(|sheet| page(&Phrases::new(sheet, detail, messages))).collect();
    let body = pages.join("\n\\newpage\n\n");
    let is_wide = messages.language() == Language::Chinese || !body.chars().all(is_latin);
    let (program, fonts) = if is_wide {
        (
            "xelatex",
            "% Letters beyond Latin ones need XeLaTeX and the package ctex, which TeX Live has.\n\\usepackage[UTF8,scheme=plain]{ctex}\n",
        )
    } else {
        ("pdflatex", "\\usepackage[utf8]{inputenc}\n")
    };
    format!(
        "% !TeX program = {program}\n\\documentclass[11pt,a4paper]{{article}}\n{fonts}\
         \\usepackage{{amsmath}}\n\\usepackage[margin=20mm]{{geometry}}\n\\usepackage{{tikz}}\n{COMMANDS}\
         \\begin{{document}}\n\n{body}\n\\end{{document}}\n"
    )
}

fn page(phrases: &Phrases<'_>) -> String {
    let sheet = phrases.sheet;
    let kind = phrases.kind().map_or_else(String::new, |kind| format!(" \\hfill {}", escape(&kind)));
    let mut text = format!("\\section*{{{}{kind}}}\n\n", escape(&sheet.title));
    for line in phrases.head() {
        let _ = writeln!(text, "{}\n", escape(&line));
    }
    if phrases.detail == Detail::Blank {
        let (name, date) = (escape(&phrases.say("worksheet-name")), escape(&phrases.say("worksheet-date")));
        let _ = writeln!(text, "{name}: \\blank{{16}} \\hfill {date}: \\blank{{8}}\n");
    }
    if let Some(picture) = Picture::of(&sheet.sketch, phrases.messages) {
        let _ = writeln!(text, "\\subsection*{{{}}}\n\n{}", escape(&phrases.picture()), tikz::tikz(&picture));
    }
    givens(phrases, &mut text);
    for section in &sheet.sections {
        let _ = writeln!(text, "\\subsection*{{{}}}\n", escape(&section.heading));
        for asked in &section.questions {
            question(phrases, asked, &mut text);
        }
    }
    text
}

/// What is given, in running text: as many to a line as there is room for.
fn givens(phrases: &Phrases<'_>, text: &mut String) {
    let givens = &phrases.sheet.givens;
    if givens.shared.is_empty() && givens.samples.is_empty() {
        return;
    }
    let _ = writeln!(text, "\\subsection*{{{}}}\n", escape(&phrases.given()));
    let listed = |symbol: &Notated, sign: &str, value: &Notated| {
        format!("\\mbox{{\\({} {} {}\\)}}", joined(symbol), command(sign), joined(value))
    };
    let shared: Vec<String> =
        givens.shared.iter().map(|given| listed(&given.symbol, given.relation.sign(), &given.value)).collect();
    if !shared.is_empty() {
        let _ = writeln!(text, "{{\\raggedright {}\\par}}\n", shared.join(" \\quad\n"));
    }
    for row in &givens.samples {
        let pairs = givens.columns.iter().zip(&row.values).map(|(column, value)| listed(column, "=", value));
        let pairs: Vec<String> = pairs.collect();
        let sample = format!("{} {}", phrases.say("worksheet-sample"), phrases.sample(row));
        let _ = writeln!(text, "{{\\raggedright {}: {}\\par}}", escape(&sample), pairs.join(" \\quad\n"));
    }
    if let Some(more) = phrases.more() {
        let _ = writeln!(text, "\n{}", escape(&more));
    }
    text.push('\n');
}

fn question(phrases: &Phrases<'_>, question: &Question, text: &mut String) {
    let (title, asked) = (escape(&question.title), escape(&question.asked));
    let name = escape(&question.name);
    let _ = writeln!(
        text,
        "\\medskip\\textbf{{{}. {title}}} \\quad \\texttt{{{name}}}\\\\{{}}{asked}\\par\\nopagebreak",
        question.number
    );
    let symbol = joined(&question.symbol);
    let formula = format!("\\work{{{symbol} = {}}}", joined(&question.formula));
    match (phrases.detail, &question.answer) {
        (_, Err(trouble)) => {
            let _ = writeln!(text, "{formula}\n\\remark{{{}}}", escape(trouble));
        }
        (Detail::Blank, Ok(_)) => {
            let own = phrases.own_digits(question).map_or_else(String::new, |own| format!("\\quad({})", escape(&own)));
            // A digit is half an em wide; by hand it takes more room.
            let _ = writeln!(
                text,
                "{formula}\n\n\\vspace{{22pt}}\\hspace*{{2em}}\\({symbol} =\\) \\blank{{{}}}{own}",
                blank(question)
            );
        }
        (Detail::Key, Ok(answer)) => {
            let _ = writeln!(text, "\\work{{{symbol} {} {}}}", command(answer.relation.sign()), joined(&answer.result));
        }
        (Detail::Solved, Ok(answer)) => {
            let _ = writeln!(text, "{formula}");
            for row in &question.rows {
                let (sign, total) = (command(row.relation.sign()), joined(&row.total));
                let _ =
                    writeln!(text, "\\remark{{{}}}\\work{{{} {sign} {total}}}", escape(&row.label), joined(&row.terms));
            }
            for line in &question.lines {
                let _ = writeln!(text, "\\more{{{{}} {} {}}}", command(line.relation.sign()), joined(&line.filled));
            }
            if !answer.is_formula {
                let _ = writeln!(text, "\\more{{{{}} {} {}}}", command(answer.relation.sign()), joined(&answer.result));
            }
            for remark in &question.remarks {
                let _ = writeln!(text, "\\remark{{{}}}", escape(remark));
            }
        }
    }
    text.push('\n');
}

fn joined(notated: &Notated) -> String {
    notated.latex.concat()
}

/// The command of a sign between equal or nearly equal things.
fn command(sign: &str) -> &'static str {
    if sign == "=" { "=" } else { "\\approx" }
}
