//! The linear lesson as it is printed.

use std::fs;
use std::path::Path;

use handgrad::export::{ExportFault, Linear, Range, Selection, Style, linear_steps};
use handgrad::lesson::Lesson;
use handgrad::messages::{Language, Messages};
use handgrad::scenario::LESSONS;

use super::networks::scenario;
use super::tier;

pub(super) const WIDE: &str = include_str!("../lessons/wide.yaml");

pub(super) fn snapshot(folder: &str, name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots").join(folder));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// The lesson as `show` prints it, up to a step: the first sample has what the others repeat.
pub(super) fn lesson(source: &str, language: Language, last: u64) -> String {
    let (mut lesson, messages) = (Lesson::new(scenario(source), None), Messages::new(language));
    let linear = Linear::new(&messages, Style::Unicode);
    let mut printed = linear.head(&mut lesson, 1).expect("a head");
    let selection = Selection { steps: Some(Range { first: 1, last }), ..Selection::first_epoch() };
    let give = |text: &str| {
        printed.push_str(text);
        Ok::<(), ExportFault>(())
    };
    linear_steps(&mut lesson, &selection, &linear, give).expect("a lesson");
    printed
}

#[test]
fn every_built_in_lesson_reads_as_it_did() {
    for language in Language::ALL {
        for (name, source) in tier::lessons() {
            snapshot("lessons", &format!("{name}.{}", language.tag()), &lesson(source, language, 60));
        }
        snapshot("lessons", &format!("wide.{}", language.tag()), &lesson(WIDE, language, 60));
    }
}

#[test]
fn the_text_of_a_lesson_that_is_gone_is_gone() {
    let names: Vec<&str> = LESSONS.iter().map(|(name, _)| *name).chain(["wide"]).collect();
    let tags = Language::ALL.map(Language::tag);
    let wanted = names.iter().flat_map(|name| tags.iter().map(move |tag| format!("{name}.{tag}.snap")));
    no_snapshot_is_left_over("lessons", wanted.collect());
}

/// Holds the snapshots of a folder against those that are wanted.
pub(super) fn no_snapshot_is_left_over(folder: &str, mut wanted: Vec<String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots").join(folder);
    let mut files: Vec<String> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "snap"))
        .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
        .collect();
    files.sort();
    wanted.sort();
    assert_eq!(files, wanted);
}
