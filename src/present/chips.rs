//! Sectors as chips: what is done, and on which side.

use super::compare::side_of;
use super::link::LinkView;
use super::reader::Reader;
use crate::address::{Route, ViewQuery};
use crate::domain::catalogue::Catalogue;
use crate::domain::id::{ParkId, SectorId};
use crate::domain::record::{Pair, Park, Side};

/// A sector, and whose it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChipView {
    /// The sector, with a link.
    pub link: LinkView,
    /// The side that does it; `None` when both do.
    pub side: Option<Side>,
}

/// The sectors of a park.
#[must_use]
pub fn park_chips(catalogue: &Catalogue, park: &Park, query: &ViewQuery, reader: &Reader) -> Vec<ChipView> {
    let side = Some(side_of(park));
    park.sectors.iter().filter_map(|id| chip(catalogue, id, side, query, reader)).collect()
}

/// The sectors of a pair: those of both sides first, then the home side's, then the partner's.
#[must_use]
pub fn pair_chips(catalogue: &Catalogue, pair: &Pair, query: &ViewQuery, reader: &Reader) -> Vec<ChipView> {
    let (home, partner) = (sectors(catalogue, &pair.home), sectors(catalogue, &pair.partner));
    let both = home.iter().filter(|id| partner.contains(id)).map(|id| (*id, None));
    let only_home = home.iter().filter(|id| !partner.contains(id)).map(|id| (*id, Some(Side::Home)));
    let only_partner = partner.iter().filter(|id| !home.contains(id)).map(|id| (*id, Some(Side::Partner)));
    let all = both.chain(only_home).chain(only_partner);
    all.filter_map(|(id, side)| chip(catalogue, id, side, query, reader)).collect()
}

/// The sectors of some parks, each once, in the order in which they are named.
fn sectors<'a>(catalogue: &'a Catalogue, parks: &[ParkId]) -> Vec<&'a SectorId> {
    let mut found: Vec<&SectorId> = Vec::new();
    for id in parks.iter().filter_map(|id| catalogue.parks().get(id)).flat_map(|park| &park.sectors) {
        if !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

fn chip(catalogue: &Catalogue, id: &SectorId, side: Option<Side>, query: &ViewQuery, reader: &Reader) -> Option<ChipView> {
    let sector = catalogue.sectors().get(id)?;
    Some(ChipView { link: LinkView::to(reader.text(&sector.names), &Route::Sector(id.clone()), query), side })
}
