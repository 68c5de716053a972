//! The parts of the tests: what each needs, and what it runs.

use anyhow::Context as _;

use super::rebuild;
use crate::bundle::{self, Kind};
use crate::commands::{self, Data};
use crate::hosting::rules::PARTNERS;
use crate::hosting::{self, Order};
use crate::project::Project;
use crate::setup::{self, Need, Toolbox, WASM};
use crate::{process, say, sizes};

/// How long a test in the browser may take, in seconds. Generous: a busy machine is not a failure.
const BROWSER_TIMEOUT: &str = "120";
/// The tests of the app that run inside a browser.
const IN_BROWSER: &str = "tests/browser/main.rs";

/// One part of the tests.
pub(super) struct Part {
    pub(super) name: &'static str,
    /// What it cannot do without, in groups.
    pub(super) needs: &'static [&'static [Need]],
    /// A file without which there are no tests of this part.
    pub(super) tests: Option<&'static str>,
    pub(super) run: fn(&Project, &Toolbox) -> anyhow::Result<()>,
}

/// The parts in the order in which they run.
pub(super) const PARTS: [Part; 10] = [
    Part { name: "format", tests: None, needs: &[&[Need::Rustfmt]], run: format },
    Part { name: "lint", tests: None, needs: &[&[Need::Clippy, Need::WasmTarget, Need::Crates]], run: lint },
    Part { name: "supply", tests: None, needs: &[&[Need::Deny, Need::Crates]], run: supply },
    Part { name: "data", tests: None, needs: &[], run: |project, _| commands::data(project, Data::Check) },
    Part { name: "model", tests: None, needs: &[&[Need::Crates]], run: model },
    Part {
        name: "app",
        tests: Some(IN_BROWSER),
        needs: &[&[Need::WasmTarget, Need::Crates, Need::WasmBindgen, Need::Browser]],
        run: app,
    },
    Part {
        name: "browser",
        tests: None,
        needs: &[&[Need::WasmTarget, Need::Crates, Need::Trunk, Need::WasmBindgen, Need::WasmSplit, Need::Browser, Need::Axe]],
        run: browser,
    },
    Part { name: "sizes", tests: None, needs: &[&setup::BUILD], run: sizes },
    Part { name: "hosting", tests: None, needs: &[&setup::BUILD, &HOSTING], run: hosting },
    Part { name: "rebuild", tests: None, needs: &[&setup::BUILD], run: rebuild::run },
];

/// What hosting the app as it ships needs, beyond building it.
const HOSTING: [Need; 5] = [Need::Cyclonedx, Need::Browser, Need::Nginx, Need::Caddy, Need::Judges];

fn cargo(project: &Project, toolbox: &Toolbox, line: &str) -> anyhow::Result<()> {
    say::line(&format!("$ cargo {line}"));
    process::run(&mut toolbox.cargo(project, &line.split_whitespace().collect::<Vec<_>>())?)
}

fn format(project: &Project, toolbox: &Toolbox) -> anyhow::Result<()> {
    cargo(project, toolbox, "fmt --all --check").context("the code is not formatted. Do it with: cargo fmt --all")
}

fn lint(project: &Project, toolbox: &Toolbox) -> anyhow::Result<()> {
    let in_browser = if project.path(IN_BROWSER).exists() { " --test browser" } else { "" };
    cargo(
        project,
        toolbox,
        "clippy --locked -p twin-parks --no-default-features --features schema --all-targets -- -D warnings",
    )?;
    cargo(project, toolbox, &format!("clippy --locked -p twin-parks --target {WASM} --lib --bins{in_browser} -- -D warnings"))?;
    // The program as it ships, in pieces.
    cargo(
        project,
        toolbox,
        &format!("clippy --locked -p twin-parks --target {WASM} --features apart --lib --bins -- -D warnings"),
    )?;
    cargo(project, toolbox, "clippy --locked --no-deps -p xtask -p journeys -p previews --all-targets -- -D warnings")?;
    // The build of this tool for Trunk's hook.
    cargo(project, toolbox, "clippy --locked --no-deps -p xtask --no-default-features -- -D warnings")
}

/// Licences, sources and doubles of all that the project is built on.
fn supply(project: &Project, toolbox: &Toolbox) -> anyhow::Result<()> {
    let line = ["--offline", "--workspace", "check", "bans", "licenses", "sources"];
    say::line(&format!("$ cargo deny {}", line.join(" ")));
    let mut deny = toolbox.command(project, toolbox.find("cargo-deny")?)?;
    process::run(deny.args(line)).context("what the project is built on breaks the rules of deny.toml")
}

fn model(project: &Project, toolbox: &Toolbox) -> anyhow::Result<()> {
    cargo(project, toolbox, "test --locked -p twin-parks --no-default-features --features schema")?;
    cargo(project, toolbox, "test --locked -p xtask")?;
    cargo(project, toolbox, "test --locked -p previews")
}

fn app(project: &Project, toolbox: &Toolbox) -> anyhow::Result<()> {
    // The profile and flags of the fast build, so that the libraries are compiled once for both.
    let line = ["test", "--locked", "--profile", "fast", "--target", WASM, "-p", "twin-parks", "--test", "browser"];
    say::line(&format!("$ cargo {}", line.join(" ")));
    let mut command = toolbox.cargo(project, &line)?;
    toolbox.show_browser(&mut command)?;
    command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", toolbox.find("wasm-bindgen-test-runner")?)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", setup::wasm_flags())
        .env("WASM_BINDGEN_TEST_TIMEOUT", BROWSER_TIMEOUT);
    process::run(&mut command)
}

fn browser(project: &Project, toolbox: &Toolbox) -> anyhow::Result<()> {
    let dist = bundle::build(project, toolbox, Kind::Fast, "/")?;
    let line = ["test", "--locked", "-p", "journeys", "--test", "all"];
    say::line(&format!("$ cargo {}", line.join(" ")));
    let mut command = toolbox.cargo(project, &line)?;
    toolbox.show_browser(&mut command)?;
    process::run(command.env("TWIN_PARKS_DIST", &dist))
}

fn sizes(project: &Project, toolbox: &Toolbox) -> anyhow::Result<()> {
    sizes::report(&bundle::build(project, toolbox, Kind::Release, "/")?)
}

fn hosting(project: &Project, toolbox: &Toolbox) -> anyhow::Result<()> {
    let dist = bundle::build(project, toolbox, Kind::Release, "/")?;
    let order = Order { dist: &dist, base: "/", partners: PARTNERS, host: Some("https://example.org") };
    let pack = hosting::pack(project, toolbox, &order)?;
    let line = ["test", "--locked", "-p", "journeys", "--test", "hosting", "--", "--nocapture"];
    say::line(&format!("$ cargo {}", line.join(" ")));
    let mut command = toolbox.cargo(project, &line)?;
    toolbox.show_browser(&mut command)?;
    process::run(command.env("TWIN_PARKS_PACK", &pack).env("TWIN_PARKS_DIST", &dist))
}
