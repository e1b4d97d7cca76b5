//! Opens pages: reads the run at rising precision until every digit that a page shows is certain.

use std::collections::HashMap;

use super::{Lesson, Page, Position, Shown, drift, work};
use crate::formula::Name;
use crate::number::{Assumed, Exact, Fault, Format, Number, Outcome, Question, Written};
use crate::program::Step;
use crate::run::{Decision, Halt, LineOf, Moment, Reading};

impl Lesson {
    /// The page of a step.
    ///
    /// # Errors
    /// Where training ends before its epoch or batch, or the lesson has no such step.
    pub fn page(&mut self, position: Position) -> Result<Option<Page>, Halt> {
        // A screen draws the same page again for every key of a dialog.
        if let Some(page) = self.last_page.as_ref().filter(|page| page.position == position) {
            return Ok(Some(page.clone()));
        }
        let Some(step) = self.step(position) else { return Ok(None) };
        self.look_for_stop(position)?;
        let page = self.make_page(position, step)?;
        self.last_page = Some(page.clone());
        Ok(Some(page))
    }

    /// Finds out whether training stops in the epoch of a position, and before it.
    fn look_for_stop(&mut self, position: Position) -> Result<(), Halt> {
        if self.run.setting().stop_below.is_some()
            && let Err(halt) = self.run.state(position.epoch.saturating_add(1))
            && self.stop().is_some_and(|last| position > last)
        {
            return Err(halt);
        }
        Ok(())
    }

    fn make_page(&mut self, position: Position, step: Step) -> Result<Page, Halt> {
        let (moment, at) = self.course.moment(position);
        let givens = self.givens(moment, &step)?;
        let rounding = self.program().rounding(&step);
        let format = rounding.map_or(self.format, drift::format_of);
        let decimals = format.decimals + 20;
        let is_on_paper = self.program().is_on_paper();
        let is_open = self.is_open;
        let shown = |reading: &Reading, number: &Number| match reading.unrounded(at) {
            Ok(before) if is_on_paper => drift::on_paper(number, before),
            _ => number.written(format),
        };
        let worked = |reading: &Reading, result: &Written, finest: bool| {
            let mut known = givens.clone();
            if is_on_paper {
                known.extend(carried(&step, reading, &givens));
            }
            let asked = work::Asked { formula: &step.formula, result, rounding, givens: &known, format, finest };
            if is_open { work::open_work(&asked, reading) } else { work::work(&asked, reading) }
        };
        let read = |reading: &Reading| match reading.step(at) {
            Err(fault) if fault.is_undecided() => None,
            Err(fault) => Some((Err(fault), None, doubt(reading, at))),
            Ok(number) => {
                let written = shown(reading, number)?;
                let work = worked(reading, &written, false)?;
                Some((Ok(Shown { written, unfinished: false }), Some(work), doubt(reading, at)))
            }
        };
        let (result, work, (assumed, rests)) = match self.run.decide(moment, decimals, read)? {
            Decision::Settled(settled) => settled,
            Decision::Open(reading) => {
                let result = match reading.step(at).map(|number| shown(&reading, number)) {
                    Ok(Some(written)) => Ok(Shown { written, unfinished: false }),
                    _ => unfinished(reading.step(at), format),
                };
                let work = result.as_ref().ok().and_then(|shown| worked(&reading, &shown.written, true));
                (result, work, doubt(&reading, at))
            }
        };
        let assumed = assumed.or_else(|| self.taken(moment, &step, at));
        let rests = rests || assumed.is_some();
        let drift = result.as_ref().ok().and_then(|shown: &Shown| self.drift(position, &shown.written.digits));
        let sources = self.sources(moment, &step);
        let uses = self.uses(moment, &step);
        Ok(Page { position, moment, step, result, assumed, rests, drift, work, sources, uses })
    }

    /// What training took for granted in a step beside its value: that it is a tie when it is rounded to be carried on,
    /// or the bound that it is compared with.
    fn taken(&mut self, moment: Moment, step: &Step, at: usize) -> Option<Assumed> {
        let is_loss = self.program().loss.as_ref() == Some(&step.name);
        let (sample, batch) = match moment.line {
            LineOf::Sample(sample) if is_loss => (Some(sample), self.run.setting().batch_of(sample)),
            LineOf::Update(batch) => (None, batch),
            LineOf::Sample(_) | LineOf::Validation => return None,
        };
        // Where training ends in this batch, that is said when somebody goes on from it.
        let taken = self.run.taken(moment.epoch, batch).ok()?;
        taken.iter().find(|taken| taken.sample == sample && taken.step == at).map(|taken| taken.assumed)
    }

    /// The givens that a step reads, with the decimals with which they are written.
    fn givens(&mut self, moment: Moment, step: &Step) -> Result<HashMap<Name, Written>, Halt> {
        let mut givens = HashMap::new();
        for name in step.operands() {
            if let Some(digits) = self.run.given(moment, name.as_str())?
                && self.is_shown_whole(&digits)
            {
                givens.insert(name.clone(), Written { digits, exact: true });
            }
        }
        Ok(givens)
    }

    /// Whether a given is shown as it is written; on paper nothing is rounded but results.
    fn is_shown_whole(&self, given: &Exact) -> bool {
        self.format.shows_all(given) || self.program().is_on_paper()
    }

    /// The value of a given or step as it is shown at a moment.
    ///
    /// # Errors
    /// Where training ends before it.
    pub fn value(&mut self, moment: Moment, name: &str) -> Result<Result<Shown, Fault>, Halt> {
        let format = self.format;
        if let Some(digits) = self.run.given(moment, name)? {
            if self.is_shown_whole(&digits) {
                return Ok(Ok(Shown { written: Written { digits, exact: true }, unfinished: false }));
            }
            return Ok(unfinished(Ok(&Number::Exact(digits)), format));
        }
        let is_on_paper = self.program().is_on_paper();
        let at = if is_on_paper { self.index(moment.line).place(name) } else { None };
        let read = |reading: &Reading| match reading.value(name) {
            Err(fault) if fault.is_undecided() => None,
            Err(fault) => Some(Err(fault)),
            Ok(number) if is_on_paper => {
                let before = at.and_then(|at| reading.unrounded(at).ok()).unwrap_or(number);
                drift::on_paper(number, before).map(|written| Ok(Shown { written, unfinished: false }))
            }
            Ok(number) => number.written(format).map(|written| Ok(Shown { written, unfinished: false })),
        };
        Ok(match self.run.decide(moment, format.decimals + 20, read)? {
            Decision::Settled(settled) => settled,
            Decision::Open(reading) => unfinished(reading.value(name), format),
        })
    }

    /// The value of a name as the picture shows it: none where it is not computed yet at `position`.
    ///
    /// In an update line the picture still shows the last sample of the batch.
    ///
    /// # Errors
    /// Where training ends before it.
    pub fn value_so_far(&mut self, position: Position, name: &str) -> Result<Option<Shown>, Halt> {
        let (moment, at) = self.course.moment(position);
        let sample = match moment.line {
            LineOf::Sample(sample) => sample,
            LineOf::Update(batch) => {
                let batch = self.run.setting().batch(batch);
                batch.first + batch.size - 1
            }
            LineOf::Validation => self.validation().end - 1,
        };
        if self.program().given(name).is_none() {
            let Some(made) = self.program().find(name) else {
                // Where layers are updated one by one, the way back goes on in the update.
                let is_made = self.index(moment.line).place(name).is_some_and(|made| made <= at);
                return if is_made { Ok(self.value(moment, name)?.ok()) } else { Ok(None) };
            };
            let is_missing = match moment.line {
                LineOf::Sample(_) => made > at,
                LineOf::Update(_) | LineOf::Validation => made as u64 >= self.course.steps_of(sample),
            };
            if is_missing {
                return Ok(None);
            }
        }
        let of = Moment { epoch: moment.epoch, line: LineOf::Sample(sample) };
        Ok(self.value(of, name)?.ok())
    }
}

/// What was taken for granted in a step, and whether it rests on anything that was.
fn doubt(reading: &Reading, at: usize) -> (Option<Assumed>, bool) {
    (reading.assumed(at), reading.rests(at))
}

/// The results that a step on paper reads, with the digits that were carried on.
fn carried(step: &Step, reading: &Reading, givens: &HashMap<Name, Written>) -> HashMap<Name, Written> {
    let names = step.operands().into_iter().filter(|name| !givens.contains_key(*name));
    let digits = |name: &Name| {
        let number = reading.value(name.as_str()).ok()?;
        drift::on_paper(number, number)
    };
    names.filter_map(|name| Some((name.clone(), digits(name)?))).collect()
}

/// What is certain of a value that no precision settles.
pub(super) fn unfinished(value: Outcome<&Number>, format: Format) -> Result<Shown, Fault> {
    let number = value?;
    if let Some(written) = number.written(format) {
        return Ok(Shown { written, unfinished: false });
    }
    let digits = number.certain(format.decimals).0.ok_or(Fault::Undecided(Question::Digits))?;
    Ok(Shown { written: Written { digits, exact: false }, unfinished: true })
}
