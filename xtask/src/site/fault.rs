//! The ways in which a site can misbehave on request.

use std::time::{Duration, Instant};

use super::{Shared, hold};

/// What goes wrong at one path.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// The path is answered with 404.
    Missing,
    /// Something else is sent in place of the file.
    Body {
        /// The status of the answer.
        status: u16,
        /// The value of Content-Type.
        content_type: String,
        /// What is sent.
        bytes: Vec<u8>,
    },
    /// Only the first bytes of the file are there, as after a broken upload. The answer itself is whole.
    Truncated(usize),
    /// The whole file is announced, and the connection is cut after this many bytes.
    Cut(usize),
    /// The right answer, after this time.
    Slow(Duration),
    /// No answer until the fault is lifted or the site stops.
    Stall,
    /// The file, followed by spaces up to this many bytes, so that only its size is wrong.
    Huge(usize),
}

impl Fault {
    /// Other data in place of a file of data.
    #[must_use]
    pub fn json(bytes: impl Into<Vec<u8>>) -> Self {
        Self::Body { status: 200, content_type: "application/json".to_owned(), bytes: bytes.into() }
    }

    /// A page in place of whatever it was, which is how some servers answer for what they do not have.
    #[must_use]
    pub fn page() -> Self {
        let bytes = b"<!doctype html><html><p>busy".to_vec();
        Self::Body { status: 200, content_type: "text/html".to_owned(), bytes }
    }

    /// A server that failed.
    #[must_use]
    pub fn failed() -> Self {
        Self::Body { status: 500, content_type: "text/plain".to_owned(), bytes: b"oh".to_vec() }
    }
}

impl Shared {
    /// Waits as long as the fault at a path says. Gives the fault that stands after the wait, or `Err` when the site stops meanwhile.
    pub(super) fn wait_for_fault(&self, path: &str) -> Result<Option<Fault>, Stopped> {
        let start = Instant::now();
        let mut state = hold(&self.state);
        loop {
            if state.stopping || state.is_cut {
                return Err(Stopped);
            }
            let left = match state.faults.get(path) {
                Some(Fault::Stall) => None,
                Some(Fault::Slow(delay)) => match delay.checked_sub(start.elapsed()) {
                    Some(left) if !left.is_zero() => Some(left),
                    _ => return Ok(None),
                },
                other => return Ok(other.cloned()),
            };
            // A poisoned lock holds plain values, as in `hold`.
            state = match left {
                None => self.changed.wait(state).unwrap_or_else(std::sync::PoisonError::into_inner),
                Some(left) => self.changed.wait_timeout(state, left).unwrap_or_else(std::sync::PoisonError::into_inner).0,
            };
        }
    }
}

/// The site stopped, or its cable was out, while an answer was due.
pub(super) struct Stopped;
