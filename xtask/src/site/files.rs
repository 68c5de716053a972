//! The files of a site: what type they are, how long they keep, and their compressed forms.

use std::collections::HashMap;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::SystemTime;

use super::hold;

/// Below this size compression costs more than it saves.
const WORTH_COMPRESSING: usize = 256;

/// A way to compress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coding {
    Brotli,
    Gzip,
}

impl Coding {
    /// Its name in headers.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// The best coding that an Accept-Encoding header takes. Browsers that take brotli always get it.
    pub(super) fn choose(accepted: &str) -> Option<Self> {
        let takes = |name: &str| {
            accepted.split(',').any(|entry| {
                let mut words = entry.split(';').map(str::trim);
                let named = words.next().is_some_and(|word| word.eq_ignore_ascii_case(name));
                let refused = words.filter_map(|word| word.strip_prefix("q=")).any(|weight| weight.parse() == Ok(0.0_f32));
                named && !refused
            })
        };
        [Self::Brotli, Self::Gzip].into_iter().find(|coding| takes(coding.name()))
    }
}

/// Files that were read, for as long as they stay the same on the disk.
#[derive(Default)]
pub(super) struct Store {
    known: Mutex<HashMap<PathBuf, Arc<File>>>,
}

impl Store {
    /// The file at a path, if there is one below the root. Links that lead out of the root do not count.
    pub(super) fn get(&self, root: &Path, below: &str) -> Option<Arc<File>> {
        let root = root.canonicalize().ok()?;
        let path = root.join(below).canonicalize().ok()?;
        if !path.starts_with(&root) {
            return None;
        }
        let data = path.metadata().ok()?;
        if !data.is_file() {
            return None;
        }
        let stamp = (data.modified().ok(), data.len());
        if let Some(file) = hold(&self.known).get(&path).filter(|file| file.stamp == stamp) {
            return Some(Arc::clone(file));
        }
        let bytes: Arc<[u8]> = fs::read(&path).ok()?.into();
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        let file = Arc::new(File { stamp, tag: hasher.finish(), bytes, brotli: OnceLock::new(), gzip: OnceLock::new() });
        hold(&self.known).insert(path, Arc::clone(&file));
        Some(file)
    }
}

/// One file, with its compressed forms once someone asked for them.
pub(super) struct File {
    stamp: (Option<SystemTime>, u64),
    /// A hash of the content, for ETag.
    pub(super) tag: u64,
    pub(super) bytes: Arc<[u8]>,
    brotli: OnceLock<Arc<[u8]>>,
    gzip: OnceLock<Arc<[u8]>>,
}

impl File {
    /// The file in a coding. Made once; whoever else asks meanwhile waits for it.
    pub(super) fn coded(&self, coding: Coding) -> Arc<[u8]> {
        // Writing to memory does not fail; if it did, the browser would see a broken file and the tests would show it.
        Arc::clone(match coding {
            Coding::Brotli => self.brotli.get_or_init(|| brotli(&self.bytes).unwrap_or_default().into()),
            Coding::Gzip => self.gzip.get_or_init(|| gzip(&self.bytes).unwrap_or_default().into()),
        })
    }

    /// Whether compressing is worth it.
    pub(super) fn is_long(&self) -> bool {
        self.bytes.len() >= WORTH_COMPRESSING
    }
}

/// Quality 5: most of the gain in a fraction of the time of what is precompressed for shipping.
fn brotli(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 5, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters).ok()?;
    Some(compressed)
}

fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}
