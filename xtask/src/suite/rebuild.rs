//! The app built once more, in another folder and from nothing: whoever builds it must get what ships, to the byte. Only
//! then can anybody check that what is served is made of the sources that they read.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;

use anyhow::{Context as _, bail};

use crate::bundle::{self, Kind};
use crate::project::Project;
use crate::setup::Toolbox;
use crate::{say, version};

/// Products and histories, which no build may depend on.
const NOT_SOURCES: [&str; 6] = [".git", "target", "dist", "node_modules", "corpus", "artifacts"];

/// Builds the app here and elsewhere, and compares.
pub(super) fn run(project: &Project, toolbox: &Toolbox) -> anyhow::Result<()> {
    let here = bundle::build(project, toolbox, Kind::Release, "/")?;
    // A space in its name, and another length: neither may matter.
    let elsewhere = env::temp_dir().join(format!("twin parks once more {}", process::id()));
    let result = build_there(project, toolbox, &elsewhere).and_then(|there| difference(&here, &there));
    let removed = fs::remove_dir_all(&elsewhere);
    if let Some(difference) = result? {
        bail!("two builds differ: {difference}");
    }
    removed.with_context(|| format!("{} cannot be removed", elsewhere.display()))?;
    say::line(&format!("{} files, the same to the byte", version::files(&here)?.len()));
    Ok(())
}

fn build_there(project: &Project, toolbox: &Toolbox, elsewhere: &Path) -> anyhow::Result<PathBuf> {
    copy(project.root(), elsewhere)?;
    bundle::build(&Project::at(elsewhere), toolbox, Kind::Release, "/")
}

fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} cannot be made", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default();
        if NOT_SOURCES.map(OsStr::new).contains(&name) {
            continue;
        }
        if path.is_dir() {
            copy(&path, &to.join(name))?;
        } else {
            fs::copy(&path, to.join(name)).with_context(|| format!("{} cannot be copied", path.display()))?;
        }
    }
    Ok(())
}

/// The first thing in which two folders differ.
fn difference(one: &Path, other: &Path) -> anyhow::Result<Option<String>> {
    let (names, others) = (version::files(one)?, version::files(other)?);
    if let Some(lone) =
        names.iter().find(|name| !others.contains(name)).or_else(|| others.iter().find(|name| !names.contains(name)))
    {
        return Ok(Some(format!("only one of them has {lone}")));
    }
    for name in &names {
        let (bytes, again) = (fs::read(one.join(name))?, fs::read(other.join(name))?);
        if bytes != again {
            let at = bytes.iter().zip(&again).take_while(|(byte, again)| byte == again).count();
            return Ok(Some(format!("{name} from byte {at} on ({} bytes and {} bytes)", bytes.len(), again.len())));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> anyhow::Result<tempfile::TempDir> {
        let folder = tempfile::tempdir()?;
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().context("a file has a folder")?)?;
            fs::write(path, text)?;
        }
        Ok(folder)
    }

    #[test]
    fn a_byte_or_a_file_more_is_a_difference() -> anyhow::Result<()> {
        let one = folder(&[("a.js", "1234"), ("data/b.json", "{}")])?;
        let said = |files: &[(&str, &str)]| difference(one.path(), folder(files)?.path());
        assert_eq!(said(&[("data/b.json", "{}"), ("a.js", "1234")])?, None);
        assert_eq!(
            said(&[("a.js", "1294"), ("data/b.json", "{}")])?.as_deref(),
            Some("a.js from byte 2 on (4 bytes and 4 bytes)")
        );
        assert_eq!(said(&[("a.js", "1234")])?.as_deref(), Some("only one of them has data/b.json"));
        assert!(said(&[("a.js", "1234"), ("data/b.json", "{}"), ("c", "")])?.is_some());
        Ok(())
    }

    #[test]
    fn sources_are_copied_without_what_was_made_of_them() -> anyhow::Result<()> {
        let project = folder(&[
            ("src/main.rs", "x"),
            (".cargo/config.toml", "y"),
            ("target/a", ""),
            (".git/HEAD", ""),
            ("fuzz/target/b", ""),
        ])?;
        let to = tempfile::tempdir()?;
        copy(project.path(), to.path())?;
        assert_eq!(version::files(to.path())?, [".cargo/config.toml", "src/main.rs"]);
        Ok(())
    }
}
