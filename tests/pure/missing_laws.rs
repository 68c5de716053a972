//! Laws of what is missing: nothing that nobody published ever turns into a number, a bar or a rank, and every
//! figure that is shown is the figure of a claim.

use crate::support::{TODAY, attribute_id, catalogues, claims_on, reader, shipped, subject};
use twin_parks::address::{Units, View, ViewQuery};
use twin_parks::domain::attribute::{Attribute, Group};
use twin_parks::domain::catalogue::{Catalogue, Of};
use twin_parks::domain::dispute::Subject;
use twin_parks::domain::names::Lang;
use twin_parks::domain::record::ContextKind;
use twin_parks::domain::sort::largest;
use twin_parks::present::claims::{CellKey, claims_view};
use twin_parks::present::explore::{ResultsView, explore_view};
use twin_parks::present::figure::FigureView;
use twin_parks::present::reader::Reader;
use twin_parks::present::table::{CellState, CellView, Choice, Column, groups};

/// One table with a column for every subject there is, so that every cell that can exist does.
fn for_every_cell(reader: &Reader, law: impl Fn(&Catalogue, &Attribute, &Subject, Option<&CellView>, &str)) {
    let choice = Choice { highlight_best: true, ..Choice::default() };
    for (name, catalogue) in catalogues() {
        let columns: Vec<Column> = catalogue.subjects().map(|subject| Column { subject, side: None, span: 1 }).collect();
        let rows: Vec<_> = groups(catalogue, &[&columns], choice, reader).into_iter().flat_map(|group| group.rows).collect();
        for attribute in catalogue.attributes().iter() {
            let row = rows.iter().find(|row| row.key == format!("{}-0", attribute.id));
            for (at, column) in columns.iter().enumerate() {
                let cell = row.map(|row| &row.cells[at]);
                let what = format!("{name}: {} of {}", attribute.id, column.subject);
                law(catalogue, attribute, &column.subject, cell, &what);
            }
        }
    }
}

/// Whether anything is claimed, by the records alone: of the subject itself, or, for a park's taxes, wages and
/// utilities, of a region or country around it.
fn is_claimed(catalogue: &Catalogue, attribute: &Attribute, subject: &Subject) -> bool {
    if !claims_on(catalogue, subject, &attribute.id).is_empty() {
        return true;
    }
    let Subject::Park(park) = subject else { return false };
    let passes_on = matches!(attribute.group, Group::Tax | Group::Labour);
    let around = catalogue.context().iter().filter(|thing| matches!(thing.kind, ContextKind::Region | ContextKind::Country));
    let mut around = around.filter(|thing| thing.parks.contains(park));
    passes_on && around.any(|thing| thing.claims.iter().any(|claim| claim.attribute == attribute.id))
}

#[test]
fn a_cell_without_a_claim_is_unpublished_and_holds_no_figure_no_bar_and_no_rank() {
    for lang in Lang::ALL {
        for_every_cell(&reader(lang), |catalogue, attribute, subject, cell, what| {
            let Some(cell) = cell else {
                assert!(!is_claimed(catalogue, attribute, subject), "its row is missing: {what}");
                return;
            };
            let is_unpublished = matches!(cell.state, CellState::Unpublished { .. });
            if is_claimed(catalogue, attribute, subject) {
                assert!(!is_unpublished && !cell.figures.is_empty() && cell.claims > 0, "{what}: {cell:?}");
            } else {
                assert!(is_unpublished && cell.figures.is_empty(), "{what}: {cell:?}");
                assert_eq!((cell.more, cell.claims, cell.is_best, cell.bar), (0, 0, false, None), "{what}");
                assert_eq!(cell.inherited_from, None, "{what}");
            }
        });
    }
}

#[test]
fn every_figure_of_a_cell_is_the_figure_of_a_claim_on_that_very_thing() {
    for units in [Units::Source, Units::Mu] {
        let reader = reader(Lang::En).in_units(units);
        for_every_cell(&reader, |catalogue, attribute, subject, cell, what| {
            let Some(cell) = cell else { return };
            assert_eq!(cell.key.attribute, attribute.id, "{what}");
            assert_eq!(cell.inherited_from.is_none(), cell.key.subject == *subject, "{what}");
            let claims = claims_on(catalogue, &cell.key.subject, &attribute.id);
            assert_eq!(cell.claims, claims.len(), "{what}");
            assert!(cell.figures.len() + cell.more <= claims.len(), "{what}");
            for figure in &cell.figures {
                let of_claim = claims.iter().any(|claim| FigureView::of(claim, catalogue, &reader) == *figure);
                assert!(of_claim, "{what}: {figure:?}");
            }
        });
    }
}

#[test]
fn a_figure_without_a_published_source_is_marked_and_never_ranked() {
    let seen = std::cell::Cell::new(0);
    for_every_cell(&reader(Lang::En), |catalogue, attribute, _, cell, what| {
        let Some(first) = cell.and_then(|cell| cell.figures.first()) else { return };
        let cell = cell.expect("it has a figure");
        let has_source = claims_on(catalogue, &cell.key.subject, &attribute.id).iter().any(|claim| claim.is_verified());
        assert_eq!(first.is_unverified, !has_source, "a sourced claim leads wherever there is one: {what}");
        if first.is_unverified {
            seen.set(seen.get() + 1);
            assert_eq!((cell.is_best, cell.bar), (false, None), "{what}");
        }
    });
    assert!(seen.get() > 20, "the law was hardly tried");
}

#[test]
fn cards_and_rows_hold_no_figure_that_the_park_does_not_publish() {
    let reader = reader(Lang::En);
    for (name, catalogue) in catalogues() {
        let headlines = ["planned-area", "projects", "investment", "cit-effective"].map(attribute_id);
        let query = ViewQuery { of: Of::Parks, ..ViewQuery::default() };
        let ResultsView::Cards(cards) = explore_view(catalogue, &query, usize::MAX, &reader).results else { panic!("no cards") };
        assert_eq!(cards.len(), catalogue.parks().len());
        for card in cards {
            let subject = subject(&format!("park/{}", card.id));
            for (attribute, (_, figure)) in headlines.iter().zip(&card.legs[0].figures) {
                let is_claimed = !claims_on(catalogue, &subject, attribute).is_empty();
                assert_eq!(figure.is_some(), is_claimed, "{name}: {attribute} of {subject}");
            }
        }
        let query = ViewQuery { view: View::Table, ..query };
        let ResultsView::Table { rows, .. } = explore_view(catalogue, &query, usize::MAX, &reader).results else {
            panic!("no table")
        };
        for row in rows {
            let subject = subject(&format!("park/{}", row.id));
            for (attribute, legs) in ["planned-area", "projects", "jobs"].map(attribute_id).iter().zip(&row.figures) {
                let is_claimed = !claims_on(catalogue, &subject, attribute).is_empty();
                assert_eq!(legs[0].2.is_some(), is_claimed, "{name}: {attribute} of {subject}");
            }
        }
    }
}

#[test]
fn nothing_is_sorted_by_a_figure_that_nobody_published() {
    for (name, catalogue) in catalogues() {
        for attribute in catalogue.attributes().iter() {
            for (at, park) in catalogue.parks().iter().enumerate() {
                let subject = Subject::Park(park.id.clone());
                let claims = claims_on(catalogue, &subject, &attribute.id);
                let may_rank = claims.iter().any(|claim| claim.is_verified() && claim.is_whole() && claim.quantity().is_some());
                // Nor by one that may no longer hold.
                let standing = catalogue.standing(&subject, attribute, TODAY);
                let holds = standing.and_then(|standing| standing.chosen()).is_some_and(|claim| !claim.has_lapsed(TODAY));
                let figure = largest(catalogue, Of::Parks, at, attribute, TODAY);
                assert_eq!(figure.is_some(), may_rank && holds, "{name}: {} of {subject}", attribute.id);
            }
        }
    }
}

#[test]
fn there_are_no_claims_to_open_behind_an_empty_cell() {
    let reader = reader(Lang::En);
    for_every_cell(&reader, |catalogue, attribute, subject, _, what| {
        let key = CellKey { subject: subject.clone(), attribute: attribute.id.clone() };
        let claims = claims_on(catalogue, subject, &attribute.id);
        let opened = claims_view(catalogue, &key, &reader);
        assert_eq!(opened.map_or(0, |view| view.claims.len()), claims.len(), "{what}");
    });
}

#[test]
fn every_shown_figure_reads_back_as_the_number_of_its_claim() {
    let catalogue = shipped();
    for lang in Lang::ALL {
        for subject in catalogue.subjects() {
            for claim in catalogue.claims(&subject) {
                let Some(quantity) = claim.quantity() else { continue };
                let shown = FigureView::of(claim, catalogue, &reader(lang)).value;
                let read = |end| number(end, lang).unwrap_or_else(|| panic!("{}: {shown}", claim.id));
                let ends: Vec<f64> = shown.split('–').map(read).collect();
                let expected = if quantity.is_range() { vec![quantity.low(), quantity.high()] } else { vec![quantity.low()] };
                let is_near = ends.len() == expected.len()
                    && ends.iter().zip(&expected).all(|(end, expected)| (end - expected).abs() <= expected.abs() * 1e-9);
                assert!(is_near, "{subject} {}: {shown} stands for {expected:?}", claim.id);
            }
        }
    }
}

/// Reads a shown number: groups of three, a scale word, a true minus sign.
fn number(shown: &str, lang: Lang) -> Option<f64> {
    let scales: &[(&str, f64)] = match lang {
        Lang::En => &[(" tn", 1e12), (" bn", 1e9), (" m", 1e6)],
        Lang::ZhHans => &[("万亿", 1e12), ("亿", 1e8), ("万", 1e4)],
        Lang::Ms => &[(" trilion", 1e12), (" bilion", 1e9), (" juta", 1e6)],
        Lang::Vi => &[(" nghìn tỷ", 1e12), (" tỷ", 1e9), (" triệu", 1e6)],
    };
    let found = scales.iter().find_map(|(word, scale)| Some((shown.strip_suffix(word)?, *scale)));
    let (digits, scale) = found.unwrap_or((shown, 1.0));
    let (group, decimal) = if lang == Lang::Vi { ('.', ',') } else { (',', '.') };
    let digits = digits.replace(group, "").replace(decimal, ".").replace('−', "-");
    digits.parse::<f64>().ok().map(|number| number * scale)
}
