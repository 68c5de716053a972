//! Makes what a pasted link shows: `previews <data> <site> <address>`, with the folder of the data, that of the packed
//! site, and the full address of the app. `cargo xtask pack --site` calls it.
//!
//! Each pair and park gets a page of its own, which is the app's page with a title, a description and a picture for those
//! who read links; a PNG; and a description for those who ask how to embed it (oEmbed).

mod page;
mod picture;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, ensure};
use twin_parks::address::ViewQuery;
use twin_parks::domain::catalogue::{Catalogue, DataFile, Parts};
use twin_parks::domain::date::PartialDate;
use twin_parks::language::{UNTRANSLATED, english};
use twin_parks::present::preview::previews;
use twin_parks::present::reader::Reader;
use twin_parks::wire::decode;

use picture::Studio;

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [data, site, address] = arguments.as_slice() else {
        return failed(&anyhow::anyhow!("say where the data, the packed site and the app are: previews <data> <site> <address>"));
    };
    match make(data, site, &address.to_string_lossy()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error),
    }
}

fn failed(error: &anyhow::Error) -> ExitCode {
    eprintln!("{error:#}");
    ExitCode::FAILURE
}

/// Makes all of it.
fn make(data: &Path, site: &Path, address: &str) -> anyhow::Result<()> {
    ensure!(
        address.starts_with("https://") && address.ends_with('/'),
        "{address} is no address of a site such as https://example.org/"
    );
    let catalogue = read(data)?;
    let page = fs::read_to_string(site.join("index.html")).context("the packed site has no index.html")?;
    let reader = Reader::of(&ViewQuery::default(), english(), &UNTRANSLATED, today());
    let studio = Studio::open()?;
    for view in previews(&catalogue, &reader) {
        let path = view.route.print();
        let path = path.trim_start_matches('/');
        let html = page::with_preview(&page, &view, address).with_context(|| format!("the page of {path}"))?;
        write(&site.join(format!("{path}.html")), html.as_bytes())?;
        write(&site.join(format!("oembed/{path}.json")), page::oembed(&view, address).as_bytes())?;
        write(&site.join(format!("previews/{path}.png")), &studio.draw(&view, reader.words().site)?)?;
    }
    Ok(())
}

/// The day in UTC, or that of `SOURCE_DATE_EPOCH`, by which builds say when they mean to be made. What has lapsed by then
/// stands on no picture.
fn today() -> PartialDate {
    let asked = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse::<i64>().ok());
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(0));
    let (year, month, day) = civil(asked.unwrap_or_else(now).div_euclid(86_400));
    PartialDate::Day(year, month, day)
}

/// Year, month and day of a number of days since 1970 (Hinnant, "chrono-compatible low-level date algorithms").
fn civil(days: i64) -> (u16, u8, u8) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let small = |value: i64| u8::try_from(value).unwrap_or(1);
    (u16::try_from(year).unwrap_or(1970), small(month), small(of_year - (153 * shifted + 2) / 5 + 1))
}

fn read(folder: &Path) -> anyhow::Result<Catalogue> {
    let (mut parts, mut faults) = (Parts::default(), Vec::new());
    for file in DataFile::ALL {
        let path = folder.join(file.name());
        let bytes = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        decode(file, &bytes, &mut parts, &mut faults).map_err(|error| anyhow::anyhow!("{}: {error:?}", file.name()))?;
    }
    let (catalogue, more) = Catalogue::assemble(parts);
    faults.extend(more);
    ensure!(faults.is_empty(), "the data has faults; see: cargo xtask data check");
    Ok(catalogue)
}

fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_calendars_do() {
        assert_eq!(civil(0), (1970, 1, 1));
        assert_eq!(civil(19_782), (2024, 2, 29));
        assert_eq!(civil(20_783), (2026, 11, 26));
    }

    /// A PNG says its width and height in its first bytes, after a signature and the name of the part.
    fn size(png: &[u8]) -> Option<(u32, u32)> {
        let number = |at: usize| Some(u32::from_be_bytes(png.get(at..at + 4)?.try_into().ok()?));
        png.starts_with(b"\x89PNG").then_some((number(16)?, number(20)?))
    }

    #[test]
    fn every_pair_and_park_has_a_page_a_picture_and_an_embedded_form() -> anyhow::Result<()> {
        let site = tempfile::tempdir()?;
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        fs::copy(root.join("index.html"), site.path().join("index.html"))?;
        make(&root.join("public/data"), site.path(), "https://example.org/tp/")?;
        let catalogue = read(&root.join("public/data"))?;
        let pairs = catalogue.pairs().iter().map(|pair| format!("pairs/{}", pair.id));
        for path in pairs.chain(catalogue.parks().iter().map(|park| format!("parks/{}", park.id))) {
            let page = fs::read_to_string(site.path().join(format!("{path}.html")))?;
            assert!(page.contains(&format!("content=\"https://example.org/tp/previews/{path}.png\"")), "{path}: {page}");
            assert!(
                page.contains("og:title") && page.contains("og:description") && page.matches("<title>").count() == 1,
                "{path}"
            );
            assert!(page.contains(&format!("href=\"https://example.org/tp/oembed/{path}.json\"")), "{path}");
            let picture = fs::read(site.path().join(format!("previews/{path}.png")))?;
            assert_eq!(size(&picture), Some((1200, 630)), "{path}");
            let oembed = fs::read_to_string(site.path().join(format!("oembed/{path}.json")))?;
            assert!(
                oembed.contains(&format!("https://example.org/tp/embed/{path}")) && oembed.contains("\"version\": \"1.0\""),
                "{oembed}"
            );
        }
        Ok(())
    }
}
