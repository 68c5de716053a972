//! The parts of the Rust toolchain, and the crates.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, bail};

use crate::project::Project;
use crate::{process, say};

/// The target that runs in browsers.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Sees to the standard library for wasm. Says whether it had to be installed.
pub(super) fn wasm_target(project: &Project) -> anyhow::Result<bool> {
    let folder =
        process::ask(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]).current_dir(project.root()))
            .context("rustc does not answer. Install Rust with rustup, as https://rustup.rs explains, and open a new terminal")?;
    if Path::new(&folder).is_dir() {
        return Ok(false);
    }
    rustup(project, &["target", "add", WASM], "the standard library for wasm")?;
    Ok(true)
}

/// Sees to a component of the toolchain, known by the Cargo command that it brings. Says whether it had to be installed.
pub(super) fn component(project: &Project, name: &str, subcommand: &str) -> anyhow::Result<bool> {
    if process::ask(Command::new(process::cargo()).args([subcommand, "--version"]).current_dir(project.root())).is_some() {
        return Ok(false);
    }
    rustup(project, &["component", "add", name], name)?;
    Ok(true)
}

fn rustup(project: &Project, arguments: &[&str], what: &str) -> anyhow::Result<()> {
    let command = format!("rustup {}", arguments.join(" "));
    if process::find_on_path("rustup").is_none() {
        bail!("{what} is missing, and so is rustup, which installs it. Get rustup from https://rustup.rs and run: {command}");
    }
    say::step(&format!("Installing {what} ({command})"), || {
        process::run(Command::new("rustup").args(arguments).current_dir(project.root()))
            .with_context(|| format!("{what} cannot be installed. Once this machine is online, run: {command}"))
    })
}

/// Sees to the source of all crates, so that everything after can do without the network. Says whether anything had to be fetched.
pub(super) fn crates(project: &Project) -> anyhow::Result<bool> {
    // Without the targets Cargo would also fetch what only other systems need.
    let fetch = |more: &[&str]| {
        let mut command = Command::new(process::cargo());
        command
            .args(["fetch", "--quiet", "--locked", "--target", WASM, "--target", "host-tuple"])
            .args(more)
            .current_dir(project.root());
        command
    };
    if process::ask(&mut fetch(&["--offline"])).is_some() {
        return Ok(false);
    }
    say::step("Fetching the source of the crates in Cargo.lock (once)", || {
        process::run(&mut fetch(&[])).context("the crates cannot be fetched. This step needs the network once")
    })?;
    Ok(true)
}
