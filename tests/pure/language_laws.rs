//! What holds of the words of every language.

use crate::seeded::folder;
use crate::support::{reader, shipped, texts, words, words_file};
use std::collections::{BTreeMap, BTreeSet};
use twin_parks::address::ViewQuery;
use twin_parks::domain::catalogue::Of;
use twin_parks::domain::claim::Value;
use twin_parks::domain::date::PartialDate;
use twin_parks::domain::id::ParkId;
use twin_parks::domain::names::{Lang, Names, Translations};
use twin_parks::language::UNTRANSLATED;
use twin_parks::present::explore::{ResultsView, explore_view};
use twin_parks::present::kiosk::KioskWords;
use twin_parks::present::reader::Reader;
use twin_parks::present::record::{FactView, park_view};
use twin_parks::present::share::ShareWords;
use twin_parks::present::words::Words;
use twin_parks::wire::{Messages, messages};

/// Messages that are the same as in English in some language: names, symbols, and words that languages share.
const SHARED: [&str; 14] = [
    "site",
    "data",
    "data_title",
    "name",
    "sort_name",
    "add",
    "acronyms",
    "units_mu",
    "units_rai",
    "page_title",
    "quoted",
    "table",
    "model.",
    "schema",
];

fn files() -> BTreeMap<Lang, Messages> {
    Lang::ALL.map(|lang| (lang, messages(&words_file(lang)).expect("a file of messages"))).into()
}

#[test]
fn every_language_has_every_message_and_no_other() {
    let expected: BTreeSet<&str> = Words::NAMES.iter().copied().collect();
    for (lang, messages) in files() {
        let written: BTreeSet<&str> = messages.keys().map(String::as_str).collect();
        let lacking: Vec<_> = expected.difference(&written).collect();
        let strange: Vec<_> = written.difference(&expected).collect();
        assert!(lacking.is_empty() && strange.is_empty(), "{} lacks {lacking:?} and has {strange:?}", lang.tag());
        let blank: Vec<_> = messages.iter().filter(|(_, text)| text.trim() != text.as_str() || text.is_empty()).collect();
        let blank: Vec<_> = blank.into_iter().filter(|(name, _)| name.as_str() != "unit_after").collect();
        assert!(blank.is_empty(), "{} says nothing, or begins or ends with a space: {blank:?}", lang.tag());
    }
}

/// The words that only some fetch: of kiosks, and of the page that makes embeds. Each with what languages share.
const FURTHER: [(&str, &[&str], &[&str]); 2] = [
    ("kiosk", KioskWords::NAMES, &["pin"]),
    ("share", ShareWords::NAMES, &["font.arial", "font.georgia", "font.times", "font.verdana"]),
];

#[test]
fn further_words_stand_in_every_language_and_none_is_left_in_english() {
    for (place, expected, shared) in FURTHER {
        let read = |lang: Lang| {
            let path = folder().join("../words").join(place).join(format!("{}.json", lang.tag()));
            let file = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            messages(&file).expect("messages")
        };
        let expected: BTreeSet<&str> = expected.iter().copied().collect();
        let english = read(Lang::En);
        for lang in Lang::ALL {
            let (written, tag) = (read(lang), lang.tag());
            let names: BTreeSet<&str> = written.keys().map(String::as_str).collect();
            assert_eq!(names, expected, "{place} {tag}");
            assert!(written.values().all(|text| !text.is_empty() && text.trim() == text), "{place} {tag}");
            if lang != Lang::En {
                let same = written.iter().filter(|(name, text)| english.get(*name) == Some(text)).map(|(name, _)| name.as_str());
                let same: Vec<&str> = same.filter(|name| !shared.contains(name)).collect();
                assert!(same.is_empty(), "{place} {tag}: {same:?}");
            }
            // Whatever has a place in English has it in every language.
            for (name, text) in &written {
                let places = |text: &str| text.matches('{').count() > 0;
                assert_eq!(places(text), places(&english[name]), "{place} {tag}: {name}");
            }
        }
    }
}

#[test]
fn nothing_was_left_in_english() {
    let files = files();
    let english = &files[&Lang::En];
    let is_words = |text: &str| text.chars().filter(|letter| letter.is_ascii_lowercase()).count() > 3;
    for lang in [Lang::ZhHans, Lang::Ms, Lang::Vi] {
        let same: Vec<&String> = files[&lang]
            .iter()
            .filter(|(name, text)| english.get(*name) == Some(text) && is_words(text))
            .map(|(name, _)| name)
            .filter(|name| !SHARED.iter().any(|shared| name.starts_with(shared)))
            .filter(|name| !is_name_or_loan(name))
            .collect();
        assert!(same.is_empty(), "{}: {same:?}", lang.tag());
    }
}

/// Names of countries, and loanwords of trade that stand in Malay and Vietnamese as they do in English.
fn is_name_or_loan(name: &str) -> bool {
    let sets = ["country.", "month.", "unit.", "currency.", "unit_", "date_"];
    sets.iter().any(|set| name.starts_with(set))
        || ["stage.logistics", "facet.model", "context_kind.platform", "place", "claims_title", "list_more"].contains(&name)
        || ["pairs_and_parks", "data_summary", "rate_dated", "labelled", "list_sentences", "dated"].contains(&name)
}

/// The places of a message for values, however often and in whatever order.
fn places(text: &str) -> BTreeSet<&str> {
    let starts = text.match_indices('{').filter_map(|(at, _)| text.get(at + 1..));
    starts
        .filter_map(|rest| rest.split(|letter: char| !letter.is_ascii_lowercase()).next())
        .filter(|name| !name.is_empty())
        .collect()
}

#[test]
fn every_language_puts_the_same_values_into_a_message() {
    let files = files();
    for (lang, messages) in &files {
        for (name, text) in messages {
            let balance = text.matches('{').count() == text.matches('}').count();
            let same = places(text) == places(&files[&Lang::En][name]);
            assert!(balance && same, "{} {name}: {text}", lang.tag());
        }
    }
}

#[test]
fn counts_are_worded_and_written_as_each_language_does() {
    let counted = |lang: Lang, count| words(lang).results(Of::Pairs, count);
    assert_eq!(Lang::ALL.map(|lang| counted(lang, 1)), ["1 pair", "1 个双园组合", "1 pasangan", "1 cặp"]);
    assert_eq!(Lang::ALL.map(|lang| counted(lang, 0)), ["0 pairs", "0 个双园组合", "0 pasangan", "0 cặp"]);
    assert_eq!(Lang::ALL.map(|lang| counted(lang, 1_200)), ["1,200 pairs", "1,200 个双园组合", "1,200 pasangan", "1.200 cặp"]);
}

#[test]
fn lists_and_ids_read_naturally() {
    let names = ["a", "b", "c"].map(str::to_owned);
    assert_eq!(Lang::ALL.map(|lang| words(lang).list(&names)), ["a, b and c", "a、b、c", "a, b dan c", "a, b và c"]);
    assert_eq!(words(Lang::En).list(&names[..1]), "a");
    assert_eq!(words(Lang::En).list(&[]), "");
    assert_eq!(words(Lang::Ms).nothing_called("x", &names[..1]), "Tiada apa-apa di sini bernama “x”. Yang terdekat: a.");
}

/// Every name in the data set, with whose it is: of attributes, scopes, sectors, parks, regions, pairs and context.
fn names() -> Vec<(String, &'static Names)> {
    let catalogue = shipped();
    let mut all: Vec<(String, &Names)> = Vec::new();
    let mut add = |place: String, names: &'static Names| all.push((place, names));
    catalogue.attributes().iter().for_each(|it| add(it.id.to_string(), &it.names));
    catalogue.scopes().iter().for_each(|it| add(it.id.to_string(), &it.names));
    catalogue.sectors().iter().for_each(|it| add(it.id.to_string(), &it.names));
    for park in catalogue.parks().iter() {
        [&park.names, &park.short, &park.region].into_iter().for_each(|names| add(park.id.to_string(), names));
    }
    catalogue.pairs().iter().for_each(|it| add(it.id.to_string(), &it.names));
    for thing in catalogue.context().iter() {
        [&thing.names, &thing.short].into_iter().for_each(|names| add(thing.id.to_string(), names));
    }
    all
}

/// Every longer text, with where it stands: summaries, values, notes, and what is said of disputes and gaps.
fn long_texts() -> Vec<(String, &'static Names)> {
    let catalogue = shipped();
    let mut all: Vec<(String, &Names)> = Vec::new();
    let mut add = |place: String, names: &'static Names| all.push((place, names));
    catalogue.parks().iter().for_each(|it| it.summary.iter().for_each(|summary| add(it.id.to_string(), summary)));
    catalogue.pairs().iter().for_each(|it| it.summary.iter().for_each(|summary| add(it.id.to_string(), summary)));
    catalogue.context().iter().for_each(|it| it.summary.iter().for_each(|summary| add(it.id.to_string(), summary)));
    for claim in catalogue.subjects().flat_map(|subject| catalogue.claims(&subject)) {
        let text = match &claim.value {
            Value::Text(text) => Some(text),
            _ => None,
        };
        text.into_iter().chain(&claim.note).for_each(|names| add(claim.id.to_string(), names));
    }
    catalogue.disputes().iter().for_each(|it| add(it.id.to_string(), &it.why));
    for gap in catalogue.gaps().iter() {
        std::iter::once(&gap.what).chain(&gap.note).for_each(|names| add(gap.id.to_string(), names));
    }
    all
}

#[test]
fn every_name_is_there_in_every_language() {
    for lang in Lang::ALL {
        let missing: Vec<_> = names()
            .into_iter()
            .filter(|(_, names)| names.own(lang).or_else(|| texts(lang).get(names.get(Lang::En))).is_none())
            .map(|(place, names)| format!("{place}: {}", names.get(Lang::En)))
            .collect();
        assert!(missing.is_empty(), "{} lacks {}: {missing:#?}", lang.tag(), missing.len());
    }
}

/// The text without the numbers of articles and the edition of an agreement, which are names and no amounts.
fn without_numbered_names(text: &str) -> String {
    let after_article = |(at, part): (usize, &str)| {
        let part = if at > 0 { part.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.') } else { part };
        part.to_owned()
    };
    ["Article ", "Perkara ", "Điều "].iter().fold(text.replace("3.0", ""), |text, article| {
        text.split(article).enumerate().map(after_article).collect::<Vec<_>>().join(article)
    })
}

/// The numbers in a text in one form, whatever its language writes for the decimal sign and between thousands.
fn numbers(text: &str, lang: Lang) -> Vec<String> {
    let (group, decimal) = if lang == Lang::Vi { ('.', ',') } else { (',', '.') };
    let mut found = Vec::new();
    let text = without_numbered_names(text);
    for word in text.split(|letter: char| !(letter.is_ascii_digit() || letter == group || letter == decimal)) {
        let word = word.trim_matches([group, decimal]);
        if word.chars().any(|letter| letter.is_ascii_digit()) {
            found.push(word.replace(group, "").replace(decimal, "."));
        }
    }
    found
}

#[test]
fn a_name_missing_in_a_language_is_english_and_says_so_once_nothing_more_will_come() {
    let name = Names::new("Nowhere Park", Some("无名园"), None).expect("a name");
    let read = |lang: Lang, texts: &'static Translations| {
        Reader::of(&ViewQuery::default(), words(lang), texts, PartialDate::Year(2026)).text(&name)
    };
    let coming: &'static Translations = Box::leak(Box::new(Translations::none().in_part()));
    assert_eq!(read(Lang::En, &UNTRANSLATED), "Nowhere Park");
    assert_eq!(read(Lang::ZhHans, &UNTRANSLATED), "无名园");
    assert_eq!(read(Lang::Vi, texts(Lang::Vi)), "Nowhere Park (tiếng Anh)");
    assert_eq!(read(Lang::Ms, texts(Lang::Ms)), "Nowhere Park (bahasa Inggeris)");
    assert_eq!(read(Lang::Vi, coming), "Nowhere Park", "its translation may still be on its way");
}

#[test]
fn the_official_local_name_stands_beside_a_translated_one() {
    let local = |lang: Lang, id: &str| {
        let view = park_view(shipped(), &ParkId::parse(id).expect("an id"), &ViewQuery::default(), &reader(lang));
        match view.expect("a park").local {
            Some(FactView::Foreign(name, tag)) => Some((name, tag)),
            _ => None,
        }
    };
    assert_eq!(local(Lang::En, "qinzhou"), Some(("中国—马来西亚钦州产业园区".to_owned(), Some("zh"))));
    assert_eq!(local(Lang::ZhHans, "qinzhou"), None, "the heading is the local name already");
    assert_eq!(local(Lang::Vi, "kuantan"), Some(("Taman Perindustrian Kuantan Malaysia-China".to_owned(), None)));
    assert_eq!(local(Lang::En, "lang-son"), Some(("Lạng Sơn".to_owned(), Some("vi"))));
}

#[test]
fn every_longer_text_is_there_in_every_language() {
    for lang in Lang::ALL {
        let missing: Vec<_> = long_texts()
            .into_iter()
            .filter(|(_, names)| names.own(lang).or_else(|| texts(lang).get(names.get(Lang::En))).is_none())
            .map(|(place, names)| format!("{place}: {}", names.get(Lang::En)))
            .collect();
        assert!(missing.is_empty(), "{} lacks {}: {missing:#?}", lang.tag(), missing.len());
    }
}

#[test]
fn no_translation_loses_or_invents_a_figure() {
    for lang in [Lang::Ms, Lang::Vi] {
        let mut wrong = Vec::new();
        for (place, names) in names().into_iter().chain(long_texts()) {
            let english = names.get(Lang::En);
            let Some(text) = names.own(lang).or_else(|| texts(lang).get(english)) else { continue };
            let mut told = numbers(text, lang);
            // Every figure of the English is there; months may have become numbers on top.
            let lost: Vec<_> = numbers(english, Lang::En)
                .into_iter()
                .filter(|figure| told.iter().position(|other| other == figure).map(|at| told.swap_remove(at)).is_none())
                .collect();
            let is_month = |figure: &String| figure.parse::<u8>().is_ok_and(|month| (1..=12).contains(&month));
            let invented: Vec<_> = told.iter().filter(|figure| !is_month(figure)).collect();
            if !lost.is_empty() || !invented.is_empty() {
                wrong.push(format!("{place}: lost {lost:?}, invented {invented:?}: {english} | {text}"));
            }
        }
        assert!(wrong.is_empty(), "{}: {wrong:#?}", lang.tag());
    }
}

#[test]
fn parks_and_pairs_are_found_by_their_name_in_any_language() {
    let catalogue = shipped();
    let found = |of: Of, text: &str| -> Vec<String> {
        let mut query = ViewQuery { of, ..ViewQuery::default() };
        query.filters.text = text.to_owned();
        match explore_view(catalogue, &query, usize::MAX, &reader(Lang::En)).results {
            ResultsView::Cards(cards) => cards.into_iter().map(|card| card.id).collect(),
            ResultsView::Table { .. } => Vec::new(),
        }
    };
    for lang in Lang::ALL {
        for park in catalogue.parks().iter() {
            let name = park.short.get(lang);
            assert!(found(Of::Parks, name).contains(&park.id.to_string()), "{name} in {}", lang.tag());
        }
        for pair in catalogue.pairs().iter() {
            let name = pair.names.get(lang);
            assert!(found(Of::Pairs, name).contains(&pair.id.to_string()), "{name} in {}", lang.tag());
        }
    }
    assert_eq!(found(Of::Parks, "kham chau"), found(Of::Parks, "Khâm Châu"), "marks may be left out");
}
