//! Misbehaviour on request, the log, and the end.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use super::*;

#[test]
fn a_missing_file_can_be_ordered_and_brought_back() -> anyhow::Result<()> {
    let (_folder, site) = site(|site| site.fault("data/parks.json", Fault::Missing))?;
    assert_eq!(get(&site, "/data/parks.json")?.status, 404);
    site.set_fault("data/parks.json", None);
    assert_eq!(get(&site, "/data/parks.json")?.status, 200);
    Ok(())
}

#[test]
fn a_cut_cable_leaves_every_request_without_an_answer() -> anyhow::Result<()> {
    let (_folder, site) = plain()?;
    site.set_cut(true);
    assert!(get(&site, "/data/parks.json").is_err());
    site.set_cut(false);
    assert_eq!(get(&site, "/data/parks.json")?.status, 200);
    Ok(())
}

#[test]
fn another_body_can_stand_in() -> anyhow::Result<()> {
    let fault = Fault::Body { status: 503, content_type: "text/html".to_owned(), bytes: b"<h1>busy</h1>".to_vec() };
    let (_folder, site) = site(|site| site.fault("data/parks.json", fault))?;
    let reply = get(&site, "/data/parks.json")?;
    assert_eq!(
        (reply.status, reply.header("content-type"), reply.body.as_slice()),
        (503, "text/html", b"<h1>busy</h1>".as_slice())
    );
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
    let mut reply = Vec::new();
    while !reply.ends_with(b"short") {
        let mut byte = [0];
        kept.read_exact(&mut byte)?;
        reply.extend(byte);
    }
    until("the stalled request", || site.requests().contains(&("data/parks.json".to_owned(), 0)))?;
    site.stop();
    let mut rest = Vec::new();
    // Closed in either way; what matters is that reading ends, and not because its time is up.
    for stream in [&mut kept, &mut stalled] {
        let hung =
            stream.read_to_end(&mut rest).is_err_and(|error| matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut));
        assert!(!hung, "the connection should be closed");
    }
    assert!(rest.is_empty());
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
