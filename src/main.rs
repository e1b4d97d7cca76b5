//! The `handgrad` program.

fn main() {}
