//! What nginx and Caddy answer: the right headers, compressed forms made ahead, and 404 where there is nothing.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use journeys::shipped_in;

use super::{caddy, nginx, pack};

/// Where a server has a path.
type Host = fn(&str) -> String;

/// Every server that is asked: all must say the same.
const HOSTS: [Host; 2] = [|path| nginx().url(path), |path| caddy().url(path)];

/// An answer.
#[derive(Debug)]
pub struct Reply {
    status: u16,
    pub headers: BTreeMap<String, String>,
    length: usize,
}

impl Reply {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

/// Asks for a path as curl does.
pub fn ask(host: Host, path: &str, headers: &[&str]) -> Reply {
    let mut command = Command::new("curl");
    command
        .args(["--silent", "--insecure", "--path-as-is", "--include", "--http1.1"])
        .args(headers.iter().flat_map(|header| ["-H", *header]));
    let output = command.arg(host(path)).output().expect("curl is there");
    let end = output.stdout.windows(4).position(|four| four == b"\r\n\r\n").expect("an answer has a head");
    let head = String::from_utf8_lossy(&output.stdout[..end]).into_owned();
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|status| status.parse().ok()).expect("a status");
    let mut all = BTreeMap::new();
    for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
        let doubled = all.insert(name.to_ascii_lowercase(), value.to_owned());
        // Two lines of what an answer varies with are one list.
        assert!(doubled.is_none() || name == "Vary", "{path} says {name} twice");
    }
    Reply { status, headers: all, length: output.stdout.len() - end - 4 }
}

pub fn visit(host: Host, path: &str) -> Reply {
    ask(host, path, &["Sec-Fetch-Mode: navigate", "Accept: text/html"])
}

/// A file of the packed app by how its name begins and ends.
pub fn file(beginning: &str, ending: &str) -> String {
    shipped_in(&pack().join("site"), beginning, ending)
}

#[test]
fn pages_are_closed_to_frames_and_embedded_ones_open_to_partners() {
    for host in HOSTS {
        for path in
            ["/", "/index.html", "/compare?ids=a,b", "/pairs/china-malaysia", "/data", "/kiosk", "/kiosk/pairs/x", "/share/embed"]
        {
            let reply = visit(host, path);
            assert_eq!((reply.status, reply.header("content-type")), (200, "text/html; charset=utf-8"), "{path}");
            let policy = reply.header("content-security-policy");
            assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"), "{path}: {policy}");
            assert!(policy.ends_with("frame-ancestors 'none'") && !policy.contains("unsafe-inline"), "{path}: {policy}");
            assert_eq!(
                (reply.header("x-frame-options"), reply.header("cross-origin-resource-policy")),
                ("DENY", "same-origin"),
                "{path}"
            );
            assert_eq!(reply.header("cache-control"), "no-cache", "{path}");
        }
        for path in ["/embed", "/embed/", "/embed/pairs/china-malaysia?lang=vi"] {
            let reply = visit(host, path);
            assert_eq!((reply.status, reply.header("x-frame-options")), (200, ""), "{path}");
            assert!(reply.header("content-security-policy").contains("frame-ancestors 'self' https:"), "{path}");
            let open = (reply.header("cross-origin-embedder-policy"), reply.header("cross-origin-resource-policy"));
            assert_eq!(open, ("require-corp", "cross-origin"), "{path}");
        }
        for path in ["/", "/embed", "/data/parks.json", "/nothing.js"] {
            let reply = visit(host, path);
            for (name, value) in [("x-content-type-options", "nosniff"), ("referrer-policy", "no-referrer")] {
                assert_eq!(reply.header(name), value, "{path}");
            }
            assert!(reply.header("strict-transport-security").starts_with("max-age=63072000"), "{path}");
            assert!(reply.header("permissions-policy").contains("camera=()"), "{path}");
            assert!(!reply.header("server").contains('/'), "{path} tells the version of the server");
        }
    }
}

#[test]
fn files_are_open_to_every_site_and_kept_as_long_as_they_can_be() {
    for host in HOSTS {
        let (program, script) = (format!("/{}", file("twin-parks-", ".wasm")), format!("/{}", file("boot-", ".js")));
        for (path, content_type, cache) in [
            (program.as_str(), "application/wasm", "public, max-age=31536000, immutable"),
            (script.as_str(), "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"),
            ("/embed.js", "text/javascript; charset=utf-8", "no-cache"),
            ("/embed/embed.css", "text/css; charset=utf-8", "no-cache"),
            ("/data/parks.json", "application/json", "no-cache"),
            ("/words/vi.json", "application/json", "no-cache"),
            ("/version.json", "application/json", "no-cache"),
        ] {
            let reply = ask(host, path, &[]);
            assert_eq!(
                (reply.status, reply.header("content-type"), reply.header("cache-control")),
                (200, content_type, cache),
                "{path}"
            );
            let open = (reply.header("access-control-allow-origin"), reply.header("cross-origin-resource-policy"));
            assert_eq!(open, ("*", "cross-origin"), "{path}");
        }
        let worker = ask(host, "/worker.js", &[]);
        assert!(worker.header("content-security-policy").contains("connect-src http: https:"), "{worker:?}");
    }
}

#[test]
fn texts_come_in_the_form_that_was_made_ahead() {
    for host in HOSTS {
        let program = file("twin-parks-", ".wasm");
        for path in [program.as_str(), "data/parks.json", "index.html", "embed.js"] {
            let length = |ending: &str| {
                fs::metadata(pack().join("site").join(format!("{path}{ending}"))).expect("it was packed").len() as usize
            };
            for (accepted, coding, ending) in [("gzip, br", "br", ".br"), ("gzip", "gzip", ".gz"), ("identity", "", "")] {
                let reply = ask(host, &format!("/{path}"), &[&format!("Accept-Encoding: {accepted}")]);
                assert_eq!((reply.header("content-encoding"), reply.length), (coding, length(ending)), "{path} for {accepted}");
            }
        }
        // An address of a view is answered with the page in its compressed form as well.
        let reply = ask(host, "/pairs/china-malaysia", &["Sec-Fetch-Mode: navigate", "Accept-Encoding: br"]);
        assert_eq!(reply.header("content-encoding"), "br");
    }
}

#[test]
fn what_is_missing_is_404_and_never_the_app() {
    for host in HOSTS {
        for path in [
            "/old-0123456789abcdef.js",
            "/old.wasm",
            "/data/nothing.json",
            "/data/nothing",
            "/data/",
            "/embed/old.css",
            "/../nginx.conf",
            "/%2e%2e/nginx.conf",
        ] {
            let reply = visit(host, path);
            assert!(matches!(reply.status, 400 | 404), "{path}: {reply:?}");
        }
        for path in ["/compare", "/embed"] {
            assert_eq!(ask(host, path, &["Sec-Fetch-Mode: cors", "Accept: text/html"]).status, 404, "{path}");
        }
        // A name that is not there yet may be there in a minute.
        let missing = ask(host, "/old-0123456789abcdef.js", &[]);
        assert_eq!(missing.status, 404);
        assert!(["", "no-store"].contains(&missing.header("cache-control")), "{missing:?}");
    }
}

#[test]
fn what_a_browser_has_is_not_sent_again() {
    for host in HOSTS {
        let first = ask(host, "/data/parks.json", &[]);
        let again = ask(host, "/data/parks.json", &[&format!("If-None-Match: {}", first.header("etag"))]);
        assert_eq!((again.status, again.length), (304, 0));
        assert_eq!(again.header("access-control-allow-origin"), "*", "a frame in a sandbox may use what it has: {again:?}");
    }
}

#[test]
fn who_reads_links_gets_the_preview_of_the_page() {
    for host in HOSTS {
        // Most say neither what they want nor why.
        let page = Command::new("curl").args(["--silent", "--insecure"]).arg(host("/pairs/china-malaysia")).output();
        let page = String::from_utf8_lossy(&page.expect("curl is there").stdout).into_owned();
        assert!(page.contains("og:title") && page.contains("/previews/pairs/china-malaysia.png"), "{page}");
        let picture = ask(host, "/previews/pairs/china-malaysia.png", &[]);
        assert_eq!((picture.status, picture.header("content-type")), (200, "image/png"));
        assert_eq!(ask(host, "/oembed/pairs/china-malaysia.json", &[]).header("content-type"), "application/json");
    }
}
