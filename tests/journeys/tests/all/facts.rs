//! The real data, for tests that go through all of it or break it on purpose.

use std::fs;

use journeys::dist;
use serde_json::Value;

/// A data file as it is served: `parks.json`.
pub(crate) fn file(name: &str) -> Value {
    let bytes = fs::read(dist().join("data").join(name)).expect("the app is served with its data");
    serde_json::from_slice(&bytes).expect("the data is JSON")
}

/// The records of a file: `parks` of `parks.json`.
pub(crate) fn records(list: &str) -> Vec<Value> {
    let file = file(&format!("{list}.json"));
    file[list].as_array().expect("a file holds a list of records").clone()
}

/// The ids of all pairs.
pub(crate) fn pair_ids() -> Vec<String> {
    records("pairs").iter().map(|pair| pair["id"].as_str().expect("a pair has an id").to_owned()).collect()
}
