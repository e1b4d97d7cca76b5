//! A monkey at the keyboard of every built-in scenario: whatever is pressed, nothing breaks, and the step shown is the step computed.

use std::collections::HashSet;

use crossterm::event::KeyCode;
use handgrad::lesson::Position;
use handgrad::tui::Options;
use handgrad::tui::keys::{Action, COMMANDS, Context};
use handgrad::tui::manner::Manner;
use handgrad::tui::state::Overlay;
use handgrad::tui::views::Kind;

use super::screen_help::{PLAIN, Window, check_edges, lesson};
use super::tier;

/// How many actions each scenario gets by default, and how many where all scenarios are walked.
const ACTIONS: (usize, usize) = (600, 1_000);

/// With this variable of the environment each gets as many as it says.
const MORE: &str = "HANDGRAD_MONKEY_ACTIONS";

const SIZES: [(u16, u16); 7] = [(30, 8), (40, 12), (41, 13), (60, 16), (80, 24), (120, 40), (200, 60)];

/// A generator as simple as can be: the same numbers every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % count
    }
}

/// Every key that does something anywhere, and some that are typed. What would leave the program is left out.
fn keys() -> Vec<KeyCode> {
    let leaves = [Action::Quit, Action::Suspend];
    let commands = COMMANDS.iter().filter(|command| !leaves.contains(&command.action));
    let chords = commands.flat_map(|command| command.keys).filter(|chord| !chord.stroke.control);
    let mut keys: Vec<KeyCode> = chords.map(|chord| chord.stroke.code).collect();
    keys.extend("nnnn5329dE_w5w1o2#@ x\u{7f}é的".chars().map(KeyCode::Char));
    keys.extend([KeyCode::Enter, KeyCode::Esc, KeyCode::F(1)]);
    keys
}

/// What must hold on any screen at any time.
fn check(window: &mut Window, size: (u16, u16), options: Options, place: &str) -> Kind {
    let rows = window.rows();
    let text = rows.join("\n");
    let (base, state) = window.app.reading().unwrap();
    let lesson = base.of_run_mut(state.run.as_ref());
    let Position { epoch, number } = state.position;
    assert!((1..=lesson.steps_per_epoch()).contains(&number) && epoch >= 1, "{place} {epoch} {number}");
    let step = lesson.step(state.position).expect("a step");
    let frontier = state.practice.as_ref().and_then(|practice| practice.session.frontier());
    assert!(frontier.is_none_or(|frontier| state.position <= frontier), "{place}: past a question that waits");
    let is_seen = state.overlay == Overlay::None && size.0 >= 80;
    if is_seen && state.view == Kind::Board {
        assert!(text.contains(step.name.as_str()), "{} is not on the screen {place}\n{text}", step.name);
        // Another manner hides the result, folds it, or writes it in another form.
        let is_usual = format!("{:?}", state.manner) == format!("{:?}", Manner::default());
        if is_usual
            && !state.hides_result()
            && let Ok(Some(page)) = lesson.page(state.position)
            && let Ok(shown) = &page.result
        {
            let result = shown.written.to_string();
            let result = result.strip_prefix('-').map_or(result.clone(), |digits| format!("−{digits}"));
            assert!(text.contains(&result), "{result} is not on the screen {place}\n{text}");
        }
    }
    let view = state.view;
    // What is typed may be anything.
    if size.0 >= 40 && !matches!(state.context(), Context::Text | Context::Help | Context::Answer) {
        check_edges(&rows, size, options, place);
    }
    view
}

fn play(name: &str, seed: u64, actions: usize) -> (HashSet<Kind>, usize) {
    let keys = keys();
    let mut dice = Dice(seed);
    let mut window = Window::of(name);
    let folder = tempfile::tempdir().unwrap();
    window.app = window.app.writing_into(folder.path());
    let mut views = HashSet::new();
    let mut answers = 0;
    let mut size = (80, 24);
    let mut pressed: Vec<KeyCode> = Vec::new();
    for at in 0..actions {
        let key = keys[dice.below(keys.len())];
        pressed.push(key);
        window.key(key);
        let (_, state) = window.app.reading().unwrap();
        answers += usize::from(key == KeyCode::Enter && state.context() == Context::Answer);
        if dice.below(16) == 0 {
            size = SIZES[dice.below(SIZES.len())];
            window = window.sized(size.0, size.1);
        }
        if dice.below(4) == 0 {
            window.app.work();
        }
        // A reader sees some of the screens, and presses on.
        if dice.below(SEEN) == 0 || at + 1 == actions {
            let last = &pressed[pressed.len().saturating_sub(40)..];
            views.insert(check(&mut window, size, PLAIN, &format!("{name}, seed {seed}, action {at}: {last:?}")));
        }
    }
    (views, answers)
}

/// Of so many screens one is drawn and looked at.
const SEEN: usize = 4;

#[test]
fn whatever_is_pressed_in_every_scenario_the_step_shown_is_the_step_computed() {
    let asked = std::env::var(MORE).ok().map(|text| text.parse().expect("a number of actions"));
    let actions = asked.unwrap_or_else(|| tier::count(ACTIONS.0, ACTIONS.1));
    let mut views = HashSet::new();
    let mut answers = 0;
    let scenarios = tier::scenarios();
    for (at, (name, _)) in scenarios.iter().enumerate() {
        let start = std::time::Instant::now();
        let (found, given) = play(name, at as u64 + 7, actions);
        views.extend(found);
        answers += given;
        println!("{name}: {actions} actions in {:?}", start.elapsed());
    }
    assert_eq!(views.len(), Kind::ALL.len(), "the monkey finds every view: {views:?}");
    assert!(answers > scenarios.len(), "the monkey answers questions: {answers}");
}

#[test]
fn the_monkey_has_a_key_for_everything_that_does_not_leave() {
    let keys = keys();
    let leaves = [Action::Quit, Action::Suspend];
    for command in COMMANDS.iter().filter(|command| !leaves.contains(&command.action)) {
        assert!(command.keys.iter().any(|chord| keys.contains(&chord.stroke.code)), "{:?}", command.action);
    }
    assert!(Context::ALL.iter().all(|context| COMMANDS.iter().any(|command| command.contexts.contains(context))));
    assert!(lesson("mazur").steps_per_epoch() > 1);
}
