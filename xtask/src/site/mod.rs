//! The server of a built app: for people on this machine, and for the browser tests.
//!
//! It behaves as a good static host would: right types, compression, addresses of views answered with the app, everything else that is missing
//! answered with 404. On request it misbehaves ([`Fault`]), and it keeps a log of what was asked for.
//!
//! ```no_run
//! let site = xtask::site::Site::new("dist".into()).with_base("/sub/").listen(0)?;
//! site.set_fault("data/parks.json", Some(xtask::site::Fault::Missing));
//! println!("{}", site.url());
//! # anyhow::Ok(())
//! ```
//!
//! One thread per connection: browsers open a handful, and a stalled answer must not hold up the others.

mod answer;
mod connection;
mod fault;
mod files;
mod log;
mod respond;
#[cfg(test)]
mod tests;
mod wire;

use std::collections::HashMap;
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use anyhow::Context as _;

pub use fault::Fault;

use crate::hosting::rules::PARTNERS;

/// A built app that can be served.
pub struct Site {
    root: PathBuf,
    base: String,
    partners: String,
    faults: HashMap<String, Fault>,
}

/// A site while it is served. It stops when this value goes.
pub struct Running {
    address: SocketAddr,
    shared: Arc<Shared>,
    listener: Option<JoinHandle<()>>,
}

/// What all connections of a site share.
struct Shared {
    /// The folder that is served.
    root: PathBuf,
    /// The path below which the site lies, with a slash at both ends.
    base: String,
    /// Who may show embedded pages.
    partners: String,
    files: files::Store,
    log: Mutex<log::Log>,
    state: Mutex<State>,
    /// Rings when a fault changes and when the site stops.
    changed: Condvar,
}

/// What changes while a site is served.
struct State {
    faults: HashMap<String, Fault>,
    stopping: bool,
    /// Whether every request is left without an answer, as when the cable is out.
    is_cut: bool,
    /// Handles on the open connections, to close them at the end.
    open: HashMap<u64, TcpStream>,
    next_connection: u64,
}

impl Site {
    /// The site in this folder, at the root of its address.
    #[must_use]
    pub fn new(dist: PathBuf) -> Self {
        // On this machine partners' pages have no TLS either.
        let partners = PARTNERS.replace("https:", "http: https:");
        Self { root: dist, base: "/".to_owned(), partners, faults: HashMap::new() }
    }

    /// Puts the site below a path such as `/sub/`. Outside of it everything is 404.
    #[must_use]
    pub fn with_base(mut self, base: &str) -> Self {
        let inner = base.trim_matches('/');
        self.base = if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") };
        self
    }

    /// Lets only these sources show embedded pages, such as `https://example.org`.
    #[must_use]
    pub fn with_partners(mut self, partners: &str) -> Self {
        partners.clone_into(&mut self.partners);
        self
    }

    /// Makes a path misbehave from the start. The path is below the base and without a leading slash: `data/parks.json`.
    #[must_use]
    pub fn fault(mut self, path: &str, fault: Fault) -> Self {
        self.faults.insert(path.to_owned(), fault);
        self
    }

    /// Begins to serve on this port of 127.0.0.1. Port 0 takes any free one.
    ///
    /// # Errors
    /// Fails when the port is taken.
    pub fn listen(self, port: u16) -> anyhow::Result<Running> {
        let listener = bind(port)?;
        let address = listener.local_addr().context("the system does not say which port it gave")?;
        let shared = Arc::new(Shared {
            root: self.root,
            base: self.base,
            partners: self.partners,
            files: files::Store::default(),
            log: Mutex::default(),
            state: Mutex::new(State {
                faults: self.faults,
                stopping: false,
                is_cut: false,
                open: HashMap::new(),
                next_connection: 0,
            }),
            changed: Condvar::new(),
        });
        let accepting = Arc::clone(&shared);
        let thread = thread::Builder::new()
            .name("site".to_owned())
            .spawn(move || connection::accept(&listener, &accepting))
            .context("the system gives no thread to the server")?;
        Ok(Running { address, shared, listener: Some(thread) })
    }
}

impl Running {
    /// The address of the site, with its base and a slash at the end.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.shared.base)
    }

    /// Makes a path misbehave from now on, or behave again. Requests that are stalled or slow at this path go on with the new rule.
    pub fn set_fault(&self, path: &str, fault: Option<Fault>) {
        let mut state = hold(&self.shared.state);
        match fault {
            Some(fault) => state.faults.insert(path.to_owned(), fault),
            None => state.faults.remove(path),
        };
        self.shared.changed.notify_all();
    }

    /// Cuts every connection before its answer from now on, as when the cable is out, or answers again.
    pub fn set_cut(&self, is_cut: bool) {
        hold(&self.shared.state).is_cut = is_cut;
        self.shared.changed.notify_all();
    }

    /// What was asked for since the start or the last [`clear_requests`](Self::clear_requests), in order: paths as in [`set_fault`](Self::set_fault), and
    /// the status of the answer, which is 0 as long as there is none.
    #[must_use]
    pub fn requests(&self) -> Vec<(String, u16)> {
        hold(&self.shared.log).entries()
    }

    /// Forgets what was asked for.
    pub fn clear_requests(&self) {
        hold(&self.shared.log).clear();
    }

    /// Stops: closes all connections, also those that browsers keep open or that are stalled, and frees the port.
    pub fn stop(self) {
        drop(self);
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(thread) = self.listener.take() {
            // A listener that broke off has nothing to say that the log of the system would not.
            let _ = thread.join();
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        {
            let mut state = hold(&self.shared.state);
            state.stopping = true;
            for connection in state.open.values() {
                // A connection that is closed already is what we want.
                let _ = connection.shutdown(Shutdown::Both);
            }
            self.shared.changed.notify_all();
        }
        if let Some(thread) = self.listener.take() {
            // The listener sleeps until someone calls, so call.
            let _ = TcpStream::connect(self.address);
            let _ = thread.join();
        }
    }
}

/// Fails in plain words when a port cannot be served on, before a long build instead of after.
///
/// # Errors
/// Fails when the port is taken or not allowed.
pub fn check_port(port: u16) -> anyhow::Result<()> {
    bind(port).map(drop)
}

fn bind(port: u16) -> anyhow::Result<TcpListener> {
    let next = port.checked_add(1).unwrap_or(8080);
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| {
        format!("port {port} cannot be used, most likely because another program has it. Stop that program, or choose another port: --port {next}")
    })
}

/// Locks. A thread that broke off while it held the lock leaves plain values behind, which are as good as before.
fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
