//! The rules for hosts that read two files beside the app, `_headers` and `_redirects`, as Netlify does.
//!
//! Such hosts give an answer the headers of every line that fits its path, so the lines here never say two different
//! things of one path.

use super::rules::{Kind, everywhere};

/// The paths of pages, as those hosts write them: a star stands for the rest.
pub(crate) const VIEWS: [&str; 14] = [
    "/",
    "/compare",
    "/pairs/*",
    "/parks/*",
    "/sectors",
    "/sectors/*",
    "/context/*",
    "/sources",
    "/data",
    "/kiosk",
    "/kiosk/*",
    "/share/*",
    "/embed",
    "/embed/*",
];

/// The file `_headers` for an app below this base path, made of these files.
pub(crate) fn headers(base: &str, files: &[String], partners: &str) -> String {
    let mut text = "# Made by `cargo xtask pack`; the rules stand in xtask/src/hosting/rules.rs.\n".to_owned();
    let mut add = |path: &str, headers: &[(&'static str, String)]| {
        text.push_str(&format!("{}{}\n", base.trim_end_matches('/'), path));
        headers.iter().for_each(|(name, value)| text.push_str(&format!("  {name}: {value}\n")));
    };
    add("/*", &everywhere());
    let own = |kind: Kind| {
        let mut headers = kind.headers(partners);
        // What every answer has stands above, and what is no file for ever is asked after by such hosts anyway.
        headers.retain(|(name, value)| everywhere().iter().all(|(known, _)| known != name) && value != "no-cache");
        headers
    };
    for view in VIEWS {
        add(view, &own(Kind::of(view.trim_start_matches('/').trim_end_matches('*'))));
    }
    for page in ["/index.html", "/data/index.html"] {
        add(page, &own(Kind::Page));
    }
    for file in files.iter().filter(|file| !file.ends_with(".html")) {
        let mut headers = own(Kind::of(file));
        // What is said of all that lies below a view is said of this, too.
        let views = VIEWS.iter().filter_map(|view| view.strip_suffix('*')?.strip_prefix('/'));
        for view in views.filter(|view| file.starts_with(view)) {
            let said = own(Kind::of(view));
            headers.retain(|(name, _)| said.iter().all(|(known, _)| known != name));
        }
        add(&format!("/{file}"), &headers);
    }
    text
}

/// The file `_redirects`: addresses of views are answered with the page, and whatever is left with `404.html`. Such hosts
/// can't tell a file that is missing below a view from another view: there it is answered with the page, too.
pub(crate) fn redirects(base: &str) -> String {
    let views = VIEWS.iter().filter(|view| **view != "/");
    views.map(|view| format!("{}{view} {base} 200\n", base.trim_end_matches('/'))).collect()
}
