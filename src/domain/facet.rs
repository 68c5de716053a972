//! Facets: the properties by which a list is narrowed, with the number of results that each value would give.
//!
//! One bit set per value. The results of a facet's values are joined by *or*, those of different facets by *and*; a
//! facet's own choice does not reduce its own counts.

use super::catalogue::{Catalogue, Of};
use super::id::{Country, SectorId};
use super::record::{Access, Model, Park, Status, name_of, named};

/// A property by which pairs and parks are narrowed, in the order in which they are offered.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Facet {
    /// The partner's country, or a park's own.
    Country,
    /// A branch of industry, or one of its branches.
    Sector,
    /// How two countries share the work.
    Model,
    /// How far it has come.
    Status,
    /// How goods reach it.
    Access,
}

impl Facet {
    /// Every facet with its name in addresses.
    pub const ALL: [(&'static str, Self); 5] = [
        ("country", Self::Country),
        ("sector", Self::Sector),
        ("model", Self::Model),
        ("status", Self::Status),
        ("access", Self::Access),
    ];

    /// Reads one value of the facet. Countries and sectors need only look right here; whether they exist, the
    /// [`FacetIndex`] knows.
    #[must_use]
    pub fn value(self, text: &str) -> Option<FacetValue> {
        let is_valid = match self {
            Self::Country => Country::parse(text).is_some(),
            Self::Sector => SectorId::parse(text).is_some(),
            Self::Model => named(&Model::ALL, text).is_some(),
            Self::Status => named(&Status::ALL, text).is_some(),
            Self::Access => named(&Access::ALL, text).is_some(),
        };
        is_valid.then(|| FacetValue(text.to_owned()))
    }
}

/// A value of a facet, well formed for it: a country code, a sector's id, a model's name, …
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FacetValue(String);

impl FacetValue {
    /// The value as written in data and addresses.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A set of places in a list of known length.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Bits(Vec<u64>);

impl Bits {
    /// No place of `len`.
    #[must_use]
    pub fn none(len: usize) -> Self {
        Self(vec![0; len.div_ceil(64)])
    }

    /// Every place of `len`.
    #[must_use]
    pub fn all(len: usize) -> Self {
        let mut bits = Self(vec![u64::MAX; len.div_ceil(64)]);
        if let (Some(last), tail @ 1..) = (bits.0.last_mut(), len % 64) {
            *last = (1 << tail) - 1;
        }
        bits
    }

    /// Adds a place; places beyond the length are passed over.
    pub fn insert(&mut self, at: usize) {
        if let Some(word) = self.0.get_mut(at / 64) {
            *word |= 1 << (at % 64);
        }
    }

    /// Keeps what is in both.
    pub fn and(&mut self, other: &Self) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word &= other;
        }
    }

    /// Adds what is in the other.
    pub fn or(&mut self, other: &Self) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word |= other;
        }
    }

    /// How many places there are in both.
    #[must_use]
    pub fn count_with(&self, other: &Self) -> usize {
        self.0.iter().zip(&other.0).map(|(a, b)| (a & b).count_ones() as usize).sum()
    }

    /// How many places there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether a place is in the set.
    #[must_use]
    pub fn contains(&self, at: usize) -> bool {
        self.0.get(at / 64).is_some_and(|word| word & (1 << (at % 64)) != 0)
    }

    /// The places in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().enumerate().flat_map(|(at, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
                rest &= rest - 1;
                Some(at * 64 + bit)
            })
        })
    }
}

/// Which pairs or parks have which value of which facet.
#[derive(Clone, Debug, Default)]
pub struct FacetIndex {
    len: usize,
    /// The values of each facet with who has them, in the order of the values.
    values: [Vec<(FacetValue, Bits)>; Facet::ALL.len()],
}

impl FacetIndex {
    /// Reads the values off every pair or park, in the order of the catalogue.
    #[must_use]
    pub fn new(catalogue: &Catalogue, of: Of) -> Self {
        let mut index = Self { len: catalogue.count(of), ..Self::default() };
        match of {
            Of::Parks => {
                for (at, park) in catalogue.parks().iter().enumerate() {
                    index.add(Facet::Country, park.country.code(), at);
                    index.add(Facet::Status, name_of(&Status::ALL, park.status), at);
                    index.add_park(park, catalogue, at);
                }
                // A park answers to the models of the pairs it is a leg of.
                for pair in catalogue.pairs().iter() {
                    for at in pair.legs().filter_map(|(_, leg)| catalogue.parks().position(leg)) {
                        index.add(Facet::Model, name_of(&Model::ALL, pair.model), at);
                    }
                }
            }
            Of::Pairs => {
                for (at, pair) in catalogue.pairs().iter().enumerate() {
                    index.add(Facet::Country, pair.partner_country.code(), at);
                    index.add(Facet::Status, name_of(&Status::ALL, pair.status), at);
                    index.add(Facet::Model, name_of(&Model::ALL, pair.model), at);
                    for park in pair.legs().filter_map(|(_, leg)| catalogue.parks().get(leg)) {
                        index.add_park(park, catalogue, at);
                    }
                }
            }
        }
        index
    }

    fn add(&mut self, facet: Facet, value: &str, at: usize) {
        let len = self.len;
        let Some(values) = self.values.get_mut(facet as usize) else { return };
        let place = values.binary_search_by(|(known, _)| known.as_str().cmp(value)).unwrap_or_else(|place| {
            values.insert(place, (FacetValue(value.to_owned()), Bits::none(len)));
            place
        });
        if let Some((_, bits)) = values.get_mut(place) {
            bits.insert(at);
        }
    }

    fn add_park(&mut self, park: &Park, catalogue: &Catalogue, at: usize) {
        for access in &park.access {
            self.add(Facet::Access, name_of(&Access::ALL, *access), at);
        }
        for sector in &park.sectors {
            let mut next = Some(sector);
            // Sectors form a forest (the catalogue sees to it), so the climb ends.
            while let Some(id) = next {
                self.add(Facet::Sector, id.as_str(), at);
                next = catalogue.sectors().get(id).and_then(|sector| sector.parent.as_ref());
            }
        }
    }

    /// How many pairs or parks there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The values of a facet that occur, with who has them.
    #[must_use]
    pub fn values(&self, facet: Facet) -> &[(FacetValue, Bits)] {
        self.values.get(facet as usize).map(Vec::as_slice).unwrap_or_default()
    }

    /// Who has a value; `None` when nobody does.
    #[must_use]
    pub fn having(&self, facet: Facet, value: &FacetValue) -> Option<&Bits> {
        let values = self.values(facet);
        let place = values.binary_search_by(|(known, _)| known.cmp(value)).ok()?;
        values.get(place).map(|(_, bits)| bits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_value_must_be_well_formed_for_its_facet() {
        assert!(Facet::Country.value("MY").is_some());
        assert!(Facet::Country.value("my").is_none());
        assert!(Facet::Model.value("twin-parks").is_some());
        assert!(Facet::Model.value("seaport").is_none());
        assert!(Facet::Sector.value("a b").is_none());
    }

    proptest! {
        #[test]
        fn bits_are_a_set_of_places(len in 0_usize..300, places in proptest::collection::vec(0_usize..300, 0..40)) {
            let mut bits = Bits::none(len);
            let mut expected = std::collections::BTreeSet::new();
            for at in places.into_iter().filter(|at| *at < len) {
                bits.insert(at);
                expected.insert(at);
            }
            prop_assert_eq!(bits.iter().collect::<Vec<_>>(), expected.iter().copied().collect::<Vec<_>>());
            prop_assert_eq!(bits.count(), expected.len());
            prop_assert_eq!(Bits::all(len).count(), len);
            prop_assert_eq!(Bits::all(len).count_with(&bits), expected.len());
        }
    }
}
