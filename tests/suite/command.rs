//! Calls of the program as a learner or a script makes them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A call that is still being written.
pub(super) struct Call {
    command: Command,
    input: String,
}

/// What came of it.
pub(super) struct Outcome {
    pub(super) code: i32,
    pub(super) stdout: String,
    pub(super) stderr: String,
}

/// A call with these arguments, in English, without a terminal.
pub(super) fn handgrad(arguments: &[&str]) -> Call {
    let mut command = Command::new(env!("CARGO_BIN_EXE_handgrad"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    command.env_remove("LANGUAGE").env_remove("NO_COLOR").env("LC_ALL", "en_US.UTF-8").env("LANG", "en_US.UTF-8");
    Call { command, input: String::new() }
}

impl Call {
    /// What it reads from standard input.
    pub(super) fn stdin(mut self, input: &str) -> Self {
        self.input.push_str(input);
        self
    }

    /// In another folder.
    pub(super) fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// With a variable of the environment.
    pub(super) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// Makes the call.
    pub(super) fn run(mut self) -> Outcome {
        let mut command = assert_cmd::Command::from_std(std::mem::replace(&mut self.command, Command::new("")));
        let output = command.write_stdin(self.input).output().expect("the program starts");
        Outcome::of(&output)
    }

    /// Makes the call, and expects it to go well and to say nothing about it; gives what it printed.
    pub(super) fn prints(self) -> String {
        let outcome = self.run();
        assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
        outcome.stdout
    }

    /// Makes the call, and expects it to print nothing and to fail with that code; gives what it said.
    pub(super) fn fails(self, code: i32) -> String {
        let outcome = self.run();
        assert_eq!((outcome.code, outcome.stdout.as_str()), (code, ""), "{}", outcome.stderr);
        outcome.stderr
    }

    /// Makes the call, and closes the pipe behind it before anything is read.
    pub(super) fn into_a_closed_pipe(mut self) -> Outcome {
        self.command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().expect("the program starts");
        drop(child.stdout.take());
        Outcome::of(&child.wait_with_output().expect("the program ends"))
    }
}

impl Outcome {
    fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
        let code = output.status.code().unwrap_or_else(|| panic!("{output:?}"));
        Self { code, stdout: text(&output.stdout), stderr: text(&output.stderr) }
    }
}

/// A file of the tests.
pub(super) fn file(path: &str) -> String {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests").join(path).to_str().expect("UTF-8").to_owned()
}
