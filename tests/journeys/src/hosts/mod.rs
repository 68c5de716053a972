//! Web servers as hosts run them, each with the site that `cargo xtask pack` writes for it.

mod caddy;
mod nginx;

pub use caddy::Caddy;
pub use nginx::Nginx;

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Instant;
use std::{env, fs};

use crate::{PATIENCE, STEP};

/// A running server. It stops when this value goes.
struct Server(Child);

impl Server {
    /// Starts it, and waits until it listens at a port.
    fn start(command: &mut Command, port: u16) -> Self {
        let program = command.get_program().to_string_lossy().into_owned();
        let started = command.stdin(Stdio::null()).spawn();
        let mut server = Self(started.unwrap_or_else(|error| panic!("{program} does not start: {error}")));
        let end = Instant::now() + PATIENCE;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            let ended = server.0.try_wait().expect("the system tells of its processes");
            assert!(ended.is_none() && Instant::now() < end, "{program} does not listen: {ended:?}");
            std::thread::sleep(STEP);
        }
        server
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that is gone already is what we want.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The program that this variable names.
fn program(variable: &str) -> PathBuf {
    let named = env::var_os(variable).map(PathBuf::from);
    named.unwrap_or_else(|| panic!("{variable} says where the server is; cargo xtask test hosting sets it"))
}

/// A site as it was packed, with what is the host's to say in it: each of these in place of what stands there.
fn site(file: &Path, own: &[(&str, String)]) -> String {
    let written = fs::read_to_string(file).expect("a packed app has sites for servers");
    own.iter().fold(written, |site, (usual, here)| {
        assert!(site.contains(usual), "the site does not say `{usual}`");
        site.replace(usual, here)
    })
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("some port is free");
    listener.local_addr().expect("it listens somewhere").port()
}

/// Makes a key and a certificate for this machine, `key.pem` and `certificate.pem`.
fn certify(folder: &Path) {
    let names = "subjectAltName=IP:127.0.0.1,DNS:localhost";
    let made = Command::new("openssl")
        .args(["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", names])
        .args(["-keyout", "key.pem", "-out", "certificate.pem"])
        .current_dir(folder)
        .output()
        .expect("openssl is there");
    assert!(made.status.success(), "openssl says: {}", String::from_utf8_lossy(&made.stderr));
}
