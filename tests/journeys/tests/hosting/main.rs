//! The packed app behind nginx, as a host would serve it.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test ends at the first thing that is not as it should be")]

mod answers;
mod scores;
mod visits;

use std::path::PathBuf;
use std::sync::OnceLock;

use journeys::Nginx;

/// The packed app.
fn pack() -> PathBuf {
    std::env::var_os("TWIN_PARKS_PACK").map(PathBuf::from).expect("TWIN_PARKS_PACK names it; cargo xtask test hosting sets it")
}

/// One server for all tests, since none of them changes it. It goes with the process.
fn nginx() -> &'static Nginx {
    static NGINX: OnceLock<Nginx> = OnceLock::new();
    NGINX.get_or_init(|| Nginx::serve(&pack()))
}
