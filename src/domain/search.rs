//! Free-text search over names in all languages, ids and acronyms.

use super::catalogue::{Catalogue, Of};
use super::fold::fold;
use super::names::Names;
use super::record::{Pair, Park};

/// How well a record answers a search; the better answer is the smaller value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Match {
    /// A name, id or acronym of its own is what was typed.
    Whole,
    /// A name of its own begins with what was typed.
    Start,
    /// What was typed stands in a name of its own.
    Inside,
    /// What was typed stands in something it is made of: a leg, a place, a sector.
    Around,
}

/// The folded text of every pair or park, in the order of the catalogue.
#[derive(Clone, Debug, Default)]
pub struct SearchIndex {
    texts: Vec<Text>,
}

#[derive(Clone, Debug)]
struct Text {
    own: Vec<String>,
    around: String,
}

impl SearchIndex {
    /// Folds every name once, when the data arrives.
    #[must_use]
    pub fn new(catalogue: &Catalogue, of: Of) -> Self {
        let texts = match of {
            Of::Pairs => catalogue.pairs().iter().map(|pair| Text::of_pair(pair, catalogue)).collect(),
            Of::Parks => catalogue.parks().iter().map(|park| Text::of_park(park, catalogue)).collect(),
        };
        Self { texts }
    }

    /// Every record that holds all the words typed, with how well it does. An empty search finds nothing to match and
    /// gives `None`: it is no filter.
    #[must_use]
    pub fn find(&self, typed: &str) -> Option<Vec<(usize, Match)>> {
        let typed = fold(typed);
        let words: Vec<&str> = typed.split(' ').filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            return None;
        }
        let found = self.texts.iter().enumerate();
        Some(found.filter_map(|(at, text)| Some((at, text.matches(&typed, &words)?))).collect())
    }
}

impl Text {
    fn of_park(park: &Park, catalogue: &Catalogue) -> Self {
        let mut own = folded(&park.names);
        own.extend(folded(&park.short));
        own.extend(park.acronyms.iter().map(|acronym| fold(acronym)));
        own.push(park.id.as_str().replace('-', " "));
        let mut around = folded(&park.region);
        around.extend(sector_names(park, catalogue));
        Self { own, around: around.join("\n") }
    }

    fn of_pair(pair: &Pair, catalogue: &Catalogue) -> Self {
        let mut own = folded(&pair.names);
        own.extend(pair.acronyms.iter().map(|acronym| fold(acronym)));
        own.push(pair.id.as_str().replace('-', " "));
        let mut around = Vec::new();
        for (_, leg) in pair.legs() {
            if let Some(park) = catalogue.parks().get(leg) {
                let leg = Self::of_park(park, catalogue);
                around.extend(leg.own);
                around.push(leg.around);
            }
        }
        Self { own, around: around.join("\n") }
    }

    fn matches(&self, typed: &str, words: &[&str]) -> Option<Match> {
        if self.own.iter().any(|name| name == typed) {
            return Some(Match::Whole);
        }
        if self.own.iter().any(|name| name.starts_with(typed)) {
            return Some(Match::Start);
        }
        let in_own = |word: &&str| self.own.iter().any(|name| name.contains(*word));
        if words.iter().all(in_own) {
            return Some(Match::Inside);
        }
        words.iter().all(|word| in_own(word) || self.around.contains(*word)).then_some(Match::Around)
    }
}

fn folded(names: &Names) -> Vec<String> {
    names.all().map(fold).collect()
}

fn sector_names<'a>(park: &'a Park, catalogue: &'a Catalogue) -> impl Iterator<Item = String> + 'a {
    let sectors = park.sectors.iter().filter_map(|id| catalogue.sectors().get(id));
    sectors.flat_map(|sector| sector.names.all().map(fold).collect::<Vec<_>>())
}
