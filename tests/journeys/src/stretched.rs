//! A language that nobody speaks: English words two fifths longer, with marks over and under them, as a language not
//! thought of may bring. It stands in the place of Malay.

use serde_json::{Value, json};
use xtask::site::Fault;

use crate::visit::dist;

/// The tag of the language in whose place it stands.
pub const IN_PLACE_OF: &str = "ms";

/// The files that make it, and what the server answers for each.
///
/// # Panics
/// When the files of the app can't be read.
#[must_use]
pub fn stretched_language() -> Vec<(String, Fault)> {
    let words = ["words", "words/kiosk"].map(|folder| {
        let mut words = read(&format!("{folder}/en.json"));
        stretch(&mut words);
        (format!("{folder}/{IN_PLACE_OF}.json"), Fault::json(words.to_string()))
    });
    let mut files = Vec::from(words);
    for name in [format!("data/texts/{IN_PLACE_OF}.names.json"), format!("data/texts/{IN_PLACE_OF}.json")] {
        let mut texts = read(&name);
        if let Some(pairs) = texts.get_mut("texts").and_then(Value::as_object_mut) {
            for (english, text) in pairs {
                *text = json!(stretched(english));
            }
        }
        files.push((name, Fault::json(texts.to_string())));
    }
    // Names stand in the records themselves.
    for name in ["attributes", "sectors", "parks", "pairs", "context"] {
        let name = format!("data/{name}.json");
        let mut records = read(&name);
        stretch_names(&mut records);
        files.push((name, Fault::json(records.to_string())));
    }
    files
}

fn read(name: &str) -> Value {
    let bytes = std::fs::read(dist().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    serde_json::from_slice(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Every text in a file of words made longer.
fn stretch(value: &mut Value) {
    match value {
        Value::String(text) => *text = stretched(text),
        Value::Object(fields) => fields.values_mut().for_each(stretch),
        _ => {}
    }
}

/// Every name in a file of records made longer, in the language in whose place this one stands.
fn stretch_names(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(stretch_names),
        Value::Object(fields) => {
            let english = fields.get("en").and_then(Value::as_str).map(stretched);
            match (english, fields.get_mut(IN_PLACE_OF)) {
                (Some(english), Some(name)) => *name = json!(english),
                _ => fields.values_mut().for_each(stretch_names),
            }
        }
        _ => {}
    }
}

fn stretched(text: &str) -> String {
    let mut inside = 0_usize;
    let mut long = String::new();
    for letter in text.chars() {
        match letter {
            '{' => inside += 1,
            '}' => inside = inside.saturating_sub(1),
            _ => {}
        }
        // Places for values, and what chooses between plurals, are no words.
        let marked = match letter {
            _ if inside > 0 => None,
            'a' => Some('ấ'),
            'e' => Some('ệ'),
            'i' => Some('ï'),
            'o' => Some('ộ'),
            'u' => Some('ữ'),
            _ => None,
        };
        long.push(marked.unwrap_or(letter));
    }
    if text.contains('{') {
        return long;
    }
    let more = text.chars().count() * 2 / 5;
    let tail: String = "ẫmnŷ".chars().cycle().take(more).collect();
    if tail.is_empty() { long } else { format!("{long} {tail}") }
}
