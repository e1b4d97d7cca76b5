//! What stands above the computation: what the script is about, its helpers, and the numbers it starts from.

use super::LeftOut;
use super::names::literal;
use super::plan::{Plan, Round, Way};
use super::sheet::Sheet;
use crate::formula::Function;
use crate::keys::{Of, What};
use crate::messages::Messages;
use crate::program::{GivenKind, UpdateGiven};
use crate::run::Sample;

/// Where the functions of formulas come from: from torch, or from a few lines; at a kink these have the slope that is
/// taught.
const FUNCTIONS: [(Function, Result<&str, &[&str]>); 13] = [
    (Function::Exp, Ok("exp")),
    (Function::Ln, Ok("log as ln")),
    (Function::Sqrt, Ok("sqrt")),
    (Function::Sigmoid, Ok("sigmoid")),
    (Function::Tanh, Ok("tanh")),
    (Function::Relu, Ok("relu")),
    (Function::Step, Err(&["def step(x):", "    return torch.where(x >= 0, 1 + 0*x, 0*x)"])),
    (Function::Sign, Ok("sign")),
    (Function::Softplus, Err(&["def softplus(x):", "    return torch.logaddexp(x, 0*x)"])),
    (Function::Abs, Ok("abs")),
    (Function::Min, Err(&["def min(x, y):", "    return torch.where(x <= y, x, y)"])),
    (Function::Max, Err(&["def max(x, y):", "    return torch.where(x >= y, x, y)"])),
    (Function::Floor, Ok("floor")),
];

impl Plan<'_> {
    /// Says what the script is.
    pub(super) fn write_title(&self, left_out: &[LeftOut], sheet: &mut Sheet, messages: &Messages) {
        let tag = messages.language().tag();
        sheet.comment(self.scenario.title.in_language(tag));
        if let Some(source) = &self.scenario.source {
            let parts = [&source.author, &source.title, &source.year, &source.url];
            let parts: Vec<&str> = parts.into_iter().flatten().map(|part| part.in_language(tag)).collect();
            sheet.comment(&messages.text("command-source", &[("source", parts.join(", ").into())]));
        }
        sheet.line("#");
        let say = |id: &str, sheet: &mut Sheet| sheet.comment(&messages.text(id, &[]));
        say("export-about", sheet);
        match self.way {
            Way::Forward => {}
            Way::Autograd => say("export-way-autograd", sheet),
            Way::Perceptron => say("export-way-perceptron", sheet),
            Way::LayerByLayer => say("export-way-layer-by-layer", sheet),
            Way::Given => say("export-way-given", sheet),
        }
        if self.takes_own_slopes() {
            say("export-own-slopes", sheet);
        }
        if self.program.is_on_paper() {
            say("export-paper", sheet);
        }
        if self.turns_deltas() {
            say("export-descent", sheet);
        }
        if self.epochs > 1 {
            say("export-epochs", sheet);
        }
        for left_out in left_out {
            sheet.comment(&left_out.in_words(messages));
        }
    }

    /// Whether autograd is told other slopes than it would find.
    fn takes_own_slopes(&self) -> bool {
        self.way == Way::Autograd && self.program.steps.iter().any(|step| self.own_slope(step).is_some())
    }

    /// Imports what the formulas call, and defines what torch lacks.
    pub(super) fn write_helpers(&self, sheet: &mut Sheet, messages: &Messages) {
        sheet.gap();
        sheet.line("import torch");
        let called = self.names.called();
        let used = || FUNCTIONS.iter().filter(|(function, _)| called.contains(function));
        let imported: Vec<&str> = used().filter_map(|(_, from)| from.ok()).collect();
        if !imported.is_empty() {
            sheet.line(&format!("from torch import {}", imported.join(", ")));
        }
        let mut define = |lines: &[&str]| {
            sheet.line("");
            sheet.line("");
            for line in lines {
                sheet.line(line);
            }
        };
        define(&["def number(value):", "    return torch.tensor(value, dtype=torch.float64)"]);
        if self.way == Way::Autograd {
            let body = "    return torch.tensor(value, dtype=torch.float64, requires_grad=True)";
            define(&["def tracked(value):", body]);
        }
        if self.has_plain_steps() {
            define(&["def gradient(value):", "    return number(0) if value.grad is None else value.grad"]);
        }
        if self.takes_own_slopes() {
            let about = format!("    # {}", messages.text("export-sloped", &[]));
            let body = "    return value.detach() + slope.detach()*(x - x.detach())";
            define(&["def sloped(value, slope, x):", &about, body]);
        }
        for (function, lines) in used().filter_map(|(function, from)| Some((function, from.err()?))) {
            // Torch's own share the slope between both where they are equal.
            let is_choice = self.way == Way::Autograd && matches!(function, Function::Min | Function::Max);
            let about = format!("    # {}", messages.text("export-choice", &[]));
            let (head, body) = lines.split_at(1);
            let said = [about.as_str()];
            let said = if is_choice { &said[..] } else { &[] };
            define(&[head, said, body].concat());
        }
        let head = if self.repeats() { "def show(values, mark=\"\"):" } else { "def show(values):" };
        let mark = if self.repeats() { "{mark}" } else { "" };
        let body = format!("        print(f\"{{name}}{mark} = {{value.item()!r}}\")");
        define(&[head, "    for name, value in values.items():", &body]);
        sheet.line("");
        sheet.line("");
    }

    /// Writes the numbers that the computation starts from.
    pub(super) fn write_start(&self, sheet: &mut Sheet, messages: &Messages) {
        let values = |kind| match kind {
            GivenKind::Parameter(at) => self.setting.parameters.get(at).map(|value| (self.makes_parameter(), value)),
            GivenKind::Constant(at) => self.setting.constants.get(at).map(|value| (self.makes_given(), value)),
            GivenKind::Input(_) | GivenKind::Target(_) => None,
        };
        sheet.comment(&messages.text("export-start", &[]));
        for given in self.program.givens.iter() {
            if let Some((make, value)) = values(given.kind) {
                let value = literal(&value.to_string());
                sheet.line(&format!("{} = {make}({value})", self.names.name(&given.name)));
            }
        }
        if self.trains() {
            self.write_rule(sheet);
        }
        self.write_samples(sheet, messages);
        if self.way == Way::Given {
            self.write_gradients(sheet, messages);
        }
        if self.epochs > 1 {
            sheet.line(&format!("epochs = {}", self.epochs));
        } else if self.program.rule.given("epoch") == Some(UpdateGiven::Epoch) {
            sheet.line("epoch = 1");
        }
    }

    /// The rate, the constants, and what the optimizer remembers.
    fn write_rule(&self, sheet: &mut Sheet) {
        let rule = &self.program.rule;
        for name in rule.fixed_names() {
            let value = match rule.given(name.as_str()) {
                Some(UpdateGiven::Rate) => Some(self.setting.learning_rate),
                Some(UpdateGiven::Constant(at)) => rule.constants.get(at).copied(),
                _ => None,
            };
            if let Some(value) = value {
                sheet.line(&format!("{} = number({})", self.names.name(name), literal(&value.to_string())));
            }
        }
        let place = |name| match rule.given(name) {
            Some(UpdateGiven::Memory { trained, state }) => Some(trained * rule.state.len() + state),
            _ => None,
        };
        let mut memories: Vec<_> = rule.given_names().filter_map(|name| Some((place(name.as_str())?, name))).collect();
        memories.sort_unstable();
        for (at, name) in memories {
            if let Some(start) = self.setting.memory.get(at) {
                sheet.line(&format!("{} = number({})", self.names.name(name), literal(&start.to_string())));
            }
        }
        if self.counts_updates() {
            sheet.line("t = number(1)");
        }
    }

    fn write_samples(&self, sheet: &mut Sheet, messages: &Messages) {
        let columns = self.columns();
        let all = self.setting.samples.iter().take(usize::try_from(self.setting.sample_count()).unwrap_or(usize::MAX));
        let row = |sample: &Sample| -> Vec<String> {
            sample
                .inputs
                .iter()
                .chain(&sample.targets)
                .map(|value| literal(&value.to_string()))
                .take(columns.len())
                .collect()
        };
        if self.round == Round::Single {
            let values: Vec<String> = all.flat_map(row).collect();
            if !columns.is_empty() {
                sheet.gap();
                sheet.comment(&messages.text("export-sample", &[]));
            }
            for (name, value) in columns.iter().zip(values) {
                sheet.line(&format!("{name} = {}({value})", self.makes_given()));
            }
            return;
        }
        sheet.gap();
        sheet.comment(&messages.text("export-samples", &[("names", columns.join(", ").into())]));
        write_rows("samples", all.map(row), sheet);
        if self.round == Round::Batches {
            let numbers = |at| {
                let batch = self.setting.batch(at);
                let samples: Vec<String> = (batch.first..batch.first + batch.size).map(|k| k.to_string()).collect();
                format!("[{}]", samples.join(", "))
            };
            let batches: Vec<String> = (1..=self.setting.batch_count()).map(numbers).collect();
            sheet.list("batches = [", &batches, "]");
        }
    }

    fn write_gradients(&self, sheet: &mut Sheet, messages: &Messages) {
        sheet.gap();
        let names = self.gradient_names().join(", ");
        sheet.comment(&messages.text("export-gradients", &[("names", names.into())]));
        let rows = self.setting.gradients.iter();
        let rows = rows.map(|row| row.iter().map(|value| literal(&value.to_string())).collect());
        write_rows("gradients", rows, sheet);
    }

    /// The names of the gradients that are given, in the order of a row.
    pub(super) fn gradient_names(&self) -> Vec<String> {
        let parameters = self.program.givens.iter().filter(|given| matches!(given.kind, GivenKind::Parameter(_)));
        {
            let gradient =
                |given: &crate::program::Given| What::error_gradient(Of::Value(given.name.clone())).name().to_string();
            parameters.map(gradient).collect()
        }
    }
}

fn write_rows(name: &str, rows: impl Iterator<Item = Vec<String>>, sheet: &mut Sheet) {
    sheet.open(&format!("{name} = ["));
    for row in rows {
        sheet.list("[", &row, "],");
    }
    sheet.close();
    sheet.line("]");
}
