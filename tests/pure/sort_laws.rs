//! Laws of sorting: nothing is lost, ties keep their order, and what is not published comes last either way.

use crate::support::{BOTH, Dice, TODAY, attribute, attribute_id, catalogues};
use std::cmp::Ordering;
use std::collections::BTreeSet;
use twin_parks::domain::catalogue::{Catalogue, Of};
use twin_parks::domain::dispute::Subject;
use twin_parks::domain::facet::Facet;
use twin_parks::domain::filter::{Filters, Results};
use twin_parks::domain::fold::fold;
use twin_parks::domain::names::Lang;
use twin_parks::domain::sort::{Direction, Sort, SortKey, sorted};

/// What a place is sorted by, read off its records; `None` where nothing is published.
#[derive(Clone, PartialEq, Debug)]
enum Key {
    /// How well it answers the free text, then the editors' order; no two places share it.
    Rank(Option<u8>, usize),
    Name(String),
    Month(i32),
    Figure(f64),
}

impl Key {
    fn order(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Rank(a, at), Self::Rank(b, other)) => (a, at).cmp(&(b, other)),
            (Self::Name(a), Self::Name(b)) => a.cmp(b),
            (Self::Month(a), Self::Month(b)) => a.cmp(b),
            (Self::Figure(a), Self::Figure(b)) => a.total_cmp(b),
            _ => panic!("keys of two sorts"),
        }
    }
}

fn subjects(catalogue: &Catalogue, of: Of, at: usize) -> Vec<Subject> {
    match of {
        Of::Parks => vec![Subject::Park(catalogue.parks().at(at).expect("a park").id.clone())],
        Of::Pairs => {
            let pair = catalogue.pairs().at(at).expect("a pair");
            let legs = pair.home.iter().chain(&pair.partner).map(|leg| Subject::Park(leg.clone()));
            std::iter::once(Subject::Pair(pair.id.clone())).chain(legs).collect()
        }
    }
}

/// The key of a place for a sort, made from the records and not by the code that sorts.
fn key(catalogue: &Catalogue, of: Of, results: &Results, sort: SortKey, lang: Lang, at: usize) -> Option<Key> {
    match sort {
        SortKey::Featured => Some(Key::Rank(results.match_of(at).map(|found| found as u8), at)),
        SortKey::Name => Some(Key::Name(fold(match of {
            Of::Pairs => catalogue.pairs().at(at)?.names.get(lang),
            Of::Parks => catalogue.parks().at(at)?.short.get(lang),
        }))),
        SortKey::Newest => {
            let subjects = subjects(catalogue, of, at);
            let claims = subjects.iter().flat_map(|subject| catalogue.claims(subject));
            claims
                .filter(|claim| claim.is_verified())
                .filter_map(|claim| claim.as_of)
                .map(|as_of| as_of.to().last_month())
                .max()
                .map(Key::Month)
        }
        SortKey::Area | SortKey::Projects | SortKey::Jobs => {
            let name = sort.attribute().expect("these sort by an attribute");
            let attribute = attribute(catalogue, &attribute_id(name));
            let figures = subjects(catalogue, of, at).into_iter().filter_map(|subject| {
                let standing = catalogue.standing(&subject, attribute, TODAY)?;
                let claim = *standing.claims.first()?;
                let may_rank = claim.is_whole() && claim.is_verified();
                let figure = claim.quantity().filter(|_| may_rank)?.comparable();
                Some(figure.low() / 2.0 + figure.high() / 2.0)
            });
            figures.reduce(f64::max).map(Key::Figure)
        }
    }
}

/// One sorted list: the key of every place in its order, and all that the laws need besides.
struct Sorted {
    of: Of,
    sort: Sort,
    places: Vec<usize>,
    keys: Vec<Option<Key>>,
    found: BTreeSet<usize>,
    what: String,
}

fn for_sorts(law: impl Fn(&Catalogue, &Sorted, &dyn Fn(Sort) -> Vec<usize>)) {
    for (name, catalogue) in catalogues() {
        for of in BOTH {
            for seed in 0..6 {
                let filters = thrown(catalogue, of, seed);
                let results = Results::of(catalogue, of, &filters);
                for lang in Lang::ALL {
                    for (_, key_name) in SortKey::ALL {
                        for direction in [Direction::Ascending, Direction::Descending] {
                            let sort = Sort { key: key_name, direction };
                            let again = |sort| sorted(catalogue, of, &results, sort, lang, TODAY);
                            let places = again(sort);
                            let keys = places.iter().map(|at| key(catalogue, of, &results, key_name, lang, *at)).collect();
                            let found = results.found.iter().collect();
                            let what = format!("{name} {of:?} {sort:?} {lang:?}, seed {seed}: {filters:?}");
                            law(catalogue, &Sorted { of, sort, places, keys, found, what }, &again);
                        }
                    }
                }
            }
        }
    }
}

/// Nothing, one facet or one word: sorting must not care how the list came about.
fn thrown(catalogue: &Catalogue, of: Of, seed: u64) -> Filters {
    let mut dice = Dice::new(seed);
    let mut filters = Filters::default();
    match seed % 3 {
        0 => {}
        1 => {
            let values: Vec<_> = catalogue.facets(of).values(Facet::Sector).iter().map(|(value, _)| value.clone()).collect();
            (0..6).for_each(|_| filters.choose(Facet::Sector, dice.pick(&values).clone()));
        }
        _ => filters.text = (*dice.pick(&["china", "industrial", "an", "中"])).to_owned(),
    }
    filters
}

#[test]
fn sorting_neither_loses_nor_adds_nor_doubles_a_place() {
    for_sorts(|_, list, _| {
        assert_eq!(list.places.len(), list.found.len(), "{}", list.what);
        assert_eq!(list.places.iter().copied().collect::<BTreeSet<_>>(), list.found, "{}", list.what);
    });
}

#[test]
fn known_keys_run_one_way_and_ties_keep_the_order_of_the_catalogue() {
    for_sorts(|_, list, _| {
        let known = list.keys.iter().zip(&list.places).filter_map(|(key, at)| Some((key.as_ref()?, *at)));
        let known: Vec<(&Key, usize)> = known.collect();
        for two in known.windows(2) {
            let ((a, first), (b, second)) = (two[0], two[1]);
            let order = if list.sort.direction == Direction::Descending { b.order(a) } else { a.order(b) };
            assert_ne!(order, Ordering::Greater, "{a:?} before {b:?}, {}", list.what);
            assert!(order.is_ne() || first < second, "{a:?} is shared by {first} and {second}, {}", list.what);
        }
    });
}

#[test]
fn what_is_not_published_stands_last_in_both_directions_in_the_order_of_the_catalogue() {
    let unknown_seen = std::cell::Cell::new(0);
    for_sorts(|_, list, _| {
        let first_unknown = list.keys.iter().position(Option::is_none).unwrap_or(list.keys.len());
        assert!(list.keys[first_unknown..].iter().all(Option::is_none), "{:?}, {}", list.keys, list.what);
        assert!(list.places[first_unknown..].windows(2).all(|two| two[0] < two[1]), "{}", list.what);
        unknown_seen.set(unknown_seen.get() + list.keys.len() - first_unknown);
    });
    assert!(unknown_seen.get() > 100, "the law was hardly tried");
}

#[test]
fn where_all_keys_differ_one_direction_is_the_other_turned_round() {
    for_sorts(|_, list, again| {
        if list.sort.direction == Direction::Descending {
            return;
        }
        let differs = |key: &Option<Key>| key.is_some() && list.keys.iter().filter(|other| *other == key).count() == 1;
        let alone: BTreeSet<usize> =
            list.keys.iter().zip(&list.places).filter(|(key, _)| differs(key)).map(|(_, at)| *at).collect();
        let only_alone = |places: &[usize]| places.iter().copied().filter(|at| alone.contains(at)).collect::<Vec<_>>();
        let mut turned = only_alone(&again(Sort { direction: Direction::Descending, ..list.sort }));
        turned.reverse();
        assert_eq!(only_alone(&list.places), turned, "{}", list.what);
    });
}

#[test]
fn the_plain_order_is_the_order_of_the_file() {
    for_sorts(|catalogue, list, _| {
        let is_plain = list.sort == Sort::default() && list.found.len() == catalogue.count(list.of);
        if is_plain && list.keys.iter().all(|key| matches!(key, Some(Key::Rank(None, _)))) {
            assert_eq!(list.places, (0..list.found.len()).collect::<Vec<_>>(), "{}", list.what);
        }
    });
}
