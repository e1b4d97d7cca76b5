//! One test binary.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail loudly, its helpers too")]

mod suite {
    mod formula_block;
    mod formula_derive;
    mod formula_latex;
    mod formula_parse;
    mod formula_pictures;
    mod formula_print;
    mod formula_trees;
    mod lesson_words;
    mod messages;
    mod scenario;
    mod scenario_bad_input;
    mod scenario_faults;
    mod screen;
    mod screen_help;
}
