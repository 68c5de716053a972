//! JSON Schemas of the data files, made from the types that read them, for editors' tools.

use super::dto;
use crate::domain::catalogue::DataFile;
use schemars::{JsonSchema, schema_for};

/// The schema of a file, as pretty-printed JSON with a line break at its end.
#[must_use]
pub fn schema(file: DataFile) -> String {
    match file {
        DataFile::Attributes => pretty::<dto::AttributesFile>(),
        DataFile::Sectors => pretty::<dto::SectorsFile>(),
        DataFile::Parks => pretty::<dto::ParksFile>(),
        DataFile::Pairs => pretty::<dto::PairsFile>(),
        DataFile::Context => pretty::<dto::ContextFile>(),
        DataFile::Sources => pretty::<dto::SourcesFile>(),
        DataFile::Disputes => pretty::<dto::DisputesFile>(),
    }
}

fn pretty<T: JsonSchema>() -> String {
    let mut schema = schema_for!(T);
    // The version is read before the rest, so the types do not carry it.
    if let Some(properties) = schema.ensure_object().get_mut("properties").and_then(|value| value.as_object_mut()) {
        properties.insert("version".into(), serde_json::json!({ "type": "string", "pattern": "^1(\\.[0-9]+)?$" }));
    }
    if let Some(required) = schema.ensure_object().get_mut("required").and_then(|value| value.as_array_mut()) {
        required.insert(0, "version".into());
    }
    let text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    format!("{text}\n")
}
