//! What is true of every screen: of every step, in every language, in windows of many sizes.

use std::collections::HashSet;

use crossterm::event::KeyCode;
use handgrad::lesson::{Page, Position, Words};
use handgrad::messages::{Language, Messages};
use handgrad::run::LineOf;
use handgrad::tui::Options;

use super::screen_help::{PLAIN, Window, check_edges, lesson};
use super::tier;

const ORDINARY: (u16, u16) = (80, 24);

const SIZES: [(u16, u16); 8] = [(40, 12), (41, 13), (60, 16), (69, 22), (80, 24), (100, 30), (120, 40), (200, 60)];

fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// Whether all of a text can be read on a screen.
fn stands_in(text: &str, screen: &str) -> bool {
    squeezed(screen).contains(&squeezed(text))
}

fn options(language: Language, ascii: bool) -> Options {
    Options { language, ascii, ..PLAIN }
}

/// Every way to speak and draw: each language, with all signs and in ASCII.
fn manners() -> Vec<Options> {
    Language::ALL.into_iter().flat_map(|language| [false, true].map(|ascii| options(language, ascii))).collect()
}

/// Lists the sizes that a step is drawn in: all where its kind is new in the lesson, otherwise an ordinary one and
/// another one in turn. With `HANDGRAD_TIER=all` every step is drawn in all sizes.
fn sizes(is_new: bool, number: u64) -> Vec<(u16, u16)> {
    if is_new || tier::walks_all() {
        return SIZES.to_vec();
    }
    let other = SIZES[usize::try_from(number).unwrap() % SIZES.len()];
    if other == ORDINARY { vec![ORDINARY] } else { vec![ORDINARY, other] }
}

/// Walks through the first epoch of a lesson with a window for each manner, and looks at every step on every screen.
///
/// The steps of a third sample are those of the second with other numbers, and later epochs have the same steps.
fn look_at_every_step(name: &str) {
    let mut of = lesson(name);
    let mut windows: Vec<(Options, Messages, Window)> = manners()
        .into_iter()
        .map(|options| (options, Messages::new(options.language), Window::with(name, options)))
        .collect();
    let mut met = HashSet::new();
    let mut cell = None;
    let mut next = Some(Position::start_of(1));
    while let Some(position) = next {
        let is_seen = !matches!(of.line(position), LineOf::Sample(3..));
        if is_seen {
            let page = of.page(position).unwrap().unwrap();
            let sizes = sizes(met.insert(page.step.role.kind), position.number);
            for (options, messages, window) in &mut windows {
                assert_eq!(window.position(), position);
                let said = Said::of(&of.words(messages), &page);
                for &size in &sizes {
                    let rows = window.resize(size.0, size.1).rows();
                    let place = format!("{name} {position:?}");
                    check_edges(&rows, size, *options, &place);
                    if options.ascii {
                        continue;
                    }
                    let text = rows.join("\n");
                    let place = format!("{place} {:?} {size:?}\n{text}", options.language);
                    question_and_result_are_whole_or_marked_as_cut(&said, &text, &place);
                    if size == ORDINARY {
                        question_and_reason_are_whole(&said, &text, &place);
                        if options.language == Language::English {
                            let here = cell_of_the_sign(&said, &rows, &place);
                            assert_eq!(*cell.get_or_insert(here), here, "{place}");
                        }
                    }
                }
            }
        }
        next = of.next(position).filter(|next| next.epoch == 1);
        if next.is_some() {
            for (_, _, window) in &mut windows {
                window.key(KeyCode::Char(' '));
            }
        }
    }
}

/// What a screen has to say of a step, in one language.
struct Said {
    question: String,
    reason: String,
    result: String,
}

impl Said {
    fn of(words: &Words, page: &Page) -> Self {
        Self {
            question: words.question(&page.step),
            reason: words.note(&page.step).unwrap_or_else(|| words.why(page)),
            result: page.result.as_ref().unwrap().written.to_string().replace('-', "−").replace("e−", "e-"),
        }
    }
}

fn question_and_result_are_whole_or_marked_as_cut(said: &Said, text: &str, place: &str) {
    assert!(stands_in(&said.result, text), "{} {place}", said.result);
    assert!(stands_in(&said.question, text) || text.contains('…'), "{} {place}", said.question);
}

fn question_and_reason_are_whole(said: &Said, text: &str, place: &str) {
    // What a whole descent did may take the place of the reason for its last update.
    let is_done = ["Together the updates", "所有更新一起"].iter().any(|start| text.contains(start));
    for said in [&said.question].into_iter().chain((!is_done).then_some(&said.reason)) {
        assert!(stands_in(said, text), "{said} {place}");
    }
}

/// Finds the cell of the sign before the result, which is the same for every step of a lesson.
fn cell_of_the_sign(said: &Said, rows: &[String], place: &str) -> usize {
    let shown = said.result.replace("e-", "e−");
    let ends = [format!("= {shown}"), format!("≈ {shown}")];
    // On paper the exact value stands at the right of the result.
    let is = |row: &str| ends.iter().any(|end| row == end || row.starts_with(&format!("{end}   ")));
    let row = rows.iter().skip(10).find(|row| is(row.trim_start())).unwrap_or_else(|| panic!("{shown} {place}"));
    row.chars().take_while(|letter| *letter == ' ').count()
}

/// Nothing reaches over the edge and no message is missing, in every language, with all signs and in ASCII, in eight
/// windows. Question and result are whole or marked as cut, in an ordinary window question and reason are whole, and
/// there the sign before the result stands in the same cell for every step.
#[test]
fn every_step_of_every_lesson_is_whole_on_every_screen() {
    for (name, _) in tier::lessons() {
        look_at_every_step(name);
    }
}

#[test]
fn numbers_with_more_digits_than_there_is_room_for_are_cut_with_a_mark() {
    let many = Options { decimals: Some(300), ..PLAIN };
    for size in SIZES {
        let mut window = Window::with("mazur", many).sized(size.0, size.1).at("dE_dw1");
        for name in ["out_h1", "dE_dw1", "w1_new", "E_o1@2"] {
            window = window.at(name);
            let rows = window.rows();
            let place = format!("{name} {size:?}\n{}", rows.join("\n"));
            assert!(rows.iter().any(|row| row.contains('…')), "{place}");
            for row in rows {
                let cells = unicode_width::UnicodeWidthStr::width(row.as_str());
                assert!(cells < usize::from(size.0) || row.starts_with(['─', '━']), "{place}");
            }
        }
    }
}

/// 784 inputs, 100 hidden neurons and 10 outputs.
#[test]
#[ignore = "a measurement"]
fn a_large_network_can_be_stepped_through() {
    let inputs = (1..=784).map(|k| format!("p{k}")).collect::<Vec<_>>().join(", ");
    let neurons =
        |letter: &str, count: usize| (1..=count).map(|k| format!("{letter}{k}")).collect::<Vec<_>>().join(", ");
    let random = "{random: {seed: 7, from: -0.5, to: 0.5, decimals: 2}}";
    let source = format!(
        "format: 1\ntitle: Digits\nnetwork:\n  inputs: [{inputs}]\n  layers:\n    - {{neurons: [{}], activation: sigmoid, \
         weights: {random}}}\n    - {{neurons: [{}], activation: sigmoid, weights: {random}}}\n  loss: squared_error\n\
         samples:\n  - {{inputs: [{}], targets: [{}]}}\ntraining: {{learning_rate: 0.1}}\n",
        neurons("h", 100),
        neurons("o", 10),
        vec!["0.5"; 784].join(", "),
        ["0"; 10].join(", ")
    );
    let start = std::time::Instant::now();
    let mut window = Window::reading(&source);
    println!("opened in {:?}", start.elapsed());
    for name in ["net_h1", "out_h1", "net_o1", "dE_dout_h1", "delta_h100", "dE_dw1", "w1_new"] {
        window = window.at(name);
        let start = std::time::Instant::now();
        let text = window.text();
        println!("{name} in {:?}\n{text}", start.elapsed());
    }
}

/// Run by hand in release: `cargo test --release --test suite a_key_is_answered -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn a_key_is_answered_within_two_milliseconds() {
    let mut window = Window::of("mazur");
    let start = std::time::Instant::now();
    let presses = 550_u32;
    for press in 0..presses {
        let _ = if press % 55 == 54 { window.key(KeyCode::Home) } else { window.key(KeyCode::Char(' ')) };
        window.buffer();
    }
    let each = start.elapsed() / presses;
    println!("a key to a finished frame: {each:?}");
    assert!(each < std::time::Duration::from_millis(2));
}
