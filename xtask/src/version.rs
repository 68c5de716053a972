//! The list of what ships, `version.json`: every file with its length and SHA-256. By it a kiosk knows whether it has a
//! version whole (`kiosk/worker.js`), and whoever hosts the app can check that what is served is what was built.
//!
//! The version's name is made of the list, so the same files always have the same version, whenever they were built.

use std::fs;
use std::path::Path;

use anyhow::Context as _;
use sha2::{Digest as _, Sha256};

/// The list's own name.
const LIST: &str = "version.json";

/// Writes the list of a built app into its folder.
///
/// # Errors
/// When a file can't be read, or the list not written.
pub fn write(dist: &Path) -> anyhow::Result<()> {
    let mut names = files(dist)?;
    names.retain(|name| is_of_version(name));
    let mut lines = Vec::new();
    for name in &names {
        let bytes = fs::read(dist.join(name)).with_context(|| format!("{name} cannot be read"))?;
        lines.push(format!("  {name:?}: {{\"sha256\": \"{}\", \"bytes\": {}}}", sum(&bytes), bytes.len()));
    }
    let files = lines.join(",\n");
    let version = sum(files.as_bytes()).chars().take(16).collect::<String>();
    let text = format!("{{\n \"format\": 1,\n \"version\": \"{version}\",\n \"files\": {{\n{files}\n }}\n}}\n");
    fs::write(dist.join(LIST), text).with_context(|| format!("{LIST} cannot be written"))
}

/// Whether a file is part of a version. The worker decides on versions, and so is in none; schemas are for programs; no
/// kiosk is embedded or makes embeds; and the pages in folders are the one at the root once more.
fn is_of_version(name: &str) -> bool {
    let is_for_others = ["data/schema/", "words/share/", "share/", "share-", "embed/", "embed-", "embed."]
        .iter()
        .any(|start| name.starts_with(start));
    let is_copy = name.ends_with("/index.html");
    !is_for_others && !is_copy && ![LIST, "worker.js"].contains(&name)
}

/// The names of all files of a built app, in order: paths below its folder, with slashes.
pub(crate) fn files(dist: &Path) -> anyhow::Result<Vec<String>> {
    let mut names = Vec::new();
    collect(dist, dist, &mut names)?;
    names.sort();
    Ok(names)
}

fn collect(root: &Path, folder: &Path, names: &mut Vec<String>) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, names)?;
        } else {
            let below = path.strip_prefix(root).unwrap_or(&path);
            names.push(below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"));
        }
    }
    Ok(())
}

/// The SHA-256 of some bytes, as people write it.
pub(crate) fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(files: &[(&str, &str)]) -> anyhow::Result<String> {
        let folder = tempfile::tempdir()?;
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().context("a file lies in a folder")?)?;
            fs::write(path, text)?;
        }
        write(folder.path())?;
        Ok(fs::read_to_string(folder.path().join(LIST))?)
    }

    #[test]
    fn every_file_that_a_kiosk_needs_stands_in_the_list_with_its_sum() -> anyhow::Result<()> {
        let list = listed(&[
            ("index.html", "abc"),
            ("data/parks.json", "{}"),
            ("data/index.html", "abc"),
            ("data/schema/parks.json", "{}"),
            ("embed.js", ""),
            ("embed/embed.css", ""),
            ("worker.js", ""),
        ])?;
        // The sum of "abc" is the first example of the standard (FIPS 180-2, B.1).
        assert!(list.contains(
            r#""index.html": {"sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "bytes": 3}"#
        ));
        assert!(list.contains("\"data/parks.json\""), "{list}");
        for other in ["data/index.html", "schema", "embed", "worker.js", "version.json"] {
            assert!(!list.contains(other), "{other} in {list}");
        }
        Ok(())
    }

    #[test]
    fn the_version_follows_from_the_files_alone() -> anyhow::Result<()> {
        let (one, again) = (listed(&[("a.js", "1"), ("b.js", "2")])?, listed(&[("b.js", "2"), ("a.js", "1")])?);
        assert_eq!(one, again);
        assert_ne!(one, listed(&[("a.js", "1"), ("b.js", "3")])?);
        Ok(())
    }
}
