//! What the program remembers between two starts, and what the user has set, in a real pseudo-terminal.
#![cfg(unix)]

use std::fs;
use std::io::{Read as _, Write as _};
use std::num::NonZero;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtyPair, native_pty_system};
use tempfile::TempDir;

use super::terminal::{PATIENCE, Terminal, settle, size};
use super::terminal_user::{User, sees};

/// Writes the keys that the user wants.
fn set_keys(user: &User, text: &str) {
    fs::create_dir_all(user.configuration()).unwrap();
    fs::write(user.configuration().join("keys.toml"), text).unwrap();
}

/// Opens Mazur's network, goes on four steps, and leaves.
fn read_five_steps(user: &User, leave: impl Fn(&mut Terminal)) {
    let mut terminal = user.opens(&["mazur"]);
    sees(&terminal, " 1 of 55");
    terminal.keys("4n");
    sees(&terminal, " 5 of 55");
    leave(&mut terminal);
    terminal.end();
    terminal.is_whole();
}

fn quit(terminal: &mut Terminal) {
    terminal.keys("q");
}

#[test]
fn a_lesson_goes_on_where_it_was_left_and_begins_anew_when_asked() {
    for leave in [quit as fn(&mut Terminal), |terminal| terminal.signal("-TERM"), |terminal| terminal.signal("-HUP")] {
        let user = User::new();
        read_five_steps(&user, leave);
        let mut terminal = user.opens(&["mazur"]);
        sees(&terminal, " 5 of 55");
        sees(&terminal, "You continue where you stopped; gg starts from the beginning.");
        terminal.keys("gg");
        sees(&terminal, " 1 of 55");
        quit(&mut terminal);
        assert!(terminal.end().success());
        let mut terminal = user.opens(&["mazur"]);
        sees(&terminal, " 1 of 55");
        assert!(!terminal.screen.lock().unwrap().screen().contents().contains("goes on"), "that is where it begins");
        quit(&mut terminal);
        assert!(terminal.end().success());
    }
}

#[test]
fn a_lesson_is_known_by_what_it_says_and_not_by_its_name() {
    let user = User::new();
    read_five_steps(&user, quit);
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("other name.yaml");
    let mazur = include_str!("../../scenarios/mazur.yaml");
    fs::write(&file, mazur).unwrap();
    let terminal = user.opens(&[file.to_str().unwrap()]);
    sees(&terminal, " 5 of 55");
    fs::write(&file, mazur.replace("w5: 0.40", "w5: 0.90")).unwrap();
    let terminal = user.opens(&[file.to_str().unwrap()]);
    sees(&terminal, " 1 of 55");
}

#[test]
fn a_lesson_from_the_list_goes_on_too() {
    let user = User::new();
    read_five_steps(&user, quit);
    let mut terminal = user.opens(&[]);
    sees(&terminal, "student-passes");
    terminal.keys("\r");
    sees(&terminal, " 5 of 55");
    terminal.keys("n\x1b");
    sees(&terminal, "student-passes");
    terminal.keys("\r");
    sees(&terminal, " 6 of 55");
    quit(&mut terminal);
    assert!(terminal.end().success());
}

#[test]
fn a_damaged_memory_is_put_aside_and_said() {
    let user = User::new();
    fs::create_dir_all(user.state()).unwrap();
    fs::write(user.state().join("positions.json"), "{\"format\": 1, \"posi").unwrap();
    read_five_steps(&user, |terminal| {
        terminal.keys("q");
    });
    assert_eq!(fs::read_to_string(user.state().join("positions.damaged-1.json")).unwrap(), "{\"format\": 1, \"posi");
    let terminal = user.opens(&["mazur"]);
    sees(&terminal, " 5 of 55");
    fs::write(user.state().join("positions.json"), "[]").unwrap();
    let terminal = user.opens(&["mazur"]);
    sees(&terminal, "The saved progress was damaged; it was moved to ");
    assert!(user.state().join("positions.damaged-2.json").exists());
}

#[test]
fn where_nothing_can_be_written_it_is_told_once_and_the_lesson_is_read_all_the_same() {
    let user = User::new();
    // Where the folder would be, there is a file.
    fs::write(user.home.path().join("state"), "").unwrap();
    read_five_steps(&user, |terminal| {
        terminal.keys("q");
        sees(terminal, "note: your place and your answers could not be saved: ");
        let contents = terminal.screen.lock().unwrap().screen().contents();
        assert_eq!(contents.matches("could not be saved").count(), 1);
    });
    assert_eq!(fs::read_dir(user.home.path()).unwrap().count(), 1, "nothing was written");
}

#[test]
fn nothing_is_written_by_somebody_who_only_looked() {
    let user = User::new();
    let mut terminal = user.opens(&["mazur"]);
    sees(&terminal, " 1 of 55");
    quit(&mut terminal);
    assert!(terminal.end().success());
    assert_eq!(fs::read_dir(user.home.path()).unwrap().count(), 0);
}

#[test]
fn commands_have_the_keys_of_the_file() {
    let user = User::new();
    set_keys(&user, "next = [\"m\", \"Right\"]\nquit = [\"Q\"]\n");
    let mut terminal = user.opens(&["mazur"]);
    sees(&terminal, "m next");
    terminal.keys("m n\x1b[C");
    sees(&terminal, " 3 of 55");
    terminal.keys("q");
    terminal.keys("?");
    sees(&terminal, "m  → ");
    terminal.keys("\x1bQ");
    assert!(terminal.end().success());
    terminal.is_whole();
}

#[test]
fn a_clash_is_refused_before_anything_is_opened() {
    let user = User::new();
    set_keys(&user, "# mine\nnext = [\"t\"]\n");
    let mut terminal = user.opens(&["mazur"]);
    sees(&terminal, "line 2: `t` would be both `next` and `trail` in the same place");
    assert_eq!(terminal.end().exit_code(), 2);
    terminal.is_whole();
}

#[test]
fn the_mouse_is_taken_and_given_back() {
    let user = User::new();
    let mut terminal = user.opens(&["mazur"]);
    sees(&terminal, " 1 of 55");
    let modes = |screen: &vt100::Screen| (screen.mouse_protocol_mode(), screen.mouse_protocol_encoding());
    let taken = modes(terminal.screen.lock().unwrap().screen());
    assert_eq!(taken, (vt100::MouseProtocolMode::AnyMotion, vt100::MouseProtocolEncoding::Sgr));
    // The wheel, moving over the window, and a click on the tab of the steps, as a terminal sends them.
    terminal.keys("\x1b[<65;10;10M\x1b[<35;11;10M\x1b[<65;10;10M");
    sees(&terminal, " 3 of 55");
    terminal.keys("\x1b[<0;14;23M\x1b[<0;14;23m");
    sees(&terminal, "[s steps]");
    terminal.keys("\x1a");
    terminal.is_whole();
    terminal.signal("-CONT");
    terminal.wait_for("the mouse again", |screen| modes(screen) == taken);
    terminal.signal("-TERM");
    terminal.end();
    terminal.is_whole();
}

#[test]
fn a_window_that_is_closed_leaves_the_place_behind() {
    let user = User::new();
    let PtyPair { master, slave } = native_pty_system().openpty(size(80, 24)).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_handgrad"));
    command.args(["mazur", "--lang", "en"]);
    command.env("TERM", "xterm-256color");
    settle(&mut command, user.home.path());
    let mut child = slave.spawn_command(command).unwrap();
    drop(slave);
    let (mut keyboard, mut reader) = (master.take_writer().unwrap(), master.try_clone_reader().unwrap());
    let mut screen = vt100::Parser::new(NonZero::new(24).unwrap(), NonZero::new(80).unwrap(), 0);
    let mut reads_until = |text: &str| {
        while !screen.screen().contents().contains(text) {
            let mut bytes = [0; 4096];
            let count = reader.read(&mut bytes).unwrap();
            screen.process(&bytes[..count]);
        }
    };
    reads_until(" 1 of 55");
    keyboard.write_all(b"4n").unwrap();
    reads_until(" 5 of 55");
    drop((keyboard, reader, master));
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        assert!(start.elapsed() < PATIENCE, "the program outlives its window");
        std::thread::sleep(Duration::from_millis(5));
    }
    sees(&user.opens(&["mazur"]), " 5 of 55");
}
