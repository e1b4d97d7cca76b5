//! Every number of the first and the last epoch of every lesson, as `trace` prints it.

use std::collections::HashMap;
use std::fmt::Write as _;

use handgrad::export::{ExportFault, Range, Record, Selection, records};
use handgrad::lesson::Lesson;
use handgrad::run::Halt;
use handgrad::scenario::LESSONS;
use sha2::{Digest as _, Sha256};

use super::lesson_snapshots::{WIDE, no_snapshot_is_left_over, snapshot};
use super::networks::scenario;
use super::tier;

/// A snapshot has no more lines than these; what does not fit is told by its digest.
const MOST_LINES: usize = 300;

/// The steps of one epoch with their values, and why training ended in it, if it did.
fn epoch(lesson: &mut Lesson, epoch: u64) -> (Vec<String>, Option<Halt>) {
    let selection = Selection { epochs: Range { first: epoch, last: epoch }, ..Selection::first_epoch() };
    let mut lines = Vec::new();
    let done = records(lesson, &selection, |record| {
        let row: HashMap<&str, String> = Record::COLUMNS.into_iter().zip(record.cells()).collect();
        let [name, batch, sample, value, exact, certain] =
            ["name", "batch", "sample", "value", "exact", "certain"].map(|column| row[column].as_str());
        let run = if record.run().is_empty() { String::new() } else { format!("/{}", record.run()) };
        // The loss over all validation samples is of no batch and of no sample.
        let number = if sample.is_empty() { batch } else { sample };
        let number = if number.is_empty() { String::new() } else { format!("#{number}") };
        let sign = if exact == "true" { '=' } else { '≈' };
        let open = if certain.is_empty() { "" } else { "…" };
        lines.push(format!("{name}{run}{number}@{epoch} {sign} {value}{open}"));
        Ok::<(), ExportFault>(())
    });
    match done {
        Ok(()) => (lines, None),
        Err(ExportFault::Halt(halt)) => (lines, Some(halt)),
        Err(fault) => panic!("{fault:?}"),
    }
}

/// As many lines as there is room for, and a digest of the others.
fn fitted(lines: &[String], room: usize) -> String {
    if lines.len() <= room {
        return lines.iter().fold(String::new(), |text, line| text + line + "\n");
    }
    let (shown, rest) = lines.split_at(room.saturating_sub(1));
    let mut digest = Sha256::new();
    for line in rest {
        digest.update(line.as_bytes());
        digest.update(b"\n");
    }
    let digest = digest.finalize().iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    format!("{}and {} more, SHA-256 {digest}\n", fitted(shown, room), rest.len())
}

/// The first and the last epoch.
fn numbers(source: &str) -> String {
    let mut lesson = Lesson::new(scenario(source), None);
    let (first, halt) = epoch(&mut lesson, 1);
    assert_eq!(halt, None, "the first epoch is whole");
    let planned = lesson.epochs();
    if planned == 1 {
        return fitted(&first, MOST_LINES);
    }
    let (mut last, halt) = epoch(&mut lesson, planned);
    if let Some(halt) = &halt {
        last = epoch(&mut lesson, halt.epoch).0;
        assert!(!last.is_empty(), "the epoch in which training ended was begun");
    }
    // Half of the room each, a line between them, and one for the end; what one does not need is the other's.
    let room = MOST_LINES - 2;
    let of_first = (room / 2).max(room.saturating_sub(last.len()));
    let first = fitted(&first, of_first);
    let mut numbers = format!("{first}\n{}", fitted(&last, room - first.lines().count()));
    if let Some(halt) = halt {
        let _ = writeln!(numbers, "ended in epoch {} of {planned}: {:?}", halt.epoch, halt.reason);
    }
    numbers
}

fn keep(name: &str, text: &str) {
    assert!(text.lines().count() <= MOST_LINES, "{name}");
    snapshot("numbers", name, text);
}

#[test]
fn every_number_of_every_lesson_is_as_it_was() {
    for (name, source) in tier::lessons() {
        keep(name, &numbers(source));
    }
    keep("wide", &numbers(WIDE));
}

#[test]
fn the_numbers_of_a_lesson_that_is_gone_are_gone() {
    let names = LESSONS.iter().map(|(name, _)| *name).chain(["wide"]);
    no_snapshot_is_left_over("numbers", names.map(|name| format!("{name}.snap")).collect());
}

#[test]
fn what_does_not_fit_is_told_by_a_digest_of_every_line() {
    let lines: Vec<String> = (0..500).map(|at| at.to_string()).collect();
    let fits = fitted(&lines, 500);
    assert_eq!((fits.lines().count(), fits.lines().last()), (500, Some("499")));
    let cut = fitted(&lines, 100);
    assert_eq!(cut.lines().count(), 100);
    assert!(cut.contains("98\nand 401 more, SHA-256 "), "{cut}");
    for at in [99, 250, 499] {
        let mut other = lines.clone();
        other[at].push('0');
        assert_ne!(fitted(&other, 100), cut, "line {at} counts");
    }
    // printf '1\n2\n' | sha256sum
    let two = fitted(&["0", "1", "2"].map(str::to_owned), 2);
    assert_eq!(two, "0\nand 2 more, SHA-256 a6e2b7a040683432de03a18fd8a1939a2fdf82585b364bfc874bdd4095c4cae1\n");
}
