//! The settings of a kiosk as JSON: on the device, and as a file that staff carry to another one.

use super::{WireError, parse, quoted, readable};
use crate::address::base_address;
use crate::domain::id::PairId;
use crate::domain::names::Lang;
use crate::session::{Night, Settings};
use serde_json::{Map, Value};

/// The version of this form.
const VERSION: &str = "1.0";

/// All fields of settings.
const FIELDS: [&str; 10] = ["idle", "warn", "base", "data", "start", "languages", "shown", "night_from", "night_to", "density"];

/// Reads settings. A field that is not there, or makes no sense, is as it is without settings; times are brought inside
/// their bounds.
///
/// # Errors
/// When it is no such file at all, or one of a newer program.
pub fn read_settings(bytes: &[u8]) -> Result<Settings, WireError> {
    let mut file = parse(readable(bytes)?)?;
    let Some(Value::Object(fields)) = file.remove("kiosk") else { return Err(WireError::Shape("kiosk".into())) };
    let standard = Settings::default();
    let text = |name: &str| fields.get(name).and_then(Value::as_str);
    let seconds = |name: &str, instead: u16| {
        let given = fields.get(name).and_then(Value::as_u64);
        given.map_or(instead, |given| u16::try_from(given).unwrap_or(u16::MAX))
    };
    let languages = list(&fields, "languages").filter_map(Lang::parse);
    let mut offered: Vec<Lang> = Vec::new();
    for lang in languages {
        if !offered.contains(&lang) {
            offered.push(lang);
        }
    }
    let night = text("night_from").and_then(Night::minutes).zip(text("night_to").and_then(Night::minutes));
    let settings = Settings {
        idle: seconds("idle", standard.idle),
        warn: seconds("warn", standard.warn),
        base: text("base").and_then(base_address),
        data: text("data").and_then(base_address),
        start: text("start").filter(|start| is_link(start)).map_or(standard.start, str::to_owned),
        languages: offered,
        shown: list(&fields, "shown").filter_map(PairId::parse).collect(),
        night: night.map(|(from, to)| Night { from, to }),
        density: fields.get("density").and_then(Value::as_f64),
    };
    Ok(settings.bounded())
}

/// The names of the fields of a file that [`read_settings`] takes for something else than they say, because they make no
/// sense or are out of bounds. Fields that are not known here are none of them.
#[must_use]
pub fn misread_settings(bytes: &[u8], settings: &Settings) -> Vec<String> {
    let fields = |bytes: &[u8]| match parse(readable(bytes).ok()?).ok()?.remove("kiosk") {
        Some(Value::Object(fields)) => Some(fields),
        _ => None,
    };
    let (given, taken) = (fields(bytes).unwrap_or_default(), fields(write_settings(settings).as_bytes()).unwrap_or_default());
    // A time of day can be written in two ways.
    let time = |value: &Value| value.as_str().and_then(Night::minutes);
    let is_same = |given: &Value, taken: &Value| given == taken || time(given).is_some_and(|it| time(taken) == Some(it));
    let is_other =
        |name: &&&str| given.get(**name).is_some_and(|given| !taken.get(**name).is_some_and(|taken| is_same(given, taken)));
    FIELDS.iter().filter(is_other).map(|name| (*name).to_owned()).collect()
}

fn list<'f>(fields: &'f Map<String, Value>, name: &str) -> impl Iterator<Item = &'f str> {
    fields.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

/// Whether a text is a link within the site.
fn is_link(text: &str) -> bool {
    let is_plain = |letter: char| letter.is_ascii_graphic() && !"\\\"<>#:".contains(letter);
    text.len() <= 400 && text.chars().all(is_plain) && !text.starts_with('/') && !text.contains("..")
}

/// Writes settings.
#[must_use]
pub fn write_settings(settings: &Settings) -> String {
    let mut fields = vec![("idle", settings.idle.to_string()), ("warn", settings.warn.to_string())];
    let mut write = |name, value: Option<String>| fields.extend(value.map(|value| (name, value)));
    write("base", settings.base.as_deref().map(quoted));
    write("data", settings.data.as_deref().map(quoted));
    write("start", Some(quoted(&settings.start)));
    write("languages", Some(texts(settings.languages.iter().map(|lang| lang.tag()))));
    write("shown", Some(texts(settings.shown.iter().map(PairId::as_str))));
    write("night_from", settings.night.map(|night| quoted(&Night::time(night.from))));
    write("night_to", settings.night.map(|night| quoted(&Night::time(night.to))));
    write("density", settings.density.map(|density| density.to_string()));
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("  {}: {value}", quoted(name))).collect();
    format!("{{\n \"version\": \"{VERSION}\",\n \"kiosk\": {{\n{}\n }}\n}}\n", fields.join(",\n"))
}

fn texts<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    format!("[{}]", texts.map(quoted).collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full() -> Settings {
        Settings {
            idle: 60,
            warn: 20,
            base: Some("https://example.org/".into()),
            data: Some("http://10.0.0.2/".into()),
            start: "compare?ids=china-malaysia,china-vietnam".into(),
            languages: vec![Lang::Vi, Lang::En],
            shown: PairId::parse("china-malaysia").into_iter().collect(),
            night: Some(Night { from: 1_350, to: 420 }),
            density: Some(3.75),
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for settings in [full(), Settings::default()] {
            assert_eq!(read_settings(write_settings(&settings).as_bytes()), Ok(settings));
        }
    }

    #[test]
    fn a_field_that_makes_no_sense_is_as_without_settings() {
        let read = |fields: &str| read_settings(format!(r#"{{"version":"1.3","kiosk":{{{fields}}}}}"#).as_bytes());
        let odd = r#""idle":"a","warn":-3,"base":"javascript:1","start":"https://evil","languages":["xx"],"night_from":"25:00","night_to":"1:00","density":1e9"#;
        assert_eq!(read(odd), Ok(Settings::default()));
        assert_eq!(read(r#""idle":5,"warn":100000"#).map(|it| (it.idle, it.warn)), Ok((10, 120)));
        assert_eq!(read(r#""languages":["vi","vi","en"]"#).map(|it| it.languages), Ok(vec![Lang::Vi, Lang::En]));
    }

    #[test]
    fn a_file_with_odd_fields_is_told_by_their_names() {
        let odd = |fields: &str| {
            let file = format!(r#"{{"version":"1.3","kiosk":{{{fields}}}}}"#);
            misread_settings(file.as_bytes(), &read_settings(file.as_bytes()).expect("settings"))
        };
        assert_eq!(odd(r#""idle":"x","warn":15,"base":"example.org","mood":"good""#), ["idle", "base"]);
        assert_eq!(odd(r#""idle":5,"languages":["vi","xx"],"night_from":"22:00""#), ["idle", "languages", "night_from"]);
        assert_eq!(odd(r#""night_from":"22:00","night_to":"6:30""#), Vec::<String>::new());
        for settings in [full(), Settings::default()] {
            let written = write_settings(&settings);
            assert_eq!(misread_settings(written.as_bytes(), &settings), Vec::<String>::new());
            let names: Vec<_> = parse(&written).expect("JSON").remove("kiosk").into_iter().collect();
            let names = names.iter().filter_map(Value::as_object).flat_map(|fields| fields.keys());
            assert!(names.into_iter().all(|name| FIELDS.contains(&name.as_str())), "{written}");
        }
    }

    #[test]
    fn other_files_and_newer_ones_are_refused() {
        assert_eq!(read_settings(b""), Err(WireError::Empty));
        assert_eq!(read_settings(br#"{"version":"1.0","parks":[]}"#), Err(WireError::Shape("kiosk".into())));
        assert_eq!(read_settings(br#"{"version":"2.0","kiosk":{}}"#), Err(WireError::NewerVersion("2.0".into())));
        assert_eq!(read_settings(br#"{"version":"1.0","kiosk":{"#), Err(WireError::Truncated));
    }
}
