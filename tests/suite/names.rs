//! Names are spelled in one place, and what a name stands for is looked up, never read out of its text.

use std::fs;
use std::path::{Path, PathBuf};

use handgrad::keys::STEMS;
use handgrad::lesson::Lesson;
use handgrad::scenario::read;

use super::tier;

#[test]
fn every_name_of_every_lesson_is_read_back() {
    for (file, text) in tier::lessons() {
        let lesson = Lesson::new(read(text).expect(file), None);
        let program = lesson.program();
        for (name, what) in program.whats() {
            assert_eq!(what.name(), *name, "{file}");
            assert_eq!(program.what(name.as_str()), Some(what), "{file}: {name}");
        }
        for step in program.steps.iter() {
            let what = program.what_of(step);
            assert_eq!(what.name(), step.name, "{file}: the step is spelled from what it stands for");
            assert_eq!(program.what(step.name.as_str()), Some(&what), "{file}: {}", step.name);
        }
        for given in program.givens.iter() {
            assert!(program.what(given.name.as_str()).is_some(), "{file}: {}", given.name);
        }
    }
}

/// Files whose texts may have the stems: the speller, definitions, and examples in help.
const MAY_SPELL: [&str; 3] = ["src/keys/spell.rs", "src/definitions", "src/cli/arguments"];

fn sources() -> Vec<PathBuf> {
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The code of a file before its own tests, without comments.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Calls that put a name together or take it apart, each up to the text that it is given.
const CALLS: [&str; 7] = [
    "format!(\"",
    "strip_prefix(\"",
    "strip_suffix(\"",
    "starts_with(\"",
    "ends_with(\"",
    "split_once(\"",
    "contains(\"",
];

/// A name that is put together or taken apart in the code of a file.
fn spelled(code: &str) -> Option<String> {
    CALLS.iter().find_map(|call| {
        code.match_indices(call).find_map(|(at, _)| {
            let text = code[at + call.len()..].split('"').next()?;
            let holds = |stem: &&&str| {
                text.split("{}").any(|part| part.starts_with(**stem)) || text.contains(&format!("{stem}{{"))
            };
            STEMS.iter().find(holds).map(|stem| format!("{call}{text}\" has {stem}"))
        })
    })
}

#[test]
fn no_name_is_put_together_or_taken_apart_outside_the_speller() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut faults = Vec::new();
    for path in sources() {
        let short = path.strip_prefix(root).expect("below the root").to_str().expect("UTF-8").replace('\\', "/");
        if MAY_SPELL.iter().any(|may| short.starts_with(may)) {
            continue;
        }
        if let Some(fault) = spelled(&code(&fs::read_to_string(&path).expect("a text"))) {
            faults.push(format!("{short}: {fault}"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_search_for_spelled_names_finds_them() {
    for text in
        ["format!(\"dE_d{name}\")", "name.strip_prefix(\"delta_\")", "x.ends_with(\"_new\")", "format!(\"net_{n}\")"]
    {
        assert!(spelled(text).is_some(), "{text}");
    }
    for text in ["format!(\"{name}\")", "name.strip_prefix(\"d\")", "let tag = \"delta_o1\";"] {
        assert!(spelled(text).is_none(), "{text}");
    }
}
