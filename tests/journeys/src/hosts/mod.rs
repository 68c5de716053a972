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

use tempfile::TempDir;

use crate::{PATIENCE, STEP};

/// What runs a server: the server ends, and its folder goes, when the standard input does. So neither outlives the tests,
/// which keep servers until their process ends, and longer if somebody ends it.
const KEEPER: &str = "exec 3<&0; folder=$1; shift; \"$@\" <&- & server=$!
    (trap '' HUP INT TERM; cat <&3; kill $server; while kill -0 $server; do sleep 0.1; done; rm -rf -- \"$folder\") 2>/dev/null >/dev/null &
    wait $server";

/// A running server, and the folder that it works in. Both go with this value, or with the process.
struct Server {
    process: Child,
    folder: TempDir,
}

impl Server {
    /// Starts a program in its folder, and waits until it listens at a port.
    fn start(program: &Path, arguments: &[&str], folder: TempDir, port: u16) -> Self {
        let mut command = Command::new("sh");
        command.args(["-c", KEEPER, "sh"]).arg(folder.path()).arg(program).args(arguments);
        command.current_dir(folder.path()).stdin(Stdio::piped());
        // Where they keep what they remember. And by a variable of its name a nginx hands its sockets to the next.
        for variable in ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
            command.env(variable, folder.path());
        }
        let log = fs::File::create(folder.path().join("log")).expect("the folder can be written to");
        let process = command.env_remove("NGINX").stderr(log).spawn().expect("there is a shell");
        let mut server = Self { process, folder };
        let end = Instant::now() + PATIENCE;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            let ended = server.process.try_wait().expect("the system tells of its processes");
            if ended.is_some() || Instant::now() > end {
                let log = fs::read_to_string(server.folder.path().join("log")).unwrap_or_default();
                panic!("{} does not listen: {log}", program.display());
            }
            std::thread::sleep(STEP);
        }
        server
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
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
