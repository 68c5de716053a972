//! Where things lie in the checkout.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

/// The checkout, by its root folder.
#[derive(Clone, Debug)]
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// Finds the checkout: from the folder of this package when Cargo runs the tool, otherwise upwards from the current folder.
    pub(crate) fn find() -> anyhow::Result<Self> {
        let here = env::current_dir().context("the current folder cannot be read")?;
        let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        package
            .iter()
            .flat_map(|folder| folder.ancestors())
            .chain(here.ancestors())
            .find(|folder| folder.join("Trunk.toml").is_file() && folder.join("xtask").is_dir())
            .map(Self::at)
            .context("this is not a checkout of the project: no folder above holds Trunk.toml and xtask. Run the command inside the checkout")
    }

    /// The checkout with this root.
    pub(crate) fn at(root: &Path) -> Self {
        Self { root: root.to_path_buf() }
    }

    /// The root folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A file or folder below the root.
    pub(crate) fn path(&self, below: &str) -> PathBuf {
        self.root.join(below)
    }

    /// The exact version of a package in Cargo.lock.
    pub(crate) fn locked_version(&self, package: &str) -> anyhow::Result<String> {
        let lock = self.path("Cargo.lock");
        let text = std::fs::read_to_string(&lock).with_context(|| format!("{} cannot be read", lock.display()))?;
        version_in_lock(&text, package)
            .map(str::to_owned)
            .with_context(|| format!("Cargo.lock does not name the package {package}"))
    }
}

/// The first version of a package in the text of a lock file.
fn version_in_lock<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";

    #[test]
    fn the_locked_version_is_that_of_the_whole_name() {
        assert_eq!(version_in_lock(LOCK, "wasm-bindgen"), Some("0.2.130"));
    }

    #[test]
    fn a_package_that_is_not_locked_has_no_version() {
        assert_eq!(version_in_lock(LOCK, "wasm"), None);
    }
}
