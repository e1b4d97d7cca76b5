//! Input that nobody wrote by hand: missing, huge, binary, nested without end. Each gets one clear
//! message, soon, and nothing panics.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::time::{Duration, Instant};

use handgrad::cli::report;
use handgrad::messages::{Language, Messages};
use handgrad::scenario::{FaultKind, LESSONS, LoadError, Place, load, read, read_bytes};
use proptest::prelude::*;

/// What is told of the text of one file, after it was refused in reasonable time.
fn refused(name: &str, input: impl io::Read) -> (u8, String) {
    let start = Instant::now();
    let error = load(name, input).expect_err(name);
    let told = report::load_error(&error, &Messages::new(Language::English), false);
    assert!(start.elapsed() < Duration::from_secs(5), "{name} took {:?}", start.elapsed());
    (error.exit_code(), told)
}

fn concatenated(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect::<Vec<_>>().concat()
}

fn first_fault(bytes: &[u8]) -> FaultKind {
    read_bytes(bytes).unwrap_err().shown()[0].kind.clone()
}

#[test]
fn a_file_that_is_not_there_cannot_be_read() {
    let (code, told) = refused("no/such/file.yaml", io::empty());
    assert_eq!(code, 4);
    assert!(told.starts_with("error: `no/such/file.yaml` cannot be read:"), "{told}");
}

#[test]
fn a_folder_cannot_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let (code, told) = refused(folder.path().to_str().unwrap(), io::empty());
    assert_eq!(code, 4);
    assert!(told.contains("cannot be read"), "{told}");
}

#[test]
fn a_name_that_nobody_has_suggests_the_nearest() {
    let (code, told) = refused("mazurr", io::empty());
    assert_eq!(code, 4);
    assert_eq!(told, "error: there is no file and no built-in scenario `mazurr`\n |\n = help: did you mean `mazur`?");
}

#[test]
fn an_empty_file_is_told_how_a_scenario_begins() {
    for text in ["", "\n\n", "# only a comment\n", "---\n...\n", "\u{feff}"] {
        assert_eq!(first_fault(text.as_bytes()), FaultKind::Empty, "{text:?}");
    }
    assert_eq!(refused("-", io::empty()).0, 3);
}

#[test]
fn a_binary_file_is_refused_at_its_first_bad_byte() {
    let faults = read_bytes(b"format: 1\ntitle: \xff\xfe\n").unwrap_err();
    assert_eq!(faults.shown().len(), 1);
    assert_eq!(faults.shown()[0].kind, FaultKind::NotText { byte: 0xff });
    assert_eq!(faults.shown()[0].place, Place { line: 2, column: 8, length: 1 });
    assert_eq!(first_fault(b"\x7fELF\x02\x01\x01\0\0"), FaultKind::ControlCharacter { code: 0x7f });
    assert_eq!(first_fault(b"title: a\0b"), FaultKind::ControlCharacter { code: 0 });
    let (code, told) = refused("-", &b"\x89PNG\r\n\x1a\n"[..]);
    assert_eq!(code, 3);
    assert!(told.starts_with("error: the byte `89` is no UTF-8 text"), "{told}");
}

#[test]
fn a_hundred_megabytes_are_refused_without_being_read() {
    let mut file = tempfile::Builder::new().suffix(".yaml").tempfile().unwrap();
    file.write_all(b"format: 1\n").unwrap();
    file.as_file().set_len(100 * 1024 * 1024).unwrap();
    let (code, told) = refused(file.path().to_str().unwrap(), io::empty());
    assert_eq!(code, 3);
    assert!(told.contains("the file has more than 16 MiB"), "{told}");
}

#[test]
fn standard_input_without_end_is_refused() {
    let (code, told) = refused("-", io::repeat(b'#'));
    assert_eq!(code, 3);
    assert!(told.contains("more than 16 MiB"), "{told}");
}

#[test]
fn nesting_without_end_is_refused() {
    let much = 1_000_000;
    for text in [
        "[".repeat(much),
        "{a: ".repeat(much),
        "{".repeat(much),
        "- ".repeat(much),
        "? ".repeat(much),
        concatenated(200, |depth| format!("{}a:\n", " ".repeat(depth))),
        format!("{}{}", "[".repeat(70), "]".repeat(70)),
    ] {
        let start = Instant::now();
        assert_eq!(first_fault(text.as_bytes()), FaultKind::TooDeep { limit: 64 }, "{}", &text[..8]);
        assert!(start.elapsed() < Duration::from_secs(5), "{:?} for {}", start.elapsed(), &text[..8]);
    }
}

#[test]
fn an_alias_bomb_does_not_go_off() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..30 {
        let below = vec![format!("*a{}", level - 1); 9].join(", ");
        writeln!(bomb, "a{level}: &a{level} [{below}]").unwrap();
    }
    let faults = read(&bomb).unwrap_err();
    assert!(faults.shown().iter().any(|fault| fault.kind == FaultKind::Alias));
}

#[test]
fn large_files_of_nonsense_are_refused_in_reasonable_time() {
    let size = 1_000_000;
    for text in [
        format!("title: {}", "x".repeat(size)),
        format!("format: {}", "9".repeat(size)),
        "a: 1\n".repeat(size / 5),
        concatenated(size / 10, |index| format!("k{index}: 1\n")),
        format!("[{}]", "a,".repeat(size / 2)),
        "\"".repeat(size),
        "a\n".repeat(size / 2),
        "\"a\\\n".repeat(size / 4),
        format!("graph: {{nodes: {{a: \"{}\"}}, output: a}}", "(".repeat(size)),
        format!("graph: {{nodes: {{a: \"{}1\"}}, output: a}}", "1+".repeat(40_000)),
        format!("network: {{inputs: [{}]}}", concatenated(size / 8, |index| format!("i{index},"))),
    ] {
        refused("-", text.as_bytes());
    }
}

#[test]
fn more_weights_than_can_be_learned_from_are_refused_before_they_are_drawn() {
    let names = |letter: char| (0..20_000).map(|index| format!("{letter}{index}")).collect::<Vec<_>>().join(", ");
    let text = format!(
        "format: 1\ntitle: x\nnetwork:\n  inputs: [{}]\n  layers:\n    - neurons: [{}]\n      activation: relu\n      \
         weights: {{random: {{seed: 1, from: 0, to: 1, decimals: 2}}}}\nsamples: [{{inputs: []}}]\n",
        names('i'),
        names('h')
    );
    let faults = read(&text).unwrap_err();
    assert!(faults.shown().iter().any(|fault| matches!(fault.kind, FaultKind::TooManyParameters { .. })));
}

/// Draws whatever is wrong in every language; a panic is the failure.
fn survive(bytes: &[u8]) {
    if let Err(error) = load("-", bytes) {
        assert!(matches!(error, LoadError::Invalid { .. }));
        for language in Language::ALL {
            let told = report::load_error(&error, &Messages::new(language), false);
            let obeyed = |character: char| character != '\n' && handgrad::sanitize::is_harmful(character);
            assert!(!told.contains(obeyed), "{told:?}");
            assert!(!told.contains("fault-"), "an id without a sentence: {told}");
        }
    }
}

/// A way to spoil a file: bytes at a place are taken out and others put in.
fn spoil() -> impl Strategy<Value = (prop::sample::Index, usize, Vec<u8>)> {
    let pieces = prop::sample::select(vec![
        "{", "}", "[", "]", ":", ": ", ",", "\n", "\n  ", "- ", "&a ", "*a", "!t ", "|", ">", "\"", "'", "#", "%", "@",
        "---\n", "...\n", "? ", "\t", "\r", "\u{feff}", "中", "\u{202e}", "0", "-", "e", "1e400", "null", "~", "\\x1b",
    ]);
    let inserted =
        prop_oneof![pieces.prop_map(|piece| piece.as_bytes().to_vec()), prop::collection::vec(any::<u8>(), 0..4),];
    (any::<prop::sample::Index>(), 0_usize..12, inserted)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_spoiled_scenario_is_told_or_read_and_never_panics(
        which in 0..LESSONS.len(),
        spoils in prop::collection::vec(spoil(), 1..5),
    ) {
        let mut bytes = LESSONS[which].1.as_bytes().to_vec();
        for (place, length, inserted) in spoils {
            let start = place.index(bytes.len() + 1);
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, inserted);
        }
        survive(&bytes);
    }

    #[test]
    fn any_bytes_are_told_or_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        survive(&bytes);
    }

    #[test]
    fn any_text_of_yaml_signs_is_told_or_read(text in "[\\[\\]{}:,?\\-&*!|>'\"%@#a1 \n\t]{0,60}") {
        survive(text.as_bytes());
    }
}
