//! The browser for the tests: Chromium, its driver, and a font for Chinese.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, bail, ensure};

use super::apt;
use crate::{process, say};

/// The names that Chromium goes by.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/// What Debian calls the three.
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];

/// A browser that can be driven.
#[derive(Debug)]
pub(super) struct Browser {
    pub(super) program: PathBuf,
    pub(super) driver: PathBuf,
}

/// Finds the browser or installs it. Says whether it was installed just now.
pub(super) fn find_or_install() -> anyhow::Result<(Browser, bool)> {
    let complete = |browser: Browser| has_chinese_font().then_some(browser);
    if let Some(browser) = find().and_then(complete) {
        same_version(&browser)?;
        return Ok((browser, false));
    }
    // Without this font the tests run, but pictures of Chinese pages show boxes. It is worth installing, and not worth failing.
    match (install(), find()) {
        (Ok(()), Some(browser)) => {
            same_version(&browser)?;
            Ok((browser, true))
        }
        (Ok(()), None) => bail!(
            "the browser was installed but cannot be found. One of {} and chromedriver must be on the search path",
            NAMES.join(", ")
        ),
        (Err(reason), Some(browser)) => {
            say::line(&format!("There is no font for Chinese, so pictures of Chinese pages will show boxes: {reason:#}"));
            same_version(&browser)?;
            Ok((browser, false))
        }
        (Err(reason), None) => Err(reason),
    }
}

fn find() -> Option<Browser> {
    let program = NAMES.into_iter().find_map(process::find_on_path)?;
    let driver = process::find_on_path("chromedriver")?;
    Some(Browser { program, driver })
}

/// A driver only drives the browser of its own major version, and what it says otherwise is hard to understand.
fn same_version(browser: &Browser) -> anyhow::Result<()> {
    let major =
        |program: &PathBuf| process::ask(Command::new(program).arg("--version")).and_then(|answer| major_version(&answer));
    if let (Some(own), Some(driver)) = (major(&browser.program), major(&browser.driver)) {
        ensure!(
            own == driver,
            "the browser {} has version {own}, but {} has {driver}. Install the same version of both (Debian: {})",
            browser.program.display(),
            browser.driver.display(),
            apt::by_hand(&PACKAGES)
        );
    }
    Ok(())
}

/// The first number with a dot in an answer such as `Chromium 120.0.6099.224 built on Debian`.
fn major_version(answer: &str) -> Option<u32> {
    answer
        .split_whitespace()
        .find(|word| word.contains('.') && word.starts_with(|first: char| first.is_ascii_digit()))?
        .split('.')
        .next()?
        .parse()
        .ok()
}

/// Whether text in Chinese can be drawn. Without fontconfig nobody can tell, and then it is taken for granted.
fn has_chinese_font() -> bool {
    process::ask(Command::new("fc-list").arg(":lang=zh")).is_none_or(|fonts| !fonts.is_empty())
}

fn install() -> anyhow::Result<()> {
    if !apt::is_there() {
        bail!(
            "the browser tests need Chromium and its chromedriver of the same version on the search path, and a font for Chinese. Install them as your system does it"
        );
    }
    say::step("Installing Chromium, its driver, and a font for Chinese (about a minute, once)", || apt::install(&PACKAGES))
        .context("the browser tests need Chromium, its driver, and a font for Chinese")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_from_browser_and_driver_alike() {
        assert_eq!(major_version("Chromium 120.0.6099.224 built on Debian 12.4, running on Debian 12.5"), Some(120));
        assert_eq!(
            major_version(
                "ChromeDriver 120.0.6099.224 (3587067cafd6f5b1e567380acb485d96e623ef39-refs/branch-heads/6099@{#1761})"
            ),
            Some(120)
        );
        assert_eq!(major_version("Google Chrome 131.0.1.2 "), Some(131));
        assert_eq!(major_version("no idea"), None);
    }
}
