//! Somebody with a home folder, who starts the program again and again.
#![cfg(unix)]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use super::terminal::Terminal;

/// A user with a home.
pub(crate) struct User {
    pub(crate) home: TempDir,
}

impl User {
    pub(crate) fn new() -> Self {
        Self { home: TempDir::new().unwrap() }
    }

    /// The folder in which the program remembers things.
    pub(crate) fn state(&self) -> PathBuf {
        self.home.path().join("state/handgrad")
    }

    /// The folder of the user's settings.
    pub(crate) fn configuration(&self) -> PathBuf {
        self.home.path().join("config/handgrad")
    }

    pub(crate) fn opens(&self, arguments: &[&str]) -> Terminal {
        Terminal::at_home(self.home.path(), Path::new(env!("CARGO_MANIFEST_DIR")), arguments, &[])
    }

    /// Runs the program with lines piped into it.
    pub(crate) fn runs(&self, arguments: &[&str], input: &str) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_handgrad"));
        command.args(arguments).args(["--lang", "en"]).current_dir(env!("CARGO_MANIFEST_DIR"));
        command.env("HOME", self.home.path()).env("XDG_STATE_HOME", self.home.path().join("state"));
        command.env("XDG_CONFIG_HOME", self.home.path().join("config"));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    }

    pub(crate) fn says(&self, arguments: &[&str], input: &str) -> String {
        let output = self.runs(arguments, input);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }
}

/// Waits until a text stands on the screen.
pub(crate) fn sees(terminal: &Terminal, text: &str) {
    terminal.wait_for(text, |screen| screen.contents().replace('\n', " ").contains(text));
}
