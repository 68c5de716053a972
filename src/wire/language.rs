//! The messages of a language, as written in `public/words/`, and the texts of the data in it.

use super::text::{clean, visible};
use super::{WireError, json, parse, readable};
use crate::domain::names::Translations;
use serde_json::Value;
use std::collections::BTreeMap;

/// Messages by name; one for a name of a set is called `set.name`.
pub type Messages = BTreeMap<String, String>;

/// Reads the messages of a language. What is no text is passed over.
///
/// # Errors
/// When the file holds no messages at all.
pub fn messages(bytes: &[u8]) -> Result<Messages, WireError> {
    let Value::Object(written) = json(readable(bytes)?)? else { return Err(WireError::Shape("messages".into())) };
    let mut messages = Messages::new();
    for (name, value) in written {
        match value {
            Value::String(text) => drop(messages.insert(name, visible(&text))),
            Value::Object(set) => messages.extend(set.into_iter().filter_map(|(key, value)| match value {
                Value::String(text) => Some((format!("{name}.{key}"), visible(&text))),
                _ => None,
            })),
            _ => {}
        }
    }
    Ok(messages)
}

/// Reads texts of the data in another language, by their English form.
///
/// # Errors
/// When the file holds no such texts.
pub fn translations(bytes: &[u8]) -> Result<Translations, WireError> {
    let Some(Value::Object(texts)) = parse(readable(bytes)?)?.remove("texts") else {
        return Err(WireError::Shape("texts".into()));
    };
    Ok(texts.into_iter().filter_map(|(english, text)| Some((clean(&english), clean(text.as_str()?)))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_read_and_other_things_are_not() {
        let read = messages(r#"{"close":"Tutup","kind":{"signed":"ditandatangani","n":1},"odd":[]}"#.as_bytes());
        let read: Vec<_> = read.expect("messages").into_iter().collect();
        let expected = [("close", "Tutup"), ("kind.signed", "ditandatangani")];
        assert_eq!(read, expected.map(|(name, text)| (name.to_owned(), text.to_owned())));
        assert_eq!(messages(b"<html>"), Err(WireError::Html));
        assert_eq!(messages(b"[]"), Err(WireError::Shape("messages".into())));
    }

    #[test]
    fn translations_go_by_their_english_form() {
        let read = translations(r#"{"version":"1.0","texts":{"More than":"Hơn","odd":1}}"#.as_bytes()).expect("texts");
        assert_eq!((read.len(), read.get("More than"), read.get("odd")), (1, Some("Hơn"), None));
        assert_eq!(translations(br#"{"version":"1.0"}"#), Err(WireError::Shape("texts".into())));
        assert_eq!(translations(br#"{"version":"2.0","texts":{}}"#), Err(WireError::NewerVersion("2.0".into())));
    }
}
