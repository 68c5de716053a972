//! Names to choose from while somebody types on the screen: those of the catalogue that answer what is typed so far, in
//! the reader's language. So Chinese is typed by pinyin, in full or by initials, and nobody needs a Chinese keyboard.

use crate::domain::catalogue::{Around, Catalogue, Of};
use crate::domain::names::Names;
use crate::domain::order::sort_by;
use crate::domain::search::Match;
use crate::present::reader::Reader;

/// How many names fit beside each other over the keys.
const ROOM: usize = 6;

/// The names that answer what was typed, best first, each once. Those that are typed out already are left out.
#[must_use]
pub fn names_for(catalogue: &Catalogue, typed: &str, reader: &Reader) -> Vec<String> {
    let own =
        |of: Of| catalogue.search(of).find(typed).unwrap_or_default().into_iter().filter(|(_, answer)| *answer < Match::Around);
    let pairs = own(Of::Pairs).filter_map(|(at, answer)| Some((answer, &catalogue.pairs().at(at)?.names)));
    let parks = own(Of::Parks).filter_map(|(at, answer)| Some((answer, &catalogue.parks().at(at)?.short)));
    let mut found: Vec<(Match, &Names)> = parks.chain(pairs).collect();
    sort_by(&mut found, |a, b| a.0.cmp(&b.0));
    let around = catalogue.found_around(typed).into_iter().map(|around| match around {
        Around::Sector(sector) => &sector.names,
        Around::Context(thing) => &thing.short,
    });
    let mut names: Vec<String> = Vec::new();
    for name in found.into_iter().map(|(_, name)| name).chain(around).map(|name| reader.text(name)) {
        if names.len() < ROOM && name != typed && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
