//! Any data file: whatever its bytes, it is read or refused in words, and what is read can be shown.

#![no_main]

use libfuzzer_sys::fuzz_target;
use twin_parks::address::ViewQuery;
use twin_parks::domain::catalogue::{Catalogue, DataFile, Parts};
use twin_parks::domain::date::PartialDate;
use twin_parks::domain::names::Lang;
use twin_parks::language::{UNTRANSLATED, english, words};
use twin_parks::present::data::data_view;
use twin_parks::present::explore::explore_view;
use twin_parks::present::notice::data_notice;
use twin_parks::present::reader::Reader;
use twin_parks::present::record::{context_view, pair_view, park_view};
use twin_parks::wire::{decode, health, messages, read_settings, translations};

fuzz_target!(|bytes: &[u8]| {
    let Some((first, bytes)) = bytes.split_first() else { return };
    let (mut parts, mut faults) = (Parts::default(), Vec::new());
    match DataFile::ALL.get(usize::from(*first) % (DataFile::ALL.len() + 1)) {
        Some(file) => drop(decode(*file, bytes, &mut parts, &mut faults)),
        // The small files: words, texts, settings, health.
        None => {
            let (_, _, _) = (messages(bytes), translations(bytes), read_settings(bytes));
            let _ = std::str::from_utf8(bytes).map(health);
            if let Ok(words) = words(Lang::Ms, bytes) {
                let _ = words.page_title("x");
            }
            return;
        }
    }
    let (catalogue, more) = Catalogue::assemble(parts);
    faults.extend(more);
    let query = ViewQuery::default();
    let reader = Reader::of(&query, english(), &UNTRANSLATED, PartialDate::Day(2026, 11, 26));
    let _ = data_notice(&faults, &reader);
    let _ = (explore_view(&catalogue, &query, 100, &reader), data_view(&catalogue, &query, &reader));
    for pair in catalogue.pairs().iter().take(3) {
        let _ = pair_view(&catalogue, &pair.id, &query, &reader);
    }
    for park in catalogue.parks().iter().take(3) {
        let _ = park_view(&catalogue, &park.id, &query, &reader);
    }
    for thing in catalogue.context().iter().take(3) {
        let _ = context_view(&catalogue, &thing.id, &query, &reader);
    }
});
