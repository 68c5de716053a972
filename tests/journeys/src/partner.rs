//! A partner's site: pages with the headers that it chooses, on another site than the app.

use std::collections::HashMap;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// The pages by their paths: headers and HTML.
type Pages = Arc<Mutex<HashMap<String, (String, String)>>>;

/// A partner's site while it is served. It is reached by another name than the app, so that browsers take the two for
/// different sites. It ends with the process.
pub struct Partner {
    port: u16,
    pages: Pages,
}

impl Partner {
    /// A site without pages.
    ///
    /// # Panics
    /// When there is no port for it.
    #[must_use]
    pub fn open() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("some port is free");
        let port = listener.local_addr().expect("it listens somewhere").port();
        let pages = Pages::default();
        let served = Arc::clone(&pages);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let pages = Arc::clone(&served);
                // A browser that went away while it was answered is no fault of the site.
                thread::spawn(move || answer(stream, &pages));
            }
        });
        Self { port, pages }
    }

    /// Puts a page at a path, with headers of its own, each as `Name: value`.
    #[must_use]
    pub fn with_page(self, path: &str, headers: &[&str], html: &str) -> Self {
        let headers = headers.iter().map(|header| format!("{header}\r\n")).collect();
        self.pages.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), (headers, html.to_owned()));
        self
    }

    /// The address of a path.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.port)
    }
}

fn answer(mut stream: TcpStream, pages: &Pages) -> Option<()> {
    let mut head = Vec::new();
    let mut piece = [0; 2048];
    while !head.windows(4).any(|four| four == b"\r\n\r\n") {
        let length = stream.read(&mut piece).ok().filter(|length| *length > 0)?;
        head.extend_from_slice(piece.get(..length)?);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let path = head.split(' ').nth(1)?.split('?').next()?;
    let page = pages.lock().unwrap_or_else(PoisonError::into_inner).get(path).cloned();
    let kind = if path.ends_with(".js") { "text/javascript" } else { "text/html" };
    // A browser asks for an icon by itself.
    let status = if page.is_some() { "200 OK" } else { "204 No Content" };
    let (headers, body) = page.unwrap_or_default();
    let length = body.len();
    let answer = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Length: {length}\r\nConnection: close\r\n{headers}\r\n{body}"
    );
    stream.write_all(answer.as_bytes()).ok()
}
