//! `handgrad check`: every file on its own, on all cores, told in the order in which they were named.

mod file;
mod remarks;
mod tally;

use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::arguments::Common;
use super::failure::Failure;
use crate::messages::Messages;
use file::Report;
use tally::Tally;

/// From how many files on it is worth showing how far one is.
const MANY: usize = 5;

/// As much room as the main thread has, whatever the system gives to others.
const STACK: usize = 8 * 1024 * 1024;

/// Checks all files; the worst that is found in any decides the exit code.
pub(super) fn check(names: &[String], common: &Common, messages: &Messages) -> Result<ExitCode, Failure> {
    let color = super::uses_color(common, &io::stderr());
    let next = AtomicUsize::new(0);
    let (send, receive) = mpsc::channel();
    let workers = thread::available_parallelism().map_or(1, usize::from).min(names.len());
    thread::scope(|scope| {
        for _ in 0..workers {
            let (send, next) = (send.clone(), &next);
            let work = move || {
                let mut at = next.fetch_add(1, Ordering::Relaxed);
                while let Some(name) = names.get(at) {
                    // Nobody listens any more where the output was closed.
                    if send.send((at, file::check(name, common, messages, color))).is_err() {
                        break;
                    }
                    at = next.fetch_add(1, Ordering::Relaxed);
                }
            };
            thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work)?;
        }
        drop(send);
        tell(receive, names.len(), messages)
    })
}

/// Tells what was found in the order of the files, while others are still being read.
fn tell(reports: mpsc::Receiver<(usize, Report)>, files: usize, messages: &Messages) -> Result<ExitCode, Failure> {
    let progress = progress(files);
    let mut waiting = BTreeMap::new();
    let (mut told, mut worst, mut all) = (0, 0, Tally::default());
    for (at, report) in reports {
        waiting.insert(at, report);
        progress.inc(1);
        while let Some(report) = waiting.remove(&told) {
            told += 1;
            worst = worst.max(report.code);
            all.add(&report.tally);
            progress.suspend(|| write(&report))?;
        }
    }
    progress.finish_and_clear();
    if files > 1 {
        let values = [("files", files.into()), ("counts", all.in_words(messages).into())];
        writeln!(io::stdout().lock(), "{}", messages.text("command-check-total", &values))?;
    }
    Ok(ExitCode::from(worst))
}

fn write(report: &Report) -> io::Result<()> {
    for detail in &report.details {
        writeln!(io::stderr().lock(), "{detail}\n")?;
    }
    writeln!(io::stdout().lock(), "{}", report.summary)
}

/// A bar on standard error where that is a terminal, and there is something to wait for.
fn progress(files: usize) -> ProgressBar {
    if files < MANY {
        return ProgressBar::hidden();
    }
    let length = u64::try_from(files).unwrap_or(u64::MAX);
    let bar = ProgressBar::with_draw_target(Some(length), ProgressDrawTarget::stderr());
    match ProgressStyle::with_template("{bar:40} {pos}/{len}") {
        Ok(style) => bar.with_style(style.progress_chars("=> ")),
        Err(_) => bar,
    }
}
