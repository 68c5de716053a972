//! What the app is built on, written down for those who have to know (CycloneDX 1.5).

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Context as _;

use crate::process;
use crate::project::Project;
use crate::setup::{Toolbox, WASM};

/// The tool writes a file of this name beside the manifest of every package.
const NAME: &str = "twin-parks.cdx";

/// Writes the list of all crates of the app as it ships.
pub(crate) fn write(project: &Project, toolbox: &Toolbox, to: &Path) -> anyhow::Result<()> {
    let mut tool = toolbox.command(project, toolbox.find("cargo-cyclonedx")?)?;
    tool.args(["cyclonedx", "--quiet", "--format", "json", "--spec-version", "1.5", "--target", WASM, "--features", "apart"]);
    // The same commit always makes the same list.
    tool.args(["--override-filename", NAME]).env("SOURCE_DATE_EPOCH", time_of_commit(project));
    process::run(&mut tool).context("the crates cannot be listed")?;
    let mut text = None;
    for package in ["", "xtask", "tests/journeys", "previews"] {
        let file = project.path(package).join(format!("{NAME}.json"));
        if let Ok(listed) = fs::read_to_string(&file) {
            text = text.or(Some(listed));
            fs::remove_file(&file).with_context(|| format!("{} cannot be removed", file.display()))?;
        }
    }
    // Nobody needs to know where it was built.
    let text = text.context("the tool wrote no list")?.replace(&format!("file://{}", project.root().display()), "file://.");
    fs::write(to, text).with_context(|| format!("{} cannot be written", to.display()))
}

/// The time of the last commit in seconds since 1970; 0 where there is no history.
fn time_of_commit(project: &Project) -> String {
    let mut git = Command::new("git");
    process::ask(git.args(["log", "-1", "--format=%ct"]).current_dir(project.root())).unwrap_or_else(|| "0".to_owned())
}
