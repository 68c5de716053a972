//! Caddy as a host would run it.

use std::fs;
use std::path::Path;

use super::{Server, certify, free_port, program, site};

/// A running Caddy.
pub struct Caddy {
    port: u16,
    _server: Server,
}

impl Caddy {
    /// Serves a packed app.
    ///
    /// # Panics
    /// When there is no Caddy, or it does not take the site.
    #[must_use]
    pub fn serve(pack: &Path) -> Self {
        let folder = tempfile::tempdir().expect("a folder for a while");
        certify(folder.path());
        let (port, here) = (free_port(), folder.path().display());
        let own = [
            ("example.org {", format!("https://127.0.0.1:{port} {{\n\ttls {here}/certificate.pem {here}/key.pem")),
            ("root * /srv/twin-parks/site", format!("root * {}", pack.join("site").display())),
        ];
        // Tests listen nowhere but where they say.
        let whole = format!(
            "{{\n\tadmin off\n\tdefault_bind 127.0.0.1\n\tauto_https disable_redirects\n}}\n{}",
            site(&pack.join("Caddyfile"), &own)
        );
        fs::write(folder.path().join("Caddyfile"), whole).expect("the folder can be written to");
        let arguments = ["run", "--adapter", "caddyfile", "--config", "Caddyfile"];
        Self { port, _server: Server::start(&program("CADDY"), &arguments, folder, port) }
    }

    /// The address of a path.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("https://127.0.0.1:{}{path}", self.port)
    }
}
