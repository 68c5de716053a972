//! Files of the tree, by their place below the root.

use std::path::{Path, PathBuf};

/// The root of the package.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file as text.
pub struct File {
    /// Its place below the root, with slashes: `src/domain/mod.rs`.
    pub place: String,
    /// What it holds.
    pub text: String,
}

impl File {
    /// The file at a place, which must be there.
    pub fn at(place: &str) -> Self {
        let text = std::fs::read_to_string(root().join(place)).unwrap_or_else(|error| panic!("{place}: {error}"));
        Self { place: place.to_owned(), text }
    }

    /// The name without folder and ending.
    pub fn stem(&self) -> &str {
        let name = self.place.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }
}

/// All files below a folder with an ending, by place.
pub fn files(folder: &str, ending: &str) -> Vec<File> {
    let mut places: Vec<String> = walk(folder)
        .into_iter()
        .filter(|(place, is_folder)| !is_folder && place.ends_with(ending))
        .map(|(place, _)| place)
        .collect();
    places.sort();
    assert!(!places.is_empty(), "there are no {ending} files in {folder}");
    places.iter().map(|place| File::at(place)).collect()
}

/// All folders below a folder, by place.
pub fn folders(folder: &str) -> Vec<String> {
    let mut places: Vec<String> = walk(folder).into_iter().filter(|(_, is_folder)| *is_folder).map(|(place, _)| place).collect();
    places.sort();
    places
}

/// Everything below a folder: its place, and whether it is a folder itself.
fn walk(folder: &str) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    let mut left = vec![PathBuf::from(folder)];
    while let Some(folder) = left.pop() {
        let entries = std::fs::read_dir(root().join(&folder)).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for entry in entries {
            let name = entry.expect("a readable entry").file_name();
            let place = folder.join(name);
            let is_folder = root().join(&place).is_dir();
            found.push((place.to_string_lossy().replace('\\', "/"), is_folder));
            if is_folder {
                left.push(place);
            }
        }
    }
    found
}

/// Fails with all that is wrong at once, a line each, so that one run shows everything there is to mend.
pub fn assert_none(what: &str, wrong: &[String]) {
    assert!(wrong.is_empty(), "{what}:\n  {}\n", wrong.join("\n  "));
}
