//! All tests, part by part, from the quickest to the slowest. Stops at the first part that fails.

use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};

use crate::bundle::{self, Kind};
use crate::commands::{self, Data};
use crate::project::Project;
use crate::setup::{self, Need, Toolbox};
use crate::table::Table;
use crate::{process, say, sizes};

/// How long a test in the browser may take, in seconds. Generous: a busy machine is not a failure.
const BROWSER_TIMEOUT: &str = "120";
/// The target that runs in browsers.
const WASM: &str = "wasm32-unknown-unknown";

/// One part of the tests.
struct Part {
    name: &'static str,
    needs: &'static [Need],
    run: fn(&Project, &Toolbox) -> anyhow::Result<()>,
}

/// The parts in the order in which they run.
const PARTS: [Part; 7] = [
    Part { name: "format", needs: &[Need::Rustfmt], run: format },
    Part { name: "lint", needs: &[Need::Clippy, Need::WasmTarget, Need::Crates], run: lint },
    Part { name: "data", needs: &[], run: |project, _| commands::data(project, Data::Check) },
    Part { name: "model", needs: &[Need::Crates], run: model },
    Part { name: "app", needs: &[Need::WasmTarget, Need::Crates, Need::WasmBindgen, Need::Browser], run: app },
    Part { name: "browser", needs: &[Need::WasmTarget, Need::Crates, Need::Trunk, Need::WasmBindgen, Need::Browser], run: browser },
    Part { name: "sizes", needs: &setup::BUILD, run: sizes },
];

/// How a part went.
enum Outcome {
    Passed(Duration),
    Failed(Duration),
    NotRun,
}

/// Runs these parts, or all when none is named.
pub(crate) fn run(project: &Project, names: &[String]) -> anyhow::Result<()> {
    let parts = choose(names)?;
    let needs: Vec<_> = parts.iter().flat_map(|part| part.needs).copied().collect();
    let toolbox = setup::ensure(project, &needs)?;
    let mut outcomes = Vec::new();
    let mut failure = None;
    for part in parts {
        if failure.is_some() {
            outcomes.push((part.name, Outcome::NotRun));
            continue;
        }
        say::line(&format!("\n== {} ==", part.name));
        let start = Instant::now();
        let result = (part.run)(project, &toolbox);
        let time = start.elapsed();
        match result {
            Ok(()) => {
                say::line(&format!("{}: passed in {}", part.name, say::duration(time)));
                outcomes.push((part.name, Outcome::Passed(time)));
            }
            Err(error) => {
                outcomes.push((part.name, Outcome::Failed(time)));
                failure = Some(error.context(format!("the part `{0}` failed. To run it alone: cargo xtask test {0}", part.name)));
            }
        }
    }
    say::line(&format!("\n{}", summary(&outcomes)));
    failure.map_or(Ok(()), Err)
}

fn choose(names: &[String]) -> anyhow::Result<Vec<&'static Part>> {
    if let Some(unknown) = names.iter().find(|name| PARTS.iter().all(|part| part.name != name.as_str())) {
        bail!("there is no part `{unknown}`. The parts are: {}", PARTS.map(|part| part.name).join(", "));
    }
    Ok(PARTS.iter().filter(|part| names.is_empty() || names.iter().any(|name| name == part.name)).collect())
}

/// The table of parts; its last line is the sum, for people and programs alike.
fn summary(outcomes: &[(&str, Outcome)]) -> String {
    let mut table = Table::new(&["part", "result", "time"]);
    let (mut passed, mut failed) = (0, 0);
    for (name, outcome) in outcomes {
        let (result, time) = match outcome {
            Outcome::Passed(time) => {
                passed += 1;
                ("passed", say::duration(*time))
            }
            Outcome::Failed(time) => {
                failed += 1;
                ("failed", say::duration(*time))
            }
            Outcome::NotRun => ("not run", String::new()),
        };
        table.row([(*name).to_owned(), result.to_owned(), time]);
    }
    format!("{}\n{passed} passed, {failed} failed", table.text())
}

fn cargo(project: &Project, toolbox: &Toolbox, line: &str) -> anyhow::Result<()> {
    say::line(&format!("$ cargo {line}"));
    process::run(&mut toolbox.cargo(project, &line.split_whitespace().collect::<Vec<_>>())?)
}

fn format(project: &Project, toolbox: &Toolbox) -> anyhow::Result<()> {
    cargo(project, toolbox, "fmt --all --check").context("the code is not formatted. Do it with: cargo fmt --all")
}

fn lint(project: &Project, toolbox: &Toolbox) -> anyhow::Result<()> {
    let in_browser = if has_browser_tests(project) { " --test browser" } else { "" };
    cargo(project, toolbox, "clippy --locked -p twin-parks --no-default-features --features schema --all-targets -- -D warnings")?;
    cargo(project, toolbox, &format!("clippy --locked -p twin-parks --target {WASM} --lib --bins{in_browser} -- -D warnings"))?;
    cargo(project, toolbox, "clippy --locked --no-deps -p xtask -p journeys --all-targets -- -D warnings")?;
    // The build of this tool for Trunk's hook.
    cargo(project, toolbox, "clippy --locked --no-deps -p xtask --no-default-features -- -D warnings")
}

fn model(project: &Project, toolbox: &Toolbox) -> anyhow::Result<()> {
    cargo(project, toolbox, "test --locked -p twin-parks --no-default-features --features schema")?;
    cargo(project, toolbox, "test --locked -p xtask")
}

fn has_browser_tests(project: &Project) -> bool {
    project.path("tests/browser/main.rs").is_file()
}

fn app(project: &Project, toolbox: &Toolbox) -> anyhow::Result<()> {
    if !has_browser_tests(project) {
        say::line("There are no tests in tests/browser yet.");
        return Ok(());
    }
    let line = ["test", "--locked", "--target", WASM, "-p", "twin-parks", "--test", "browser"];
    say::line(&format!("$ cargo {}", line.join(" ")));
    let mut command = toolbox.cargo(project, &line)?;
    toolbox.show_browser(&mut command)?;
    command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", toolbox.find("wasm-bindgen-test-runner")?)
        .env("WASM_BINDGEN_TEST_TIMEOUT", BROWSER_TIMEOUT);
    process::run(&mut command)
}

fn browser(project: &Project, toolbox: &Toolbox) -> anyhow::Result<()> {
    let dist = bundle::build(project, toolbox, Kind::Fast, "/")?;
    let line = ["test", "--locked", "-p", "journeys"];
    say::line(&format!("$ cargo {}", line.join(" ")));
    let mut command = toolbox.cargo(project, &line)?;
    toolbox.show_browser(&mut command)?;
    process::run(command.env("TWIN_PARKS_DIST", &dist))
}

fn sizes(project: &Project, toolbox: &Toolbox) -> anyhow::Result<()> {
    sizes::report(&bundle::build(project, toolbox, Kind::Release, "/")?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_run_in_their_own_order_whatever_order_they_are_named_in() -> anyhow::Result<()> {
        let names = |given: &[&str]| -> anyhow::Result<Vec<&str>> {
            let given: Vec<_> = given.iter().map(|&name| name.to_owned()).collect();
            Ok(choose(&given)?.iter().map(|part| part.name).collect())
        };
        assert_eq!(names(&[])?, ["format", "lint", "data", "model", "app", "browser", "sizes"]);
        assert_eq!(names(&["model", "lint"])?, ["lint", "model"]);
        assert!(names(&["lint", "speed"]).is_err());
        Ok(())
    }

    #[test]
    fn the_summary_ends_with_the_sum_on_a_line_of_its_own() {
        let second = Duration::from_secs(1);
        let good = summary(&[("format", Outcome::Passed(second)), ("lint", Outcome::Passed(second))]);
        assert_eq!(good.lines().last(), Some("2 passed, 0 failed"));
        let bad = summary(&[("format", Outcome::Passed(second)), ("lint", Outcome::Failed(second)), ("data", Outcome::NotRun)]);
        assert_eq!(bad.lines().last(), Some("1 passed, 1 failed"));
    }
}
