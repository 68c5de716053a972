//! Narrowing a list: free text and facets together, and the counts that go with them.

use super::catalogue::{Catalogue, Of};
use super::facet::{Bits, Facet, FacetValue};
use super::search::Match;

/// What a list is narrowed to. An absent facet does not narrow.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filters {
    /// Free text; blank text does not narrow.
    pub text: String,
    /// The chosen values of each facet, in order; the facets in theirs.
    chosen: [Vec<FacetValue>; Facet::ALL.len()],
}

impl Filters {
    /// The chosen values of a facet, in order.
    pub fn chosen(&self, facet: Facet) -> std::slice::Iter<'_, FacetValue> {
        self.chosen.get(facet as usize).map(Vec::as_slice).unwrap_or_default().iter()
    }

    fn chosen_mut(&mut self, facet: Facet) -> Option<&mut Vec<FacetValue>> {
        self.chosen.get_mut(facet as usize)
    }

    /// Whether a value is chosen.
    #[must_use]
    pub fn has(&self, facet: Facet, value: &FacetValue) -> bool {
        self.chosen(facet).any(|chosen| chosen == value)
    }

    /// Adds a value.
    pub fn choose(&mut self, facet: Facet, value: FacetValue) {
        if let Some(values) = self.chosen_mut(facet)
            && let Err(at) = values.binary_search(&value)
        {
            values.insert(at, value);
        }
    }

    /// Adds a value, or takes it away when it is there.
    #[must_use]
    pub fn toggled(&self, facet: Facet, value: &FacetValue) -> Self {
        let mut next = self.clone();
        if !next.has(facet, value) {
            next.choose(facet, value.clone());
        } else if let Some(values) = next.chosen_mut(facet) {
            values.retain(|chosen| chosen != value);
        }
        next
    }

    /// The filters without these parts.
    #[must_use]
    pub fn without(&self, parts: &[Part]) -> Self {
        let mut next = self.clone();
        for part in parts {
            match part {
                Part::Text => next.text.clear(),
                Part::Facet(facet) => next.chosen_mut(*facet).into_iter().for_each(Vec::clear),
            }
        }
        next
    }

    /// The parts that narrow.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        let text = (!self.text.trim().is_empty()).then_some(Part::Text);
        text.into_iter().chain(self.facets().map(Part::Facet)).collect()
    }

    /// The facets that narrow.
    fn facets(&self) -> impl Iterator<Item = Facet> {
        Facet::ALL.iter().map(|(_, facet)| *facet).filter(|facet| self.chosen(*facet).len() > 0)
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
        // A model or state that no record has is still a word of the app: it finds nothing, and the list says so.
        for facet in [Facet::Country, Facet::Sector] {
            for value in self.chosen(facet).filter(|value| index.having(facet, value).is_none()) {
                known = known.toggled(facet, value);
                unknown.push((facet, value.clone()));
            }
        }
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
    /// How well each place answers the free text, in the order of places; empty when there is none.
    matches: Vec<(usize, Match)>,
    without_own: Vec<(Facet, Bits)>,
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
            .facets()
            .map(|facet| {
                let mut any = Bits::none(index.len());
                filters.chosen(facet).filter_map(|value| index.having(facet, value)).for_each(|bits| any.or(bits));
                (facet, any)
            })
            .collect();
        let all_but = |left_out: Option<Facet>| {
            let mut bits = by_text.clone();
            chosen.iter().filter(|(facet, _)| Some(*facet) != left_out).for_each(|(_, any)| bits.and(any));
            bits
        };
        let without_own = chosen.iter().map(|(facet, _)| (*facet, all_but(Some(*facet)))).collect();
        Self { found: all_but(None), matches: matches.unwrap_or_default(), without_own }
    }

    /// How many results a value of a facet would give, its facet's other values aside.
    #[must_use]
    pub fn count(&self, facet: Facet, having: &Bits) -> usize {
        let without_own = self.without_own.iter().find(|(own, _)| *own == facet);
        without_own.map_or(&self.found, |(_, bits)| bits).count_with(having)
    }

    /// How well a place answers the free text; `None` where there is none.
    #[must_use]
    pub fn match_of(&self, at: usize) -> Option<Match> {
        let found = self.matches.binary_search_by_key(&at, |(at, _)| *at).ok()?;
        self.matches.get(found).map(|(_, found)| *found)
    }
}
