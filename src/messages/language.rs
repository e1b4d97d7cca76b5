//! The languages that the program speaks.

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Language {
    /// English, the language every message exists in.
    #[default]
    English,
    /// 中文
    Chinese,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::English, Self::Chinese];

    /// The short tag by which scenarios and options name it.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh",
        }
    }

    /// Finds the language of a tag such as `zh`, `zh-CN` or `zh_CN.UTF-8`.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next()?;
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_known_by_its_first_part() {
        for tag in ["zh", "zh-CN", "zh_TW.UTF-8", "ZH-Hans"] {
            assert_eq!(Language::from_tag(tag), Some(Language::Chinese), "{tag}");
        }
        assert_eq!(Language::from_tag("en-GB"), Some(Language::English));
        for tag in ["", "C", "de", "zhuang"] {
            assert_eq!(Language::from_tag(tag), None, "{tag}");
        }
    }
}
