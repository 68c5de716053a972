//! Building answers: the headers that all have, and the forms that recur.

use std::sync::Arc;

use super::files::{Coding, File};
use super::wire::{Answer, Body, Request};
use crate::hosting::rules::{Kind, content_type};

/// Headers of something that stands in for a page or file, and that nobody keeps.
fn passing(content_type: &str) -> Vec<(&'static str, String)> {
    let mut headers = Kind::Page.headers("");
    headers.retain(|(name, _)| *name != "Cache-Control");
    headers.extend([("Cache-Control", "no-store".to_owned()), ("Content-Type", content_type.to_owned())]);
    headers
}

/// A short answer in words, for what went wrong.
pub(super) fn words(status: u16, text: &str) -> Answer {
    let bytes = format!("{text}\n").into_bytes();
    Answer { status, headers: passing("text/plain; charset=utf-8"), body: Body::Bytes(bytes.into()) }
}

/// Nothing is here.
pub(super) fn missing() -> Answer {
    words(404, "404: there is nothing at this address.")
}

/// The thing is elsewhere.
pub(super) fn moved(location: &str) -> Answer {
    let mut answer = words(308, "This has moved.");
    answer.headers.push(("Location", location.to_owned()));
    answer
}

/// Only reading is served.
pub(super) fn only_reading() -> Answer {
    let mut answer = words(405, "405: this server only answers GET and HEAD.");
    answer.headers.push(("Allow", "GET, HEAD".to_owned()));
    answer
}

/// A file as the request wants it: compressed or not, or not at all if the browser has it.
pub(super) fn file(path: &str, kind: Kind, partners: &str, file: &File, request: &Request) -> Answer {
    let (content_type, compressible) = content_type(path);
    let coding = request
        .header("accept-encoding")
        .and_then(|accepted| Coding::choose(&accepted))
        .filter(|_| compressible && file.is_long());
    // Each coding is a different sequence of bytes, so each has a tag of its own.
    let tag = match coding {
        None => format!("\"{:016x}\"", file.tag),
        Some(coding) => format!("\"{:016x}-{}\"", file.tag, coding.name()),
    };
    let mut headers = kind.headers(partners);
    headers.push(("Content-Type", content_type.to_owned()));
    headers.push(("ETag", tag.clone()));
    if compressible {
        headers.push(("Vary", "Accept-Encoding".to_owned()));
    }
    if request.header("if-none-match").is_some_and(|tags| matches(&tags, &tag)) {
        return Answer { status: 304, headers, body: Body::Bytes(Arc::default()) };
    }
    let body = match coding {
        None => Arc::clone(&file.bytes),
        Some(coding) => {
            headers.push(("Content-Encoding", coding.name().to_owned()));
            file.coded(coding)
        }
    };
    Answer { status: 200, headers, body: Body::Bytes(body) }
}

/// Something that stands in for a file on purpose. It is never kept, so that the file is asked for anew once it is back.
pub(super) fn stand_in(status: u16, content_type: &str, body: Body) -> Answer {
    Answer { status, headers: passing(content_type), body }
}

/// Whether an If-None-Match header names a tag. Proxies may have marked it as weak.
fn matches(tags: &str, tag: &str) -> bool {
    tags.split(',').map(str::trim).any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}
