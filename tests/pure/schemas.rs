//! The JSON Schemas that editors' tools use, held against the files they describe and the code that reads those.
//!
//! Unknown fields are ignored when reading, so that older apps can read newer data. A misspelt field would therefore
//! vanish without a word: here it is found.

use crate::seeded::folder;
use crate::support::{assert_written, bytes};
use serde_json::Value;
use std::collections::BTreeMap;
use twin_parks::domain::catalogue::{DataFile, Parts};
use twin_parks::wire::{decode, schema::schema};

fn parsed(file: DataFile) -> (Value, Value) {
    let schema = serde_json::from_str(&schema(file)).expect("a schema is JSON");
    (schema, serde_json::from_slice(&bytes(file)).expect("a data file is JSON"))
}

/// Holds a node against its schema; only the words of JSON Schema that ours use are known.
struct Check<'a> {
    root: &'a Value,
    /// Every object met, by the name of its shape: where the first one stands, and what it must have.
    shapes: BTreeMap<String, (String, Vec<String>)>,
}

impl Check<'_> {
    /// What is wrong with the node, in words; `None` when it fits.
    fn fault(&mut self, schema: &Value, node: &Value, at: &str, shape: &str) -> Option<String> {
        if let Some(reference) = schema["$ref"].as_str() {
            let target = reference.strip_prefix('#').and_then(|pointer| self.root.pointer(pointer));
            let target = target.unwrap_or_else(|| panic!("{reference} leads nowhere")).clone();
            return self.fault(&target, node, at, reference);
        }
        if let Some(choices) = schema["anyOf"].as_array() {
            let faults: Vec<Option<String>> = choices.iter().map(|choice| self.fault(choice, node, at, shape)).collect();
            return if faults.iter().any(Option::is_none) { None } else { faults.into_iter().flatten().next() };
        }
        if !types(schema).iter().any(|name| is_of(node, name)) {
            return Some(format!("{at} is not {}: {node}", types(schema).join(" or ")));
        }
        match node {
            Value::Object(fields) => {
                let required: Vec<String> = schema["required"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(|key| key.as_str().map(str::to_owned))
                    .collect();
                if let Some(missing) = required.iter().find(|key| !fields.contains_key(*key)) {
                    return Some(format!("{at} lacks {missing}"));
                }
                self.shapes.entry(shape.to_owned()).or_insert_with(|| (at.to_owned(), required));
                fields.iter().find_map(|(key, value)| match schema["properties"].get(key) {
                    Some(schema) => self.fault(schema, value, &format!("{at}/{key}"), &format!("{shape}/{key}")),
                    None => Some(format!("{at} has a field {key} that nobody reads")),
                })
            }
            Value::Array(items) => {
                let fits = |bound: &str, fits: fn(usize, usize) -> bool| {
                    schema[bound].as_u64().is_none_or(|bound| fits(items.len(), usize::try_from(bound).unwrap_or(usize::MAX)))
                };
                if !fits("minItems", |len, bound| len >= bound) || !fits("maxItems", |len, bound| len <= bound) {
                    return Some(format!("{at} has {} items", items.len()));
                }
                items
                    .iter()
                    .enumerate()
                    .find_map(|(place, item)| self.fault(&schema["items"], item, &format!("{at}/{place}"), shape))
            }
            _ => None,
        }
    }
}

fn types(schema: &Value) -> Vec<&str> {
    match &schema["type"] {
        Value::String(name) => vec![name],
        names => names.as_array().into_iter().flatten().filter_map(Value::as_str).collect(),
    }
}

fn is_of(node: &Value, name: &str) -> bool {
    match name {
        "object" => node.is_object(),
        "array" => node.is_array(),
        "string" => node.is_string(),
        "number" => node.is_number(),
        "integer" => node.is_u64() || node.is_i64(),
        "boolean" => node.is_boolean(),
        "null" => node.is_null(),
        other => panic!("{other} is no type"),
    }
}

#[test]
fn the_shipped_schemas_are_those_of_the_shapes_that_are_read() {
    for file in DataFile::ALL {
        let path = folder().join("schema").join(file.name().replace(".json", ".schema.json"));
        assert_written(&path, &schema(file));
    }
}

#[test]
fn every_shipped_file_fits_its_schema_and_has_no_field_that_nobody_reads() {
    for file in DataFile::ALL {
        let (schema, json) = parsed(file);
        let mut check = Check { root: &schema, shapes: BTreeMap::new() };
        assert_eq!(check.fault(&schema, &json, "", "#"), None, "{}", file.name());
    }
}

#[test]
fn what_a_schema_requires_is_missed_when_it_is_not_there() {
    for file in DataFile::ALL {
        let (schema, json) = parsed(file);
        let mut check = Check { root: &schema, shapes: BTreeMap::new() };
        assert_eq!(check.fault(&schema, &json, "", "#"), None, "{}", file.name());
        assert!(check.shapes.len() >= 2, "{}: too few shapes were met", file.name());
        for (shape, (at, required)) in check.shapes {
            for key in required {
                let mut without = json.clone();
                let fields = without.pointer_mut(&at).and_then(Value::as_object_mut).expect("it was met there");
                fields.remove(&key).expect("it fits its schema");
                let (mut parts, mut faults) = (Parts::default(), Vec::new());
                let result = decode(file, without.to_string().as_bytes(), &mut parts, &mut faults);
                assert!(result.is_err() || !faults.is_empty(), "{} {shape} is read without {key}, at {at}", file.name());
            }
        }
    }
}
