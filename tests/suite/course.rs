//! The lessons are a course: in an order, for a purpose, of a known length; and so is the folder of an instructor.

use std::fs;
use std::path::Path;

use handgrad::course::{Course, Size, Topic};
use handgrad::lesson::{Found, Lesson, Position};
use handgrad::messages::{Language, Messages};
use handgrad::scenario::{KnownGroup, LESSONS, PUBLISHED, See, read};

use super::command::handgrad;
use super::schema::complaints_about;

#[test]
fn every_built_in_lesson_says_in_both_languages_where_it_belongs_and_what_to_remember() {
    for (name, text) in LESSONS {
        let scenario = read(text).expect(name);
        let course = scenario.course.as_ref().unwrap_or_else(|| panic!("{name} belongs to no group"));
        assert!(course.minutes.is_some() && course.level.is_some(), "{name}");
        assert_eq!(course.takeaways.len(), 3, "{name}");
        let outcome = course.outcome.as_ref().unwrap_or_else(|| panic!("{name} promises nothing"));
        for said in course.takeaways.iter().chain([outcome]).chain(&scenario.summary) {
            assert_eq!(said.languages().collect::<Vec<_>>(), ["en", "zh"], "{name}: {said:?}");
        }
        let question = &course.question.as_ref().unwrap_or_else(|| panic!("{name} asks nothing")).step;
        let found = Lesson::new(scenario.clone(), None).find(question.as_str(), Position::start_of(1));
        assert!(matches!(found, Ok(Found::Step(_))), "{name}: {question} is no step");
    }
}

#[test]
fn a_lesson_comes_after_those_that_it_presupposes() {
    let course = Course::built_in();
    let order: Vec<&str> = course.lessons().map(|unit| unit.name.as_str()).collect();
    assert_eq!(order.len(), LESSONS.len());
    for (at, unit) in course.lessons().enumerate() {
        let entry = unit.loaded().and_then(|loaded| loaded.scenario.course.clone()).expect("a place in the course");
        for before in &entry.after {
            let found = order.iter().position(|name| name == before);
            assert!(found.is_some_and(|found| found < at), "{} presupposes {before}", unit.name);
        }
    }
}

#[test]
fn the_course_begins_with_one_slope_and_comes_to_mazur_before_anything_can_go_wrong() {
    let course = Course::built_in();
    let topics: Vec<&Topic> = course.groups().iter().map(|group| &group.topic).take(5).collect();
    let known = [KnownGroup::Start, KnownGroup::Mazur, KnownGroup::Losses, KnownGroup::Optimizers, KnownGroup::Trouble];
    assert_eq!(topics, known.map(Topic::Known).iter().collect::<Vec<_>>());
    let first = course.lessons().next().and_then(|unit| unit.source()).expect("a lesson");
    let names: Vec<&str> = std::iter::successors(Some(first), |source| course.after(source)?.source())
        .map(|source| LESSONS.iter().find(|(_, text)| *text == source).expect("built in").0)
        .collect();
    assert_eq!(
        names[..6],
        ["chain-rule", "apple-graph", "apples-and-oranges", "perceptron-threshold", "student-passes", "mazur"]
    );
    assert_eq!(names.len(), LESSONS.len(), "each lesson leads to the next, and the last to none");
}

#[test]
fn published_examples_are_folded_by_who_printed_them() {
    let course = Course::built_in();
    let published: Vec<_> = course.groups().iter().filter(|group| group.is_published()).collect();
    assert_eq!(published.iter().map(|group| group.lessons.len()).sum::<usize>(), PUBLISHED.len());
    let messages = Messages::new(Language::English);
    let stanford = published.iter().find(|group| group.title(&messages) == "Stanford CS231n").expect("a source");
    assert!(stanford.lessons.iter().all(|unit| unit.name.starts_with("cs231n-")) && stanford.lessons.len() == 9);
    let titles: Vec<String> = published.iter().map(|group| group.title(&messages)).collect();
    let mut once = titles.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), titles.len(), "no source is listed twice: {titles:?}");
}

#[test]
fn minutes_are_estimated_from_what_is_new_where_nobody_gives_them() {
    let graph = |nodes: &str| {
        let text = format!("format: 1\ntitle: t\ngraph: {{given: {{a: 1, b: 2}}, nodes: {{{nodes}}}, output: z}}\n");
        Size::of(&read(&text).expect("a graph"))
    };
    let short = graph("z: a * b");
    assert_eq!((short.steps, short.minutes), (4, 3), "three steps of a new kind and one known, 130 seconds");
    let given =
        "format: 1\ntitle: t\ngraph: {given: {a: 1}, nodes: {z: 2 * a}, output: z}\ncourse: {group: x, minutes: 7}\n";
    assert_eq!(Size::of(&read(given).expect("a graph")).minutes, 7);
}

#[test]
fn the_list_prints_the_course_and_the_published_examples_when_asked() {
    let list = handgrad(&["list"]).prints();
    let place = |text: &str| list.find(text).unwrap_or_else(|| panic!("{text} is not in\n{list}"));
    assert!(place("Start here") < place("chain-rule") && place("chain-rule") < place("Mazur's 2-2-2 network"));
    assert!(list.contains("55 steps  25 min  beginner") && list.contains("131 published examples"));
    assert!(!list.contains("cs231n"));
    let chinese = handgrad(&["--lang", "zh", "list"]).prints();
    assert!(chinese.contains("从这里开始") && chinese.contains("55 步  25 分钟  入门"), "{chinese}");
    let published = handgrad(&["list", "--published"]).prints();
    for (name, _) in PUBLISHED {
        assert!(published.lines().any(|line| line.starts_with(&format!("  {name} "))), "{name}");
    }
    assert!(!published.contains("chain-rule"));
}

fn folder_of_an_instructor() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let scenario = |title: &str, course: &str| {
        format!("format: 1\ntitle: {title}\ngraph: {{given: {{a: 2}}, nodes: {{z: a^2}}, output: z}}\n{course}\n")
    };
    let files = [
        ("b-second.yaml", scenario("Second", "course: {group: {en: Week 1, zh: 第一周}, order: 2, after: [c-first]}")),
        (
            "c-first.yaml",
            scenario("First", "course: {group: {en: Week 1, zh: 第一周}, order: 1, purpose: To begin with}"),
        ),
        ("a-later.yaml", scenario("Later", "course: {group: Week 2, order: 5, minutes: 12, level: advanced}")),
        ("free.yaml", scenario("Free", "")),
        ("broken.yaml", "format: 1\ntitle: Broken\n".to_owned()),
    ];
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}

#[test]
fn a_folder_of_an_instructor_is_a_course_of_its_own() {
    let folder = folder_of_an_instructor();
    let path = folder.path().to_str().expect("UTF-8");
    let list = handgrad(&["list", path]).prints();
    let place = |text: &str| list.find(text).unwrap_or_else(|| panic!("{text} is not in\n{list}"));
    let order =
        ["Week 1", "To begin with", "c-first.yaml", "b-second.yaml", "Week 2", "a-later.yaml", "Your own", "free.yaml"];
    assert!(order.map(place).is_sorted(), "{list}");
    assert!(list.contains("Later") && list.contains("12 min  advanced"), "{list}");
    assert!(list.contains("broken.yaml") && list.contains("`handgrad check` says why"), "{list}");
    assert!(!list.contains("chain-rule"), "only what is in the folder");
    assert!(handgrad(&["--lang", "zh", "list", path]).prints().contains("第一周"));
    let empty = tempfile::tempdir().expect("a folder");
    assert!(handgrad(&["list", empty.path().to_str().expect("UTF-8")]).prints().contains("no scenario in this folder"));
    assert!(handgrad(&["list", "no-such-folder"]).fails(4).contains("no-such-folder"));
}

#[test]
fn own_scenarios_come_before_the_built_in_course_and_copies_of_built_in_ones_are_not_listed_twice() {
    let folder = folder_of_an_instructor();
    let mazur = LESSONS.iter().find(|(name, _)| *name == "mazur").expect("a lesson").1;
    fs::write(folder.path().join("mazur.yaml"), mazur).expect("a file");
    let course = Course::with_folder(folder.path());
    let messages = Messages::new(Language::English);
    let titles: Vec<String> = course.groups().iter().map(|group| group.title(&messages)).take(4).collect();
    assert_eq!(titles, ["Week 1", "Week 2", "Your own scenarios", "Start here"]);
    assert_eq!(course.lessons().filter(|unit| unit.source() == Some(mazur)).count(), 1);
    assert!(course.named("c-first").is_some_and(|unit| Path::new(&unit.name).ends_with("c-first.yaml")));
}

#[test]
fn a_note_may_send_the_reader_to_a_page() {
    let text = |note: &str| {
        format!("format: 1\ntitle: t\ngraph: {{given: {{a: 2}}, nodes: {{z: a^2}}, output: z}}\nnotes: {{z: {note}}}\n")
    };
    for (word, page) in See::WORDS {
        for said in ["Look.", "{en: Look., zh: 看。}"] {
            let text = text(&format!("{{text: {said}, see: {word}}}"));
            let scenario = read(&text).expect(word);
            assert_eq!((scenario.notes[0].see, scenario.notes[0].text.in_language("en")), (Some(page), "Look."));
            assert_eq!(complaints_about(&text), Vec::<String>::new());
        }
    }
    let plain = read(&text("{en: Look., zh: 看。}")).expect("a note by language");
    assert_eq!((plain.notes[0].see, plain.notes[0].text.in_language("zh")), (None, "看。"));
}
