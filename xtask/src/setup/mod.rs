//! Set-up: finds the tools, installs what is missing, and gives back a toolbox.
//!
//! Everything lands in a cache folder of the user, keyed by version, so that a fresh checkout on the same machine finds it. Once everything is there,
//! nothing here touches the network.

mod apt;
mod browser;
mod cache;
mod rust;
mod toolbox;
mod tools;

use std::time::Instant;

use crate::project::Project;
use crate::say;

pub(crate) use rust::WASM;
pub(crate) use toolbox::{Toolbox, wasm_flags};

/// Something that a command cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// The standard library for wasm.
    WasmTarget,
    /// `cargo fmt`.
    Rustfmt,
    /// `cargo clippy`.
    Clippy,
    /// The source of all crates in Cargo.lock.
    Crates,
    /// Trunk, which builds the app.
    Trunk,
    /// The generator of the JavaScript glue, and the runner of tests in the browser.
    WasmBindgen,
    /// What takes the program apart into pieces that are loaded one by one.
    WasmSplit,
    /// The optimiser of wasm.
    WasmOpt,
    /// The optimiser of scripts.
    Esbuild,
    /// A Chromium and its driver.
    Browser,
    /// The script that finds what keeps people out of a page.
    Axe,
    /// A web server as hosts run it.
    Nginx,
    /// Another one.
    Caddy,
    /// Those who judge the headers of sites.
    Judges,
    /// The check of all that the project is built on.
    Deny,
    /// What writes it down.
    Cyclonedx,
}

/// What building for release needs.
pub(crate) const BUILD: [Need; 7] =
    [Need::WasmTarget, Need::Crates, Need::Trunk, Need::WasmBindgen, Need::WasmSplit, Need::WasmOpt, Need::Esbuild];
/// What packing for hosts needs, in groups.
pub(crate) const PACK: [&[Need]; 2] = [&BUILD, &[Need::Cyclonedx]];
/// What building for the browser tests needs. That build is not optimised, so wasm-opt is not among it.
pub(crate) const FAST_BUILD: [Need; 5] = [Need::WasmTarget, Need::Crates, Need::Trunk, Need::WasmBindgen, Need::WasmSplit];

/// Sees to it that all of these are there.
pub(crate) fn ensure(project: &Project, needs: &[Need]) -> anyhow::Result<Toolbox> {
    let start = Instant::now();
    let mut toolbox = Toolbox::default();
    let mut fresh = false;
    // Questions that cost little and steps that fail early come first: whoever lacks npm hears of it before Trunk compiles for minutes.
    if [Need::WasmOpt, Need::Axe, Need::Judges].iter().any(|need| needs.contains(need)) {
        tools::node_is_there(project)?;
    }
    if needs.contains(&Need::WasmTarget) {
        fresh |= rust::wasm_target(project)?;
    }
    if needs.contains(&Need::Rustfmt) {
        fresh |= rust::component(project, "rustfmt", "fmt")?;
    }
    if needs.contains(&Need::Clippy) {
        fresh |= rust::component(project, "clippy", "clippy")?;
    }
    if needs.contains(&Need::Browser) {
        let (browser, installed) = browser::find_or_install()?;
        toolbox.set_browser(browser);
        fresh |= installed;
    }
    if needs.contains(&Need::Crates) {
        fresh |= rust::crates(project)?;
    }
    for (need, tool) in [
        (Need::WasmOpt, tools::wasm_opt as fn(&Project) -> anyhow::Result<tools::Tool>),
        (Need::Esbuild, tools::esbuild),
        (Need::WasmSplit, tools::wasm_split),
        (Need::WasmBindgen, tools::wasm_bindgen),
        (Need::Trunk, tools::trunk),
        (Need::Deny, tools::deny),
        (Need::Cyclonedx, tools::cyclonedx),
    ] {
        if needs.contains(&need) {
            let (folder, installed) = tool(project)?.find_or_install()?;
            toolbox.add(folder);
            fresh |= installed;
        }
    }
    for (need, tool, variable, file) in [
        (Need::Axe, tools::axe as fn() -> tools::Tool, "AXE", "axe.min.js"),
        (Need::Nginx, tools::nginx, "NGINX", "nginx"),
        (Need::Caddy, tools::caddy, "CADDY", "caddy"),
        (Need::Judges, tools::judges, "JUDGES", ""),
    ] {
        if needs.contains(&need)
            && let (Some(folder), installed) = tool().find_or_install()?
        {
            toolbox.show(variable, folder.join(file));
            fresh |= installed;
        }
    }
    let time = say::duration(start.elapsed());
    say::line(&if fresh { format!("Set-up: complete ({time})") } else { format!("Set-up: everything is in place ({time})") });
    Ok(toolbox)
}
