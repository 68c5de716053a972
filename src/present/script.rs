//! In which language a text of a source is, as far as its letters tell, so that screen readers pronounce it so.

use crate::domain::names::Lang;

/// Letters that only Vietnamese has.
const VIETNAMESE: &str = "ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ";

/// The language tag of a text that is not in the reader's language; `None` where its letters do not tell.
#[must_use]
pub fn foreign(text: &str, lang: Lang) -> Option<&'static str> {
    let has = |test: fn(char) -> bool| text.chars().any(test);
    let found = if has(|letter| ('\u{3400}'..='\u{9fff}').contains(&letter)) {
        "zh"
    } else if has(|letter| ('\u{e00}'..='\u{e7f}').contains(&letter)) {
        "th"
    } else if has(|letter| ('\u{400}'..='\u{4ff}').contains(&letter)) {
        "ru"
    } else if has(|letter| VIETNAMESE.contains(letter)) {
        "vi"
    } else if lang == Lang::ZhHans && has(|letter| letter.is_ascii_alphabetic()) {
        // Latin letters on a Chinese page are English nearly always; on others they may be of any language.
        "en"
    } else {
        return None;
    };
    (found != lang.tag() && !(found == "zh" && lang == Lang::ZhHans)).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_tell_the_language_where_they_can() {
        for (text, lang, tag) in [
            ("中马“两国双园”", Lang::En, Some("zh")),
            ("中马“两国双园”", Lang::ZhHans, None),
            ("Khu công nghiệp Lạng Sơn", Lang::Ms, Some("vi")),
            ("Khu công nghiệp Lạng Sơn", Lang::Vi, None),
            ("Великий камень", Lang::En, Some("ru")),
            ("ประเทศไทย", Lang::Vi, Some("th")),
            ("Invest in Kuantan", Lang::ZhHans, Some("en")),
            ("Invest in Kuantan", Lang::Ms, None),
        ] {
            assert_eq!(foreign(text, lang), tag, "{text}");
        }
    }
}
