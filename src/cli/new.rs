//! `handgrad new`: a commented scenario to begin with, in a file of its own.

mod draft;

use std::io::{self, Write as _};
use std::path::Path;

use anyhow::Context as _;
use tempfile::Builder;

use super::arguments::New;
use super::failure::Failure;
use super::report;
use crate::messages::Messages;
use crate::scenario;

/// The longest name of a file.
const LONGEST: usize = 100;

/// Writes the scenario that is asked for, unless it would not pass `check` or stands in the place of another.
pub(super) fn new(new: &New, messages: &Messages) -> Result<(), Failure> {
    let Some(name) = plain_name(&new.name) else {
        let sentence = messages.text("command-new-name", &[("name", (&new.name).into())]);
        return Err(Failure::Refused(2, sentence));
    };
    let file = format!("{name}.yaml");
    let text = draft::draft(new, name, messages);
    if let Err(faults) = scenario::read(&text) {
        let drawn = report::draw(&file, &text, &faults, messages, false);
        let sentence = messages.text("command-new-does-not-fit", &[("file", (&file).into())]);
        return Err(Failure::Refused(2, format!("{drawn}\n\n{sentence}")));
    }
    match write(&file, &text, new.force) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let sentence = messages.text("command-new-exists", &[("file", (&file).into())]);
            return Err(Failure::Refused(4, sentence));
        }
        written => written.with_context(|| file.clone()).map_err(Failure::Output)?,
    }
    writeln!(io::stdout().lock(), "{}", messages.text("command-new-written", &[("file", file.into())]))?;
    Ok(())
}

/// The name without its ending, where it can only mean a file of this folder.
fn plain_name(name: &str) -> Option<&str> {
    let stem = name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml")).unwrap_or(name);
    let begins = stem.starts_with(|first: char| first.is_alphanumeric());
    let is_plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.');
    (begins && stem.len() <= LONGEST && stem.chars().all(is_plain)).then_some(stem)
}

/// Writes a whole file at once: whoever looks sees the old one or the new one, and never a part.
fn write(file: &str, text: &str, force: bool) -> io::Result<()> {
    let mut builder = Builder::new();
    builder.prefix(".handgrad-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As any new file: the system takes away what the user does not want.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut draft = builder.tempfile_in(Path::new("."))?;
    draft.write_all(text.as_bytes())?;
    draft.as_file().sync_all()?;
    let persisted = if force { draft.persist(file) } else { draft.persist_noclobber(file) };
    persisted.map(|_| ()).map_err(|error| error.error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_that_of_a_file_in_this_folder() {
        for (name, plain) in [("first", "first"), ("week-2_b.yaml", "week-2_b"), ("a.b.yml", "a.b"), ("网络", "网络")]
        {
            assert_eq!(plain_name(name), Some(plain));
        }
        let long = "x".repeat(LONGEST + 1);
        for name in ["", ".yaml", "..", "../up", "a/b", "a\\b", "/etc", "-x", ".hidden", "a b", "a\nb", "c:x", &long] {
            assert_eq!(plain_name(name), None, "{name}");
        }
    }
}
