//! Which results a learner wants to be asked for.

use std::str::FromStr;

/// Which results are asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ask {
    /// Those that the scenario asks for; all where it asks for none.
    #[default]
    Scenario,
    /// All that take some work.
    All,
    /// Of those every k-th.
    Every(u64),
    /// The last ones of a worked example: none in the first round, and one more in each round.
    Fading,
    /// One factor of every gradient that is a product.
    Factors,
    /// What went wrong before and is due again.
    Review,
}

impl FromStr for Ask {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "scenario" => Ok(Self::Scenario),
            "all" => Ok(Self::All),
            "fading" => Ok(Self::Fading),
            "factors" => Ok(Self::Factors),
            _ => {
                let count = text.strip_prefix("every:").and_then(|count| count.parse().ok());
                count.filter(|&count| count > 0).map(Self::Every).ok_or(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_is_named_by_a_word() {
        assert_eq!("scenario".parse(), Ok(Ask::Scenario));
        assert_eq!("all".parse(), Ok(Ask::All));
        assert_eq!("every:3".parse(), Ok(Ask::Every(3)));
        assert_eq!("fading".parse(), Ok(Ask::Fading));
        assert_eq!("factors".parse(), Ok(Ask::Factors));
        for text in ["", "every", "every:", "every:0", "every:-1", "every:x", "some", "All"] {
            assert_eq!(text.parse::<Ask>(), Err(()), "{text}");
        }
    }
}
