//! Why a step is worked as it is: the sentences of a network's way back.

use super::definitions::Meaning;
use super::sign::Sign;
use super::{Words, definitions};
use crate::formula::Name;
use crate::keys::What;
use crate::lesson::Page;
use crate::program::Step;
use crate::run::LineOf;
use crate::scenario::{ActivationKind, LossKind, OptimizerForm};

impl Words<'_> {
    pub(super) fn loss_slope(&self, page: &Page) -> Vec<String> {
        let Some(network) = self.network() else { return Vec::new() };
        let Some(loss) = &network.loss else { return Vec::new() };
        let words = definitions::loss(loss.kind);
        let surrogate = loss.curve.is_surrogate;
        let id = if surrogate { "lesson-why-slope-surrogate" } else { words.slope };
        let subject = &page.step.role.subject;
        let sign = Sign::of_result(&page.result);
        let values = [
            ("target", self.target(page).into()),
            ("count", network.outputs().len().into()),
            ("subject", subject.as_str().into()),
            ("sign", Sign::word(sign).into()),
        ];
        let why = self.say(id, &values);
        let misled = self.misled(page);
        let says = match (sign, words.meaning) {
            // The sentence on surrogates is all that is certain.
            _ if surrogate => String::new(),
            _ if misled.is_some() => misled.unwrap_or_default(),
            (None, _) | (Some(Sign::Zero), Meaning::DirectionUnlessZero) => String::new(),
            (Some(sign), Meaning::SideOfTarget) => {
                let values = [("subject", subject.as_str().into()), ("sign", Sign::word(Some(sign)).into())];
                self.say("lesson-why-side-of-target", &values)
            }
            (Some(_), _) => self.signed(page, &self.out_of(subject)),
        };
        vec![why, says]
    }

    /// Why the sign of a result says nothing of the error: it is no gradient, or rounding has turned it.
    fn no_gradient(&self, page: &Page) -> Option<String> {
        if self.rests_on_surrogate(&page.step) {
            return Some(self.say("lesson-why-surrogate", &[]));
        }
        if self.goes_back_through_new(&page.step) {
            return Some(self.say("lesson-why-new-weights", &[]));
        }
        self.misled(page)
    }

    /// What the sign of a page's result means for the error; nothing where it is open.
    pub(super) fn signed(&self, page: &Page, what: &str) -> String {
        if let Some(reason) = self.no_gradient(page) {
            return reason;
        }
        let id = match Sign::of_result(&page.result) {
            None => return String::new(),
            Some(Sign::Positive) => "lesson-sign-positive",
            Some(Sign::Zero) => "lesson-sign-zero",
            Some(Sign::Negative) => "lesson-sign-negative",
        };
        self.say(id, &[("what", what.into()), ("loss", self.loss().into())])
    }

    /// What the sign of a delta means for the error.
    fn signed_delta(&self, page: &Page) -> String {
        let what = self.net_of(&page.step.role.subject);
        let id = match Sign::of_result(&page.result) {
            Some(Sign::Positive) => "lesson-descent-positive",
            Some(Sign::Negative) => "lesson-descent-negative",
            Some(Sign::Zero) | None => return self.signed(page, &what),
        };
        if !self.turns_deltas() || self.rests_on_surrogate(&page.step) {
            return self.signed(page, &what);
        }
        self.say(id, &[("what", what.into()), ("loss", self.loss().into())])
    }

    /// What the sign of a parameter's gradient means for it.
    pub(super) fn parameter(&self, page: &Page) -> String {
        if let Some(reason) = self.no_gradient(page) {
            return reason;
        }
        let id = match Sign::of_result(&page.result) {
            None => "lesson-why-gradient",
            Some(Sign::Positive) => "lesson-why-gradient-positive",
            Some(Sign::Zero) => "lesson-why-gradient-zero",
            Some(Sign::Negative) => "lesson-why-gradient-negative",
        };
        let subject = &page.step.role.subject;
        let values = [
            ("subject", subject.as_str().into()),
            ("loss", self.loss().into()),
            ("fate", self.fate(page, subject).into()),
        ];
        let taken =
            if self.is_looked_ahead(page) { self.of_step("lesson-why-taken-ahead", &page.step) } else { String::new() };
        self.joined(vec![self.say(id, &values), taken])
    }

    /// Whether the gradient of a page's parameter is taken at a point looked ahead to.
    fn is_looked_ahead(&self, page: &Page) -> bool {
        self.lesson.program().rule.looks_ahead() && self.lesson.scenario.trains(&page.step.role.subject)
    }

    /// What follows for a parameter from its gradient.
    fn fate(&self, page: &Page, parameter: &Name) -> &'static str {
        let scenario = &self.lesson.scenario;
        let setting = self.lesson.run.setting();
        let descends = scenario
            .training
            .as_ref()
            .is_some_and(|training| training.optimizer.form == OptimizerForm::Sgd && training.weight_decay.is_none());
        if scenario.freezes(parameter) {
            return "frozen";
        }
        match page.moment.line {
            _ if !scenario.trains(parameter) => "none",
            // On paper a step may be smaller than the digits that are kept.
            _ if scenario.paper.is_some() => "none",
            // What is remembered of other updates may be stronger than this gradient.
            _ if !descends => "none",
            LineOf::Sample(sample) if setting.batch(setting.batch_of(sample)).size > 1 => "sample",
            _ => "update",
        }
    }

    pub(super) fn output_gradient(&self, page: &Page) -> Vec<String> {
        let what = self.out_of(&page.step.role.subject);
        vec![self.of_step("lesson-why-output-gradient", &page.step), self.signed(page, &what)]
    }

    pub(super) fn output_path(&self, page: &Page) -> String {
        self.path("lesson-why-output-path", page)
    }

    /// One path of several.
    pub(super) fn path(&self, id: &str, page: &Page) -> String {
        let role = &page.step.role;
        let partner = role.partner.as_ref().map_or("", Name::as_str);
        let count = self.whole_of(&page.step).map_or(0, |whole| whole.operands().len());
        let values = [
            ("subject", role.subject.as_str().into()),
            ("partner", partner.into()),
            ("count", count.into()),
            ("loss", self.loss().into()),
        ];
        self.say(id, &values)
    }

    /// The sum that one path is a part of.
    fn whole_of(&self, path: &Step) -> Option<&Step> {
        let program = self.lesson.program();
        program.step(program.what_of(path).whole().name().as_str())
    }

    /// What the paths that a sum adds go through.
    fn through(&self, sum: &Step) -> Vec<&Name> {
        let path = |name: &Name| self.lesson.program().step(name.as_str());
        sum.operands().into_iter().filter_map(|name| path(name)?.role.partner.as_ref()).collect()
    }

    pub(super) fn path_sum(&self, page: &Page, what: &str) -> Vec<String> {
        let through = self.through(&page.step);
        let values = [("what", what.into()), ("count", through.len().into()), ("loss", self.loss().into())];
        // The direct path of a graph goes through nothing that could be listed.
        let output = self.graph().map(|graph| &graph.output);
        let is_direct = through.iter().any(|name| Some(*name) == output);
        let list = if is_direct { None } else { self.listed(&through) };
        let paths = match list {
            Some(list) => {
                let [what, count, loss] = values;
                self.say("lesson-why-paths-through", &[what, count, loss, ("through", list.into())])
            }
            None => self.say("lesson-why-paths", &values),
        };
        let differ = if is_torn(page) { self.say("lesson-why-paths-differ", &[]) } else { String::new() };
        vec![paths, differ, self.signed(page, what)]
    }

    pub(super) fn activation_slope(&self, page: &Page) -> String {
        let Some(layer) = self.layer_of(&page.step) else { return String::new() };
        let words = definitions::activation(&layer.activation);
        let slope = page.result.as_ref().ok().map(|shown| &shown.written.digits);
        let is_flat = slope.zip(words.flat_below).is_some_and(|(slope, flat)| slope.compare(&flat).is_lt());
        let net = Sign::on_page(page, &What::Net(page.step.role.subject.clone()).name());
        let curve = if is_flat { "flat" } else { "steep" };
        let shown = page.result.as_ref().map_or_else(|_| String::new(), |shown| self.shown(shown));
        let values = [("curve", curve.into()), ("sign", Sign::word(net).into()), ("slope", shown.into())];
        self.say(words.slope, &values)
    }

    pub(super) fn softmax_slope(&self, page: &Page) -> String {
        let own = page.step.role.partner.as_ref() == Some(&page.step.role.subject);
        let id = if own { "lesson-why-softmax-slope-own" } else { "lesson-why-softmax-slope-other" };
        self.of_step(id, &page.step)
    }

    pub(super) fn delta(&self, page: &Page) -> Vec<String> {
        let fits = self.layer_of(&page.step).is_some_and(|layer| layer.activation.kind == ActivationKind::Sigmoid)
            && self.is_output_layer(&page.step)
            && self
                .network()
                .and_then(|network| network.loss.as_ref())
                .is_some_and(|loss| loss.kind == LossKind::BinaryCrossEntropy);
        let id = if fits { "lesson-why-delta-cross-entropy" } else { "lesson-why-delta" };
        if self.goes_back_through_new(&page.step) {
            return vec![self.signed_delta(page)];
        }
        vec![self.of_step(id, &page.step), self.signed_delta(page)]
    }

    pub(super) fn delta_paths(&self, page: &Page) -> Vec<String> {
        let subject = &page.step.role.subject;
        let count = page.step.operands().len();
        let values = [("subject", subject.as_str().into()), ("count", count.into())];
        vec![self.say("lesson-why-delta-paths", &values), self.signed_delta(page)]
    }

    /// The slope of a net by one of its parts: what that part is multiplied with.
    pub(super) fn net_slope(&self, id: &str, page: &Page) -> String {
        let is_new = self.lesson.program().rests_on_new(page.step.name.as_str());
        let id = if is_new { "lesson-why-net-slope-by-new" } else { id };
        let role = &page.step.role;
        let partner = role.partner.as_ref().map_or("", Name::as_str);
        let operands = page.step.operands();
        let factor = operands.first().map_or_else(String::new, |name| self.lesson.written(name));
        let values =
            [("subject", role.subject.as_str().into()), ("partner", partner.into()), ("factor", factor.into())];
        self.say(id, &values)
    }

    /// The slope of a net by its bias: 1, or the constant that the bias is multiplied with.
    pub(super) fn bias_slope(&self, page: &Page) -> String {
        let constant = self.layer_of(&page.step).and_then(|layer| layer.bias_input);
        let Some(constant) = constant else { return self.net_slope("lesson-why-net-slope-by-bias", page) };
        let role = &page.step.role;
        let values = [
            ("subject", role.subject.as_str().into()),
            ("partner", role.partner.as_ref().map_or("", Name::as_str).into()),
            ("constant", super::with_minus(constant).into()),
        ];
        self.say("lesson-why-net-slope-by-constant", &values)
    }

    pub(super) fn shared_bias(&self, page: &Page) -> String {
        let count = page.step.operands().len();
        let values = [("subject", page.step.role.subject.as_str().into()), ("count", count.into())];
        self.say("lesson-why-shared-bias", &values)
    }
}

/// Whether some of what a sum adds is above 0 and some below.
fn is_torn(page: &Page) -> bool {
    let signs: Vec<_> = page.step.operands().into_iter().filter_map(|name| Sign::on_page(page, name)).collect();
    signs.contains(&Sign::Positive) && signs.contains(&Sign::Negative)
}
