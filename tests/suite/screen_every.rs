//! What is true of every screen: of every step, in every language, in windows of many sizes.

use crossterm::event::KeyCode;
use handgrad::lesson::{Lesson, Position};
use handgrad::messages::{Language, Messages};
use handgrad::run::LineOf;
use handgrad::scenario::LESSONS;
use handgrad::tui::Options;

use super::screen_help::{PLAIN, Window, check_edges, lesson, rows};

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

fn each_step(name: &str, options: Options, size: (u16, u16), check: &mut dyn FnMut(&Lesson, Position, &[String])) {
    let mut window = Window::with(name, options).sized(size.0, size.1);
    let of = lesson(name);
    let mut position = Position::start_of(1);
    loop {
        assert_eq!(window.position(), position);
        // The steps of a third sample are those of the second with other numbers.
        if !matches!(of.line(position), LineOf::Sample(3..)) {
            let buffer = window.buffer();
            check(&of, position, &rows(&buffer));
        }
        // Later epochs have the same steps.
        let Some(next) = of.next(position).filter(|next| next.epoch == 1) else { return };
        position = next;
        window.key(KeyCode::Char(' '));
    }
}

#[test]
fn nothing_reaches_over_the_edge_and_no_message_is_missing() {
    for (name, _) in LESSONS.iter().copied() {
        for language in Language::ALL {
            for (size, ascii) in SIZES.into_iter().flat_map(|size| [(size, false), (size, true)]) {
                each_step(name, options(language, ascii), size, &mut |_, position, rows| {
                    check_edges(rows, size, options(language, ascii), &format!("{name} {position:?}"));
                });
            }
        }
    }
}

#[test]
fn question_and_result_are_whole_in_every_window_or_marked_as_cut() {
    for (name, _) in LESSONS.iter().copied() {
        for language in Language::ALL {
            let messages = Messages::new(language);
            for size in SIZES {
                let mut of = lesson(name);
                each_step(name, options(language, false), size, &mut |_, position, rows| {
                    let text = rows.join("\n");
                    let page = of.page(position).unwrap().unwrap();
                    let place = format!("{name} {language:?} {size:?} {position:?}\n{text}");
                    let result =
                        page.result.as_ref().unwrap().written.to_string().replace('-', "−").replace("e−", "e-");
                    assert!(stands_in(&result, &text), "{result} {place}");
                    let question = of.words(&messages).question(&page.step);
                    assert!(stands_in(&question, &text) || text.contains('…'), "{question} {place}");
                });
            }
        }
    }
}

#[test]
fn in_an_ordinary_window_every_question_and_reason_is_whole() {
    for (name, _) in LESSONS.iter().copied() {
        for language in Language::ALL {
            let messages = Messages::new(language);
            let mut of = lesson(name);
            each_step(name, options(language, false), (80, 24), &mut |_, position, rows| {
                let text = rows.join("\n");
                let page = of.page(position).unwrap().unwrap();
                let words = of.words(&messages);
                let reason = words.note(&page.step).unwrap_or_else(|| words.why(&page));
                // What a whole descent did may take the place of the reason for its last update.
                let is_done = ["Together the updates", "所有更新一起"].iter().any(|start| text.contains(start));
                for said in [words.question(&page.step)].into_iter().chain((!is_done).then_some(reason)) {
                    assert!(stands_in(&said, &text), "{name} {language:?} {position:?}: {said}\n{text}");
                }
            });
        }
    }
}

#[test]
fn the_sign_before_the_result_stands_in_the_same_cell_for_every_step() {
    for (name, _) in LESSONS.iter().copied() {
        let mut of = lesson(name);
        let mut cell = None;
        each_step(name, PLAIN, (80, 24), &mut |_, position, rows| {
            let shown = of.page(position).unwrap().unwrap().result.unwrap().written.to_string().replace('-', "−");
            let ends = [format!("= {shown}"), format!("≈ {shown}")];
            // On paper the exact value stands at the right of the result.
            let is = |row: &str| ends.iter().any(|end| row == end || row.starts_with(&format!("{end}   ")));
            let row = rows.iter().skip(10).find(|row| is(row.trim_start()));
            let row = row.unwrap_or_else(|| panic!("{name} {position:?} {shown}\n{}", rows.join("\n")));
            let here = row.chars().take_while(|letter| *letter == ' ').count();
            assert_eq!(*cell.get_or_insert(here), here, "{name} {position:?}\n{}", rows.join("\n"));
        });
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
