//! How much the packed app behind nginx can serve on this machine, against the same nginx serving one plain file of the
//! same size: `load <pack>`. Nothing is asserted; a machine is compared with itself.

#![expect(
    clippy::panic,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement that can't be made ends with words, and its result is printed"
)]

use std::path::PathBuf;
use std::process::Command;

use journeys::Nginx;

/// How long each answer is asked for, in seconds.
const SECONDS: u32 = 8;
/// How many connections ask at a time.
const CONNECTIONS: u32 = 32;

/// What a visitor asks for.
const ASKED: [(&str, &str); 4] = [
    ("a page", "/pairs/china-malaysia"),
    ("an embedded page", "/embed/pairs/china-malaysia"),
    ("the largest data file of Explore", "/data/parks.json"),
    ("the program", ""),
];

fn main() {
    let pack = std::env::args_os().nth(1).map(PathBuf::from).expect("say where the packed app is: load <pack>");
    let wrk = std::env::var_os("WRK").unwrap_or_else(|| "wrk".into());
    let nginx = Nginx::serve(&pack);
    println!("{:<34} {:>10} {:>12} {:>12} {:>8}", "answer", "bytes", "a second", "plain file", "share");
    for (name, path) in ASKED {
        let path = if path.is_empty() { program(&pack) } else { path.to_owned() };
        let length = asked(&nginx.url(&path)).len();
        let plain = nginx.partner_file("yardstick", vec![b'x'; length]);
        let (own, limit) = (rate(&wrk, &nginx.url(&path)), rate(&wrk, &plain));
        println!("{name:<34} {length:>10} {own:>12.0} {limit:>12.0} {:>7.0}%", own / limit * 100.0);
    }
}

/// The path of the app's program.
fn program(pack: &std::path::Path) -> String {
    let names = std::fs::read_dir(pack.join("site"))
        .expect("a packed app")
        .flatten()
        .filter_map(|file| file.file_name().into_string().ok());
    let mut programs = names.filter(|name| name.starts_with("twin-parks-") && name.ends_with(".wasm"));
    format!("/{}", programs.next().expect("the program ships"))
}

/// What comes for a request as browsers make it.
fn asked(url: &str) -> Vec<u8> {
    let headers = ["-H", "Sec-Fetch-Mode: navigate", "-H", "Accept-Encoding: br"];
    Command::new("curl").args(["--silent", "--insecure"]).args(headers).arg(url).output().expect("curl is there").stdout
}

/// Requests a second.
fn rate(wrk: &std::ffi::OsStr, url: &str) -> f64 {
    let output = Command::new(wrk)
        .args(["-t2", &format!("-c{CONNECTIONS}"), &format!("-d{SECONDS}s")])
        .args(["-H", "Sec-Fetch-Mode: navigate", "-H", "Accept-Encoding: br"])
        .arg(url)
        .output()
        .expect("wrk is there");
    let words = String::from_utf8_lossy(&output.stdout).into_owned();
    let rate = words.lines().find_map(|line| line.strip_prefix("Requests/sec:")).and_then(|rate| rate.trim().parse().ok());
    assert!(!words.contains("Non-2xx"), "{url}: {words}");
    rate.unwrap_or_else(|| panic!("wrk says: {words}"))
}
