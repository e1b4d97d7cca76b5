//! The command line: what a learner types becomes a call, what comes back becomes text and an exit code.

pub mod report;
