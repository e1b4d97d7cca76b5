//! What a shell and `man` are told of the program: made of the one table of arguments.

use std::io::{self, Write as _};

use anyhow::Context as _;
use clap::{Command, CommandFactory as _};
use clap_complete::Shell;
use clap_mangen::Man;

use super::arguments::Arguments;
use super::failure::Failure;

/// `handgrad completions`
pub(super) fn completions(shell: Shell) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "handgrad", &mut script);
    write(&script)
}

/// `handgrad man`: the page of the program, and behind it one for every command.
pub(super) fn man() -> Result<(), Failure> {
    let mut command = Arguments::command();
    command.build();
    let mut pages = Vec::new();
    render(&command, &mut pages)?;
    for one in command.get_subcommands().filter(|one| one.get_name() != "help") {
        render(one, &mut pages)?;
    }
    write(&pages)
}

fn render(command: &Command, pages: &mut Vec<u8>) -> Result<(), Failure> {
    Man::new(command.clone()).render(pages).context("man").map_err(Failure::Output)
}

fn write(bytes: &[u8]) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    output.write_all(bytes)?;
    Ok(output.flush()?)
}
