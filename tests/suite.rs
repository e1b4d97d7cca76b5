//! One test binary.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail loudly, its helpers too")]

mod suite {
    mod number_digits;
    mod number_formulas;
    mod number_operations;
    mod number_oracle;
    mod number_wild;
}
