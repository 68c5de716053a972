//! Which figures nobody publishes: for every park, the attributes that are figures for some other park and not for it.

use super::link::{LinkView, park_link};
use super::reader::Reader;
use crate::address::ViewQuery;
use crate::domain::attribute::{Attribute, Shape};
use crate::domain::catalogue::Catalogue;
use crate::domain::id::ParkId;
use crate::domain::order::sort_by;

/// A park and what nobody publishes about it.
#[derive(Clone, PartialEq, Debug)]
pub struct UnpublishedView {
    /// The park.
    pub park: LinkView,
    /// How many of the figures are published.
    pub published: usize,
    /// How many there are for some park.
    pub total: usize,
    /// The names of those that are not, in the order of the attributes.
    pub missing: Vec<String>,
}

/// Makes the list of all parks, those with the most missing first.
#[must_use]
pub fn unpublished(catalogue: &Catalogue, query: &ViewQuery, reader: &Reader) -> Vec<UnpublishedView> {
    let is_published = |park: &ParkId, attribute: &Attribute| catalogue.standing_of_park(park, attribute, reader.today).is_some();
    let figures: Vec<&Attribute> = catalogue
        .attributes()
        .iter()
        .filter(|attribute| matches!(attribute.shape, Shape::Measured(_)))
        .filter(|attribute| catalogue.parks().iter().any(|park| is_published(&park.id, attribute)))
        .collect();
    let mut parks: Vec<UnpublishedView> = catalogue
        .parks()
        .iter()
        .map(|park| {
            let missing = figures.iter().filter(|attribute| !is_published(&park.id, attribute));
            let missing: Vec<String> = missing.map(|attribute| reader.text(&attribute.names)).collect();
            UnpublishedView {
                park: park_link(catalogue, &park.id, query, reader),
                published: figures.len() - missing.len(),
                total: figures.len(),
                missing,
            }
        })
        .collect();
    sort_by(&mut parks, |a, b| b.missing.len().cmp(&a.missing.len()));
    parks
}
