//! Packs a built app for hosting: the files with their compressed forms, and what servers need to know.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::Context as _;

use super::rules::content_type;
use super::{caddy, nginx, sbom, static_host};
use crate::compress::{brotli, gzip};
use crate::project::Project;
use crate::setup::Toolbox;
use crate::{process, say, version};

/// What is packed for whom.
pub(crate) struct Order<'a> {
    /// The folder with the built app.
    pub(crate) dist: &'a Path,
    /// The path that the app lies below, with a slash at both ends.
    pub(crate) base: &'a str,
    /// Who may show embedded pages.
    pub(crate) partners: &'a str,
    /// Where it is hosted, such as `https://example.org`, if that is known: readers of links want whole addresses.
    pub(crate) host: Option<&'a str>,
}

/// What static hosts answer with where there is nothing. No script runs there: such an answer has few of the app's headers.
const NOT_FOUND: &str = "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content=\"width=device-width\">\
    <title>404</title><p>There is nothing at this address. <a href=\"{base}\">Twin Parks</a></p>\
    <p lang=zh-Hans>此地址没有内容。</p><p lang=ms>Tiada apa-apa di alamat ini.</p><p lang=vi>Địa chỉ này không có gì.</p>\n";

/// Below this size compression costs more than it saves.
const WORTH_COMPRESSING: usize = 256;

/// Packs an app into `target/pack`, and gives that folder.
pub(crate) fn pack(project: &Project, toolbox: &Toolbox, order: &Order<'_>) -> anyhow::Result<PathBuf> {
    let folder = project.path("target/pack");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    let site = folder.join("site");
    // With a path before it, the app's files lie in a folder of that name, and the server's root above.
    let root = site.join(order.base.trim_matches('/'));
    for file in version::files(order.dist)? {
        copy(&order.dist.join(&file), &root.join(&file))?;
    }
    if let Some(host) = order.host {
        let address = format!("{host}{}", order.base);
        let line = ["run", "--quiet", "--locked", "--package", "previews", "--", "public/data"];
        let mut previews = toolbox.cargo(project, &line)?;
        say::step("Drawing previews of links", || process::run(previews.arg(&root).arg(&address)))?;
    }
    let files = version::files(&root)?;
    say::step("Compressing (brotli 11 takes its time)", || compress(&root, &files))?;
    write(&site.join("404.html"), &NOT_FOUND.replace("{base}", order.base))?;
    write(&site.join("_headers"), &static_host::headers(order.base, &files, order.partners))?;
    write(&site.join("_redirects"), &static_host::redirects(order.base))?;
    write(&folder.join("nginx.conf"), &nginx::site(order.base, order.partners))?;
    write(&folder.join("Caddyfile"), &caddy::site(order.base, order.partners))?;
    sbom::write(project, toolbox, &folder.join("sbom.cdx.json"))?;
    write(&folder.join("SHA256SUMS"), &sums(&folder)?)?;
    Ok(folder)
}

fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    fs::copy(from, to).map(drop).with_context(|| format!("{} cannot be copied", from.display()))
}

/// Sets the compressed forms of all files that have any beside them, several at once.
fn compress(root: &Path, files: &[String]) -> anyhow::Result<()> {
    let one = |file: &String| -> anyhow::Result<()> {
        let bytes = fs::read(root.join(file)).with_context(|| format!("{file} cannot be read"))?;
        if content_type(file).1 && bytes.len() >= WORTH_COMPRESSING {
            fs::write(root.join(format!("{file}.br")), brotli(&bytes)?)?;
            fs::write(root.join(format!("{file}.gz")), gzip(&bytes)?)?;
        }
        Ok(())
    };
    let next = AtomicUsize::new(0);
    let work = || -> anyhow::Result<()> {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            one(file)?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let workers = thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| worker.join().map_err(|_| anyhow::anyhow!("a compressor broke off"))?)
    })
}

/// The sum of every file in the folder, as `sha256sum --check` reads it there.
fn sums(folder: &Path) -> anyhow::Result<String> {
    let files = version::files(folder)?;
    files.iter().map(|file| Ok(format!("{}  {file}\n", version::sum(&fs::read(folder.join(file))?)))).collect()
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))
}
