//! A lesson in a real pseudo-terminal follows the file that it stands in.
#![cfg(unix)]

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use tempfile::TempDir;

use super::lesson_snapshots::snapshot;
use super::terminal::Terminal;

const MAZUR: &str = include_str!("../../scenarios/mazur.yaml");

/// A file that is read in a terminal and written by somebody else.
struct Desk {
    folder: TempDir,
    terminal: Terminal,
}

impl Desk {
    /// Opens Mazur's network at a step.
    fn at(step: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("lesson.yaml");
        fs::write(&file, MAZUR).unwrap();
        let terminal = Terminal::open(&[file.to_str().unwrap()], &[]);
        let mut desk = Self { folder, terminal };
        desk.sees("1 of 55");
        desk.terminal.keys(&format!("/{step}\r"));
        desk.sees(&format!(" {step}\n"));
        desk
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("lesson.yaml")
    }

    fn sees(&self, text: &str) {
        self.terminal.wait_for(text, |screen| screen.contents().contains(text));
    }

    fn sees_no(&self, text: &str) {
        self.terminal.wait_for(&format!("end of {text}"), |screen| !screen.contents().contains(text));
    }

    /// What is on the screen.
    fn snapshot(&self, name: &str) {
        let contents = self.terminal.screen.lock().unwrap().screen().contents();
        // Whether a blank was drawn or never touched depends on what stood there before.
        let contents = contents.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
        snapshot("screens", name, &contents);
    }

    /// Saves the file with something changed.
    fn save(&self, from: &str, to: &str) {
        assert!(MAZUR.contains(from));
        fs::write(self.file(), MAZUR.replace(from, to)).unwrap();
    }

    fn leave(mut self) {
        self.terminal.keys("q");
        assert!(self.terminal.end().success());
        self.terminal.is_whole();
    }
}

const SAVED: &str = "The file was saved; this is the lesson as it is now.";

#[test]
fn a_saved_file_is_shown_at_the_same_step() {
    let mut desk = Desk::at("dE_dw5");
    desk.sees("≈ 0.082167041");
    desk.save("w5: 0.40", "w5: 0.90");
    desk.sees(SAVED);
    desk.sees_no("≈ 0.082167041");
    desk.sees("0.802586791");
    desk.snapshot("follows-saved");
    desk.terminal.keys(" ");
    desk.sees_no(SAVED);
    desk.leave();
}

#[test]
fn an_editor_may_save_under_another_name_first() {
    let desk = Desk::at("dE_dw5");
    let draft = desk.folder.path().join("lesson.yaml~");
    fs::rename(desk.file(), &draft).unwrap();
    std::thread::sleep(Duration::from_millis(250));
    desk.sees("≈ 0.082167041");
    fs::write(&draft, MAZUR.replace("w5: 0.40", "w5: 0.90")).unwrap();
    fs::rename(&draft, desk.file()).unwrap();
    desk.sees(SAVED);
    desk.leave();
}

#[test]
fn faults_are_told_over_the_lesson_that_stays_until_they_are_mended() {
    let mut desk = Desk::at("dE_dw5");
    let slips = MAZUR.replace("learning_rate:", "learning_rat:").replace("activation: sigmoid", "activation: sigmod");
    fs::write(desk.file(), slips).unwrap();
    desk.sees("The file was saved with 3 mistakes in it.");
    desk.sees("learning_rat");
    desk.snapshot("follows-faults");
    // The lesson is still there, and says that it is an old one.
    desk.terminal.keys("\x1b");
    desk.sees("The saved file has mistakes; you still see the lesson as it was before.");
    desk.sees("≈ 0.082167041");
    desk.snapshot("follows-behind");
    desk.terminal.keys(" ");
    desk.sees(" 20 of 55");
    desk.save("w5: 0.40", "w5: 0.90");
    desk.sees(SAVED);
    desk.sees(" 20 of 55");
    desk.terminal.keys("p");
    desk.sees_no("The saved file has mistakes");
    desk.leave();
}

#[test]
fn faults_that_are_mended_go_away_by_themselves() {
    let desk = Desk::at("dE_dw5");
    fs::write(desk.file(), "format: 1\n").unwrap();
    desk.sees("The file was saved with 2 mistakes in it.");
    desk.save("epochs: 1", "epochs: 3");
    desk.sees(SAVED);
    desk.sees("epoch 1 of 3");
    desk.sees("≈ 0.082167041");
    desk.leave();
}

#[test]
fn where_the_step_is_gone_the_nearest_is_shown() {
    let desk = Desk::at("w8_new");
    desk.save("w8: 0.55", "weight8: 0.55");
    desk.sees("saved without `w8_new`");
    desk.sees(" w7_new\n");
    desk.snapshot("follows-nearest");
    desk.leave();
}

#[test]
fn a_file_from_the_list_is_followed_too() {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("scenarios")).unwrap();
    let file = folder.path().join("scenarios/own.yaml");
    fs::write(&file, "format: 1\ntitle: before\ngraph: {given: {a: 2}, nodes: {b: a^2}, output: b}\n").unwrap();
    let mut terminal = Terminal::within(folder.path(), &[], &[]);
    terminal.wait_for("the list", |screen| screen.contents().contains("student-passes"));
    let lessons = handgrad::scenario::LESSONS.len();
    terminal.keys(&"j".repeat(lessons));
    terminal.wait_for("the file", |screen| screen.contents().contains("before"));
    // What is opened is what the file says now.
    fs::write(&file, "format: 1\ntitle: meanwhile\ngraph: {given: {a: 3}, nodes: {b: a^2}, output: b}\n").unwrap();
    terminal.keys("\r");
    terminal.wait_for("the lesson", |screen| screen.contents().contains("meanwhile"));
    fs::write(&file, "format: 1\ntitle: afterwards\ngraph: {given: {a: 4}, nodes: {b: a^2}, output: b}\n").unwrap();
    terminal.wait_for("the lesson", |screen| screen.contents().contains("afterwards"));
    terminal.keys("q");
    assert!(terminal.end().success());
    terminal.is_whole();
}

/// Time that a process has had on a processor, in hundredths of a second.
#[cfg(target_os = "linux")]
fn processor_time(process: u32) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    let fields = stat.rsplit_once(") ").unwrap().1.split(' ').skip(11).take(2);
    fields.map(|ticks| ticks.parse::<u64>().unwrap()).sum()
}

#[test]
#[cfg(target_os = "linux")]
fn whoever_waits_for_a_save_does_not_keep_the_machine_busy() {
    let desk = Desk::at("dE_dw5");
    let process = desk.terminal.child.process_id().unwrap();
    let before = processor_time(process);
    std::thread::sleep(Duration::from_secs(2));
    let spent = processor_time(process) - before;
    assert!(spent <= 10, "{spent} hundredths of a second in two seconds");
    desk.leave();
}
