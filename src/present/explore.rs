//! The Explore page: pairs or parks, narrowed by facets and free text, as cards or in a table.

use super::chips::{ChipView, pair_chips, park_chips};
use super::compare::{place, side_of};
use super::figure::FigureView;
use super::link::LinkView;
use super::reader::Reader;
use crate::address::{MAX_COMPARED, Route, View, ViewQuery, href};
use crate::domain::catalogue::{Around, Catalogue, Of};
use crate::domain::dispute::Subject;
use crate::domain::facet::{Facet, FacetValue};
use crate::domain::filter::{Filters, Part, Results};
use crate::domain::id::{AttributeId, PairId, ParkId, SectorId, Slug};
use crate::domain::order::sort_by;
use crate::domain::record::{Access, Model, Pair, Park, Side, Status, name_of, named};
use crate::domain::relax::relaxations;
use crate::domain::sort::{Direction, Sort, SortKey, sorted};

/// How many results are drawn at first, and again at every "show more".
pub const PAGE: usize = 24;

/// The attributes that a card shows of each leg, most telling first.
const HEADLINES: [&str; 4] = ["planned-area", "projects", "investment", "cit-effective"];

/// Whether cards show an attribute.
#[must_use]
pub fn is_headline(attribute: &AttributeId) -> bool {
    HEADLINES.contains(&attribute.as_str())
}

/// The orders that are offered, with their names.
fn sorts(reader: &Reader) -> [(Sort, &'static str); 7] {
    let words = reader.words();
    let sort = |key, direction| Sort { key, direction };
    [
        (sort(SortKey::Featured, Direction::Ascending), words.sort_featured),
        (sort(SortKey::Name, Direction::Ascending), words.sort_name),
        (sort(SortKey::Newest, Direction::Descending), words.sort_newest),
        (sort(SortKey::Area, Direction::Descending), words.sort_area),
        (sort(SortKey::Area, Direction::Ascending), words.sort_area_up),
        (sort(SortKey::Projects, Direction::Descending), words.sort_projects),
        (sort(SortKey::Jobs, Direction::Descending), words.sort_jobs),
    ]
}

/// What an order is called; for one that is not offered, its name in addresses.
#[must_use]
pub(crate) fn sort_name(sort: Sort, reader: &Reader) -> &'static str {
    let offered = sorts(reader).into_iter().find(|(known, _)| *known == sort);
    offered.map_or_else(|| name_of(&SortKey::ALL, sort.key), |(_, name)| name)
}

/// The Explore page, ready to draw.
#[derive(Clone, PartialEq, Debug)]
pub struct ExploreView {
    /// "12 pairs".
    pub count: String,
    /// "of 20, narrowed by …"; empty when nothing narrows.
    pub narrowed: String,
    /// The facets, with counts.
    pub facets: Vec<FacetView>,
    /// Pairs or parks.
    pub of: Vec<ChoiceView>,
    /// Cards or table.
    pub views: Vec<ChoiceView>,
    /// The orders, as a list to pick from.
    pub sorts: Vec<ChoiceView>,
    /// What was found, as far as it is drawn.
    pub results: ResultsView,
    /// How many more results there are than are drawn.
    pub hidden: usize,
    /// When nothing was found: what to drop, and what that would give.
    pub relaxations: Vec<LinkView>,
    /// Where all filters are dropped; `None` when there are none.
    pub clear: Option<String>,
    /// What is chosen for comparison.
    pub tray: TrayView,
    /// Filters that name nothing.
    pub notices: Vec<String>,
    /// Sectors and things around the pairs that the free text names too.
    pub elsewhere: Vec<LinkView>,
}

/// What was found, in the way the reader wants it drawn.
#[derive(Clone, PartialEq, Debug)]
pub enum ResultsView {
    /// A card each.
    Cards(Vec<CardView>),
    /// One table.
    Table {
        /// The headings that can be sorted by.
        heads: Vec<SortHeadView>,
        /// The rows.
        rows: Vec<RowView>,
    },
}

/// One of several choices, as a link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChoiceView {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// Whether it is the one in use.
    pub is_current: bool,
}

/// A facet with its values.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FacetView {
    /// Its name in addresses, which is its key.
    pub key: &'static str,
    /// Its name.
    pub name: String,
    /// Its values, those with results and those chosen.
    pub values: Vec<FacetValueView>,
}

/// A value of a facet.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FacetValueView {
    /// Its name in addresses, which is its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// How many results it would give.
    pub count: usize,
    /// Whether it is chosen.
    pub is_chosen: bool,
    /// Where it is added or taken away.
    pub href: String,
}

/// A pair or park as a card.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CardView {
    /// Its id, which is its key.
    pub id: String,
    /// Its name, with a link to its page.
    pub link: LinkView,
    /// The model and state.
    pub detail: String,
    /// The box to choose it for comparison.
    pub pick: PickView,
    /// Its legs, home side first; a park has one.
    pub legs: Vec<LegView>,
    /// Whether it has one leg by nature: a reference model, or a park by itself.
    pub is_single: bool,
    /// What its legs do.
    pub sectors: Vec<ChipView>,
    /// How many more sectors there are.
    pub more_sectors: usize,
}

/// The box to choose something for comparison.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PickView {
    /// "Compare China–Malaysia".
    pub label: String,
    /// Where it is chosen or put back.
    pub href: String,
    /// Whether it is chosen.
    pub is_picked: bool,
    /// Whether there is no room for another.
    pub is_full: bool,
}

/// A leg on a card.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LegView {
    /// Its side.
    pub side: Side,
    /// Its name, with a link; words where no park is named.
    pub link: Option<LinkView>,
    /// Region and country.
    pub place: String,
    /// Attribute and figure; `None` where nothing is published.
    pub figures: Vec<(String, Option<FigureView>)>,
}

/// A heading that can be sorted by.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SortHeadView {
    /// What it says.
    pub label: String,
    /// Where it sorts, or turns the order; `None` where the column can't be sorted by.
    pub href: Option<String>,
    /// The direction in use, when the list is sorted by it.
    pub direction: Option<Direction>,
    /// Whether the column holds figures.
    pub is_figure: bool,
}

/// A pair or park as a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowView {
    /// Its id, which is its key.
    pub id: String,
    /// Its name, with a link to its page.
    pub link: LinkView,
    /// The box to choose it for comparison.
    pub pick: PickView,
    /// The partner's country, or the place.
    pub place: String,
    /// The model and state.
    pub detail: String,
    /// A figure per leg, in the order of the figure columns: name of the leg, side, figure.
    pub figures: Vec<Vec<(String, Side, Option<FigureView>)>>,
}

/// What is chosen for comparison.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TrayView {
    /// The chosen, each with a link that puts it back.
    pub chosen: Vec<LinkView>,
    /// Where they are compared; `None` until two are chosen.
    pub compare: Option<LinkView>,
    /// What to do next: choose another, or that there is no room.
    pub hint: String,
    /// Where all are put back.
    pub clear: String,
}

/// Makes the Explore page with at most `shown` results drawn.
#[must_use]
pub fn explore_view(catalogue: &Catalogue, query: &ViewQuery, shown: usize, reader: &Reader) -> ExploreView {
    let words = reader.words();
    let (filters, unknown) = query.filters.split_unknown(catalogue, query.of);
    let results = Results::of(catalogue, query.of, &filters);
    let order = sorted(catalogue, query.of, &results, query.sort, reader.lang, reader.today);
    let drawn = || order.iter().take(shown).copied();
    let total = catalogue.count(query.of);
    let choice = |label: &str, next: ViewQuery, is_current| ChoiceView {
        label: label.to_owned(),
        href: href(&Route::Explore, &next),
        is_current,
    };
    let sort_choice = |(sort, label): (Sort, &str)| choice(label, ViewQuery { sort, ..query.clone() }, query.sort == sort);
    ExploreView {
        count: words.results(query.of, order.len()),
        narrowed: if filters.is_empty() { String::new() } else { words.of_all(total) },
        facets: facets(catalogue, query, &filters, &results, reader),
        of: [(Of::Pairs, words.pairs), (Of::Parks, words.parks)]
            .map(|(of, label)| choice(label, switch_of(query, of), query.of == of))
            .to_vec(),
        views: [(View::Cards, words.cards), (View::Table, words.table)]
            .map(|(view, label)| {
                let is_current = (view == View::Table) == (query.view == View::Table);
                choice(label, ViewQuery { view, ..query.clone() }, is_current)
            })
            .to_vec(),
        sorts: sorts(reader).into_iter().map(sort_choice).collect(),
        results: match query.view {
            View::Cards | View::Charts => {
                ResultsView::Cards(drawn().filter_map(|at| card(catalogue, query, at, reader)).collect())
            }
            View::Table => ResultsView::Table {
                heads: heads(catalogue, query, reader),
                rows: drawn().filter_map(|at| row(catalogue, query, at, reader)).collect(),
            },
        },
        hidden: order.len().saturating_sub(shown),
        relaxations: relaxations(catalogue, query.of, &filters)
            .into_iter()
            .map(|relaxation| LinkView {
                label: words.relax(
                    words.list(&part_names(&relaxation.parts, &filters, reader)),
                    words.results(query.of, relaxation.count),
                ),
                href: href(&Route::Explore, &query.with_filters(filters.without(&relaxation.parts))),
            })
            .collect(),
        clear: (!query.filters.is_empty()).then(|| href(&Route::Explore, &query.with_filters(Filters::default()))),
        tray: tray(catalogue, query, reader),
        elsewhere: elsewhere(catalogue, query, reader),
        notices: unknown.iter().map(|(facet, value)| words.unknown_filter(words.facet(*facet), value.as_str())).collect(),
    }
}

/// What else answers the free text, as far as it fits on a line.
fn elsewhere(catalogue: &Catalogue, query: &ViewQuery, reader: &Reader) -> Vec<LinkView> {
    const ROOM: usize = 6;
    let found = catalogue.found_around(&query.filters.text).into_iter().take(ROOM);
    let link = |found| match found {
        Around::Sector(sector) => LinkView::to(reader.text(&sector.names), &Route::Sector(sector.id.clone()), query),
        Around::Context(thing) => LinkView::to(reader.text(&thing.short), &Route::Context(thing.id.clone()), query),
    };
    found.map(link).collect()
}

/// The same view of the other list: what was chosen for comparison there can't come along.
fn switch_of(query: &ViewQuery, of: Of) -> ViewQuery {
    if of == query.of { query.clone() } else { ViewQuery { of, ids: Default::default(), ..query.clone() } }
}

fn part_names(parts: &[Part], filters: &Filters, reader: &Reader) -> Vec<String> {
    let words = reader.words();
    parts
        .iter()
        .map(|part| match part {
            Part::Text => words.quoted(&filters.text),
            Part::Facet(facet) => words.facet(*facet).to_owned(),
        })
        .collect()
}

fn facets(catalogue: &Catalogue, query: &ViewQuery, filters: &Filters, results: &Results, reader: &Reader) -> Vec<FacetView> {
    let mut facets = Vec::new();
    for (key, facet) in Facet::ALL {
        let mut values: Vec<FacetValueView> = catalogue
            .facets(query.of)
            .values(facet)
            .iter()
            .map(|(value, having)| FacetValueView {
                key: value.as_str().to_owned(),
                name: value_name(catalogue, facet, value, reader),
                count: results.count(facet, having),
                is_chosen: filters.has(facet, value),
                href: href(&Route::Explore, &query.with_filters(filters.toggled(facet, value))),
            })
            .collect();
        match facet {
            Facet::Country | Facet::Sector => sort_by(&mut values, |a, b| a.name.cmp(&b.name).then_with(|| a.key.cmp(&b.key))),
            // Models, states and ways keep the order in which they are defined.
            Facet::Model => sort_by(&mut values, |a, b| named(&Model::ALL, &a.key).cmp(&named(&Model::ALL, &b.key))),
            Facet::Status => sort_by(&mut values, |a, b| named(&Status::ALL, &a.key).cmp(&named(&Status::ALL, &b.key))),
            Facet::Access => sort_by(&mut values, |a, b| named(&Access::ALL, &a.key).cmp(&named(&Access::ALL, &b.key))),
        }
        if !values.is_empty() {
            let name = match (facet, query.of) {
                (Facet::Country, Of::Pairs) => reader.words().partner_country,
                _ => reader.words().facet(facet),
            };
            facets.push(FacetView { key, name: name.to_owned(), values });
        }
    }
    facets
}

/// What a value of a facet is called.
pub(crate) fn value_name(catalogue: &Catalogue, facet: Facet, value: &FacetValue, reader: &Reader) -> String {
    let words = reader.words();
    let text = value.as_str();
    let name = match facet {
        Facet::Country => crate::domain::id::Country::parse(text).map(|country| words.country(country)),
        Facet::Sector => {
            SectorId::parse(text).and_then(|id| catalogue.sectors().get(&id)).map(|sector| reader.text(&sector.names))
        }
        Facet::Model => named(&Model::ALL, text).map(|model| words.model(model).to_owned()),
        Facet::Status => named(&Status::ALL, text).map(|status| words.status(status).to_owned()),
        Facet::Access => named(&Access::ALL, text).map(|access| words.access(access).to_owned()),
    };
    name.unwrap_or_else(|| text.to_owned())
}

fn pick(id: &Slug, name: &str, query: &ViewQuery, reader: &Reader) -> PickView {
    let is_picked = query.ids.contains(id);
    PickView {
        label: reader.words().compare_it(name),
        href: href(&Route::Explore, &query.with_ids(query.ids.toggled(id))),
        is_picked,
        is_full: query.ids.is_full() && !is_picked,
    }
}

fn card(catalogue: &Catalogue, query: &ViewQuery, at: usize, reader: &Reader) -> Option<CardView> {
    match query.of {
        Of::Pairs => catalogue.pairs().at(at).map(|pair| pair_card(catalogue, query, pair, reader)),
        Of::Parks => catalogue.parks().at(at).map(|park| park_card(catalogue, query, park, reader)),
    }
}

fn pair_card(catalogue: &Catalogue, query: &ViewQuery, pair: &Pair, reader: &Reader) -> CardView {
    let words = reader.words();
    let name = reader.text(&pair.names);
    let leg = |side, ids: &[ParkId]| -> Vec<LegView> {
        // One leg has room for all headlines; several share it.
        let shown = if ids.len() <= 1 { HEADLINES.len() } else { 1 };
        ids.iter()
            .filter_map(|id| catalogue.parks().get(id))
            .map(|park| leg(catalogue, query, park, side, shown, reader))
            .collect()
    };
    let mut legs = leg(Side::Home, &pair.home);
    legs.extend(leg(Side::Partner, &pair.partner));
    if !pair.model.is_reference() && pair.partner.is_empty() {
        let place = words.country(pair.partner_country);
        legs.push(LegView { side: Side::Partner, link: None, place, figures: Vec::new() });
    }
    let (sectors, more_sectors) = some_of(pair_chips(catalogue, pair, query, reader));
    CardView {
        id: pair.id.to_string(),
        link: super::link::pair_link(catalogue, &pair.id, query, reader),
        detail: format!("{} · {}", words.model(pair.model), words.status(pair.status)),
        pick: pick(pair.id.slug(), &name, query, reader),
        is_single: pair.model.is_reference(),
        legs,
        sectors,
        more_sectors,
    }
}

fn park_card(catalogue: &Catalogue, query: &ViewQuery, park: &Park, reader: &Reader) -> CardView {
    let words = reader.words();
    let name = reader.text(&park.short);
    let side = side_of(park);
    let (sectors, more_sectors) = some_of(park_chips(catalogue, park, query, reader));
    CardView {
        id: park.id.to_string(),
        link: LinkView::to(name.clone(), &Route::Park(park.id.clone()), query),
        detail: words.status(park.status).to_owned(),
        pick: pick(park.id.slug(), &name, query, reader),
        legs: vec![LegView { link: None, ..leg(catalogue, query, park, side, HEADLINES.len(), reader) }],
        is_single: true,
        sectors,
        more_sectors,
    }
}

/// How many sectors a card shows.
const MAX_CHIPS: usize = 7;

/// The first of the chips, and how many more there are.
fn some_of(mut chips: Vec<ChipView>) -> (Vec<ChipView>, usize) {
    let more = chips.len().saturating_sub(MAX_CHIPS);
    chips.truncate(MAX_CHIPS);
    (chips, more)
}

fn leg(catalogue: &Catalogue, query: &ViewQuery, park: &Park, side: Side, shown: usize, reader: &Reader) -> LegView {
    let figures = HEADLINES.iter().take(shown).filter_map(|id| {
        let attribute = catalogue.attributes().get(&AttributeId::parse(id)?)?;
        Some((reader.words().headline(id).to_owned(), headline(catalogue, &park.id, &attribute.id, reader)))
    });
    LegView {
        side,
        link: Some(super::link::park_link(catalogue, &park.id, query, reader)),
        place: place(park, reader),
        figures: figures.collect(),
    }
}

/// The figure of an attribute that a park itself publishes.
fn headline(catalogue: &Catalogue, park: &ParkId, attribute: &AttributeId, reader: &Reader) -> Option<FigureView> {
    let attribute = catalogue.attributes().get(attribute)?;
    let standing = catalogue.standing(&Subject::Park(park.clone()), attribute, reader.today)?;
    standing.chosen().map(|claim| FigureView::of(claim, catalogue, reader))
}

fn heads(catalogue: &Catalogue, query: &ViewQuery, reader: &Reader) -> Vec<SortHeadView> {
    let words = reader.words();
    let head = |label: &str, key: Option<SortKey>, first: Direction, is_figure: bool| {
        let direction = key.filter(|key| query.sort.key == *key).map(|_| query.sort.direction);
        let next = match direction {
            Some(Direction::Ascending) => Direction::Descending,
            Some(Direction::Descending) => Direction::Ascending,
            None => first,
        };
        let link = key.map(|key| href(&Route::Explore, &ViewQuery { sort: Sort { key, direction: next }, ..query.clone() }));
        SortHeadView { label: label.to_owned(), href: link, direction, is_figure }
    };
    let place = if query.of == Of::Pairs { words.partner_country } else { words.place_heading };
    let mut heads = vec![
        head(words.name, Some(SortKey::Name), Direction::Ascending, false),
        head(place, None, Direction::Ascending, false),
        head(words.model_and_state, None, Direction::Ascending, false),
    ];
    for key in TABLE_KEYS {
        let attribute = key.attribute().and_then(AttributeId::parse);
        let attribute = attribute.and_then(|id| catalogue.attributes().get(&id));
        heads.extend(attribute.map(|attribute| head(&reader.text(&attribute.names), Some(key), Direction::Descending, true)));
    }
    heads
}

/// The figure columns of the table.
const TABLE_KEYS: [SortKey; 3] = [SortKey::Area, SortKey::Projects, SortKey::Jobs];

fn row(catalogue: &Catalogue, query: &ViewQuery, at: usize, reader: &Reader) -> Option<RowView> {
    let words = reader.words();
    let figures = |legs: &[(Side, &ParkId)]| -> Vec<Vec<(String, Side, Option<FigureView>)>> {
        let attributes = TABLE_KEYS.iter().filter_map(|key| AttributeId::parse(key.attribute()?));
        attributes
            .filter(|attribute| catalogue.attributes().get(attribute).is_some())
            .map(|attribute| {
                let of_leg = |(side, id): &(Side, &ParkId)| {
                    let name = catalogue.parks().get(id).map(|park| reader.text(&park.short)).unwrap_or_default();
                    (name, *side, headline(catalogue, id, &attribute, reader))
                };
                legs.iter().map(of_leg).collect()
            })
            .collect()
    };
    match query.of {
        Of::Pairs => {
            let pair = catalogue.pairs().at(at)?;
            let legs: Vec<(Side, &ParkId)> = pair.legs().collect();
            Some(RowView {
                id: pair.id.to_string(),
                link: super::link::pair_link(catalogue, &pair.id, query, reader),
                pick: pick(pair.id.slug(), &reader.text(&pair.names), query, reader),
                place: words.country(pair.partner_country),
                detail: format!("{} · {}", words.model(pair.model), words.status(pair.status)),
                figures: figures(&legs),
            })
        }
        Of::Parks => {
            let park = catalogue.parks().at(at)?;
            Some(RowView {
                id: park.id.to_string(),
                link: super::link::park_link(catalogue, &park.id, query, reader),
                pick: pick(park.id.slug(), &reader.text(&park.short), query, reader),
                place: place(park, reader),
                detail: words.status(park.status).to_owned(),
                figures: figures(&[(side_of(park), &park.id)]),
            })
        }
    }
}

fn tray(catalogue: &Catalogue, query: &ViewQuery, reader: &Reader) -> TrayView {
    let words = reader.words();
    let name = |id: &Slug| match query.of {
        Of::Pairs => catalogue.pairs().get(&PairId::from(id.clone())).map(|pair| reader.text(&pair.names)),
        Of::Parks => catalogue.parks().get(&ParkId::from(id.clone())).map(|park| reader.text(&park.short)),
    };
    let known: Vec<(&Slug, String)> = query.ids.iter().filter_map(|id| Some((id, name(id)?))).collect();
    let chosen = known
        .iter()
        .map(|(id, name)| LinkView { label: name.clone(), href: href(&Route::Explore, &query.with_ids(query.ids.toggled(id))) });
    let compare = (known.len() >= 2).then(|| LinkView {
        label: words.compare_count(words.results(query.of, known.len())),
        href: href(&Route::Compare, &query.carried()),
    });
    let hint = match known.len() {
        1 => words.choose_another,
        MAX_COMPARED => words.tray_full,
        _ => words.up_to_five,
    };
    TrayView {
        chosen: chosen.collect(),
        compare,
        hint: hint.to_owned(),
        clear: href(&Route::Explore, &query.with_ids(Default::default())),
    }
}
