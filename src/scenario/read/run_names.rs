//! Names of runs in formulas: `E_total/tanh#2` is one name where the lesson has a run `tanh`, and a division elsewhere.

use crate::formula::{Factor, Formula, Function, Name, ParseFault, Term};

/// Reads a formula over steps, of the lesson and of its other `runs`.
///
/// # Errors
///
/// The first thing that is wrong with the text, and its place.
pub fn formula_over_steps(text: &str, runs: &[Name]) -> Result<Formula, ParseFault> {
    let hidden = Hidden::of(text, runs);
    Formula::parse(&hidden.text).map(|formula| joined(&formula, &hidden))
}

/// A key in which runs that are called like a function stand under another name, equally long, so that it can be parsed.
pub(super) struct Hidden {
    pub(super) text: String,
    /// What stands for each run, and the run.
    names: Vec<(String, Name)>,
}

impl Hidden {
    pub(super) fn of(key: &str, runs: &[Name]) -> Self {
        let mut hidden = Self { text: key.to_owned(), names: Vec::with_capacity(runs.len()) };
        for run in runs {
            let name = run.as_str();
            if Function::from_name(name).is_none() || !key.contains(name) {
                hidden.names.push((name.to_owned(), run.clone()));
                continue;
            }
            let is_free = |other: &String| !key.contains(other) && runs.iter().all(|run| run.as_str() != other);
            let stand_ins = ('A'..='Z').map(|letter| letter.to_string().repeat(name.len()));
            let Some(stand_in) = stand_ins.into_iter().find(is_free) else { continue };
            hidden.hide(name, &stand_in);
            hidden.names.push((stand_in, run.clone()));
        }
        hidden
    }

    /// Puts `stand_in` in the place of `name` where it stands behind `/` and has no brackets.
    fn hide(&mut self, name: &str, stand_in: &str) {
        let part_of_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        let places: Vec<usize> = self.text.match_indices(name).map(|(at, _)| at).collect();
        for at in places {
            let (before, behind) = (&self.text[..at], &self.text[at + name.len()..]);
            let is_run = before.trim_end().ends_with('/')
                && !behind.starts_with(part_of_word)
                && !behind.trim_start().starts_with('(');
            if is_run {
                self.text.replace_range(at..at + name.len(), stand_in);
            }
        }
    }
}

/// The formula with the names of runs joined to the names that they belong to.
pub(super) fn joined(formula: &Formula, runs: &Hidden) -> Formula {
    let inner = |formula: &Formula| joined(formula, runs);
    match formula {
        Formula::Number(_) | Formula::Name(_) => formula.clone(),
        Formula::Negative(negated) => Formula::Negative(Box::new(inner(negated))),
        Formula::Sum(terms) => {
            let term = |term: &Term| Term { minus: term.minus, formula: inner(&term.formula) };
            Formula::Sum(terms.iter().map(term).collect())
        }
        Formula::Product(factors) => product(factors, runs),
        Formula::Power(base, exponent) => Formula::Power(Box::new(inner(base)), Box::new(inner(exponent))),
        Formula::Call(function, arguments) => Formula::Call(*function, arguments.iter().map(inner).collect()),
    }
}

fn product(factors: &[Factor], runs: &Hidden) -> Formula {
    let mut all: Vec<Factor> = Vec::with_capacity(factors.len());
    for factor in factors {
        let joint = match (&factor.formula, all.last()) {
            (Formula::Name(run), Some(Factor { formula: Formula::Name(name), .. })) if factor.over => {
                join(name, run, runs)
            }
            _ => None,
        };
        match (joint, all.last_mut()) {
            (Some(name), Some(last)) => last.formula = Formula::Name(name),
            _ => all.push(Factor { over: factor.over, formula: joined(&factor.formula, runs) }),
        }
    }
    match all.as_slice() {
        [Factor { over: false, formula }] => formula.clone(),
        _ => Formula::Product(all),
    }
}

/// `E_total` and `tanh#2@10` as one name, where `tanh` is a run and the first has no marks yet.
fn join(name: &Name, run: &Name, runs: &Hidden) -> Option<Name> {
    let plain = run.as_str().split(['#', '@']).next()?;
    let is_plain = !name.as_str().contains(['#', '@', '/']);
    let known = runs.names.iter().find(|(written, _)| written == plain).map(|(_, run)| run)?;
    let marks = &run.as_str()[plain.len()..];
    is_plain.then(|| Name::new(format!("{name}/{known}{marks}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_behind_a_name_belongs_to_it_and_anything_else_is_a_division() {
        let runs = [Name::new("tanh"), Name::new("slow")];
        let read = |text: &str| {
            assert_eq!(Hidden::of(text, &runs).text.len(), text.len());
            formula_over_steps(text, &runs).unwrap()
        };
        let name = |text: &str| Formula::Name(Name::new(text));
        assert_eq!(read("E_total/tanh"), name("E_total/tanh"));
        assert_eq!(read("E_total/slow#2@10"), name("E_total/slow#2@10"));
        assert_eq!(read("E_total/tanh - E_total"), name("E_total/tanh").minus(name("E_total")));
        assert_eq!(read("a*b/tanh/c"), Formula::product([name("a"), name("b/tanh")]).divided_by(name("c")));
        for division in ["a/b", "a#1/slow", "slow/a", "(a + b)/slow", "2/slow", "E_total/tanh(a)", "a/tanhx"] {
            assert_eq!(read(division), Formula::parse(division).unwrap(), "{division}");
        }
    }
}
