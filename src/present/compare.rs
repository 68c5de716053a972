//! The compare page: two to five pairs, or two to five parks, side by side.

use super::explore::ChoiceView;
use super::link::LinkView;
use super::nearest::nearest;
use super::reader::Reader;
use super::table::{CellState, Choice, Column, GroupView, groups};
use crate::address::{MAX_COMPARED, Route, Selection, View, ViewQuery, href};
use crate::domain::catalogue::{Catalogue, Of};
use crate::domain::dispute::Subject;
use crate::domain::filter::Results;
use crate::domain::id::{PairId, ParkId, Slug};
use crate::domain::record::{Pair, Park, Side};
use crate::domain::sort::sorted;

/// The compare page, ready to draw.
#[derive(Clone, PartialEq, Debug)]
pub struct CompareView {
    /// What stands side by side: "China–Malaysia and China–Vietnam".
    pub title: String,
    /// How much there is, and how much of it differs, quarrels or is missing.
    pub summary: String,
    /// The table; `None` while fewer than two are chosen.
    pub table: Option<TableView>,
    /// Table or charts, as links.
    pub forms: Vec<ChoiceView>,
    /// Whether it is drawn as charts.
    pub is_charts: bool,
    /// The three switches, as links; they are the table's.
    pub switches: Vec<SwitchView>,
    /// What could be added.
    pub addable: Vec<LinkView>,
    /// Ids that name nothing, ids of the other sort, or too few: plain words.
    pub notices: Vec<String>,
    /// Back to the list, to choose.
    pub choose: LinkView,
}

/// A switch that is a link to the same view with it thrown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SwitchView {
    /// What it does.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// Whether it is on.
    pub is_on: bool,
}

/// Subjects side by side.
#[derive(Clone, PartialEq, Debug)]
pub struct TableView {
    /// What the table holds, for those who do not see it.
    pub caption: String,
    /// A head over the columns of each pair, or over each park.
    pub heads: Vec<HeadView>,
    /// The rows, by group.
    pub groups: Vec<GroupView>,
    /// How many columns of figures there are.
    pub columns: usize,
}

/// What stands over a pair's columns or a park's column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HeadView {
    /// The id, which is also the key.
    pub id: String,
    /// The name, with a link to its page.
    pub link: LinkView,
    /// The model and state, or the place.
    pub detail: String,
    /// The legs of a pair; none for a park.
    pub legs: Vec<LegHeadView>,
    /// How many columns it spans.
    pub span: usize,
    /// The side, where the head is a park's own.
    pub side: Option<Side>,
    /// Where the column moves one place to the left; `None` when it can't.
    pub earlier: Option<String>,
    /// Where it moves one place to the right; `None` when it can't.
    pub later: Option<String>,
    /// Where it goes away; `None` on pages of one subject.
    pub remove: Option<String>,
}

/// What stands over a leg's column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LegHeadView {
    /// Its side.
    pub side: Side,
    /// Its name, with a link to its page; a side without a park has words instead.
    pub link: Option<LinkView>,
    /// Region and country.
    pub place: String,
}

/// Makes the compare page.
#[must_use]
pub fn compare_view(catalogue: &Catalogue, query: &ViewQuery, reader: &Reader) -> CompareView {
    let words = reader.words();
    let mut notices = Vec::new();
    let chosen = Chosen::of(catalogue, query, reader, &mut notices);
    let selection: Selection = chosen.ids.iter().cloned().collect();
    let query = ViewQuery { of: chosen.of, ids: selection.clone(), ..query.clone() };
    let choice = Choice {
        only_differences: query.only_differences,
        highlight_best: query.highlight_best,
        hide_unpublished: query.hide_unpublished,
    };
    let make = |choice| match chosen.of {
        Of::Pairs => pairs_table(catalogue, &query, choice, reader),
        Of::Parks => parks_table(catalogue, &query, choice, reader),
    };
    let table = (chosen.ids.len() >= 2).then(|| make(choice));
    // What is left out for now is still disputed and still missing.
    let is_narrowed = choice.only_differences || choice.hide_unpublished;
    let whole = if is_narrowed && table.is_some() { Some(make(Choice::default())) } else { None };
    let names: Vec<String> = chosen.ids.iter().map(|id| name(catalogue, chosen.of, id, reader)).collect();
    let switch = |label: &str, is_on: bool, flip: fn(&mut ViewQuery)| {
        let mut next = query.clone();
        flip(&mut next);
        SwitchView { label: label.to_owned(), href: href(&Route::Compare, &next), is_on }
    };
    let title = match names.as_slice() {
        [] => words.compare.to_owned(),
        names => words.list(names),
    };
    CompareView {
        title,
        summary: table
            .as_ref()
            .map_or_else(|| words.choose_two.to_owned(), |table| summary(table, whole.as_ref(), &chosen, reader)),
        forms: [(View::Table, words.table), (View::Charts, words.charts)]
            .map(|(view, label)| {
                // The table is what the page is without a word about it.
                let written = if view == View::Table { View::default() } else { view };
                ChoiceView {
                    label: label.to_owned(),
                    href: href(&Route::Compare, &ViewQuery { view: written, ..query.clone() }),
                    is_current: (view == View::Charts) == (query.view == View::Charts),
                }
            })
            .to_vec(),
        is_charts: query.view == View::Charts,
        switches: vec![
            switch(words.differences_only, query.only_differences, |next| next.only_differences = !next.only_differences),
            switch(words.highlight_best, query.highlight_best, |next| next.highlight_best = !next.highlight_best),
            switch(words.hide_unpublished, query.hide_unpublished, |next| next.hide_unpublished = !next.hide_unpublished),
        ],
        addable: addable(catalogue, &query, reader),
        table,
        notices,
        choose: LinkView { label: words.choose_in_list.to_owned(), href: href(&Route::Explore, &query.carried()) },
    }
}

/// The ids that name something, and what they name.
struct Chosen {
    of: Of,
    ids: Vec<Slug>,
}

impl Chosen {
    /// Sorts the ids into pairs, parks and nothing. An address may mix them: then the sort that the address asks for,
    /// or else that of the first id, is compared.
    fn of(catalogue: &Catalogue, query: &ViewQuery, reader: &Reader, notices: &mut Vec<String>) -> Self {
        let words = reader.words();
        let is_pair = |id: &Slug| catalogue.pairs().get(&PairId::from(id.clone())).is_some();
        let is_park = |id: &Slug| catalogue.parks().get(&ParkId::from(id.clone())).is_some();
        let is = |of: Of, id: &Slug| if of == Of::Pairs { is_pair(id) } else { is_park(id) };
        let (known, unknown): (Vec<&Slug>, Vec<&Slug>) = query.ids.iter().partition(|id| is_pair(id) || is_park(id));
        let of = match known.first() {
            Some(_) if known.iter().any(|id| is(query.of, id)) => query.of,
            Some(first) => {
                if is_pair(first) {
                    Of::Pairs
                } else {
                    Of::Parks
                }
            }
            None => query.of,
        };
        let (ids, others): (Vec<&Slug>, Vec<&Slug>) = known.into_iter().partition(|id| is(of, id));
        for id in unknown {
            let suggestions: Vec<String> = nearest(catalogue, id.as_str(), reader).into_iter().map(|near| near.label).collect();
            notices.push(words.nothing_called(id.as_str(), &suggestions));
        }
        if !others.is_empty() {
            let names: Vec<String> = others.into_iter().map(Slug::to_string).collect();
            notices.push(words.not_mixed(of, &names));
        }
        Self { of, ids: ids.into_iter().cloned().collect() }
    }
}

fn name(catalogue: &Catalogue, of: Of, id: &Slug, reader: &Reader) -> String {
    let names = match of {
        Of::Pairs => catalogue.pairs().get(&PairId::from(id.clone())).map(|pair| &pair.names),
        Of::Parks => catalogue.parks().get(&ParkId::from(id.clone())).map(|park| &park.short),
    };
    names.map_or_else(|| id.to_string(), |names| reader.text(names))
}

fn addable(catalogue: &Catalogue, query: &ViewQuery, reader: &Reader) -> Vec<LinkView> {
    if query.ids.is_full() {
        return Vec::new();
    }
    let ids: Vec<Slug> = match query.of {
        Of::Pairs => catalogue.pairs().iter().map(|pair| pair.id.slug().clone()).collect(),
        Of::Parks => catalogue.parks().iter().map(|park| park.id.slug().clone()).collect(),
    };
    let others = ids.into_iter().filter(|id| !query.ids.contains(id));
    let link = |id: Slug| LinkView {
        label: name(catalogue, query.of, &id, reader),
        href: href(&Route::Compare, &query.with_ids(query.ids.toggled(&id))),
    };
    // A list to pick from, not a catalogue: a very long one is left to the Explore page.
    others.map(link).take(MAX_COMPARED * 40).collect()
}

/// How much there is in the whole table, and how much of it is shown where that is less.
fn summary(table: &TableView, whole: Option<&TableView>, chosen: &Chosen, reader: &Reader) -> String {
    let count = |table: &TableView| table.groups.iter().map(|group| group.rows.len()).sum::<usize>();
    let rows = || whole.unwrap_or(table).groups.iter().flat_map(|group| &group.rows);
    let with = |state: fn(&CellState) -> bool| rows().filter(|row| row.cells.iter().any(|cell| state(&cell.state))).count();
    let disputed = with(|state| matches!(state, CellState::Disputed { .. }));
    let unpublished = with(|state| matches!(state, CellState::Unpublished { .. }));
    let words = reader.words();
    let all = words.compare_summary(words.results(chosen.of, chosen.ids.len()), rows().count(), disputed, unpublished);
    match whole {
        None => all,
        Some(whole) => words.list_sentences(all, words.rows_shown(count(table), count(whole))),
    }
}

/// The pairs that an address compares.
#[must_use]
pub fn chosen_pairs<'a>(catalogue: &'a Catalogue, query: &ViewQuery) -> Vec<&'a Pair> {
    query.ids.iter().filter_map(|id| catalogue.pairs().get(&PairId::from(id.clone()))).collect()
}

/// The pairs that are compared: none where the address asks for parks and names some.
#[must_use]
pub fn compared_pairs<'a>(catalogue: &'a Catalogue, query: &ViewQuery) -> Vec<&'a Pair> {
    let is_of_parks = query.of == Of::Parks && !chosen_parks(catalogue, query).is_empty();
    if is_of_parks { Vec::new() } else { chosen_pairs(catalogue, query) }
}

/// The parks that an address compares.
#[must_use]
pub fn chosen_parks<'a>(catalogue: &'a Catalogue, query: &ViewQuery) -> Vec<&'a Park> {
    query.ids.iter().filter_map(|id| catalogue.parks().get(&ParkId::from(id.clone()))).collect()
}

fn pairs_table(catalogue: &Catalogue, query: &ViewQuery, choice: Choice, reader: &Reader) -> TableView {
    let pairs = chosen_pairs(catalogue, query);
    let heads = pairs.iter().map(|pair| pair_head(catalogue, pair, query, true, reader)).collect();
    table_of_pairs(catalogue, &pairs, heads, choice, reader)
}

/// All that is known of what the list shows: a column for each leg, in the order of the list.
#[must_use]
pub fn found_table(catalogue: &Catalogue, query: &ViewQuery, reader: &Reader) -> TableView {
    let (filters, _) = query.filters.split_unknown(catalogue, query.of);
    let results = Results::of(catalogue, query.of, &filters);
    let order = sorted(catalogue, query.of, &results, query.sort, reader.lang, reader.today);
    match query.of {
        Of::Pairs => {
            let pairs: Vec<&Pair> = order.iter().filter_map(|at| catalogue.pairs().at(*at)).collect();
            let heads = pairs.iter().map(|pair| pair_head(catalogue, pair, query, false, reader)).collect();
            table_of_pairs(catalogue, &pairs, heads, Choice::default(), reader)
        }
        Of::Parks => {
            let parks: Vec<&Park> = order.iter().filter_map(|at| catalogue.parks().at(*at)).collect();
            table_of_parks(catalogue, &parks, query, Choice::default(), reader)
        }
    }
}

/// The table of one pair on its own page, without the controls that move columns.
#[must_use]
pub fn single_pair_table(catalogue: &Catalogue, pair: &Pair, query: &ViewQuery, reader: &Reader) -> TableView {
    let head = pair_head(catalogue, pair, query, false, reader);
    table_of_pairs(catalogue, &[pair], vec![head], Choice::default(), reader)
}

/// The columns of some pairs: those of their legs, and those of the pairs as a whole.
#[must_use]
pub fn columns_of_pairs(pairs: &[&Pair]) -> [Vec<Column>; 2] {
    let span = |pair: &Pair| pair.legs().count().max(1);
    let whole = pairs.iter().map(|pair| Column { subject: Subject::Pair(pair.id.clone()), side: None, span: span(pair) });
    let legs = pairs.iter().flat_map(|pair| {
        let legs: Vec<Column> =
            pair.legs().map(|(side, id)| Column { subject: Subject::Park(id.clone()), side: Some(side), span: 1 }).collect();
        // A pair without any leg still needs its column.
        if legs.is_empty() { vec![Column { subject: Subject::Pair(pair.id.clone()), side: None, span: 1 }] } else { legs }
    });
    [legs.collect(), whole.collect()]
}

/// The columns of some parks.
#[must_use]
pub fn columns_of_parks(parks: &[&Park]) -> Vec<Column> {
    parks.iter().map(|park| Column { subject: Subject::Park(park.id.clone()), side: Some(side_of(park)), span: 1 }).collect()
}

fn table_of_pairs(catalogue: &Catalogue, pairs: &[&Pair], heads: Vec<HeadView>, choice: Choice, reader: &Reader) -> TableView {
    let [legs, whole] = columns_of_pairs(pairs);
    TableView {
        caption: caption(&heads, reader),
        columns: legs.len(),
        groups: groups(catalogue, &[&legs, &whole], choice, reader),
        heads,
    }
}

fn parks_table(catalogue: &Catalogue, query: &ViewQuery, choice: Choice, reader: &Reader) -> TableView {
    let parks = chosen_parks(catalogue, query);
    table_of_parks(catalogue, &parks, query, choice, reader)
}

fn table_of_parks(catalogue: &Catalogue, parks: &[&Park], query: &ViewQuery, choice: Choice, reader: &Reader) -> TableView {
    let heads: Vec<HeadView> = parks.iter().map(|park| park_head(park, query, reader)).collect();
    let columns = columns_of_parks(parks);
    TableView {
        caption: caption(&heads, reader),
        columns: columns.len(),
        groups: groups(catalogue, &[&columns], choice, reader),
        heads,
    }
}

/// The table of one subject on its own page.
#[must_use]
pub fn single_table(catalogue: &Catalogue, subject: &Subject, side: Option<Side>, caption: String, reader: &Reader) -> TableView {
    let columns = [Column { subject: subject.clone(), side, span: 1 }];
    TableView { caption, columns: 1, groups: groups(catalogue, &[&columns], Choice::default(), reader), heads: Vec::new() }
}

/// The side that a park by itself stands on: China is home.
#[must_use]
pub fn side_of(park: &Park) -> Side {
    if park.country == crate::domain::id::Country::CHINA { Side::Home } else { Side::Partner }
}

fn caption(heads: &[HeadView], reader: &Reader) -> String {
    let names: Vec<String> = heads.iter().map(|head| head.link.label.clone()).collect();
    reader.words().compare_caption(reader.words().list(&names))
}

fn pair_head(catalogue: &Catalogue, pair: &Pair, query: &ViewQuery, is_movable: bool, reader: &Reader) -> HeadView {
    let words = reader.words();
    let legs: Vec<LegHeadView> = pair
        .legs()
        .map(|(side, id)| LegHeadView {
            side,
            link: Some(super::link::park_link(catalogue, id, query, reader)),
            place: catalogue.parks().get(id).map(|park| place(park, reader)).unwrap_or_default(),
        })
        .collect();
    HeadView {
        link: super::link::pair_link(catalogue, &pair.id, query, reader),
        detail: format!("{} · {}", words.model(pair.model), words.status(pair.status)),
        span: legs.len().max(1),
        legs,
        side: None,
        ..controls(pair.id.slug(), query, is_movable)
    }
}

fn park_head(park: &Park, query: &ViewQuery, reader: &Reader) -> HeadView {
    HeadView {
        link: LinkView::to(reader.text(&park.short), &Route::Park(park.id.clone()), query),
        detail: place(park, reader),
        side: Some(side_of(park)),
        ..controls(park.id.slug(), query, true)
    }
}

/// Region and country.
#[must_use]
pub fn place(park: &Park, reader: &Reader) -> String {
    reader.words().place_in(&reader.text(&park.region), &reader.words().country(park.country))
}

fn controls(id: &Slug, query: &ViewQuery, is_movable: bool) -> HeadView {
    let to = |ids: Selection| href(&Route::Compare, &query.with_ids(ids));
    let moved = |ids: Selection| (is_movable && ids != query.ids).then(|| to(ids));
    HeadView {
        id: id.to_string(),
        link: LinkView { label: String::new(), href: String::new() },
        detail: String::new(),
        legs: Vec::new(),
        span: 1,
        side: None,
        earlier: moved(query.ids.earlier(id)),
        later: moved(query.ids.later(id)),
        remove: is_movable.then(|| to(query.ids.toggled(id))),
    }
}
