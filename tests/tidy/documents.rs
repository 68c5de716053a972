//! What is written about the code: every module says what it is for, no file grows without end, and the map of the
//! architecture names the folders that exist.

use crate::tree::{File, assert_none, files, folders, root};
use std::collections::BTreeSet;

/// The longest that a file may become. At 400 lines it is looked at twice.
const LONGEST: usize = 600;

#[test]
fn every_module_says_what_it_is_for() {
    let silent = files("src", ".rs").into_iter().filter(|file| !file.text.starts_with("//! "));
    assert_none("modules that do not begin with //!", &silent.map(|file| file.place).collect::<Vec<_>>());
}

#[test]
fn every_test_file_says_what_it_is_for() {
    let tests = ["tests/pure", "tests/tidy", "benches"].into_iter().flat_map(|folder| files(folder, ".rs"));
    let silent = tests.filter(|file| !file.text.starts_with("//! "));
    assert_none("test files that do not begin with //!", &silent.map(|file| file.place).collect::<Vec<_>>());
}

#[test]
fn no_file_is_too_long_to_be_read() {
    let long =
        files("src", ".rs").into_iter().map(|file| (file.text.lines().count(), file.place)).filter(|(lines, _)| *lines > LONGEST);
    assert_none("files over 600 lines", &long.map(|(lines, place)| format!("{place} has {lines}")).collect::<Vec<_>>());
}

/// The map, or a clear word that it is not there.
fn map() -> File {
    assert!(root().join("ARCHITECTURE.md").is_file(), "ARCHITECTURE.md is missing: it is the map that new people start from");
    File::at("ARCHITECTURE.md")
}

/// Every folder that the map names: what stands between backticks or alone in a tree and ends with a slash.
fn named_folders(text: &str) -> BTreeSet<String> {
    let quoted = text.split('`').skip(1).step_by(2).flat_map(str::split_whitespace);
    let in_trees = text.lines().filter_map(|line| line.split_whitespace().find(|word| !["│", "├──", "└──"].contains(word)));
    let is_folder = |word: &&str| {
        let body = word.strip_suffix('/').unwrap_or_default();
        !body.is_empty()
            && body.chars().all(|letter| letter.is_ascii_alphanumeric() || "_-./".contains(letter))
            && !body.contains("..")
    };
    quoted.chain(in_trees).filter(is_folder).map(|word| word.trim_end_matches('/').trim_start_matches("./").to_owned()).collect()
}

#[test]
fn the_map_names_every_folder_of_the_source() {
    let map = map();
    let named: BTreeSet<String> = named_folders(&map.text);
    let words: BTreeSet<&str> = map.text.split('`').skip(1).step_by(2).collect();
    let missing = folders("src").into_iter().filter(|folder| {
        let below = folder.trim_start_matches("src/");
        let own = below.rsplit('/').next().unwrap_or(below);
        !named.contains(folder) && !named.contains(below) && !words.contains(below) && !words.contains(own)
    });
    assert_none("folders that ARCHITECTURE.md does not name", &missing.collect::<Vec<_>>());
}

#[test]
fn every_folder_that_the_map_names_is_there() {
    let ignored = File::at(".gitignore").text;
    let made: Vec<&str> = ignored.lines().map(|line| line.trim().trim_matches('/')).collect();
    let known: BTreeSet<String> = ["src", "public", "style", "tests", "xtask"]
        .into_iter()
        .flat_map(|top| folders(top).into_iter().chain([top.to_owned()]))
        .collect();
    let is_there = |name: &str| {
        // A folder may be named from the root or from any folder above it, as trees do.
        root().join(name).is_dir() || known.iter().any(|folder| folder.ends_with(&format!("/{name}")))
    };
    let is_made = |name: &str| made.iter().any(|made| name == *made || name.starts_with(&format!("{made}/")));
    let lost = named_folders(&map().text).into_iter().filter(|name| !is_there(name) && !is_made(name));
    assert_none("ARCHITECTURE.md names folders that are not there", &lost.collect::<Vec<_>>());
}

#[test]
fn folders_are_found_in_sentences_and_trees() {
    let text = "Data lies in `public/data/*.json`, code in **`src/domain/`** and `cargo run src/ui/`.\n```\nsrc/\n├── wire/   JSON\n```\nand/or";
    assert_eq!(named_folders(text).into_iter().collect::<Vec<_>>(), ["src", "src/domain", "src/ui", "wire"]);
}
