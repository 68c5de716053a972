//! The lines of HTML that show a view in another page.

use crate::support::{reader, shipped};
use twin_parks::address::{Address, EmbedQuery, Route, Surface};
use twin_parks::domain::names::Lang;
use twin_parks::language::share_words;
use twin_parks::present::share::{ShareWords, Snippet, share_view, snippets};

fn shown(html: &str) -> Vec<String> {
    html.split("src=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(|src| src.replace("&amp;", "&")).collect()
}

fn english() -> &'static ShareWords {
    share_words(Lang::En, include_bytes!("../../public/words/share/en.json")).expect("the file that ships")
}

fn of(embedded: &str, title: &str) -> Vec<Snippet> {
    let (path, search) = embedded.split_once('?').unwrap_or((embedded, ""));
    let address = Address::parse(path, search);
    let (asked, _) = EmbedQuery::read(address.surface.embedded());
    snippets("https://example.org/tp/", embedded, "./?lang=vi", title, &asked, english())
}

#[test]
fn every_way_shows_the_same_address_and_names_it() {
    let all = of("embed/pairs/a?lang=vi&accent=a31621", "Qinzhou & Kuantan");
    assert_eq!(all.len(), 3);
    for snippet in &all {
        assert_eq!(shown(&snippet.html)[0], "https://example.org/tp/embed/pairs/a?lang=vi&accent=a31621", "{snippet:?}");
        assert!(snippet.html.contains("title=\"Qinzhou &amp; Kuantan\""), "{snippet:?}");
    }
    assert!(all[2].html.contains("<a href=\"https://example.org/tp/?lang=vi\">Qinzhou &amp; Kuantan</a>"), "{:?}", all[2]);
}

#[test]
fn a_fixed_height_is_one_line_that_follows_nothing() {
    let all = of("embed?height=fixed", "List");
    assert!(all.len() == 1 && !all[0].html.contains("frame-sizing"), "{all:?}");
    assert!(of("embed", "List")[0].html.contains("frame-sizing: content-height"));
}

#[test]
fn no_name_becomes_markup() {
    for snippet in of("embed", "\"><script>alert(1)</script>") {
        let without_own = snippet.html.replace("<script src=\"https://example.org/tp/embed.js\" async></script>", "");
        assert!(!without_own.contains("<script") && !without_own.contains("\">\""), "{snippet:?}");
    }
}

#[test]
fn every_choice_leads_to_a_page_that_can_be_embedded_and_one_is_the_current() {
    for address in [
        "share/embed",
        "share/embed?of=parks",
        "share/embed/compare?ids=china-malaysia,china-vietnam",
        "share/embed/pairs/china-malaysia",
        "share/embed/parks/kuantan",
        "share/embed/sectors/food",
    ] {
        let (path, search) = address.split_once('?').unwrap_or((address, ""));
        let address = Address::parse(path, search);
        let asked = [("lock".to_owned(), "1".to_owned())];
        let view = share_view(shipped(), &address.route, &address.query, &asked, &reader(Lang::En));
        assert_eq!(view.pages.iter().filter(|page| page.is_current).count(), 1, "{address:?}");
        assert!(view.subjects.is_empty() || view.subjects.iter().filter(|one| one.is_current).count() == 1, "{address:?}");
        assert!(view.embedded.starts_with("embed") && view.embedded.ends_with("lock=1"), "{}", view.embedded);
        let compared = view.compared.iter().filter_map(|one| one.href.clone());
        for link in view.pages.iter().chain(&view.subjects).map(|choice| choice.href.clone()).chain(compared) {
            let place = Surface::Share(Vec::new()).place_of(&link);
            let (path, search) = place.split_once('?').unwrap_or((&place, ""));
            let there = Address::parse(path, search);
            assert!(!matches!(there.route, Route::NotFound(_)) && there.faults.is_empty(), "{place}");
            assert!(matches!(there.surface, Surface::Share(_)), "{place}");
        }
    }
}
