//! The message files and the sources agree.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;

const TOPICS: [&str; 10] =
    ["fault", "lesson", "screen", "help", "command", "marking", "export", "train", "worksheet", "practice"];
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The ids of one language and the variables in each.
fn ids(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut ids: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for topic in TOPICS {
        let path = Path::new(ROOT).join("messages").join(language).join(format!("{topic}.ftl"));
        let text = fs::read_to_string(&path).unwrap();
        let mut current = None;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|first: char| first.is_ascii_alphabetic()) {
                let id = line.split(" =").next().unwrap().to_owned();
                assert!(id.starts_with(&format!("{topic}-")), "{language}: `{id}` does not belong into {topic}.ftl");
                assert!(ids.insert(id.clone(), BTreeSet::new()).is_none(), "{language}: `{id}` stands there twice");
                current = Some(id);
            }
            let Some(variables) = current.as_ref().and_then(|id| ids.get_mut(id)) else { continue };
            for after in line.split('$').skip(1) {
                variables.insert(after.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect());
            }
        }
    }
    ids
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every string literal in `src/` that has the form of an id: a topic, a dash, lower case words.
fn ids_in_sources() -> BTreeSet<String> {
    let mut paths = Vec::new();
    sources(&Path::new(ROOT).join("src"), &mut paths);
    assert!(paths.len() > 5);
    let mut ids = BTreeSet::new();
    for path in paths {
        let text = fs::read_to_string(path).unwrap();
        // Every piece between two quotation marks, so that a stray mark can hide nothing.
        for piece in text.split('"') {
            let is_word = piece.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
            let has_topic = TOPICS
                .iter()
                .any(|topic| piece.strip_prefix(topic).is_some_and(|rest| rest.starts_with('-') && rest.len() > 1));
            if is_word && has_topic {
                ids.insert(piece.to_owned());
            }
        }
    }
    ids
}

#[test]
fn every_message_file_is_well_formed() {
    for language in ["en", "zh"] {
        for topic in TOPICS {
            let path = Path::new(ROOT).join("messages").join(language).join(format!("{topic}.ftl"));
            let faults = FluentResource::try_new(fs::read_to_string(&path).unwrap()).err().map(|(_, faults)| faults);
            assert!(faults.is_none(), "{}: {faults:?}", path.display());
        }
    }
}

#[test]
fn both_languages_have_the_same_ids_with_the_same_variables() {
    let (english, chinese) = (ids("en"), ids("zh"));
    assert_eq!(english.keys().collect::<Vec<_>>(), chinese.keys().collect::<Vec<_>>());
    // What every sentence of a lesson may say: a language may have a word of its own for it.
    let of_notation = ["z", "a", "word", "delta"];
    let own = |variables: &BTreeSet<String>| -> Vec<String> {
        variables.iter().filter(|variable| !of_notation.contains(&variable.as_str())).cloned().collect()
    };
    for (id, variables) in &english {
        assert_eq!(own(variables), own(&chinese[id]), "variables of `{id}`");
    }
}

#[test]
fn every_id_in_the_sources_exists_and_every_id_that_exists_is_in_the_sources() {
    let (written, used) = (ids("en").into_keys().collect::<BTreeSet<_>>(), ids_in_sources());
    let missing: Vec<_> = used.difference(&written).collect();
    let idle: Vec<_> = written.difference(&used).collect();
    assert!(missing.is_empty(), "in src/ but in no message file: {missing:?}");
    assert!(idle.is_empty(), "in the message files but nowhere in src/: {idle:?}");
}
