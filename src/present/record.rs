//! The pages of one pair, one park and one thing around them.

use super::chips::{ChipView, pair_chips, park_chips};
use super::compare::{TableView, place, side_of, single_pair_table, single_table};
use super::link::{LinkView, pair_link, park_link};
use super::reader::Reader;
use super::script::foreign;
use crate::address::{Route, Selection, ViewQuery, href};
use crate::domain::catalogue::{Catalogue, Of};
use crate::domain::dispute::Subject;
use crate::domain::facet::Facet;
use crate::domain::id::{ContextId, Country, PairId, ParkId, Slug};
use crate::domain::names::{Lang, Names};
use crate::domain::record::{Access, Context, Pair, Side, Stage};

/// A page of one thing, ready to draw.
#[derive(Clone, PartialEq, Debug)]
pub struct RecordView {
    /// What kind of thing it is: "Twin parks · operating".
    pub kicker: String,
    /// Its short name, the heading.
    pub title: String,
    /// Its official name, where it says more than the heading.
    pub official: Option<String>,
    /// Its name in the language of the place.
    pub local: Option<FactView>,
    /// What it is, in a sentence or two.
    pub summary: Option<String>,
    /// Short facts with a label each.
    pub facts: Vec<(String, FactView)>,
    /// What is done here; each with its side on the page of a pair.
    pub sectors: Vec<ChipView>,
    /// What that rests on.
    pub sectors_note: Option<String>,
    /// Which side does which stage, with who says so.
    pub stages: Vec<StageView>,
    /// Links to what it touches, under headings.
    pub links: Vec<(String, Vec<LinkView>)>,
    /// Where it is added to the comparison; for parks and pairs.
    pub compare: Option<LinkView>,
    /// All that is claimed of it.
    pub table: TableView,
}

/// A short fact.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FactView {
    /// Told in words.
    Text(String),
    /// Told in words of another language, with its tag where the letters tell it.
    Foreign(String, Option<&'static str>),
    /// Told by what it leads to.
    Links(Vec<LinkView>),
}

/// A stage of the chain, and the side that does it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StageView {
    /// The stage.
    pub stage: String,
    /// The side.
    pub side: Side,
    /// Who says so, and when.
    pub source: String,
}

/// The page of a pair; `None` when there is no such pair.
#[must_use]
pub fn pair_view(catalogue: &Catalogue, id: &PairId, query: &ViewQuery, reader: &Reader) -> Option<RecordView> {
    let pair = catalogue.pairs().get(id)?;
    let words = reader.words();
    let around = catalogue.context().iter().filter(|thing| thing.pairs.contains(id));
    let legs = |ids: &[ParkId]| -> Vec<LinkView> { ids.iter().map(|leg| park_link(catalogue, leg, query, reader)).collect() };
    let mut facts = vec![text(words.partner_country, words.country(pair.partner_country))];
    facts.push((words.home_side.to_owned(), FactView::Links(legs(&pair.home))));
    facts.push((words.partner_side.to_owned(), FactView::Links(legs(&pair.partner))));
    facts.retain(|(_, fact)| *fact != FactView::Links(Vec::new()));
    if pair.model.is_reference() {
        facts.push(text(words.note, words.reference_model));
    } else if pair.partner.is_empty() {
        facts.push(text(words.partner_side, words.no_park_named));
    }
    Some(RecordView {
        kicker: format!("{} · {}", words.model(pair.model), words.status(pair.status)),
        title: reader.text(&pair.names),
        official: None,
        local: None,
        summary: pair.summary.as_ref().map(|summary| reader.text(summary)),
        facts,
        sectors: pair_chips(catalogue, pair, query, reader),
        sectors_note: None,
        stages: Stage::ALL.iter().flat_map(|(_, stage)| stages(catalogue, pair, *stage, reader)).collect(),
        links: context_links(around, query, reader).into_iter().collect(),
        compare: Some(compare_link(Of::Pairs, id.slug(), query, reader)),
        table: single_pair_table(catalogue, pair, query, reader),
    })
}

/// The page of a park; `None` when there is no such park.
#[must_use]
pub fn park_view(catalogue: &Catalogue, id: &ParkId, query: &ViewQuery, reader: &Reader) -> Option<RecordView> {
    let park = catalogue.parks().get(id)?;
    let words = reader.words();
    let side = side_of(park);
    let pairs = catalogue.pairs_of(id).map(|pair| pair_link(catalogue, &pair.id, query, reader)).collect::<Vec<_>>();
    let around = catalogue.context().iter().filter(|thing| thing.parks.contains(id));
    let access: Vec<String> =
        Access::ALL.iter().filter(|(_, way)| park.access.contains(way)).map(|(_, way)| words.access(*way).to_owned()).collect();
    let mut facts = vec![text(words.place_heading, place(park, reader))];
    if !pairs.is_empty() {
        facts.push((words.leg_of.to_owned(), FactView::Links(pairs)));
    }
    if !access.is_empty() {
        facts.push(text(words.facet(Facet::Access), words.list(&access)));
    }
    if let Some(point) = park.place {
        facts.push(text(words.coordinates, words.about(point.lat, point.lon, point.accuracy_km)));
    }
    if !park.acronyms.is_empty() {
        facts.push(text(words.acronyms, words.list(&park.acronyms)));
    }
    let title = reader.text(&park.short);
    let official = reader.text(&park.names);
    let sectors = park_chips(catalogue, park, query, reader);
    Some(RecordView {
        kicker: format!("{} · {}", words.park, words.status(park.status)),
        official: (official != title).then_some(official),
        local: local_name(&park.names, Some(park.country), reader)
            .or_else(|| park.short.local().map(|name| foreign_name(name, reader))),
        summary: park.summary.as_ref().map(|summary| reader.text(summary)),
        facts,
        sectors_note: (!sectors.is_empty()).then(|| words.sectors_basis.to_owned()),
        sectors,
        stages: Vec::new(),
        links: context_links(around, query, reader).into_iter().collect(),
        compare: Some(compare_link(Of::Parks, id.slug(), query, reader)),
        table: single_table(catalogue, &Subject::Park(id.clone()), Some(side), words.claims_about(&title), reader),
        title,
    })
}

/// The page of a thing around the pairs; `None` when there is no such thing.
#[must_use]
pub fn context_view(catalogue: &Catalogue, id: &ContextId, query: &ViewQuery, reader: &Reader) -> Option<RecordView> {
    let thing = catalogue.context().get(id)?;
    let words = reader.words();
    let pairs = thing.pairs.iter().map(|pair| pair_link(catalogue, pair, query, reader)).collect::<Vec<_>>();
    let parks = thing.parks.iter().map(|park| park_link(catalogue, park, query, reader)).collect::<Vec<_>>();
    let mut links = vec![(words.pairs.to_owned(), pairs), (words.parks.to_owned(), parks)];
    links.retain(|(_, links)| !links.is_empty());
    let mut facts = Vec::new();
    if let Some(country) = thing.country {
        facts.push(text(words.facet(Facet::Country), words.country(country)));
    }
    if !thing.acronyms.is_empty() {
        facts.push(text(words.acronyms, words.list(&thing.acronyms)));
    }
    let title = reader.text(&thing.short);
    let official = reader.text(&thing.names);
    Some(RecordView {
        kicker: words.context_kind(thing.kind).to_owned(),
        official: (official != title).then_some(official),
        local: local_name(&thing.names, thing.country, reader),
        summary: thing.summary.as_ref().map(|summary| reader.text(summary)),
        facts,
        sectors: Vec::new(),
        sectors_note: None,
        stages: Vec::new(),
        links,
        compare: None,
        table: single_table(catalogue, &Subject::Context(id.clone()), None, words.claims_about(&title), reader),
        title,
    })
}

/// The official name in the language of the place, beside which a reader of another language can ask for it: the one
/// that is written down, or that in the place's own language among those spoken here.
fn local_name(names: &Names, country: Option<Country>, reader: &Reader) -> Option<FactView> {
    let spoken_there = country.and_then(|country| match country.code() {
        "CN" => Some(Lang::ZhHans),
        "MY" => Some(Lang::Ms),
        "VN" => Some(Lang::Vi),
        _ => None,
    });
    let own = spoken_there.filter(|lang| *lang != reader.lang).and_then(|lang| names.own(lang));
    names.local().or(own).filter(|name| *name != reader.text(names)).map(|name| foreign_name(name, reader))
}

fn foreign_name(name: &str, reader: &Reader) -> FactView {
    FactView::Foreign(name.to_owned(), foreign(name, reader.lang))
}

fn text(label: &str, fact: impl Into<String>) -> (String, FactView) {
    (label.to_owned(), FactView::Text(fact.into()))
}

fn context_links<'a>(
    things: impl Iterator<Item = &'a Context>,
    query: &ViewQuery,
    reader: &Reader,
) -> Option<(String, Vec<LinkView>)> {
    let links: Vec<LinkView> =
        things.map(|thing| LinkView::to(reader.text(&thing.short), &Route::Context(thing.id.clone()), query)).collect();
    (!links.is_empty()).then(|| (reader.words().around.to_owned(), links))
}

/// A link that adds the thing to what is chosen, dropping what is of the other sort.
fn compare_link(of: Of, id: &Slug, query: &ViewQuery, reader: &Reader) -> LinkView {
    let words = reader.words();
    let chosen = if query.of == of { query.ids.clone() } else { Selection::default() };
    let next = |ids| ViewQuery { of, ids, ..query.carried() };
    if chosen.contains(id) || chosen.is_full() {
        return LinkView { label: words.open_comparison.to_owned(), href: href(&Route::Compare, &next(chosen)) };
    }
    let route = if chosen.is_empty() { Route::Explore } else { Route::Compare };
    LinkView { label: words.add_to_comparison.to_owned(), href: href(&route, &next(chosen.toggled(id))) }
}

fn stages(catalogue: &Catalogue, pair: &Pair, stage: Stage, reader: &Reader) -> Vec<StageView> {
    let with = pair.stages.iter().filter(|on| on.stage == stage);
    with.map(|on| {
        let source = catalogue.sources().get(&on.source);
        StageView {
            stage: reader.words().stage(stage).to_owned(),
            side: on.side,
            source: source.map_or_else(
                || on.source.to_string(),
                |source| {
                    let date = source.date.map(|date| reader.date(date));
                    date.map_or_else(|| source.publisher.clone(), |date| reader.words().dated(&source.publisher, date))
                },
            ),
        }
    })
    .collect()
}
