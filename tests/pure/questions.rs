//! What an investor must be able to find out by clicking, asked the way the pages ask: an address goes in, a view
//! comes out. The answers are those of the dossier.

use crate::support::{cell, reader, shipped, view};
use std::collections::BTreeSet;
use twin_parks::address::ViewQuery;
use twin_parks::domain::names::Lang;
use twin_parks::present::claims::{ClaimView, ClaimsView, claims_view};
use twin_parks::present::compare::compare_view;
use twin_parks::present::explore::{CardView, ExploreView, ResultsView, explore_view};
use twin_parks::present::table::{CellState, CellView};

fn explore(query: &ViewQuery) -> ExploreView {
    explore_view(shipped(), query, usize::MAX, &reader(Lang::En))
}

fn cards(view: ExploreView) -> Vec<CardView> {
    match view.results {
        ResultsView::Cards(cards) => cards,
        ResultsView::Table { .. } => panic!("cards are the plain view"),
    }
}

fn opened(of: &str, attribute: &str) -> ClaimsView {
    claims_view(shipped(), &cell(of, attribute), &reader(Lang::En)).unwrap_or_else(|| panic!("{of} has no claims on {attribute}"))
}

/// A claim by what it says, and who says so.
fn said<'a>(claims: &'a ClaimsView, value: &str, kind: &str) -> &'a ClaimView {
    let says = |claim: &&ClaimView| {
        let figure = &claim.figure;
        format!("{} {}", figure.value, figure.unit).trim() == value && figure.kind.as_deref() == Some(kind)
    };
    claims.claims.iter().find(says).unwrap_or_else(|| panic!("nobody says {value} {kind}: {claims:#?}"))
}

/// The compare table's cell of a subject and attribute, as the page shows it.
fn compared(search: &str, of: &str, attribute: &str) -> CellView {
    let page = compare_view(shipped(), &view(search), &reader(Lang::En));
    let rows = page.table.into_iter().flat_map(|table| table.groups).flat_map(|group| group.rows);
    let mut cells = rows.flat_map(|row| row.cells);
    cells.find(|shown| shown.key == cell(of, attribute)).unwrap_or_else(|| panic!("no cell for {attribute} of {of}"))
}

#[test]
fn which_pair_has_the_largest_planned_area() {
    // The reader picks the order in the list that the page offers.
    let plain = explore(&view(""));
    let by_area = plain.sorts.iter().find(|choice| choice.label.contains("largest")).expect("the order is offered");
    assert!(by_area.href.ends_with("sort=-area"), "{}", by_area.href);
    let found = cards(explore(&view("sort=-area")));
    assert_eq!(found[0].id, "china-philippines");
    let leg = &found[0].legs[0];
    assert_eq!(leg.link.as_ref().map(|link| link.label.as_str()), Some("Zhangzhou"));
    let (label, figure) = &leg.figures[0];
    let figure = figure.as_ref().expect("its area is published");
    assert_eq!((label.as_str(), figure.value.as_str(), figure.unit.as_str()), ("Area", "266.73", "km²"));
    assert_eq!(figure.kind.as_deref(), Some("planned"));
    // Who says so is one click away.
    assert!(opened("park/zhangzhou", "planned-area").claims[0].source.is_some());
}

#[test]
fn which_pairs_do_new_energy_vehicles() {
    let plain = explore(&view(""));
    let sectors = plain.facets.iter().find(|facet| facet.key == "sector").expect("a list of sectors");
    let vehicles = sectors.values.iter().find(|value| value.name == "New energy vehicles").expect("the sector is offered");
    let search = vehicles.href.split_once('?').expect("it narrows").1;
    assert_eq!(search, "sector=new-energy-vehicles");
    let found = cards(explore(&view(search)));
    assert_eq!(found.len(), vehicles.count, "the count beside the box is what the box gives");
    let ids: BTreeSet<&str> = found.iter().map(|card| card.id.as_str()).collect();
    // By the records: pairs with a leg whose sectors name it.
    let does =
        |id: &_| shipped().parks().get(id).is_some_and(|park| park.sectors.iter().any(|id| id.as_str() == "new-energy-vehicles"));
    let scanned =
        shipped().pairs().iter().filter(|pair| pair.home.iter().chain(&pair.partner).any(does)).map(|pair| pair.id.as_str());
    assert_eq!(ids, scanned.collect());
    assert!(ids.contains("china-malaysia"), "{ids:?}");
}

#[test]
fn how_approved_committed_and_realised_investment_at_kuantan_differ_and_moved() {
    let shown = opened("park/kuantan", "investment");
    assert_eq!(shown.title, "Investment: Kuantan");
    let story = [
        ("20.77 bn MYR", "realised", "Apr 2025"),
        ("25.68 bn MYR", "approved", "Apr 2025"),
        ("14.6 bn MYR", "realised", "Nov 2023"),
        ("31 bn MYR", "committed", "Nov 2023"),
    ];
    let places = story.map(|(value, kind, as_of)| {
        let claim = said(&shown, value, kind);
        assert_eq!(claim.figure.as_of, as_of, "{value}");
        assert_eq!(claim.figure.scope.as_deref(), Some("the whole"), "{value}");
        let source = claim.source.as_ref().unwrap_or_else(|| panic!("{value} has no source"));
        assert!(!source.publisher.is_empty() && !source.title.is_empty() && !source.date.is_empty(), "{value}: {source:?}");
        shown.claims.iter().position(|other| other.id == claim.id).expect("it was found there")
    });
    assert!(places.is_sorted(), "newest first: {places:?}");
    assert!(shown.claims[0].is_chosen && shown.claims[0].figure.value == "20.77 bn");
    assert!(shown.intro.iter().any(|line| line.contains("committed") && line.contains("realised")), "{:?}", shown.intro);
}

#[test]
fn the_kinds_of_investment_stand_side_by_side_in_the_comparison_and_are_not_ranked_together() {
    let shown = compared("ids=china-malaysia,china-vietnam&best=1", "park/kuantan", "investment");
    let kinds: Vec<(&str, Option<&str>)> =
        shown.figures.iter().map(|figure| (figure.value.as_str(), figure.kind.as_deref())).collect();
    assert_eq!(kinds[..2], [("20.77 bn", Some("realised")), ("25.68 bn", Some("approved"))]);
    assert!(!shown.is_best, "no pair is best at a figure that another states in another currency or kind");
    assert_eq!(shown.claims, opened("park/kuantan", "investment").claims.len());
}

#[test]
fn why_two_project_counts_at_qinzhou_disagree_and_who_says_which() {
    // The cell says that there is a quarrel before anything is opened.
    let shown = compared("ids=china-malaysia,china-vietnam", "park/qinzhou", "projects");
    let CellState::Disputed { range, claims } = &shown.state else { panic!("no dispute is shown: {:?}", shown.state) };
    assert!(*claims >= 2 && range.as_deref().is_some_and(|range| range.contains("345")), "{:?}", shown.state);
    let opened = opened("park/qinzhou", "projects");
    let (daily, science) = (said(&opened, "345", "signed"), said(&opened, "249", "signed"));
    let publisher = |claim: &ClaimView| claim.source.as_ref().map(|source| source.publisher.clone()).unwrap_or_default();
    assert!(publisher(daily).contains("People's Daily"), "{}", publisher(daily));
    assert!(publisher(science).contains("科技日报"), "{}", publisher(science));
    assert_eq!((daily.figure.scope.as_deref(), science.figure.scope.as_deref()), (Some("phase 1"), Some("the whole")));
    let intro = &opened.intro[0];
    for word in ["345", "249", "People's Daily", "Science and Technology Daily", "counting rule"] {
        assert!(intro.contains(word), "“{word}” is not explained: {intro}");
    }
}

#[test]
fn the_answers_are_there_in_chinese_too() {
    let reader = reader(Lang::ZhHans);
    let shown = claims_view(shipped(), &cell("park/kuantan", "investment"), &reader).expect("claims");
    assert_eq!(shown.claims[0].figure.value, "207.7亿");
    assert_eq!(shown.claims[0].figure.as_of, "2025年4月");
    let why = claims_view(shipped(), &cell("park/qinzhou", "projects"), &reader).expect("claims").intro;
    assert!(why[0].contains("345") && why[0].contains("249") && why[0].contains("人民日报"), "{why:?}");
}
