//! Where in the lesson one is.

use super::Words;
use crate::lesson::Position;
use crate::run::LineOf;

impl Words<'_> {
    /// Where a step stands: epoch, sample or batch where there are several, stage, number.
    #[must_use]
    pub fn place(&self, page_position: Position) -> String {
        let lesson = self.lesson;
        let mut parts = Vec::new();
        if lesson.scenario.training.is_some() {
            parts.push(self.say("lesson-place-epoch", &[("epoch", page_position.epoch.into())]));
        }
        parts.extend(self.line_place(page_position));
        if let Some(step) = lesson.step(page_position) {
            parts.push(self.stage(&step));
        }
        let values = [("step", page_position.number.into()), ("all", lesson.steps_per_epoch().into())];
        parts.push(self.say("lesson-place-step", &values));
        parts.join(" · ")
    }

    /// What a step has in common with its neighbours: the sample or batch where there are several, and the stage.
    #[must_use]
    pub fn section(&self, position: Position) -> String {
        let mut parts = self.line_place(position);
        parts.extend(self.lesson.step(position).map(|step| self.stage(&step)));
        parts.join(" · ")
    }

    /// The sample or the batch, where there are several.
    fn line_place(&self, position: Position) -> Vec<String> {
        let lesson = self.lesson;
        let line = lesson.line(position);
        match (lesson.validation_sample(line), line) {
            (Some(sample), _) => {
                let all = lesson.validation().end - lesson.validation().start;
                vec![self.say("lesson-place-validation", &[("sample", sample.into()), ("all", all.into())])]
            }
            (None, LineOf::Sample(sample)) if lesson.samples() > 1 => {
                let values = [("sample", sample.into()), ("all", lesson.samples().into())];
                vec![self.say("lesson-place-sample", &values)]
            }
            (None, LineOf::Update(batch)) if lesson.batches() > 1 => {
                let values = [("batch", batch.into()), ("all", lesson.batches().into())];
                vec![self.say("lesson-place-batch", &values)]
            }
            (None, LineOf::Validation) => vec![self.say("lesson-place-validation-all", &[])],
            _ => Vec::new(),
        }
    }

    /// The means or the sum, as a word that a message chooses by.
    pub(super) fn reduction(&self) -> &'static str {
        match self.lesson.program().reduction {
            crate::program::Reduction::Mean => "mean",
            crate::program::Reduction::Sum => "sum",
        }
    }
}
