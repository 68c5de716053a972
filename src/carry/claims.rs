//! The claims behind a table as rows, each with everything that is known of it.

use crate::domain::catalogue::Catalogue;
use crate::domain::claim::{Claim, Evidence, Lapse, Value};
use crate::domain::date::Period;
use crate::present::claims::{CellKey, confidence, subject_name};
use crate::present::compare::TableView;
use crate::present::figure::{FigureView, scope};
use crate::present::reader::Reader;
use std::collections::BTreeSet;

/// The columns, by their names in records. `value_to` is the upper end of a range; `shown` is the value as the reader
/// sees it, in their language, unit and currency.
pub const COLUMNS: [&str; 18] = [
    "about",
    "attribute",
    "value",
    "value_to",
    "unit",
    "kind",
    "scope",
    "as_of",
    "lapses",
    "source",
    "publisher",
    "published",
    "address",
    "confidence",
    "chosen",
    "shown",
    "note",
    "claim",
];

/// A field of a row.
#[derive(Clone, PartialEq, Debug)]
pub enum Written {
    /// Nothing is known, or nothing applies.
    Nothing,
    /// A number, as published.
    Figure(f64),
    /// Words, dates and ids.
    Text(String),
    /// Yes or no.
    Is(bool),
}

/// One claim, its fields in the order of [`COLUMNS`].
pub type ClaimRow = [Written; COLUMNS.len()];

/// The claims behind every cell of a table, cell by cell, the one shown first at the front. A cell whose claims are
/// somebody else's (a country's, for a park) has them under that name, and once. A cell that nobody publishes has one
/// row that says so.
pub(super) fn rows(catalogue: &Catalogue, table: &TableView, reader: &Reader) -> Vec<ClaimRow> {
    let mut told = BTreeSet::new();
    let mut rows = Vec::new();
    for cell in table.groups.iter().flat_map(|group| &group.rows).flat_map(|row| &row.cells) {
        if told.insert(cell.key.clone()) {
            rows.extend(of_cell(catalogue, &cell.key, reader));
        }
    }
    rows
}

fn of_cell(catalogue: &Catalogue, key: &CellKey, reader: &Reader) -> Vec<ClaimRow> {
    let Some(attribute) = catalogue.attributes().get(&key.attribute) else { return Vec::new() };
    let about = subject_name(catalogue, &key.subject, reader);
    let name = reader.text(&attribute.names);
    let Some(standing) = catalogue.standing(&key.subject, attribute, reader.today) else {
        let mut row: ClaimRow = [const { Written::Nothing }; COLUMNS.len()];
        put(&mut row, "about", text(about));
        put(&mut row, "attribute", text(name));
        put(&mut row, "shown", text(reader.words().not_published));
        return vec![row];
    };
    let chosen = standing.chosen().map(|claim| claim.id.clone());
    let rows = standing.claims.iter().map(|claim| {
        let mut row = of_claim(catalogue, claim, reader);
        put(&mut row, "about", text(about.clone()));
        put(&mut row, "attribute", text(name.clone()));
        put(&mut row, "chosen", Written::Is(chosen.as_ref() == Some(&claim.id)));
        row
    });
    rows.collect()
}

fn of_claim(catalogue: &Catalogue, claim: &Claim, reader: &Reader) -> ClaimRow {
    let words = reader.words();
    let mut row: ClaimRow = [const { Written::Nothing }; COLUMNS.len()];
    match &claim.value {
        Value::Quantity(quantity) => {
            put(&mut row, "value", Written::Figure(quantity.low()));
            if quantity.is_range() {
                put(&mut row, "value_to", Written::Figure(quantity.high()));
            }
            put(&mut row, "unit", text(quantity.unit().to_string()));
        }
        Value::Date(period) => put(&mut row, "value", text(dates(*period))),
        Value::Text(names) => put(&mut row, "value", text(reader.text(names))),
    }
    let figure = FigureView::of(claim, catalogue, reader);
    put(&mut row, "shown", text(format!("{}{}", figure.value, words.behind(&figure.unit))));
    put(&mut row, "kind", claim.kind.map_or(Written::Nothing, |kind| text(words.kind(kind))));
    put(&mut row, "scope", text(scope(&claim.scope, catalogue, reader).unwrap_or_else(|| words.whole.to_owned())));
    put(&mut row, "as_of", claim.as_of.map_or(Written::Nothing, |as_of| text(dates(as_of))));
    put(&mut row, "lapses", claim.lapses.map_or(Written::Nothing, |lapse| text(lapse_written(lapse))));
    match &claim.evidence {
        Evidence::Unverified => put(&mut row, "source", text(words.unverified)),
        Evidence::Source(id) => match catalogue.sources().get(id) {
            None => put(&mut row, "source", text(words.source_not_loaded(id.as_str()))),
            Some(source) => {
                put(&mut row, "source", text(source.title.clone()));
                put(&mut row, "publisher", text(source.publisher.clone()));
                put(&mut row, "published", source.date.map_or(Written::Nothing, |date| text(date.to_string())));
                put(&mut row, "address", source.url.clone().map_or(Written::Nothing, text));
            }
        },
    }
    put(&mut row, "confidence", text(confidence(claim.confidence, words)));
    put(&mut row, "note", claim.note.as_ref().map_or(Written::Nothing, |note| text(reader.text(note))));
    put(&mut row, "claim", text(claim.id.to_string()));
    row
}

/// Puts a field in its place by the name of its column.
fn put(row: &mut ClaimRow, column: &str, field: Written) {
    let at = COLUMNS.iter().position(|known| *known == column);
    if let Some(place) = at.and_then(|at| row.get_mut(at)) {
        *place = field;
    }
}

fn text(text: impl Into<String>) -> Written {
    Written::Text(text.into())
}

/// As in the data files: the last date on which it holds, or `unsure`.
fn lapse_written(lapse: Lapse) -> String {
    match lapse {
        Lapse::After(date) => date.to_string(),
        Lapse::Unsure => "unsure".to_owned(),
    }
}

/// Dates as programs read them: `2025-04`, and `2021/2025` for the time between two.
fn dates(period: Period) -> String {
    period.from().map_or_else(|| period.to().to_string(), |from| format!("{from}/{}", period.to()))
}
