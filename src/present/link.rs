//! Links, ready to set: a label and where it leads.

use super::reader::Reader;
use crate::address::{Route, ViewQuery, href};
use crate::domain::catalogue::Catalogue;
use crate::domain::dispute::Subject;
use crate::domain::id::{PairId, ParkId};

/// A label and where it leads, below the base path.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LinkView {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub href: String,
}

impl LinkView {
    /// A link to a page, with what a visitor takes along.
    #[must_use]
    pub fn to(label: impl Into<String>, route: &Route, query: &ViewQuery) -> Self {
        Self { label: label.into(), href: href(route, &query.carried()) }
    }
}

/// A link to a park by its short name.
#[must_use]
pub fn park_link(catalogue: &Catalogue, id: &ParkId, query: &ViewQuery, reader: &Reader) -> LinkView {
    let label = catalogue.parks().get(id).map_or_else(|| id.to_string(), |park| reader.text(&park.short));
    LinkView::to(label, &Route::Park(id.clone()), query)
}

/// A link to a pair by its name.
#[must_use]
pub fn pair_link(catalogue: &Catalogue, id: &PairId, query: &ViewQuery, reader: &Reader) -> LinkView {
    let label = catalogue.pairs().get(id).map_or_else(|| id.to_string(), |pair| reader.text(&pair.names));
    LinkView::to(label, &Route::Pair(id.clone()), query)
}

/// A link to whatever claims are made about.
#[must_use]
pub fn subject_link(catalogue: &Catalogue, subject: &Subject, query: &ViewQuery, reader: &Reader) -> LinkView {
    let label = super::claims::subject_name(catalogue, subject, reader);
    let route = match subject {
        Subject::Park(id) => Route::Park(id.clone()),
        Subject::Pair(id) => Route::Pair(id.clone()),
        Subject::Context(id) => Route::Context(id.clone()),
    };
    LinkView::to(label, &route, query)
}
