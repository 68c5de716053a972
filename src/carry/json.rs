//! Rows as JSON records.
//!
//! Written here and not by the library that reads JSON: its writing half costs twelve kilobytes for what fits a page,
//! and sorts the fields by name.

use super::Carried;
use super::claims::{COLUMNS, ClaimRow, Written};
use crate::domain::decimal::decimal;
use crate::present::reader::Reader;
use crate::wire::quoted;

/// What the view is of, what was asked, where it lives, when it was taken, and its claims.
pub(super) fn json(carried: &Carried, rows: &[ClaimRow], link: &str, reader: &Reader) -> String {
    let asked: Vec<String> = carried.question.iter().map(|(name, chosen)| field(name, &quoted(chosen))).collect();
    let claims: Vec<String> = rows.iter().map(record).collect();
    let fields = [
        field("title", &quoted(&carried.title)),
        field("question", &format!("{{{}}}", asked.join(", "))),
        field("address", &quoted(link)),
        field("taken", &quoted(&reader.today.to_string())),
        field("language", &quoted(reader.lang.tag())),
        field("claims", &format!("[\n  {}\n]", claims.join(",\n  "))),
    ];
    format!("{{\n{}\n}}\n", fields.join(",\n"))
}

/// Only what is known; a field that is not there has no value.
fn record(row: &ClaimRow) -> String {
    let fields = COLUMNS.iter().zip(row).filter_map(|(column, written)| {
        let value = match written {
            Written::Nothing => return None,
            Written::Figure(value) => decimal(*value),
            Written::Is(is) => is.to_string(),
            Written::Text(text) => quoted(text),
        };
        Some(field(column, &value))
    });
    format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
}

fn field(name: &str, value: &str) -> String {
    format!("{}: {value}", quoted(name))
}
