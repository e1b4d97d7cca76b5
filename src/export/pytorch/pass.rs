//! One sample in the script: forward, the loss, and back.

use super::plan::{Plan, Round, Way};
use super::sheet::Sheet;
use crate::formula::Formula;
use crate::keys::What;
use crate::messages::Messages;
use crate::program::{GivenKind, Phase, RoleKind, Step};
use crate::scenario::{ActivationKind, Subject};

impl Plan<'_> {
    /// Writes what is done with one sample.
    pub(super) fn write_pass(&self, sheet: &mut Sheet, messages: &Messages) {
        let (before, rest): (Vec<&Step>, Vec<&Step>) =
            self.program.steps.iter().partition(|step| self.program.rule.looks_ahead() && is_ahead(step));
        if !before.is_empty() {
            self.write_ahead(&before, sheet, messages);
        }
        let is_forward = |step: &&&Step| matches!(step.phase, Phase::Forward | Phase::Error);
        sheet.gap();
        sheet.comment(&messages.text("export-forward", &[]));
        let forward: Vec<&Step> = rest.iter().filter(is_forward).copied().collect();
        for (step, next) in forward.iter().zip(forward.iter().skip(1).map(Some).chain([None])) {
            match self.softmax_of(step) {
                // All of a layer in the place of its last output, in whose place all nets are there.
                Some(layer) if next.is_none_or(|next| self.softmax_of(next) != Some(layer)) => {
                    self.write_softmax(layer, sheet);
                }
                Some(_) => {}
                None => self.write_step(step, sheet),
            }
        }
        let backward: Vec<&Step> = rest.iter().filter(|step| !is_forward(step)).copied().collect();
        match self.way {
            Way::Autograd => self.write_backward(&backward, sheet, messages),
            Way::LayerByLayer => {
                sheet.gap();
                sheet.comment(&messages.text("export-backward-written", &[]));
                for step in backward {
                    self.write_step(step, sheet);
                }
            }
            Way::Forward | Way::Perceptron | Way::Given => {}
        }
    }

    /// The layer whose softmax a step is a part of.
    fn softmax_of(&self, step: &Step) -> Option<usize> {
        let Subject::Network(network) = &self.scenario.subject else { return None };
        let is_softmax =
            |at: &usize| network.layers.get(*at).is_some_and(|layer| layer.activation.kind == ActivationKind::Softmax);
        step.layer.filter(|_| step.role.kind == RoleKind::Activation).filter(is_softmax)
    }

    /// Writes the outputs of a softmax layer: an exponential alone is too large for a float long before they are.
    fn write_softmax(&self, layer: usize, sheet: &mut Sheet) {
        let outputs = || self.program.steps.iter().filter(|step| self.softmax_of(step) == Some(layer));
        let names: Vec<String> = outputs().map(|step| self.names.name(&step.name)).collect();
        let nets: Vec<String> = outputs().map(|step| What::Net(step.role.subject.clone()).name().to_string()).collect();
        sheet.list("[", &names, &format!("] = torch.softmax(torch.stack([{}]), dim=0)", nets.join(", ")));
    }

    /// Writes an assignment.
    pub(super) fn write_step(&self, step: &Step, sheet: &mut Sheet) {
        let name = self.names.name(&step.name);
        if is_plain(step) {
            // A plain number takes part in the way back like everything else.
            sheet.line(&format!("{name} = {}({})", self.makes_parameter(), self.names.formula(&step.formula)));
        } else {
            sheet.line(&format!("{name} = {}", self.names.tensor(&step.formula)));
        }
        if self.way == Way::Autograd
            && let Some((slope, by)) = self.own_slope(step)
        {
            let (slope, by) = (self.names.tensor(&slope), self.names.name(&by));
            sheet.line(&format!("{name} = sloped({name}, {slope}, {by})"));
        }
    }

    /// The point at which gradients are taken, where an optimizer looks ahead.
    fn write_ahead(&self, steps: &[&Step], sheet: &mut Sheet, messages: &Messages) {
        sheet.gap();
        sheet.comment(&messages.text("export-ahead", &[]));
        if self.way == Way::Autograd {
            sheet.open("with torch.no_grad():");
        }
        for step in steps {
            self.write_step(step, sheet);
        }
        if self.way == Way::Autograd {
            sheet.close();
            for step in steps.iter().filter(|step| step.role.kind == RoleKind::LookAhead) {
                sheet.line(&format!("{}.requires_grad_()", self.names.name(&step.name)));
            }
        }
    }

    fn write_backward(&self, steps: &[&Step], sheet: &mut Sheet, messages: &Messages) {
        let Some(loss) = &self.program.loss else { return };
        let read: Vec<(&Step, String)> = steps.iter().filter_map(|step| Some((*step, self.source(step)?))).collect();
        let is_leaf = |source: &&String| self.leaves().contains(source);
        let sources = || read.iter().map(|(_, source)| source);
        let made: Vec<String> = sources().filter(|source| !is_leaf(source)).cloned().collect();
        let kept: Vec<String> = sources().filter(is_leaf).cloned().collect();
        sheet.gap();
        sheet.comment(&messages.text("export-backward", &[]));
        if !made.is_empty() {
            sheet.open_list("for value in [", &made, "]:");
            sheet.line("value.retain_grad()");
            sheet.close();
        }
        if self.repeats() && !kept.is_empty() {
            sheet.open_list("for value in [", &kept, "]:");
            sheet.line("value.grad = None");
            sheet.close();
        }
        sheet.line(&format!("{}.backward()", self.names.name(loss)));
        for step in steps {
            let name = self.names.name(&step.name);
            let is_delta = matches!(step.role.kind, RoleKind::Delta | RoleKind::DeltaPathSum);
            let sign = if is_delta && self.turns_deltas() { "-" } else { "" };
            match self.source(step) {
                Some(source) if self.has_plain_steps() => sheet.line(&format!("{name} = {sign}gradient({source})")),
                Some(source) => sheet.line(&format!("{name} = {sign}{source}.grad")),
                None if is_shown(step) => self.write_step(step, sheet),
                None => {}
            }
        }
    }

    /// The tensor whose gradient a step is; none where autograd does not tell it.
    fn source(&self, step: &Step) -> Option<String> {
        let subject = &step.role.subject;
        let name = match step.role.kind {
            RoleKind::LossSlope | RoleKind::OutputGradient | RoleKind::OutputPathSum => {
                What::Out(subject.clone()).name()
            }
            RoleKind::Delta | RoleKind::DeltaPathSum => What::Net(subject.clone()).name(),
            // No way leads from there to the loss.
            RoleKind::NodeGradient if step.formula == Formula::number(0) => return None,
            RoleKind::ParameterGradient
            | RoleKind::ParameterPathSum
            | RoleKind::InputGradient
            | RoleKind::InputPathSum
            | RoleKind::NodeGradient
            | RoleKind::NodePathSum => subject.clone(),
            _ => return None,
        };
        let ahead = What::Ahead(name.clone()).name();
        let is_ahead = |step: &Step| step.role.kind == RoleKind::LookAhead && step.name == ahead;
        let name = if self.program.steps.iter().any(is_ahead) { ahead } else { name };
        Some(self.names.name(&name))
    }

    /// Whether some value is a plain number, through which no gradient comes.
    pub(super) fn has_plain_steps(&self) -> bool {
        self.way == Way::Autograd && self.program.steps.iter().any(is_plain)
    }

    /// The tensors that outlive a sample.
    fn leaves(&self) -> Vec<String> {
        let stays = |kind| match kind {
            GivenKind::Parameter(_) | GivenKind::Constant(_) => true,
            GivenKind::Input(_) | GivenKind::Target(_) => self.round == Round::Single,
        };
        let givens = self.program.givens.iter().filter(|given| stays(given.kind));
        givens.map(|given| self.names.name(&given.name)).collect()
    }
}

/// Whether a value of the way forward depends on nothing.
fn is_plain(step: &Step) -> bool {
    matches!(step.phase, Phase::Forward | Phase::Error) && step.operands().is_empty()
}

fn is_ahead(step: &Step) -> bool {
    matches!(step.role.kind, RoleKind::LookAhead | RoleKind::LearningRate)
}

/// Whether a value is worth a line: what the lesson is about, not the factors on the way to it.
pub(super) fn is_shown(step: &Step) -> bool {
    !matches!(
        step.role.kind,
        RoleKind::OutputPath
            | RoleKind::ActivationSlope
            | RoleKind::SoftmaxSlope
            | RoleKind::DeltaPath
            | RoleKind::DeltaShort
            | RoleKind::NetSlopeByOutput
            | RoleKind::NetSlopeByWeight
            | RoleKind::NetSlopeByBias
            | RoleKind::NetSlopeByInput
            | RoleKind::ParameterPath
            | RoleKind::InputPath
            | RoleKind::Start
            | RoleKind::LocalSlope
            | RoleKind::NodePath
    )
}
