//! What is wrong with a saved file, in every window and language, over the lesson from before.

use std::fs;
use std::time::{Duration, Instant};

use crossterm::event::KeyCode;
use handgrad::messages::Language;
use handgrad::scenario::{MOST_BYTES, load};
use handgrad::tui::{Options, Watch};
use tempfile::TempDir;

use super::lesson_snapshots::snapshot;
use super::screen_help::{PLAIN, Window};

const GRAPH: &str = "format: 1\ntitle: A square\ngraph: {given: {a: 2}, nodes: {b: a^2}, output: b}\n";

/// A lesson after its file was saved again.
fn saved(text: &str, options: Options) -> Window {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("lesson.yaml");
    fs::write(&path, GRAPH).unwrap();
    let watch = Watch::of(&path);
    let loaded = load(path.to_str().unwrap(), std::io::empty()).unwrap();
    let mut window = Window::following(loaded, watch, options);
    fs::write(&path, text).unwrap();
    follow(&mut window);
    window
}

/// Waits until the application has followed a save.
fn follow(window: &mut Window) {
    let start = Instant::now();
    while !window.app.follow() {
        assert!(start.elapsed() < Duration::from_secs(20), "the save is not noticed");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A file with as many slips.
fn slips(count: usize) -> String {
    (1..=count).fold(GRAPH.to_owned(), |text, at| format!("{text}slip{at}: 1\n"))
}

#[test]
fn faults_are_told_in_chinese_too() {
    let options = Options { language: Language::Chinese, ..PLAIN };
    snapshot("screens", "follows-faults-zh", &saved(&slips(2), options).text());
}

#[test]
fn more_faults_than_there_is_room_for_are_scrolled() {
    let mut window = saved(&slips(80), Options { ascii: true, ..PLAIN }).sized(60, 16);
    let text = window.text();
    assert!(text.contains("The file was saved with 80 mistakes in it.") && text.contains("`slip1`"), "{text}");
    let mut seen = text;
    for _ in 0..200 {
        window = window.keys("j");
        seen += &window.text();
    }
    // Those beyond the fiftieth are counted and not told.
    assert!((1..=50).all(|at| seen.contains(&format!("`slip{at}`"))), "{seen}");
    assert!(window.text().contains("`slip50`") && !window.text().contains("`slip40`"));
    // The first key back moves the page, however often the last one was pressed.
    let last = window.text();
    assert_ne!(window.keys("k").text(), last);
}

#[test]
fn in_the_smallest_window_a_fault_is_told_all_the_same() {
    snapshot("screens", "follows-faults-small", &saved(&slips(5), PLAIN).sized(40, 12).text());
}

#[test]
fn a_file_that_cannot_be_read_as_text_does_no_harm() {
    let text = saved("format: 1\ntitle: \u{1b}[2J\n", PLAIN).text();
    assert!(text.contains("The file was saved with a mistake in it.") && text.contains("U+001B"), "{text}");
    let large = saved(&" ".repeat(MOST_BYTES + 1), PLAIN).text();
    assert!(large.contains("The file was saved with a mistake in it."), "{large}");
}

#[test]
fn what_lies_over_the_lesson_is_put_away_where_it_no_longer_fits() {
    let mut window = saved(&GRAPH.replace("a: 2", "a: 3"), PLAIN);
    assert!(window.text().contains("The file was saved; this is the lesson as it is now."));
    assert!(!window.app.has_overlay());
    let mut window = saved(&slips(1), PLAIN).press(KeyCode::Esc);
    assert!(!window.app.has_overlay());
    assert!(window.text().contains("The saved file has mistakes; you still see the lesson as it was before."));
}

#[test]
fn a_lesson_follows_its_table_too() {
    let folder = TempDir::new().unwrap();
    let (path, table) = (folder.path().join("lesson.yaml"), folder.path().join("hours.csv"));
    fs::write(&table, "hours,points\n2,7\n").unwrap();
    let graph = "graph: {inputs: [h], nodes: {b: h^2}, output: b}";
    fs::write(&path, format!("format: 1\ntitle: A table\n{graph}\nsamples: {{csv: hours.csv, inputs: [hours]}}\n"))
        .unwrap();
    let watch = Watch::of(&path);
    let loaded = load(path.to_str().unwrap(), std::io::empty()).unwrap();
    let mut window = Window::following(loaded, watch, PLAIN);
    assert!(window.text().contains("= 4"), "{}", window.text());
    fs::write(&table, "hours,points\n13,7\n").unwrap();
    follow(&mut window);
    let text = window.text();
    assert!(text.contains("= 169") && text.contains("The file was saved"), "{text}");
    fs::write(&table, "hours,points\nmany,7\n").unwrap();
    follow(&mut window);
    let text = window.text();
    assert!(text.contains("The file was saved with a mistake in it.") && text.contains("many"), "{text}");
    fs::write(&table, "hours,points\n3,7\n").unwrap();
    follow(&mut window);
    assert!(window.text().contains("= 9"), "{}", window.text());
}
