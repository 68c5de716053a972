//! The tools that build the app: which versions, and how each is installed.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, bail};

use super::apt;
use super::cache::{Cache, Workplace};
use crate::project::Project;
use crate::{process, say};

/// The Trunk that Trunk.toml is written for. 0.22 wants a newer Rust than this project.
const TRUNK: &str = "0.21.14";
/// What takes the app apart; the marks in the code are made for its minor version.
const WASM_SPLIT: &str = "0.2.4";
/// The npm package of wasm-opt. What Linux distributions carry is too old for the output of today's rustc.
const BINARYEN: &str = "132.0.0";

/// The npm package of axe.
const AXE: &str = "4.14.1";
/// The npm package of esbuild.
const ESBUILD: &str = "0.28.2";

/// The check of all that the project is built on.
const DENY: &str = "0.20.2";
/// What writes it down.
const CYCLONEDX: &str = "0.5.9";

/// The npm packages of those who judge headers.
const OBSERVATORY: &str = "1.4.8";
const CSP_EVALUATOR: &str = "1.1.8";
const NETLIFY_HEADERS: &str = "10.1.1";
const NETLIFY_REDIRECTS: &str = "16.1.1";

/// A tool of one exact version.
pub(super) struct Tool {
    /// What it is called in messages and in the cache.
    name: &'static str,
    version: String,
    /// Programs that it must bring, with the word that their `--version` prints for this version.
    programs: Vec<(&'static str, String)>,
    /// Where the programs lie in the tool's folder.
    programs_in: &'static str,
    /// How long the installation takes, in words.
    takes: &'static str,
    install: fn(&str, &Workplace) -> anyhow::Result<()>,
}

impl Tool {
    /// Finds the tool or installs it. Gives the folder of its programs, unless they are on the user's search path, and whether it was installed just now.
    pub(super) fn find_or_install(&self) -> anyhow::Result<(Option<PathBuf>, bool)> {
        let cache = Cache::of_user()?;
        let folder = cache.home(self.name, &self.version).join(self.programs_in);
        if self.lies_in(&folder) {
            return Ok((Some(folder), false));
        }
        if !self.programs.is_empty() && self.programs.iter().all(|(program, version)| is_on_path(program, version)) {
            return Ok((None, false));
        }
        say::step(&format!("Installing {} {} ({}, once)", self.name, self.version, self.takes), || {
            cache
                .install(self.name, &self.version, |place| (self.install)(&self.version, place))
                .with_context(|| format!("{} cannot be installed, which needs the network this once", self.name))
        })?;
        if !self.lies_in(&folder) {
            bail!(
                "{} was installed, but its programs are not in {}. Remove that folder and try again",
                self.name,
                folder.display()
            );
        }
        Ok((Some(folder), true))
    }

    fn lies_in(&self, folder: &Path) -> bool {
        folder.is_dir() && self.programs.iter().all(|(program, _)| process::find(program, folder.as_os_str()).is_some())
    }
}

/// Whether a program of the right version is on the user's search path.
fn is_on_path(program: &str, version: &str) -> bool {
    process::find_on_path(program)
        .and_then(|path| process::ask(Command::new(path).arg("--version")))
        .is_some_and(|answer| answer.split_whitespace().any(|word| word == version))
}

/// Trunk.
pub(super) fn trunk(_: &Project) -> anyhow::Result<Tool> {
    Ok(Tool {
        name: "trunk",
        version: TRUNK.to_owned(),
        programs: vec![("trunk", TRUNK.to_owned())],
        programs_in: "bin",
        takes: "about 5 minutes",
        install: |version, place| {
            let mut command = cargo_install(place);
            // Trunk does little work itself, so it is built without optimisation: in half the time.
            command
                .args(["trunk", "--version", version, "--locked", "--debug", "--no-default-features", "--features", "rustls"])
                .env("CARGO_PROFILE_DEV_DEBUG", "0");
            place.run(&mut command)
        },
    })
}

/// wasm-bindgen, in the very version of the crate: Trunk takes no other.
pub(super) fn wasm_bindgen(project: &Project) -> anyhow::Result<Tool> {
    let version = project.locked_version("wasm-bindgen")?;
    Ok(Tool {
        name: "wasm-bindgen",
        programs: vec![("wasm-bindgen", version.clone()), ("wasm-bindgen-test-runner", version.clone())],
        version,
        programs_in: "bin",
        takes: "about 3 minutes",
        install: |version, place| {
            let mut command = cargo_install_lightly(place);
            // Not `--locked`: its lock file asks for a yanked crate.
            command.args([
                "wasm-bindgen-cli",
                "--version",
                version,
                "--bin",
                "wasm-bindgen",
                "--bin",
                "wasm-bindgen-test-runner",
            ]);
            place.run(&mut command)
        },
    })
}

/// What takes the program apart where the code says so.
pub(super) fn wasm_split(_: &Project) -> anyhow::Result<Tool> {
    Ok(Tool {
        name: "wasm-split",
        version: WASM_SPLIT.to_owned(),
        // It does not tell its version, so one on the user's search path is never taken for it.
        programs: vec![("wasm-split-cli", WASM_SPLIT.to_owned())],
        programs_in: "bin",
        takes: "about a minute",
        install: |version, place| crate_install("wasm_split_cli_support", &["--features", "build-binary"], version, place),
    })
}

/// wasm-opt, from npm.
pub(super) fn wasm_opt(_: &Project) -> anyhow::Result<Tool> {
    let major = BINARYEN.split('.').next().unwrap_or(BINARYEN);
    Ok(Tool {
        name: "binaryen",
        version: BINARYEN.to_owned(),
        programs: vec![("wasm-opt", major.to_owned())],
        programs_in: "node_modules/.bin",
        takes: "about 10 seconds",
        install: |version, place| npm_install("binaryen", version, place),
    })
}

/// esbuild, from npm. Trunk's own minifier can't read the glue that wasm-bindgen writes.
pub(super) fn esbuild(_: &Project) -> anyhow::Result<Tool> {
    Ok(Tool {
        name: "esbuild",
        version: ESBUILD.to_owned(),
        programs: vec![("esbuild", ESBUILD.to_owned())],
        programs_in: "node_modules/.bin",
        takes: "some seconds",
        install: |version, place| npm_install("esbuild", version, place),
    })
}

/// axe, from npm: the script that finds what keeps people out of a page.
pub(super) fn axe() -> Tool {
    Tool {
        name: "axe-core",
        version: AXE.to_owned(),
        // It runs in pages and brings no program.
        programs: Vec::new(),
        programs_in: "node_modules/axe-core",
        takes: "some seconds",
        install: |version, place| npm_install("axe-core", version, place),
    }
}

/// What checks licences, sources and doubles of all that the project is built on.
pub(super) fn deny(_: &Project) -> anyhow::Result<Tool> {
    Ok(Tool {
        name: "cargo-deny",
        version: DENY.to_owned(),
        programs: vec![("cargo-deny", DENY.to_owned())],
        programs_in: "bin",
        takes: "about 2 minutes",
        install: |version, place| crate_install("cargo-deny", &[], version, place),
    })
}

/// What writes down all that the project is built on (CycloneDX).
pub(super) fn cyclonedx(_: &Project) -> anyhow::Result<Tool> {
    Ok(Tool {
        name: "cargo-cyclonedx",
        version: CYCLONEDX.to_owned(),
        programs: vec![("cargo-cyclonedx", CYCLONEDX.to_owned())],
        programs_in: "bin",
        takes: "about 2 minutes",
        install: |version, place| crate_install("cargo-cyclonedx", &[], version, place),
    })
}

/// nginx with the module for brotli made ahead, from Debian's packages, unpacked beside the system's own.
pub(super) fn nginx() -> Tool {
    Tool {
        name: "nginx",
        version: "of-the-system".to_owned(),
        programs: vec![("nginx", String::new())],
        programs_in: "usr/sbin",
        takes: "some seconds",
        install: |_, place| apt::unpack(&["nginx", "libnginx-mod-http-brotli-static"], place),
    }
}

/// Caddy, in the same way.
pub(super) fn caddy() -> Tool {
    Tool {
        name: "caddy",
        version: "of-the-system".to_owned(),
        programs: vec![("caddy", String::new())],
        programs_in: "usr/bin",
        takes: "some seconds",
        install: |_, place| apt::unpack(&["caddy"], place),
    }
}

/// Those who judge what hosts say and are told, from npm: the MDN HTTP Observatory, csp_evaluator, and what Netlify reads
/// its two files with.
pub(super) fn judges() -> Tool {
    Tool {
        name: "judges",
        version: [OBSERVATORY, CSP_EVALUATOR, NETLIFY_HEADERS, NETLIFY_REDIRECTS].join("-"),
        // They are scripts without programs.
        programs: Vec::new(),
        programs_in: "",
        takes: "about 20 seconds",
        install: |_, place| {
            // What the first would run while it is installed fetches the list of sites that browsers know to have TLS. The
            // one that is judged is on none.
            for (package, version) in [
                ("@mdn/mdn-http-observatory", OBSERVATORY),
                ("csp_evaluator", CSP_EVALUATOR),
                ("@netlify/headers-parser", NETLIFY_HEADERS),
                ("@netlify/redirect-parser", NETLIFY_REDIRECTS),
            ] {
                npm_install_with(&["--ignore-scripts"], package, version, place)?;
            }
            let list = place.root.join("node_modules/@mdn/mdn-http-observatory/conf/hsts-preload.json");
            std::fs::write(&list, "{}").with_context(|| format!("{} cannot be written", list.display()))
        },
    }
}

/// The programs of a crate, built on the versions that its authors tried.
fn crate_install(name: &str, flags: &[&str], version: &str, place: &Workplace) -> anyhow::Result<()> {
    let mut command = cargo_install_lightly(place);
    place.run(command.args([name, "--version", version, "--locked"]).args(flags))
}

fn npm_install(package: &str, version: &str, place: &Workplace) -> anyhow::Result<()> {
    npm_install_with(&[], package, version, place)
}

fn npm_install_with(flags: &[&str], package: &str, version: &str, place: &Workplace) -> anyhow::Result<()> {
    let mut command = Command::new("npm");
    command
        .arg("install")
        .arg("--prefix")
        .arg(&place.root)
        .arg(format!("{package}@{version}"))
        .args(["--no-audit", "--no-fund"])
        .args(flags)
        .current_dir(&place.scratch);
    place.run(&mut command)
}

/// Fails unless wasm-opt can run: it is either installed as a program of its own, or is a script for Node.
pub(super) fn node_is_there(project: &Project) -> anyhow::Result<()> {
    let tool = wasm_opt(project)?;
    if tool.programs.iter().all(|(program, version)| is_on_path(program, version)) {
        return Ok(());
    }
    for program in ["node", "npm"] {
        if process::find_on_path(program).is_none() {
            bail!(
                "{program} is missing; wasm-opt, which makes the app small, needs it. Install Node.js 20 or newer with npm (Debian: sudo apt-get install nodejs npm)"
            );
        }
    }
    Ok(())
}

/// The beginning of a `cargo install` into a workplace. Settings that a user or this checkout has for their own builds are kept out: they would change
/// the tool, or leave its build products in the checkout.
fn cargo_install(place: &Workplace) -> Command {
    let mut command = Command::new(process::cargo());
    command.arg("install").arg("--root").arg(&place.root).env("CARGO_TARGET_DIR", &place.scratch).current_dir(&place.scratch);
    for name in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS", "CARGO_BUILD_TARGET", "CARGO_BUILD_TARGET_DIR"]
    {
        command.env_remove(name);
    }
    command
}

/// The same for tools that every build of the app waits for: compiled in half the time, and fast enough.
fn cargo_install_lightly(place: &Workplace) -> Command {
    let mut command = cargo_install(place);
    for (name, value) in [("OPT_LEVEL", "1"), ("LTO", "off"), ("CODEGEN_UNITS", "64"), ("DEBUG", "0")] {
        command.env(format!("CARGO_PROFILE_RELEASE_{name}"), value);
    }
    command
}
