//! The tool behind `cargo xtask`: it sets up what is missing, builds, serves, tests and measures the app.
//!
//! A short tour: [`run`] reads the command line (`args`) and hands over to one module per command. `setup` finds or installs the tools and
//! gives back a toolbox; `bundle` builds the app with it, unless a fingerprint says that nothing changed; [`site`] serves the result, and is
//! public because the browser tests serve the app with it too, with faults on request; `suite` runs all tests; `sizes` weighs what ships.
//!
//! This crate must not know how the app works inside. Its only link to the app is the data check.

mod args;
mod bundle;
mod commands;
mod compress;
#[cfg(feature = "data")]
mod data;
mod fingerprint;
mod hosting;
mod process;
mod project;
mod say;
mod setup;
pub mod site;
mod sizes;
mod split;
mod styles;
mod suite;
mod table;
pub mod version;

/// Reads the command line and does what it asks.
///
/// # Errors
/// Fails in plain words, saying what to install and how, when a step cannot be done.
pub fn run() -> anyhow::Result<()> {
    let command = args::read(std::env::args_os().skip(1))?;
    commands::run(command)
}
