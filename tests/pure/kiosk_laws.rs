//! What a kiosk shows, says and hands over.

use crate::support::{reader, shipped, words};
use proptest::prelude::*;
use std::collections::BTreeSet;
use twin_parks::address::{Address, Route, ViewQuery};
use twin_parks::carry::{LONGEST, hand_over};
use twin_parks::domain::names::Lang;
use twin_parks::present::kiosk::{first_pages, names_for, of_turn, shown, shown_choices, slide};
use twin_parks::wire::read_settings;

#[test]
fn every_pair_that_is_shown_has_figures_with_their_sources_in_every_language() {
    let catalogue = shipped();
    for lang in Lang::ALL {
        let reader = reader(lang);
        let pairs = shown(catalogue, &[], &reader);
        assert!(pairs.len() >= 6, "only {} pairs have enough figures", pairs.len());
        assert_eq!(shown_choices(catalogue, &reader).len(), pairs.len());
        for pair in pairs {
            let view = slide(catalogue, pair, &reader).expect("what is listed can be shown");
            let facts: Vec<_> = view.halves.iter().flat_map(|half| &half.facts).collect();
            assert!(facts.len() >= 3 && view.halves.iter().all(|half| !half.facts.is_empty()), "{view:?}");
            for fact in facts {
                assert!(fact.figure.value.contains(|letter: char| letter.is_ascii_digit()), "{fact:?}");
                assert!(!fact.source.is_empty() && !fact.label.is_empty() && !fact.figure.is_unverified, "{fact:?}");
                assert!(fact.figure.lapse.as_deref().is_none_or(|lapse| lapse != reader.words().may_have_lapsed), "{fact:?}");
            }
            let (path, search) = view.href.split_once('?').unwrap_or((&view.href, ""));
            assert!(matches!(Address::parse(path, search).route, Route::Pair(_)), "{}", view.href);
        }
    }
}

#[test]
fn staff_choose_the_pairs_and_every_pair_comes_up_in_every_language() {
    let (catalogue, reader) = (shipped(), reader(Lang::En));
    let all = shown_choices(catalogue, &reader);
    let chosen = [all[1].0.clone(), all[3].0.clone()];
    assert_eq!(shown(catalogue, &chosen, &reader).iter().map(|shown| shown.id().clone()).collect::<Vec<_>>(), chosen);
    for pairs in 1..=12_usize {
        for languages in 1..=4_usize {
            let turns: BTreeSet<_> = (0..(pairs * languages) as u32).filter_map(|turn| of_turn(turn, pairs, languages)).collect();
            assert_eq!(turns.len(), pairs * languages, "{pairs} pairs, {languages} languages");
        }
    }
    assert_eq!((of_turn(7, 0, 4), of_turn(7, 4, 0)), (None, None));
}

#[test]
fn the_pages_to_begin_with_are_pages() {
    let catalogue = shipped();
    for (link, name) in first_pages(catalogue, &reader(Lang::Vi)) {
        let (path, search) = link.split_once('?').unwrap_or((&link, ""));
        let address = Address::parse(path.trim_start_matches("./"), search);
        assert!(address.faults.is_empty() && !matches!(address.route, Route::NotFound(_)) && !name.is_empty(), "{link}");
    }
}

#[test]
fn chinese_names_are_found_by_pinyin_and_each_stands_once() {
    let catalogue = shipped();
    for (typed, lang, wanted) in [
        ("qz", Lang::ZhHans, "钦州"),
        ("qinzhou", Lang::ZhHans, "钦州"),
        ("guandan", Lang::ZhHans, "关丹"),
        ("lang s", Lang::Vi, "Lạng Sơn"),
        ("kuan", Lang::En, "Kuantan"),
        ("rcep", Lang::Ms, "RCEP"),
    ] {
        let names = names_for(catalogue, typed, &reader(lang));
        assert!(names.iter().any(|name| name == wanted), "{typed}: {names:?}");
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{names:?}");
    }
    assert_eq!(names_for(catalogue, "", &reader(Lang::En)), Vec::<String>::new());
}

const BASE: &str = "https://twin.example.org/parks/";

proptest! {
    #[test]
    fn what_is_handed_over_is_the_view_but_for_what_it_says_it_leaves_out(
        text in "\\PC{0,200}",
        countries in proptest::sample::subsequence(vec!["MY", "VN", "ID", "TH", "LA", "KH", "PH", "SG"], 0..8),
        ids in proptest::sample::subsequence(vec!["china-malaysia", "china-vietnam", "china-indonesia", "suzhou", "rayong"], 0..5),
    ) {
        let search = format!("q={}&country={}&ids={}&lang=vi", text.replace(['&', '+', '%', '#'], ""), countries.join(","), ids.join(","));
        let query = ViewQuery::parse(&search).0;
        let handed = hand_over(BASE, &Route::Explore, &query, &reader(Lang::Vi));
        prop_assert!(handed.address.starts_with(BASE));
        prop_assert!(handed.address.len() <= LONGEST, "{}", handed.address);
        let search = handed.address.split_once('?').map_or("", |(_, search)| search);
        let read = Address::parse("", search);
        prop_assert_eq!(read.faults, []);
        prop_assert_eq!(&read.query.ids, &query.ids);
        prop_assert_eq!(handed.left_out.is_empty(), read.query == query);
        let names_text = handed.left_out.contains(&words(Lang::Vi).search_label);
        prop_assert_eq!(names_text, read.query.filters.text != query.filters.text);
    }

    #[test]
    fn no_file_of_settings_breaks_anything(bytes in proptest::collection::vec(any::<u8>(), 0..200), text in "\\PC{0,200}") {
        let _ = read_settings(&bytes);
        let _ = read_settings(format!("{{\"version\":\"1.0\",\"kiosk\":{{{text}}}}}").as_bytes());
        let _ = read_settings(format!("{{\"version\":\"1.0\",\"kiosk\":{{\"start\":{text:?},\"idle\":{}}}}}", text.len()).as_bytes());
    }
}
