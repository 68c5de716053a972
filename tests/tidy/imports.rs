//! Who may know whom: the table of the architecture, held against the paths that the code names.
//!
//! What the feature `ui` can't refuse, since it compiles, is refused here.

use crate::rust::Source;
use crate::tree::{File, assert_none, files};
use std::collections::BTreeSet;

/// A part of the tree and all that it may name besides the standard library. A module stands for all below it.
struct Rule {
    /// Where it holds; the longest place that fits a file is its rule.
    place: &'static str,
    /// Modules of this crate, as paths from its root.
    modules: &'static [&'static str],
    /// Other crates.
    crates: &'static [&'static str],
}

const RULES: [Rule; 22] = [
    Rule { place: "src/domain/", modules: &["domain"], crates: &[] },
    Rule { place: "src/session/", modules: &["session", "address", "domain"], crates: &[] },
    // The settings of a kiosk are a file too.
    Rule { place: "src/wire/settings.rs", modules: &["wire", "session", "address", "domain"], crates: &["serde_json"] },
    Rule { place: "src/wire/", modules: &["wire", "domain"], crates: &["serde", "serde_json", "schemars"] },
    Rule { place: "src/address/", modules: &["address", "domain"], crates: &[] },
    Rule { place: "src/present/", modules: &["present", "address", "domain"], crates: &[] },
    Rule { place: "src/carry/json.rs", modules: &["carry", "wire::quoted", "present", "address", "domain"], crates: &[] },
    Rule { place: "src/carry/", modules: &["carry", "present", "address", "domain"], crates: &["qrcodegen"] },
    Rule { place: "src/draw/", modules: &["draw", "carry", "present", "address", "domain"], crates: &[] },
    Rule { place: "src/language.rs", modules: &["wire", "present", "domain"], crates: &[] },
    Rule {
        place: "src/platform/",
        modules: &["platform"],
        crates: &["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures"],
    },
    // The kiosk is a shell that listens to people and talks with its watchdog.
    Rule {
        place: "src/ui/kiosk/",
        modules: &[
            "ui::kiosk",
            "ui::shell",
            "ui::blocks",
            "ui::later",
            "ui::state",
            "ui::reactive",
            "language",
            "session",
            "wire",
            "carry",
            "draw",
            "present",
            "address",
            "domain",
            "platform",
        ],
        crates: &["leptos", "wasm_split_helpers"],
    },
    // An embedded page talks with the page around it.
    Rule {
        place: "src/ui/embed/",
        modules: &[
            "ui::embed",
            "ui::shell",
            "ui::blocks",
            "ui::later",
            "ui::state",
            "ui::reactive",
            "session",
            "present",
            "address",
            "domain",
            "platform",
        ],
        crates: &["leptos", "wasm_split_helpers"],
    },
    Rule { place: "src/ui/app.rs", modules: &["ui", "present", "address", "domain", "platform"], crates: &["leptos"] },
    Rule { place: "src/ui/mod.rs", modules: &["ui"], crates: &["leptos"] },
    // What comes later moves the focus once it is there, and tells a kiosk's watchdog if it does not come.
    Rule {
        place: "src/ui/later.rs",
        modules: &["ui::blocks", "ui::state", "ui::reactive", "draw", "present", "platform::focus", "platform::guard"],
        crates: &["leptos"],
    },
    Rule { place: "src/ui/reactive/", modules: &["ui::reactive", "present"], crates: &["leptos"] },
    Rule {
        place: "src/ui/state/",
        modules: &["ui::state", "ui::reactive", "language", "carry", "draw", "present", "address", "domain", "wire", "platform"],
        crates: &["leptos", "wasm_split_helpers"],
    },
    // A field waits before it searches, and dialogs and drawings are the browser's own; all else comes in as values and
    // callbacks.
    Rule {
        place: "src/ui/blocks/",
        modules: &[
            "ui::blocks",
            "ui::reactive",
            "draw",
            "present",
            "domain",
            "platform::dialog",
            "platform::drawing",
            "platform::clock",
        ],
        crates: &["leptos"],
    },
    Rule {
        place: "src/ui/pages/",
        modules: &["ui::pages", "ui::blocks", "ui::later", "ui::state", "ui::reactive", "present", "address", "domain"],
        crates: &["leptos", "wasm_split_helpers"],
    },
    // The page that makes embeds has words of its own, and hands lines to the clipboard.
    Rule {
        place: "src/ui/share/",
        modules: &[
            "ui::share",
            "ui::shell",
            "ui::blocks",
            "ui::later",
            "ui::state",
            "ui::reactive",
            "language",
            "present",
            "address",
            "domain",
            "platform::clipboard",
            "platform::document",
            "platform::fetch",
            "platform::history",
        ],
        crates: &["leptos", "wasm_split_helpers"],
    },
    // The skip link moves the focus, which only the browser can; a shell that does not come takes the static one away.
    Rule {
        place: "src/ui/shell/",
        modules: &[
            "ui::shell",
            "ui::blocks",
            "ui::later",
            "ui::state",
            "ui::reactive",
            "present",
            "address",
            "domain",
            "platform::focus",
            "platform::document",
        ],
        crates: &["leptos"],
    },
];

/// Paths that a rule forbids and that stand all the same, each with its reason.
const EXCEPTIONS: [(&str, &str, &str); 1] = [(
    "src/present/notice.rs",
    "wire::WireError",
    "the notice says in words why a file can't be used, and only `wire` knows the cases",
)];

/// Crates that tie code to a browser, a format or a random source.
const WATCHED: [&str; 13] = [
    "leptos",
    "qrcodegen",
    "wasm_split_helpers",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "serde",
    "serde_json",
    "schemars",
    "console_error_panic_hook",
    "gloo_net",
    "rand",
];

fn rule_of(file: &File) -> Option<&'static Rule> {
    RULES.iter().filter(|rule| file.place.starts_with(rule.place)).max_by_key(|rule| rule.place.len())
}

/// Whether a path is the module or something in it.
fn is_within(path: &str, module: &str) -> bool {
    path == module || path.strip_prefix(module).is_some_and(|rest| rest.starts_with("::"))
}

/// Where in the crate a file's module stands: `src/domain/id.rs` is `["domain", "id"]`.
fn module_of(file: &File) -> Vec<String> {
    let inside = file.place.trim_start_matches("src/").trim_end_matches(".rs");
    let mut parts: Vec<String> = inside.split('/').map(str::to_owned).collect();
    if parts.last().is_some_and(|last| last == "mod") {
        parts.pop();
    }
    parts
}

/// Every path into this crate that a file names, as seen from the crate's root, with its line. Of several imported
/// in braces, each is told of.
fn named(file: &File) -> Vec<(usize, String)> {
    let source = Source::of(&file.text);
    let lines: Vec<&str> = source.code.lines().collect();
    // The module of tests stands at a file's end, and one deeper than the file.
    let tests = lines.iter().position(|line| line.trim_start().starts_with("mod tests")).unwrap_or(lines.len());
    let mut named = Vec::new();
    for path in source.paths(&["crate", "super", "self"]) {
        let mut own = module_of(file);
        own.extend((path.line > tests).then(|| "tests".to_owned()));
        let ups = path.parts.iter().filter(|part| *part == "super").count();
        own.truncate(if path.parts[0] == "crate" { 0 } else { own.len().saturating_sub(ups) });
        let rest = path.parts.iter().filter(|part| !["crate", "super", "self", ""].contains(&part.as_str()));
        let stem: Vec<String> = own.into_iter().chain(rest.cloned()).collect();
        let after = lines[path.line].get(path.end..).unwrap_or_default();
        let listed = if after.starts_with('{') { in_braces(&lines, path.line, path.end) } else { vec![String::new()] };
        named.extend(listed.into_iter().map(|name| {
            let whole: Vec<String> = stem.iter().cloned().chain([name]).filter(|part| !part.is_empty()).collect();
            (path.line + 1, whole.join("::"))
        }));
    }
    named.retain(|(_, path)| !path.is_empty());
    named
}

/// The paths directly inside the braces that open at a place and may close on a later line.
fn in_braces(lines: &[&str], line: usize, at: usize) -> Vec<String> {
    let first = lines[line].get(at + 1..).unwrap_or_default();
    let inside = std::iter::once(first).chain(lines.iter().skip(line + 1).copied()).flat_map(|line| line.chars().chain(['\n']));
    let mut depth = 0_usize;
    let mut listed = String::new();
    for letter in inside {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            letter if depth == 0 && !letter.is_whitespace() => listed.push(letter),
            _ => {}
        }
    }
    listed.split(',').map(|name| name.trim_end_matches("::").to_owned()).filter(|name| !name.is_empty()).collect()
}

#[test]
fn nobody_names_a_module_that_is_none_of_its_business() {
    let mut wrong = Vec::new();
    let mut used = BTreeSet::new();
    for file in files("src", ".rs") {
        let Some(rule) = rule_of(&file) else { continue };
        for (line, path) in named(&file) {
            if rule.modules.iter().any(|module| is_within(&path, module)) {
                continue;
            }
            match EXCEPTIONS.iter().find(|(place, allowed, _)| *place == file.place && is_within(&path, allowed)) {
                Some(exception) => drop(used.insert(exception)),
                None => {
                    wrong.push(format!("{}:{line} names {path}; {} may name {}", file.place, rule.place, rule.modules.join(", ")))
                }
            }
        }
    }
    assert_none("paths across a border", &wrong);
    let idle: Vec<String> =
        EXCEPTIONS.iter().filter(|row| !used.contains(row)).map(|(place, path, _)| format!("{place}: {path}")).collect();
    assert_none("exceptions that nobody needs any more", &idle);
}

#[test]
fn nobody_names_a_crate_that_is_none_of_its_business() {
    let mut wrong = Vec::new();
    for file in files("src", ".rs") {
        let Some(rule) = rule_of(&file) else { continue };
        for path in Source::of(&file.text).paths(&WATCHED) {
            if !rule.crates.contains(&path.parts[0].as_str()) {
                wrong.push(format!("{}:{} names {}", file.place, path.line + 1, path.parts.join("::")));
            }
        }
    }
    assert_none("crates where they do not belong", &wrong);
}

#[test]
fn the_pure_half_has_no_clock_no_files_and_no_network() {
    let outside = ["std::time", "std::fs", "std::net", "std::env", "std::process", "std::thread", "std::io"];
    let mut wrong = Vec::new();
    for folder in ["src/domain", "src/wire", "src/address", "src/present", "src/carry", "src/draw"] {
        for file in files(folder, ".rs") {
            for path in Source::of(&file.text).paths(&["std"]) {
                let name = path.parts.join("::");
                if outside.iter().any(|outside| is_within(&name, outside)) {
                    wrong.push(format!("{}:{} names {name}", file.place, path.line + 1));
                }
            }
        }
    }
    assert_none("the same input must always give the same answer", &wrong);
}

#[test]
fn every_file_stands_under_a_rule() {
    let free = ["src/lib.rs", "src/main.rs"];
    let wrong: Vec<String> = files("src", ".rs")
        .iter()
        .filter(|file| rule_of(file).is_none() && !free.contains(&file.place.as_str()))
        .map(|file| file.place.clone())
        .collect();
    assert_none("no rule says what these may know", &wrong);
}

#[test]
fn paths_in_braces_and_upwards_are_followed_to_the_root() {
    let lines = [
        "use crate::{",
        "    wire,",
        "    domain::{id, names},",
        "};",
        "use super::super::state::Step;",
        "use super::side_name;",
        "use super::*;",
        "mod tests {",
        "    use super::super::card;",
        "}",
    ];
    let file = File { place: "src/ui/blocks/x.rs".into(), text: lines.join("\n") };
    let named = named(&file);
    let paths: Vec<&str> = named.iter().map(|(_, path)| path.as_str()).collect();
    assert_eq!(paths, ["wire", "domain", "ui::state::Step", "ui::blocks::side_name", "ui::blocks", "ui::blocks::card"]);
    assert_eq!(named.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [1, 1, 5, 6, 7, 9]);
}
