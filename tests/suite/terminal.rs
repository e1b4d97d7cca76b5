//! The program in a real pseudo-terminal: real bytes in, the screen read by a terminal emulator, and the terminal
//! whole again however the program ends.
#![cfg(unix)]

use std::io::{Read as _, Write as _};
use std::num::NonZero;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, PtyPair, PtySize, native_pty_system};
use tempfile::TempDir;

pub(super) const PATIENCE: Duration = Duration::from_secs(20);

pub(super) struct Terminal {
    pair: PtyPair,
    pub(super) child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn std::io::Write + Send>,
    pub(super) screen: Arc<Mutex<vt100::Parser>>,
    modes_before: String,
    /// A home of its own, unless the test has one for several programs.
    own_home: Option<TempDir>,
}

pub(super) fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

impl Terminal {
    pub(super) fn open(arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        Self::within(Path::new(env!("CARGO_MANIFEST_DIR")), arguments, variables)
    }

    pub(super) fn within(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let home = TempDir::new().unwrap();
        let mut terminal = Self::at_home(home.path(), folder, arguments, variables);
        terminal.own_home = Some(home);
        terminal
    }

    /// Opens the program for a user with that home.
    pub(super) fn at_home(home: &Path, folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let pair = native_pty_system().openpty(size(80, 24)).unwrap();
        let modes_before = modes(&pair);
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_handgrad"));
        command.args(arguments);
        command.args(["--lang", "en"]);
        command.cwd(folder);
        command.env("TERM", "xterm-256color");
        command.env("RUST_BACKTRACE", "0");
        settle(&mut command, home);
        for (name, value) in variables {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        let screen = Arc::new(Mutex::new(vt100::Parser::new(cells(24), cells(80), 0)));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let seen = Arc::clone(&screen);
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                seen.lock().unwrap().process(&bytes[..count]);
            }
        });
        let keyboard = pair.master.take_writer().unwrap();
        Self { pair, child, keyboard, screen, modes_before, own_home: None }
    }

    fn lesson(variables: &[(&str, &str)]) -> Self {
        let terminal = Self::open(&["mazur"], variables);
        terminal.wait_for("the first step", |screen| screen.contents().contains("1 of 55"));
        terminal
    }

    pub(super) fn keys(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
    }

    pub(super) fn wait_for(&self, what: &str, is_there: impl Fn(&vt100::Screen) -> bool) {
        let start = Instant::now();
        while !is_there(self.screen.lock().unwrap().screen()) {
            let contents = || self.screen.lock().unwrap().screen().contents();
            assert!(start.elapsed() < PATIENCE, "no {what} in\n{}", contents());
            thread::sleep(Duration::from_millis(5));
        }
    }

    pub(super) fn signal(&self, signal: &str) {
        let process = self.child.process_id().unwrap().to_string();
        let status = std::process::Command::new("kill").args([signal, &process]).status().unwrap();
        assert!(status.success());
    }

    pub(super) fn end(&mut self) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(start.elapsed() < PATIENCE, "the program does not end");
            thread::sleep(Duration::from_millis(5));
        }
    }

    pub(super) fn is_whole(&self) {
        self.wait_for("ordinary screen", |screen| {
            let mouse = screen.mouse_protocol_mode();
            !screen.alternate_screen() && !screen.hide_cursor() && mouse == vt100::MouseProtocolMode::None
        });
        assert_eq!(modes(&self.pair), self.modes_before);
    }
}

/// What the program keeps, and where it looks for what the user has set, is below a folder of the test.
pub(super) fn settle(command: &mut CommandBuilder, home: &Path) {
    command.env("HOME", home);
    command.env("XDG_STATE_HOME", home.join("state"));
    command.env("XDG_CONFIG_HOME", home.join("config"));
}

/// The modes of the line: echo, signals, and so on.
fn modes(pair: &PtyPair) -> String {
    format!("{:?}", pair.master.get_termios().unwrap())
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

#[test]
fn the_terminal_is_taken_while_a_lesson_is_read() {
    let mut terminal = Terminal::lesson(&[]);
    assert!(terminal.screen.lock().unwrap().screen().alternate_screen());
    assert_ne!(modes(&terminal.pair), terminal.modes_before);
    terminal.keys(" ");
    terminal.wait_for("the second step", |screen| screen.contents().contains("2 of 55"));
    terminal.keys("\x1b[D");
    terminal.wait_for("the first step", |screen| screen.contents().contains("1 of 55"));
    terminal.keys("/dE_dw5\r");
    terminal.wait_for("the gradient", |screen| screen.contents().contains("≈ 0.082167041"));
}

#[test]
fn q_leaves_the_terminal_whole() {
    let mut terminal = Terminal::lesson(&[]);
    terminal.keys("q");
    assert!(terminal.end().success());
    terminal.is_whole();
}

#[test]
fn control_c_leaves_the_terminal_whole() {
    let mut terminal = Terminal::lesson(&[]);
    terminal.keys("/abc\x03");
    assert!(terminal.end().success());
    terminal.is_whole();
}

#[test]
fn signals_leave_the_terminal_whole() {
    for signal in ["-TERM", "-HUP", "-INT"] {
        let mut terminal = Terminal::lesson(&[]);
        terminal.keys("nn");
        terminal.signal(signal);
        assert!(!terminal.end().success(), "{signal} is told to whoever waits");
        terminal.is_whole();
    }
}

#[test]
#[cfg(debug_assertions)]
fn a_panic_leaves_the_terminal_whole() {
    let mut terminal = Terminal::lesson(&[("HANDGRAD_PANIC_FOR_TEST", "1")]);
    terminal.keys(" ");
    assert!(!terminal.end().success());
    terminal.is_whole();
    terminal.wait_for("the words of the panic", |screen| screen.contents().contains("a panic for a test"));
}

#[test]
#[cfg(target_os = "linux")]
fn control_z_waits_in_the_background_and_comes_back() {
    let mut terminal = Terminal::lesson(&[]);
    terminal.keys(" \x1a");
    terminal.is_whole();
    let process = terminal.child.process_id().unwrap();
    let start = Instant::now();
    while !std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap().contains(") T ") {
        assert!(start.elapsed() < PATIENCE, "the program does not stop");
        thread::sleep(Duration::from_millis(5));
    }
    terminal.signal("-CONT");
    terminal.wait_for("the second step", |screen| screen.alternate_screen() && screen.contents().contains("2 of 55"));
    terminal.keys(" ");
    terminal.wait_for("the third step", |screen| screen.contents().contains("3 of 55"));
    terminal.keys("q");
    assert!(terminal.end().success());
    terminal.is_whole();
}

#[test]
fn a_new_size_is_drawn_at_once_while_stepping() {
    let mut terminal = Terminal::lesson(&[]);
    for (columns, rows) in [(120, 40), (40, 12), (30, 8), (200, 60), (80, 24)] {
        terminal.screen.lock().unwrap().screen_mut().set_size(cells(rows), cells(columns));
        terminal.pair.master.resize(size(columns, rows)).unwrap();
        terminal.keys(" ");
        let expected = if columns < 40 { "too small" } else { "of 55" };
        terminal.wait_for(expected, |screen| {
            let contents = screen.contents().replace('\n', " ");
            let last = screen.rows(0, columns).last().unwrap_or_default();
            contents.contains(expected) && (columns < 40 || last.contains("Space next"))
        });
    }
    terminal.wait_for("six steps in all", |screen| screen.contents().contains("6 of 55"));
    terminal.keys("q");
    assert!(terminal.end().success());
    terminal.is_whole();
}

#[test]
fn without_a_scenario_there_is_a_choice() {
    let mut terminal = Terminal::open(&[], &[]);
    terminal.wait_for("the list", |screen| screen.contents().contains("student-passes"));
    terminal.keys("j\r");
    terminal.wait_for("the lesson", |screen| screen.contents().contains("1 of 19"));
    terminal.keys("q");
    assert!(terminal.end().success());
    terminal.is_whole();
}

#[test]
fn a_terminal_that_goes_away_takes_the_program_with_it() {
    let PtyPair { master, slave } = native_pty_system().openpty(size(80, 24)).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_handgrad"));
    command.args(["mazur", "--lang", "en"]);
    let home = TempDir::new().unwrap();
    settle(&mut command, home.path());
    command.env("TERM", "xterm-256color");
    let mut child = slave.spawn_command(command).unwrap();
    drop(slave);
    let mut reader = master.try_clone_reader().unwrap();
    let mut bytes = [0; 4096];
    assert!(reader.read(&mut bytes).unwrap() > 0, "something is drawn");
    drop((reader, master));
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if start.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("the program outlives its terminal");
        }
        thread::sleep(Duration::from_millis(5));
    }
}
