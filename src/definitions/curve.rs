//! A function of one number and its slope: what every definition comes down to.

use crate::formula::{Formula, Name};

/// A value and its slope, over the names of the definition alone.
///
/// These names are closed: they are put in all at once, so that an input of the same name is never captured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    /// The value: of an activation over `x`, the net; of a loss over `target` and `out`.
    pub value: Formula,
    /// The slope by `x` or `out`; that of an activation may also read `y`, the output.
    pub slope: Formula,
    /// Whether the slope is knowingly not the derivative.
    pub is_surrogate: bool,
}

impl Curve {
    /// A row of a table, with the letters of `settings` put in as numbers.
    pub(super) fn taught(value: &str, slope: &str, settings: &[(&str, &Formula)]) -> Self {
        // Every row of every table is read by a test; a reader's own text never comes this way.
        let read = |text| Formula::parse(text).unwrap_or_else(|_| Formula::number(0));
        let put_in = |formula: Formula| {
            formula.substituted(&|name| {
                settings.iter().find(|(letter, _)| *letter == name.as_str()).map(|(_, number)| (*number).clone())
            })
        };
        Self { value: put_in(read(value)), slope: put_in(read(slope)), is_surrogate: false }
    }

    /// The value with the names of a step put in.
    #[must_use]
    pub fn value_of(&self, names: &[(&str, &Name)]) -> Formula {
        with_names(&self.value, names)
    }

    /// The slope with the names of a step put in.
    #[must_use]
    pub fn slope_of(&self, names: &[(&str, &Name)]) -> Formula {
        with_names(&self.slope, names)
    }

    /// Whether the slope is 0 everywhere, so that no error ever comes through.
    #[must_use]
    pub fn is_flat(&self) -> bool {
        self.slope == Formula::number(0)
    }
}

fn with_names(formula: &Formula, names: &[(&str, &Name)]) -> Formula {
    formula.substituted(&|name| {
        names.iter().find(|(own, _)| *own == name.as_str()).map(|(_, actual)| Formula::Name((*actual).clone()))
    })
}
