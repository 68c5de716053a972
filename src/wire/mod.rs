//! The data as it is written: JSON files to domain parts, and nothing else.
//!
//! **Invariant:** this is the only module that knows JSON. A bad claim, record or file is left out and told of; the
//! rest is used. No bytes, however broken, can make it panic.

mod claim;
mod dto;
mod health;
mod language;
mod quote;
mod read;
mod record;
#[cfg(feature = "schema")]
pub mod schema;
mod settings;
mod text;

pub use health::{Health, health};
pub use language::{Messages, messages, translations};
pub use quote::quoted;
pub use settings::{misread_settings, read_settings, write_settings};

use crate::domain::catalogue::{DataFile, Parts};
use crate::domain::fault::{Fault, Problem};
use read::Shape;
use serde_json::{Map, Value};

/// The major version of the format that this program reads.
pub const MAJOR_VERSION: u32 = 1;

/// Why a whole file could not be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum WireError {
    /// There is nothing in it.
    Empty,
    /// It is a web page, as servers send in place of a missing file.
    Html,
    /// It is not text in UTF-8.
    NotText,
    /// It breaks off before its end.
    Truncated,
    /// It is not JSON from this place on.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// It was written for a newer program, with this version.
    NewerVersion(String),
    /// It is JSON, but not of this file's shape; the words say what is missing.
    Shape(String),
}

/// A record that could not be used: the field, and what is wrong with it.
pub(crate) type Bad = (String, Problem);

/// Decodes one file into the parts. Records that can't be used go to `faults`.
///
/// # Errors
/// When nothing in the file can be used; the parts are then as before.
pub fn decode(file: DataFile, bytes: &[u8], parts: &mut Parts, faults: &mut Vec<Fault>) -> Result<(), WireError> {
    let mut lists = parse(readable(bytes)?)?;
    let mut reader = Reader { file, faults };
    match file {
        DataFile::Attributes => {
            let (scopes, attributes) = (list(&mut lists, "scopes")?, list(&mut lists, "attributes")?);
            parts.scopes = Some(reader.each(scopes, record::scope));
            parts.attributes = Some(reader.each(attributes, record::attribute));
        }
        DataFile::Sectors => parts.sectors = Some(reader.each(list(&mut lists, "sectors")?, record::sector)),
        DataFile::Parks => parts.parks = Some(reader.each(list(&mut lists, "parks")?, record::park)),
        DataFile::Pairs => parts.pairs = Some(reader.each(list(&mut lists, "pairs")?, record::pair)),
        DataFile::Context => parts.context = Some(reader.each(list(&mut lists, "context")?, record::context)),
        DataFile::Sources => parts.sources = Some(reader.each(list(&mut lists, "sources")?, record::source)),
        DataFile::Disputes => {
            let (disputes, gaps) = (list(&mut lists, "disputes")?, list(&mut lists, "gaps")?);
            parts.disputes = Some(reader.each(disputes, record::dispute));
            parts.gaps = Some(reader.each(gaps, record::gap));
        }
    }
    Ok(())
}

fn list(lists: &mut Map<String, Value>, name: &str) -> Result<Vec<Value>, WireError> {
    match lists.remove(name) {
        Some(Value::Array(records)) => Ok(records),
        _ => Err(WireError::Shape(name.to_owned())),
    }
}

fn readable(bytes: &[u8]) -> Result<&str, WireError> {
    let text = std::str::from_utf8(bytes).map_err(|_| WireError::NotText)?;
    let text = text.trim_start_matches('\u{feff}').trim_start();
    match text.chars().next() {
        None => Err(WireError::Empty),
        Some('<') => Err(WireError::Html),
        Some(_) => Ok(text),
    }
}

fn json(text: &str) -> Result<Value, WireError> {
    serde_json::from_str(text).map_err(|error| {
        if error.is_eof() { WireError::Truncated } else { WireError::NotJson { line: error.line(), column: error.column() } }
    })
}

/// The file's top level, once its version is one that this program reads.
fn parse(text: &str) -> Result<Map<String, Value>, WireError> {
    let Value::Object(lists) = json(text)? else { return Err(WireError::Shape("version".into())) };
    let version = lists.get("version").and_then(Value::as_str).unwrap_or_default();
    match version.split('.').next().and_then(|major| major.parse::<u32>().ok()) {
        Some(major) if major <= MAJOR_VERSION => Ok(lists),
        Some(_) => Err(WireError::NewerVersion(text::clean(version).chars().take(20).collect())),
        None => Err(WireError::Shape("version".into())),
    }
}

struct Reader<'f> {
    file: DataFile,
    faults: &'f mut Vec<Fault>,
}

/// What a record's decoder hands back: the record, and the parts of it that had to be left out.
pub(crate) type Decoded<T> = Result<(T, Vec<Bad>), Bad>;

impl Reader<'_> {
    fn each<D: Shape, T>(&mut self, values: Vec<Value>, convert: fn(D) -> Decoded<T>) -> Vec<T> {
        let mut records = Vec::with_capacity(values.len());
        for (at, value) in values.into_iter().enumerate() {
            let name = label(&value, at);
            let decoded = D::read(value).map_err(|why| (String::new(), Problem::Unreadable(why))).and_then(convert);
            let faults = match decoded {
                Ok((record, faults)) => {
                    records.push(record);
                    faults
                }
                Err(fault) => vec![fault],
            };
            self.tell(&name, faults);
        }
        records
    }

    fn tell(&mut self, name: &str, faults: Vec<Bad>) {
        for (field, problem) in faults {
            self.faults.push(Fault { file: self.file, record: name.to_owned(), field, problem });
        }
    }
}

/// A record's id where it has a readable one, else its place in the list.
fn label(value: &Value, at: usize) -> String {
    match value.get("id").and_then(Value::as_str) {
        Some(id) if !id.is_empty() => text::clean(id).chars().take(80).collect(),
        _ => format!("#{}", at + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sectors(text: &str) -> (Result<(), WireError>, usize, Vec<Fault>) {
        let (mut parts, mut faults) = (Parts::default(), Vec::new());
        let result = decode(DataFile::Sectors, text.as_bytes(), &mut parts, &mut faults);
        (result, parts.sectors.map_or(0, |sectors| sectors.len()), faults)
    }

    #[test]
    fn a_file_that_is_no_data_says_what_it_is() {
        assert_eq!(sectors("").0, Err(WireError::Empty));
        assert_eq!(sectors(" \n <!doctype html><p>hello").0, Err(WireError::Html));
        assert_eq!(sectors(r#"{"version":"1.0","sectors":[{"id":"#).0, Err(WireError::Truncated));
        assert_eq!(sectors(r#"{"version":"1.0",]"#).0, Err(WireError::NotJson { line: 1, column: 18 }));
        assert_eq!(sectors(r#"{"version":"2.0","things":[]}"#).0, Err(WireError::NewerVersion("2.0".into())));
        assert!(matches!(sectors(r#"{"version":"1.0"}"#).0, Err(WireError::Shape(_))));
        let (mut parts, mut faults) = (Parts::default(), Vec::new());
        let bytes = [b'{', 0xff, b'}'];
        assert_eq!(decode(DataFile::Sectors, &bytes, &mut parts, &mut faults), Err(WireError::NotText));
    }

    #[test]
    fn one_bad_record_is_left_out_and_named() {
        let text = r#"{"version":"1.7","later":true,"sectors":[
            {"id":"steel","names":{"en":"Steel"},"new-field":1},
            {"id":"food","names":{}},
            {"id":"Bad Id","names":{"en":"?"}},
            7]}"#;
        let (result, kept, faults) = sectors(text);
        assert_eq!((result, kept), (Ok(()), 1));
        assert_eq!(faults.iter().map(|fault| fault.record.as_str()).collect::<Vec<_>>(), ["food", "Bad Id", "#4"]);
    }
}
