//! How figures are written: a table over numbers, languages, currencies and units. The tests in the browser read the
//! same table and hold it against the browser's own `Intl`.

use crate::support::{assert_written, fixture, reader, shipped};
use std::fmt::Write as _;
use twin_parks::address::{CURRENCIES, Units};
use twin_parks::domain::names::Lang;
use twin_parks::domain::quantity::Quantity;
use twin_parks::domain::unit::{Currency, Unit};
use twin_parks::present::figure::amount;

const COUNTS: [f64; 12] = [
    0.0,
    1.0,
    7.0,
    999.0,
    1_000.0,
    7_572.0,
    99_999.0,
    120_000.0,
    1_675_000.0,
    100_000_000.0,
    2_500_000_000.0,
    17_950_000_000_000.0,
];
const LANDS: [(f64, &str); 6] = [(55.0, "km2"), (1_420.0, "ha"), (3_500.0, "acre"), (1_200.0, "mu"), (640.5, "ha"), (8.0, "rai")];
const MONEY: [(f64, &str); 8] = [
    (29_500_000_000.0, "CNY"),
    (20_770_000_000.0, "MYR"),
    (250_000_000.0, "USD"),
    (1_700.0, "MYR/month"),
    (4_860_000.0, "VND/month"),
    (17_950_000_000_000.0, "IDR"),
    (0.454, "MYR/kWh"),
    (90_000.0, "CNY/mu"),
];
const PLAIN: [(f64, &str); 4] = [(71.5, "percent"), (134.2, "km"), (5_000.0, "t"), (99.0, "year")];

fn line(text: &mut String, lang: Lang, currency: Option<Currency>, units: (&str, Units), value: f64, unit: &str) {
    let quantity = Quantity::new(value, Unit::parse(unit).expect("a unit")).expect("finite");
    let reader = reader(lang).in_currency(currency).in_units(units.1);
    let (shown, behind) = amount(&quantity, shipped(), &reader);
    let currency = currency.map_or("source", Currency::code);
    let shown = format!("{shown}{}", reader.words().behind(&behind));
    let _ = writeln!(text, "{}\t{currency}\t{}\t{value}\t{unit}\t{shown}", lang.tag(), units.0);
}

#[test]
fn every_figure_is_written_as_in_the_table() {
    let mut text = String::new();
    let source = Units::ALL[0];
    for lang in Lang::ALL {
        COUNTS.iter().for_each(|value| line(&mut text, lang, None, source, *value, "count"));
        PLAIN.iter().for_each(|(value, unit)| line(&mut text, lang, None, source, *value, unit));
        for (value, unit) in LANDS {
            Units::ALL.iter().for_each(|units| line(&mut text, lang, None, *units, value, unit));
        }
        for (value, unit) in MONEY {
            let currencies = std::iter::once(None).chain(CURRENCIES.map(Some));
            currencies.for_each(|currency| line(&mut text, lang, currency, source, value, unit));
        }
    }
    let cases = text.lines().count();
    assert!(cases >= 400, "only {cases} cases");
    assert_written(&fixture("golden/figures.tsv"), &text);
}
