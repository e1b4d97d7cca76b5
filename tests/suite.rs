//! One test binary.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail loudly, its helpers too")]

mod suite {
    mod architecture;
    mod check;
    mod cli;
    mod cli_faults;
    mod closing_lines;
    mod command;
    mod definition_lessons;
    mod definitions;
    mod expand;
    mod formula_block;
    mod formula_derive;
    mod formula_latex;
    mod formula_parse;
    mod formula_pictures;
    mod formula_print;
    mod formula_slopes;
    mod formula_trees;
    mod given_gradients;
    mod graphs;
    mod judge;
    mod lesson_snapshots;
    mod lesson_words;
    mod lesson_words_true;
    mod look_ahead;
    mod mazur_truth;
    mod messages;
    mod networks;
    mod number_digits;
    mod number_formulas;
    mod number_operations;
    mod number_oracle;
    mod number_wild;
    mod optimizer_lessons;
    mod optimizers;
    mod program_graph_names;
    mod program_names;
    mod program_order;
    mod program_slopes;
    mod run_extremes;
    mod run_gradients;
    mod run_tape;
    mod run_training;
    mod scenario;
    mod scenario_bad_input;
    mod scenario_faults;
    mod screen;
    mod screen_every;
    mod screen_help;
    mod screen_keys;
    mod screen_views;
    mod speed;
    mod study;
    mod terminal;
}
