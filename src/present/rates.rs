//! The rates by which money is shown in another currency, so that nobody takes a converted figure for a published one.

use super::link::LinkView;
use super::number::range;
use super::reader::Reader;
use crate::address::{Route, ViewQuery};
use crate::domain::catalogue::Catalogue;
use crate::domain::id::ContextId;
use crate::domain::rates::Rate;
use crate::domain::unit::{Base, Currency};

/// The thing whose claims are the rates.
const RATES: &str = "exchange-rates";

/// The rates in use.
#[derive(Clone, PartialEq, Debug)]
pub struct RatesView {
    /// The rates with their dates, in a sentence.
    pub text: String,
    /// The currencies from which no rate leads to the chosen one.
    pub lacking: Option<String>,
    /// Where the rates and their sources stand.
    pub link: LinkView,
}

/// Makes the line of rates; `None` while money is shown as published.
#[must_use]
pub fn rates_view(catalogue: &Catalogue, query: &ViewQuery, reader: &Reader) -> Option<RatesView> {
    let wanted = reader.currency?;
    let words = reader.words();
    let id = ContextId::parse(RATES)?;
    // The rates arrive after the first view.
    let source = catalogue.context().get(&id)?;
    let (mut rates, mut lacking): (Vec<Rate>, Vec<String>) = Default::default();
    for currency in currencies(catalogue).into_iter().filter(|currency| *currency != wanted) {
        match catalogue.rates().way(currency, wanted) {
            Some(way) => way.rates().iter().for_each(|rate| {
                if !rates.contains(rate) {
                    rates.push(*rate);
                }
            }),
            None => lacking.push(words.currency(currency).to_owned()),
        }
    }
    let told = rates.iter().map(|rate| {
        let amount = format!("{}{}", range(&rate.amount, reader.lang), words.behind(&words.unit(rate.amount.unit())));
        words.rate_dated(amount, reader.period(rate.as_of))
    });
    let name = words.currency(wanted);
    Some(RatesView {
        text: if rates.is_empty() { String::new() } else { words.rates_used(name, words.enumerated(&told.collect::<Vec<_>>())) },
        lacking: (!lacking.is_empty()).then(|| words.rates_lacking(name, words.list(&lacking))),
        link: LinkView::to(reader.text(&source.names), &Route::Context(id), query),
    })
}

/// The currencies in which parks and pairs state figures.
fn currencies(catalogue: &Catalogue) -> Vec<Currency> {
    let mut found = Vec::new();
    let parks = catalogue.parks().iter().flat_map(|park| &park.claims);
    for claim in parks.chain(catalogue.pairs().iter().flat_map(|pair| &pair.claims)) {
        if let Some(Base::Money(currency)) = claim.quantity().map(|quantity| quantity.unit().over)
            && !found.contains(&currency)
        {
            found.push(currency);
        }
    }
    found
}
