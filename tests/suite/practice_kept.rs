//! No answer is lost, however practice ends: killed, asked to end, its pipe closed, or with other programs at once.
#![cfg(unix)]

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use handgrad::lesson::Lesson;
use handgrad::practice::{Ask, QuestionKind, questions};
use handgrad::scenario::load;

use super::terminal::PATIENCE;
use super::terminal_user::{User, sees};
use super::tier::count;

/// Lessons with enough questions.
const LESSONS: [&str; 6] =
    ["mazur", "xor", "mini-batches", "softmax-cross-entropy", "vanishing-gradient", "approximation"];

/// The right answers of a lesson in the order in which they are asked.
fn answers(name: &str, most: usize) -> Vec<String> {
    let mut lesson = Lesson::new(load(name, std::io::empty()).unwrap().scenario, None);
    let asked = questions(&lesson, Ask::All, 1);
    let mut answers = Vec::new();
    for question in asked.into_iter().take(most) {
        answers.push(match question.kind {
            QuestionKind::Factor(factor) => factor.to_string(),
            QuestionKind::Result => {
                lesson.page(question.position).unwrap().unwrap().result.unwrap().written.to_string()
            }
        });
    }
    answers
}

/// A sitting at a prompt.
struct Sitting {
    child: Child,
    keyboard: Option<ChildStdin>,
    /// How many answers were said to be right.
    acknowledged: Arc<AtomicUsize>,
    /// What was printed.
    printed: Arc<Mutex<String>>,
}

/// Practice of a lesson at a prompt, all of it.
fn practice(user: &User, lesson: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_handgrad"));
    command.args(["practice", lesson, "--plain", "--ask", "all", "--lang", "en"]);
    command.env("HOME", user.home.path()).env("XDG_STATE_HOME", user.home.path().join("state"));
    command.env("XDG_CONFIG_HOME", user.home.path().join("config"));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

impl Sitting {
    fn of(user: &User, lesson: &str) -> Self {
        let mut child = practice(user, lesson).spawn().unwrap();
        let keyboard = child.stdin.take();
        let (acknowledged, printed) = (Arc::<AtomicUsize>::default(), Arc::<Mutex<String>>::default());
        let (seen, text, output) = (Arc::clone(&acknowledged), Arc::clone(&printed), child.stdout.take().unwrap());
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                let is_right = line.ends_with("    Right.") || line.contains("    Right: ");
                text.lock().unwrap().extend([line.as_str(), "\n"]);
                seen.fetch_add(usize::from(is_right), Ordering::SeqCst);
            }
        });
        Self { child, keyboard, acknowledged, printed }
    }

    fn types(&mut self, text: &str) {
        // A program that has been killed reads nothing more.
        let _ = self.keyboard.as_mut().unwrap().write_all(format!("{text}\n").as_bytes());
    }

    fn waits_for(&self, count: usize) {
        let start = Instant::now();
        while self.acknowledged.load(Ordering::SeqCst) < count {
            assert!(start.elapsed() < 3 * PATIENCE, "{count}\n{}", self.printed.lock().unwrap());
            thread::sleep(Duration::from_millis(2));
        }
    }

    fn ends(&mut self, by: &str) {
        match by {
            "close" => drop(self.keyboard.take()),
            signal => {
                let process = self.child.id().to_string();
                assert!(Command::new("kill").args([signal, &process]).status().unwrap().success());
            }
        }
    }

    fn is_over(&mut self) {
        self.child.wait().unwrap();
    }
}

/// The steps of a title that are kept as right.
fn kept(user: &User, title: &str) -> BTreeSet<String> {
    let path = user.state().join("progress.jsonl");
    let text = if path.exists() { fs::read_to_string(path).unwrap() } else { String::new() };
    let mut steps = BTreeSet::new();
    for line in text.lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap_or_default();
        let event = &line["event"];
        if event["title"] == title {
            let asked = &event["event"]["question"];
            assert_eq!(asked["outcome"], "at-once", "{line}");
            steps.insert(asked["step"].as_str().unwrap().to_owned());
        }
    }
    steps
}

fn title(name: &str) -> String {
    load(name, std::io::empty()).unwrap().scenario.title.in_language("en").to_owned()
}

/// A random number that is the same in every run.
fn random(state: &mut u64, below: u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) % below
}

fn no_draft_is_left(folder: &Path) {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let drafts: Vec<String> = names.filter(|name| name.starts_with(".handgrad-")).collect();
    assert!(drafts.is_empty(), "{drafts:?}");
}

#[test]
fn six_sittings_of_six_lessons_that_end_together_keep_every_answer() {
    let user = User::new();
    let asked: Vec<Vec<String>> = LESSONS.iter().map(|name| answers(name, count(5, 40))).collect();
    let mut sittings: Vec<Sitting> = LESSONS.iter().map(|name| Sitting::of(&user, name)).collect();
    for (sitting, asked) in sittings.iter_mut().zip(&asked) {
        for answer in asked {
            sitting.types(answer);
        }
    }
    for (sitting, asked) in sittings.iter().zip(&asked) {
        sitting.waits_for(asked.len());
    }
    for (sitting, by) in sittings.iter_mut().zip(["-KILL", "-TERM", "-HUP", "-INT", "close", "-KILL"]) {
        sitting.ends(by);
    }
    sittings.iter_mut().for_each(Sitting::is_over);
    for (name, asked) in LESSONS.iter().zip(&asked) {
        assert_eq!(kept(&user, &title(name)).len(), asked.len(), "{name}");
    }
    let listed = user.says(&["progress"], "");
    let all: usize = asked.iter().map(Vec::len).sum();
    let right: usize = listed
        .lines()
        .filter_map(|line| line.split_once(": ")?.1.strip_suffix(" right at once.")?.parse::<usize>().ok())
        .sum();
    assert_eq!(right, all, "{listed}");
}

#[test]
fn two_sittings_of_one_lesson_keep_every_answer_of_both() {
    let user = User::new();
    let asked = answers("mazur", count(6, 40));
    let half = asked.len() / 2;
    let (mut one, mut two) = (Sitting::of(&user, "mazur"), Sitting::of(&user, "mazur"));
    // The first sitting answers the first half, the second passes over it.
    asked.iter().take(half).for_each(|answer| one.types(answer));
    (0..half).for_each(|_| two.types(">"));
    asked.iter().skip(half).for_each(|answer| two.types(answer));
    one.waits_for(half);
    two.waits_for(asked.len() - half);
    one.ends("-TERM");
    two.ends("-TERM");
    one.is_over();
    two.is_over();
    let text = fs::read_to_string(user.state().join("progress.jsonl")).unwrap();
    assert_eq!(text.matches("\"at-once\"").count(), asked.len(), "{text}");
    assert_eq!(text.matches("\"skipped\"").count(), half);
}

#[test]
fn every_answer_that_was_marked_is_kept_when_the_prompt_is_killed() {
    let asked = answers("mazur", 12);
    let mut state = 7;
    for kill in 0..count(6, 100) {
        let user = User::new();
        let mut sitting = Sitting::of(&user, "mazur");
        let before = usize::try_from(random(&mut state, 8)).unwrap();
        asked.iter().take(before).for_each(|answer| sitting.types(answer));
        sitting.waits_for(before);
        sitting.types(&asked[before]);
        thread::sleep(Duration::from_micros(random(&mut state, 60_000)));
        let acknowledged = sitting.acknowledged.load(Ordering::SeqCst);
        sitting.ends("-KILL");
        sitting.is_over();
        let kept = kept(&user, &title("mazur")).len();
        assert!((acknowledged..=before + 1).contains(&kept), "kill {kill}: {kept} kept of {acknowledged}");
        user.says(&["practice", "mazur", "--plain"], ":q\n");
        if user.state().exists() {
            no_draft_is_left(&user.state());
        }
    }
}

#[test]
fn every_answer_that_was_marked_is_kept_when_the_screen_is_killed() {
    let asked = answers("mazur", 12);
    let mut state = 11;
    for kill in 0..count(4, 100) {
        let user = User::new();
        let mut terminal = user.opens(&["practice", "mazur", "--ask", "all"]);
        sees(&terminal, "practice 0 of");
        let before = usize::try_from(random(&mut state, 6)).unwrap();
        for (at, answer) in asked.iter().take(before).enumerate() {
            terminal.keys(&format!("{answer}\r"));
            sees(&terminal, &format!("practice {} of", at + 1));
            terminal.keys("\r");
        }
        terminal.keys(&format!("{}\r", asked[before]));
        thread::sleep(Duration::from_micros(random(&mut state, 60_000)));
        let text = terminal.screen.lock().unwrap().screen().contents().replace('\n', " ");
        let acknowledged = before + usize::from(text.contains(&format!("practice {} of", before + 1)));
        terminal.signal("-KILL");
        terminal.end();
        let kept = kept(&user, &title("mazur")).len();
        assert!((acknowledged..=before + 1).contains(&kept), "kill {kill}: {kept} kept of {acknowledged}");
    }
}

#[test]
fn a_reader_that_goes_away_costs_no_answer() {
    let user = User::new();
    let mut command = practice(&user, "mazur");
    let mut child = command.spawn().unwrap();
    let (mut keyboard, mut output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let (mut seen, mut byte) = (Vec::new(), [0]);
    while !seen.ends_with(b"answer> ") {
        output.read_exact(&mut byte).unwrap();
        seen.push(byte[0]);
    }
    drop(output);
    keyboard.write_all(format!("{}\n", answers("mazur", 1)[0]).as_bytes()).unwrap();
    child.wait().unwrap();
    assert_eq!(kept(&user, &title("mazur")).len(), 1, "nobody saw that it is right, and it is kept");
}
