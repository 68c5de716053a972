//! Figures as the app writes them in this browser, against the table that is written down and against the browser's
//! own `Intl`.

use js_sys::{Array, Function};
use std::sync::OnceLock;
use twin_parks::address::{Units, ViewQuery};
use twin_parks::domain::catalogue::{Catalogue, DataFile, Parts};
use twin_parks::domain::date::PartialDate;
use twin_parks::domain::names::Lang;
use twin_parks::domain::quantity::Quantity;
use twin_parks::domain::record::named;
use twin_parks::domain::unit::{Currency, Unit};
use twin_parks::language::{UNTRANSLATED, words};
use twin_parks::present::figure::amount;
use twin_parks::present::reader::Reader;
use twin_parks::wire;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

/// Language, currency, land unit, value, unit, and what is shown.
const TABLE: &str = include_str!("../fixtures/golden/figures.tsv");

/// The rates, which stand among the context; nothing else of the data is needed.
fn rates() -> Catalogue {
    let (mut parts, mut faults) = (Parts::default(), Vec::new());
    for (file, bytes) in [
        (DataFile::Attributes, include_bytes!("../../public/data/attributes.json").as_slice()),
        (DataFile::Context, include_bytes!("../../public/data/context.json").as_slice()),
    ] {
        wire::decode(file, bytes, &mut parts, &mut faults).expect("the shipped data");
    }
    Catalogue::assemble(parts).0
}

fn reader(lang: Lang) -> Reader {
    static WORDS: OnceLock<[&twin_parks::present::words::Words; 4]> = OnceLock::new();
    let all = WORDS.get_or_init(|| {
        let files = [
            include_bytes!("../../public/words/en.json").as_slice(),
            include_bytes!("../../public/words/zh-Hans.json").as_slice(),
            include_bytes!("../../public/words/ms.json").as_slice(),
            include_bytes!("../../public/words/vi.json").as_slice(),
        ];
        let mut files = files.into_iter();
        Lang::ALL.map(|lang| words(lang, files.next().expect("a file a language")).expect("words"))
    });
    let words = all.iter().find(|words| words.lang == lang).expect("every language");
    Reader::of(&ViewQuery::default(), words, &UNTRANSLATED, PartialDate::Day(2026, 11, 22))
}

#[wasm_bindgen_test]
fn every_figure_of_the_table_is_written_the_same_in_this_browser() {
    let catalogue = rates();
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in TABLE.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [tag, currency, units, value, unit, expected] = fields.as_slice() else { panic!("{line}") };
        let quantity = Quantity::new(value.parse().expect("a number"), Unit::parse(unit).expect("a unit")).expect("finite");
        let reader = reader(Lang::parse(tag).expect("a language"))
            .in_currency(Currency::parse(currency))
            .in_units(named(&Units::ALL, units).expect("a land unit"));
        let (shown, behind) = amount(&quantity, &catalogue, &reader);
        let shown = format!("{shown}{}", reader.words().behind(&behind));
        if shown != *expected {
            wrong.push(format!("{line} became {shown}"));
        }
        count += 1;
    }
    assert!(count >= 400 && wrong.is_empty(), "{count} cases, {} wrong: {wrong:#?}", wrong.len());
}

/// The scale words of the browser where they are not those of the app: English ones are shortened as in the press.
const SHORTENED: [(&str, &str); 3] = [("million", "m"), ("billion", "bn"), ("trillion", "tn")];

#[wasm_bindgen_test]
fn what_the_app_calls_a_million_the_browser_calls_so_too() {
    let intl = Function::new_with_args(
        "tag, value",
        "return new Intl.NumberFormat(tag, { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 15 }).format(value)",
    );
    let mut tried = 0;
    for line in TABLE.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [tag, "source", "source", value, unit, shown] = fields.as_slice() else { continue };
        let number: f64 = value.parse().expect("a number");
        // Below, the app writes all digits out, so that columns of figures line up.
        let is_scaled = number >= if *tag == "zh-Hans" { 1e5 } else { 1e6 };
        if !is_scaled || *unit == "IDR" {
            continue;
        }
        let told = intl.call2(&JsValue::NULL, &(*tag).into(), &number.into()).expect("Intl").as_string().expect("text");
        let told = SHORTENED.iter().fold(told.replace('\u{a0}', " "), |told, (long, short)| told.replace(long, short));
        assert!(shown.starts_with(&told), "{tag} {value}: the app says “{shown}”, the browser “{told}”");
        tried += 1;
    }
    assert!(tried >= 20, "only {tried} figures are that large");
}

#[wasm_bindgen_test]
fn decimal_signs_and_groups_are_the_browsers() {
    let intl = Function::new_with_args(
        "tag",
        "const parts = new Intl.NumberFormat(tag, { useGrouping: 'always' }).formatToParts(12345.6);
         return [parts.find((it) => it.type === 'group').value, parts.find((it) => it.type === 'decimal').value];",
    );
    for lang in Lang::ALL {
        let signs = intl.call1(&JsValue::NULL, &lang.tag().into()).expect("Intl");
        let signs: Vec<String> = Array::from(&signs).iter().filter_map(|sign| sign.as_string()).collect();
        let ours = twin_parks::present::number::number(12_345.6, lang);
        let [group, decimal] = signs.as_slice() else { panic!("{signs:?}") };
        assert_eq!(ours, format!("12{group}345{decimal}6"), "{}", lang.tag());
    }
}
