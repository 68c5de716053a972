//! Free-text search over names in all languages, ids, acronyms and pinyin.

use super::catalogue::{Catalogue, Of};
use super::fold::fold;
use super::names::Names;
use super::record::{Context, Pair, Park, Sector};
use super::sound::Sound;

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

/// The folded text of every record of one sort, in the order of the catalogue.
#[derive(Clone, Debug, Default)]
pub struct SearchIndex {
    texts: Vec<Text>,
}

#[derive(Clone, Debug, Default)]
struct Text {
    own: Vec<String>,
    sounds: Vec<Sound>,
    around: String,
}

impl SearchIndex {
    /// Folds every name of pairs or parks once, when the data arrives.
    #[must_use]
    pub fn new(catalogue: &Catalogue, of: Of) -> Self {
        let texts = match of {
            Of::Pairs => catalogue.pairs().iter().map(|pair| Text::of_pair(pair, catalogue)).collect(),
            Of::Parks => catalogue.parks().iter().map(|park| Text::of_park(park, catalogue)).collect(),
        };
        Self { texts }
    }

    /// The same for sectors.
    #[must_use]
    pub fn of_sectors(catalogue: &Catalogue) -> Self {
        Self { texts: catalogue.sectors().iter().map(Text::of_sector).collect() }
    }

    /// The same for what surrounds the pairs.
    #[must_use]
    pub fn of_context(catalogue: &Catalogue) -> Self {
        Self { texts: catalogue.context().iter().map(Text::of_context).collect() }
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
        let mut text = Self::named(&[&park.names, &park.short], &park.acronyms, park.id.as_str());
        let mut near = around(&park.region);
        near.extend(sector_names(park, catalogue));
        text.around = near.join("\n");
        text
    }

    fn of_pair(pair: &Pair, catalogue: &Catalogue) -> Self {
        let mut text = Self::named(&[&pair.names], &pair.acronyms, pair.id.as_str());
        let mut around = Vec::new();
        for (_, leg) in pair.legs() {
            if let Some(park) = catalogue.parks().get(leg) {
                let leg = Self::of_park(park, catalogue);
                around.extend(leg.own);
                around.push(leg.around);
                // A leg is what its pair is made of, so its sound is the pair's.
                text.sounds.extend(leg.sounds);
            }
        }
        text.around = around.join("\n");
        text
    }

    fn of_sector(sector: &Sector) -> Self {
        Self::named(&[&sector.names], &[], sector.id.as_str())
    }

    fn of_context(thing: &Context) -> Self {
        Self::named(&[&thing.names, &thing.short], &thing.acronyms, thing.id.as_str())
    }

    fn named(names: &[&Names], acronyms: &[String], id: &str) -> Self {
        let mut own: Vec<String> = names.iter().flat_map(|names| forms(names)).collect();
        own.extend(acronyms.iter().map(|acronym| fold(acronym)));
        own.push(id.replace('-', " "));
        Self { own, sounds: names.iter().filter_map(|names| names.pinyin()).map(Sound::of).collect(), around: String::new() }
    }

    fn matches(&self, typed: &str, words: &[&str]) -> Option<Match> {
        if self.own.iter().any(|name| name == typed) {
            return Some(Match::Whole);
        }
        let in_own = |word: &&str| {
            self.own.iter().any(|name| name.contains(*word)) || self.sounds.iter().any(|sound| sound.answers(word).is_some())
        };
        if !words.iter().all(|word| in_own(word) || self.around.contains(*word)) {
            return None;
        }
        // Pinyin is typed with or without spaces.
        let joined = words.concat();
        let heard = self.sounds.iter().filter_map(|sound| sound.answers(&joined)).min();
        let begun = self.own.iter().any(|name| name.starts_with(typed)).then_some(Match::Start);
        let inside = if words.iter().all(in_own) { Match::Inside } else { Match::Around };
        heard.into_iter().chain(begun).chain([inside]).min()
    }
}

/// Every form of a name. Nobody types the dashes and brackets of Chinese ones, so those stand without them as well.
fn forms(names: &Names) -> Vec<String> {
    let mut forms: Vec<String> = names.all().map(fold).collect();
    let chinese = forms.iter().filter(|form| !form.is_ascii());
    let plain: Vec<String> = chinese.map(|form| form.chars().filter(|letter| letter.is_alphanumeric()).collect()).collect();
    forms.extend(plain);
    forms
}

/// The forms of a name that stands around, and its sound in one word.
fn around(names: &Names) -> Vec<String> {
    forms(names).into_iter().chain(names.pinyin().map(|pinyin| pinyin.replace(' ', ""))).collect()
}

fn sector_names<'a>(park: &'a Park, catalogue: &'a Catalogue) -> impl Iterator<Item = String> + 'a {
    let sectors = park.sectors.iter().filter_map(|id| catalogue.sectors().get(id));
    sectors.flat_map(|sector| around(&sector.names))
}
