//! The tools that were found, as the environment of the programs that use them.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::Command;

use anyhow::Context as _;

use super::browser::Browser;
use crate::process;
use crate::project::Project;

/// Tools that are there.
#[derive(Default)]
pub(crate) struct Toolbox {
    /// Folders with programs that are not on the user's search path.
    folders: Vec<PathBuf>,
    browser: Option<Browser>,
    /// What tests in the browser look for, by the variables that name it to them.
    shown: Vec<(&'static str, PathBuf)>,
}

/// How the app itself is compiled, beyond its Cargo profile.
///
/// `erase_components` puts views behind pointers instead of into types of their own: the download is a tenth smaller.
/// What ships names no folder of whoever built it, so the paths of the libraries lose their beginnings. And the linker
/// notes who uses what, so that the program can be taken apart (`split.rs`).
pub(crate) fn wasm_flags() -> String {
    let mut flags = vec!["--cfg=erase_components".to_owned(), "-Clink-args=--emit-relocs".to_owned()];
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let registries = home.and_then(|home| home.join("registry/src").read_dir().ok());
    for registry in registries.into_iter().flatten().flatten() {
        flags.push(format!("--remap-path-prefix={}/=", registry.path().display()));
    }
    flags.sort();
    flags.join(" ")
}

impl Toolbox {
    /// Adds the folder of a tool; nothing is to be added for one that is on the user's search path.
    pub(super) fn add(&mut self, folder: Option<PathBuf>) {
        self.folders.extend(folder);
    }

    pub(super) fn set_browser(&mut self, browser: Browser) {
        self.browser = Some(browser);
    }

    /// Adds something that [`Self::show_browser`] names by a variable.
    pub(super) fn show(&mut self, variable: &'static str, place: PathBuf) {
        self.shown.push((variable, place));
    }

    /// The search path with the tools in front.
    fn search_path(&self) -> anyhow::Result<OsString> {
        process::path_with(&self.folders)
    }

    /// Where a tool lies.
    pub(crate) fn find(&self, program: &str) -> anyhow::Result<PathBuf> {
        process::find(program, &self.search_path()?)
            .with_context(|| format!("{program} is not there. Install it with: cargo xtask setup --browser"))
    }

    /// A command that runs in the root of the checkout and sees the tools.
    pub(crate) fn command(&self, project: &Project, program: impl AsRef<OsStr>) -> anyhow::Result<Command> {
        let mut command = Command::new(program);
        command.current_dir(project.root()).env("PATH", self.search_path()?);
        Ok(command)
    }

    /// A Cargo command, with the toolchain of this checkout.
    pub(crate) fn cargo(&self, project: &Project, arguments: &[&str]) -> anyhow::Result<Command> {
        let mut command = self.command(project, process::cargo())?;
        command.args(arguments);
        Ok(command)
    }

    /// A Trunk command.
    pub(crate) fn trunk(&self, project: &Project, arguments: &[&str]) -> anyhow::Result<Command> {
        let mut command = self.command(project, self.find("trunk")?)?;
        command.args(arguments).env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", wasm_flags());
        match process::no_color_for_trunk(env::var_os("NO_COLOR").as_deref()) {
            Some(value) => command.env("NO_COLOR", value),
            None => command.env_remove("NO_COLOR"),
        };
        Ok(command)
    }

    /// Tells a command where the browser and its driver are, and what else tests look for.
    pub(crate) fn show_browser(&self, command: &mut Command) -> anyhow::Result<()> {
        let browser =
            self.browser.as_ref().context("the browser was not set up. Install it with: cargo xtask setup --browser")?;
        command.env("CHROMIUM", &browser.program).env("CHROMEDRIVER", &browser.driver);
        command.envs(self.shown.iter().map(|(variable, place)| (variable, place)));
        Ok(())
    }
}
