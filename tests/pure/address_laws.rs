//! Laws of the address: what is written is read back, and nothing that can be typed breaks anything.

use crate::support::view;
use proptest::prelude::*;
use std::collections::BTreeSet;
use twin_parks::address::{QueryFault, Route, Selection, Theme, Units, View, ViewQuery, href};
use twin_parks::domain::catalogue::Of;
use twin_parks::domain::facet::Facet;
use twin_parks::domain::filter::Filters;
use twin_parks::domain::id::{ContextId, PairId, ParkId, SectorId, Slug};
use twin_parks::domain::names::Lang;
use twin_parks::domain::record::{Access, Model, Status};
use twin_parks::domain::sort::{Direction, Sort, SortKey};
use twin_parks::domain::unit::Currency;

/// Every parameter, in the order in which the contract has them written.
const NAMES: [&str; 15] =
    ["of", "q", "country", "sector", "model", "status", "access", "sort", "view", "ids", "diff", "best", "hide", "lang", "ccy"];
const LAST_NAMES: [&str; 2] = ["units", "theme"];

fn slug() -> impl Strategy<Value = String> {
    "[a-z0-9]{1,8}(-[a-z0-9]{1,6}){0,3}"
}

/// Text as the search box leaves it: no control characters, no white space at its ends, at most 200 characters.
fn text() -> impl Strategy<Value = String> {
    let any = prop_oneof![Just(String::new()), "\\PC{0,20}", "[a-z &=+%#,;?/<>\"']{0,20}", "[钦州中马 Lạng ơn–]{0,12}"];
    let long = any.prop_map(|text| if text.len() % 7 == 3 { text.repeat(200) } else { text });
    long.prop_map(|text| text.chars().take(200).collect::<String>().trim().to_owned())
}

fn words<T: Copy>(list: &[(&'static str, T)]) -> impl Strategy<Value = String> + use<T> {
    let names: Vec<String> = list.iter().map(|(name, _)| (*name).to_owned()).collect();
    proptest::sample::select(names)
}

fn values() -> impl Strategy<Value = Vec<(Facet, String)>> {
    let value = prop_oneof![
        "[A-Z]{2}".prop_map(|code| (Facet::Country, code)),
        slug().prop_map(|id| (Facet::Sector, id)),
        words(&Model::ALL).prop_map(|name| (Facet::Model, name)),
        words(&Status::ALL).prop_map(|name| (Facet::Status, name)),
        words(&Access::ALL).prop_map(|name| (Facet::Access, name)),
    ];
    proptest::collection::vec(value, 0..8)
}

fn filters() -> impl Strategy<Value = Filters> {
    (text(), values()).prop_map(|(text, values)| {
        let mut filters = Filters::default();
        filters.text = text;
        for (facet, value) in values {
            filters.choose(facet, facet.value(&value).expect("well formed"));
        }
        filters
    })
}

fn named<T: Copy + std::fmt::Debug>(list: &'static [(&'static str, T)]) -> impl Strategy<Value = T> {
    proptest::sample::select(list.iter().map(|(_, value)| *value).collect::<Vec<_>>())
}

fn queries() -> impl Strategy<Value = ViewQuery> {
    let direction = prop_oneof![Just(Direction::Ascending), Just(Direction::Descending)];
    let sort = (named(&SortKey::ALL), direction).prop_map(|(key, direction)| Sort { key, direction });
    let ids = proptest::collection::vec(slug(), 0..8)
        .prop_map(|ids| ids.iter().filter_map(|id| Slug::parse(id)).collect::<Selection>());
    let lang = proptest::option::of(proptest::sample::select(&Lang::ALL));
    // The currencies that the contract offers; the data knows more, in which nothing can be asked for.
    let offered = vec!["CNY", "USD", "MYR", "VND", "IDR", "THB", "SGD"];
    let currency = proptest::option::of(proptest::sample::select(offered).prop_filter_map("a currency", Currency::parse));
    let of = prop_oneof![Just(Of::Pairs), Just(Of::Parks)];
    let shown = prop_oneof![Just(View::Cards), Just(View::Table)];
    let looks = (lang, currency, named(&Units::ALL), named(&Theme::ALL));
    (of, filters(), sort, shown, ids, any::<[bool; 3]>(), looks).prop_map(
        |(of, filters, sort, view, ids, [only_differences, highlight_best, hide_unpublished], (lang, currency, units, theme))| {
            ViewQuery {
                of,
                filters,
                sort,
                view,
                ids,
                only_differences,
                highlight_best,
                hide_unpublished,
                lang,
                currency,
                units,
                theme,
            }
        },
    )
}

/// What might stand behind a question mark: nearly right, wrong in every way, enormous.
fn typed() -> impl Strategy<Value = String> {
    let names: Vec<&str> = NAMES.iter().chain(&LAST_NAMES).copied().chain(["", "Q", "utm_source", "ids[]", "%71"]).collect();
    let good = vec!["pairs", "-area", "table", "1", "zh-hans", "CNY", "mu", "MY,VN", "twin-parks", "a,b,c,d,e,f,g", "source", ""];
    let value = prop_oneof![
        proptest::sample::select(good).prop_map(str::to_owned),
        "[a-zA-Z0-9%+,= -]{0,16}",
        "(%[0-9a-fA-F]{0,2}){0,6}",
        "(%0[0-9a-d]|%20|\\+|[a-z]){0,8}",
        "\\PC{0,16}",
        // Long enough to be cut, with white space where the cut may fall.
        "[a-z]{1,3}(\\+|%20)".prop_map(|word| word.repeat(120)),
    ];
    let pairs = proptest::collection::vec((proptest::sample::select(names), value), 0..6)
        .prop_map(|pairs| pairs.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&"));
    prop_oneof![4 => pairs, 1 => "\\PC{0,30}", 1 => any::<String>()]
}

fn routes() -> impl Strategy<Value = Route> {
    prop_oneof![
        Just(Route::Explore),
        Just(Route::Compare),
        Just(Route::Sectors),
        Just(Route::Sources),
        Just(Route::Data),
        slug().prop_filter_map("an id", |id| PairId::parse(&id)).prop_map(Route::Pair),
        slug().prop_filter_map("an id", |id| ParkId::parse(&id)).prop_map(Route::Park),
        slug().prop_filter_map("an id", |id| SectorId::parse(&id)).prop_map(Route::Sector),
        slug().prop_filter_map("an id", |id| ContextId::parse(&id)).prop_map(Route::Context),
    ]
}

fn paths() -> impl Strategy<Value = String> {
    let part =
        prop_oneof!["(compare|pairs|parks|sectors|context|sources|data)", slug(), "[a-zA-Z%0-9. ]{0,10}", "(%[0-9a-f]{2}){1,4}"];
    let joined = proptest::collection::vec(part, 0..4).prop_map(|parts| format!("/{}", parts.join("/")));
    prop_oneof![3 => joined, 1 => any::<String>()]
}

proptest! {
    // A failure prints its smallest input, which then becomes a test of its own; no file of seeds is kept besides.
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_view_reads_back_from_its_address(query in queries()) {
        let printed = query.print();
        prop_assert_eq!(ViewQuery::parse(&printed), (query, Vec::new()), "{}", printed);
    }

    #[test]
    fn whatever_is_typed_is_read_and_then_has_one_address(search in typed()) {
        let (query, _) = ViewQuery::parse(&search);
        let printed = query.print();
        let (again, faults) = ViewQuery::parse(&printed);
        prop_assert_eq!(faults, Vec::new(), "{} became {}", search, printed);
        prop_assert_eq!(again.print(), printed.clone(), "from {}", search);
        prop_assert_eq!(again, query, "{}", printed);
    }

    #[test]
    fn every_page_reads_back_from_its_path(route in routes()) {
        prop_assert_eq!(Route::parse(&route.print()), route);
    }

    #[test]
    fn any_path_is_read_and_then_has_one_form(path in paths()) {
        let route = Route::parse(&path);
        prop_assert_eq!(Route::parse(&route.print()), route, "from {}", path);
    }
}

proptest! {
    // Each case here reads many addresses, so fewer are tried.
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_written_parameter_says_something_and_stands_in_its_order(query in queries()) {
        let printed = query.print();
        let written: Vec<&str> = printed.split('&').filter(|pair| !pair.is_empty()).collect();
        let place = |pair: &&str| {
            let name = pair.split('=').next().unwrap_or_default();
            NAMES.iter().chain(&LAST_NAMES).position(|known| *known == name)
        };
        let places: Vec<Option<usize>> = written.iter().map(place).collect();
        prop_assert!(places.iter().all(Option::is_some), "{}", printed);
        prop_assert!(places.windows(2).all(|two| two[0] < two[1]), "out of order or twice: {}", printed);
        for left_out in 0..written.len() {
            let rest: Vec<&str> = written.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, pair)| *pair).collect();
            let (without, _) = ViewQuery::parse(&rest.join("&"));
            prop_assert_ne!(&without, &query, "{} says only what is so anyway", written[left_out]);
        }
    }

    #[test]
    fn a_link_leads_to_its_page_and_view(route in routes(), query in queries()) {
        let link = href(&route, &query);
        let (path, search) = link.split_once('?').unwrap_or((&link, ""));
        prop_assert!(!path.starts_with('/'), "a link is relative to the base: {}", link);
        prop_assert_eq!(Route::parse(path.strip_prefix("./").unwrap_or(path)), route);
        prop_assert_eq!(ViewQuery::parse(search).0, query);
    }
}

#[test]
fn no_path_that_can_be_typed_makes_a_link_of_another_scheme() {
    for path in ["/javascript:alert(1)", "//javascript:alert(1)", "/data:text/html,x/y", "/:", "/a:b?c"] {
        let link = href(&Route::parse(path), &view("lang=ms"));
        assert!(link.starts_with("./"), "{path} makes {link}");
        assert!(link.ends_with("?lang=ms"), "{path} makes {link}");
    }
    assert_eq!(href(&Route::parse("/a/b:c"), &view("")), "a/b:c");
}

#[test]
fn the_plain_view_has_an_empty_address() {
    assert_eq!(ViewQuery::default().print(), "");
    assert_eq!(view(""), ViewQuery::default());
    assert_eq!(view("?"), ViewQuery::default());
}

#[test]
fn an_enormous_address_is_read_all_the_same() {
    let many = "ids=a,b&".repeat(20_000);
    assert_eq!(ViewQuery::parse(&many).0.ids.len(), 2);
    let (query, faults) =
        ViewQuery::parse(&format!("q={}&{}=1&sector={}", "钦".repeat(100_000), "x".repeat(100_000), "a,".repeat(50_000)));
    assert_eq!(query.filters.text.chars().count(), 200, "free text is cut");
    assert_eq!(query.filters.chosen(Facet::Sector).count(), 1);
    assert!(matches!(faults.as_slice(), [QueryFault::UnknownName(name)] if name.len() <= 40), "{faults:?}");
}

#[test]
fn what_cannot_be_used_is_named_once_each_and_the_rest_is_taken() {
    let (query, faults) =
        ViewQuery::parse("of=parks&view=mosaic&model=twin-parks,triplets&ids=a,b,c,d,e,f,g&lang=tlh&diff=1&nonsense=1");
    assert_eq!(query.print(), "of=parks&model=twin-parks&ids=a,b,c,d,e&diff=1");
    let bad = |name, value: &str| QueryFault::BadValue { name, value: value.into() };
    let expected = [
        bad("view", "mosaic"),
        bad("model", "triplets"),
        QueryFault::TooMany,
        bad("lang", "tlh"),
        QueryFault::UnknownName("nonsense".into()),
    ];
    assert_eq!(faults, expected);
}

#[test]
fn text_cut_at_its_longest_has_one_address_even_where_the_cut_falls_on_a_space() {
    for typed in [format!("q={}+tail", "a".repeat(199)), "q=%00+a".to_owned(), "q=a+%07".to_owned()] {
        let printed = ViewQuery::parse(&typed).0.print();
        assert_eq!(ViewQuery::parse(&printed).0.print(), printed, "{typed}");
    }
}

#[test]
fn every_offered_value_has_a_name_of_its_own() {
    let distinct = |names: Vec<&str>| names.iter().collect::<BTreeSet<_>>().len() == names.len();
    assert!(distinct(SortKey::ALL.iter().map(|(name, _)| *name).collect()));
    assert!(distinct(Units::ALL.iter().map(|(name, _)| *name).collect()));
    assert!(distinct(Theme::ALL.iter().map(|(name, _)| *name).collect()));
    assert!(distinct(Facet::ALL.iter().map(|(name, _)| *name).collect()));
}
