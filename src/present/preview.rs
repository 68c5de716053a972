//! What a pasted link shows before anybody follows it: of each pair and each park a title, a description, and what
//! stands on its picture. Written for everybody at once, so in English, with the Chinese name beside.

use super::compare::place;
use super::kiosk::{HalfView, half};
use super::reader::Reader;
use super::record::{pair_view, park_view};
use crate::address::{Route, ViewQuery};
use crate::domain::catalogue::Catalogue;
use crate::domain::id::ParkId;
use crate::domain::names::{Lang, Names};
use crate::domain::record::Side;

/// The longest description that the usual readers of links show, in characters.
const LONGEST: usize = 200;

/// A page, as a link to it is shown.
#[derive(Clone, PartialEq, Debug)]
pub struct PreviewView {
    /// The page.
    pub route: Route,
    /// Its title.
    pub title: String,
    /// Its name in Chinese.
    pub chinese: String,
    /// What kind of thing it is.
    pub kicker: String,
    /// What it is, in a line or two.
    pub description: String,
    /// The parks: of a pair the first of each side, of a park itself.
    pub halves: Vec<HalfView>,
}

/// Every page that has a preview. `reader` reads English.
#[must_use]
pub fn previews(catalogue: &Catalogue, reader: &Reader) -> Vec<PreviewView> {
    let query = ViewQuery::default();
    let pairs = catalogue.pairs().iter().filter_map(|pair| {
        let record = pair_view(catalogue, &pair.id, &query, reader)?;
        let half = |side, legs: &[ParkId]| half(catalogue, side, legs.first()?, reader);
        let halves = [half(Side::Home, &pair.home), half(Side::Partner, &pair.partner)];
        let halves: Vec<HalfView> = halves.into_iter().flatten().collect();
        let names: Vec<String> = halves.iter().map(|half| format!("{} ({})", half.name, half.place)).collect();
        let description = described(&record.summary.unwrap_or_else(|| names.join(" · ")));
        let (route, chinese) = (Route::Pair(pair.id.clone()), chinese(&pair.names));
        Some(PreviewView { route, title: record.title, chinese, kicker: record.kicker, description, halves })
    });
    let parks = catalogue.parks().iter().filter_map(|park| {
        let record = park_view(catalogue, &park.id, &query, reader)?;
        let halves = half(catalogue, side(catalogue, &park.id), &park.id, reader).into_iter().collect();
        let description = described(&record.summary.unwrap_or_else(|| place(park, reader)));
        let (route, chinese) = (Route::Park(park.id.clone()), chinese(&park.short));
        Some(PreviewView { route, title: record.title, chinese, kicker: record.kicker, description, halves })
    });
    pairs.chain(parks).collect()
}

/// The side on which a park stands in the first pair that it is a leg of.
fn side(catalogue: &Catalogue, park: &ParkId) -> Side {
    let is_home = catalogue.pairs_of(park).next().is_none_or(|pair| pair.home.contains(park));
    if is_home { Side::Home } else { Side::Partner }
}

fn chinese(names: &Names) -> String {
    names.own(Lang::ZhHans).unwrap_or_default().to_owned()
}

/// A text and who says so about all figures, no longer than readers of links show.
fn described(text: &str) -> String {
    const ENDING: &str = " Every figure with its source and date.";
    let room = LONGEST - ENDING.len();
    let text = text.trim();
    if text.chars().count() <= room {
        let stop = if text.ends_with(['.', '!', '?', '。']) { "" } else { "." };
        return format!("{text}{stop}{ENDING}");
    }
    let cut: String = text.chars().take(room - 1).collect();
    // Not in the middle of a word.
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…{ENDING}", whole.trim_end_matches([',', ';', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_is_never_cut_in_a_word_and_never_too_long() {
        let long = "industrial parks on both sides of a border, ".repeat(10);
        for text in ["A park", "A park.", long.as_str(), "一".repeat(400).as_str()] {
            let described = described(text);
            assert!(described.chars().count() <= LONGEST, "{described}");
            assert!(described.ends_with("Every figure with its source and date."), "{described}");
        }
        let cut = described(&long);
        let kept = cut.split('…').next().unwrap_or_default();
        assert!(long.starts_with(&format!("{kept} ")) || long.starts_with(&format!("{kept},")), "{cut}");
        assert_eq!(described("A park"), "A park. Every figure with its source and date.");
    }
}
