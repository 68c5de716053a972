//! The data as it is written: JSON files to domain parts, and nothing else.
//!
//! **Invariant:** this is the only module that knows JSON. A bad claim, record or file is left out and told of; the
//! rest is used. No bytes, however broken, can make it panic.

mod claim;
mod dto;
mod record;
#[cfg(feature = "schema")]
pub mod schema;
mod text;

use crate::domain::catalogue::{DataFile, Fault, Parts, Problem};
use serde::Deserialize;
use serde_json::value::RawValue;

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
    let text = readable(bytes)?;
    let mut reader = Reader { file, faults };
    match file {
        DataFile::Attributes => {
            let lists: dto::AttributesFile = parse(text)?;
            parts.scopes = Some(reader.each(&lists.scopes, record::scope));
            parts.attributes = Some(reader.each(&lists.attributes, record::attribute));
        }
        DataFile::Sectors => {
            let lists: dto::SectorsFile = parse(text)?;
            parts.sectors = Some(reader.each(&lists.sectors, record::sector));
        }
        DataFile::Parks => {
            let lists: dto::ParksFile = parse(text)?;
            parts.parks = Some(reader.each(&lists.parks, record::park));
        }
        DataFile::Pairs => {
            let lists: dto::PairsFile = parse(text)?;
            parts.pairs = Some(reader.each(&lists.pairs, record::pair));
        }
        DataFile::Context => {
            let lists: dto::ContextFile = parse(text)?;
            parts.context = Some(reader.each(&lists.context, record::context));
        }
        DataFile::Sources => {
            let lists: dto::SourcesFile = parse(text)?;
            parts.sources = Some(reader.each(&lists.sources, record::source));
        }
        DataFile::Disputes => {
            let lists: dto::DisputesFile = parse(text)?;
            parts.disputes = Some(reader.each(&lists.disputes, record::dispute));
            parts.gaps = Some(reader.each(&lists.gaps, record::gap));
        }
    }
    Ok(())
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

/// Only the version, so that a newer file is known as such even when its shape has changed.
#[derive(Deserialize)]
struct Version {
    version: Option<String>,
}

fn parse<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, WireError> {
    let version: Version = serde_json::from_str(text).map_err(|error| syntax(&error))?;
    let version = version.version.ok_or_else(|| WireError::Shape("version".into()))?;
    let major = version.split('.').next().and_then(|major| major.parse::<u32>().ok());
    match major {
        Some(major) if major <= MAJOR_VERSION => serde_json::from_str(text).map_err(|error| syntax(&error)),
        Some(_) => Err(WireError::NewerVersion(version)),
        None => Err(WireError::Shape("version".into())),
    }
}

fn syntax(error: &serde_json::Error) -> WireError {
    if error.is_eof() {
        WireError::Truncated
    } else if error.is_syntax() {
        WireError::NotJson { line: error.line(), column: error.column() }
    } else {
        WireError::Shape(plain(error))
    }
}

/// The decoder's words without the place, which is the record's own and would mislead.
fn plain(error: &serde_json::Error) -> String {
    let words = error.to_string();
    words.rsplit_once(" at line ").map_or(words.clone(), |(words, _)| words.to_owned())
}

struct Reader<'f> {
    file: DataFile,
    faults: &'f mut Vec<Fault>,
}

/// What a record's decoder hands back: the record, and the parts of it that had to be left out.
pub(crate) type Decoded<T> = Result<(T, Vec<Bad>), Bad>;

impl Reader<'_> {
    fn each<'a, D: Deserialize<'a>, T>(&mut self, raws: &[&'a RawValue], convert: impl Fn(D) -> Decoded<T>) -> Vec<T> {
        let mut records = Vec::with_capacity(raws.len());
        for (at, raw) in raws.iter().enumerate() {
            let decoded = serde_json::from_str::<D>(raw.get())
                .map_err(|error| (String::new(), Problem::Unreadable(plain(&error))))
                .and_then(&convert);
            let (record, faults) = match decoded {
                Ok((record, faults)) => (Some(record), faults),
                Err(fault) => (None, vec![fault]),
            };
            if !faults.is_empty() {
                let name = label(raw, at);
                let file = self.file;
                let told = faults.into_iter().map(|(field, problem)| Fault { file, record: name.clone(), field, problem });
                self.faults.extend(told);
            }
            records.extend(record);
        }
        records
    }
}

/// A record's id where it has a readable one, else its place in the file.
fn label(raw: &RawValue, at: usize) -> String {
    #[derive(Deserialize)]
    struct Id {
        id: String,
    }
    match serde_json::from_str::<Id>(raw.get()) {
        Ok(Id { id }) if !id.is_empty() => text::clean(&id).chars().take(80).collect(),
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
