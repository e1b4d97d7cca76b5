//! `handgrad list`: the course in the order in which to take it, or the published examples by source.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use unicode_width::UnicodeWidthStr as _;

use super::failure::Failure;
use crate::course::{Course, Group, Topic, Unit, level_words};
use crate::messages::Messages;
use crate::sanitize::sanitize;
use crate::scenario::{LoadError, Origin};

/// The folder that is looked into beside the built-in lessons.
pub(super) const OWN_FOLDER: &str = "scenarios";

/// List the lessons in the order in which to take them.
#[derive(Args, Debug)]
pub(super) struct List {
    /// A folder of scenarios: only these; otherwise the built-in lessons and those in `./scenarios`
    #[arg(value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub(super) folder: Option<PathBuf>,

    /// List the published examples that were recomputed, by source
    #[arg(long, conflicts_with = "folder")]
    pub(super) published: bool,
}

/// `handgrad list`
pub(super) fn list(list: &List, messages: &Messages) -> Result<(), Failure> {
    let course = match &list.folder {
        Some(folder) => folder_course(folder)?,
        None => Course::with_folder(Path::new(OWN_FOLDER)),
    };
    let mut output = BufWriter::new(io::stdout().lock());
    write(&course, list, messages, &mut output)?;
    Ok(output.flush()?)
}

/// The course of a folder that can be read.
fn folder_course(folder: &Path) -> Result<Course, Failure> {
    match std::fs::read_dir(folder) {
        Ok(_) => Ok(Course::of_folder(folder)),
        Err(error) => Err(Failure::Load(LoadError::Unreadable { origin: Origin::File(folder.into()), error })),
    }
}

fn write(course: &Course, list: &List, messages: &Messages, output: &mut impl Write) -> io::Result<()> {
    let groups: Vec<&Group> = course.groups().iter().filter(|group| group.is_published() == list.published).collect();
    let rows = |group: &Group| group.lessons.iter().map(|unit| row(unit, messages)).collect::<Vec<_>>();
    let rows: Vec<Vec<[String; 4]>> = groups.iter().map(|group| rows(group)).collect();
    let widest = |column: usize| rows.iter().flatten().map(|row| row[column].width()).max().unwrap_or_default();
    let widths = [widest(0), widest(1), widest(2)];
    for (number, (group, rows)) in groups.iter().zip(&rows).enumerate() {
        if number > 0 {
            writeln!(output)?;
        }
        writeln!(output, "{}", one_line(&group.title(messages)))?;
        if let Some(purpose) = group.purpose(messages) {
            writeln!(output, "{}", one_line(&purpose))?;
        }
        for [name, title, steps, rest] in rows {
            let line = format!(
                "  {name}{}  {title}{}  {}{steps}  {rest}",
                pad(widths[0], name),
                pad(widths[1], title),
                pad(widths[2], steps)
            );
            writeln!(output, "{}", line.trim_end())?;
        }
    }
    let published = course.groups().iter().filter(|group| matches!(group.topic, Topic::Source(_)));
    let count: usize = published.map(|group| group.lessons.len()).sum();
    if groups.is_empty() {
        writeln!(output, "{}", messages.text("course-nothing-in-folder", &[]))?;
    } else if !list.published {
        writeln!(output)?;
        if count > 0 {
            writeln!(output, "{}", messages.text("course-list-published", &[("count", count.into())]))?;
        }
        writeln!(output, "{}", messages.text("course-list-open", &[]))?;
    }
    Ok(())
}

/// Name, title, steps; minutes and level.
fn row(unit: &Unit, messages: &Messages) -> [String; 4] {
    let name = sanitize(&unit.name).into_owned();
    let Some(size) = unit.size() else {
        return [name, messages.text("course-unreadable", &[]), String::new(), String::new()];
    };
    let level = unit.level().map(|level| format!("  {}", level_words(level, messages)));
    let rest = format!("{}{}", size.minutes_words(messages), level.unwrap_or_default());
    [name, one_line(&unit.title(messages)), size.steps_words(messages), rest]
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn pad(width: usize, text: &str) -> String {
    " ".repeat(width.saturating_sub(text.width()))
}
