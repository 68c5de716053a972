//! Text in several languages, and what is shown when one is missing.

use std::sync::Arc;

/// A language the interface speaks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    ZhHans,
}

impl Lang {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::En, Self::ZhHans];

    /// The BCP 47 tag, as written in addresses, data and `lang` attributes.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::ZhHans => "zh-Hans",
        }
    }

    /// Reads a tag, letter case aside.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(tag))
    }
}

/// One text in every language that has it. English is always there: it is the language of last resort.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Names {
    en: Arc<str>,
    zh_hans: Option<Arc<str>>,
    local: Option<Arc<str>>,
}

impl Names {
    /// Makes a text from its English form, which must not be blank.
    #[must_use]
    pub fn new(en: &str, zh_hans: Option<&str>, local: Option<&str>) -> Option<Self> {
        let filled = |text: &str| (!text.trim().is_empty()).then(|| Arc::from(text.trim()));
        Some(Self { en: filled(en)?, zh_hans: zh_hans.and_then(filled), local: local.and_then(filled) })
    }

    /// The text in `lang`, or in English where that is missing.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::ZhHans => self.zh_hans.as_deref().unwrap_or(&self.en),
        }
    }

    /// Whether the text exists in `lang` itself.
    #[must_use]
    pub fn has(&self, lang: Lang) -> bool {
        lang == Lang::En || self.zh_hans.is_some()
    }

    /// The official name in the language of the place, where it differs and is known.
    #[must_use]
    pub fn local(&self) -> Option<&str> {
        self.local.as_deref()
    }

    /// Every form of the text once, for searching.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&*self.en).chain(self.zh_hans.as_deref()).chain(self.local.as_deref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_falls_back_to_english() {
        let names = Names::new("Qinzhou", None, None).expect("not blank");
        assert_eq!(names.get(Lang::ZhHans), "Qinzhou");
        assert!(!names.has(Lang::ZhHans));
    }

    #[test]
    fn blank_names_do_not_exist() {
        assert_eq!(Names::new("  ", Some("钦州"), None), None);
        assert_eq!(Names::new("Qinzhou", Some(" "), None).map(|names| names.has(Lang::ZhHans)), Some(false));
    }

    #[test]
    fn tags_are_read_whatever_their_case() {
        assert_eq!(Lang::parse("ZH-hans"), Some(Lang::ZhHans));
        assert_eq!(Lang::parse("fr"), None);
    }
}
