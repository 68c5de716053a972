//! The page that makes embeds: what can be chosen, and the lines of HTML that come of it.

mod snippet;
mod words;

pub use snippet::{SANDBOX, Snippet, snippets};
pub use words::ShareWords;

use super::explore::ChoiceView;
use super::link::{LinkView, pair_link, park_link};
use super::reader::Reader;
use crate::address::{MAX_COMPARED, Route, Selection, Surface, View, ViewQuery, href};
use crate::domain::attribute::Group;
use crate::domain::catalogue::{Catalogue, Of};
use crate::domain::id::{AttributeId, Slug};

/// What can be chosen of what is shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ShareView {
    /// The kinds of page.
    pub pages: Vec<ChoiceView>,
    /// Which pair, park or sector, where the page is about one.
    pub subjects: Vec<ChoiceView>,
    /// Which stand side by side, where several do. One more than can be compared has no link.
    pub compared: Vec<ComparedView>,
    /// The rows by group, where the page has rows.
    pub rows: Vec<(String, Vec<(AttributeId, String)>)>,
    /// The name of what is shown, for the frame.
    pub title: String,
    /// Where it is embedded, below the base.
    pub embedded: String,
    /// Where it is on the site, below the base.
    pub whole: String,
}

/// Something that can stand side by side with others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ComparedView {
    /// Its name.
    pub label: String,
    /// Where it is chosen, or not any more; `None` when there is no room.
    pub href: Option<String>,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// The pairs that are compared until others are chosen: the first of the file.
fn first_pairs(catalogue: &Catalogue) -> Selection {
    catalogue.pairs().iter().take(2).filter_map(|pair| Slug::parse(pair.id.as_str())).collect()
}

/// What can be chosen, from what is.
#[must_use]
pub fn share_view(
    catalogue: &Catalogue,
    route: &Route,
    query: &ViewQuery,
    asked: &[(String, String)],
    reader: &Reader,
) -> ShareView {
    let embedded = Surface::Embed(asked.to_vec()).place_of(&href(route, query));
    let compared = if *route == Route::Compare { compared(catalogue, query, reader) } else { Vec::new() };
    let subjects = subjects(catalogue, route, query, reader);
    let subject = subjects.iter().find(|choice| choice.is_current).map(|choice| choice.label.clone());
    let names: Vec<String> = compared.iter().filter(|one| one.is_chosen).map(|one| one.label.clone()).collect();
    let title = if names.is_empty() { reader.words().explore_title.to_owned() } else { reader.words().list(&names) };
    ShareView {
        pages: pages(catalogue, route, query, reader),
        subjects,
        compared,
        // A sector's page has no figures.
        rows: if matches!(route, Route::Sector(_)) { Vec::new() } else { rows(catalogue, reader) },
        title: subject.unwrap_or(title),
        embedded,
        whole: href(route, query),
    }
}

fn pages(catalogue: &Catalogue, route: &Route, query: &ViewQuery, reader: &Reader) -> Vec<ChoiceView> {
    let words = reader.words();
    let carried = query.carried();
    let list = |of| ViewQuery { of, ..carried.clone() };
    let ids = if query.ids.len() >= 2 { query.ids.clone() } else { first_pairs(catalogue) };
    let of = if query.ids.len() >= 2 { query.of } else { Of::Pairs };
    let compare = |view| ViewQuery { of, ids: ids.clone(), view, ..carried.clone() };
    let is_charts = query.view == View::Charts;
    let first_pair = catalogue.pairs().iter().next().map(|pair| Route::Pair(pair.id.clone()));
    let first_park = catalogue.parks().iter().next().map(|park| Route::Park(park.id.clone()));
    let first_sector = catalogue.sectors().iter().next().map(|sector| Route::Sector(sector.id.clone()));
    let list_of = |of| *route == Route::Explore && query.of == of;
    let all = [
        (words.pairs, Some(Route::Explore), list(Of::Pairs), list_of(Of::Pairs)),
        (words.parks, Some(Route::Explore), list(Of::Parks), list_of(Of::Parks)),
        (words.compare, Some(Route::Compare), compare(View::Cards), *route == Route::Compare && !is_charts),
        (words.charts, Some(Route::Compare), compare(View::Charts), *route == Route::Compare && is_charts),
        (words.pair, first_pair, carried.clone(), matches!(route, Route::Pair(_))),
        (words.park, first_park, carried.clone(), matches!(route, Route::Park(_))),
        (words.sectors, first_sector, carried.clone(), matches!(route, Route::Sector(_))),
    ];
    let choice = |(label, to, query, is_current): (&str, Option<Route>, ViewQuery, bool)| {
        Some(ChoiceView { label: label.to_owned(), href: href(&to?, &query), is_current })
    };
    all.into_iter().filter_map(choice).collect()
}

fn subjects(catalogue: &Catalogue, route: &Route, query: &ViewQuery, reader: &Reader) -> Vec<ChoiceView> {
    let choice = |link: LinkView, is_current| ChoiceView { label: link.label, href: link.href, is_current };
    match route {
        Route::Pair(shown) => catalogue
            .pairs()
            .iter()
            .map(|pair| choice(pair_link(catalogue, &pair.id, query, reader), pair.id == *shown))
            .collect(),
        Route::Park(shown) => catalogue
            .parks()
            .iter()
            .map(|park| choice(park_link(catalogue, &park.id, query, reader), park.id == *shown))
            .collect(),
        Route::Sector(shown) => catalogue
            .sectors()
            .iter()
            .map(|sector| {
                let link = LinkView::to(reader.text(&sector.names), &Route::Sector(sector.id.clone()), query);
                choice(link, sector.id == *shown)
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn compared(catalogue: &Catalogue, query: &ViewQuery, reader: &Reader) -> Vec<ComparedView> {
    let all: Vec<(String, String)> = match query.of {
        Of::Pairs => catalogue.pairs().iter().map(|pair| (pair.id.to_string(), reader.text(&pair.names))).collect(),
        Of::Parks => catalogue.parks().iter().map(|park| (park.id.to_string(), reader.text(&park.short))).collect(),
    };
    let is_full = query.ids.len() >= MAX_COMPARED;
    let one = |(id, label): (String, String)| {
        let id = Slug::parse(&id)?;
        let is_chosen = query.ids.contains(&id);
        let next = ViewQuery { ids: query.ids.toggled(&id), ..query.clone() };
        let href = (is_chosen || !is_full).then(|| href(&Route::Compare, &next));
        Some(ComparedView { label, href, is_chosen })
    };
    all.into_iter().filter_map(one).collect()
}

fn rows(catalogue: &Catalogue, reader: &Reader) -> Vec<(String, Vec<(AttributeId, String)>)> {
    let of_group = |(_, group): &(&str, Group)| {
        let attributes = catalogue.attributes().iter().filter(|attribute| attribute.group == *group);
        let named: Vec<_> = attributes.map(|attribute| (attribute.id.clone(), reader.text(&attribute.names))).collect();
        (!named.is_empty()).then(|| (reader.words().group(*group).to_owned(), named))
    };
    Group::ALL.iter().filter_map(of_group).collect()
}
