//! Where a mistake is made: everywhere, in one layer, or at one neuron, node or parameter.

use super::{Ground, Ways};
use crate::formula::{Formula, Name};
use crate::program::{Program, RoleKind, Step};

/// Of more single places none is taken.
const MOST_SINGLES: usize = 12;
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
/// those at one neuron or node.
pub(super) fn at_places(on: Ground<'_>, change: impl Fn(&Step) -> Option<Formula>) -> Ways<'_> {
    made(on, change, Some(neuron))
}

/// The same without those at one neuron or node.
pub(super) fn at_layers(on: Ground<'_>, change: impl Fn(&Step) -> Option<Formula>) -> Ways<'_> {
    made(on, change, None)
}

/// The same, at single steps in place of neurons.
pub(super) fn at_steps(on: Ground<'_>, change: impl Fn(&Step) -> Option<Formula>) -> Ways<'_> {
    made(on, change, Some(|step| &step.name))
}

fn made(on: Ground<'_>, change: impl Fn(&Step) -> Option<Formula>, single: Option<fn(&Step) -> &Name>) -> Ways<'_> {
    let mut changed: Vec<(usize, Formula)> = Vec::new();
    let mut layers: Groups<Option<usize>> = Vec::new();
    let mut singles: Groups<(Option<usize>, &Name)> = Vec::new();
    let single = single.filter(|_| on.program.lesson_steps().count() <= MOST_STEPS);
    for (at, step) in on.program.lesson_steps().enumerate() {
        let Some(formula) = change(step).filter(|formula| *formula != step.formula) else { continue };
        note(&mut layers, step.layer, changed.len());
        if let Some(single) = single.filter(|_| singles.len() <= MOST_SINGLES) {
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
    if (2..=MOST_SINGLES).contains(&singles.len()) {
        let singles = singles.into_iter().map(|(_, group)| group);
        let new: Vec<_> = singles.filter(|group| !groups.contains(group)).collect();
        groups.extend(new);
    }
    let program = on.program;
    Box::new(
        groups.into_iter().map(move |group| program.with_formulas(group.into_iter().filter_map(|at| changed.get(at)))),
    )
}

/// Members that share a key, in the order in which the keys are met.
type Groups<K> = Vec<(K, Vec<usize>)>;

/// Puts `member` into the group of `key`.
fn note<K: PartialEq>(groups: &mut Groups<K>, key: K, member: usize) {
    match groups.iter_mut().rev().find(|(own, _)| *own == key) {
        Some((_, group)) => group.push(member),
        None => groups.push((key, vec![member])),
    }
}
