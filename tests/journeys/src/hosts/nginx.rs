//! nginx as a host would run it.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Server, certify, free_port, program, site};

/// A running nginx.
pub struct Nginx {
    /// Where it sends visitors on from.
    plain: u16,
    port: u16,
    /// Where a partner's site is.
    partner: u16,
    server: Server,
}

impl Nginx {
    /// Serves a packed app. What is the host's to say in the site's file, its folder and where it listens, is said here.
    ///
    /// # Panics
    /// When there is no nginx, or it does not take the site.
    #[must_use]
    pub fn serve(pack: &Path) -> Self {
        let program = program("NGINX");
        // <home>/usr/sbin/nginx, with its modules below <home>/usr/lib.
        let modules = program.ancestors().nth(2).expect("a path of a program").join("lib/nginx/modules");
        let folder = tempfile::tempdir().expect("a folder for a while");
        certify(folder.path());
        let (plain, port, partner) = (free_port(), free_port(), free_port());
        let here = folder.path().display().to_string();
        let own = [
            ("listen 80;", format!("listen 127.0.0.1:{plain};")),
            ("listen 443 ssl http2;", format!("listen 127.0.0.1:{port} ssl http2;")),
            ("https://$host$request_uri", format!("https://$host:{port}$request_uri")),
            ("root /srv/twin-parks/site;", format!("root {};", pack.join("site").display())),
            ("/etc/letsencrypt/live/example.org/fullchain.pem", format!("{here}/certificate.pem")),
            ("/etc/letsencrypt/live/example.org/privkey.pem", format!("{here}/key.pem")),
        ];
        let site = site(&pack.join("nginx.conf"), &own);
        let temporary =
            ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(|name| format!("{name}_temp_path {here}/{name};\n"));
        fs::create_dir(folder.path().join("partner")).expect("the folder can be written to");
        let beside = format!(
            "server {{\nlisten 127.0.0.1:{partner} ssl;\nroot {here}/partner;\ndefault_type text/html;\n\
             ssl_certificate {here}/certificate.pem;\nssl_certificate_key {here}/key.pem;\n}}"
        );
        let module = modules.join("ngx_http_brotli_static_module.so");
        let whole = format!(
            "load_module {};\ndaemon off;\nmaster_process off;\npid {}/pid;\nerror_log stderr warn;\nevents {{}}\nhttp {{\naccess_log off;\nsendfile on;\n{}\n{site}\n{beside}\n}}\n",
            module.display(),
            here,
            temporary.concat(),
        );
        fs::write(folder.path().join("nginx.conf"), whole).expect("the folder can be written to");
        let arguments = ["-e", "stderr", "-p", &here, "-c", "nginx.conf"];
        Self { plain, port, partner, server: Server::start(&program, &arguments, folder, port) }
    }

    /// The address of a path.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("https://127.0.0.1:{}{path}", self.port)
    }

    /// Puts a file on a partner's site, which browsers take for another site than the app's, and gives its address.
    ///
    /// # Panics
    /// When it can't be written.
    #[must_use]
    pub fn partner_file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        fs::write(self.server.folder.path().join("partner").join(name), content).expect("the folder can be written to");
        format!("https://localhost:{}/{name}", self.partner)
    }

    /// The ports without and with TLS.
    #[must_use]
    pub fn ports(&self) -> (u16, u16) {
        (self.plain, self.port)
    }

    /// The certificate, which nobody has signed.
    #[must_use]
    pub fn certificate(&self) -> PathBuf {
        self.server.folder.path().join("certificate.pem")
    }
}
