//! In which manner the board is shown: digits and forms, levels of detail, presenting, going on by itself.

use std::time::{Duration, Instant};

use crossterm::event::KeyCode;
use handgrad::messages::Language;
use handgrad::number::Format;
use handgrad::scenario::LESSONS;
use handgrad::tui::{Flow, Options};

use super::closing_lines::check_shown;
use super::screen_help::{PLAIN, Window, lesson, shown};
use super::tier;

const CHINESE: Options = Options { language: Language::Chinese, ..PLAIN };
const ASCII: Options = Options { ascii: true, ..PLAIN };

fn says(window: &mut Window, wanted: &str) {
    let text = window.text();
    assert!(text.contains(wanted), "`{wanted}` is missing\n{text}");
}

#[test]
fn results_are_written_in_four_forms() {
    shown("form-significant", Window::of("mazur").at("dE_dw5").keys("f"));
    shown("form-scientific", Window::of("mazur").at("dE_dw5").keys("ff"));
    shown("form-fraction", Window::of("mazur").keys("fff"));
    shown("form-no-fraction", Window::of("mazur").at("out_h1").keys("fff"));
    shown("form-scientific-ascii", Window::with("mazur", ASCII).at("dE_dw5").keys("ff"));
    let before = Window::of("mazur").at("dE_dw5").text();
    let text = Window::of("mazur").at("dE_dw5").keys("ffff").press(KeyCode::Char(' ')).keys("p").text();
    assert_eq!(text, before, "four forms on, it is the first again");
}

#[test]
fn digits_are_added_and_taken_away_by_a_key() {
    shown("digits-more", Window::of("mazur").at("out_h1").keys("++++"));
    // The value is in tests of `number::written`.
    says(&mut Window::of("mazur").at("out_h1").keys("+++++++"), "0.593269992107187255173654561579402815");
    says(&mut Window::of("mazur").at("out_h1").keys("-----"), "≈ 0.593270");
    // Where both cannot be whole, the result is.
    let mut long = Window::of("mazur").at("E_total").keys("+++++++++++");
    let rows = long.rows();
    assert!(rows.iter().any(|row| row.trim_start().starts_with("≈ 0.2983711087")), "{}", long.text());
    let result = rows.iter().position(|row| row.trim_start().starts_with("≈ 0.2983711087")).unwrap();
    assert!(!rows[result].ends_with('…') && !rows[result + 1].ends_with('…'), "{}", long.text());
    let mut window = Window::of("mazur").keys("------------");
    says(&mut window, "2 decimals");
    let mut window = Window::of("mazur").keys("++++++++++++++++++++++++");
    says(&mut window, "1000 decimals");
}

#[test]
fn with_any_number_of_digits_every_line_closes_and_every_digit_is_certain() {
    for name in ["mazur", "xor", "apple-graph", "adam"] {
        let mut window = Window::of(name);
        let steps = lesson(name).steps_per_epoch();
        for key in "---+++++++++++++++++++".chars() {
            window.key(KeyCode::Char(key));
            let (lesson, state) = window.app.reading().unwrap();
            let decimals = lesson.format().decimals;
            let stride = if decimals > 60 { 29 } else { 7 };
            for number in (1..=steps).step_by(stride) {
                let position = handgrad::lesson::Position { number, ..state.position };
                let page = lesson.page(position).unwrap().unwrap();
                let work = page.work.unwrap();
                let result = page.result.unwrap();
                assert!(work.closes && !result.unfinished, "{name} {} with {decimals}", page.step.name);
            }
            if lesson.format().decimals >= 200 {
                break;
            }
        }
    }
}

#[test]
fn on_paper_the_digits_stay_those_of_the_rounding() {
    let mut window = Window::of("mazur-on-paper").at("dE_dw5");
    let before = window.rows();
    let mut window = window.keys("+");
    says(&mut window, "On paper the rounding decides");
    assert_eq!(window.rows()[..20], before[..20]);
    says(&mut window.keys("f"), "e-2");
}

#[test]
fn a_presenter_shows_a_result_when_space_asks_for_it() {
    shown("presenting-hidden", Window::of("mazur").at("out_h1").keys("Pn"));
    shown("presenting-shown", Window::of("mazur").at("out_h1").keys("P  "));
    shown("presenting-chinese", Window::with("mazur", CHINESE).at("dE_dw5").keys("Pn"));
    shown("presenting-wide", Window::of("mazur").sized(120, 40).at("dE_dw4").keys("P   "));
    let mut window = Window::of("mazur").keys("P");
    says(&mut window, "0.3775");
    let mut window = window.keys(" ");
    assert_eq!(window.position().number, 2, "what is seen is not asked for again");
    let mut window = window.keys(" ");
    assert_eq!(window.position().number, 2, "Space has asked");
    assert_eq!(window.keys(" ").position().number, 3);
}

#[test]
fn in_every_lesson_a_result_that_waits_stands_nowhere_on_the_screen() {
    let mut looked_at = 0;
    for (name, _) in tier::lessons() {
        let mut of = lesson(name);
        // A number that was known before says nothing of this one.
        let mut known = Window::of(name).sized(200, 60).text();
        for number in 1..=of.steps_per_epoch().min(120) {
            let position = handgrad::lesson::Position { epoch: 1, number };
            let page = of.page(position).unwrap().unwrap();
            let digits = page.result.unwrap().written.to_string().replace('-', "−");
            let sources = page.sources.iter().map(|link| of.value(page.moment, link.name.as_str()).unwrap().unwrap());
            known.extend(sources.map(|shown| shown.written.to_string().replace('-', "−") + " "));
            if number % 5 == 2 && digits.len() > 6 && !known.contains(&digits) {
                looked_at += 1;
                let mut window = Window::of(name).sized(200, 60).keys(&format!("{}GPn", number - 1));
                assert!(window.app.reading().unwrap().1.hides_result());
                says(&mut window, "= ?");
                assert!(!window.text().contains(&digits), "{name} {digits}\n{}", window.text());
                let mut trail = window.keys("t");
                assert!(!trail.text().contains(&digits), "{name} {digits}\n{}", trail.text());
                let mut list = trail.press(KeyCode::Esc).keys("s");
                assert!(!list.text().contains(&digits), "{name} {digits}\n{}", list.text());
                let mut asked = list.keys("s ");
                says(&mut asked, &digits);
                assert_eq!(asked.position(), position);
            }
            known.push_str(&digits);
            known.push(' ');
        }
    }
    assert!(looked_at > tier::count(12, 50), "{looked_at}");
}

#[test]
fn a_lesson_goes_on_by_itself_as_fast_as_is_asked_for() {
    let start = Instant::now();
    let second = Duration::from_secs(1);
    let mut window = Window::of("mazur").keys("a");
    shown("playing", Window::of("mazur").keys("a"));
    assert_eq!(window.app.tick(start).next, Some(2 * second));
    let tick = window.app.tick(start + second);
    assert_eq!((tick.has_moved, tick.next), (false, Some(second)));
    assert!(window.app.tick(start + 2 * second).has_moved);
    assert_eq!(window.position().number, 2);
    let mut window = window.keys(">");
    assert_eq!(window.app.tick(start + 2 * second).next, Some(second), "one second a step");
    assert!(window.app.tick(start + 3 * second).has_moved);
    let mut window = window.keys("<<<<<<");
    assert_eq!(window.app.tick(start + 3 * second).next, Some(8 * second), "no slower than that");
    let mut window = window.keys(">>>>>>");
    says(&mut window, "0.5 s a step");
    assert_eq!(window.position().number, 3);
}

#[test]
fn any_other_key_stops_it_and_does_nothing_else() {
    let start = Instant::now();
    for key in [KeyCode::Char(' '), KeyCode::Char('a'), KeyCode::Char('p'), KeyCode::Esc, KeyCode::Char('7')] {
        let mut window = Window::of("mazur").keys("nna");
        window.app.tick(start);
        window.key(key);
        assert_eq!(window.position().number, 3, "{key}");
        assert_eq!(window.app.tick(start + Duration::from_secs(60)), handgrad::tui::autoplay::Tick::default());
        assert_eq!(window.position().number, 3, "{key}");
    }
    assert_eq!(Window::of("mazur").keys("a").key(KeyCode::Char('q')), Flow::Quit);
}

#[test]
fn it_stops_at_the_end_and_asks_for_results_on_the_way() {
    let mut now = Instant::now();
    let mut window = Window::of("mazur").keys("GpPa");
    let mut moves = 0;
    for _ in 0..20 {
        moves += u32::from(window.app.tick(now).has_moved);
        now += Duration::from_secs(2);
    }
    assert_eq!(moves, 3, "to the last step, its result, and the end");
    assert!(!window.app.reading().unwrap().1.manner.autoplay.is_on);
    says(&mut window, "This is the last step");
}

#[test]
fn what_is_worked_like_an_earlier_step_is_folded_into_one_row() {
    shown("folded-twin", Window::of("mazur").at("dE_dw6").keys("dd"));
    shown("folded-twin-sum", Window::of("mazur").at("net_h2").keys("dd"));
    shown("folded-first", Window::of("mazur").at("dE_dw5").keys("dd"));
    let mut window = Window::of("mazur").at("dE_dw5").keys("N");
    let (lesson, state) = window.app.reading().unwrap();
    assert_eq!(lesson.worked_like(state.position), None);
    let position = window.position();
    let between = Window::of("mazur").at("dE_dw5").position().number + 1..position.number;
    let of = super::screen_help::lesson("mazur");
    assert!(between.clone().all(|number| of.worked_like(handgrad::lesson::Position { number, ..position }).is_some()));
    assert!(between.count() >= 3, "w6, w7 and w8 are skipped");
    says(&mut Window::of("mazur").keys("GN"), "computed like an earlier one");
}

#[test]
fn opened_work_has_a_row_for_every_operation() {
    shown("opened", Window::of("mazur").at("net_o1").keys("d"));
    shown("opened-sigmoid", Window::of("mazur").at("out_h1").keys("d"));
    shown("opened-small", Window::of("mazur").sized(40, 12).at("net_o1").keys("d"));
}

#[test]
fn opened_work_closes_row_by_row_in_every_lesson() {
    for (name, _) in tier::lessons() {
        let usual = check_shown(lesson(name), 1);
        let mut opened = lesson(name);
        opened.open_work(true);
        assert!(check_shown(opened, 1) >= usual / 2, "{name}");
    }
    let mut mazur = lesson("mazur");
    mazur.open_work(true);
    let page = mazur.page(handgrad::lesson::Position { epoch: 1, number: 1 }).unwrap().unwrap();
    assert_eq!(page.work.unwrap().rows.len(), 3, "two products and their sum, to which the bias is added");
}

#[test]
fn digits_that_are_changed_on_the_way_close_like_those_of_a_lesson() {
    for decimals in [2, 12, 75] {
        let mut changed = lesson("mazur");
        changed.show_digits(Format::decimals(decimals));
        assert!(check_shown(changed, 1) > 120);
    }
}

#[test]
fn every_manner_of_every_lesson_stays_inside_every_window() {
    const ENGLISH: &[(u16, u16)] = &[(40, 12), (69, 22), (80, 24)];
    for (name, _) in tier::lessons() {
        for (options, sizes) in
            [(PLAIN, ENGLISH), (CHINESE, &[(40, 12), (80, 24), (120, 40)]), (ASCII, &[(60, 16), (200, 60)])]
        {
            for keys in ["P", "d", "dd", "f", "ff", "fff", "Pdfff", "ddPff", "++++", "-------"] {
                let steps = lesson(name).steps_per_epoch();
                let mut window = Window::with(name, options).keys(keys);
                for _ in 0..=steps.min(120) / 11 {
                    window.stays_inside(sizes, options, &format!("{name} {keys}"));
                    window = window.keys("11n ");
                }
            }
        }
    }
}

#[test]
fn the_last_update_of_a_descent_says_what_all_of_them_did() {
    shown("descent-done", Window::of("mazur").at("w8_new"));
    shown("descent-done-chinese", Window::with("mazur", CHINESE).at("w8_new"));
    // In floating point: 0.2983711087600027, then 0.2910277736935993.
    says(&mut Window::of("mazur").at("w8_new"), "from 0.298371109 to 0.291027774");
    let sentence = "Together the updates take the error";
    assert!(!Window::of("mazur").at("w7_new").text().contains(sentence));
    says(&mut Window::of("mazur").at("w8_new").keys("dd"), sentence);
    for other in ["adam", "mazur-on-paper", "mazur-sequential-update"] {
        assert!(!Window::of(other).keys("G").text().contains(sentence), "{other} is no plain descent");
    }
}

#[test]
fn a_saturated_neuron_says_how_small_its_slope_is() {
    let (_, mazur) = LESSONS[0];
    let mut window = Window::reading(&mazur.replacen("0.35", "5.35", 1)).at("dout_dnet_h1");
    let (lesson, state) = window.app.reading().unwrap();
    let page = lesson.page(state.position).unwrap().unwrap();
    let slope = page.result.unwrap().written.to_string();
    assert!(slope.starts_with("0.00"), "{slope}");
    says(&mut window, &format!("It is only {slope}"));
}
