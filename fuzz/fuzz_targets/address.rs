//! Any address: reading it never fails, what is read is written back as the same, and nothing that is made of it leads
//! out of the site.

#![no_main]

use libfuzzer_sys::fuzz_target;
use twin_parks::address::{Address, EmbedQuery, Route, href};
use twin_parks::present::dress::dress;
use url::Url;

/// Where the app lives.
const BASE: &str = "https://parks.example/sub/";

fuzz_target!(|text: &str| {
    // A browser hands the app only what it has made a proper address of; what leads elsewhere never comes to it.
    let Ok(typed) = base().join(text.trim_start_matches(['/', '\\'])) else { return };
    let Some(path) = typed.as_str().starts_with(BASE).then(|| typed.path().trim_start_matches("/sub")) else { return };
    let address = Address::parse(path, typed.query().unwrap_or_default());
    let link = href(&address.route, &address.query);
    let place = address.surface.place_of(&link);
    for made in [&link, &place] {
        let led = base().join(made).expect("a link is proper");
        assert!(led.as_str().starts_with(BASE), "{made:?} leads to {led}");
    }
    let (asked, _) = EmbedQuery::read(address.surface.embedded());
    for (name, value) in dress(&asked, text.len() % 2 == 0).properties {
        assert!(name.starts_with("--") && !value.contains([';', '{', '}', '<']), "{name}: {value}");
    }
    if matches!(address.route, Route::NotFound(_)) {
        return;
    }
    let written = base().join(&place).expect("a link is proper");
    let again = Address::parse(written.path().trim_start_matches("/sub"), written.query().unwrap_or_default());
    assert_eq!(again.faults, [], "{place:?} of {text:?}");
    assert_eq!(
        (again.route, again.query, again.surface),
        (address.route, address.query, address.surface),
        "{place:?} of {text:?}"
    );
});

fn base() -> Url {
    Url::parse(BASE).expect("the base is proper")
}
