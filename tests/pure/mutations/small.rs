//! The shipped data cut down to a few records that refer only to each other, so that 10,000 readings take seconds.

use crate::support::bytes;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use twin_parks::domain::catalogue::{Catalogue, DataFile, Parts};
use twin_parks::wire;

/// How many pairs, the first of the file, are kept with their legs, which are the only parks.
const PAIRS: usize = 2;
/// How many sectors a park keeps; folding their names for the search takes the most time.
const SECTORS: usize = 2;
/// How many things around the pairs, taken evenly from the file, are kept.
const CONTEXT: usize = 4;
/// How many claims a record keeps, besides those that a kept dispute names.
const CLAIMS: usize = 4;
/// How many disputes and gaps are kept.
const DISPUTES: usize = 3;

/// A few records of every sort, as JSON, as bytes and as read.
pub struct SmallData {
    files: BTreeMap<DataFile, (Value, Vec<u8>)>,
    /// What the files hold, decoded.
    pub parts: Parts,
    /// The parts, assembled.
    pub catalogue: Catalogue,
}

impl SmallData {
    /// Cuts the shipped files down.
    pub fn of_shipped() -> Self {
        let mut files: BTreeMap<DataFile, Value> = DataFile::ALL.map(|file| (file, parsed(file))).into();
        let mut list = |file: DataFile, name: &str| files.get_mut(&file).and_then(|json| json.get_mut(name)).map(Value::take);
        let mut take = |file, name: &str| match list(file, name) {
            Some(Value::Array(list)) => list,
            _ => panic!("{} has no list of {name}", file.name()),
        };
        let mut pairs = take(DataFile::Pairs, "pairs");
        pairs.truncate(PAIRS);
        let pair_ids = ids(&pairs);
        let park_ids: BTreeSet<String> =
            pairs.iter().flat_map(|pair| [texts(pair, "home"), texts(pair, "partner")]).flatten().collect();
        let mut parks = take(DataFile::Parks, "parks");
        parks.retain(|park| named_in(park, &park_ids));
        for park in &mut parks {
            let sectors = park.get_mut("sectors").and_then(Value::as_array_mut);
            sectors.into_iter().for_each(|sectors| sectors.truncate(SECTORS));
            // Long official names say nothing here and are folded at every reading.
            park["names"] = park["short"].clone();
        }
        let context = take(DataFile::Context, "context");
        let apart = context.len().div_ceil(CONTEXT);
        let mut context: Vec<Value> = context.into_iter().step_by(apart).collect();
        for thing in &mut context {
            keep_texts(thing.get_mut("touches"), "parks", &park_ids);
            keep_texts(thing.get_mut("touches"), "pairs", &pair_ids);
        }
        let subjects: BTreeSet<String> = [("park", &parks), ("pair", &pairs), ("context", &context)]
            .into_iter()
            .flat_map(|(kind, records)| ids(records).into_iter().map(move |id| format!("{kind}/{id}")))
            .collect();
        let about_kept = |row: &Value| row["record"].as_str().is_some_and(|record| subjects.contains(record));
        let few = |list: Vec<Value>| -> Vec<Value> { list.into_iter().filter(about_kept).take(DISPUTES).collect() };
        let disputes = few(take(DataFile::Disputes, "disputes"));
        let gaps = few(take(DataFile::Disputes, "gaps"));
        let disputed: BTreeSet<String> = disputes.iter().flat_map(|dispute| texts(dispute, "claims")).collect();
        let mut records: Vec<&mut Value> = parks.iter_mut().chain(&mut pairs).chain(&mut context).collect();
        for record in &mut records {
            let mut kept = 0;
            if let Some(claims) = record.get_mut("claims").and_then(Value::as_array_mut) {
                claims.retain(|claim| {
                    kept += 1;
                    kept <= CLAIMS || claim["id"].as_str().is_some_and(|id| disputed.contains(id))
                });
            }
        }
        let claims: Vec<&Value> = records.iter().filter_map(|record| record.get("claims")?.as_array()).flatten().collect();
        let named = |field: &str| -> BTreeSet<String> {
            claims.iter().filter_map(|claim| Some(claim.get(field)?.as_str()?.to_owned())).collect()
        };
        let (mut attributes, mut scopes, mut sources) = (named("attribute"), named("scope"), named("source"));
        scopes.insert("whole".into());
        attributes.extend(disputes.iter().filter_map(|row| Some(row["attribute"].as_str()?.to_owned())));
        attributes.extend(gaps.iter().flat_map(|row| texts(row, "attributes")));
        let stages = pairs.iter().filter_map(|pair| pair.get("stages")?.as_array()).flatten();
        sources.extend(stages.filter_map(|stage| Some(stage["source"].as_str()?.to_owned())));
        let mut all_sectors = take(DataFile::Sectors, "sectors");
        let mut sectors: BTreeSet<String> = parks.iter().flat_map(|park| texts(park, "sectors")).collect();
        sectors.extend(
            all_sectors
                .iter()
                .filter(|row| named_in(row, &sectors))
                .filter_map(|row| Some(row.get("parent")?.as_str()?.to_owned()))
                .collect::<Vec<_>>(),
        );
        all_sectors.retain(|row| named_in(row, &sectors));
        let kept =
            |file, name: &str, names: &BTreeSet<String>, take: &mut dyn FnMut(DataFile, &str) -> Vec<Value>| -> Vec<Value> {
                take(file, name).into_iter().filter(|row| named_in(row, names)).collect()
            };
        let attributes = kept(DataFile::Attributes, "attributes", &attributes, &mut take);
        let scopes = kept(DataFile::Attributes, "scopes", &scopes, &mut take);
        let sources = kept(DataFile::Sources, "sources", &sources, &mut take);
        Self::of([
            (DataFile::Attributes, json!({"version": "1.0", "scopes": scopes, "attributes": attributes})),
            (DataFile::Sectors, json!({"version": "1.0", "sectors": all_sectors})),
            (DataFile::Parks, json!({"version": "1.0", "parks": parks})),
            (DataFile::Pairs, json!({"version": "1.0", "pairs": pairs})),
            (DataFile::Context, json!({"version": "1.0", "context": context})),
            (DataFile::Sources, json!({"version": "1.0", "sources": sources})),
            (DataFile::Disputes, json!({"version": "1.0", "disputes": disputes, "gaps": gaps})),
        ])
    }

    fn of(files: [(DataFile, Value); 7]) -> Self {
        let files: BTreeMap<_, _> =
            files.into_iter().map(|(file, json)| (file, (json.clone(), json.to_string().into_bytes()))).collect();
        let (mut parts, mut faults) = (Parts::default(), Vec::new());
        for (file, (_, bytes)) in &files {
            wire::decode(*file, bytes, &mut parts, &mut faults).expect("cut-down files are files");
        }
        let (catalogue, more) = Catalogue::assemble(parts.clone());
        faults.extend(more);
        assert!(faults.is_empty(), "the cut left loose ends: {faults:?}");
        Self { files, parts, catalogue }
    }

    /// A file as JSON.
    pub fn json(&self, file: DataFile) -> &Value {
        &self.files[&file].0
    }

    /// How many records a file has, over all its lists.
    pub fn records(&self, file: DataFile) -> usize {
        let lists = self.json(file).as_object().into_iter().flatten();
        lists.filter_map(|(_, list)| list.as_array()).map(Vec::len).sum()
    }

    /// A file as bytes.
    pub fn bytes(&self, file: DataFile) -> &[u8] {
        &self.files[&file].1
    }
}

fn parsed(file: DataFile) -> Value {
    serde_json::from_slice(&bytes(file)).unwrap_or_else(|error| panic!("{}: {error}", file.name()))
}

fn ids(records: &[Value]) -> BTreeSet<String> {
    records.iter().filter_map(|record| Some(record["id"].as_str()?.to_owned())).collect()
}

fn texts(record: &Value, field: &str) -> Vec<String> {
    let list = record.get(field).and_then(Value::as_array).into_iter().flatten();
    list.filter_map(|text| text.as_str().map(str::to_owned)).collect()
}

fn keep_texts(record: Option<&mut Value>, field: &str, known: &BTreeSet<String>) {
    if let Some(list) = record.and_then(|record| record.get_mut(field)).and_then(Value::as_array_mut) {
        list.retain(|text| text.as_str().is_some_and(|text| known.contains(text)));
    }
}

fn named_in(row: &Value, names: &BTreeSet<String>) -> bool {
    row["id"].as_str().is_some_and(|id| names.contains(id))
}
