//! Where a mistake is made: everywhere, in one layer, or at one neuron, node or parameter.

use super::{Ground, Ways};
use crate::formula::{Formula, Name};
use crate::program::{Program, RoleKind, Step};

/// Of more single places none is taken.
const MOST_SINGLES: usize = 16;
/// Of more layers none is taken alone.
const MOST_LAYERS: usize = 8;
/// In a program with more steps no single places are taken.
const MOST_STEPS: usize = 2_000;

/// The neuron or node that a step is worked at.
pub(super) fn neuron(step: &Step) -> &Name {
    match step.role.kind {
        RoleKind::ParameterGradient | RoleKind::ParameterPath => {
            step.role.partner.as_ref().unwrap_or(&step.role.subject)
        }
        _ => &step.role.subject,
    }
}

impl Program {
    /// The steps of the sample line, and of the way back where that goes on in the update.
    pub(super) fn lesson_steps(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().chain(self.waves.iter().flat_map(|wave| &wave.steps))
    }

    /// The same steps with other formulas, by their places among [`Self::lesson_steps`], in order.
    fn with_formulas<'a>(&self, formulas: impl Iterator<Item = &'a (usize, Formula)>) -> Self {
        let mut formulas = formulas.peekable();
        let mut at = 0;
        let mut take = |step: &mut Step| {
            if let Some((_, formula)) = formulas.next_if(|(place, _)| *place == at) {
                step.formula = formula.clone();
            }
            at += 1;
        };
        let mut steps = self.steps.to_vec();
        steps.iter_mut().for_each(&mut take);
        let mut waves = self.waves.clone();
        waves.iter_mut().flat_map(|wave| &mut wave.steps).for_each(&mut take);
        Self { steps: steps.into(), waves, ..self.clone() }
    }
}

/// The programs in which `change` is made to the steps that it knows: to all at once, to those of one layer, to
/// those that share what `single` says of them.
pub(super) fn at_places_by<'a>(
    on: Ground<'a>,
    change: impl Fn(&Step) -> Option<Formula>,
    single: impl Fn(&'a Step) -> &'a Name,
) -> Ways<'a> {
    let mut changed: Vec<(usize, Formula)> = Vec::new();
    let mut layers: Vec<(Option<usize>, Vec<usize>)> = Vec::new();
    let mut singles: Vec<((Option<usize>, &Name), Vec<usize>)> = Vec::new();
    let is_small = on.program.lesson_steps().count() <= MOST_STEPS;
    for (at, step) in on.program.lesson_steps().enumerate() {
        let Some(formula) = change(step).filter(|formula| *formula != step.formula) else { continue };
        note(&mut layers, step.layer, changed.len());
        if is_small && singles.len() <= MOST_SINGLES {
            note(&mut singles, (step.layer, single(step)), changed.len());
        }
        changed.push((at, formula));
    }
    let mut groups: Vec<Vec<usize>> = Vec::new();
    if !changed.is_empty() {
        groups.push((0..changed.len()).collect());
    }
    if (2..=MOST_LAYERS).contains(&layers.len()) {
        groups.extend(layers.into_iter().map(|(_, group)| group));
    }
    if is_small && (2..=MOST_SINGLES).contains(&singles.len()) {
        let singles = singles.into_iter().map(|(_, group)| group);
        let new: Vec<_> = singles.filter(|group| !groups.contains(group)).collect();
        groups.extend(new);
    }
    let program = on.program;
    Box::new(
        groups.into_iter().map(move |group| program.with_formulas(group.into_iter().filter_map(|at| changed.get(at)))),
    )
}

/// The same, single places being neurons or nodes.
pub(super) fn at_places<'a>(on: Ground<'a>, change: impl Fn(&Step) -> Option<Formula>) -> Ways<'a> {
    at_places_by(on, change, neuron)
}

/// Puts `member` into the group of `key`.
fn note<K: PartialEq>(groups: &mut Vec<(K, Vec<usize>)>, key: K, member: usize) {
    match groups.iter_mut().rev().find(|(own, _)| *own == key) {
        Some((_, group)) => group.push(member),
        None => groups.push((key, vec![member])),
    }
}
