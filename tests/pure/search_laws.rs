//! What people type, and whether they find what they mean.

use crate::support::{reader, shipped};
use twin_parks::address::ViewQuery;
use twin_parks::domain::catalogue::Of;
use twin_parks::domain::names::Lang;
use twin_parks::present::explore::{ResultsView, explore_view};

/// How many answers a person looks at before thinking that there is none.
const LOOKED_AT: usize = 3;
/// Fewer queries than this would leave languages or sorts of things untried.
const ENOUGH: usize = 150;

/// The queries with what each means, such as `park/kuantan`.
fn queries() -> Vec<(&'static str, &'static str)> {
    let lines = include_str!("../fixtures/queries.txt").lines().filter(|line| !line.starts_with('#'));
    let split = lines.map(|line| line.split_once(": ").expect("a thing and its queries"));
    split.flat_map(|(thing, queries)| queries.split(" | ").map(move |query| (query, thing))).collect()
}

/// The answers to a free text as a page lists them, as things: those of the list, or the pages beside it.
fn answers(text: &str, thing: &str) -> Vec<String> {
    let of = if thing.starts_with("park/") { Of::Parks } else { Of::Pairs };
    let mut query = ViewQuery { of, ..ViewQuery::default() };
    query.filters.text = text.to_owned();
    let page = explore_view(shipped(), &query, LOOKED_AT, &reader(Lang::En));
    let listed = match page.results {
        ResultsView::Cards(cards) => cards.into_iter().map(|card| card.id).collect(),
        ResultsView::Table { .. } => Vec::new(),
    };
    let beside = page.elsewhere.iter().take(LOOKED_AT).map(|link| link.href.split('?').next().unwrap_or_default());
    match thing.split('/').next() {
        Some("pair") => listed.into_iter().map(|id: String| format!("pair/{id}")).collect(),
        Some("park") => listed.into_iter().map(|id| format!("park/{id}")).collect(),
        Some("sector") => beside.map(|link| link.replacen("sectors/", "sector/", 1)).collect(),
        _ => beside.map(str::to_owned).collect(),
    }
}

#[test]
fn what_people_type_finds_what_they_mean_among_the_first_three() {
    let queries = queries();
    assert!(queries.len() >= ENOUGH, "only {} queries are tried", queries.len());
    let lost: Vec<String> = queries
        .into_iter()
        .map(|(text, thing)| (text, thing, answers(text, thing)))
        .filter(|(_, thing, answers)| !answers.iter().any(|answer| answer == thing))
        .map(|(text, thing, answers)| format!("“{text}” means {thing} and finds {answers:?}"))
        .collect();
    assert!(lost.is_empty(), "{lost:#?}");
}

#[test]
fn every_name_with_chinese_characters_is_found_by_its_sound() {
    for park in shipped().parks().iter().filter(|park| park.short.pinyin().is_some()) {
        let pinyin = park.short.pinyin().unwrap_or_default();
        for typed in [pinyin.to_owned(), pinyin.replace(' ', ""), pinyin.to_uppercase()] {
            let mut query = ViewQuery { of: Of::Parks, ..ViewQuery::default() };
            query.filters.text = typed.clone();
            let found = explore_view(shipped(), &query, LOOKED_AT, &reader(Lang::En)).results;
            let ResultsView::Cards(cards) = found else { panic!("cards are the default") };
            assert!(cards.iter().any(|card| card.id == park.id.to_string()), "{typed} does not find {}", park.id);
        }
    }
}
