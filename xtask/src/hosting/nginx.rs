//! The rules as a site of nginx.

use super::rules::{Kind, PLACES, Paths, TYPES};

/// What the site's file begins with.
const HEAD: &str = "\
# Twin Parks behind nginx. Made by `cargo xtask pack`; the rules stand in xtask/src/hosting/rules.rs.
# It goes where `http { ... }` includes sites. What is yours to say: server_name, root, TLS, and below who may show
# embedded pages. The folder holds each text a second and a third time, as .br and .gz, so that nothing is compressed
# while someone waits; brotli needs the module ngx_http_brotli_static (Debian: libnginx-mod-http-brotli-static).
";

/// What stands before and at the beginning of the server.
const ROUND: &str = "
# A person goes to an address; a page that asks for something that is missing must be told so. Who does not say which it
# is, such as those who read links for previews, comes to visit.
map $http_sec_fetch_mode $twin_parks_is_visit { navigate 1; \"\" 1; default 0; }

server {
    listen 80;
    server_name example.org;
    return 301 https://$host$request_uri;
}

server {
    listen 443 ssl http2;
    server_name example.org;
    ssl_certificate /etc/letsencrypt/live/example.org/fullchain.pem;
    ssl_certificate_key /etc/letsencrypt/live/example.org/privkey.pem;
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_session_cache shared:twin_parks:2m;

";

/// The site for an app below this base path.
pub(crate) fn site(base: &str, partners: &str) -> String {
    let mut text = format!("{HEAD}{ROUND}");
    text.push_str("    root /srv/twin-parks/site;\n    server_tokens off;\n    absolute_redirect off;\n");
    text.push_str("    brotli_static on;\n    gzip_static on;\n    gzip_vary on;\n\n");
    let types = TYPES.map(|(extension, kind, _)| format!("        {} {extension};\n", kind.split(';').next().unwrap_or(kind)));
    text.push_str(&format!("    types {{\n{}    }}\n    default_type application/octet-stream;\n", types.concat()));
    let texts: Vec<&str> = TYPES.iter().filter(|(_, kind, _)| kind.contains("charset")).map(|(_, kind, _)| *kind).collect();
    let mut charset: Vec<&str> =
        texts.into_iter().filter_map(|kind| kind.split(';').next()).filter(|kind| *kind != "text/html").collect();
    charset.dedup();
    // HTML always has one.
    text.push_str(&format!("    charset utf-8;\n    charset_types {};\n", charset.join(" ")));
    for (paths, kind) in PLACES {
        text.push_str(&location(base, paths, kind, partners));
    }
    text.push_str("}\n");
    text
}

fn location(base: &str, paths: Paths, kind: Kind, partners: &str) -> String {
    let place = match paths {
        Paths::Exactly(path) => format!("= {base}{path}"),
        Paths::Below(folder) => format!("^~ {base}{folder}"),
        Paths::Hashed => format!("~ \"^{base}(.*/)?[^/.]*-[0-9a-f]{{12,16}}(_bg)?\\.[^/]*$\""),
        Paths::Files => format!("~ \"^{base}(.*/)?[^/]*\\.[^/]*$\""),
        Paths::Views(first) => format!("~ \"^{base}{first}(/|$)\""),
        Paths::Rest => base.to_owned(),
    };
    let answer = match paths {
        Paths::Views(_) | Paths::Rest => {
            format!(
                "        if ($twin_parks_is_visit = 0) {{ return 404; }}\n        try_files $uri.html {base}index.html =404;\n"
            )
        }
        _ => "        try_files $uri =404;\n".to_owned(),
    };
    // That something is missing is kept by nobody, whatever it would have been.
    let always = |name: &str| if name == "Cache-Control" { "" } else { " always" };
    let header = |(name, value): (&str, String)| format!("        add_header {name} \"{value}\"{};\n", always(name));
    let headers = kind.headers(partners).into_iter().map(header);
    format!("\n    location {place} {{\n{answer}{}    }}\n", headers.collect::<String>())
}
