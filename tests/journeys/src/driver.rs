//! The driver of browsers: one process for all visits that run, gone when none runs any more.

use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{self, Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError, Weak};
use std::{env, fs};

/// How many visits run at a time.
const ROOM: usize = 2;

/// How many visits run now.
static INSIDE: Mutex<usize> = Mutex::new(0);
/// Rings when one ends.
static ENDED: Condvar = Condvar::new();
/// How many drivers were started so far.
static STARTED: AtomicUsize = AtomicUsize::new(0);
/// The driver that runs now.
static RUNNING: Mutex<Weak<Driver>> = Mutex::new(Weak::new());

/// The right to run a visit. Giving it up lets the next one in.
pub(crate) struct Turn;

impl Turn {
    /// Waits until there is room.
    pub(crate) fn wait() -> Self {
        let mut inside = INSIDE.lock().unwrap_or_else(PoisonError::into_inner);
        while *inside >= ROOM {
            inside = ENDED.wait(inside).unwrap_or_else(PoisonError::into_inner);
        }
        *inside += 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *INSIDE.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        ENDED.notify_one();
    }
}

/// A running driver. It stops with the last visit that holds it.
pub(crate) struct Driver {
    process: Child,
    /// Where it and its browsers keep what they need for a while.
    folder: PathBuf,
    /// Kept open, because a driver that can't write its few words any more may stop.
    _words: BufReader<ChildStdout>,
    /// Where it listens.
    pub(crate) url: String,
}

impl Driver {
    /// The driver that runs, or a new one.
    pub(crate) fn get() -> Arc<Self> {
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        running.upgrade().unwrap_or_else(|| {
            let driver = Arc::new(Self::start());
            *running = Arc::downgrade(&driver);
            driver
        })
    }

    fn start() -> Self {
        let program = env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        // Short, because sockets are made in it, and their names may not be long.
        let folder = env::temp_dir().join(format!("journeys-{}-{number}", process::id()));
        fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{} can't be made: {error}", folder.display()));
        // Port 0 lets it choose a free one, which it then tells.
        let mut process = Command::new(&program)
            .arg("--port=0")
            .env("TMPDIR", &folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!("{} does not start ({error}). Install it with: cargo xtask setup --browser", program.display())
            });
        let mut words = BufReader::new(process.stdout.take().expect("its output was asked for"));
        let mut line = String::new();
        let port = loop {
            line.clear();
            let length = words.read_line(&mut line).unwrap_or(0);
            assert!(length > 0, "{} stopped without saying where it listens", program.display());
            let port = line.split_once("on port ").map(|(_, rest)| rest.trim().trim_end_matches('.').to_owned());
            // An early line says that any port will do.
            if let Some(port) = port.filter(|port| port != "0" && port.parse::<u16>().is_ok()) {
                break port;
            }
        };
        Self { process, folder, _words: words, url: format!("http://127.0.0.1:{port}") }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // One that is gone already is what we want.
        let _ = self.process.kill();
        let _ = self.process.wait();
        // The last browser may still be on its way out and write; a folder that stays costs nothing but room.
        let _ = (0..100).find(|_| fs::remove_dir_all(&self.folder).is_ok() || !self.folder.exists());
    }
}
