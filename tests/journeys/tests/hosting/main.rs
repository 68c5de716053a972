//! The packed app behind nginx and Caddy, as hosts would serve it.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test ends at the first thing that is not as it should be")]

mod answers;
mod netlify;
mod scores;
mod visits;

use std::path::PathBuf;
use std::sync::OnceLock;

use journeys::{Caddy, Nginx};

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
