//! The pages of all sectors and of one.

use super::link::{LinkView, pair_link, park_link};
use super::reader::Reader;
use crate::address::{Route, ViewQuery, href};
use crate::domain::catalogue::{Catalogue, Of};
use crate::domain::facet::Facet;
use crate::domain::id::{ParkId, SectorId};
use crate::domain::record::Sector;

/// All sectors, branches under their parents.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SectorsView {
    /// The sectors without a parent, in the order of the file.
    pub roots: Vec<SectorNode>,
}

/// A sector and its branches.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SectorNode {
    /// The sector, with a link to its page.
    pub link: LinkView,
    /// "3 pairs, 5 parks".
    pub count: String,
    /// Its branches.
    pub branches: Vec<SectorNode>,
}

/// One sector.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SectorView {
    /// Its name.
    pub title: String,
    /// The sector it is a branch of.
    pub parent: Option<LinkView>,
    /// Its branches.
    pub branches: Vec<LinkView>,
    /// "HS chapters 85"; empty where none is clear.
    pub hs: String,
    /// The pairs in which it is found, with the legs that do it.
    pub pairs: Vec<SectorPairView>,
    /// Every park that does it.
    pub parks: Vec<(LinkView, String)>,
    /// The list narrowed to this sector.
    pub explore: LinkView,
}

/// A pair in which a sector is found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SectorPairView {
    /// The pair.
    pub link: LinkView,
    /// The home legs that do it.
    pub home: Vec<LinkView>,
    /// The partner legs that do it.
    pub partner: Vec<LinkView>,
}

/// Makes the page of all sectors.
#[must_use]
pub fn sectors_view(catalogue: &Catalogue, query: &ViewQuery, reader: &Reader) -> SectorsView {
    let roots = catalogue.sectors().iter().filter(|sector| sector.parent.is_none());
    SectorsView { roots: roots.map(|sector| node(catalogue, sector, query, reader)).collect() }
}

fn node(catalogue: &Catalogue, sector: &Sector, query: &ViewQuery, reader: &Reader) -> SectorNode {
    let words = reader.words();
    let counted = |of| words.results(of, count(catalogue, of, &sector.id));
    SectorNode {
        link: sector_link(sector, query, reader),
        count: words.pairs_and_parks(counted(Of::Pairs), counted(Of::Parks)),
        // Sectors form a forest (the catalogue sees to it), so this ends.
        branches: branches(catalogue, sector).map(|branch| node(catalogue, branch, query, reader)).collect(),
    }
}

fn branches<'a>(catalogue: &'a Catalogue, sector: &'a Sector) -> impl Iterator<Item = &'a Sector> {
    catalogue.sectors().iter().filter(|branch| branch.parent.as_ref() == Some(&sector.id))
}

fn count(catalogue: &Catalogue, of: Of, id: &SectorId) -> usize {
    let value = Facet::Sector.value(id.as_str());
    value.and_then(|value| catalogue.facets(of).having(Facet::Sector, &value)).map_or(0, |bits| bits.count())
}

fn sector_link(sector: &Sector, query: &ViewQuery, reader: &Reader) -> LinkView {
    LinkView::to(reader.text(&sector.names), &Route::Sector(sector.id.clone()), query)
}

/// The page of a sector; `None` when there is no such sector.
#[must_use]
pub fn sector_view(catalogue: &Catalogue, id: &SectorId, query: &ViewQuery, reader: &Reader) -> Option<SectorView> {
    let sector = catalogue.sectors().get(id)?;
    let words = reader.words();
    let value = Facet::Sector.value(id.as_str())?;
    let having = |of| catalogue.facets(of).having(Facet::Sector, &value);
    let does = |park: &ParkId| {
        let at = catalogue.parks().position(park);
        at.is_some_and(|at| having(Of::Parks).is_some_and(|bits| bits.contains(at)))
    };
    let legs = |ids: &[ParkId]| ids.iter().filter(|id| does(id)).map(|id| park_link(catalogue, id, query, reader)).collect();
    let pairs = having(Of::Pairs).into_iter().flat_map(|bits| bits.iter()).filter_map(|at| catalogue.pairs().at(at));
    let parks = having(Of::Parks).into_iter().flat_map(|bits| bits.iter()).filter_map(|at| catalogue.parks().at(at));
    let narrowed = ViewQuery { of: query.of, ..query.carried() }
        .with_filters(crate::domain::filter::Filters::default().toggled(Facet::Sector, &value));
    Some(SectorView {
        title: reader.text(&sector.names),
        parent: sector
            .parent
            .as_ref()
            .and_then(|id| catalogue.sectors().get(id))
            .map(|parent| sector_link(parent, query, reader)),
        branches: branches(catalogue, sector).map(|branch| sector_link(branch, query, reader)).collect(),
        hs: if sector.hs.is_empty() { String::new() } else { words.hs_chapters(words.enumerated(&sector.hs)) },
        pairs: pairs
            .map(|pair| SectorPairView {
                link: pair_link(catalogue, &pair.id, query, reader),
                home: legs(&pair.home),
                partner: legs(&pair.partner),
            })
            .collect(),
        parks: parks.map(|park| (park_link(catalogue, &park.id, query, reader), super::compare::place(park, reader))).collect(),
        explore: LinkView { label: words.show_in_list.to_owned(), href: href(&Route::Explore, &narrowed) },
    })
}
