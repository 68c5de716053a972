//! What staff can choose from: pages that a visitor may begin with, and pairs by which the kiosk shows itself.

use super::attract::shown;
use crate::address::{MAX_COMPARED, Route, Selection, ViewQuery, href};
use crate::domain::catalogue::{Catalogue, Of};
use crate::domain::id::PairId;
use crate::present::reader::Reader;

/// Pages to begin with, as links with their names: the list of pairs, that of parks, the first pairs side by side, and
/// the sectors.
#[must_use]
pub fn first_pages(catalogue: &Catalogue, reader: &Reader) -> Vec<(String, String)> {
    let words = reader.words();
    let first: Selection =
        shown(catalogue, &[], reader).iter().map(|shown| shown.id().slug().clone()).take(MAX_COMPARED.min(3)).collect();
    let parks = ViewQuery { of: Of::Parks, ..ViewQuery::default() };
    let compared = ViewQuery { ids: first, ..ViewQuery::default() };
    vec![
        (href(&Route::Explore, &ViewQuery::default()), words.pairs.to_owned()),
        (href(&Route::Explore, &parks), words.parks.to_owned()),
        (href(&Route::Compare, &compared), words.compare.to_owned()),
        (href(&Route::Sectors, &ViewQuery::default()), words.sectors.to_owned()),
    ]
}

/// The pairs that have enough figures to be shown, with their names.
#[must_use]
pub fn shown_choices(catalogue: &Catalogue, reader: &Reader) -> Vec<(PairId, String)> {
    shown(catalogue, &[], reader).iter().map(|shown| (shown.id().clone(), shown.name(reader))).collect()
}
