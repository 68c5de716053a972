//! What holds of the words of every language.

use crate::support::{words, words_file};
use std::collections::{BTreeMap, BTreeSet};
use twin_parks::domain::catalogue::Of;
use twin_parks::domain::names::Lang;
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
        || ["pairs_and_parks", "data_summary", "rate_dated"].contains(&name)
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
