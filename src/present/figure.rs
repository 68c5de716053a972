//! One claim as it stands in a cell: value first, unit small, date smaller.

use super::number::{in_land_unit, range, rounded, shown_digits};
use super::reader::Reader;
use crate::domain::attribute::Scope;
use crate::domain::catalogue::Catalogue;
use crate::domain::claim::{Claim, Lapse, Value};
use crate::domain::id::ScopeId;
use crate::domain::quantity::Quantity;
use crate::domain::rates::Way;
use crate::domain::standing::Contradiction;
use crate::domain::unit::{Base, Currency, Unit};

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
    /// When what it states ended or will end, or that it may have.
    pub lapse: Option<String>,
    /// Whether it has no published source.
    pub is_unverified: bool,
    /// Why it is not in the reader's currency, where it should be.
    pub lacking: Option<String>,
    /// Whether the value is running text rather than a figure.
    pub is_text: bool,
}

impl FigureView {
    /// Shows a claim.
    #[must_use]
    pub fn of(claim: &Claim, catalogue: &Catalogue, reader: &Reader) -> Self {
        let (value, unit) = match &claim.value {
            Value::Quantity(quantity) => amount(quantity, catalogue, reader),
            Value::Date(period) => (reader.period(*period), String::new()),
            Value::Text(text) => (reader.text(text), String::new()),
        };
        let lacking = claim.quantity().and_then(|quantity| lacking_rate(quantity, catalogue, reader));
        Self {
            value,
            unit,
            as_of: claim.as_of.map(|as_of| reader.period(as_of)).unwrap_or_default(),
            kind: claim.kind.map(|kind| reader.words().kind(kind).to_owned()),
            scope: scope(&claim.scope, catalogue, reader),
            lapse: claim.lapses.map(|lapse| lapse_words(lapse, reader)),
            is_unverified: !claim.is_verified(),
            lacking,
            is_text: matches!(claim.value, Value::Text(_)),
        }
    }
}

fn lapse_words(lapse: Lapse, reader: &Reader) -> String {
    let words = reader.words();
    match lapse {
        Lapse::Unsure => words.may_have_lapsed.to_owned(),
        Lapse::After(date) if lapse.is_past(reader.today) => words.ended(reader.date(date)),
        Lapse::After(date) => words.holds_until(reader.date(date)),
    }
}

/// The value and unit of a quantity, in the reader's land unit and currency. What was converted by a rate is marked as
/// being about that much.
#[must_use]
pub fn amount(quantity: &Quantity, catalogue: &Catalogue, reader: &Reader) -> (String, String) {
    let shown = in_land_unit(quantity, reader.units.base());
    match in_currency(&shown, catalogue, reader) {
        Some(converted) => {
            let digits = shown_digits(quantity.low()).max(shown_digits(quantity.high()));
            let converted = rounded(&converted, digits);
            (format!("≈ {}", range(&converted, reader.lang)), reader.words().unit(converted.unit()))
        }
        None => (range(&shown, reader.lang), reader.words().unit(shown.unit())),
    }
}

/// A quantity in the reader's currency, not rounded; `None` where it is there already or can't be brought there.
#[must_use]
pub fn in_currency(quantity: &Quantity, catalogue: &Catalogue, reader: &Reader) -> Option<Quantity> {
    way(quantity, catalogue, reader)?.convert(quantity)
}

/// The currency of an amount that the reader wants in another one. Rates themselves are shown as they are.
fn foreign(quantity: &Quantity, reader: &Reader) -> Option<(Currency, Currency)> {
    let wanted = reader.currency?;
    match quantity.unit() {
        Unit { over: Base::Money(_), per: Some(Base::Money(_)) } => None,
        Unit { over: Base::Money(own), .. } => (own != wanted).then_some((own, wanted)),
        _ => None,
    }
}

fn way(quantity: &Quantity, catalogue: &Catalogue, reader: &Reader) -> Option<Way> {
    let (own, wanted) = foreign(quantity, reader)?;
    catalogue.rates().way(own, wanted)
}

fn lacking_rate(quantity: &Quantity, catalogue: &Catalogue, reader: &Reader) -> Option<String> {
    let (own, wanted) = foreign(quantity, reader)?;
    let words = reader.words();
    catalogue.rates().way(own, wanted).is_none().then(|| words.no_rate(words.currency(own), words.currency(wanted)))
}

/// The range over claims that contradict each other, with its unit; `None` where they are no figures or agree in size.
#[must_use]
pub fn disputed_range(dispute: &Contradiction<'_>, catalogue: &Catalogue, reader: &Reader) -> Option<String> {
    /// Digits enough to tell figures apart that were stated in different units.
    const DIGITS: usize = 4;
    let range = dispute.range().filter(Quantity::is_range)?;
    let is_mixed = dispute.claims.iter().filter_map(|claim| claim.quantity()).any(|figure| figure.unit() != range.unit());
    let range = if is_mixed { rounded(&range, DIGITS) } else { range };
    let (value, unit) = amount(&range, catalogue, reader);
    Some(format!("{value}{}", reader.words().behind(&unit)))
}

/// A scope's name; `None` for the whole.
#[must_use]
pub fn scope(id: &ScopeId, catalogue: &Catalogue, reader: &Reader) -> Option<String> {
    let is_part = id.as_str() != Scope::WHOLE;
    is_part.then(|| catalogue.scopes().get(id).map_or_else(|| id.to_string(), |scope| reader.text(&scope.names)))
}
