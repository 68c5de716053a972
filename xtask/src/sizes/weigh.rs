//! Weighs files: raw, and as gzip 9 and brotli 11 make them.

use std::fs;
use std::path::Path;
use std::thread;

use anyhow::Context as _;

use crate::compress::{brotli, gzip};
use crate::version;

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
    let names = version::files(dist)?;
    thread::scope(|scope| {
        let workers: Vec<_> = names.iter().map(|name| scope.spawn(move || weigh_file(dist, name))).collect();
        workers.into_iter().map(|worker| worker.join().map_err(|_| anyhow::anyhow!("a compressor broke off"))?).collect()
    })
}

fn weigh_file(dist: &Path, name: &str) -> anyhow::Result<Weighed> {
    let bytes = fs::read(dist.join(name)).with_context(|| format!("{name} cannot be read"))?;
    let (gzip, brotli) = (gzip(&bytes)?.len() as u64, brotli(&bytes)?.len() as u64);
    Ok(Weighed { name: name.to_owned(), raw: bytes.len() as u64, gzip, brotli })
}
