//! Messages with values in them, in the two forms of ICU MessageFormat that the languages here need:
//! `{name}`, and `{n, plural, one {# pair} other {# pairs}}` with the number for `#`.

use crate::domain::names::Lang;
use crate::present::number::number;
use std::borrow::Cow;

/// A value for a place in a message.
pub enum Arg<'a> {
    /// Words.
    Text(Cow<'a, str>),
    /// A number, written and counted as the language does.
    Number(f64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.as_str().into())
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Self::Number(count as f64)
    }
}

impl From<u16> for Arg<'_> {
    fn from(count: u16) -> Self {
        Self::Number(count.into())
    }
}

impl From<f64> for Arg<'_> {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}

/// The message with its values. A place that has no value, or braces that do not match, stand as they are.
#[must_use]
pub fn filled(pattern: &str, args: &[(&str, Arg<'_>)], lang: Lang) -> String {
    let mut text = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((inner, tail)) = to_closing(after) else { break };
        text.push_str(before);
        match place(inner, args, lang) {
            Some(value) => text.push_str(&value),
            None => text.extend(["{", inner, "}"]),
        }
        rest = tail;
    }
    text.push_str(rest);
    text
}

fn place(inner: &str, args: &[(&str, Arg<'_>)], lang: Lang) -> Option<String> {
    let value = |name: &str| args.iter().find(|(known, _)| *known == name.trim()).map(|(_, value)| value);
    let Some((name, forms)) = inner.split_once(", plural,") else {
        return value(inner).map(|value| match value {
            Arg::Text(text) => text.to_string(),
            Arg::Number(figure) => number(*figure, lang),
        });
    };
    let Arg::Number(count) = value(name)? else { return None };
    let form = form(forms, category(*count, lang)).or_else(|| form(forms, "other"))?;
    Some(filled(form, args, lang).replace('#', &number(*count, lang)))
}

/// The plural category of the Unicode CLDR. Of the languages here only English tells one from many.
#[must_use]
pub fn category(count: f64, lang: Lang) -> &'static str {
    if lang == Lang::En && count == 1.0 { "one" } else { "other" }
}

/// The words of a category in `one {# pair} other {# pairs}`.
fn form<'p>(mut forms: &'p str, category: &str) -> Option<&'p str> {
    while let Some((name, after)) = forms.split_once('{') {
        let (words, tail) = to_closing(after)?;
        if name.trim() == category {
            return Some(words);
        }
        forms = tail;
    }
    None
}

/// Splits after an opening brace: what is inside, and what comes after the brace that closes it.
fn to_closing(text: &str) -> Option<(&str, &str)> {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => return Some((text.get(..at)?, text.get(at + 1..)?)),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_and_plurals_find_their_places() {
        let pattern = "{n, plural, one {# pair of {name} is} other {# pairs of {name} are}} here, {name}";
        let with = |n: usize, lang| filled(pattern, &[("n", n.into()), ("name", "x".into())], lang);
        assert_eq!(with(1, Lang::En), "1 pair of x is here, x");
        assert_eq!(with(1_063, Lang::En), "1,063 pairs of x are here, x");
        assert_eq!(with(1, Lang::Vi), "1 pairs of x are here, x");
    }

    #[test]
    fn a_slip_of_a_translator_stays_visible_and_harms_nothing() {
        assert_eq!(filled("{nobody} is {here", &[("n", 1_usize.into())], Lang::En), "{nobody} is {here");
        assert_eq!(filled("{n, plural, one {x}}", &[("n", 2_usize.into())], Lang::En), "{n, plural, one {x}}");
    }
}
