//! Knows whether anything changed since the last build, so that a second start takes seconds.
//!
//! Contents are hashed, not times: a fresh checkout or a switch of branches and back touches every file and changes none. What goes in is everything
//! in the checkout except what is known not to matter, so that a new kind of input cannot be forgotten.

use std::ffi::OsStr;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;

/// Folders of the root that no build of the app reads.
const NOT_READ: [&str; 8] = ["target", "dist", "tests", "benches", "docs", "fuzz", "node_modules", "xtask"];

/// A hash over everything that a build depends on, with these words (profile, address, versions of the tools).
pub(crate) fn of_inputs(root: &Path, words: &[&str]) -> anyhow::Result<u64> {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    let mut files = Vec::new();
    for entry in sorted_entries(root)? {
        if is_input(&entry) {
            collect(&entry, &mut files)?;
        }
    }
    // How styles are joined, the program is taken apart, and with which tools and flags, is decided in this tool.
    files.extend(
        ["styles.rs", "split.rs", "version.rs", "bundle.rs", "setup/tools.rs", "setup/toolbox.rs"]
            .map(|name| root.join("xtask/src").join(name)),
    );
    hash_files(root, &files, &mut hasher)?;
    Ok(hasher.finish())
}

/// A hash over some bytes.
pub(crate) fn of_bytes(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}

/// A hash over all files of a folder: their names and contents.
pub(crate) fn of_folder(folder: &Path) -> anyhow::Result<u64> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    let mut hasher = DefaultHasher::new();
    hash_files(folder, &files, &mut hasher)?;
    Ok(hasher.finish())
}

/// Whether an entry of the root belongs to the app. Hidden ones do not, but for Cargo's settings; neither does prose.
fn is_input(entry: &Path) -> bool {
    let name = entry.file_name().and_then(OsStr::to_str).unwrap_or_default();
    let hidden = name.starts_with('.') && name != ".cargo";
    let prose = name.ends_with(".md") || name.starts_with("LICENSE");
    !hidden && !prose && !NOT_READ.contains(&name)
}

fn sorted_entries(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<anyhow::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    if path.is_dir() {
        for entry in sorted_entries(path)? {
            collect(&entry, files)?;
        }
    } else {
        files.push(path.to_path_buf());
    }
    Ok(())
}

fn hash_files(root: &Path, files: &[PathBuf], hasher: &mut DefaultHasher) -> anyhow::Result<()> {
    for file in files {
        file.strip_prefix(root).unwrap_or(file).hash(hasher);
        // A file can go between listing and reading (editors write beside and rename); that is a change like any other.
        match fs::read(file) {
            Ok(bytes) => bytes.hash(hasher),
            Err(_) => "gone".hash(hasher),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project() -> anyhow::Result<tempfile::TempDir> {
        let folder = tempfile::tempdir()?;
        for (name, text) in [
            ("src/main.rs", "fn main() {}"),
            ("Cargo.toml", "[package]"),
            ("README.md", "read me"),
            ("tests/a.rs", "a"),
            ("target/x", "x"),
            (".git/HEAD", "h"),
        ] {
            write(folder.path(), name, text)?;
        }
        Ok(folder)
    }

    fn write(root: &Path, name: &str, text: &str) -> anyhow::Result<()> {
        let path = root.join(name);
        fs::create_dir_all(path.parent().context("a file has a folder")?)?;
        fs::write(path, text)?;
        Ok(())
    }

    #[test]
    fn writing_the_same_again_changes_nothing() -> anyhow::Result<()> {
        let folder = project()?;
        let before = of_inputs(folder.path(), &["release"])?;
        write(folder.path(), "src/main.rs", "fn main() {}")?;
        assert_eq!(of_inputs(folder.path(), &["release"])?, before);
        Ok(())
    }

    #[test]
    fn every_input_counts() -> anyhow::Result<()> {
        for (name, text) in [
            ("src/main.rs", "fn main() { }"),
            ("src/new.rs", ""),
            ("boot.js", "x"),
            ("public/data/parks.json", "{}"),
            (".cargo/config.toml", ""),
        ] {
            let folder = project()?;
            let before = of_inputs(folder.path(), &["release"])?;
            write(folder.path(), name, text)?;
            assert_ne!(of_inputs(folder.path(), &["release"])?, before, "{name} should count");
        }
        Ok(())
    }

    #[test]
    fn a_renamed_file_counts() -> anyhow::Result<()> {
        let folder = project()?;
        let before = of_inputs(folder.path(), &[])?;
        fs::rename(folder.path().join("src/main.rs"), folder.path().join("src/other.rs"))?;
        assert_ne!(of_inputs(folder.path(), &[])?, before);
        Ok(())
    }

    #[test]
    fn the_words_count() -> anyhow::Result<()> {
        let folder = project()?;
        assert_ne!(of_inputs(folder.path(), &["release", "/"])?, of_inputs(folder.path(), &["release", "/sub/"])?);
        Ok(())
    }

    #[test]
    fn prose_tests_and_products_do_not_count() -> anyhow::Result<()> {
        let folder = project()?;
        let before = of_inputs(folder.path(), &[])?;
        for name in ["README.md", "tests/a.rs", "target/x", ".git/HEAD", "dist/index.html"] {
            write(folder.path(), name, "changed")?;
        }
        assert_eq!(of_inputs(folder.path(), &[])?, before);
        Ok(())
    }

    #[test]
    fn a_touched_product_is_seen() -> anyhow::Result<()> {
        let folder = project()?;
        let before = of_folder(folder.path())?;
        write(folder.path(), "target/x", "y")?;
        assert_ne!(of_folder(folder.path())?, before);
        Ok(())
    }
}
