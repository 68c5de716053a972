//! Any address: reading it never fails, what is read is written back as the same, and nothing that is made of it leads
//! out of the site.

#![no_main]

use libfuzzer_sys::fuzz_target;
use twin_parks::address::{Address, EmbedQuery, href};
use twin_parks::present::dress::dress;

fuzz_target!(|text: &str| {
    let (path, search) = text.split_at(text.find('?').unwrap_or(text.len()));
    let address = Address::parse(path, search);
    let link = href(&address.route, &address.query);
    let place = address.surface.place_of(&link);
    for made in [&link, &place] {
        assert!(!made.starts_with('/') && !made.contains(':') || made.starts_with("./"), "{made:?} leads out of the site");
    }
    let (asked, _) = EmbedQuery::read(address.surface.embedded());
    for (name, value) in dress(&asked, text.len() % 2 == 0).properties {
        assert!(name.starts_with("--") && !value.contains([';', '{', '}', '<']), "{name}: {value}");
    }
    if !matches!(address.route, twin_parks::address::Route::NotFound(_)) {
        let (path, search) = place.split_at(place.find('?').unwrap_or(place.len()));
        let again = Address::parse(path.strip_prefix("./").unwrap_or(path), search);
        assert_eq!(again.faults, [], "{place:?} of {text:?}");
        assert_eq!(
            (again.route, again.query, again.surface),
            (address.route, address.query, address.surface),
            "{place:?} of {text:?}"
        );
    }
});
