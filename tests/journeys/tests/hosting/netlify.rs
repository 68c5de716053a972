//! What a host that reads `_headers` and `_redirects` makes of them, by the very packages with which Netlify reads them: it
//! must answer as nginx does.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::answers::{file, visit};
use super::{judged, nginx, pack};

/// What is said of a path.
#[derive(Debug, Deserialize)]
struct Said {
    path: String,
    headers: BTreeMap<String, String>,
    /// The page that is served in its place.
    to: Option<String>,
}

#[test]
fn hosts_that_read_two_files_answer_as_nginx_does() {
    let hashed: Vec<String> = ["twin-parks-", "embed-", "kiosk-", "share-", "later-"]
        .into_iter()
        .map(|beginning| format!("/{}", file(beginning, ".wasm")))
        .collect();
    let views = [
        "/compare",
        "/pairs/china-malaysia",
        "/sectors",
        "/sectors/food",
        "/data",
        "/kiosk",
        "/kiosk/compare",
        "/share/embed",
        "/embed",
        "/embed/pairs/china-malaysia",
    ];
    let files = [
        "/",
        "/index.html",
        "/embed.js",
        "/embed/embed.css",
        "/data/parks.json",
        "/words/vi.json",
        "/words/kiosk/ms.json",
        "/version.json",
        "/worker.js",
    ];
    let paths: Vec<&str> = hashed.iter().map(String::as_str).chain(views).chain(files).collect();
    let site = pack().join("site").display().to_string();
    let said: Vec<Said> = judged("netlify.mjs", &[&[site.as_str()], paths.as_slice()].concat());
    assert_eq!(said.len(), paths.len());
    for Said { path, headers, to } in said {
        let reply = visit(|path| nginx().url(path), &path);
        for (name, value) in &reply.headers {
            // What servers say of their own accord; and such hosts let everything be asked for anew that is not to be kept.
            let is_own = [
                "server",
                "date",
                "content-type",
                "content-length",
                "last-modified",
                "etag",
                "connection",
                "accept-ranges",
                "vary",
            ]
            .contains(&name.as_str());
            // A style sheet obeys no policy but that of its page.
            let is_of_pages = name == "content-security-policy" && path.ends_with(".css");
            if !is_own && !is_of_pages && value != "no-cache" {
                assert_eq!(headers.get(name), Some(value), "{name} of {path}");
            }
        }
        // A page is told nothing else; a file may be, by lines for pages that such a host takes to fit it, and does not mind.
        if reply.header("content-type").starts_with("text/html") {
            for name in headers.keys() {
                assert!(reply.headers.contains_key(name), "{name} of {path}");
            }
        }
        assert_eq!(to.as_deref(), views.contains(&path.as_str()).then_some("/"), "{path}");
    }
}
