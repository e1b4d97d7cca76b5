//! docs/published.md: every published example with its source, how its numbers were judged, and its errata. The page is
//! made from the scenarios; what stands below its last heading is written by hand.

use std::fmt::Write as _;
use std::fs;
use std::num::NonZero;
use std::path::Path;
use std::thread;

use handgrad::formula::Formula;
use handgrad::judge::{Answer, Checked, Finding, Mark, Marked, Marker, Verdict, published};
use handgrad::lesson::Lesson;
use handgrad::messages::{Language, Messages};
use handgrad::number::{Exact, Format};
use handgrad::practice::words;
use handgrad::scenario::{LESSONS, PUBLISHED, Published, PublishedKind, Scenario, Source, read};

/// Where the part begins that is written by hand.
const BY_HAND: &str = "## What is not there\n";

/// A computed value has as many decimals more than the printed one.
const MORE_DECIMALS: u32 = 3;

/// So late an epoch is not marked here: every mistake would have to be trained with as long.
const LATE_EPOCH: u64 = 1_000;

/// One example.
struct Example {
    path: String,
    name: &'static str,
    scenario: Scenario,
    checked: Vec<Checked>,
    /// What `handgrad verify` says of each number, were it on a sheet with the others.
    marks: Vec<Option<Marked>>,
}

/// How many numbers agree in each way.
#[derive(Clone, Copy, Default)]
struct Counts([usize; 5]);

const HEADINGS: [&str; 5] = ["right", "rounded", "cut", "float", "errata"];

impl Counts {
    fn of(example: &Example) -> Self {
        let mut counts = Self::default();
        for checked in &example.checked {
            let at = match checked.finding {
                Finding::Agrees(Verdict::Right) => 0,
                Finding::Agrees(Verdict::Rounded) => 1,
                Finding::Agrees(Verdict::Cut) => 2,
                Finding::Agrees(Verdict::Float) => 3,
                Finding::Erratum | Finding::ErratumByRounding => 4,
                finding => panic!("{}: {finding:?}", example.name),
            };
            counts.0[at] += 1;
        }
        counts
    }

    fn plus(self, other: Self) -> Self {
        let mut sum = self;
        sum.0.iter_mut().zip(other.0).for_each(|(sum, other)| *sum += other);
        sum
    }

    /// The counts as cells; what there is none of is left blank.
    fn cells(self) -> String {
        let cell = |count: usize| if count == 0 { String::new() } else { count.to_string() };
        self.0.map(cell).join(" | ")
    }
}

fn judged(folder: &str, name: &'static str, text: &str) -> Example {
    let scenario = read(text).unwrap_or_else(|_| panic!("{name}"));
    let mut lesson = Lesson::new(scenario.clone(), None);
    let checked = published(&mut lesson).into_iter().map(|checked| checked.unwrap_or_else(|_| panic!("{name}")));
    let checked = checked.collect();
    let marks = marks(&scenario, &mut lesson);
    Example { path: format!("../scenarios/{folder}{name}.yaml"), name, scenario, checked, marks }
}

/// Marks what was printed as if it were the sheet of a learner, where anything of it is an erratum.
fn marks(scenario: &Scenario, lesson: &mut Lesson) -> Vec<Option<Marked>> {
    if !scenario.published.iter().any(|entry| matches!(entry.kind, PublishedKind::Erratum(_))) {
        return vec![None; scenario.published.len()];
    }
    let is_late = |what: &Formula| {
        let mut is_late = false;
        what.each_name(&mut |name| {
            let epoch = name.as_str().split_once('@').and_then(|(_, epoch)| epoch.parse::<u64>().ok());
            is_late |= epoch.is_some_and(|epoch| epoch >= LATE_EPOCH);
        });
        is_late
    };
    let answers: Vec<Answer> = scenario
        .published
        .iter()
        .filter(|entry| !is_late(&entry.what))
        .map(|entry| Answer { what: entry.what.clone(), value: Some(entry.value.into()) })
        .collect();
    let mut marked = Marker::default().mark_sheet(lesson, &answers).into_iter();
    let next = |entry: &Published| if is_late(&entry.what) { None } else { marked.next()?.ok() };
    scenario.published.iter().map(next).collect()
}

/// What marking says of a number.
fn said(example: &Example, marked: Option<&Marked>, messages: &Messages) -> String {
    let Some(marked) = marked else { return "late, not marked here".to_owned() };
    let cause = |cause| words::cause(messages, &example.scenario.practice, cause);
    let causes: Vec<String> = marked.causes.iter().map(cause).collect();
    match marked.mark {
        Mark::Mistake | Mark::Convention => causes.join("; "),
        mark => words::mark(messages, mark),
    }
}

/// Every published example, and every lesson with printed numbers, judged on all cores.
fn examples() -> Vec<Example> {
    let lessons = LESSONS.iter().map(|&(name, text)| ("", name, text));
    let all: Vec<_> = lessons.chain(PUBLISHED.iter().map(|&(name, text)| ("published/", name, text))).collect();
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let part = all.len().div_ceil(workers);
    let mut examples: Vec<Example> = thread::scope(|scope| {
        let work = |part: &'static [(&str, &'static str, &str)]| {
            part.iter().map(|&(folder, name, text)| judged(folder, name, text)).collect::<Vec<_>>()
        };
        let all: &'static [_] = all.leak();
        let running: Vec<_> = all.chunks(part).map(|part| scope.spawn(move || work(part))).collect();
        running.into_iter().flat_map(|part| part.join().unwrap()).collect()
    });
    examples.retain(|example| example.path.contains("/published/") || !example.checked.is_empty());
    examples
}

fn english(text: Option<&handgrad::scenario::Text>) -> String {
    text.map(|text| text.in_language("en").replace('|', "\\|").replace('\n', " ")).unwrap_or_default()
}

/// Who printed it, what it is called, when, and where it can be read.
fn source(source: &Source) -> String {
    let title = english(source.title.as_ref());
    let url = english(source.url.as_ref());
    let title = if url.is_empty() { title } else { format!("[{title}]({url})") };
    // A project is the author of its own pages.
    let author = english(source.author.as_ref());
    let author = if title.trim_start_matches('[').starts_with(&author) { String::new() } else { author };
    let parts = [author, title, english(source.year.as_ref())];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn errata(example: &Example, page: &mut String) {
    let printed = example.scenario.published.iter().zip(&example.checked);
    let messages = Messages::new(Language::English);
    let errata: Vec<_> = printed
        .zip(&example.marks)
        .filter_map(|((entry, checked), marked)| match &entry.kind {
            PublishedKind::Erratum(why) => Some((entry, checked, marked.as_ref(), why)),
            _ => None,
        })
        .collect();
    if errata.is_empty() {
        return;
    }
    let _ = writeln!(page, "### {}\n", example.name);
    let _ = writeln!(page, "| step | printed | computed | marked as | cause |\n| --- | --- | --- | --- | --- |");
    for (entry, checked, marked, why) in errata {
        let printed = Exact::from(entry.value);
        let format = Format::decimals(printed.scale() + MORE_DECIMALS);
        let written = checked.value.written(format).expect("digits that are certain");
        let by_rounding = if checked.finding == Finding::ErratumByRounding { " ~" } else { "" };
        let what = entry.what.to_string().replace('|', "\\|");
        let said = said(example, marked, &messages).replace('|', "\\|");
        let why = english(Some(why));
        let _ = writeln!(page, "| `{what}` | {printed} | {written}{by_rounding} | {said} | {why} |");
    }
    page.push('\n');
}

/// All of the page but what is written by hand.
fn made(examples: &[Example]) -> String {
    let mut page = "# Published examples\n\n\
        This page is made from the scenarios; `UPDATE_PUBLISHED=1 cargo test page_of_published` makes it anew.\n\n\
        Numbers that books, lectures and posts have printed, computed again and judged by `handgrad check`. A number is\n\
        *right* where it is the exact result, rounded to the digits that were printed; *rounded* where it follows from\n\
        the numbers printed before it, within their last digits; *cut* where it is the exact result, cut off; *float*\n\
        where it was printed from binary floats, and 12 significant digits agree. An *erratum* is none of these, or\n\
        is one all the same, though rounding on the way could have led to it (marked ~). What `handgrad verify` says of an\n\
        erratum on a sheet of all numbers of its source stands beside it: the mistake that makes just this number, that it\n\
        follows from one before, or plainly that it is wrong. An\n\
        example without counts is computed too, but its numbers were not seen in print.\n\n"
        .to_owned();
    let total = examples.iter().map(Counts::of).fold(Counts::default(), Counts::plus);
    let _ = writeln!(page, "| example | source | {} |", HEADINGS.join(" | "));
    let _ = writeln!(page, "| --- | --- | {} |", HEADINGS.map(|_| "---:").join(" | "));
    for example in examples {
        let source = example.scenario.source.as_ref().map(source).unwrap_or_default();
        let counts = Counts::of(example).cells();
        let _ = writeln!(page, "| [{}]({}) | {source} | {counts} |", example.name, example.path);
    }
    let printed: usize = total.0.iter().sum();
    let _ = writeln!(page, "| **{} examples** | **{printed} printed numbers** | {} |", examples.len(), total.cells());
    page.push_str("\n## Errata\n\n");
    for example in examples {
        errata(example, &mut page);
    }
    page
}

#[test]
fn the_page_of_published_examples_is_what_the_scenarios_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/published.md");
    let written = fs::read_to_string(&path).unwrap_or_default();
    let by_hand = written.find(BY_HAND).map_or(BY_HAND, |at| &written[at..]);
    let page = made(&examples()) + by_hand;
    if std::env::var_os("UPDATE_PUBLISHED").is_some() {
        fs::write(&path, &page).unwrap();
    }
    let written = fs::read_to_string(path).unwrap_or_default();
    assert_eq!(written, page, "make docs/published.md anew with UPDATE_PUBLISHED=1 cargo test page_of_published");
}

#[test]
fn every_example_that_somebody_published_says_who() {
    for (name, text) in PUBLISHED {
        let scenario = read(text).unwrap();
        let source = scenario.source.unwrap_or_else(|| panic!("{name} has no source"));
        assert!(source.title.is_some(), "{name}");
    }
}
