//! Decides what a request gets.

use std::sync::Arc;

use percent_encoding::percent_decode_str;

use super::fault::{Fault, Stopped};
use super::respond::{file, missing, moved, only_reading, stand_in, words};
use super::wire::{Answer, Body, Request};
use super::{Shared, hold};
use crate::hosting::rules::{Kind, content_type};

impl Shared {
    /// The answer to a request. `Err` when the site stops before there is one.
    pub(super) fn answer(&self, request: &Request) -> Result<Answer, Stopped> {
        let path = path_of(&request.target);
        let below = path.as_deref().and_then(|path| path.strip_prefix(self.base.as_str()));
        let logged = below.map(str::to_owned).or_else(|| path.clone()).unwrap_or_else(|| request.target.clone());
        let id = hold(&self.log).arrived(&logged);
        let answer = match (&path, below) {
            _ if !matches!(request.method.as_str(), "GET" | "HEAD") => only_reading(),
            (None, _) => words(400, "400: this is not an address."),
            (Some(_), Some(below)) => self.answer_below(below, request)?,
            (Some(path), None) if format!("{path}/") == self.base => moved(&self.base),
            (Some(_), None) => words(404, &format!("404: the app lies below {}", self.base)),
        };
        hold(&self.log).answered(id, answer.status);
        Ok(answer)
    }

    /// The answer for a path below the base: first what the tests ordered, then files, then the app itself for addresses of views.
    fn answer_below(&self, below: &str, request: &Request) -> Result<Answer, Stopped> {
        let fault = self.wait_for_fault(below)?;
        let real = if below.is_empty() { "index.html" } else { below };
        let found = if is_plain(real) { self.files.get(&self.root, real) } else { None };
        let bytes = || found.as_ref().map(|found| Arc::clone(&found.bytes)).unwrap_or_default();
        let content_type = content_type(real).0;
        Ok(match fault {
            Some(Fault::Missing) => missing(),
            Some(Fault::Body { status, content_type, bytes }) => stand_in(status, &content_type, Body::Bytes(bytes.into())),
            Some(Fault::Truncated(length)) => {
                let bytes = bytes();
                stand_in(200, content_type, Body::Bytes(bytes.get(..length).unwrap_or(&bytes).into()))
            }
            Some(Fault::Cut(length)) => stand_in(200, content_type, Body::Cut(bytes(), length)),
            Some(Fault::Huge(length)) => stand_in(200, content_type, Body::Padded(bytes(), length)),
            // Waiting is over, and what follows a wait is the right answer.
            Some(Fault::Slow(_) | Fault::Stall) | None => match found {
                Some(found) => file(real, Kind::of(real), &self.partners, &found, request),
                None if is_view(below) && is_navigation(request) => self.app(Kind::of(below), request),
                None => missing(),
            },
        })
    }

    /// The app, which then shows the view of the address.
    fn app(&self, kind: Kind, request: &Request) -> Answer {
        match self.files.get(&self.root, "index.html") {
            Some(found) => file("index.html", kind, &self.partners, &found, request),
            None => missing(),
        }
    }
}

/// The decoded path of a target, or nothing when it is none. Browsers resolve dots before they ask, so a path that still has some is a trick.
fn path_of(target: &str) -> Option<String> {
    let path = target.split(['?', '#']).next().filter(|path| path.starts_with('/'))?;
    let path = percent_decode_str(path).decode_utf8().ok()?.into_owned();
    let leads_down = path.split('/').all(|name| name != "." && name != ".." && !name.contains(['\\', '\0']));
    leads_down.then_some(path)
}

/// Whether a path can be that of a file. Doubled slashes would give one file several addresses, and a colon means a drive on some systems.
fn is_plain(path: &str) -> bool {
    path.split('/').all(|name| !name.is_empty() && !name.contains(':'))
}

/// Whether an address can be that of a view. Files have an extension, and whatever is asked for below `data/` is data: answering it with a page would
/// hide that it is missing.
fn is_view(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    !name.contains('.') && !path.starts_with("data/")
}

/// Whether a person goes to an address, as opposed to a page loading something. Who does not say so, such as those who
/// read links for previews, comes to visit.
fn is_navigation(request: &Request) -> bool {
    request.header("sec-fetch-mode").is_none_or(|mode| mode == "navigate")
}
