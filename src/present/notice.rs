//! What went wrong, in plain words: what happened, what still works, what to do.

use super::reader::Reader;
use crate::address::QueryFault;
use crate::domain::catalogue::DataFile;
use crate::domain::fault::{Fault, Problem, causes};
use crate::wire::WireError;

/// Why a file of data is not there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LoadError {
    /// The server could not be reached.
    Unreachable,
    /// The server answered with this status.
    Status(u16),
    /// The file is larger than any data file can be, in bytes.
    TooLarge(usize),
    /// The server did not answer in time.
    TimedOut,
    /// The file came, but nothing in it can be used.
    Unusable(WireError),
}

/// A notice: one sentence, and details for who wants them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NoticeView {
    /// What happened and what still works.
    pub text: String,
    /// Each thing by itself.
    pub details: Vec<String>,
}

/// The notice about parameters of the address; `None` when all could be used.
#[must_use]
pub fn address_notice(faults: &[QueryFault], reader: &Reader) -> Option<NoticeView> {
    let words = reader.words();
    let details: Vec<String> = faults
        .iter()
        .map(|fault| match fault {
            QueryFault::UnknownName(name) => words.unknown_parameter(name),
            QueryFault::BadValue { name, value } => words.bad_parameter(*name, value),
            QueryFault::TooMany => words.too_many.to_owned(),
        })
        .collect();
    (!details.is_empty()).then(|| NoticeView { text: words.address_notice.to_owned(), details })
}

/// The notice about what was left out, without what only follows from it; `None` when all could be used.
#[must_use]
pub fn data_notice(faults: &[Fault], reader: &Reader) -> Option<NoticeView> {
    let words = reader.words();
    let details: Vec<String> = causes(faults).into_iter().map(|fault| fault_line(fault, reader)).collect();
    (!details.is_empty()).then(|| NoticeView { text: words.data_notice(details.len()), details })
}

/// A fault in one line: file, record, field, and what is wrong.
#[must_use]
pub fn fault_line(fault: &Fault, reader: &Reader) -> String {
    let words = reader.words();
    let problem = match &fault.problem {
        Problem::Unreadable(why) | Problem::Rule(why) => why.clone(),
        Problem::Unknown(name) => words.problem_unknown(name),
        Problem::Doubled => words.problem_doubled.to_owned(),
        Problem::WrongShape => words.problem_shape.to_owned(),
        Problem::NoSource => words.problem_source.to_owned(),
    };
    let place = [fault.file.name(), &fault.record, &fault.field].into_iter().filter(|part| !part.is_empty());
    format!("{}: {problem}", place.collect::<Vec<_>>().join(" › "))
}

/// Why a file is not there, in one sentence.
#[must_use]
pub fn load_error(file: DataFile, error: &LoadError, reader: &Reader) -> String {
    let words = reader.words();
    let why = match error {
        LoadError::Unreachable => words.unreachable.to_owned(),
        LoadError::TimedOut => words.timed_out.to_owned(),
        LoadError::Status(status) => words.bad_status(*status),
        LoadError::TooLarge(bytes) => words.too_large(bytes / 1_000_000),
        LoadError::Unusable(WireError::Empty) => words.file_empty.to_owned(),
        LoadError::Unusable(WireError::Html) => words.file_html.to_owned(),
        LoadError::Unusable(WireError::NotText) => words.file_not_text.to_owned(),
        LoadError::Unusable(WireError::Truncated) => words.file_truncated.to_owned(),
        LoadError::Unusable(WireError::NotJson { line, column }) => words.file_not_json(*line, *column),
        LoadError::Unusable(WireError::NewerVersion(version)) => words.file_newer(version),
        LoadError::Unusable(WireError::Shape(missing)) => words.file_shape(missing),
    };
    format!("{}: {why}", file.name())
}
