//! The `handgrad` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    handgrad::cli::main()
}
