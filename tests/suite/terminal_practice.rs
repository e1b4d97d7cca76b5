//! Practice in a real pseudo-terminal and at a prompt: what was done is kept, listed, and forgotten when asked.
#![cfg(unix)]

use std::fs;

use super::terminal_user::{User, sees};

#[test]
fn what_was_done_on_the_screen_is_listed_and_forgotten_after_asking() {
    let user = User::new();
    let mut terminal = user.opens(&["practice", "mazur"]);
    sees(&terminal, "practice 0 of 11");
    terminal.keys("0.0275\r");
    sees(&terminal, "the bias forgotten");
    terminal.keys("0.0333\r0.0222\r\r0.5933\r");
    sees(&terminal, "practice 2 of 11");
    terminal.keys("\x03");
    assert!(terminal.end().success());
    terminal.is_whole();
    let listed = user.says(&["progress"], "");
    assert_eq!(
        listed,
        "Mazur's 2-2-2 network\n    2 questions: 1 right at once, 1 wrong.\n    Mistakes: the bias forgotten (1).\n    \
         Worth doing again: net_h1.\n    1 question is due again: add --review to `handgrad practice`.\n\nSkills\n    \
         weighted sum: due now, 0 of 1 right at once\n    activation: due in 1 day, 1 of 1 right at once\n"
    );
    for (answer, rest) in [("n\r", "Nothing was forgotten."), ("y\r", "What was done of 1 scenario is forgotten.")] {
        let mut terminal = user.opens(&["progress", "--reset", "mazur"]);
        sees(&terminal, "Forget what was done of it? [y/N]");
        terminal.keys(answer);
        sees(&terminal, rest);
        assert!(terminal.end().success());
    }
    assert_eq!(user.says(&["progress"], ""), "Nothing has been practised yet.\n");
}

#[test]
fn a_window_that_is_closed_leaves_the_progress_behind() {
    for signal in ["-TERM", "-HUP"] {
        let user = User::new();
        let mut terminal = user.opens(&["practice", "apple-graph", "--ask", "all"]);
        sees(&terminal, "practice 0 of");
        terminal.keys("200\r");
        sees(&terminal, "practice 1 of");
        terminal.signal(signal);
        terminal.end();
        terminal.is_whole();
        assert!(user.says(&["progress"], "").contains("1 question: 1 right at once."), "{signal}");
    }
}

#[test]
fn a_reset_says_what_goes_and_takes_nothing_else() {
    let user = User::new();
    user.says(&["practice", "mazur", "--plain"], "0.3775\n:q\n");
    user.says(&["practice", "apple-graph", "--plain"], "1\n\n:q\n");
    let positions = user.home.path().join("state/handgrad/positions.json");
    fs::write(&positions, "{\"format\": 1, \"positions\": []}").unwrap();
    let before = fs::read_to_string(user.state().join("progress.jsonl")).unwrap();
    let asked = user.says(&["progress", "--reset"], "y\n");
    assert!(asked.contains("There is no terminal to ask in: add --yes."), "{asked}");
    assert_eq!(fs::read_to_string(user.state().join("progress.jsonl")).unwrap(), before);
    let done = user.says(&["progress", "--reset", "apple-graph", "--yes"], "");
    assert_eq!(done, "What was done of 1 scenario is forgotten.\n");
    let listed = user.says(&["progress"], "");
    assert!(listed.contains("Mazur") && !listed.contains("apple") && listed.contains("1 right at once"), "{listed}");
    assert_eq!(user.says(&["progress", "--reset", "xor", "--yes"], ""), "Nothing has been practised yet.\n");
    assert_eq!(user.says(&["progress", "--reset", "--yes"], ""), "What was done of 1 scenario is forgotten.\n");
    assert!(positions.exists(), "where the reader is stays");
    assert_eq!(user.runs(&["progress", "mazur"], "").status.code(), Some(2), "to what end?");
    assert_eq!(user.runs(&["progress", "--reset", "no-such"], "").status.code(), Some(4));
}

#[test]
fn damaged_progress_is_put_aside_and_said() {
    let user = User::new();
    fs::create_dir_all(user.state().join("progress.json").parent().unwrap()).unwrap();
    fs::write(user.state().join("progress.json"), "{\"format\": 1, ").unwrap();
    let output = user.runs(&["progress"], "");
    assert!(output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("The saved progress was damaged; it was moved to "), "{said}");
    assert_eq!(
        fs::read_to_string(user.state().join("progress.json").with_extension("damaged-1.json")).unwrap(),
        "{\"format\": 1, "
    );
}

#[test]
fn at_a_prompt_answers_are_read_line_by_line() {
    let user = User::new();
    let text = user.says(&["practice", "mazur"], "0.0275\n0.3775\n?\n0,5933\nsome\n!\n:q\n");
    let wanted = [
        "1. net_h1 · weighted sum of neuron h1",
        "    net_h1 = ?",
        "        w1 = 0.15",
        "        b1 = 0.35",
        "    Give at least 3 significant digits.",
        "    Not yet. You get exactly this number with the bias forgotten.",
        "    Every input is multiplied by the weight on its way to h1.",
        "    Try 2 of 3.",
        "    Right.",
        "2. out_h1",
        "    out_h1 = 1/(1 + exp(-net_h1))",
        "    Right.",
        "    Go on with 0.593269992.",
        "3. net_h2",
        "11. E_total",
        "    `some` is neither a number",
        "    You looked at the answer. Try this one again later.",
        "Review\n11 questions: 1 right with hints, 1 right after a wrong answer, 1 answer looked at, 8 not answered.",
    ];
    let mut rest = text.as_str();
    for line in wanted {
        let at = rest.find(line).unwrap_or_else(|| panic!("{line} is not in\n{rest}"));
        rest = &rest[at + line.len()..];
    }
    assert!(!text.contains("dE_dw5 ≈"), "nothing is shown behind the question at which it was left");
}

#[test]
fn at_a_prompt_nothing_is_told_before_it_is_answered() {
    let user = User::new();
    let text = user.says(&["practice", "mazur"], "?\n?\n");
    let before = text.split("answer>").next().unwrap();
    assert!(before.contains("net_h1 = ?") && !text.contains("0.3775"), "{text}");
    // The end of the input ends the practice.
    assert!(text.contains("11 questions: 11 not answered."), "{text}");
    assert!(!user.state().join("progress.jsonl").exists(), "nothing was done");
}

#[test]
fn a_seed_gives_the_same_other_numbers_every_time() {
    let user = User::new();
    let practise = |seed: &str| user.says(&["practice", "mazur", "--seed", seed], "!\n:q\n");
    assert_eq!(practise("7"), practise("7"));
    assert_ne!(practise("7"), practise("8"));
    assert!(!practise("7").contains("net_h1 = 0.3775"));
    assert_eq!(user.runs(&["practice", "mazur", "--ask", "every:0"], "").status.code(), Some(2));
    assert_eq!(user.runs(&["practice", "no-such"], "").status.code(), Some(4));
}
