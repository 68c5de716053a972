//! What a reader sees of the real data, as text that a person can read through. When it changes, the diff is the
//! review: `UPDATE=1 cargo test --no-default-features --features schema --test pure`.

use crate::support::{assert_written, fixture, reader, shipped, view};
use std::fmt::Write;
use twin_parks::domain::names::Lang;
use twin_parks::domain::record::Side;
use twin_parks::present::compare::{TableView, compare_view};
use twin_parks::present::data::data_view;
use twin_parks::present::explore::{CardView, ResultsView, explore_view};
use twin_parks::present::figure::FigureView;
use twin_parks::present::table::{CellState, CellView};

fn side(side: Option<Side>) -> &'static str {
    match side {
        Some(Side::Home) => "home",
        Some(Side::Partner) => "partner",
        None => "both",
    }
}

fn figure(figure: &FigureView) -> String {
    let mut parts = vec![format!("{} {}", figure.value, figure.unit).trim_end().to_owned()];
    parts.extend([figure.as_of.clone()].into_iter().filter(|as_of| !as_of.is_empty()));
    parts.extend(figure.kind.iter().chain(&figure.scope).cloned());
    parts.extend(figure.is_unverified.then(|| "unverified".to_owned()));
    parts.join(", ")
}

/// A cell in one line: whose, its state, what it shows, and what is said about it.
fn cell(cell: &CellView) -> String {
    let mut line = format!("{} [{}]", cell.key.subject, cell.state.name());
    if !cell.figures.is_empty() {
        let figures: Vec<String> = cell.figures.iter().map(figure).collect();
        let more = if cell.more > 0 { format!(" +{}", cell.more) } else { String::new() };
        line = format!("{line} {}{more} ({})", figures.join("; "), cell.claims);
    }
    let note = match &cell.state {
        CellState::Disputed { range, claims } => Some(format!("{claims} quarrel over {}", range.as_deref().unwrap_or("it"))),
        CellState::Unpublished { searched } => searched.clone(),
        CellState::NotComparable { why } => Some(why.clone()),
        CellState::Stale { has_lapsed } => has_lapsed.then(|| "may have lapsed".to_owned()),
        CellState::Stated => None,
    };
    let bar = cell.bar.map(|bar| format!("bar {bar}"));
    let best = cell.is_best.then(|| "best".to_owned());
    let said: Vec<String> =
        note.into_iter().chain(cell.inherited_from.iter().map(|from| format!("from {from}"))).chain(bar).chain(best).collect();
    if said.is_empty() { line } else { format!("{line} | {}", said.join(" | ")) }
}

fn table(table: &TableView) -> String {
    let mut text = format!("{}\n", table.caption);
    for head in &table.heads {
        let _ = writeln!(text, "{} · {} · {} columns", head.link.label, head.detail, head.span);
        for leg in &head.legs {
            let name = leg.link.as_ref().map_or("–", |link| &link.label);
            let _ = writeln!(text, "  {} {name}, {}", side(Some(leg.side)), leg.place);
        }
    }
    for group in &table.groups {
        let _ = writeln!(text, "\n== {}", group.name);
        for row in &group.rows {
            let _ = writeln!(text, "{}{}", row.name, if row.of_pairs { " (pair)" } else { "" });
            row.cells.iter().for_each(|it| text.extend(["  ", &cell(it), "\n"]));
        }
    }
    text
}

fn card(card: &CardView) -> String {
    let mut text = format!("\n{} · {}{}\n", card.link.label, card.detail, if card.is_single { " · single" } else { "" });
    for leg in &card.legs {
        let name = leg.link.as_ref().map_or("–", |link| &link.label);
        let _ = writeln!(text, "  {} {name}, {}", side(Some(leg.side)), leg.place);
        for (label, shown) in &leg.figures {
            let _ = writeln!(text, "    {label}: {}", shown.as_ref().map_or("–".to_owned(), figure));
        }
    }
    let sectors: Vec<String> = card.sectors.iter().map(|chip| format!("{} ({})", chip.link.label, side(chip.side))).collect();
    let more = if card.more_sectors > 0 { format!(" +{}", card.more_sectors) } else { String::new() };
    let _ = writeln!(text, "  {}{more}", sectors.join(", "));
    text
}

fn assert_golden(name: &str, lang: Lang, text: &str) {
    assert_written(&fixture(&format!("golden/{name}.{}.txt", lang.tag())), text);
}

fn compared(lang: Lang) -> String {
    let query = view("ids=china-malaysia,china-vietnam&best=1");
    let page = compare_view(shipped(), &query, &reader(lang));
    assert_eq!(page.notices, Vec::<String>::new());
    format!("{}\n{}\n\n{}", page.title, page.summary, table(&page.table.expect("two are chosen")))
}

fn cards(lang: Lang) -> String {
    let page = explore_view(shipped(), &view(""), usize::MAX, &reader(lang));
    let ResultsView::Cards(cards) = &page.results else { panic!("cards are the plain view") };
    let mut text = format!("{}\n", page.count);
    for facet in &page.facets {
        let values: Vec<String> = facet.values.iter().map(|value| format!("{} {}", value.name, value.count)).collect();
        let _ = writeln!(text, "{}: {}", facet.name, values.join(", "));
    }
    text.extend(cards.iter().map(card));
    text
}

fn disputes(lang: Lang) -> String {
    let page = data_view(shipped(), &view(""), &reader(lang));
    let mut text = format!("{}\n", page.summary);
    for dispute in &page.disputes {
        let state = if dispute.is_open { "open" } else { "explained" };
        let range = dispute.range.as_deref().map(|range| format!(" · {range}")).unwrap_or_default();
        let why = if dispute.why.is_empty() { "(found by the rule)" } else { &dispute.why };
        let _ = writeln!(text, "\n{} · {} · {state}{range}\n  {why}", dispute.subject.label, dispute.attribute);
    }
    text
}

#[test]
fn the_first_comparison_in_english_is_as_written_down() {
    assert_golden("compare-china-malaysia-china-vietnam", Lang::En, &compared(Lang::En));
}

#[test]
fn the_first_comparison_in_chinese_is_as_written_down() {
    assert_golden("compare-china-malaysia-china-vietnam", Lang::ZhHans, &compared(Lang::ZhHans));
}

#[test]
fn the_cards_in_english_are_as_written_down() {
    assert_golden("explore-pairs", Lang::En, &cards(Lang::En));
}

#[test]
fn the_cards_in_chinese_are_as_written_down() {
    assert_golden("explore-pairs", Lang::ZhHans, &cards(Lang::ZhHans));
}

#[test]
fn the_disputes_in_english_are_as_written_down() {
    assert_golden("disputes", Lang::En, &disputes(Lang::En));
}

#[test]
fn the_disputes_in_chinese_are_as_written_down() {
    assert_golden("disputes", Lang::ZhHans, &disputes(Lang::ZhHans));
}
