//! One claim as it stands in a cell: value first, unit small, date smaller.

use super::number::{in_land_unit, range, rounded};
use super::reader::Reader;
use crate::domain::attribute::Scope;
use crate::domain::catalogue::Catalogue;
use crate::domain::claim::{Claim, Value};
use crate::domain::id::ScopeId;
use crate::domain::quantity::Quantity;
use crate::domain::standing::Contradiction;

/// A figure, date or text, ready to draw.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FigureView {
    /// The value: `29.5 bn`, `Apr 2025`, or words.
    pub value: String,
    /// The unit as shown; empty for counts, dates and words.
    pub unit: String,
    /// When it held; empty when the source gives no date.
    pub as_of: String,
    /// The kind, where it has one.
    pub kind: Option<String>,
    /// The scope, where it is not the whole.
    pub scope: Option<String>,
    /// Whether it has no published source.
    pub is_unverified: bool,
    /// Whether the value is running text rather than a figure.
    pub is_text: bool,
}

impl FigureView {
    /// Shows a claim.
    #[must_use]
    pub fn of(claim: &Claim, catalogue: &Catalogue, reader: &Reader) -> Self {
        let (value, unit) = match &claim.value {
            Value::Quantity(quantity) => amount(quantity, reader),
            Value::Date(period) => (reader.period(*period), String::new()),
            Value::Text(text) => (reader.text(text), String::new()),
        };
        Self {
            value,
            unit,
            as_of: claim.as_of.map(|as_of| reader.period(as_of)).unwrap_or_default(),
            kind: claim.kind.map(|kind| reader.words().kind(kind).to_owned()),
            scope: scope(&claim.scope, catalogue, reader),
            is_unverified: !claim.is_verified(),
            is_text: matches!(claim.value, Value::Text(_)),
        }
    }
}

/// The value and unit of a quantity, in the reader's land unit.
#[must_use]
pub fn amount(quantity: &Quantity, reader: &Reader) -> (String, String) {
    let shown = in_land_unit(quantity, reader.units.base());
    (range(&shown, reader.lang), reader.words().unit(shown.unit()))
}

/// The range over claims that contradict each other, with its unit; `None` where they are no figures or agree in size.
#[must_use]
pub fn disputed_range(dispute: &Contradiction<'_>, reader: &Reader) -> Option<String> {
    /// Digits enough to tell figures apart that were stated in different units.
    const DIGITS: usize = 4;
    let range = dispute.range().filter(Quantity::is_range)?;
    let is_mixed = dispute.claims.iter().filter_map(|claim| claim.quantity()).any(|figure| figure.unit() != range.unit());
    let range = if is_mixed { rounded(&range, DIGITS) } else { range };
    let (value, unit) = amount(&range, reader);
    Some(format!("{value}{}", reader.words().behind(&unit)))
}

/// A scope's name; `None` for the whole.
#[must_use]
pub fn scope(id: &ScopeId, catalogue: &Catalogue, reader: &Reader) -> Option<String> {
    let is_part = id.as_str() != Scope::WHOLE;
    is_part.then(|| catalogue.scopes().get(id).map_or_else(|| id.to_string(), |scope| reader.text(&scope.names)))
}
