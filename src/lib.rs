//! Backpropagation by hand, in a terminal, every digit right.
//!
//! One idea carries the house: *a lesson is a program, and there is only one*. ARCHITECTURE.md shows
//! the rooms and which way their arrows point.

pub mod cli;
pub mod course;
pub mod definitions;
pub mod export;
pub mod families;
pub mod formula;
pub mod judge;
pub mod keys;
pub mod lesson;
pub mod messages;
pub mod number;
pub mod practice;
pub mod program;
pub mod run;
pub mod sanitize;
pub mod scenario;
pub mod store;
pub mod study;
pub mod tui;
