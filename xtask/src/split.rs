//! Takes the built program apart where its code says so (`src/ui/state/later.rs`): the first load stays small, and the
//! rest is fetched when it is asked for.
//!
//! Trunk can't do this (trunk#1022): the program has to be split before its JavaScript glue is made. So what Trunk made
//! of the program is made anew here, from the linker's output, and put in its place; everything else of Trunk's stands.
//!
//! Every file's name holds a hash of its content, and so a browser may keep each for ever. The names run one way: the
//! piece that comes later, the script that fetches it, the glue that imports the script, the page.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, ensure};

use crate::bundle::Kind;
use crate::fingerprint;
use crate::process;
use crate::project::Project;
use crate::setup::{Toolbox, WASM};

/// The program's name, as Cargo and Trunk have it.
const NAME: &str = "twin-parks";
/// The script that starts it.
const BOOT: &str = "boot";
/// The script that the splitter writes beside the pieces.
const LINK: &str = "__wasm_split.js";

/// What rustc takes for granted that browsers can; the pieces do not say so themselves.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Replaces the program in `dist` by its pieces.
pub(crate) fn take_apart(project: &Project, toolbox: &Toolbox, kind: Kind, dist: &Path) -> anyhow::Result<()> {
    let work = project.path("target/xtask/split").join(kind.name());
    if work.exists() {
        fs::remove_dir_all(&work).with_context(|| format!("{} cannot be removed", work.display()))?;
    }
    let (pieces, glue) = (work.join("pieces"), work.join("glue"));
    let linked = project.path("target").join(WASM).join(kind.name()).join(format!("{NAME}.wasm"));

    let mut split = toolbox.command(project, toolbox.find("wasm-split-cli")?)?;
    process::run(split.arg(&linked).arg(&pieces).args(["--target", "web", "--out-name", NAME]))
        .context("the program cannot be taken apart")?;
    let mut bindgen = toolbox.command(project, toolbox.find("wasm-bindgen")?)?;
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", NAME, "--out-dir"]).arg(&glue);
    process::run(bindgen.arg(pieces.join(format!("{NAME}.wasm")))).context("the glue of the program cannot be made")?;

    let main = glue.join(format!("{NAME}_bg.wasm"));
    let later = later_pieces(&pieces)?;
    if kind == Kind::Release {
        for piece in later.iter().chain([&main]) {
            shrink(&mut toolbox.command(project, toolbox.find("wasm-opt")?)?, piece)?;
        }
    }
    let mut link = bound_late(&read(&pieces.join(LINK))?)?;
    for piece in &later {
        let old = file_name(piece)?;
        let new = keep(dist, piece_name(&old), "wasm", &fs::read(piece)?)?;
        link = replaced_once(&link, &format!("\"./{old}\""), &format!("\"./{new}\""))?;
    }
    let small = |script: &str| {
        if kind == Kind::Release { minified(project, toolbox, script) } else { Ok(script.to_owned()) }
    };
    let link = keep(dist, "later", "js", small(&link)?.as_bytes())?;
    let script = read(&glue.join(format!("{NAME}.js")))?;
    // The name of the import stays, since the program asks for it by that; only where it comes from changes.
    let script = replaced(&script, &format!("from \"./{LINK}\""), &format!("from \"./{link}\""))?;
    let script = keep(dist, NAME, "js", small(&script)?.as_bytes())?;
    let program = keep(dist, NAME, "wasm", &fs::read(&main)?)?;
    let boot = keep(dist, BOOT, "js", small(&read(&dist.join(trunks(dist, BOOT, "js", "")?))?)?.as_bytes())?;
    rename_in_page(dist, &[(NAME, "js", &script), (NAME, "wasm", &program), (BOOT, "js", &boot)])
}

/// A script as short as it can be written.
fn minified(project: &Project, toolbox: &Toolbox, script: &str) -> anyhow::Result<String> {
    let path = project.path("target/xtask/split/script.js");
    fs::write(&path, script).with_context(|| format!("{} cannot be written", path.display()))?;
    let mut minifier = toolbox.command(project, toolbox.find("esbuild")?)?;
    let output = minifier.arg(&path).args(["--minify", "--charset=utf8"]).output().context("esbuild cannot be run")?;
    ensure!(output.status.success(), "a script cannot be made small: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).context("esbuild wrote no text")
}

/// The pieces that come later, in the order of their names.
fn later_pieces(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let main = format!("{NAME}.wasm");
    let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let mut pieces: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    pieces
        .retain(|path| path.extension().is_some_and(|it| it == "wasm") && path.file_name().is_some_and(|it| it != main.as_str()));
    pieces.sort();
    ensure!(!pieces.is_empty(), "nothing was split off; does the code still mark what comes later?");
    Ok(pieces)
}

/// What a piece is called where it ships: as it is marked in the code, or, where two pieces need the same, as shared.
fn piece_name(file: &str) -> &'static str {
    let known = ["later", "kiosk", "embed", "share"].into_iter().find(|name| file.ends_with(&format!("_{name}.wasm")));
    known.unwrap_or("shared")
}

/// What the optimiser is asked for. Functions with one caller stay functions: inlining them costs more than it saves.
/// And nothing lies at the lowest kilobyte of memory but the far end of the stack, so that offsets need no check against
/// an address that turns over.
fn shrink(optimiser: &mut Command, piece: &Path) -> anyhow::Result<()> {
    optimiser
        .args(FEATURES)
        .args(["-Oz", "--one-caller-inline-max-function-size=0", "--low-memory-unused"])
        .arg(piece)
        .arg("-o")
        .arg(piece);
    process::run(optimiser).context("the program cannot be made small")
}

/// The script without its import of the glue, whose name would hold a hash of this script's own name. `boot.js` leaves a
/// promise of the started program instead, and pieces wait for it.
fn bound_late(link: &str) -> anyhow::Result<String> {
    let import = format!("import {{ initSync }} from \"./{NAME}.js\";");
    let started =
        "let program;\nconst initSync = () => program;\nconst started = async () => { program = await globalThis.twinParks; };";
    let link = replaced_once(link, &import, started)?;
    // A server that does not know the type of wasm, or never answers, is no reason to be without the piece for ever.
    let streamed = "WebAssembly.instantiateStreaming(src, imports)";
    let read = "src.then((it) => { if (!it.ok) throw new TypeError(`status ${it.status}`); return it.arrayBuffer(); })
        .then((bytes) => WebAssembly.instantiate(bytes, imports))";
    let link = replaced(&link, streamed, read)?;
    let link = replaced(&link, "import.meta.url));", "import.meta.url), { signal: AbortSignal.timeout(30000) });")?;
    replaced_once(&link, "await Promise.all(parallelStuff);", "await Promise.all([started(), ...parallelStuff]);")
}

/// Replaces what stands there once for every piece.
fn replaced(text: &str, old: &str, new: &str) -> anyhow::Result<String> {
    ensure!(text.contains(old), "`{old}` does not stand there: was a tool changed?");
    Ok(text.replace(old, new))
}

fn replaced_once(text: &str, old: &str, new: &str) -> anyhow::Result<String> {
    let count = text.matches(old).count();
    ensure!(count == 1, "`{old}` stands {count} times there, and not once: was a tool changed?");
    Ok(text.replace(old, new))
}

/// Writes a file under a name that holds a hash of its content, and gives the name.
fn keep(dist: &Path, name: &str, ending: &str, content: &[u8]) -> anyhow::Result<String> {
    let name = format!("{name}-{:016x}.{ending}", fingerprint::of_bytes(content));
    fs::write(dist.join(&name), content).with_context(|| format!("{name} cannot be written"))?;
    Ok(name)
}

/// Puts the new names into the page, and takes Trunk's files away. Each is a stem, an ending and the new name.
fn rename_in_page(dist: &Path, files: &[(&str, &str, &String)]) -> anyhow::Result<()> {
    let page = dist.join("index.html");
    let mut html = read(&page)?;
    for (stem, ending, new) in files {
        let old = trunks(dist, stem, ending, new)?;
        ensure!(html.contains(old.as_str()), "the page does not name {old}");
        html = html.replace(old.as_str(), new);
        fs::remove_file(dist.join(old))?;
    }
    fs::write(&page, html).with_context(|| format!("{} cannot be written", page.display()))
}

/// The file that Trunk made, beside the one that replaces it.
fn trunks(dist: &Path, stem: &str, ending: &str, new: &str) -> anyhow::Result<String> {
    for entry in fs::read_dir(dist)? {
        let name = file_name(&entry?.path())?;
        if name.starts_with(&format!("{stem}-")) && name.ends_with(&format!(".{ending}")) && name != new {
            return Ok(name);
        }
    }
    anyhow::bail!("Trunk left no {stem}….{ending} in {}", dist.display())
}

fn read(path: &Path) -> anyhow::Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

fn file_name(path: &Path) -> anyhow::Result<String> {
    let name = path.file_name().and_then(|name| name.to_str());
    name.map(str::to_owned).with_context(|| format!("{} has no name", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_waits_for_the_program_and_does_not_import_it() -> anyhow::Result<()> {
        let script = "import { initSync } from \"./twin-parks.js\";\nawait Promise.all(parallelStuff);\n\
            const src = fetch(new URL(x, import.meta.url));\nWebAssembly.instantiateStreaming(src, imports);\n";
        let bound = bound_late(script)?;
        assert!(!bound.contains("import {") && bound.contains("started()"), "{bound}");
        assert!(bound.contains("AbortSignal.timeout"), "a piece that never arrives is given up: {bound}");
        assert!(!bound.contains("instantiateStreaming"), "a late piece does not hang on its type: {bound}");
        assert!(bound_late("something else").is_err(), "another splitter would go unnoticed");
        Ok(())
    }

    #[test]
    fn the_page_names_the_pieces_and_nothing_of_trunks_is_left() -> anyhow::Result<()> {
        let dist = tempfile::tempdir()?;
        let page = "<meta data-js=\"/twin-parks-1.js\" data-wasm=\"/twin-parks-1_bg.wasm\">";
        for (name, text) in [("index.html", page), ("twin-parks-1.js", ""), ("twin-parks-1_bg.wasm", "")] {
            fs::write(dist.path().join(name), text)?;
        }
        let (script, program) = (keep(dist.path(), NAME, "js", b"s")?, keep(dist.path(), NAME, "wasm", b"p")?);
        rename_in_page(dist.path(), &[(NAME, "js", &script), (NAME, "wasm", &program)])?;
        let page = read(&dist.path().join("index.html"))?;
        assert!(page.contains(&script) && page.contains(&program) && !page.contains("parks-1"), "{page}");
        assert!(!dist.path().join("twin-parks-1.js").exists() && !dist.path().join("twin-parks-1_bg.wasm").exists());
        Ok(())
    }
}
