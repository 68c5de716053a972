//! The packed app behind nginx and Caddy, as hosts would serve it.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test ends at the first thing that is not as it should be")]

mod answers;
mod netlify;
mod scores;
mod visits;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use journeys::{Caddy, Nginx};
use serde::de::DeserializeOwned;

/// The packed app.
fn pack() -> PathBuf {
    std::env::var_os("TWIN_PARKS_PACK").map(PathBuf::from).expect("TWIN_PARKS_PACK names it; cargo xtask test hosting sets it")
}

/// One server of a kind for all tests, since none of them changes it. They go with the process.
fn nginx() -> &'static Nginx {
    static NGINX: OnceLock<Nginx> = OnceLock::new();
    NGINX.get_or_init(|| Nginx::serve(&pack()))
}

/// The same with Caddy.
fn caddy() -> &'static Caddy {
    static CADDY: OnceLock<Caddy> = OnceLock::new();
    CADDY.get_or_init(|| Caddy::serve(&pack()))
}

/// What a script of this folder has to say: a line of JSON each. It is told where the judges are, and these.
fn judged<T: DeserializeOwned>(script: &str, arguments: &[&str]) -> Vec<T> {
    let judges = std::env::var_os("JUDGES").expect("JUDGES names the folder with them; cargo xtask test hosting sets it");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hosting").join(script);
    let mut command = Command::new("node");
    command.arg(script).arg(judges).args(arguments).env("NODE_EXTRA_CA_CERTS", nginx().certificate());
    let output = command.output().expect("node is there");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8_lossy(&output.stdout).into_owned();
    let read = |line| serde_json::from_str(line).map_err(|error| format!("{error}: {line}"));
    lines.lines().map(read).collect::<Result<_, _>>().expect("each line is JSON")
}
