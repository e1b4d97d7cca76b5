//! Arrows inside `tui` go one way too: a module of the screen knows only those that stand before it in one list.

use std::fs;
use std::path::{Path, PathBuf};

/// Every module of the screen, each after all that it may know. A folder counts as its module, but for the files that
/// are listed by themselves.
const ORDER: [&str; 64] = [
    "autoplay",
    "practice/answer_line",
    "keys",
    "symbols",
    "theme",
    "look",
    "text",
    "draw",
    "views",
    "hits",
    "pen",
    "hints",
    "list",
    "plot",
    "whole_page",
    "manner",
    "reader",
    "regions",
    "picture",
    "practice",
    "notice",
    "what_if",
    "what_if/marks",
    "what_if/history",
    "what_if/changed",
    "effect",
    "jump",
    "walk",
    "trail",
    "overlay",
    "views/steps",
    "views/check",
    "views/table",
    "views/training",
    "state",
    "kept",
    "scene",
    "formula",
    "descent",
    "work",
    "folded",
    "what_if/panel",
    "practice/operands",
    "practice/board",
    "practice/review",
    "board",
    "outline",
    "tabs",
    "header",
    "footer",
    "help",
    "runs",
    "faults",
    "frame",
    "memory",
    "watch",
    "update",
    "picker",
    "reading",
    "app",
    "signals",
    "terminal",
    "hangup",
    "event_loop",
];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/tui")
}

/// Every file of the screen by its path in the folder, without its ending, with its text.
fn files() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![folder()];
    while let Some(folder_now) = open.pop() {
        for entry in fs::read_dir(folder_now).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let inside = path.strip_prefix(folder()).unwrap().with_extension("");
                found.push((inside.to_str().unwrap().replace('\\', "/"), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// The place in the list of the module that a path lies in: that of the longest one.
fn place(path: &str) -> Option<usize> {
    let holds = |unit: &str| path == unit || path.strip_prefix(unit).is_some_and(|rest| rest.starts_with('/'));
    (0..ORDER.len()).filter(|&at| holds(ORDER[at])).max_by_key(|&at| ORDER[at].len())
}

/// The paths that a text names from here on: one, or those of a list in braces.
fn paths(text: &str) -> Vec<Vec<String>> {
    if let Some(list) = text.strip_prefix('{') {
        let mut depth = 0;
        let mut start = 0;
        let mut found = Vec::new();
        for (at, letter) in list.char_indices() {
            match letter {
                '{' => depth += 1,
                '}' if depth > 0 => depth -= 1,
                '}' | ',' if depth == 0 => {
                    found.extend(paths(list[start..at].trim()));
                    start = at + 1;
                    if letter == '}' {
                        break;
                    }
                }
                _ => {}
            }
        }
        return found;
    }
    let end = text.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    match rest.strip_prefix("::") {
        Some(rest) => {
            let head = |path: Vec<String>| std::iter::once(word.to_owned()).chain(path).collect();
            paths(rest).into_iter().map(head).collect()
        }
        None => vec![vec![word.to_owned()]],
    }
}

/// The modules that a file names, from the folder of the screen on.
fn named(path: &str, text: &str) -> Vec<String> {
    let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n");
    // Tests may look anywhere.
    let code = code.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let own: Vec<&str> = path.split('/').collect();
    let mut found = Vec::new();
    let mut note = |base: &[&str], rest: &str| {
        for path in paths(rest) {
            let whole: Vec<&str> = base.iter().copied().chain(path.iter().map(String::as_str)).collect();
            found.push(whole.join("/"));
        }
    };
    for (at, _) in code.match_indices("crate::tui::") {
        note(&[], &code[at + "crate::tui::".len()..]);
    }
    for (at, _) in code.match_indices("super::") {
        if code[..at].ends_with("::") || code[..at].ends_with("in ") {
            continue;
        }
        let mut rest = &code[at..];
        let mut climbed = 0;
        while let Some(further) = rest.strip_prefix("super::") {
            (rest, climbed) = (further, climbed + 1);
        }
        if climbed <= own.len() {
            note(&own[..own.len() - climbed], rest);
        }
    }
    found
}

/// What a file names against the order.
fn against(path: &str, text: &str) -> Vec<String> {
    let Some(own) = place(path) else { return vec![format!("`{path}` has no place in the list")] };
    let is_later = |named: &String| place(named).is_some_and(|at| at > own);
    named(path, text)
        .into_iter()
        .filter(is_later)
        .map(|named| format!("`{path}` must not know of `{named}`, which comes later"))
        .collect()
}

#[test]
fn the_architecture_of_the_screen_has_no_circle() {
    let broken: Vec<String> = files().iter().flat_map(|(path, text)| against(path, text)).collect();
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn the_architecture_of_the_screen_names_only_modules_that_are_there() {
    for module in ORDER {
        assert!(Path::new(&folder()).join(module).with_extension("rs").is_file(), "{module}");
    }
}

#[test]
fn an_arrow_of_the_architecture_against_the_order_is_noticed_however_it_is_written() {
    for text in [
        "use super::board::draw;",
        "use crate::tui::{draw::put, board};",
        "fn f() { super::board::draw() }",
        "use super::{text::width, practice::{Said, board::draw}};",
    ] {
        assert_eq!(against("formula", text).len(), 1, "{text}");
    }
    assert_eq!(against("views/check", "use crate::tui::views::steps::Facts;"), Vec::<String>::new());
    assert_eq!(against("views/steps", "use super::check::Facts;").len(), 1);
    for text in ["//! [`super::board`]", "use super::text::width;", "#[cfg(test)]\nmod tests {\n use super::board; }"] {
        assert!(against("formula", text).is_empty(), "{text}");
    }
}
