//! Building answers: the headers that all have, and the forms that recur.

use std::sync::Arc;

use super::files::{self, Coding, File};
use super::wire::{Answer, Body, Request};

/// What a page of the app may load and do. A host that ships the app should send the same.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
                      base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

/// The worker of kiosks.
const WORKER: &str = "worker.js";
/// What it may do: it fetches newer data from wherever staff say, which may be another site.
const WORKER_POLICY: &str = "default-src 'none'; script-src 'self'; connect-src http: https:";

/// Whether other sites may read a file: the data, and the list by which a kiosk there knows it.
fn is_for_everyone(path: &str) -> bool {
    path.starts_with("data/") || path == "version.json"
}

/// What a file may load and do.
fn policy(path: &str) -> &'static str {
    if path == WORKER { WORKER_POLICY } else { POLICY }
}

/// Headers that every answer has.
fn headers(content_type: &str, cache: &str, policy: &str) -> Vec<(&'static str, String)> {
    vec![
        ("Content-Type", content_type.to_owned()),
        ("Cache-Control", cache.to_owned()),
        ("Content-Security-Policy", policy.to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
    ]
}

/// A short answer in words, for what went wrong.
pub(super) fn words(status: u16, text: &str) -> Answer {
    let bytes = format!("{text}\n").into_bytes();
    Answer { status, headers: headers("text/plain; charset=utf-8", "no-store", POLICY), body: Body::Bytes(bytes.into()) }
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
pub(super) fn file(path: &str, file: &File, request: &Request) -> Answer {
    let (content_type, compressible) = files::content_type(path);
    let coding = request
        .header("accept-encoding")
        .and_then(|accepted| Coding::choose(&accepted))
        .filter(|_| compressible && file.is_long());
    // Each coding is a different sequence of bytes, so each has a tag of its own.
    let tag = match coding {
        None => format!("\"{:016x}\"", file.tag),
        Some(coding) => format!("\"{:016x}-{}\"", file.tag, coding.name()),
    };
    let mut headers = headers(content_type, files::cache_control(path), policy(path));
    if is_for_everyone(path) {
        headers.push(("Access-Control-Allow-Origin", "*".to_owned()));
    }
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
    Answer { status, headers: headers(content_type, "no-store", POLICY), body }
}

/// Whether an If-None-Match header names a tag. Proxies may have marked it as weak.
fn matches(tags: &str, tag: &str) -> bool {
    tags.split(',').map(str::trim).any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}
