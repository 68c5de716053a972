//! Text in several languages, and what is shown when one is missing.

use std::collections::BTreeMap;
use std::sync::Arc;

/// A language the interface speaks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    ZhHans,
    /// Malay.
    Ms,
    /// Vietnamese.
    Vi,
}

impl Lang {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::En, Self::ZhHans, Self::Ms, Self::Vi];

    /// The BCP 47 tag, as written in addresses, data and `lang` attributes.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::ZhHans => "zh-Hans",
            Self::Ms => "ms",
            Self::Vi => "vi",
        }
    }

    /// What the language calls itself, so that its speakers find it whatever language the page is in.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::ZhHans => "简体中文",
            Self::Ms => "Bahasa Melayu",
            Self::Vi => "Tiếng Việt",
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
    /// By the other languages, in their order.
    others: [Option<Arc<str>>; OTHERS],
    local: Option<Arc<str>>,
    pinyin: Option<Arc<str>>,
}

/// The languages besides English.
const OTHERS: usize = Lang::ALL.len() - 1;

impl Names {
    /// Makes a text from its English form, which must not be blank.
    #[must_use]
    pub fn new(en: &str, zh_hans: Option<&str>, local: Option<&str>) -> Option<Self> {
        let names = Self { en: filled(en)?, others: [const { None }; OTHERS], local: local.and_then(filled), pinyin: None };
        Some(names.with(Lang::ZhHans, zh_hans))
    }

    /// The same text with its form in a language besides English; a blank one is none.
    #[must_use]
    pub fn with(mut self, lang: Lang, text: Option<&str>) -> Self {
        if let Some(place) = other(lang).and_then(|at| self.others.get_mut(at)) {
            *place = text.and_then(filled);
        }
        self
    }

    /// The same text with the sound of its Chinese form: a syllable for every Chinese character, parted by spaces.
    #[must_use]
    pub fn sounding(self, pinyin: Option<&str>) -> Self {
        Self { pinyin: pinyin.and_then(filled), ..self }
    }

    /// The text in `lang`, or in English where that is missing.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        self.own(lang).unwrap_or(&self.en)
    }

    /// The text in `lang` itself, where it exists.
    #[must_use]
    pub fn own(&self, lang: Lang) -> Option<&str> {
        match other(lang) {
            None => Some(&self.en),
            Some(at) => self.others.get(at)?.as_deref(),
        }
    }

    /// The official name in the language of the place, where it differs and is known.
    #[must_use]
    pub fn local(&self) -> Option<&str> {
        self.local.as_deref()
    }

    /// How its Chinese form sounds, where that is known: `qin zhou`.
    #[must_use]
    pub fn pinyin(&self) -> Option<&str> {
        self.pinyin.as_deref()
    }

    /// Every form of the text once, for searching.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.en).chain(self.others.iter().flatten()).chain(&self.local).map(|text| &**text)
    }
}

fn filled(text: &str) -> Option<Arc<str>> {
    (!text.trim().is_empty()).then(|| Arc::from(text.trim()))
}

/// A language's place among those besides English.
fn other(lang: Lang) -> Option<usize> {
    Lang::ALL.iter().position(|known| *known == lang)?.checked_sub(1)
}

/// Texts of the data in another language, by their English form.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Translations {
    texts: BTreeMap<String, String>,
    /// Whether more of them are on their way.
    is_part: bool,
}

impl Translations {
    /// An empty one, to which nothing will come.
    #[must_use]
    pub const fn none() -> Self {
        Self { texts: BTreeMap::new(), is_part: false }
    }

    /// The same, with more on their way.
    #[must_use]
    pub fn in_part(self) -> Self {
        Self { is_part: true, ..self }
    }

    /// The translation of a text.
    #[must_use]
    pub fn get(&self, english: &str) -> Option<&str> {
        self.texts.get(english).map(String::as_str)
    }

    /// Whether what is missing will stay so.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        !self.is_part
    }

    /// These with the rest of them.
    #[must_use]
    pub fn completed(&self, rest: Self) -> Self {
        let mut texts = self.texts.clone();
        texts.extend(rest.texts);
        Self { texts, is_part: false }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}

impl FromIterator<(String, String)> for Translations {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(pairs: I) -> Self {
        Self { texts: pairs.into_iter().collect(), is_part: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_falls_back_to_english() {
        let names = Names::new("Qinzhou", None, None).expect("not blank");
        assert_eq!(names.get(Lang::ZhHans), "Qinzhou");
        assert_eq!(names.own(Lang::ZhHans), None);
        let names = names.with(Lang::Vi, Some("Khâm Châu"));
        assert_eq!(Lang::ALL.map(|lang| names.get(lang)), ["Qinzhou", "Qinzhou", "Qinzhou", "Khâm Châu"]);
        assert_eq!(names.all().collect::<Vec<_>>(), ["Qinzhou", "Khâm Châu"]);
    }

    #[test]
    fn blank_names_do_not_exist() {
        assert_eq!(Names::new("  ", Some("钦州"), None), None);
        assert_eq!(Names::new("Qinzhou", Some(" "), None).and_then(|names| names.own(Lang::ZhHans).map(str::to_owned)), None);
    }

    #[test]
    fn tags_are_read_whatever_their_case() {
        assert_eq!(Lang::parse("ZH-hans"), Some(Lang::ZhHans));
        assert_eq!(Lang::parse("fr"), None);
    }
}
