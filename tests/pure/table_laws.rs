//! Laws of the compare table: every cell is in one state and that state is true of the claims behind it.

use crate::support::{BOTH, Dice, TODAY, attribute, catalogues, claims_on, reader};
use std::cell::Cell;
use std::collections::BTreeSet;
use std::sync::OnceLock;
use twin_parks::address::{Selection, ViewQuery};
use twin_parks::domain::attribute::{Attribute, Better};
use twin_parks::domain::catalogue::{Catalogue, Of};
use twin_parks::domain::claim::{Claim, Value};
use twin_parks::domain::dispute::DisputeState;
use twin_parks::domain::id::Slug;
use twin_parks::domain::names::Lang;
use twin_parks::domain::quantity::Quantity;
use twin_parks::present::compare::{TableView, compare_view};
use twin_parks::present::figure::FigureView;
use twin_parks::present::table::{CellState, CellView, GroupView, RowView};

/// How many tables are made of each list, besides every pair of the shipped ones beside the next two.
const SAMPLES: u64 = 12;

fn table(catalogue: &Catalogue, query: &ViewQuery) -> TableView {
    compare_view(catalogue, query, &reader(Lang::En)).table.expect("at least two are chosen")
}

fn rows(table: &TableView) -> impl Iterator<Item = &RowView> {
    table.groups.iter().flat_map(|group| &group.rows)
}

fn ids(catalogue: &Catalogue, of: Of) -> Vec<Slug> {
    match of {
        Of::Pairs => catalogue.pairs().iter().map(|pair| pair.id.slug().clone()).collect(),
        Of::Parks => catalogue.parks().iter().map(|park| park.id.slug().clone()).collect(),
    }
}

/// What is set side by side: neighbours in the list, and random choices of two to five.
fn selections(catalogue: &Catalogue, of: Of, is_shipped: bool) -> Vec<Selection> {
    let ids = ids(catalogue, of);
    let neighbours = (1..=2).flat_map(|apart| ids.iter().zip(ids.iter().skip(apart))).map(|(a, b)| [a.clone(), b.clone()]);
    let mut selections: Vec<Selection> = neighbours.filter(|_| is_shipped).map(Selection::from_iter).collect();
    for seed in 0..SAMPLES {
        let mut dice = Dice::new(seed);
        let mut selection = Selection::default();
        while selection.len() < 2 + usize::try_from(seed).expect("small") % 4 {
            selection.add(dice.pick(&ids).clone());
        }
        selections.push(selection);
    }
    selections
}

/// A table, the catalogue and view it is of, and how to say which one it is.
struct Made {
    catalogue: &'static Catalogue,
    query: ViewQuery,
    table: TableView,
    what: String,
}

/// All tables, made once for all laws: making them takes longer than looking at them.
fn for_tables(law: impl Fn(&Catalogue, &TableView, &ViewQuery, &str)) {
    static TABLES: OnceLock<Vec<Made>> = OnceLock::new();
    let tables = TABLES.get_or_init(|| {
        let lists = catalogues().into_iter().flat_map(|(name, catalogue)| BOTH.map(|of| (name, catalogue, of)));
        let queries = lists.flat_map(|(name, catalogue, of)| {
            let selections = selections(catalogue, of, name == "shipped").into_iter();
            selections.map(move |ids| (name, catalogue, ViewQuery { of, ids, highlight_best: true, ..ViewQuery::default() }))
        });
        let made = queries.map(|(name, catalogue, query)| Made {
            catalogue,
            table: table(catalogue, &query),
            what: format!("{name}: {}", query.print()),
            query,
        });
        made.collect()
    });
    tables.iter().for_each(|made| law(made.catalogue, &made.table, &made.query, &made.what));
}

fn for_rows(law: impl Fn(&Catalogue, &Attribute, &RowView, &str)) {
    for_tables(|catalogue, table, _, what| {
        for row in rows(table) {
            let attribute = attribute(catalogue, &row.cells[0].key.attribute);
            law(catalogue, attribute, row, &format!("{what}, {}", row.key));
        }
    });
}

/// The claim whose figure stands first in a cell; claims that look the same are the same for these laws.
fn lead<'a>(catalogue: &'a Catalogue, cell: &CellView) -> Option<&'a Claim> {
    let shown = cell.figures.first()?;
    let claims = claims_on(catalogue, &cell.key.subject, &cell.key.attribute);
    claims.into_iter().find(|claim| FigureView::of(claim, catalogue, &reader(Lang::En)) == *shown)
}

fn is_past_shelf_life(claim: &Claim, attribute: &Attribute) -> bool {
    let months = claim.as_of.map(|as_of| TODAY.last_month() - as_of.to().last_month());
    months.is_some_and(|months| months > i32::from(attribute.shelf_life))
}

/// A sourced figure of a lead claim, in the unit that its measure is compared in.
fn size(claim: &Claim) -> Option<Quantity> {
    claim.quantity().filter(|_| claim.is_verified()).map(Quantity::comparable)
}

#[test]
fn every_cell_is_empty_or_has_a_claim_in_front() {
    for_rows(|catalogue, _, row, what| {
        for cell in &row.cells {
            let is_unpublished = matches!(cell.state, CellState::Unpublished { .. });
            assert_eq!(lead(catalogue, cell).is_none(), is_unpublished, "{what}: {cell:?}");
        }
        assert!(row.cells.iter().any(|cell| !cell.figures.is_empty()), "a row about nothing: {what}");
    });
}

#[test]
fn a_disputed_cell_has_two_claims_that_differ_or_editors_who_say_so() {
    let seen = Cell::new(0);
    for_rows(|catalogue, _, row, what| {
        for cell in &row.cells {
            let CellState::Disputed { range, claims } = &cell.state else { continue };
            seen.set(seen.get() + 1);
            let all = claims_on(catalogue, &cell.key.subject, &cell.key.attribute);
            let noted = catalogue.disputes().iter().any(|dispute| {
                dispute.subject == cell.key.subject
                    && dispute.attribute == cell.key.attribute
                    && dispute.state == DisputeState::Open
            });
            let quarrel = |a: &Claim, b: &Claim| a.kind == b.kind && a.scope == b.scope && differ(a, b);
            let is_found = all.iter().any(|a| all.iter().any(|b| quarrel(a, b)));
            assert!(noted || is_found, "nobody quarrels: {what}");
            assert!(noted || *claims >= 2, "{claims} claims quarrel: {what}");
            assert!(*claims <= all.len(), "more claims quarrel than there are: {what}");
            assert!(range.is_none() || all.iter().filter(|claim| claim.quantity().is_some()).count() >= 2, "{what}: {range:?}");
        }
    });
    assert!(seen.get() > 10, "the law was hardly tried");
}

fn differ(a: &Claim, b: &Claim) -> bool {
    match (&a.value, &b.value) {
        (Value::Quantity(a), Value::Quantity(b)) => a.contradicts(b),
        (Value::Date(a), Value::Date(b)) => a.to() != b.to(),
        _ => false,
    }
}

#[test]
fn a_stale_cell_is_past_its_shelf_life_or_may_have_lapsed_and_a_stated_one_is_neither() {
    let (seen, lapsed) = (Cell::new(0), Cell::new(0));
    for_rows(|catalogue, attribute, row, what| {
        for cell in &row.cells {
            let Some(claim) = lead(catalogue, cell) else { continue };
            let is_old = is_past_shelf_life(claim, attribute);
            let may_be_gone = claim.has_lapsed(TODAY);
            match cell.state {
                CellState::Stale { has_lapsed } => {
                    assert!(is_old || may_be_gone, "{what}: {cell:?}");
                    assert_eq!(has_lapsed, may_be_gone, "{what}: {cell:?}");
                }
                CellState::Stated | CellState::NotComparable { .. } => assert!(!is_old && !may_be_gone, "{what}: {cell:?}"),
                CellState::Disputed { .. } | CellState::Unpublished { .. } => continue,
            }
            assert!(!(may_be_gone && cell.is_best), "what may have lapsed is never the best: {what}");
            seen.set(seen.get() + usize::from(is_old));
            lapsed.set(lapsed.get() + usize::from(may_be_gone));
        }
    });
    assert!(seen.get() > 10 && lapsed.get() > 3, "the law was hardly tried: {seen:?} old, {lapsed:?} lapsed");
}

#[test]
fn a_cell_that_is_not_comparable_says_why_and_has_a_neighbour() {
    for_rows(|catalogue, _, row, what| {
        for cell in &row.cells {
            let CellState::NotComparable { why } = &cell.state else { continue };
            assert!(!why.trim().is_empty(), "{what}");
            assert!(row.cells.iter().filter(|cell| !cell.figures.is_empty()).count() >= 2, "differs from nobody: {what}");
            assert!(lead(catalogue, cell).is_some_and(|claim| claim.quantity().is_some()), "only figures are compared: {what}");
        }
    });
}

#[test]
fn stated_figures_of_a_row_are_of_one_kind_and_scope() {
    for_rows(|catalogue, _, row, what| {
        let stated = row.cells.iter().filter(|cell| cell.state == CellState::Stated);
        let figures = stated.filter_map(|cell| lead(catalogue, cell)).filter(|claim| claim.quantity().is_some());
        let kinds: BTreeSet<_> = figures.map(|claim| (claim.kind, &claim.scope)).collect();
        assert!(kinds.len() <= 1, "{what}: {kinds:?}");
    });
}

#[test]
fn the_best_is_marked_only_among_comparable_figures_and_is_the_best_of_them() {
    let seen = Cell::new(0);
    for_rows(|catalogue, attribute, row, what| {
        let best: Vec<&CellView> = row.cells.iter().filter(|cell| cell.is_best).collect();
        let Some(first) = best.first() else { return };
        seen.set(seen.get() + 1);
        let wanted = match attribute.better {
            Better::Higher => std::cmp::Ordering::Greater,
            Better::Lower => std::cmp::Ordering::Less,
            Better::Neither => panic!("there is no better: {what}"),
        };
        let first = lead(catalogue, first).expect("the best is published");
        let top = size(first).unwrap_or_else(|| panic!("the best has no sourced figure: {what}"));
        assert!(best.iter().all(|cell| cell.state == CellState::Stated), "{what}");
        let stated = row.cells.iter().filter(|cell| cell.state == CellState::Stated);
        let rivals: Vec<(&CellView, &Claim)> = stated.filter_map(|cell| Some((cell, lead(catalogue, cell)?))).collect();
        let rivals: Vec<_> = rivals.into_iter().filter(|(_, claim)| size(claim).is_some()).collect();
        let mut worse = 0;
        for (cell, claim) in rivals {
            assert_eq!((claim.kind, &claim.scope), (first.kind, &first.scope), "apples and pears: {what}");
            let order = top.cmp_size(&size(claim).expect("a figure"));
            let order = order.unwrap_or_else(|| panic!("figures in two currencies are ranked: {what}"));
            assert_eq!(cell.is_best, order.is_eq(), "{what}: {cell:?}");
            assert!(order.is_eq() || order == wanted, "a better one is not marked: {what}: {cell:?}");
            worse += usize::from(order.is_ne());
        }
        assert!(worse > 0, "best of nothing: {what}");
    });
    assert!(seen.get() > 20, "the law was hardly tried");
}

#[test]
fn bars_are_as_long_as_their_figures_and_never_stand_alone() {
    let seen = Cell::new(0);
    for_rows(|catalogue, _, row, what| {
        let bars: Vec<(u8, &Claim)> = row.cells.iter().filter_map(|cell| Some((cell.bar?, lead(catalogue, cell)?))).collect();
        let Some((_, first)) = bars.first() else { return };
        seen.set(seen.get() + 1);
        assert!(bars.len() >= 2, "a bar beside nothing says nothing: {what}");
        assert_eq!(bars.iter().map(|(bar, _)| *bar).max(), Some(100), "the longest is whole: {what}");
        for (bar, claim) in &bars {
            assert!((1..=100).contains(bar), "{what}");
            assert_eq!((claim.kind, &claim.scope), (first.kind, &first.scope), "apples and pears: {what}");
            let own = size(claim).unwrap_or_else(|| panic!("a bar without a sourced figure: {what}"));
            for (other_bar, other) in &bars {
                let other =
                    size(other).and_then(|other| other.to(own.unit())).unwrap_or_else(|| panic!("two currencies: {what}"));
                assert!(own.high() < other.high() || bar >= other_bar, "{what}: {own:?} {bar}, {other:?} {other_bar}");
            }
        }
    });
    assert!(seen.get() > 20, "the law was hardly tried");
}

#[test]
fn the_cells_of_every_row_fill_the_columns() {
    for_tables(|_, table, _, what| {
        let mut keys = BTreeSet::new();
        assert_eq!(table.heads.iter().map(|head| head.span).sum::<usize>(), table.columns, "{what}");
        for row in rows(table) {
            assert_eq!(row.cells.iter().map(|cell| cell.span).sum::<usize>(), table.columns, "{what}, {}", row.key);
            assert!(keys.insert(&row.key), "two rows are called {}: {what}", row.key);
        }
        assert!(table.groups.iter().all(|group| !group.rows.is_empty()), "an empty group: {what}");
    });
}

/// The groups with only some of their rows; a group without rows goes too.
fn keep(table: &TableView, keeps: impl Fn(&RowView) -> bool) -> Vec<GroupView> {
    let kept = table
        .groups
        .iter()
        .map(|group| GroupView { rows: group.rows.iter().filter(|row| keeps(row)).cloned().collect(), ..group.clone() });
    kept.filter(|group| !group.rows.is_empty()).collect()
}

fn says_one_thing(row: &RowView) -> bool {
    let shown =
        |cell: &CellView| cell.figures.iter().map(|figure| (figure.value.clone(), figure.unit.clone())).collect::<Vec<_>>();
    row.cells.iter().map(shown).collect::<BTreeSet<_>>().len() <= 1
}

fn has_gap(row: &RowView) -> bool {
    row.cells.iter().any(|cell| cell.figures.is_empty())
}

#[test]
fn the_three_switches_do_what_they_say_and_nothing_else() {
    for_tables(|catalogue, full, query, what| {
        let of = |query: ViewQuery| table(catalogue, &query).groups;
        let differing = of(ViewQuery { only_differences: true, ..query.clone() });
        assert_eq!(differing, keep(full, |row| !says_one_thing(row)), "differences only: {what}");
        let published = of(ViewQuery { hide_unpublished: true, ..query.clone() });
        assert_eq!(published, keep(full, |row| !has_gap(row)), "hide unpublished: {what}");
        let both = of(ViewQuery { only_differences: true, hide_unpublished: true, ..query.clone() });
        assert_eq!(both, keep(full, |row| !says_one_thing(row) && !has_gap(row)), "both: {what}");
        let mut plain = keep(full, |_| true);
        plain.iter_mut().flat_map(|group| &mut group.rows).flat_map(|row| &mut row.cells).for_each(|cell| cell.is_best = false);
        assert_eq!(of(ViewQuery { highlight_best: false, ..query.clone() }), plain, "without highlighting: {what}");
    });
}
