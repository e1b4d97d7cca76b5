//! What a sheet gives: the numbers that are the same for all samples, and those of each.

use super::Notated;
use crate::formula::Name;
use crate::lesson::{Lesson, Relation};
use crate::program::GivenKind;
use crate::run::{Halt, LineOf, Moment};

/// More samples are not listed.
const MOST_SAMPLES: u64 = 100;

/// All that is given.
#[derive(Clone, Debug, Default)]
pub struct Givens {
    /// The epoch as which they stand.
    pub epoch: u64,
    /// What is the same for all samples; with a single sample that of the sample too.
    pub shared: Vec<Given>,
    /// What differs from sample to sample, where there are several.
    pub columns: Vec<Notated>,
    /// The samples.
    pub samples: Vec<SampleRow>,
    /// How many samples are not listed.
    pub more: u64,
}

/// A name and its number.
#[derive(Clone, Debug)]
pub struct Given {
    /// The name.
    pub symbol: Notated,
    /// How it is tied to its number.
    pub relation: Relation,
    /// The number.
    pub value: Notated,
}

/// The numbers of a sample.
#[derive(Clone, Debug)]
pub struct SampleRow {
    /// Its number.
    pub number: u64,
    /// Whether it is never trained on.
    pub is_validation: bool,
    /// Its numbers, in the order of the columns.
    pub values: Vec<Notated>,
}

impl Givens {
    pub(super) fn of(lesson: &mut Lesson, epoch: u64) -> Result<Self, Halt> {
        let of_sample = |kind| matches!(kind, GivenKind::Input(_) | GivenKind::Target(_));
        let names = |lesson: &Lesson, wanted: bool| -> Vec<Name> {
            let given = lesson.program().givens.iter().filter(|given| of_sample(given.kind) == wanted);
            given.map(|given| given.name.clone()).collect()
        };
        let (in_sample, mut shared) = (names(lesson, true), names(lesson, false));
        if !lesson.program().trained.is_empty() {
            shared.extend(lesson.program().rule.fixed_names().cloned());
        }
        let validation = lesson.validation();
        let has_table = !in_sample.is_empty() && (lesson.samples() > 1 || !validation.is_empty());
        if !has_table {
            shared.splice(0..0, in_sample.iter().cloned());
        }
        let moment = |sample| Moment { epoch, line: LineOf::Sample(sample) };
        let mut givens = Self { epoch, ..Self::default() };
        for name in shared {
            if let Some((relation, value)) = value(lesson, moment(1), &name)? {
                givens.shared.push(Given { symbol: Notated::name(lesson, &name), relation, value });
            }
        }
        if !has_table {
            return Ok(givens);
        }
        givens.columns = in_sample.iter().map(|name| Notated::name(lesson, name)).collect();
        let all = (1..=lesson.samples()).chain(validation.clone());
        givens.more = (lesson.samples() + validation.end - validation.start).saturating_sub(MOST_SAMPLES);
        for number in (0..MOST_SAMPLES).zip(all).map(|(_, number)| number) {
            let mut values = Vec::with_capacity(in_sample.len());
            for name in &in_sample {
                let known = value(lesson, moment(number), name)?;
                values.push(known.map_or_else(|| Notated::number(""), |(_, value)| value));
            }
            givens.samples.push(SampleRow { number, is_validation: validation.contains(&number), values });
        }
        Ok(givens)
    }
}

/// A number as the scenario writes it, whole; what training has made of it is as long as a result.
fn value(lesson: &mut Lesson, moment: Moment, name: &Name) -> Result<Option<(Relation, Notated)>, Halt> {
    if moment.epoch == 1
        && let Some(exact) = lesson.run().given(moment, name.as_str())?
    {
        return Ok(Some((Relation::Equal, Notated::number(&exact.to_string()))));
    }
    let shown = lesson.value(moment, name.as_str())?;
    Ok(shown.ok().map(|shown| (Relation::of(shown.written.exact), Notated::shown(&shown))))
}
