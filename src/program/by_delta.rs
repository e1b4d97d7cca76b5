//! The gradient of a parameter by its delta, where the lesson writes all factors of the chain: the same product, with
//! the factors that make delta in one.

use super::{Program, RoleKind, Step};
use crate::formula::{Factor, Formula};
use crate::keys::What;

impl Program {
    /// The formula of a gradient with delta in place of the factors that make it; none where it has none of them.
    ///
    /// Shape: `dE_dout_o1*dout_dnet_o1*dnet_o1_dw5` becomes `delta_o1*dnet_o1_dw5`.
    #[must_use]
    pub fn by_delta(&self, step: &Step) -> Option<Formula> {
        if !matches!(step.role.kind, RoleKind::ParameterGradient | RoleKind::ParameterPath) {
            return None;
        }
        let delta = What::delta(step.role.partner.as_ref()?).name();
        let (Formula::Product(factors), Formula::Product(of_delta)) =
            (&step.formula, &self.step(delta.as_str())?.formula)
        else {
            return None;
        };
        let rest = factors.get(of_delta.len()..).filter(|rest| !rest.is_empty())?;
        let mut is_turned = false;
        for (own, of_delta) in factors.iter().zip(of_delta) {
            match &of_delta.formula {
                Formula::Negative(inner) if **inner == own.formula => is_turned = !is_turned,
                same if *same == own.formula && own.over == of_delta.over => {}
                _ => return None,
            }
        }
        let delta = Formula::Name(delta);
        let delta = if is_turned { Formula::Negative(Box::new(delta)) } else { delta };
        let first = Factor { over: false, formula: delta };
        Some(Formula::Product(std::iter::once(first).chain(rest.iter().cloned()).collect()))
    }
}
