//! What ships, in bytes, against the budgets.
//!
//! Brotli 11 is what a static host sends after precompressing, so the budgets count it. Gzip 9 and raw stand beside it for hosts that do less.

mod weigh;

use std::path::Path;

use anyhow::ensure;

use self::weigh::{Weighed, weigh};
use crate::say;
use crate::table::{Table, grouped};

/// The most that the first view may load of HTML, CSS, JavaScript, wasm and the heaviest language, in bytes of brotli 11.
const FIRST_LOAD: u64 = 280_000;
/// The most that the data of Explore may weigh, in bytes of brotli 11.
const EXPLORE_DATA: u64 = 60_000;
/// The most that the script of partners' pages may weigh, in the same bytes.
const EMBED_SCRIPT: u64 = 1_024;
/// The data files that Explore needs.
const EXPLORE_FILES: [&str; 4] = ["data/attributes.json", "data/pairs.json", "data/parks.json", "data/sectors.json"];

/// Which budget a file counts against.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
enum Load {
    First,
    Language,
    Explore,
    Later,
}

/// Weighs every file of a built app, prints the table, and fails when a budget is exceeded.
pub(crate) fn report(dist: &Path) -> anyhow::Result<()> {
    ensure!(dist.join("index.html").is_file(), "there is no built app in {}. Build it first: cargo xtask build", dist.display());
    let files = say::step("Weighing what ships (brotli 11 takes its time)", || weigh(dist))?;
    say::line(&listing(&files));
    let first = sum(&files, Load::First) + heaviest_language(&files);
    let explore = sum(&files, Load::Explore);
    let script = files.iter().filter(|file| file.name == "embed.js").map(|file| file.brotli).sum();
    let budgets = [
        ("The first load (HTML, CSS, JavaScript, wasm, a language)", first, FIRST_LOAD),
        ("The data for Explore", explore, EXPLORE_DATA),
        ("The script for partners' pages", script, EMBED_SCRIPT),
    ];
    for (what, size, budget) in budgets {
        say::line(&format!("{what}: {} of at most {} bytes (brotli 11)", grouped(size), grouped(budget)));
    }
    budgets.into_iter().try_for_each(|(what, size, budget)| within(what, size, budget))
}

fn within(what: &str, size: u64, budget: u64) -> anyhow::Result<()> {
    ensure!(
        size <= budget,
        "{what} weighs {} bytes, {} more than the budget of {}",
        grouped(size),
        grouped(size.saturating_sub(budget)),
        grouped(budget)
    );
    Ok(())
}

fn load(name: &str) -> Load {
    let extension = Path::new(name).extension().and_then(|extension| extension.to_str());
    match extension {
        _ if EXPLORE_FILES.contains(&name) => Load::Explore,
        // Fetched once the page has settled, or only by other surfaces (split.rs).
        _ if ["later-", "kiosk-", "embed-", "share-", "shared-"].iter().any(|piece| name.starts_with(piece))
            && name.ends_with(".wasm") =>
        {
            Load::Later
        }
        _ if ["kiosk/", "words/kiosk/", "words/share/", "embed/", "share/"].iter().any(|folder| name.starts_with(folder)) => {
            Load::Later
        }
        _ if ["worker.js", "embed.js"].contains(&name) => Load::Later,
        // English is part of the wasm; its file is there for translators.
        _ if name.starts_with("words/") && name != "words/en.json" => Load::Language,
        Some("css" | "js" | "wasm") => Load::First,
        _ if name == "index.html" => Load::First,
        _ => Load::Later,
    }
}

fn sum(files: &[Weighed], of: Load) -> u64 {
    files.iter().filter(|file| load(&file.name) == of).map(|file| file.brotli).sum()
}

/// A visitor loads one language, so the heaviest counts.
fn heaviest_language(files: &[Weighed]) -> u64 {
    files.iter().filter(|file| load(&file.name) == Load::Language).map(|file| file.brotli).max().unwrap_or(0)
}

fn listing(files: &[Weighed]) -> String {
    let mut table = Table::new(&["file", "raw", "gzip 9", "brotli 11", "counts as"]);
    for file in files {
        let counts = match load(&file.name) {
            Load::First => "first load",
            Load::Language => "language",
            Load::Explore => "Explore",
            Load::Later => "",
        };
        table.row([file.name.clone(), grouped(file.raw), grouped(file.gzip), grouped(file.brotli), counts.to_owned()]);
    }
    let total = |size: fn(&Weighed) -> u64| grouped(files.iter().map(size).sum());
    table.row(["all".to_owned(), total(|file| file.raw), total(|file| file.gzip), total(|file| file.brotli), String::new()]);
    table.text()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use anyhow::Context as _;

    use super::*;

    fn dist(files: &[(&str, &[u8])]) -> anyhow::Result<tempfile::TempDir> {
        let folder = tempfile::tempdir()?;
        fs::create_dir_all(folder.path().join("data"))?;
        for (name, bytes) in files {
            fs::write(folder.path().join(name), bytes)?;
        }
        Ok(folder)
    }

    /// Bytes that no compressor makes smaller.
    fn noise(length: usize) -> Vec<u8> {
        let mut state = 1_u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 56) as u8
        };
        (0..length).map(|_| next()).collect()
    }

    #[test]
    fn each_file_counts_against_the_right_budget() {
        for (name, expected) in [
            ("index.html", Load::First),
            ("twin-parks-0123456789abcdef_bg.wasm", Load::First),
            ("snippets/x/inline0.js", Load::First),
            ("words/vi.json", Load::Language),
            ("words/en.json", Load::Later),
            ("words/kiosk/vi.json", Load::Later),
            ("words/share/vi.json", Load::Later),
            ("worker.js", Load::Later),
            ("kiosk/watchdog.js", Load::Later),
            ("kiosk-0123456789abcdef.wasm", Load::Later),
            ("embed-0123456789abcdef.wasm", Load::Later),
            ("embed/embed.css", Load::Later),
            ("embed.js", Load::Later),
            ("data/parks.json", Load::Explore),
            ("data/context.json", Load::Later),
            ("data/schema/parks.json", Load::Later),
            ("icon.svg", Load::Later),
        ] {
            assert_eq!(load(name), expected, "{name}");
        }
    }

    #[test]
    fn text_is_weighed_raw_and_compressed() -> anyhow::Result<()> {
        let folder = dist(&[("index.html", "<p>the same words</p>".repeat(200).as_bytes())])?;
        let files = weigh(folder.path())?;
        let file = files.first().context("one file was written")?;
        assert_eq!((file.name.as_str(), file.raw), ("index.html", 4_200));
        assert!(file.brotli < file.gzip && file.gzip < 200, "{file:?}");
        Ok(())
    }

    #[test]
    fn a_first_load_over_budget_fails_and_names_the_excess() -> anyhow::Result<()> {
        let folder = dist(&[("index.html", b"<p>"), ("app.wasm", &noise(300_000))])?;
        let error = report(folder.path()).err().context("it should fail")?.to_string();
        assert!(error.contains("first load") && error.contains("280,000"), "{error}");
        Ok(())
    }

    #[test]
    fn of_several_languages_the_heaviest_counts() {
        let file = |name: &str, brotli| Weighed { name: name.to_owned(), raw: 1, gzip: 1, brotli };
        let files = [file("words/en.json", 9), file("words/ms.json", 2), file("words/vi.json", 3), file("a.js", 4)];
        assert_eq!(heaviest_language(&files), 3);
    }

    #[test]
    fn data_over_budget_fails() -> anyhow::Result<()> {
        let folder = dist(&[("index.html", b"<p>"), ("data/parks.json", &noise(60_001))])?;
        let error = report(folder.path()).err().context("it should fail")?.to_string();
        assert!(error.contains("data for Explore"), "{error}");
        Ok(())
    }

    #[test]
    fn a_light_app_passes() -> anyhow::Result<()> {
        let folder = dist(&[("index.html", b"<p>"), ("data/parks.json", b"{}")])?;
        report(folder.path())
    }

    #[test]
    fn the_listing_ends_with_the_sum() {
        let file = |name: &str, raw| Weighed { name: name.to_owned(), raw, gzip: 1, brotli: 1 };
        let text = listing(&[file("a.js", 1_000), file("b.svg", 234)]);
        let last = text.lines().last().unwrap_or_default();
        assert_eq!(last.split_whitespace().collect::<Vec<_>>(), ["all", "1,234", "2", "2"]);
    }

    #[test]
    fn an_unbuilt_app_says_how_to_build_it() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let error = report(folder.path()).err().context("it should fail")?.to_string();
        assert!(error.contains("cargo xtask build"), "{error}");
        Ok(())
    }
}
