//! The file in which commands get other keys, and what is wrong with it.

use handgrad::tui::keys::{Keymap, KeysFault, KeysFaultKind};

/// The one thing that is wrong with a file.
fn fault(text: &str) -> (Option<usize>, KeysFaultKind) {
    let faults = Keymap::read(text).unwrap_err();
    let [KeysFault { line, kind }] = <[KeysFault; 1]>::try_from(faults).unwrap();
    (line, kind)
}

fn keys(keymap: &Keymap, command: &str) -> Vec<String> {
    keymap.commands().find(|bound| bound.command.name() == command).unwrap().key_names()
}

#[test]
fn an_empty_file_changes_nothing() {
    assert_eq!(Keymap::read("").unwrap(), Keymap::default());
    assert_eq!(Keymap::read("# nothing yet\n").unwrap(), Keymap::default());
}

#[test]
fn a_command_has_the_keys_of_its_line_and_no_others() {
    let keymap = Keymap::read("next = [\"Space\", \"Right\", \"n\", \"n\"]\nfirst = [\"zz\"]\nruns = []\n").unwrap();
    assert_eq!(keys(&keymap, "next"), ["Space", "→", "n"]);
    assert_eq!(keys(&keymap, "first"), ["zz"]);
    assert!(keys(&keymap, "runs").is_empty());
    assert_eq!(keys(&keymap, "back"), keys(&Keymap::default(), "back"), "what is not named stays as it is");
}

#[test]
fn keys_may_change_places() {
    let keymap = Keymap::read("next-phase = [\"[\"]\nprevious-phase = [\"]\"]\n").unwrap();
    assert_eq!((keys(&keymap, "next-phase"), keys(&keymap, "previous-phase")), (vec!["[".into()], vec!["]".into()]));
}

#[test]
fn control_c_quits_whatever_the_file_says() {
    assert_eq!(keys(&Keymap::read("quit = [\"Q\"]").unwrap(), "quit"), ["Q", "Ctrl-C"]);
    let clash = KeysFaultKind::Clash { key: "Ctrl-C".into(), one: "next".into(), other: "quit".into() };
    assert_eq!(fault("next = [\"Ctrl-C\"]"), (Some(1), clash));
}

#[test]
fn one_key_for_two_commands_is_a_clash_where_both_work() {
    let clash = |key: &str, one: &str, other: &str| KeysFaultKind::Clash {
        key: key.into(),
        one: one.into(),
        other: other.into(),
    };
    assert_eq!(fault("\nback = [\"n\"]"), (Some(2), clash("n", "next", "back")));
    assert_eq!(fault("trail = [\"gg\"]\nlast = [\"G\"]"), (Some(1), clash("gg", "first", "trail")));
    assert_eq!(
        fault("trail = [\"g\"]"),
        (Some(1), clash("gg", "first", "trail")),
        "whoever presses g waits for another"
    );
    // Tab is the next neuron, and the next drawing where there are drawings.
    assert!(Keymap::read("next-panel = [\"n\"]").is_ok());
}

#[test]
fn an_unknown_command_is_told_with_the_near_one() {
    let unknown = |command: &str, nearest: Option<&str>| KeysFaultKind::UnknownCommand {
        command: command.into(),
        nearest: nearest.map(str::to_owned),
    };
    assert_eq!(fault("\n\nnext-neurn = [\"n\"]"), (Some(3), unknown("next-neurn", Some("next-neuron"))));
    assert_eq!(fault("dance = [\"n\"]"), (Some(1), unknown("dance", None)));
}

#[test]
fn what_is_no_key_is_told_with_its_line() {
    let text = "next = [\n  \"n\",\n  \"Strg-O\",\n]";
    assert_eq!(fault(text), (Some(3), KeysFaultKind::UnknownKey { key: "Strg-O".into() }));
    assert_eq!(fault("next = [\"5\"]"), (Some(1), KeysFaultKind::Digit { key: "5".into() }));
    assert_eq!(fault("next = \"n\""), (Some(1), KeysFaultKind::NotKeys { command: "next".into() }));
    assert_eq!(fault("next = [1]"), (Some(1), KeysFaultKind::NotKeys { command: "next".into() }));
    assert_eq!(fault("[next]\nkeys = [\"n\"]"), (Some(1), KeysFaultKind::NotKeys { command: "next".into() }));
}

#[test]
fn a_line_in_which_a_name_is_typed_can_always_be_ended() {
    for command in ["choose", "close"] {
        let fault = fault(&format!("{command} = [\"x\"]").replace("\"x\"", "\"ü\""));
        assert_eq!(fault, (Some(1), KeysFaultKind::OnlyLetters { command: command.into() }));
    }
}

#[test]
fn broken_toml_is_told_with_its_line_and_faults_come_all_at_once() {
    assert!(matches!(fault("next = [\"n\"]\nback = ["), (Some(2), KeysFaultKind::Syntax(_))));
    assert!(matches!(fault("next = [\"n\"]\nnext = [\"m\"]"), (Some(2), KeysFaultKind::Syntax(_))));
    let faults = Keymap::read("nxt = []\nback = [\"Foo\"]\ntrail = [\"n\"]").unwrap_err();
    assert_eq!(faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [Some(1), Some(2), Some(3)]);
}

#[test]
fn nothing_in_a_file_makes_the_reader_fall_over() {
    for text in ["\u{0}", "=", "[[[", "a.b.c = 1", "next = [[\"n\"]]", "\u{feff}next = [\"n\"]", "next = ['''\n''']"] {
        let _ = Keymap::read(text);
    }
    let _ = Keymap::read(&format!("next = {}", "[".repeat(100_000)));
}
