//! Weighs files: raw, and as gzip 9 and brotli 11 make them.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::Context as _;
use flate2::Compression;
use flate2::write::GzEncoder;

/// One shipped file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Weighed {
    /// Its path below `dist/`, with slashes.
    pub(super) name: String,
    pub(super) raw: u64,
    pub(super) gzip: u64,
    pub(super) brotli: u64,
}

/// Weighs all files, several at once: brotli 11 is slow, and the wasm is most of the work.
pub(super) fn weigh(dist: &Path) -> anyhow::Result<Vec<Weighed>> {
    let mut paths = Vec::new();
    collect(dist, &mut paths)?;
    paths.sort();
    thread::scope(|scope| {
        let workers: Vec<_> = paths.iter().map(|path| scope.spawn(move || weigh_file(dist, path))).collect();
        workers.into_iter().map(|worker| worker.join().map_err(|_| anyhow::anyhow!("a compressor broke off"))?).collect()
    })
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() { collect(&path, paths)? } else { paths.push(path) }
    }
    Ok(())
}

fn weigh_file(dist: &Path, path: &Path) -> anyhow::Result<Weighed> {
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let below = path.strip_prefix(dist).unwrap_or(path);
    let name = below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
    Ok(Weighed { name, raw: bytes.len() as u64, gzip: gzip(&bytes)?.len() as u64, brotli: brotli(&bytes)?.len() as u64 })
}

fn gzip(bytes: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

fn brotli(bytes: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}
