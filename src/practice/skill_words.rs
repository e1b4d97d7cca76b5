//! What skills are called, and where to look when a step that takes one went wrong.

use super::skill::Skill;
use crate::messages::Messages;

/// What a skill is called.
#[must_use]
pub fn skill_words(messages: &Messages, skill: Skill) -> String {
    let id = match skill {
        Skill::WeightedSum => "practice-skill-weighted-sum",
        Skill::Activation => "practice-skill-activation",
        Skill::Node => "practice-skill-node",
        Skill::Loss => "practice-skill-loss",
        Skill::ActivationSlope => "practice-skill-activation-slope",
        Skill::LocalDerivative => "practice-skill-local-derivative",
        Skill::OutputDelta => "practice-skill-output-delta",
        Skill::HiddenDelta => "practice-skill-hidden-delta",
        Skill::Fork => "practice-skill-fork",
        Skill::Gradient => "practice-skill-gradient",
        Skill::Bias => "practice-skill-bias",
        Skill::Batch => "practice-skill-batch",
        Skill::Optimizer => "practice-skill-optimizer",
        Skill::Update => "practice-skill-update",
    };
    messages.text(id, &[])
}

/// Where to look in a step that takes a skill; no number is told.
pub(super) fn where_to_look(messages: &Messages, skill: Skill) -> String {
    let id = match skill {
        Skill::WeightedSum => "practice-look-weighted-sum",
        Skill::Activation => "practice-look-activation",
        Skill::Node => "practice-look-node",
        Skill::Loss => "practice-look-loss",
        Skill::ActivationSlope => "practice-look-activation-slope",
        Skill::LocalDerivative => "practice-look-local-derivative",
        Skill::OutputDelta => "practice-look-output-delta",
        Skill::HiddenDelta => "practice-look-hidden-delta",
        Skill::Fork => "practice-look-fork",
        Skill::Gradient => "practice-look-gradient",
        Skill::Bias => "practice-look-bias",
        Skill::Batch => "practice-look-batch",
        Skill::Optimizer => "practice-look-optimizer",
        Skill::Update => "practice-look-update",
    };
    messages.text(id, &[])
}
