//! The rules as a Caddyfile.

use super::rules::{Kind, PLACES, Paths};

/// What the file begins with.
const HEAD: &str = "\
# Twin Parks behind Caddy. Made by `cargo xtask pack`; the rules stand in xtask/src/hosting/rules.rs.
# What is yours to say: the site's name, from which Caddy also gets its certificate, the folder, and below who may show
# embedded pages. The folder holds each text a second and a third time, as .br and .gz.
";

/// The site for an app below this base path.
pub(crate) fn site(base: &str, partners: &str) -> String {
    let mut text = format!("{HEAD}\nexample.org {{\n\troot * /srv/twin-parks/site\n");
    text.push_str(
        "\t# A person goes to an address; a page that asks for something that is missing must be told so. Who does not say\n\
         \t# which it is, such as those who read links for previews, comes to visit.\n\
         \t@visit expression `{http.request.header.Sec-Fetch-Mode} in [\"\", \"navigate\"]`\n",
    );
    for (number, (paths, _)) in PLACES.iter().enumerate() {
        text.push_str(&format!("\t@place{number} {}\n", matcher(base, *paths)));
    }
    text.push_str("\n\troute {\n");
    for (number, (paths, kind)) in PLACES.into_iter().enumerate() {
        text.push_str(&handle(number, base, paths, kind, partners));
    }
    text.push_str(
        "\t\terror 404\n\t}\n\n\t# That something is missing is kept by nobody, whatever it would have been.\n\
         \thandle_errors {\n\t\theader Cache-Control no-store\n\t\trespond \"{err.status_code}\"\n\t}\n}\n",
    );
    text
}

fn matcher(base: &str, paths: Paths) -> String {
    match paths {
        Paths::Exactly(path) => format!("path {base}{path}"),
        Paths::Below(folder) => format!("path {base}{folder}*"),
        Paths::Hashed => format!("path_regexp ^{base}(.*/)?[^/.]*-[0-9a-f]{{12,16}}(_bg)?\\.[^/]*$"),
        Paths::Files => format!("path_regexp ^{base}(.*/)?[^/]*\\.[^/]*$"),
        Paths::Views(first) => format!("path {base}{first} {base}{first}/*"),
        Paths::Rest => format!("path {base}*"),
    }
}

fn handle(number: usize, base: &str, paths: Paths, kind: Kind, partners: &str) -> String {
    let headers = kind.headers(partners).into_iter().map(|(name, value)| format!("\t\t\t\t{name} \"{value}\"\n"));
    let headers: String = headers.collect();
    let files = "file_server {\n\t\t\t\t\tindex no-index\n\t\t\t\t\tprecompressed br gzip\n\t\t\t\t}";
    let answer = match paths {
        Paths::Views(_) | Paths::Rest => {
            format!(
                "\t\t\thandle @visit {{\n\t\t\t\ttry_files {{path}}.html {base}index.html\n\t\t\t\t{files}\n\t\t\t}}\n\t\t\terror 404\n"
            )
        }
        _ => format!("\t\t\t{}\n", files.replace("\t\t\t\t", "\t\t\t")),
    };
    format!("\t\thandle @place{number} {{\n\t\t\theader {{\n{headers}\t\t\t}}\n{answer}\t\t}}\n")
}
