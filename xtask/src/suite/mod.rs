//! All tests, part by part, from the quickest to the slowest. Stops at the first part that fails.

mod parts;
mod rebuild;

use std::time::{Duration, Instant};

use anyhow::bail;

use self::parts::{PARTS, Part};
use crate::project::Project;
use crate::table::Table;
use crate::{say, setup};

/// How a part went.
enum Outcome {
    Passed(Duration),
    Failed(Duration),
    /// An earlier part failed.
    NotRun,
    /// There are no tests of this part yet.
    Empty,
}

/// Runs these parts, or all when none is named.
pub(crate) fn run(project: &Project, names: &[String]) -> anyhow::Result<()> {
    let parts = choose(names)?;
    let needs: Vec<_> = parts.iter().flat_map(|part| part.needs.concat()).collect();
    let toolbox = setup::ensure(project, &needs)?;
    let mut outcomes = Vec::new();
    let mut failure = None;
    for part in parts {
        if failure.is_some() {
            outcomes.push((part.name, Outcome::NotRun));
            continue;
        }
        say::line(&format!("\n== {} ==", part.name));
        if let Some(path) = part.tests.filter(|path| !project.path(path).exists()) {
            // Not counted: a part without tests must not look like one that passed.
            say::line(&format!("There are no such tests yet: {path} does not exist."));
            outcomes.push((part.name, Outcome::Empty));
            continue;
        }
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
            Outcome::Empty => ("no tests", String::new()),
        };
        table.row([(*name).to_owned(), result.to_owned(), time]);
    }
    format!("{}\n{passed} passed, {failed} failed", table.text())
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
        assert_eq!(names(&[])?, ["format", "lint", "supply", "data", "model", "app", "browser", "sizes", "hosting", "rebuild"]);
        assert_eq!(names(&["model", "lint"])?, ["lint", "model"]);
        assert!(names(&["lint", "speed"]).is_err());
        Ok(())
    }

    #[test]
    fn the_summary_ends_with_the_sum_on_a_line_of_its_own() {
        let second = Duration::from_secs(1);
        let good = summary(&[("format", Outcome::Passed(second)), ("lint", Outcome::Passed(second)), ("app", Outcome::Empty)]);
        assert_eq!(good.lines().last(), Some("2 passed, 0 failed"));
        let bad = summary(&[("format", Outcome::Passed(second)), ("lint", Outcome::Failed(second)), ("data", Outcome::NotRun)]);
        assert_eq!(bad.lines().last(), Some("1 passed, 1 failed"));
    }
}
