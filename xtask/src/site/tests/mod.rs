//! The server, asked over real connections as a client would.

mod addresses;
mod faults;
mod files;

use std::collections::HashMap;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use tempfile::TempDir;

use super::*;

/// Long enough to be worth compressing.
const PARKS: &str = "{\"parks\":[{\"id\":\"qinzhou\"},{\"id\":\"kuantan\"},{\"id\":\"suzhou\"},{\"id\":\"rayong\"}]}";
const WASM: &str = "twin-parks-0123456789abcdef_bg.wasm";

/// What came back.
#[derive(Debug)]
struct Reply {
    status: u16,
    headers: HashMap<String, String>,
    body: Vec<u8>,
}

impl Reply {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

/// A small app on the disk, and the server of it.
fn site(prepare: impl FnOnce(Site) -> Site) -> anyhow::Result<(TempDir, Running)> {
    let folder = tempfile::tempdir()?;
    fs::create_dir_all(folder.path().join("dist/data"))?;
    fs::write(folder.path().join("secret.txt"), "secret")?;
    for (name, text) in [
        ("index.html", "<!doctype html><title>app</title>".repeat(20)),
        ("boot-0123456789abcde.js", "let x = 1;".repeat(100)),
        ("style.css", "a{}".repeat(100)),
        (WASM, "\0asm".repeat(1000)),
        ("worker.js", "self;".to_owned()),
        ("version.json", "{}".to_owned()),
        ("icon.png", "png".repeat(200)),
        ("two words.txt", "short".to_owned()),
        ("data/parks.json", PARKS.repeat(10)),
        ("data/parks-0123456789abcdef.json", "{}".to_owned()),
    ] {
        fs::write(folder.path().join("dist").join(name), text)?;
    }
    let running = prepare(Site::new(folder.path().join("dist"))).listen(0)?;
    Ok((folder, running))
}

fn plain() -> anyhow::Result<(TempDir, Running)> {
    site(|site| site)
}

/// Sends a request as it stands, and reads until the server closes.
fn send(running: &Running, request: &str) -> anyhow::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(running.address)?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    stream.write_all(request.as_bytes())?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Splits one reply off the start of what came.
fn split(bytes: &[u8]) -> anyhow::Result<Reply> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").context("the head does not end")?;
    let head = std::str::from_utf8(bytes.get(..end).unwrap_or_default())?;
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).context("there is no status")?.parse()?;
    let headers = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    Ok(Reply { status, headers, body: bytes.get(end + 4..).unwrap_or_default().to_vec() })
}

fn get_with(running: &Running, path: &str, headers: &str) -> anyhow::Result<Reply> {
    split(&send(running, &format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n"))?)
}

fn get(running: &Running, path: &str) -> anyhow::Result<Reply> {
    get_with(running, path, "")
}

fn navigate(running: &Running, path: &str) -> anyhow::Result<Reply> {
    get_with(running, path, "Sec-Fetch-Mode: navigate\r\nAccept: text/html\r\n")
}

/// Waits until something holds that another thread brings about. It gives up after a time that only a hung test needs.
fn until(what: &str, holds: impl Fn() -> bool) -> anyhow::Result<()> {
    let start = Instant::now();
    while !holds() {
        anyhow::ensure!(start.elapsed() < Duration::from_secs(60), "{what} did not come about");
        thread::yield_now();
    }
    Ok(())
}
