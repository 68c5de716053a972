//! What holds of money in another currency: nothing is made up, and what was converted says so.

use crate::support::{reader, shipped};
use twin_parks::address::{CURRENCIES, ViewQuery};
use twin_parks::domain::claim::Claim;
use twin_parks::domain::names::Lang;
use twin_parks::domain::quantity::Quantity;
use twin_parks::domain::unit::{Base, Currency};
use twin_parks::present::figure::FigureView;
use twin_parks::present::number::shown_digits;
use twin_parks::present::rates::rates_view;

/// Every amount of money among the claims, with its currency.
fn amounts() -> Vec<(&'static Claim, &'static Quantity, Currency)> {
    let catalogue = shipped();
    let claims = catalogue.subjects().flat_map(|subject| catalogue.claims(&subject));
    let amounts = claims.filter_map(|claim| match claim.quantity()?.unit() {
        unit if matches!(unit.per, Some(Base::Money(_))) => None,
        unit => match unit.over {
            Base::Money(currency) => Some((claim, claim.quantity()?, currency)),
            _ => None,
        },
    });
    amounts.collect()
}

fn figure(claim: &Claim, currency: Option<Currency>) -> FigureView {
    FigureView::of(claim, shipped(), &reader(Lang::En).in_currency(currency))
}

#[test]
fn a_figure_is_converted_and_marked_or_stays_as_published_and_says_why() {
    assert!(amounts().len() > 100, "the data speaks of money");
    for (claim, _, own) in amounts() {
        let published = figure(claim, None);
        for wanted in CURRENCIES {
            let shown = figure(claim, Some(wanted));
            let what = format!("{} in {}: {shown:?}", claim.id, wanted.code());
            match shipped().rates().way(own, wanted) {
                _ if own == wanted => assert_eq!(shown, published, "{what}"),
                Some(_) => {
                    assert!(shown.value.starts_with("≈ ") && shown.unit.starts_with(wanted.code()), "{what}");
                    assert_eq!((&shown.as_of, &shown.kind, &shown.lacking), (&published.as_of, &published.kind, &None), "{what}");
                }
                None => {
                    assert_eq!((&shown.value, &shown.unit), (&published.value, &published.unit), "{what}");
                    assert!(shown.lacking.is_some_and(|why| why.contains(wanted.code())), "{what}");
                }
            }
        }
    }
}

#[test]
fn no_converted_figure_has_more_digits_than_its_source() {
    for (claim, quantity, own) in amounts() {
        let source = shown_digits(quantity.low()).max(shown_digits(quantity.high()));
        for wanted in CURRENCIES.into_iter().filter(|wanted| shipped().rates().way(own, *wanted).is_some()) {
            let shown = figure(claim, Some(wanted)).value;
            for end in shown.trim_start_matches("≈ ").split('–') {
                let number = end.split(' ').next().unwrap_or_default().replace(',', "");
                let digits =
                    number.trim_start_matches(['0', '.']).trim_end_matches(|letter| number.find('.').is_none() && letter == '0');
                let count = digits.chars().filter(char::is_ascii_digit).count();
                assert!(count <= source, "{} has {source} digits, and {shown} has {count}", claim.id);
            }
        }
    }
}

#[test]
fn the_rates_in_use_stand_beside_the_choice_with_their_dates() {
    let query = ViewQuery::default();
    assert_eq!(rates_view(shipped(), &query, &reader(Lang::En)), None, "as published needs no rate");
    let line = |currency| rates_view(shipped(), &query, &reader(Lang::En).in_currency(Some(currency))).expect("a line");
    let usd = line(Currency::Usd);
    for rate in ["7.0197 CNY per USD (8 Jan 2026)", "3.9425 MYR per USD (6 Mar 2026)", "25,770–26,160 VND per USD (May 2025)"] {
        assert!(usd.text.contains(rate), "{}", usd.text);
    }
    let sgd = line(Currency::Sgd);
    assert_eq!(sgd.text, "", "no rate to the Singapore dollar was found");
    assert!(sgd.lacking.is_some_and(|lacking| lacking.contains("CNY")));
}

#[test]
fn an_investor_can_check_a_conversion_by_hand() {
    // 29.5 bn CNY / 7.0197 = 4.2025 bn USD, shown with the three digits of 29.5.
    let investment =
        amounts().into_iter().find(|(claim, ..)| claim.id.as_str() == "f0062").expect("the realised investment of Qinzhou");
    assert_eq!(figure(investment.0, Some(Currency::Usd)).value, "≈ 4.2 bn");
    assert_eq!(figure(investment.0, None).value, "29.5 bn");
}
