//! Sectors against legs: what a pair shares, where its legs complete each other, and what is on neither.

use super::link::{LinkView, pair_link, park_link};
use super::reader::Reader;
use crate::address::{Route, ViewQuery};
use crate::domain::catalogue::{Catalogue, Of};
use crate::domain::facet::Facet;
use crate::domain::id::ParkId;
use crate::domain::record::{Pair, Sector, Side};

/// Sectors against legs, ready to draw.
#[derive(Clone, PartialEq, Debug)]
pub struct MatrixView {
    /// The pairs with their legs.
    pub heads: Vec<MatrixHead>,
    /// A row for every sector that some leg does, those first that most legs do.
    pub rows: Vec<MatrixRow>,
    /// The sectors that no leg does.
    pub nowhere: Vec<LinkView>,
}

/// A pair over its legs.
#[derive(Clone, PartialEq, Debug)]
pub struct MatrixHead {
    /// The pair.
    pub link: LinkView,
    /// Its legs and their sides.
    pub legs: Vec<(LinkView, Side)>,
}

/// A sector over the legs.
#[derive(Clone, PartialEq, Debug)]
pub struct MatrixRow {
    /// The sector.
    pub link: LinkView,
    /// For every pair: what it makes of the sector, and which legs do it.
    pub pairs: Vec<(Share, Vec<bool>)>,
}

/// What a pair makes of a sector.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Share {
    /// Both sides do it.
    Both,
    /// Only this side does it, and so completes the other.
    Only(Side),
    /// Neither side does it.
    Neither,
}

/// Makes the matrix of some pairs; `None` when none of them has a leg with a sector.
#[must_use]
pub fn matrix(catalogue: &Catalogue, pairs: &[&Pair], query: &ViewQuery, reader: &Reader) -> Option<MatrixView> {
    let heads = pairs.iter().map(|pair| MatrixHead {
        link: pair_link(catalogue, &pair.id, query, reader),
        legs: pair.legs().map(|(side, leg)| (park_link(catalogue, leg, query, reader), side)).collect(),
    });
    let link = |sector: &Sector| LinkView::to(reader.text(&sector.names), &Route::Sector(sector.id.clone()), query);
    let (mut rows, mut nowhere) = (Vec::new(), Vec::new());
    for sector in catalogue.sectors().iter() {
        let of_pair = |pair: &&Pair| {
            let legs: Vec<(Side, bool)> = pair.legs().map(|(side, leg)| (side, does(catalogue, leg, sector))).collect();
            let has = |wanted: Side| legs.iter().any(|(side, does)| *does && *side == wanted);
            let share = match (has(Side::Home), has(Side::Partner)) {
                (true, true) => Share::Both,
                (true, false) => Share::Only(Side::Home),
                (false, true) => Share::Only(Side::Partner),
                (false, false) => Share::Neither,
            };
            (share, legs.into_iter().map(|(_, does)| does).collect::<Vec<bool>>())
        };
        let of_pairs: Vec<(Share, Vec<bool>)> = pairs.iter().map(of_pair).collect();
        let count = of_pairs.iter().flat_map(|(_, legs)| legs).filter(|does| **does).count();
        if count == 0 {
            nowhere.push(link(sector));
        } else {
            rows.push((count, MatrixRow { link: link(sector), pairs: of_pairs }));
        }
    }
    crate::domain::order::sort_by(&mut rows, |a, b| b.0.cmp(&a.0));
    let rows: Vec<MatrixRow> = rows.into_iter().map(|(_, row)| row).collect();
    (!rows.is_empty()).then(|| MatrixView { heads: heads.collect(), rows, nowhere })
}

/// Whether a park does a sector or a branch of it.
fn does(catalogue: &Catalogue, park: &ParkId, sector: &Sector) -> bool {
    let having =
        Facet::Sector.value(sector.id.as_str()).and_then(|value| catalogue.facets(Of::Parks).having(Facet::Sector, &value));
    catalogue.parks().position(park).is_some_and(|at| having.is_some_and(|bits| bits.contains(at)))
}
