//! The table of values: what it lists, in which order, and what was printed beside it.

use std::collections::HashSet;

use crossterm::event::KeyCode;
use handgrad::messages::Language;
use handgrad::tui::Options;
use rust_decimal::Decimal;

use super::screen_help::{PLAIN, SPOKEN, WINDOWS, Window, check_edges, lesson, shown};
use super::tier;

fn table(name: &str, options: Options, at: &str) -> Window {
    Window::with(name, options).at(at).keys("v").worked()
}

/// The names of the rows in sight, in their order.
fn names(window: &mut Window) -> Vec<String> {
    let rows = window.rows();
    let of = |row: &String| row.trim_start_matches([' ', '▶', '•']).split_whitespace().nth(1).map(str::to_owned);
    rows.iter().skip(5).take(rows.len() - 7).filter_map(of).collect()
}

#[test]
fn printed_numbers_stand_beside_the_values_with_their_verdicts() {
    shown("table-verdicts", table("mazur", PLAIN, "net_h1"));
    shown("table-verdicts-first", table("mazur", PLAIN, "net_h1").keys("ooogg"));
}

#[test]
fn on_paper_the_exact_values_and_the_drift_stand_beside_them() {
    shown("table-paper", table("mazur-on-paper", PLAIN, "E_total"));
}

#[test]
fn the_table_is_drawn_in_chinese_and_in_ascii() {
    shown("table-chinese", table("mazur", Options { language: Language::Chinese, ..PLAIN }, "dE_dw5"));
    shown("table-ascii", table("mazur-on-paper", Options { ascii: true, ..PLAIN }, "dE_dw5"));
}

#[test]
fn until_a_verdict_is_known_a_dot_stands_in_its_place() {
    let early = Window::of("mazur").at("net_h1").keys("v").text();
    assert!(!early.contains("right"), "{early}");
    let late = table("mazur", PLAIN, "net_h1").text();
    assert!(late.contains("right"), "{late}");
}

#[test]
fn the_table_has_every_step_of_the_sample_and_of_the_update_of_its_batch() {
    let mut window = Window::of("mini-batches").at("out_y#3").sized(80, 200).keys("v");
    let mut of = lesson("mini-batches");
    let position = window.position();
    let numbers: Vec<u64> = of.pass(position).into_iter().flatten().collect();
    let expected: Vec<String> = numbers
        .iter()
        .map(|&number| of.step(handgrad::lesson::Position { number, ..position }).unwrap().name.to_string())
        .collect();
    assert_eq!(names(&mut window), expected);
    let page = of.page(handgrad::lesson::Position { number: numbers[3], ..position }).unwrap().unwrap();
    let value = page.result.unwrap().written.to_string().replace('-', "−");
    assert!(window.rows()[5 + 3].contains(&value), "{value}\n{}", window.text());
}

#[test]
fn values_are_sorted_by_step_by_name_and_by_size() {
    let mut window = Window::of("hill").sized(80, 60).keys("v");
    let by_step = names(&mut window);
    let mut window = window.keys("o");
    let by_name = names(&mut window);
    let mut sorted = by_step.clone();
    sorted.sort();
    assert_eq!(by_name, sorted);
    let mut window = window.keys("o");
    let sizes: Vec<Decimal> = window
        .rows()
        .iter()
        .filter_map(|row| row.split_once(['=', '≈']))
        .filter_map(|(_, value)| Decimal::from_str_exact(&value.trim().replace('−', "-")).ok())
        .map(|value| value.abs())
        .collect();
    assert_eq!(sizes.len(), by_step.len());
    assert!(sizes.windows(2).all(|pair| pair[0] >= pair[1]), "{sizes:?}");
    assert_eq!(names(&mut window.keys("o")), by_step, "nothing was printed, so that nothing is sorted by verdict");
}

#[test]
fn keys_choose_a_row_and_enter_opens_its_step() {
    let number = |keys: &str| Window::of("mazur").keys("v").keys(keys).press(KeyCode::Enter).position().number;
    assert_eq!(number("jjj"), 4);
    assert_eq!(number("5jkk"), 4);
    assert_eq!(number("G"), 55);
    assert_eq!(number("Ggg"), 1);
    assert_eq!(number("41G"), 41);
    let paged = |keys: &[KeyCode]| keys.iter().fold(Window::of("mazur").keys("v"), |window, key| window.press(*key));
    assert_eq!(paged(&[KeyCode::PageDown, KeyCode::PageDown, KeyCode::PageUp, KeyCode::Enter]).position().number, 11);
    let mut window = Window::of("mazur").keys("voG").press(KeyCode::Enter);
    let of = lesson("mazur");
    let last = of.step(window.position()).unwrap().name;
    assert_eq!(last.as_str(), "w8_new", "the last by name");
    assert_eq!(window.keys("b").position().number, 1, "a jump, from which one comes back");
}

#[test]
fn the_row_that_is_chosen_stays_when_the_order_changes() {
    for orders in ["o", "oo", "ooo", "oooo"] {
        let mut window = Window::of("mazur").at("dE_dw5").keys("v").keys(orders).worked();
        let is_chosen = |row: &String| row.starts_with(" ▶•19 ") && row.contains(" dE_dw5 ");
        assert!(window.rows().iter().any(is_chosen), "{}", window.text());
        assert_eq!(window.press(KeyCode::Enter).position().number, 19);
    }
}

#[test]
fn a_run_of_the_lesson_has_a_table_of_its_own() {
    let of_base = Window::of("mini-batches").at("w_new").keys("v").text();
    let of_run = Window::of("mini-batches").at("w_new/two_batches#2").keys("v").text();
    assert_ne!(of_base, of_run);
}

fn wide(inputs: usize) -> String {
    let names = (1..=inputs).map(|k| format!("p{k}")).collect::<Vec<_>>().join(", ");
    format!(
        "format: 1\ntitle: Wide\nnetwork:\n  inputs: [{names}]\n  layers:\n    - {{neurons: [h1, h2, h3], activation: \
         sigmoid, weights: {{random: {{seed: 7, from: -0.5, to: 0.5, decimals: 2}}}}}}\n  loss: squared_error\n\
         samples:\n  - {{inputs: [{}], targets: [0, 0, 1]}}\ntraining: {{learning_rate: 0.1}}\n",
        vec!["0.5"; inputs].join(", ")
    )
}

#[test]
fn too_many_values_are_not_sorted_by_size_and_the_table_says_so() {
    let mut window = Window::reading(&wide(500)).keys("voo");
    let text = window.text();
    assert!(text.contains("too many to compute and sort by size at once"), "{text}");
    assert!(text.contains("values of this forward and backward pass, by step"), "{text}");
    let mut few = Window::reading(&wide(50)).keys("voo");
    assert!(few.text().contains("the largest first"), "{}", few.text());
}

#[test]
fn the_table_of_every_lesson_stays_inside_every_window_in_every_language() {
    let mut drawn = HashSet::new();
    let lessons = tier::lessons();
    for (name, _) in &lessons {
        for options in SPOKEN {
            let mut window = Window::with(name, options).keys("v").worked();
            for _ in 0..4 {
                for size in WINDOWS {
                    let rows = window.resize(size.0, size.1).rows();
                    check_edges(&rows, size, options, &format!("{name} table"));
                    drawn.insert(rows);
                }
                window = window.keys("o");
            }
        }
    }
    assert!(drawn.len() > lessons.len() * 15, "every window shows another table");
}
