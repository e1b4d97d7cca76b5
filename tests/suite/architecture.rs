//! The house stands as ARCHITECTURE.md draws it: arrows go one way, files stay small, and each says why it exists.

use std::fs;
use std::path::{Path, PathBuf};

/// Every room with the rooms that it may know.
const ROOMS: [(&str, &[&str]); 19] = [
    ("sanitize", &[]),
    ("number", &[]),
    ("formula", &["number"]),
    ("definitions", &["number", "formula"]),
    ("families", &["number", "formula"]),
    ("keys", &["formula"]),
    ("scenario", &["keys", "sanitize", "number", "formula", "definitions", "families"]),
    ("messages", &["sanitize", "number", "formula", "families", "scenario"]),
    ("program", &["keys", "sanitize", "number", "formula", "scenario"]),
    ("run", &["keys", "sanitize", "number", "formula", "scenario", "program"]),
    ("lesson", &["keys", "sanitize", "number", "formula", "scenario", "program", "run", "messages"]),
    ("course", &["sanitize", "scenario", "lesson", "messages"]),
    ("store", &[]),
    ("study", &["keys", "number", "formula", "program", "run", "lesson"]),
    ("judge", &["keys", "number", "formula", "scenario", "program", "run", "lesson"]),
    (
        "practice",
        &["keys", "sanitize", "number", "formula", "scenario", "program", "run", "lesson", "judge", "messages"],
    ),
    (
        "export",
        &[
            "keys", "sanitize", "number", "formula", "scenario", "program", "run", "lesson", "judge", "practice",
            "messages",
        ],
    ),
    (
        "tui",
        &[
            "keys", "sanitize", "number", "formula", "scenario", "program", "run", "lesson", "course", "store",
            "study", "judge", "practice", "messages",
        ],
    ),
    (
        "cli",
        &[
            "keys", "sanitize", "number", "formula", "scenario", "program", "run", "lesson", "course", "messages",
            "export", "judge", "practice", "store", "tui",
        ],
    ),
];

/// A file with as many lines is worth a look: does it have one subject?
const LONG_FILE: usize = 500;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below a folder, by its path from the root of the project, with its text.
fn sources(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a text");
                let path = path.strip_prefix(root()).expect("a path below the root");
                found.push((path.to_str().expect("UTF-8").replace('\\', "/"), text));
            }
        }
    }
    found.sort();
    found
}

/// The room that a file belongs to, and how deep it stands in the tree of modules; none for `lib.rs` and `main.rs`.
fn room(path: &str) -> Option<(&str, usize)> {
    let inside = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    let room = inside.split('/').next()?;
    ROOMS.iter().find(|(name, _)| *name == room)?;
    Some((room, inside.split('/').count()))
}

fn word(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').unwrap_or(text.len());
    &text[..end]
}

/// The names that stand behind a path: one, or those of a list in braces.
fn heads(text: &str) -> Vec<&str> {
    let Some(list) = text.strip_prefix('{') else { return vec![word(text)] };
    let mut depth = 0;
    let mut heads = Vec::new();
    let mut start = 0;
    for (at, letter) in list.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                heads.push(&list[start..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                heads.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    heads.into_iter().map(|head| word(head.trim())).collect()
}

/// What a file names from the root of the crate on: behind `crate::`, or behind as many `super::` as it takes.
fn mentions(text: &str, depth: usize) -> Vec<String> {
    let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n");
    let mut mentions = Vec::new();
    let climb = "super::".repeat(depth);
    for from_root in ["crate::", &climb] {
        for (at, _) in code.match_indices(from_root) {
            // A module of tests stands one deeper.
            let rest = code[at + from_root.len()..].trim_start_matches("super::");
            mentions.extend(heads(rest).into_iter().map(str::to_owned));
        }
    }
    mentions
}

/// What a file of a room mentions against the arrows.
fn broken_arrows(path: &str, text: &str) -> Vec<String> {
    let Some((own, depth)) = room(path) else { return Vec::new() };
    let (_, allowed) = ROOMS.iter().find(|(name, _)| *name == own).expect("a room");
    let is_room = |name: &str| ROOMS.iter().any(|(room, _)| *room == name);
    mentions(text, depth)
        .into_iter()
        .filter(|name| name != own && is_room(name) && !allowed.contains(&name.as_str()))
        .map(|name| format!("{path} is in `{own}` and must not know of `{name}`"))
        .collect()
}

#[test]
fn arrows_between_rooms_go_one_way() {
    let broken: Vec<String> = sources("src").iter().flat_map(|(path, text)| broken_arrows(path, text)).collect();
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn every_file_belongs_to_a_room() {
    for (path, _) in sources("src") {
        assert!(room(&path).is_some() || ["src/lib.rs", "src/main.rs"].contains(&path.as_str()), "{path} is homeless");
    }
    let lib = fs::read_to_string(root().join("src/lib.rs")).expect("a text");
    for (room, _) in ROOMS {
        assert!(lib.contains(&format!("pub mod {room};")), "src/lib.rs has no `{room}`");
    }
}

#[test]
fn a_broken_arrow_is_noticed_however_it_is_written() {
    let said = "src/number/exact.rs is in `number` and must not know of `formula`";
    for text in [
        "use crate::formula::Name;",
        "use crate::{sanitize::sanitize, formula::{Formula, Name}};",
        "    let name = crate::formula::Name::new(\"x\");",
        "use super::super::formula;",
        "mod tests {\n    use super::super::super::formula::Name;\n}",
    ] {
        assert!(broken_arrows("src/number/exact.rs", text).contains(&said.to_owned()), "{text}");
    }
    for text in
        ["//! [`crate::formula::Name`]", "use super::formula;", "use crate::number::Exact;", "use crate::formulas;"]
    {
        assert!(broken_arrows("src/number/exact.rs", text).is_empty(), "{text}");
    }
}

#[test]
fn every_file_begins_by_saying_why_it_exists() {
    for (path, text) in sources("src").into_iter().chain(sources("tests")) {
        let lines = text.lines().count();
        if lines > LONG_FILE {
            eprintln!("warning: {path} has {lines} lines; does it have one subject?");
        }
        assert!(text.starts_with("//! "), "{path} does not say what it is for");
        assert!(Path::new(&path).file_name().is_some_and(|name| name != "mod.rs"), "{path} belongs beside its folder");
    }
}

#[test]
fn one_file_alone_names_the_yaml_crate() {
    let naming = |(path, text): (String, String)| text.contains("saphyr").then_some(path);
    assert_eq!(sources("src").into_iter().filter_map(naming).collect::<Vec<_>>(), ["src/scenario/yaml.rs"]);
}

#[test]
fn only_rooms_that_face_the_user_name_the_crates_of_the_terminal() {
    for (path, text) in sources("src") {
        let code = |name: &str| text.lines().any(|line| !line.trim_start().starts_with("//") && line.contains(name));
        let room = room(&path).map_or("", |(room, _)| room);
        assert!(room == "tui" || !(code("ratatui::") || code("crossterm::")), "{path} draws on the screen");
        assert!(room == "cli" || !code("clap::"), "{path} reads the command line");
        assert!(room == "messages" || !code("fluent_bundle::"), "{path} speaks");
    }
}

#[test]
fn there_is_one_version_of_crossterm() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).expect("a lock file");
    // A second one builds, and then leaves the terminal raw.
    assert_eq!(lock.matches("\nname = \"crossterm\"\n").count(), 1);
}
