//! The server, asked over real connections as a client would.

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
    let headers = lines.filter_map(|line| line.split_once(": ")).map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())).collect();
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

#[test]
fn every_file_has_its_type() -> anyhow::Result<()> {
    let (_folder, site) = plain()?;
    let wasm = format!("/{WASM}");
    for (path, expected) in [
        ("/", "text/html; charset=utf-8"),
        ("/index.html", "text/html; charset=utf-8"),
        ("/boot-0123456789abcde.js", "text/javascript; charset=utf-8"),
        ("/style.css", "text/css; charset=utf-8"),
        (wasm.as_str(), "application/wasm"),
        ("/data/parks.json", "application/json"),
        ("/icon.png", "image/png"),
        ("/two%20words.txt?version=1", "text/plain; charset=utf-8"),
    ] {
        let reply = get(&site, path)?;
        assert_eq!((reply.status, reply.header("content-type")), (200, expected), "{path}");
    }
    Ok(())
}

#[test]
fn every_answer_has_the_security_headers() -> anyhow::Result<()> {
    let (_folder, site) = plain()?;
    for path in ["/", "/data/parks.json", "/nothing.js"] {
        let reply = get(&site, path)?;
        assert!(reply.header("content-security-policy").starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"), "{path}");
        assert_eq!((reply.header("x-content-type-options"), reply.header("referrer-policy")), ("nosniff", "no-referrer"), "{path}");
    }
    Ok(())
}

#[test]
fn text_and_wasm_come_as_brotli_to_those_who_take_it() -> anyhow::Result<()> {
    let (_folder, site) = plain()?;
    let wasm = format!("/{WASM}");
    for path in ["/", "/style.css", "/boot-0123456789abcde.js", "/data/parks.json", wasm.as_str()] {
        let raw = get(&site, path)?;
        assert_eq!((raw.header("content-encoding"), raw.header("vary")), ("", "Accept-Encoding"), "{path}");
        let reply = get_with(&site, path, "Accept-Encoding: gzip, deflate, br, zstd\r\n")?;
        assert_eq!((reply.header("content-encoding"), reply.header("vary")), ("br", "Accept-Encoding"), "{path}");
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut reply.body.as_slice(), &mut unpacked)?;
        assert!(unpacked == raw.body && reply.body.len() < raw.body.len(), "{path}");
        assert_ne!(reply.header("etag"), raw.header("etag"), "{path}");
    }
    Ok(())
}

#[test]
fn gzip_is_for_those_who_do_not_take_brotli() -> anyhow::Result<()> {
    let (_folder, site) = plain()?;
    for accepted in ["gzip", "gzip, br;q=0", "deflate, gzip;q=0.5"] {
        let reply = get_with(&site, "/data/parks.json", &format!("Accept-Encoding: {accepted}\r\n"))?;
        assert_eq!(reply.header("content-encoding"), "gzip", "{accepted}");
        let mut unpacked = String::new();
        flate2::read::GzDecoder::new(reply.body.as_slice()).read_to_string(&mut unpacked)?;
        assert_eq!(unpacked, PARKS.repeat(10));
    }
    Ok(())
}

#[test]
fn pictures_and_short_files_are_not_compressed() -> anyhow::Result<()> {
    let (_folder, site) = plain()?;
    for path in ["/icon.png", "/two%20words.txt"] {
        assert_eq!(get_with(&site, path, "Accept-Encoding: br\r\n")?.header("content-encoding"), "", "{path}");
    }
    Ok(())
}

#[test]
fn only_names_with_a_hash_keep_for_ever_and_data_never_does() -> anyhow::Result<()> {
    let (_folder, site) = plain()?;
    for path in [format!("/{WASM}"), "/boot-0123456789abcde.js".to_owned()] {
        assert_eq!(get(&site, &path)?.header("cache-control"), "public, max-age=31536000, immutable", "{path}");
    }
    for path in ["/", "/style.css", "/data/parks.json", "/data/parks-0123456789abcdef.json", "/two%20words.txt"] {
        assert_eq!(get(&site, path)?.header("cache-control"), "no-cache", "{path}");
    }
    Ok(())
}

#[test]
fn what_the_browser_has_is_not_sent_again_until_it_changes() -> anyhow::Result<()> {
    let (folder, site) = plain()?;
    let tag = get(&site, "/data/parks.json")?.header("etag").to_owned();
    for tags in [tag.clone(), format!("\"other\", {tag}"), format!("W/{tag}"), "*".to_owned()] {
        let again = get_with(&site, "/data/parks.json", &format!("If-None-Match: {tags}\r\n"))?;
        assert_eq!((again.status, again.body.len(), again.header("etag")), (304, 0, tag.as_str()), "{tags}");
    }
    assert_eq!(get_with(&site, "/data/parks.json", "If-None-Match: \"other\"\r\n")?.status, 200);
    fs::write(folder.path().join("dist/data/parks.json"), "{\"changed\":true}")?;
    let changed = get_with(&site, "/data/parks.json", &format!("If-None-Match: {tag}\r\n"))?;
    assert_eq!((changed.status, changed.body.as_slice()), (200, b"{\"changed\":true}".as_slice()));
    Ok(())
}

#[test]
fn addresses_of_views_are_answered_with_the_app() -> anyhow::Result<()> {
    let (_folder, site) = plain()?;
    let app = get(&site, "/")?.body;
    for path in ["/pairs/qinzhou-kuantan", "/compare?ids=a,b", "/compare/", "/%E6%AF%94"] {
        let reply = navigate(&site, path)?;
        assert_eq!((reply.status, &reply.body), (200, &app), "{path}");
        assert_eq!(get_with(&site, path, "Accept: text/html,*/*\r\n")?.status, 200, "{path} for a client without fetch metadata");
    }
    Ok(())
}

#[test]
fn what_is_missing_is_404_and_never_the_app() -> anyhow::Result<()> {
    let (_folder, site) = plain()?;
    let app = get(&site, "/")?.body;
    let missing = |reply: Reply, what: &str| {
        assert!(reply.status == 404 && reply.body != app && reply.header("content-type").starts_with("text/plain"), "{what}: {reply:?}");
    };
    for path in ["/old-0123456789abcdef.js", "/old.wasm", "/data/nothing.json", "/data/nothing", "/data", "/data/"] {
        missing(navigate(&site, path)?, path);
    }
    missing(get_with(&site, "/compare", "Sec-Fetch-Mode: cors\r\nAccept: text/html\r\n")?, "a fetch of a view");
    missing(get_with(&site, "/compare", "Accept: */*\r\n")?, "a script or a command-line tool");
    Ok(())
}

#[test]
fn no_path_leads_out_of_the_site() -> anyhow::Result<()> {
    let (_folder, site) = plain()?;
    for path in ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/data/../../secret.txt", "/data/..%5c..%5csecret.txt", "/%00", "/.", "//", "*"] {
        let reply = navigate(&site, path)?;
        assert!(!String::from_utf8_lossy(&reply.body).contains("secret"), "{path}");
        assert!(path == "//" || reply.status == 400, "{path}: {}", reply.status);
    }
    Ok(())
}

#[cfg(unix)]
#[test]
fn no_link_leads_out_of_the_site() -> anyhow::Result<()> {
    let (folder, site) = plain()?;
    std::os::unix::fs::symlink(folder.path().join("secret.txt"), folder.path().join("dist/link.txt"))?;
    assert_eq!(get(&site, "/link.txt")?.status, 404);
    Ok(())
}

#[test]
fn a_site_below_a_path_is_only_there() -> anyhow::Result<()> {
    let (_folder, site) = site(|site| site.with_base("/sub"))?;
    assert!(site.url().ends_with("/sub/"));
    assert_eq!(get(&site, "/sub/data/parks.json")?.status, 200);
    assert_eq!(navigate(&site, "/sub/compare")?.status, 200);
    assert_eq!(navigate(&site, "/compare")?.status, 404);
    assert_eq!(navigate(&site, "/")?.status, 404);
    let bare = navigate(&site, "/sub")?;
    assert_eq!((bare.status, bare.header("location")), (308, "/sub/"));
    Ok(())
}

#[test]
fn head_gives_the_head_alone_and_nothing_else_is_served() -> anyhow::Result<()> {
    let (_folder, site) = plain()?;
    let head = split(&send(&site, "HEAD /data/parks.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")?)?;
    assert_eq!((head.status, head.header("content-length"), head.body.len()), (200, PARKS.repeat(10).len().to_string().as_str(), 0));
    let post = split(&send(&site, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc")?)?;
    assert_eq!((post.status, post.header("allow"), post.header("connection")), (405, "GET, HEAD", "close"));
    assert_eq!(split(&send(&site, "nonsense\r\n\r\n")?)?.status, 400);
    assert_eq!(split(&send(&site, &format!("GET / HTTP/1.1\r\nX: {}\r\n\r\n", "x".repeat(20_000)))?)?.status, 431);
    Ok(())
}

#[test]
fn one_connection_serves_many_requests() -> anyhow::Result<()> {
    let (_folder, site) = plain()?;
    let two = "GET /two%20words.txt HTTP/1.1\r\nHost: x\r\n\r\nGET /nothing.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    let first = split(&send(&site, two)?)?;
    let length: usize = first.header("content-length").parse()?;
    assert_eq!((first.status, first.header("connection")), (200, "keep-alive"));
    assert_eq!(split(first.body.get(length..).context("a second reply follows")?)?.status, 404);
    Ok(())
}

#[test]
fn a_missing_file_can_be_ordered_and_brought_back() -> anyhow::Result<()> {
    let (_folder, site) = site(|site| site.fault("data/parks.json", Fault::Missing))?;
    assert_eq!(get(&site, "/data/parks.json")?.status, 404);
    site.set_fault("data/parks.json", None);
    assert_eq!(get(&site, "/data/parks.json")?.status, 200);
    Ok(())
}

#[test]
fn another_body_can_stand_in() -> anyhow::Result<()> {
    let fault = Fault::Body { status: 503, content_type: "text/html".to_owned(), bytes: b"<h1>busy</h1>".to_vec() };
    let (_folder, site) = site(|site| site.fault("data/parks.json", fault))?;
    let reply = get(&site, "/data/parks.json")?;
    assert_eq!((reply.status, reply.header("content-type"), reply.body.as_slice()), (503, "text/html", b"<h1>busy</h1>".as_slice()));
    assert_eq!(reply.header("cache-control"), "no-store");
    Ok(())
}

#[test]
fn a_file_can_be_short_cut_or_huge() -> anyhow::Result<()> {
    let (_folder, site) = plain()?;
    let whole = PARKS.repeat(10).into_bytes();

    site.set_fault("data/parks.json", Some(Fault::Truncated(7)));
    let short = get(&site, "/data/parks.json")?;
    assert_eq!((short.header("content-length"), short.body.as_slice()), ("7", whole.get(..7).context("it is longer")?));

    site.set_fault("data/parks.json", Some(Fault::Cut(7)));
    let cut = split(&send(&site, "GET /data/parks.json HTTP/1.1\r\nHost: x\r\n\r\n")?)?;
    assert_eq!((cut.header("content-length"), cut.body.len()), (whole.len().to_string().as_str(), 7));

    site.set_fault("data/parks.json", Some(Fault::Huge(3_000_000)));
    let huge = get(&site, "/data/parks.json")?;
    assert_eq!((huge.header("content-length"), huge.body.len()), ("3000000", 3_000_000));
    assert!(huge.body.starts_with(&whole) && huge.body.iter().skip(whole.len()).all(|&byte| byte == b' '));
    Ok(())
}

#[test]
fn a_slow_file_arrives_whole() -> anyhow::Result<()> {
    let (_folder, site) = site(|site| site.fault("data/parks.json", Fault::Slow(Duration::from_millis(30))))?;
    assert_eq!(get(&site, "/data/parks.json")?.body, PARKS.repeat(10).into_bytes());
    Ok(())
}

#[test]
fn a_stalled_file_holds_up_only_itself_and_arrives_when_the_stall_is_lifted() -> anyhow::Result<()> {
    let (_folder, site) = site(|site| site.fault("data/parks.json", Fault::Stall))?;
    thread::scope(|scope| {
        let stalled = scope.spawn(|| get(&site, "/data/parks.json"));
        until("the request", || site.requests() == [("data/parks.json".to_owned(), 0)])?;
        assert_eq!(get(&site, "/style.css")?.status, 200);
        assert_eq!(site.requests(), [("data/parks.json".to_owned(), 0), ("style.css".to_owned(), 200)]);
        site.set_fault("data/parks.json", None);
        let reply = stalled.join().map_err(|_| anyhow::anyhow!("the client broke off"))??;
        assert_eq!((reply.status, reply.body.len()), (200, PARKS.repeat(10).len()));
        assert_eq!(site.requests().first(), Some(&("data/parks.json".to_owned(), 200)));
        Ok(())
    })
}

#[test]
fn stopping_closes_connections_that_are_kept_open_or_stalled() -> anyhow::Result<()> {
    let (_folder, site) = site(|site| site.fault("data/parks.json", Fault::Stall))?;
    let address = site.address;
    let mut kept = TcpStream::connect(address)?;
    let mut stalled = TcpStream::connect(address)?;
    for stream in [&mut kept, &mut stalled] {
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    }
    kept.write_all(b"GET /two%20words.txt HTTP/1.1\r\nHost: x\r\n\r\n")?;
    stalled.write_all(b"GET /data/parks.json HTTP/1.1\r\nHost: x\r\n\r\n")?;
    until("both requests", || site.requests().len() == 2 && site.requests().contains(&("two words.txt".to_owned(), 200)))?;
    site.stop();
    let mut rest = Vec::new();
    kept.read_to_end(&mut rest)?;
    assert_eq!(split(&rest)?.status, 200);
    rest.clear();
    // Closed in either way; what matters is that it does not hang and brings nothing.
    let _ = stalled.read_to_end(&mut rest);
    assert!(rest.is_empty());
    assert!(TcpStream::connect(address).is_err(), "the port should be free");
    Ok(())
}

#[test]
fn the_log_holds_every_request_in_order_until_it_is_cleared() -> anyhow::Result<()> {
    let (_folder, site) = plain()?;
    navigate(&site, "/compare?ids=a")?;
    get(&site, "/nothing.js")?;
    assert_eq!(site.requests(), [("compare".to_owned(), 200), ("nothing.js".to_owned(), 404)]);
    site.clear_requests();
    assert!(site.requests().is_empty());
    Ok(())
}

#[test]
fn a_taken_port_is_told_in_plain_words() -> anyhow::Result<()> {
    let (_folder, site) = plain()?;
    let error = check_port(site.address.port()).err().context("it should fail")?;
    assert!(format!("{error:#}").contains("another program") && format!("{error:#}").contains("--port"), "{error:#}");
    Ok(())
}
