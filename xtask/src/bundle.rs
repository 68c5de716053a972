//! Builds the app with Trunk, unless the result of the last build still stands.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::Context as _;

use crate::project::Project;
use crate::setup::{self, Need, Toolbox};
use crate::{fingerprint, process, say, split, version};

/// How the app is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// What ships: small.
    Release,
    /// What the browser tests run on: the same code, built in a fraction of the time.
    Fast,
}

impl Kind {
    /// What it needs.
    pub(crate) fn needs(self) -> &'static [Need] {
        match self {
            Self::Release => &setup::BUILD,
            Self::Fast => &setup::FAST_BUILD,
        }
    }

    /// Where the result lies.
    fn dist(self) -> &'static str {
        match self {
            Self::Release => "dist",
            Self::Fast => "target/dist-fast",
        }
    }

    /// The name of its Cargo profile.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Fast => "fast",
        }
    }

    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Release => &["--release=true"],
            // Not a release to Trunk, which therefore does not minify.
            Self::Fast => &["--cargo-profile", "fast"],
        }
    }
}

/// Builds the app, and gives the folder of the result.
pub(crate) fn build(project: &Project, toolbox: &Toolbox, kind: Kind, public_url: &str) -> anyhow::Result<PathBuf> {
    let dist = project.path(kind.dist());
    let stamp = project.path(&format!("target/xtask/{}.stamp", kind.name()));
    let flags = env::var("RUSTFLAGS").unwrap_or_default();
    let inputs = fingerprint::of_inputs(project.root(), &[kind.name(), public_url, &flags])?;
    if stands(&dist, &stamp, inputs) {
        say::line(&format!("Build: nothing changed since the last {} build", kind.name()));
        return Ok(dist);
    }
    // A build that breaks off must not be taken for the one before.
    if stamp.exists() {
        fs::remove_file(&stamp).with_context(|| format!("{} cannot be removed", stamp.display()))?;
    }
    let first = if project.path("target").join(setup::WASM).join(kind.name()).exists() {
        ""
    } else {
        ", the first one takes some minutes"
    };
    say::step(&format!("Building the app ({}{first})", kind.name()), || {
        // Set-up brought all tools and crates, so nothing has to be downloaded, and a try would be a mistake.
        let mut command = toolbox
            .trunk(project, &["build", "--offline=true", "--locked=true", "--public-url", public_url, "--dist", kind.dist()])?;
        command.args(["--features", "apart"]);
        command.args(kind.arguments());
        process::run(&mut command).context("the app cannot be built; the reason stands above")?;
        split::take_apart(project, toolbox, kind, &dist)
    })?;
    for folder in ["data", "kiosk", "embed", "share"] {
        give_page(&dist, folder, public_url)?;
    }
    version::write(&dist)?;
    // The inputs are those of before the build: whoever edits meanwhile gets a new build next time.
    let text = stamp_text(inputs, fingerprint::of_folder(&dist)?);
    fs::create_dir_all(project.path("target/xtask"))?;
    fs::write(&stamp, text).with_context(|| format!("{} cannot be written", stamp.display()))?;
    Ok(dist)
}

/// The page `/data` and the folder `data/` share a name, as do pages and files of other surfaces, and
/// most static hosts look into the folder first. So the folder gets the app's own page as its index. With a base path relative to the page
/// it would look for the app in the folder; there the page is left to the host's fallback.
fn give_page(dist: &std::path::Path, folder: &str, public_url: &str) -> anyhow::Result<()> {
    let folder = dist.join(folder);
    if !public_url.starts_with('.') && folder.is_dir() {
        fs::copy(dist.join("index.html"), folder.join("index.html"))
            .with_context(|| format!("the page of {} cannot be written", folder.display()))?;
    }
    Ok(())
}

/// Whether the last build had these inputs and its result is untouched: Trunk by hand writes to the same place.
fn stands(dist: &std::path::Path, stamp: &std::path::Path, inputs: u64) -> bool {
    let Ok(text) = fs::read_to_string(stamp) else {
        return false;
    };
    dist.join("index.html").is_file() && fingerprint::of_folder(dist).is_ok_and(|result| text == stamp_text(inputs, result))
}

fn stamp_text(inputs: u64, result: u64) -> String {
    format!("{inputs:016x} {result:016x}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_folder_gets_the_page_only_where_it_can_find_the_app() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let page = folder.path().join("data/index.html");
        fs::create_dir(folder.path().join("data"))?;
        fs::write(folder.path().join("index.html"), "<p>")?;
        give_page(folder.path(), "data", "./")?;
        assert!(!page.exists());
        give_page(folder.path(), "data", "/sub/")?;
        assert_eq!(fs::read_to_string(&page)?, "<p>");
        Ok(())
    }

    #[test]
    fn a_build_stands_only_with_the_same_inputs_and_an_untouched_result() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let dist = folder.path().join("dist");
        let stamp = folder.path().join("release.stamp");
        fs::create_dir(&dist)?;
        fs::write(dist.join("index.html"), "<p>")?;
        assert!(!stands(&dist, &stamp, 1), "there is no stamp yet");
        fs::write(&stamp, stamp_text(1, fingerprint::of_folder(&dist)?))?;
        assert!(stands(&dist, &stamp, 1));
        assert!(!stands(&dist, &stamp, 2), "other inputs");
        fs::write(dist.join("index.html"), "<b>")?;
        assert!(!stands(&dist, &stamp, 1), "someone else wrote the result");
        Ok(())
    }
}
