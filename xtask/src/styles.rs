//! Joins the style files into those that ship: that of the site, and what kiosks, embedded pages and the page that makes them add to it.
//!
//! The order is the order of the cascade layers, written here once. The result is written only when it changed, so that Trunk's watcher
//! does not start again because of its own hook.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};

use crate::project::Project;

/// The files in the order of their layers. `blocks/` stands for all files of that folder, by name. A file that does not exist (yet) is passed over.
const ORDER: [&str; 9] = [
    "layers.css",
    "tokens.css",
    "reset.css",
    "base.css",
    "composition.css",
    "blocks/",
    "pages.css",
    "modes.css",
    "utilities.css",
];

/// Where the joined file lies, below the root. index.html names it.
const JOINED: &str = "target/generated/style.css";
/// The surfaces that add to it: each has a folder of that name below `style/`, and a file of that name beside the joined one.
const SURFACES: [&str; 3] = ["kiosk", "embed", "share"];

/// Joins the styles of the project. Says whether a file changed.
pub(crate) fn write(project: &Project) -> anyhow::Result<bool> {
    let joined = join(&project.path("style"))?;
    let mut has_changed = write_changed(&project.path(JOINED), joined)?;
    for surface in SURFACES {
        let added = join_in_order(&project.path(&format!("style/{surface}")))?;
        has_changed |= write_changed(&project.path(&format!("target/generated/{surface}.css")), added)?;
    }
    Ok(has_changed)
}

fn write_changed(path: &Path, joined: String) -> anyhow::Result<bool> {
    if fs::read_to_string(path).is_ok_and(|old| old == joined) {
        return Ok(false);
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    fs::write(path, joined).with_context(|| format!("{} cannot be written", path.display()))?;
    Ok(true)
}

/// The text of all style files of a folder, in order.
fn join(folder: &Path) -> anyhow::Result<String> {
    let mut left = css_files(folder)?;
    left.extend(css_files(&folder.join("blocks"))?);
    let mut joined = String::new();
    for place in ORDER {
        let wanted = folder.join(place);
        let (taken, rest): (Vec<_>, Vec<_>) = left
            .into_iter()
            .partition(|file| if place.ends_with('/') { file.parent() == Some(wanted.as_path()) } else { *file == wanted });
        left = rest;
        for file in taken {
            append(&mut joined, folder, &file)?;
        }
    }
    if let Some(file) = left.first() {
        bail!(
            "{} belongs to no layer, so it would not ship. Move it to style/blocks/, or name it in ORDER in xtask/src/styles.rs",
            file.display()
        );
    }
    ensure!(!joined.is_empty(), "there are no style files in {}", folder.display());
    Ok(joined)
}

/// The text of the style files of a folder, by name. Each says its layer, and the order of layers is known by then.
fn join_in_order(folder: &Path) -> anyhow::Result<String> {
    let mut joined = String::new();
    for file in css_files(folder)? {
        append(&mut joined, folder, &file)?;
    }
    Ok(joined)
}

fn append(joined: &mut String, folder: &Path, file: &Path) -> anyhow::Result<()> {
    let name = file.strip_prefix(folder).unwrap_or(file).display().to_string();
    let text = fs::read_to_string(file).with_context(|| format!("style/{name} cannot be read"))?;
    check_braces(&text).with_context(|| format!("style/{name}"))?;
    joined.push_str(&format!("/* {name} */\n{}\n", text.trim_end()));
    Ok(())
}

/// The CSS files directly in a folder, by name; none when there is no such folder.
fn css_files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "css") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Fails when braces do not match, with the line. A missing brace would silently swallow the files that follow. Comments and strings do not count.
fn check_braces(css: &str) -> anyhow::Result<()> {
    let mut open: Vec<usize> = Vec::new();
    let mut line = 1;
    let mut quote = None;
    let mut characters = css.chars().peekable();
    while let Some(character) = characters.next() {
        match (quote, character) {
            (_, '\n') => {
                line += 1;
                // A string ends with its line, unless the line end is escaped, and then the escape took it.
                quote = None;
            }
            (_, '\\') => {
                if characters.next() == Some('\n') {
                    line += 1;
                }
            }
            (Some(mark), _) => {
                if character == mark {
                    quote = None;
                }
            }
            (None, '"' | '\'') => quote = Some(character),
            (None, '/') if characters.peek() == Some(&'*') => {
                let start = line;
                let mut last = ' ';
                characters.next();
                loop {
                    match characters.next() {
                        Some('/') if last == '*' => break,
                        Some(next) => {
                            line += usize::from(next == '\n');
                            last = next;
                        }
                        None => bail!("the comment that opens on line {start} is never closed"),
                    }
                }
            }
            (None, '{') => open.push(line),
            (None, '}') => ensure!(open.pop().is_some(), "the closing brace on line {line} closes nothing"),
            (None, _) => {}
        }
    }
    match open.last() {
        None => Ok(()),
        Some(line) => bail!("the brace that opens on line {line} is never closed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn style(files: &[(&str, &str)]) -> anyhow::Result<tempfile::TempDir> {
        let folder = tempfile::tempdir()?;
        fs::create_dir_all(folder.path().join("style/blocks"))?;
        for (name, text) in files {
            fs::write(folder.path().join("style").join(name), text)?;
        }
        Ok(folder)
    }

    #[test]
    fn files_are_joined_in_the_order_of_layers_and_blocks_by_name() -> anyhow::Result<()> {
        let folder = style(&[
            ("utilities.css", "u{}"),
            ("blocks/tray.css", "t{}"),
            ("blocks/card.css", "c{}"),
            ("layers.css", "@layer a;"),
            ("base.css", "b{}"),
        ])?;
        let joined = join(&folder.path().join("style"))?;
        let rules: Vec<_> = joined.lines().filter(|line| !line.starts_with("/*")).collect();
        assert_eq!(rules, ["@layer a;", "b{}", "c{}", "t{}", "u{}"]);
        Ok(())
    }

    #[test]
    fn the_joined_file_is_written_only_when_it_changed() -> anyhow::Result<()> {
        let folder = style(&[("base.css", "a{}")])?;
        let project = Project::at(folder.path());
        assert!(write(&project)?);
        assert!(!write(&project)?);
        fs::write(folder.path().join("style/base.css"), "b{}")?;
        assert!(write(&project)?);
        assert!(fs::read_to_string(project.path(JOINED))?.contains("b{}"));
        Ok(())
    }

    #[test]
    fn a_file_outside_the_layers_is_an_error_and_not_forgotten() -> anyhow::Result<()> {
        let folder = style(&[("base.css", "a{}"), ("extra.css", "b{}")])?;
        let error = format!("{:#}", join(&folder.path().join("style")).err().context("it should fail")?);
        assert!(error.contains("extra.css"), "{error}");
        Ok(())
    }

    #[test]
    fn a_missing_brace_is_told_with_its_file_and_line() -> anyhow::Result<()> {
        let folder = style(&[("base.css", "a{}\nb{\n"), ("pages.css", "c{}")])?;
        let error = format!("{:#}", join(&folder.path().join("style")).err().context("it should fail")?);
        assert!(error.contains("base.css") && error.contains("line 2"), "{error}");
        Ok(())
    }

    #[test]
    fn braces_in_comments_strings_and_escapes_do_not_count() {
        for fine in
            ["/* { */ a{}", "a::before{content:\"}\"}", "a{content:'{'}", r".a\{b{}", r#"a{content:"\"}"}"#, "a{} /* it's */ b{}"]
        {
            assert!(check_braces(fine).is_ok(), "{fine}");
        }
        for wrong in ["a{}}", "a{", "a{/* }", "/* a{} "] {
            assert!(check_braces(wrong).is_err(), "{wrong}");
        }
    }
}
