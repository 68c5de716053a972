//! Narrowing a list: free text and facets together, and the counts that go with them.

use super::catalogue::{Catalogue, Of};
use super::facet::{Bits, Facet, FacetValue};
use super::search::Match;
use std::collections::{BTreeMap, BTreeSet};

/// What a list is narrowed to. An absent facet does not narrow.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filters {
    /// Free text; blank text does not narrow.
    pub text: String,
    chosen: BTreeMap<Facet, BTreeSet<FacetValue>>,
}

impl Filters {
    /// The chosen values of a facet, in order.
    pub fn chosen(&self, facet: Facet) -> impl Iterator<Item = &FacetValue> {
        self.chosen.get(&facet).into_iter().flatten()
    }

    /// Whether a value is chosen.
    #[must_use]
    pub fn has(&self, facet: Facet, value: &FacetValue) -> bool {
        self.chosen.get(&facet).is_some_and(|values| values.contains(value))
    }

    /// Adds a value.
    pub fn choose(&mut self, facet: Facet, value: FacetValue) {
        self.chosen.entry(facet).or_default().insert(value);
    }

    /// Adds a value, or takes it away when it is there.
    #[must_use]
    pub fn toggled(&self, facet: Facet, value: &FacetValue) -> Self {
        let mut next = self.clone();
        let values = next.chosen.entry(facet).or_default();
        if !values.remove(value) {
            values.insert(value.clone());
        }
        next.chosen.retain(|_, values| !values.is_empty());
        next
    }

    /// The filters without these parts.
    #[must_use]
    pub fn without(&self, parts: &[Part]) -> Self {
        let mut next = self.clone();
        for part in parts {
            match part {
                Part::Text => next.text.clear(),
                Part::Facet(facet) => drop(next.chosen.remove(facet)),
            }
        }
        next
    }

    /// The parts that narrow.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        let text = (!self.text.trim().is_empty()).then_some(Part::Text);
        text.into_iter().chain(self.chosen.keys().copied().map(Part::Facet)).collect()
    }

    /// Whether nothing narrows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts().is_empty()
    }

    /// Separates the values that occur in the catalogue from those that do not, which are told of and passed over.
    #[must_use]
    pub fn split_unknown(&self, catalogue: &Catalogue, of: Of) -> (Self, Vec<(Facet, FacetValue)>) {
        let index = catalogue.facets(of);
        let mut known = self.clone();
        let mut unknown = Vec::new();
        for (facet, values) in &mut known.chosen {
            values.retain(|value| {
                // A model or status that no record has is still a word of the app: it finds nothing, and says so.
                let exists = match facet {
                    Facet::Country | Facet::Sector => index.having(*facet, value).is_some(),
                    Facet::Model | Facet::Status | Facet::Access => true,
                };
                if !exists {
                    unknown.push((*facet, value.clone()));
                }
                exists
            });
        }
        known.chosen.retain(|_, values| !values.is_empty());
        (known, unknown)
    }
}

/// A part of the filters that can be dropped by itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Part {
    /// The free text.
    Text,
    /// All chosen values of a facet.
    Facet(Facet),
}

/// The results of a set of filters.
#[derive(Clone, Debug)]
pub struct Results {
    /// The places found, in the order of the catalogue.
    pub found: Bits,
    /// How well each place answers the free text; empty when there is none.
    pub matches: BTreeMap<usize, Match>,
    without_own: BTreeMap<Facet, Bits>,
}

impl Results {
    /// Applies the filters.
    #[must_use]
    pub fn of(catalogue: &Catalogue, of: Of, filters: &Filters) -> Self {
        let index = catalogue.facets(of);
        let matches = catalogue.search(of).find(&filters.text);
        let by_text = match &matches {
            None => Bits::all(index.len()),
            Some(matches) => {
                let mut bits = Bits::none(index.len());
                matches.iter().for_each(|(at, _)| bits.insert(*at));
                bits
            }
        };
        let chosen: Vec<(Facet, Bits)> = filters
            .chosen
            .iter()
            .map(|(facet, values)| {
                let mut any = Bits::none(index.len());
                values.iter().filter_map(|value| index.having(*facet, value)).for_each(|bits| any.or(bits));
                (*facet, any)
            })
            .collect();
        let all_but = |left_out: Option<Facet>| {
            let mut bits = by_text.clone();
            chosen.iter().filter(|(facet, _)| Some(*facet) != left_out).for_each(|(_, any)| bits.and(any));
            bits
        };
        let without_own = chosen.iter().map(|(facet, _)| (*facet, all_but(Some(*facet)))).collect();
        Self { found: all_but(None), matches: matches.unwrap_or_default().into_iter().collect(), without_own }
    }

    /// How many results a value of a facet would give, its facet's other values aside.
    #[must_use]
    pub fn count(&self, facet: Facet, having: &Bits) -> usize {
        self.without_own.get(&facet).unwrap_or(&self.found).count_with(having)
    }
}
