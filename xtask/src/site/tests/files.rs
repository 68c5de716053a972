//! Files: types, headers, compression, and what browsers may keep.

use std::fs;
use std::io::Read as _;

use super::*;

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
        assert!(
            reply.header("content-security-policy").starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"),
            "{path}"
        );
        assert_eq!(
            (reply.header("x-content-type-options"), reply.header("referrer-policy")),
            ("nosniff", "no-referrer"),
            "{path}"
        );
    }
    Ok(())
}

#[test]
fn files_are_for_every_site_and_pages_for_none() -> anyhow::Result<()> {
    let (_folder, site) = plain()?;
    for (path, allowed) in [
        ("/data/parks.json", "*"),
        ("/version.json", "*"),
        ("/style.css", "*"),
        ("/", ""),
        ("/worker.js", ""),
        ("/data/none.json", ""),
    ] {
        let reply = get(&site, path)?;
        assert_eq!(reply.header("access-control-allow-origin"), allowed, "{path}");
        let sites = if allowed == "*" { "cross-origin" } else { "same-origin" };
        assert_eq!(reply.header("cross-origin-resource-policy"), sites, "{path}");
    }
    assert!(get(&site, "/worker.js")?.header("content-security-policy").contains("connect-src http: https:"));
    assert!(get(&site, "/style.css")?.header("content-security-policy").contains("connect-src 'self'"));
    Ok(())
}

#[test]
fn only_partners_may_show_a_page_and_only_one_that_is_embedded() -> anyhow::Result<()> {
    let (_folder, site) = site(|site| site.with_partners("https://partner.example"))?;
    for path in ["/embed", "/embed/", "/embed/pairs/a?lang=vi"] {
        let reply = navigate(&site, path)?;
        assert!(
            reply.header("content-security-policy").ends_with("frame-ancestors https://partner.example"),
            "{path}: {reply:?}"
        );
        assert_eq!(
            (reply.header("x-frame-options"), reply.header("cross-origin-embedder-policy")),
            ("", "require-corp"),
            "{path}"
        );
    }
    for path in ["/", "/index.html", "/embedded", "/compare/embed", "/kiosk"] {
        let reply = navigate(&site, path)?;
        assert!(reply.header("content-security-policy").ends_with("frame-ancestors 'none'"), "{path}: {reply:?}");
        assert_eq!(reply.header("x-frame-options"), "DENY", "{path}");
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
