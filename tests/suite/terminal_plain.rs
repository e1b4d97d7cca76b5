//! The lesson as lines of text at a prompt, in a real pseudo-terminal; whole where there is none.
#![cfg(unix)]

use super::command::handgrad;
use super::terminal::Terminal;

fn opened() -> Terminal {
    let terminal = Terminal::open(&["mazur", "--plain"], &[]);
    terminal.wait_for("the first step", |screen| screen.contents().contains("q: quit. >"));
    terminal
}

fn wait(terminal: &Terminal, text: &str) {
    terminal.wait_for(text, |screen| screen.contents().contains(text));
}

#[test]
fn enter_goes_on_p_goes_back_and_a_name_or_a_number_goes_there() {
    let mut terminal = opened();
    wait(&terminal, "1. net_h1");
    assert!(!terminal.screen.lock().unwrap().screen().alternate_screen(), "it stays in the scrollback");
    terminal.keys("\r");
    wait(&terminal, "2. out_h1");
    terminal.keys("\r");
    wait(&terminal, "3. net_h2");
    terminal.keys("/dE_dw5\r");
    wait(&terminal, "19. dE_dw5");
    wait(&terminal, "0.082167041");
    terminal.keys("p\r");
    wait(&terminal, "18. dnet_o1_dw5");
    terminal.keys("48\r");
    wait(&terminal, "48. w1_new");
    terminal.keys("w5\r");
    wait(&terminal, "w5 is given: 0.40");
    terminal.keys("nonsense\r");
    wait(&terminal, "nonsense`");
    terminal.keys("?\r");
    wait(&terminal, "the end of the input: quit.");
    terminal.keys("q\r");
    assert!(terminal.end().success());
    terminal.is_whole();
}

#[test]
fn both_ends_of_the_lesson_are_said_and_the_end_of_input_leaves() {
    let mut terminal = opened();
    terminal.keys("p\r");
    wait(&terminal, "This is the first step.");
    terminal.keys("55\r\r");
    wait(&terminal, "This is the last step");
    terminal.keys("\x04");
    assert!(terminal.end().success());
    terminal.is_whole();
}

#[test]
fn without_a_terminal_the_whole_lesson_is_printed() {
    let whole = handgrad(&["mazur", "--plain"]).stdin("\r\n").run();
    let shown = handgrad(&["show", "mazur"]).run();
    assert_eq!((whole.code, &whole.stdout), (0, &shown.stdout));
    assert!(whole.stdout.contains("55. w8_new") && !whole.stdout.contains("q: quit"), "{}", whole.stdout);
}
