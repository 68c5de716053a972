//! The data: fetched once when the app starts, file by file, and put together as it arrives.
//!
//! What Explore needs comes first and is shown as soon as it is there; sources, context and disputes join when they
//! arrive. A file that can't be had leaves a hole that is told of, and the rest works.

use crate::domain::catalogue::{Catalogue, DataFile, Parts};
use crate::domain::fault::Fault;
use crate::domain::id::AttributeId;
use crate::platform::fetch::{FetchError, fetch};
use crate::platform::{clock, network};
use crate::present::notice::LoadError;
use crate::ui::reactive::LastingSignal;
use crate::wire;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;
use std::sync::Arc;

/// No data file is as large as this; the real ones are a hundredth of it.
const MAX_BYTES: usize = 16_000_000;
/// After this long a request is given up, in milliseconds.
const TIMEOUT: i32 = 30_000;
/// After this long without data the visitor is told that it is slow, in milliseconds.
const SLOW: i32 = 2_000;
/// What Explore is made of.
const CORE: [DataFile; 4] = [DataFile::Attributes, DataFile::Sectors, DataFile::Parks, DataFile::Pairs];

/// Something that comes over the network.
#[derive(Clone, Debug)]
pub enum Remote<T> {
    /// Under way.
    Loading,
    /// Under way for longer than people expect.
    Slow,
    /// There.
    Ready(T),
    /// Not to be had, with a reason for each file.
    Failed(Vec<(DataFile, LoadError)>),
}

/// How a single file stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FileState {
    /// Under way.
    Loading,
    /// Read.
    Ready,
    /// Not to be had.
    Failed(LoadError),
}

/// What is loaded so far.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The catalogue of everything that could be used.
    pub catalogue: Arc<Catalogue>,
    /// What could not.
    pub faults: Arc<Vec<Fault>>,
    /// How each file stands.
    pub files: Arc<BTreeMap<DataFile, FileState>>,
}

impl Loaded {
    /// How a file stands.
    #[must_use]
    pub fn state(&self, file: DataFile) -> FileState {
        self.files.get(&file).cloned().unwrap_or(FileState::Loading)
    }

    /// The files that could not be had, with the reasons.
    #[must_use]
    pub fn failed(&self) -> Vec<(DataFile, LoadError)> {
        let failed = |(file, state): (&DataFile, &FileState)| match state {
            FileState::Failed(error) => Some((*file, error.clone())),
            _ => None,
        };
        self.files.iter().filter_map(failed).collect()
    }

    /// Whether every file is there and could be used.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        DataFile::ALL.iter().all(|file| self.state(*file) == FileState::Ready)
    }
}

/// The data and what goes on around it.
#[derive(Clone, Copy)]
pub struct Library {
    /// The data, as far as it is there.
    pub loaded: LastingSignal<Remote<Loaded>>,
    /// Whether there is a network.
    pub is_online: LastingSignal<bool>,
    /// When the data was loaded, as a time of day.
    pub loaded_at: LastingSignal<String>,
    attempt: StoredValue<Attempt>,
    /// The only attributes that are shown; where there are none of them, all are.
    picked: StoredValue<Vec<AttributeId>>,
}

/// One try at loading everything; answers to an earlier one are dropped.
#[derive(Clone, Default)]
struct Attempt {
    number: u32,
    /// Whether what is shown stays until more of it has come.
    is_again: bool,
    parts: Parts,
    faults: Vec<Fault>,
    files: BTreeMap<DataFile, FileState>,
}

impl Library {
    /// Begins to load.
    #[must_use]
    pub fn open() -> Self {
        let library = Self {
            loaded: LastingSignal::new(Remote::Loading),
            is_online: LastingSignal::new(network::is_online()),
            loaded_at: LastingSignal::new(String::new()),
            attempt: StoredValue::new(Attempt::default()),
            picked: StoredValue::new(Vec::new()),
        };
        network::on_change(move |is_online| library.is_online.set(is_online));
        library.load();
        library
    }

    /// Loads everything anew.
    pub fn load(self) {
        self.loaded.set(Remote::Loading);
        self.fetch_all(false);
    }

    /// Loads what could not be had before. What is shown stays until more of it has come.
    pub fn load_again(self) {
        self.fetch_all(true);
    }

    fn fetch_all(self, is_again: bool) {
        let number = self.attempt.with_value(|attempt| attempt.number) + 1;
        self.attempt.set_value(Attempt { number, is_again, ..Attempt::default() });
        for file in DataFile::ALL {
            spawn_local(async move {
                let bytes = fetch(&format!("data/{}", file.name()), MAX_BYTES, TIMEOUT).await;
                self.arrived(number, file, bytes);
            });
        }
        spawn_local(async move {
            clock::wait(SLOW).await;
            let is_waiting = self.loaded.with_untracked(|loaded| matches!(loaded, Remote::Loading));
            if is_waiting && self.is_current(number) {
                self.loaded.set(Remote::Slow);
            }
        });
    }

    /// What a function makes of the data, once it is there. What reads it is told of every change.
    pub fn with<T>(self, make: impl FnOnce(&Catalogue) -> T) -> Option<T> {
        self.loaded.with(|loaded| match loaded {
            Remote::Ready(loaded) => Some(make(&loaded.catalogue)),
            _ => None,
        })
    }

    /// Shows these attributes and no others from now on.
    pub fn pick(self, attributes: Vec<AttributeId>) {
        self.picked.set_value(attributes);
        let is_ready = self.loaded.with_untracked(|loaded| matches!(loaded, Remote::Ready(_)));
        if is_ready {
            self.publish();
        }
    }

    fn is_current(self, number: u32) -> bool {
        self.attempt.with_value(|attempt| attempt.number == number)
    }

    fn arrived(self, number: u32, file: DataFile, bytes: Result<Vec<u8>, FetchError>) {
        if !self.is_current(number) {
            return;
        }
        let is_news = self.attempt.try_update_value(|attempt| {
            let state = match bytes {
                Ok(bytes) => match wire::decode(file, &bytes, &mut attempt.parts, &mut attempt.faults) {
                    Ok(()) => FileState::Ready,
                    Err(error) => FileState::Failed(LoadError::Unusable(error)),
                },
                Err(error) => FileState::Failed(load_error(error)),
            };
            attempt.files.insert(file, state);
            let has_all = |files: &[DataFile]| files.iter().all(|file| attempt.files.contains_key(file));
            // Putting the catalogue together costs more than waiting for the next file: twice is enough.
            let is_all = has_all(&DataFile::ALL);
            if attempt.is_again {
                is_all && self.is_more(&attempt.files)
            } else {
                is_all || (CORE.contains(&file) && has_all(&CORE))
            }
        });
        if is_news == Some(true) {
            self.publish();
        }
    }

    /// Whether more could be had this time than is shown.
    fn is_more(self, files: &BTreeMap<DataFile, FileState>) -> bool {
        let ready = |files: &BTreeMap<DataFile, FileState>| files.values().filter(|state| **state == FileState::Ready).count();
        self.loaded.with_untracked(|loaded| match loaded {
            Remote::Ready(shown) => ready(files) > ready(&shown.files),
            Remote::Loading | Remote::Slow | Remote::Failed(_) => true,
        })
    }

    fn publish(self) {
        let Attempt { parts, mut faults, files, .. } = self.attempt.get_value();
        let is_failed = |file: &DataFile| matches!(files.get(file), Some(FileState::Failed(_)));
        if CORE.iter().all(is_failed) {
            let loaded = Loaded { catalogue: Arc::default(), faults: Arc::default(), files: Arc::new(files) };
            self.loaded.set(Remote::Failed(loaded.failed()));
            return;
        }
        let (mut catalogue, more) = Catalogue::assemble(parts);
        faults.extend(more);
        self.picked.with_value(|picked| catalogue.keep_attributes(picked));
        self.loaded_at.set(clock::time_of_day());
        self.loaded.set(Remote::Ready(Loaded {
            catalogue: Arc::new(catalogue),
            faults: Arc::new(faults),
            files: Arc::new(files),
        }));
    }
}

fn load_error(error: FetchError) -> LoadError {
    match error {
        FetchError::Unreachable => LoadError::Unreachable,
        FetchError::Status(status) => LoadError::Status(status),
        FetchError::TooLarge(bytes) => LoadError::TooLarge(bytes),
        FetchError::TimedOut => LoadError::TimedOut,
    }
}
