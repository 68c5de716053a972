//! Any data file: whatever its bytes, it is read or refused in words, and what is read can be shown.
//!
//! The first byte of an input says which file it is meant to be; the others of the catalogue are the seeds.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use twin_parks::address::{Selection, ViewQuery};
use twin_parks::domain::catalogue::{Catalogue, DataFile, Parts};
use twin_parks::domain::date::PartialDate;
use twin_parks::domain::id::Slug;
use twin_parks::language::{UNTRANSLATED, english};
use twin_parks::present::compare::compare_view;
use twin_parks::present::data::data_view;
use twin_parks::present::explore::explore_view;
use twin_parks::present::notice::data_notice;
use twin_parks::present::reader::Reader;
use twin_parks::present::record::{context_view, pair_view, park_view};
use twin_parks::wire::{decode, health, messages, read_settings, translations};

/// The files in the order of [`DataFile::ALL`].
const SEEDS: [&[u8]; 7] = [
    include_bytes!("../seeds/data/attributes"),
    include_bytes!("../seeds/data/sectors"),
    include_bytes!("../seeds/data/parks"),
    include_bytes!("../seeds/data/pairs"),
    include_bytes!("../seeds/data/sources"),
    include_bytes!("../seeds/data/context"),
    include_bytes!("../seeds/data/disputes"),
];

static GOOD: LazyLock<Parts> = LazyLock::new(|| {
    let (mut parts, mut faults) = (Parts::default(), Vec::new());
    for (file, bytes) in DataFile::ALL.into_iter().zip(SEEDS) {
        decode(file, &bytes[1..], &mut parts, &mut faults).expect("a seed is good");
    }
    assert_eq!(faults, [], "a seed is good");
    parts
});

fuzz_target!(|bytes: &[u8]| {
    let Some((first, bytes)) = bytes.split_first() else { return };
    match DataFile::ALL.get(usize::from(first.wrapping_sub(b'0')) % 8) {
        Some(file) => show(*file, bytes),
        None => read_small(bytes),
    }
});

/// The small files: words, texts, settings, health. Words stay words here: the app keeps them for good, which would
/// fill the memory.
fn read_small(bytes: &[u8]) {
    let (_, _, _) = (messages(bytes), translations(bytes), read_settings(bytes));
    let _ = std::str::from_utf8(bytes).map(health);
}

fn show(file: DataFile, bytes: &[u8]) {
    let (mut parts, mut faults) = (GOOD.clone(), Vec::new());
    // What can't be used leaves the file that was there.
    if decode(file, bytes, &mut parts, &mut faults).is_err() {
        return;
    }
    let (catalogue, more) = Catalogue::assemble(parts);
    faults.extend(more);
    let mut query = ViewQuery::default();
    let reader = Reader::of(&query, english(), &UNTRANSLATED, PartialDate::Day(2026, 11, 26));
    let _ = data_notice(&faults, &reader);
    let _ = (explore_view(&catalogue, &query, 100, &reader), data_view(&catalogue, &query, &reader));
    for park in catalogue.parks().iter().take(3) {
        let _ = park_view(&catalogue, &park.id, &query, &reader);
    }
    for thing in catalogue.context().iter().take(3) {
        let _ = context_view(&catalogue, &thing.id, &query, &reader);
    }
    for pair in catalogue.pairs().iter().take(3) {
        let _ = pair_view(&catalogue, &pair.id, &query, &reader);
    }
    query.ids = catalogue.pairs().iter().take(3).filter_map(|pair| Slug::parse(pair.id.as_str())).collect::<Selection>();
    let _ = compare_view(&catalogue, &query, &reader);
}
