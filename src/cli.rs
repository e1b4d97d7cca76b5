//! The command line: what a learner types becomes a call, what comes back becomes text and an exit code.

mod arguments;
mod check;
mod export;
mod failure;
mod keys;
mod list;
mod memory;
mod new;
mod plain;
mod practice;
mod print;
mod progress;
pub mod report;
mod review;
mod seed;
mod setup;
mod train;
mod verify;
mod worksheet;

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

use crate::lesson::Lesson;
use crate::messages::{Language, Messages};
use crate::sanitize::sanitize;
use crate::scenario::{self, Loaded, Origin};
use crate::store::Folders;
use crate::tui;
use arguments::{Arguments, Color, Command, Common};
use failure::Failure;

/// Does what the command line says, and tells how it went by the exit code.
#[must_use]
pub fn main() -> ExitCode {
    let given: Vec<OsString> = std::env::args_os().collect();
    let arguments = match Arguments::try_parse_from(&given) {
        Ok(arguments) => arguments,
        Err(error) => {
            let error = harmless(error.kind(), &given);
            // Asking for help is no error, and a pipe that is closed early is none either.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let messages = Messages::new(language(&arguments.common));
    match run(&arguments, &messages) {
        Ok(code) => code,
        Err(failure) => failure.report(&messages, uses_color(&arguments.common, &io::stderr())),
    }
}

/// Returns an error of the same kind in which what the arguments say is visible text: a terminal obeys none of it.
fn harmless(kind: ErrorKind, given: &[OsString]) -> clap::Error {
    let visible: Vec<String> = given.iter().map(|text| sanitize(&text.to_string_lossy()).into_owned()).collect();
    match Arguments::try_parse_from(visible) {
        Err(harmless) => harmless,
        // Written out, the arguments are fine, so that nothing of them can be repeated.
        Ok(_) => clap::Error::new(kind),
    }
}

fn run(arguments: &Arguments, messages: &Messages) -> Result<ExitCode, Failure> {
    let common = &arguments.common;
    if let (Some(scenario), Some(_)) = (&arguments.scenario, &arguments.command) {
        let sentence = messages.text("command-scenario-first", &[("scenario", scenario.into())]);
        return Err(Failure::Refused(2, sentence));
    }
    let done = match &arguments.command {
        Some(Command::Check(check)) => return check::check(&check.scenarios, common, messages),
        Some(Command::Verify(verify)) => return verify::verify(verify, common, messages),
        Some(Command::Show(show)) => print::show(load(&show.scenario, common)?, show, common, messages),
        Some(Command::Trace(trace)) => print::trace(load(&trace.scenario, common)?, trace, messages),
        Some(Command::Export(export)) => export::export(load(&export.scenario, common)?, export.format, messages),
        Some(Command::Train(train)) => train::train(load(&train.scenario, common)?, train, messages),
        Some(Command::Practice(asked)) => practice::practice(asked, common, messages),
        Some(Command::Review(asked)) => review::review(asked, common, messages),
        Some(Command::Progress(asked)) => progress::progress(asked, messages),
        Some(Command::List(asked)) => list::list(asked, messages),
        Some(Command::New(new)) => new::new(new, messages),
        Some(Command::Schema) => print::schema(),
        Some(Command::Completions { shell }) => setup::completions(*shell),
        Some(Command::Man) => setup::man(),
        Some(Command::Worksheet(asked)) => worksheet::worksheet(&load_from(&asked.scenario)?, asked, common, messages),
        None => open(arguments, messages),
    };
    done.map(|()| ExitCode::SUCCESS)
}

/// Opens the screen; without a terminal the lesson is printed instead.
fn open(arguments: &Arguments, messages: &Messages) -> Result<(), Failure> {
    let common = &arguments.common;
    let has_screen = !arguments.plain && tui::is_there();
    let start = match &arguments.scenario {
        Some(name) => {
            let watch = tui::Watch::of(Path::new(name));
            let loaded = load_from(name)?;
            // A prompt is of use to somebody who sees it and can answer.
            if arguments.plain && io::stdin().is_terminal() && io::stdout().is_terminal() {
                let (input, output) = (&mut io::stdin().lock(), &mut io::stdout().lock());
                let lesson = Lesson::new(loaded.scenario, common.decimals);
                return plain::step_through(lesson, common, messages, input, output);
            }
            if !has_screen {
                return print::whole(Lesson::new(loaded.scenario, common.decimals), common, messages);
            }
            let watch = matches!(loaded.origin, Origin::File(_)).then_some(watch);
            tui::Start::Lesson(Box::new(loaded), watch)
        }
        None if has_screen => tui::Start::Picker,
        None => return list::list(&list::List { folder: None, published: false }, messages),
    };
    tui::run(start, options(common, messages), habits(messages)?).map_err(Failure::Output)
}

/// How the screen is to look and speak.
fn options(common: &Common, messages: &Messages) -> tui::Options {
    let color = uses_color(common, &io::stdout());
    tui::Options { language: messages.language(), ascii: uses_ascii(common), color, decimals: common.decimals }
}

/// What the user has set and what is remembered; nothing for a user without a home.
fn habits(messages: &Messages) -> Result<tui::Habits, Failure> {
    let Some(folders) = Folders::of_user() else { return Ok(tui::Habits::default()) };
    let keymap = keys::load(&folders.configuration, messages)?;
    let memory = Box::new(memory::Remembered::open(&folders, messages.language()));
    Ok(tui::Habits { keymap, memory: Some(memory), ..tui::Habits::default() })
}

fn load(name: &str, common: &Common) -> Result<Lesson, Failure> {
    load_from(name).map(|loaded| Lesson::new(loaded.scenario, common.decimals))
}

fn load_from(name: &str) -> Result<Loaded, Failure> {
    scenario::load(name, io::stdin().lock()).map_err(Failure::Load)
}

/// The language asked for, else that of the locale, else English.
fn language(common: &Common) -> Language {
    let of_locale = || sys_locale::get_locale().and_then(|tag| Language::from_tag(&tag));
    common.lang.or_else(of_locale).unwrap_or(Language::English)
}

/// Whether the screen is drawn in ASCII: as asked for, or because the terminal cannot show other signs.
fn uses_ascii(common: &Common) -> bool {
    common.ascii || has_only_ascii(|name| std::env::var(name).ok())
}

/// Whether a terminal shows ASCII alone, by its name and by the language that is set; where nothing is set, it is
/// taken for one that shows everything.
fn has_only_ascii(variable: impl Fn(&str) -> Option<String>) -> bool {
    if matches!(variable("TERM").as_deref(), Some("dumb" | "linux")) {
        return true;
    }
    let set = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(variable).find(|value| !value.is_empty());
    set.is_some_and(|value| !value.to_ascii_lowercase().replace('-', "").contains("utf8"))
}

fn uses_color(common: &Common, stream: &impl IsTerminal) -> bool {
    match common.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => stream.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
    }
}

#[cfg(test)]
mod tests {
    use super::has_only_ascii;

    #[test]
    fn ascii_is_chosen_where_a_terminal_shows_nothing_else() {
        let with = |set: &[(&str, &str)]| {
            let of = |name: &str| set.iter().find(|(other, _)| *other == name).map(|(_, value)| (*value).to_owned());
            has_only_ascii(of)
        };
        assert!(with(&[("LC_ALL", "C"), ("LANG", "en_GB.UTF-8")]), "the first that is set decides");
        assert!(with(&[("TERM", "linux"), ("LANG", "en_GB.UTF-8")]));
        assert!(with(&[("TERM", "dumb")]));
        assert!(with(&[("LANG", "de_DE.ISO-8859-1")]));
        assert!(!with(&[("LC_ALL", ""), ("LANG", "zh_CN.utf8"), ("TERM", "xterm-256color")]));
        assert!(!with(&[("LC_ALL", "C.UTF-8")]));
        assert!(!with(&[]));
    }
}
