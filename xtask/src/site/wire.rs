//! HTTP/1.1 as bytes: the head of a request in, an answer out. What to answer is decided elsewhere.

use std::io::{self, Read, Write};
use std::sync::Arc;

/// The longest head that is read. Browsers send a fraction of it.
const LONGEST_HEAD: usize = 16 * 1024;
/// Endless bodies are sent in pieces of this size.
const PIECE: usize = 64 * 1024;

/// The head of a request.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) method: String,
    /// The path and query as sent.
    pub(super) target: String,
    headers: Vec<(String, String)>,
    /// Whether HTTP/1.1 keeps the connection by default.
    modern: bool,
}

impl Request {
    /// The value of a header, by its lower-case name. Repeated headers count as one list, as the standard has it.
    pub(super) fn header(&self, name: &str) -> Option<String> {
        let values: Vec<_> = self.headers.iter().filter(|(header, _)| header == name).map(|(_, value)| value.as_str()).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }

    /// Whether another request may follow on the same connection. One with a body may not, because bodies are never read.
    pub(super) fn keeps_connection(&self) -> bool {
        let says = |word: &str| self.header("connection").is_some_and(|value| value.to_ascii_lowercase().contains(word));
        let body =
            self.header("transfer-encoding").is_some() || self.header("content-length").is_some_and(|length| length != "0");
        !body && if self.modern { !says("close") } else { says("keep-alive") }
    }
}

/// Why no request could be read.
#[derive(Debug)]
pub(super) enum NoRequest {
    /// The other side is done, or the connection broke or idled too long.
    Ended,
    /// What came is not HTTP.
    Malformed,
    /// The head does not end within reason.
    TooLong,
}

/// Reads the next head. `buffer` keeps what came after it for the next call.
pub(super) fn read(from: &mut impl Read, buffer: &mut Vec<u8>) -> Result<Request, NoRequest> {
    loop {
        if let Some((request, length)) = parse(buffer)? {
            buffer.drain(..length);
            return Ok(request);
        }
        if buffer.len() >= LONGEST_HEAD {
            return Err(NoRequest::TooLong);
        }
        let mut piece = [0; 4096];
        let count = from.read(&mut piece).map_err(|_| NoRequest::Ended)?;
        match piece.get(..count) {
            Some(bytes) if count > 0 => buffer.extend_from_slice(bytes),
            _ => return Err(NoRequest::Ended),
        }
    }
}

/// The head at the start of a buffer and its length, or nothing while it is not whole.
fn parse(buffer: &[u8]) -> Result<Option<(Request, usize)>, NoRequest> {
    let mut headers = [httparse::EMPTY_HEADER; 64];
    let mut head = httparse::Request::new(&mut headers);
    let length = match head.parse(buffer) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) => return Ok(None),
        Err(httparse::Error::TooManyHeaders) => return Err(NoRequest::TooLong),
        Err(_) => return Err(NoRequest::Malformed),
    };
    let request = Request {
        method: head.method.unwrap_or_default().to_owned(),
        target: head.path.unwrap_or_default().to_owned(),
        modern: head.version == Some(1),
        headers: head
            .headers
            .iter()
            .map(|header| (header.name.to_ascii_lowercase(), String::from_utf8_lossy(header.value).trim().to_owned()))
            .collect(),
    };
    Ok(Some((request, length)))
}

/// What is sent after the head.
#[derive(Clone)]
pub(super) enum Body {
    Bytes(Arc<[u8]>),
    /// These bytes, then spaces up to a length.
    Padded(Arc<[u8]>, usize),
    /// Only so many of the bytes, though all are announced; then the connection is cut.
    Cut(Arc<[u8]>, usize),
}

/// An answer, without what belongs to the connection.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Body,
}

/// How an answer is sent.
pub(super) struct Manner {
    /// Only the head, as for a HEAD request.
    pub(super) head_only: bool,
    /// Whether the connection stays open afterwards.
    pub(super) keep: bool,
}

/// Sends an answer. An error also stands for a body that was cut on purpose: either way the connection is at its end.
pub(super) fn write(to: &mut impl Write, answer: &Answer, manner: &Manner) -> io::Result<()> {
    let (start, announced) = match &answer.body {
        Body::Bytes(bytes) | Body::Cut(bytes, _) => (&**bytes, bytes.len()),
        Body::Padded(bytes, length) => (&**bytes, bytes.len().max(*length)),
    };
    let mut message = format!("HTTP/1.1 {} {}\r\n", answer.status, reason(answer.status)).into_bytes();
    for (name, value) in &answer.headers {
        message.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
    }
    // A 304 has no body and repeats no length.
    let bodiless = answer.status == 304;
    if !bodiless {
        message.extend_from_slice(format!("Content-Length: {announced}\r\n").as_bytes());
    }
    message.extend_from_slice(if manner.keep { b"Connection: keep-alive\r\n\r\n" } else { b"Connection: close\r\n\r\n" });
    if !manner.head_only && !bodiless {
        let sent = if let Body::Cut(_, count) = answer.body { start.get(..count).unwrap_or(start) } else { start };
        // Head and body leave in one piece, so that no packet waits for the other side's receipt.
        message.extend_from_slice(sent);
    }
    to.write_all(&message)?;
    if !manner.head_only && !bodiless {
        match &answer.body {
            Body::Cut(..) => {
                to.flush()?;
                return Err(io::Error::other("cut on purpose"));
            }
            Body::Padded(..) => pad(to, announced.saturating_sub(start.len()))?,
            Body::Bytes(_) => {}
        }
    }
    to.flush()
}

fn pad(to: &mut impl Write, mut left: usize) -> io::Result<()> {
    let spaces = [b' '; PIECE];
    while left > 0 {
        let piece = spaces.get(..left).unwrap_or(&spaces);
        to.write_all(piece)?;
        left -= piece.len();
    }
    Ok(())
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        304 => "Not Modified",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        // The standard lets the words be empty.
        _ => "",
    }
}
