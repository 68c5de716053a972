//! Addresses: views, what is missing, tricks, methods, connections.

use super::*;

#[test]
fn addresses_of_views_are_answered_with_the_app() -> anyhow::Result<()> {
    let (_folder, site) = plain()?;
    let app = get(&site, "/")?.body;
    for path in ["/pairs/qinzhou-kuantan", "/compare?ids=a,b", "/compare/", "/%E6%AF%94"] {
        let reply = navigate(&site, path)?;
        assert_eq!((reply.status, &reply.body), (200, &app), "{path}");
        assert_eq!(get_with(&site, path, "Accept: */*\r\n")?.status, 200, "{path} for a client without fetch metadata");
    }
    Ok(())
}

#[test]
fn what_is_missing_is_404_and_never_the_app() -> anyhow::Result<()> {
    let (_folder, site) = plain()?;
    let app = get(&site, "/")?.body;
    let missing = |reply: Reply, what: &str| {
        assert!(
            reply.status == 404 && reply.body != app && reply.header("content-type").starts_with("text/plain"),
            "{what}: {reply:?}"
        );
    };
    for path in ["/old-0123456789abcdef.js", "/old.wasm", "/data/nothing.json", "/data/nothing", "/data/"] {
        missing(navigate(&site, path)?, path);
    }
    missing(get_with(&site, "/compare", "Sec-Fetch-Mode: cors\r\nAccept: text/html\r\n")?, "a fetch of a view");
    Ok(())
}

#[test]
fn no_path_leads_out_of_the_site() -> anyhow::Result<()> {
    let (_folder, site) = plain()?;
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/data/../../secret.txt",
        "/data/..%5c..%5csecret.txt",
        "/%00",
        "/.",
        "//",
        "*",
    ] {
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
    assert_eq!(
        (head.status, head.header("content-length"), head.body.len()),
        (200, PARKS.repeat(10).len().to_string().as_str(), 0)
    );
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
