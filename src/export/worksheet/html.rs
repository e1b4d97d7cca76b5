//! A sheet as one HTML file that asks nobody for anything: no scripts, no fonts, no pictures from elsewhere.

mod drawing;
mod math;

use maud::{DOCTYPE, Markup, PreEscaped, html as markup};

use super::Detail;
use super::phrases::{Phrases, blank};
use super::picture::Picture;
use crate::messages::Messages;
use crate::practice::worksheet::{Question, Worksheet};
use math::{equation, math, relation};

/// How it all looks, on the screen and on paper.
const STYLE: &str = include_str!("html/style.css");

/// Writes sheets, each on a page of its own.
#[must_use]
pub fn html(sheets: &[Worksheet], detail: Detail, messages: &Messages) -> String {
    let title = sheets.first().map_or("", |sheet| sheet.title.as_str());
    let page = markup! {
        (DOCTYPE)
        html lang=(messages.language().tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                @for sheet in sheets { (page(&Phrases::new(sheet, detail, messages))) }
            }
        }
    };
    page.into_string()
}

fn page(phrases: &Phrases<'_>) -> Markup {
    let sheet = phrases.sheet;
    markup! {
        main class="sheet" {
            header {
                h1 { (sheet.title) }
                @if let Some(kind) = phrases.kind() { p class="kind" { (kind) } }
                @for line in phrases.head() { p { (line) } }
                @if phrases.detail == Detail::Blank {
                    p class="who" {
                        span { (phrases.say("worksheet-name")) ": " span class="blank" style="width:16em" {} }
                        " "
                        span { (phrases.say("worksheet-date")) ": " span class="blank" style="width:8em" {} }
                    }
                }
            }
            @if let Some(picture) = Picture::of(&sheet.sketch, phrases.messages) {
                section class="picture" {
                    h2 { (phrases.picture()) }
                    div class="wide" { (drawing::svg(&picture, &phrases.say("worksheet-picture"))) }
                }
            }
            (givens(phrases))
            @for section in &sheet.sections {
                section {
                    h2 { (section.heading) }
                    @for asked in &section.questions { (question(phrases, asked)) }
                }
            }
        }
    }
}

fn givens(phrases: &Phrases<'_>) -> Markup {
    let givens = &phrases.sheet.givens;
    markup! {
        @if !givens.shared.is_empty() || !givens.samples.is_empty() {
            section {
                h2 { (phrases.given()) }
                @if !givens.shared.is_empty() {
                    ul class="givens" {
                        @for given in &givens.shared {
                            li { (equation(&given.symbol, given.relation, &given.value)) }
                        }
                    }
                }
                @if !givens.samples.is_empty() {
                    div class="wide" {
                        table {
                            thead {
                                tr {
                                    th scope="col" { (phrases.say("worksheet-sample")) }
                                    @for column in &givens.columns { th scope="col" { (math(column)) } }
                                }
                            }
                            tbody {
                                @for row in &givens.samples {
                                    tr {
                                        th scope="row" { (phrases.sample(row)) }
                                        @for value in &row.values { td { (math(value)) } }
                                    }
                                }
                            }
                        }
                    }
                }
                @if let Some(more) = phrases.more() { p { (more) } }
            }
        }
    }
}

fn question(phrases: &Phrases<'_>, question: &Question) -> Markup {
    let head = markup! {
        span class="number" { (question.number) ". " (question.title) } " "
        code { (question.name) }
    };
    match (phrases.detail, &question.answer) {
        (Detail::Solved, _) => markup! {
            details class="question" open {
                summary { (head) }
                p class="asked" { (question.asked) }
                (derivation(question))
            }
        },
        (Detail::Blank, Ok(_)) => markup! {
            div class="question" {
                p class="head" { (head) }
                p class="asked" { (question.asked) }
                p class="line" { (math::named(&question.symbol, &question.formula)) }
                p class="line answer" {
                    (math::left(&question.symbol)) " "
                    span class="blank" style=(format!("width:{}ch", blank(question) + 2)) {}
                    @if let Some(own) = phrases.own_digits(question) { " (" (own) ")" }
                }
            }
        },
        (Detail::Key, Ok(answer)) => markup! {
            p class="key" {
                span class="number" { (question.number) "." } " "
                (equation(&question.symbol, answer.relation, &answer.result)) " "
                code { (question.name) }
            }
        },
        (Detail::Blank | Detail::Key, Err(trouble)) => markup! {
            div class="question" {
                p class="head" { (head) }
                p class="line" { (math::named(&question.symbol, &question.formula)) }
                p class="remark" { (trouble) }
            }
        },
    }
}

/// The formula, the numbers, the work, the result, and what there is to say.
fn derivation(question: &Question) -> Markup {
    markup! {
        p class="line" { (math::named(&question.symbol, &question.formula)) }
        @for row in &question.rows {
            p class="line row" {
                span class="label" { (row.label) ": " }
                (equation(&row.terms, row.relation, &row.total))
            }
        }
        @for line in &question.lines { p class="line more" { (relation(line.relation, &line.filled)) } }
        @match &question.answer {
            Ok(answer) => @if !answer.is_formula {
                p class="line more result" { (relation(answer.relation, &answer.result)) }
            },
            Err(trouble) => p class="remark" { (trouble) },
        }
        @for remark in &question.remarks { p class="remark" { (remark) } }
    }
}
