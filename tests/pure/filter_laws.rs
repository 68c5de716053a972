//! Laws of filtering, held against a scan of the records themselves, which knows nothing of the index.

use crate::support::{BOTH, Dice, catalogues, reader, view};
use std::collections::{BTreeMap, BTreeSet};
use twin_parks::address::ViewQuery;
use twin_parks::domain::catalogue::{Catalogue, Of};
use twin_parks::domain::facet::{Bits, Facet};
use twin_parks::domain::filter::{Filters, Part, Results};
use twin_parks::domain::fold::fold;
use twin_parks::domain::names::{Lang, Names};
use twin_parks::domain::record::{Access, Model, Park, Status, name_of};
use twin_parks::domain::relax::relaxations;
use twin_parks::present::explore::explore_view;

/// How many random filters each law is tried on, per catalogue and list.
const TRIES: u64 = 120;

/// What a scan reads off one record.
#[derive(Default)]
struct Facts {
    values: BTreeMap<Facet, BTreeSet<String>>,
    texts: Vec<String>,
    /// How its own names sound, syllable by syllable.
    sounds: Vec<Vec<String>>,
}

impl Facts {
    fn add(&mut self, facet: Facet, value: &str) {
        self.values.entry(facet).or_default().insert(value.to_owned());
    }

    fn add_text(&mut self, names: &Names) {
        for form in names.all().map(fold) {
            // Nobody types the dashes and brackets of Chinese names.
            let plain: String = form.chars().filter(|letter| letter.is_alphanumeric()).collect();
            self.texts.extend((!form.is_ascii()).then_some(plain));
            self.texts.push(form);
        }
    }

    /// What a park does and how goods reach it; every sector counts for its ancestors too.
    fn add_park(&mut self, park: &Park, catalogue: &Catalogue) {
        for way in &park.access {
            self.add(Facet::Access, name_of(&Access::ALL, *way));
        }
        for id in &park.sectors {
            let mut at = catalogue.sectors().get(id);
            self.add_around(&at.expect("a sector of the catalogue").names);
            while let Some(sector) = at {
                self.add(Facet::Sector, sector.id.as_str());
                at = sector.parent.as_ref().and_then(|parent| catalogue.sectors().get(parent));
            }
        }
        self.add_name(&park.names);
        self.add_name(&park.short);
        self.add_around(&park.region);
        self.texts.extend(park.acronyms.iter().map(|acronym| fold(acronym)));
        self.texts.push(park.id.as_str().replace('-', " "));
    }

    /// Notes a name that can be typed by its sound.
    fn add_name(&mut self, names: &Names) {
        self.add_text(names);
        self.sounds.extend(names.pinyin().map(|pinyin| pinyin.split(' ').map(str::to_owned).collect()));
    }

    /// Notes a name of something around it, whose sound counts as a word.
    fn add_around(&mut self, names: &Names) {
        self.add_text(names);
        self.texts.extend(names.pinyin().map(|pinyin| pinyin.replace(' ', "")));
    }

    fn fits_text(&self, text: &str) -> bool {
        fold(text)
            .split(' ')
            .filter(|word| !word.is_empty())
            .all(|word| self.texts.iter().any(|text| text.contains(word)) || self.sounds_like(word))
    }

    fn sounds_like(&self, word: &str) -> bool {
        self.sounds.iter().any(|syllables| {
            let initials: String = syllables.iter().filter_map(|syllable| syllable.chars().next()).collect();
            let from_somewhere = (0..syllables.len()).any(|from| syllables[from..].concat().starts_with(word));
            from_somewhere || (word.len() > 1 && initials.starts_with(word))
        })
    }

    fn fits(&self, filters: &Filters) -> bool {
        let fits_facet = |facet| {
            let mut chosen = filters.chosen(facet).peekable();
            let none = BTreeSet::new();
            let own = self.values.get(&facet).unwrap_or(&none);
            chosen.peek().is_none() || chosen.any(|value| own.contains(value.as_str()))
        };
        self.fits_text(&filters.text) && Facet::ALL.into_iter().all(|(_, facet)| fits_facet(facet))
    }
}

/// What the records say of themselves, one by one.
fn scan(catalogue: &Catalogue, of: Of) -> Vec<Facts> {
    match of {
        Of::Parks => catalogue
            .parks()
            .iter()
            .map(|park| {
                let mut facts = Facts::default();
                facts.add(Facet::Country, park.country.code());
                facts.add(Facet::Status, name_of(&Status::ALL, park.status));
                facts.add_park(park, catalogue);
                for pair in
                    catalogue.pairs().iter().filter(|pair| pair.home.contains(&park.id) || pair.partner.contains(&park.id))
                {
                    facts.add(Facet::Model, name_of(&Model::ALL, pair.model));
                }
                facts
            })
            .collect(),
        Of::Pairs => catalogue
            .pairs()
            .iter()
            .map(|pair| {
                let mut facts = Facts::default();
                facts.add(Facet::Country, pair.partner_country.code());
                facts.add(Facet::Status, name_of(&Status::ALL, pair.status));
                facts.add(Facet::Model, name_of(&Model::ALL, pair.model));
                facts.add_name(&pair.names);
                facts.texts.extend(pair.acronyms.iter().map(|acronym| fold(acronym)));
                facts.texts.push(pair.id.as_str().replace('-', " "));
                for leg in pair.home.iter().chain(&pair.partner) {
                    facts.add_park(catalogue.parks().get(leg).expect("a leg of the catalogue"), catalogue);
                }
                facts
            })
            .collect(),
    }
}

/// A few values that occur, now and then one that does not, and now and then words.
fn thrown(dice: &mut Dice, facts: &[Facts]) -> Filters {
    let mut filters = Filters::default();
    for (_, facet) in Facet::ALL {
        if !dice.once_in(3) {
            continue;
        }
        for _ in 0..=dice.roll(3) {
            let of_one = dice.pick(facts).values.get(&facet).cloned().unwrap_or_default();
            let value = if dice.once_in(12) { None } else { of_one.into_iter().next_back() };
            let stranger = if facet == Facet::Country { "ZZ" } else { "no-such-thing" };
            if let Some(value) = facet.value(value.as_deref().unwrap_or(stranger)) {
                filters.choose(facet, value);
            }
        }
    }
    if dice.once_in(3) {
        let texts = &dice.pick(facts).texts;
        let words: Vec<&str> = texts.iter().flat_map(|text| text.split(' ')).filter(|word| !word.is_empty()).collect();
        filters.text = (0..=dice.roll(2)).map(|_| *dice.pick(&words)).collect::<Vec<_>>().join(" ");
    }
    filters
}

/// Tries a law on random filters over both lists of both catalogues.
fn for_filters(law: impl Fn(&Catalogue, Of, &[Facts], &Filters, &mut Dice, &str)) {
    for (name, catalogue) in catalogues() {
        for of in BOTH {
            let facts = scan(catalogue, of);
            for seed in 0..TRIES {
                let mut dice = Dice::new(seed);
                let filters = thrown(&mut dice, &facts);
                law(catalogue, of, &facts, &filters, &mut dice, &format!("{name} {of:?}, seed {seed}: {filters:?}"));
            }
        }
    }
}

fn found(catalogue: &Catalogue, of: Of, filters: &Filters) -> BTreeSet<usize> {
    Results::of(catalogue, of, filters).found.iter().collect()
}

fn is_narrowed_by(filters: &Filters, facet: Facet) -> bool {
    filters.chosen(facet).next().is_some()
}

#[test]
fn what_is_found_is_what_a_scan_of_the_records_finds() {
    for_filters(|catalogue, of, facts, filters, _, what| {
        let scanned: BTreeSet<usize> = (0..facts.len()).filter(|at| facts[*at].fits(filters)).collect();
        assert_eq!(found(catalogue, of, filters), scanned, "{what}");
    });
}

#[test]
fn every_count_is_what_a_scan_of_the_records_counts() {
    for_filters(|catalogue, of, facts, filters, _, what| {
        let results = Results::of(catalogue, of, filters);
        for (_, facet) in Facet::ALL {
            // A facet's own choice does not reduce its own counts.
            let others = filters.without(&[Part::Facet(facet)]);
            let fits: Vec<&Facts> = facts.iter().filter(|facts| facts.fits(&others)).collect();
            for (value, having) in catalogue.facets(of).values(facet) {
                let has = |facts: &&&Facts| facts.values.get(&facet).is_some_and(|values| values.contains(value.as_str()));
                assert_eq!(results.count(facet, having), fits.iter().filter(has).count(), "{facet:?} {value:?}, {what}");
            }
        }
    });
}

#[test]
fn the_index_holds_every_value_of_every_record_and_no_other() {
    for (name, catalogue) in catalogues() {
        for of in BOTH {
            let facts = scan(catalogue, of);
            for (_, facet) in Facet::ALL {
                let scanned: BTreeSet<&String> = facts.iter().filter_map(|facts| facts.values.get(&facet)).flatten().collect();
                let indexed: BTreeSet<String> =
                    catalogue.facets(of).values(facet).iter().map(|(value, _)| value.as_str().to_owned()).collect();
                assert_eq!(indexed.iter().collect::<BTreeSet<_>>(), scanned, "{name} {of:?} {facet:?}");
                assert!(
                    catalogue.facets(of).values(facet).iter().all(|(_, having)| having.count() > 0),
                    "{name} {of:?} {facet:?}"
                );
            }
        }
    }
}

#[test]
fn another_value_of_a_facet_loses_nothing_and_another_facet_gains_nothing() {
    for_filters(|catalogue, of, _, filters, dice, what| {
        let before = found(catalogue, of, filters);
        for (_, facet) in Facet::ALL {
            let values: Vec<_> = catalogue.facets(of).values(facet).iter().map(|(value, _)| value.clone()).collect();
            if values.is_empty() {
                continue;
            }
            let mut more = filters.clone();
            let value = dice.pick(&values).clone();
            more.choose(facet, value.clone());
            let after = found(catalogue, of, &more);
            if is_narrowed_by(filters, facet) {
                assert!(after.is_superset(&before), "with {value:?}, {what}");
            } else {
                assert!(after.is_subset(&before), "with {value:?}, {what}");
            }
        }
    });
}

#[test]
fn another_word_gains_nothing_and_blank_text_changes_nothing() {
    for_filters(|catalogue, of, facts, filters, dice, what| {
        let before = found(catalogue, of, filters);
        let record = dice.pick(facts);
        let word = dice.pick(&record.texts).clone();
        let mut longer = filters.clone();
        longer.text = format!("{} {word}", filters.text);
        assert!(found(catalogue, of, &longer).is_subset(&before), "with {word}, {what}");
        let mut padded = filters.clone();
        padded.text = format!("  {}\u{3000}", filters.text);
        assert_eq!(found(catalogue, of, &padded), before, "{what}");
    });
}

#[test]
fn the_ways_out_are_all_the_smallest_ones_and_their_counts_are_true() {
    let tried = std::cell::Cell::new(0);
    for_filters(|catalogue, of, facts, filters, _, what| {
        let ways = relaxations(catalogue, of, filters);
        let count = |dropped: &[Part]| facts.iter().filter(|facts| facts.fits(&filters.without(dropped))).count();
        if count(&[]) > 0 {
            assert!(ways.is_empty(), "something is found already: {what}");
            return;
        }
        tried.set(tried.get() + 1);
        let facets = Facet::ALL.into_iter().map(|(_, facet)| facet).filter(|facet| is_narrowed_by(filters, *facet));
        let text = (!fold(&filters.text).is_empty()).then_some(Part::Text);
        let parts: Vec<Part> = text.into_iter().chain(facets.map(Part::Facet)).collect();
        // Every set of parts by itself, the smallest sizes first.
        let sets = |size: u32| {
            let parts = &parts;
            let of_size = (0..1_usize << parts.len()).filter(move |set| set.count_ones() == size);
            of_size
                .map(move |set| -> Vec<Part> { (0..parts.len()).filter(|at| set >> at & 1 == 1).map(|at| parts[at]).collect() })
        };
        let smallest = (1..=u32::try_from(parts.len()).expect("few parts"))
            .map(|size| sets(size).map(|set| (count(&set), set)).filter(|(count, _)| *count > 0).collect::<BTreeSet<_>>())
            .find(|ways| !ways.is_empty());
        let offered: BTreeSet<(usize, Vec<Part>)> = ways.iter().map(|way| (way.count, way.parts.clone())).collect();
        assert_eq!(offered, smallest.expect("without any filter everything is found"), "{what}");
        assert!(ways.windows(2).all(|two| two[0].count >= two[1].count), "most results first: {what}");
    });
    assert!(tried.get() > 50, "too few random filters found nothing: {}", tried.get());
}

#[test]
fn a_link_beside_a_count_leads_to_as_many_results() {
    let query_of = |href: &str| -> ViewQuery { view(href.split_once('?').map_or("", |(_, search)| search)) };
    for_filters(|catalogue, of, _, filters, _, what| {
        let query = ViewQuery { of, filters: filters.clone(), ..ViewQuery::default() };
        let shown = explore_view(catalogue, &query, 0, &reader(Lang::En));
        for (facet, shown) in Facet::ALL.into_iter().flat_map(|(key, facet)| {
            shown
                .facets
                .iter()
                .filter(move |shown| shown.key == key)
                .flat_map(move |shown| shown.values.iter().map(move |value| (facet, value)))
        }) {
            let next = query_of(&shown.href);
            let value = facet.value(&shown.key).expect("an offered value is well formed");
            assert_ne!(next.filters.has(facet, &value), shown.is_chosen, "{what}");
            if !is_narrowed_by(filters, facet) {
                assert_eq!(Results::of(catalogue, of, &next.filters).found.count(), shown.count, "{}, {what}", shown.key);
            }
        }
        for way in &shown.relaxations {
            let found = Results::of(catalogue, of, &query_of(&way.href).filters).found;
            assert_ne!(found, Bits::none(catalogue.count(of)), "{}, {what}", way.label);
        }
    });
}
