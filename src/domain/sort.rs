//! The order of a list. What is not published stands last, whichever way the list is sorted.

use super::attribute::Attribute;
use super::catalogue::{Catalogue, Of};
use super::date::PartialDate;
use super::dispute::Subject;
use super::filter::Results;
use super::id::AttributeId;
use super::names::Lang;
use super::order::sort_by;
use super::quantity::Quantity;
use std::cmp::Ordering;

/// What a list is sorted by.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum SortKey {
    /// The editors' order; with a free text, the best answers first.
    #[default]
    Featured,
    /// The name in the language of the interface.
    Name,
    /// The newest figure.
    Newest,
    /// The planned area; of a pair, that of its largest leg.
    Area,
    /// Projects; of a pair, those of the leg with the most.
    Projects,
    /// Jobs; of a pair, those of the leg with the most.
    Jobs,
}

/// Which way a list is sorted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Direction {
    /// Smallest, oldest or first in the alphabet first.
    #[default]
    Ascending,
    /// Largest, newest or last first.
    Descending,
}

/// A key and a direction.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Sort {
    /// What by.
    pub key: SortKey,
    /// Which way.
    pub direction: Direction,
}

impl SortKey {
    /// Every key with its name in addresses.
    pub const ALL: [(&'static str, Self); 6] = [
        ("featured", Self::Featured),
        ("name", Self::Name),
        ("newest", Self::Newest),
        ("area", Self::Area),
        ("projects", Self::Projects),
        ("jobs", Self::Jobs),
    ];

    /// The attribute behind the key, where there is one.
    #[must_use]
    pub fn attribute(self) -> Option<&'static str> {
        match self {
            Self::Area => Some("planned-area"),
            Self::Projects => Some("projects"),
            Self::Jobs => Some("jobs"),
            Self::Featured | Self::Name | Self::Newest => None,
        }
    }
}

/// The results in order: a permutation of what was found, ties in the order of the catalogue.
#[must_use]
pub fn sorted(catalogue: &Catalogue, of: Of, results: &Results, sort: Sort, lang: Lang, today: PartialDate) -> Vec<usize> {
    let mut places: Vec<usize> = results.found.iter().collect();
    match sort.key {
        SortKey::Featured => {
            sort_by(&mut places, |a, b| results.match_of(*a).cmp(&results.match_of(*b)));
            if sort.direction == Direction::Descending {
                places.reverse();
            }
        }
        SortKey::Name => order_by(&mut places, sort.direction, |at| name(catalogue, of, at, lang), |a, b| Some(a.cmp(b))),
        SortKey::Newest => {
            order_by(&mut places, sort.direction, |at| newest(catalogue, of, at), |a: &(i32, i32), b| Some(a.cmp(b)))
        }
        SortKey::Area | SortKey::Projects | SortKey::Jobs => {
            let attribute = sort.key.attribute().and_then(AttributeId::parse);
            let attribute = attribute.and_then(|id| catalogue.attributes().get(&id));
            let figure = |at| largest(catalogue, of, at, attribute?, today);
            order_by(&mut places, sort.direction, figure, Quantity::cmp_size);
        }
    }
    places
}

/// Sorts by a key that may be missing: those without one come last in either direction, in their old order.
fn order_by<K>(
    places: &mut Vec<usize>,
    direction: Direction,
    key: impl Fn(usize) -> Option<K>,
    compare: impl Fn(&K, &K) -> Option<Ordering>,
) {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for at in places.drain(..) {
        match key(at) {
            Some(key) => known.push((key, at)),
            None => unknown.push(at),
        }
    }
    sort_by(&mut known, |(a, _), (b, _)| {
        let order = compare(a, b).unwrap_or(Ordering::Equal);
        if direction == Direction::Descending { order.reverse() } else { order }
    });
    places.extend(known.into_iter().map(|(_, at)| at).chain(unknown));
}

fn name(catalogue: &Catalogue, of: Of, at: usize, lang: Lang) -> Option<String> {
    let name = match of {
        Of::Pairs => catalogue.pairs().at(at)?.names.get(lang),
        Of::Parks => catalogue.parks().at(at)?.short.get(lang),
    };
    Some(super::fold::fold(name))
}

fn subjects(catalogue: &Catalogue, of: Of, at: usize) -> Vec<Subject> {
    match of {
        Of::Parks => catalogue.parks().at(at).map(|park| Subject::Park(park.id.clone())).into_iter().collect(),
        Of::Pairs => catalogue.pairs().at(at).map_or_else(Vec::new, |pair| {
            let legs = pair.legs().map(|(_, leg)| Subject::Park(leg.clone()));
            std::iter::once(Subject::Pair(pair.id.clone())).chain(legs).collect()
        }),
    }
}

fn newest(catalogue: &Catalogue, of: Of, at: usize) -> Option<(i32, i32)> {
    let subjects = subjects(catalogue, of, at);
    let dates = subjects.iter().flat_map(|subject| catalogue.claims(subject)).filter(|claim| claim.is_verified());
    dates.filter_map(|claim| claim.as_of).map(|as_of| (as_of.to().last_month(), i32::from(as_of.to().year()))).max()
}

/// The largest figure of an attribute over a pair and its legs, or a park's own, in the unit it is compared in.
/// Only sourced figures about the whole subject count.
#[must_use]
pub fn largest(catalogue: &Catalogue, of: Of, at: usize, attribute: &Attribute, today: PartialDate) -> Option<Quantity> {
    let subjects = subjects(catalogue, of, at);
    let figures = subjects.iter().filter_map(|subject| {
        let standing = catalogue.standing(subject, attribute, today)?;
        standing.chosen().filter(|claim| claim.is_whole())?;
        standing.ranked().map(Quantity::comparable)
    });
    figures.reduce(|a, b| if b.cmp_size(&a) == Some(Ordering::Greater) { b } else { a })
}
