//! Names that come nearest to something that does not exist, so that a mistyped link is no dead end.

use super::link::LinkView;
use super::reader::Reader;
use crate::address::{Route, ViewQuery};
use crate::domain::catalogue::Catalogue;
use crate::domain::fold::fold;
use crate::domain::order::sort_by;

/// How many suggestions are made.
const MAX_SUGGESTED: usize = 3;

/// How alike two texts must be to be suggested, from 0 to 1.
const ALIKE: f64 = 0.3;

/// Links to what is named most like `typed`, best first; pairs before parks before context where they are as near.
#[must_use]
pub fn nearest(catalogue: &Catalogue, typed: &str, reader: &Reader) -> Vec<LinkView> {
    let typed = fold(typed).replace('-', " ");
    let query = ViewQuery { lang: Some(reader.lang), ..ViewQuery::default() };
    let pairs = catalogue.pairs().iter().map(|pair| (pair.id.as_str(), &pair.names, Route::Pair(pair.id.clone())));
    let parks = catalogue.parks().iter().map(|park| (park.id.as_str(), &park.short, Route::Park(park.id.clone())));
    let context = catalogue.context().iter().map(|thing| (thing.id.as_str(), &thing.short, Route::Context(thing.id.clone())));
    let sectors = catalogue.sectors().iter().map(|sector| (sector.id.as_str(), &sector.names, Route::Sector(sector.id.clone())));
    let mut found: Vec<(f64, LinkView)> = pairs
        .chain(parks)
        .chain(context)
        .chain(sectors)
        .filter_map(|(id, names, route)| {
            let by_id = likeness(&typed, &id.replace('-', " "));
            let by_name = names.all().map(|name| likeness(&typed, &fold(name).replace('-', " ")));
            let best = by_name.fold(by_id, f64::max);
            (best >= ALIKE).then(|| (best, LinkView::to(reader.text(names), &route, &query)))
        })
        .collect();
    sort_by(&mut found, |(a, _), (b, _)| b.total_cmp(a));
    found.into_iter().map(|(_, link)| link).take(MAX_SUGGESTED).collect()
}

/// The Dice coefficient of the two texts' letter pairs: 1 when they are alike, 0 when they share nothing.
fn likeness(a: &str, b: &str) -> f64 {
    let (a, b) = (letter_pairs(a), letter_pairs(b));
    let total = a.len() + b.len();
    if total == 0 { 0.0 } else { 2.0 * a.iter().filter(|pair| b.contains(pair)).count() as f64 / total as f64 }
}

/// Each pair once; texts are short, so looking through a list is quick.
fn letter_pairs(text: &str) -> Vec<(char, char)> {
    let mut pairs = Vec::new();
    for pair in text.chars().zip(text.chars().skip(1)).take(100) {
        if !pairs.contains(&pair) {
            pairs.push(pair);
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_stays_near() {
        assert!(likeness("kuantn", "kuantan") > 0.6);
        assert!(likeness("china malasia", "china malaysia") > likeness("china malasia", "china vietnam"));
        assert!(likeness("", "") < ALIKE && likeness("xyz", "kuantan") < ALIKE);
    }
}
