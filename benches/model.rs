//! How fast the model answers when the catalogue is large: 10,000 parks, grown from the real ones by a seed.
//!
//! A visitor who changes a filter waits for one thing: the results, every count beside every facet value, and the
//! first page ready to draw. The model does that here beside a naive scan, which applies the filters to every record
//! anew for each count and draws nothing; so the ratio understates the model. Both answers are compared first, since a
//! fast wrong answer is worth nothing.
//!
//! `cargo bench --no-default-features --bench model`

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a benchmark that lacks what it needs has failed"
)]

#[path = "../tests/pure/seeded.rs"]
mod seeded;

use criterion::Criterion;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};
use twin_parks::address::ViewQuery;
use twin_parks::domain::catalogue::{Catalogue, Of};
use twin_parks::domain::date::PartialDate;
use twin_parks::domain::facet::{Facet, FacetValue};
use twin_parks::domain::filter::Filters;
use twin_parks::domain::fold::fold;
use twin_parks::domain::names::Names;
use twin_parks::domain::record::{Access, Model, Park, Status, name_of};
use twin_parks::language::{UNTRANSLATED, english};
use twin_parks::present::explore::{ExploreView, PAGE, explore_view};
use twin_parks::present::reader::Reader;

const PARKS: usize = 10_000;
const SEED: u64 = 2026;
fn reader() -> Reader {
    Reader::of(&ViewQuery::default(), english(), &UNTRANSLATED, PartialDate::Day(2026, 11, 22))
}

/// Questions that narrow little, much, and by free text.
const QUESTIONS: [&str; 4] = [
    "of=parks",
    "of=parks&country=CN,VN&status=operating",
    "of=parks&sector=electronics,metals&access=seaport",
    "of=parks&q=industrial&country=MY&sort=-area",
];

/// How many results there are, and how many each value of each facet would give.
type Answer = (usize, BTreeMap<(Facet, String), usize>);

/// A value of a facet, as the scan compares it with the record.
fn has(catalogue: &Catalogue, models: &BTreeMap<&str, Vec<Model>>, park: &Park, facet: Facet, value: &str) -> bool {
    match facet {
        Facet::Country => park.country.code() == value,
        Facet::Status => name_of(&Status::ALL, park.status) == value,
        Facet::Access => park.access.iter().any(|way| name_of(&Access::ALL, *way) == value),
        Facet::Model => {
            models.get(park.id.as_str()).is_some_and(|models| models.iter().any(|model| name_of(&Model::ALL, *model) == value))
        }
        Facet::Sector => park.sectors.iter().any(|id| {
            let climb = std::iter::successors(Some(id), |id| catalogue.sectors().get(id)?.parent.as_ref());
            climb.take(8).any(|id| id.as_str() == value)
        }),
    }
}

fn has_words(catalogue: &Catalogue, park: &Park, words: &[&str]) -> bool {
    if words.is_empty() {
        return true;
    }
    let sectors = park.sectors.iter().filter_map(|id| catalogue.sectors().get(id)).map(|sector| &sector.names);
    let names = [&park.names, &park.short, &park.region].into_iter().chain(sectors).flat_map(Names::all).map(fold);
    let id = park.id.as_str().replace('-', " ");
    let texts: Vec<String> = names.chain(park.acronyms.iter().map(|acronym| fold(acronym))).chain([id]).collect();
    words.iter().all(|word| texts.iter().any(|text| text.contains(word)))
}

/// The same question answered record by record: a scan for the results, and one more for every count. The free text
/// is searched once for all of them, so that the ratio is not about that.
fn scan(catalogue: &Catalogue, filters: &Filters, values: &[(Facet, FacetValue)]) -> Answer {
    let mut models: BTreeMap<&str, Vec<Model>> = BTreeMap::new();
    for pair in catalogue.pairs().iter() {
        for (_, leg) in pair.legs() {
            models.entry(leg.as_str()).or_default().push(pair.model);
        }
    }
    let typed = fold(&filters.text);
    let words: Vec<&str> = typed.split(' ').filter(|word| !word.is_empty()).collect();
    let parks: Vec<&Park> = catalogue.parks().iter().filter(|park| has_words(catalogue, park, &words)).collect();
    let fits = |park: &Park, but: Option<Facet>| {
        Facet::ALL.into_iter().map(|(_, facet)| facet).filter(|facet| Some(*facet) != but).all(|facet| {
            let mut chosen = filters.chosen(facet).peekable();
            chosen.peek().is_none() || chosen.any(|value| has(catalogue, &models, park, facet, value.as_str()))
        })
    };
    let counts = values.iter().map(|(facet, value)| {
        let counted =
            parks.iter().filter(|park| has(catalogue, &models, park, *facet, value.as_str()) && fits(park, Some(*facet)));
        ((*facet, value.as_str().to_owned()), counted.count())
    });
    (parks.iter().filter(|park| fits(park, None)).count(), counts.collect())
}

/// What the model's first page says, in the scan's terms.
fn answer(view: &ExploreView, shown: usize) -> Answer {
    let facets = Facet::ALL.into_iter().flat_map(|(key, facet)| {
        let shown = view.facets.iter().filter(move |shown| shown.key == key);
        shown.flat_map(move |shown| shown.values.iter().map(move |value| ((facet, value.key.clone()), value.count)))
    });
    (shown + view.hidden, facets.collect())
}

fn page(catalogue: &Catalogue, query: &ViewQuery) -> ExploreView {
    explore_view(catalogue, query, PAGE, &reader())
}

/// Times a routine with the given harness and keeps the time of each run.
fn time(criterion: &mut Criterion, name: &str, runs: &RefCell<Vec<Duration>>, mut routine: impl FnMut()) {
    criterion.bench_function(name, |bench| {
        bench.iter_custom(|times| {
            let start = Instant::now();
            (0..times).for_each(|_| routine());
            let spent = start.elapsed();
            runs.borrow_mut().push(spent.div_f64(times as f64));
            spent
        });
    });
}

fn median(runs: &RefCell<Vec<Duration>>) -> Duration {
    let mut runs = runs.borrow().clone();
    runs.sort_unstable();
    runs.get(runs.len() / 2).copied().unwrap_or_default()
}

#[expect(clippy::print_stdout, reason = "the ratio is what this program is for")]
fn main() {
    let catalogue = seeded::blown_up(PARKS, SEED);
    let values: Vec<(Facet, FacetValue)> = Facet::ALL
        .into_iter()
        .flat_map(|(_, facet)| catalogue.facets(Of::Parks).values(facet).iter().map(move |(value, _)| (facet, value.clone())))
        .collect();
    let queries = QUESTIONS.map(|search| ViewQuery::parse(search).0);
    for query in &queries {
        let view = page(&catalogue, query);
        let found = scan(&catalogue, &query.filters, &values);
        assert_eq!(answer(&view, found.0.min(PAGE)), found, "the two do not answer alike: {}", query.print());
    }
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    let (model, naive) = (RefCell::default(), RefCell::default());
    time(&mut criterion, "model: results, counts and first page of four questions", &model, || {
        queries.iter().for_each(|query| drop(black_box(page(&catalogue, query))));
    });
    time(&mut criterion, "naive: results and counts of the same four", &naive, || {
        queries.iter().for_each(|query| drop(black_box(scan(&catalogue, &query.filters, &values))));
    });
    criterion.final_summary();
    let (model, naive) = (median(&model), median(&naive));
    println!("model {model:?}, naive {naive:?} for {} questions over {PARKS} parks", queries.len());
    println!("model vs naive: {:.1} x", naive.as_secs_f64() / model.as_secs_f64());
}
