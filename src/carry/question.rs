//! What a view answers, in words: what was chosen, narrowed and switched.

use crate::address::{Route, Units, ViewQuery};
use crate::domain::catalogue::Catalogue;
use crate::domain::facet::Facet;
use crate::domain::sort::Sort;
use crate::present::explore::{sort_name, value_name};
use crate::present::reader::Reader;

/// The choices behind a view, each with its name.
pub(super) fn question(catalogue: &Catalogue, route: &Route, query: &ViewQuery, reader: &Reader) -> Vec<(String, String)> {
    let words = reader.words();
    let mut asked: Vec<(&str, String)> = Vec::new();
    if *route == Route::Explore {
        if !query.filters.text.is_empty() {
            asked.push((words.search_label, words.quoted(&query.filters.text)));
        }
        // What names nothing was passed over.
        let (filters, _) = query.filters.split_unknown(catalogue, query.of);
        for (_, facet) in Facet::ALL {
            let names: Vec<String> = filters.chosen(facet).map(|value| value_name(catalogue, facet, value, reader)).collect();
            if !names.is_empty() {
                asked.push((words.facet(facet), words.list(&names)));
            }
        }
        if query.sort != Sort::default() {
            asked.push((words.sort_by, sort_name(query.sort, reader).to_owned()));
        }
    }
    if *route == Route::Compare {
        let switches = [
            (query.only_differences, words.differences_only),
            (query.highlight_best, words.highlight_best),
            (query.hide_unpublished, words.hide_unpublished),
        ];
        let thrown: Vec<String> = switches.iter().filter(|(is_on, _)| *is_on).map(|(_, name)| (*name).to_owned()).collect();
        if !thrown.is_empty() {
            asked.push((words.view_options, words.list(&thrown)));
        }
    }
    let unit = match query.units {
        Units::Source => words.units_source,
        Units::Metric => words.units_metric,
        Units::Mu => words.units_mu,
        Units::Acre => words.units_acre,
        Units::Rai => words.units_rai,
    };
    asked.push((
        words.currency_label,
        query.currency.map_or(words.money_as_published, |currency| words.currency(currency)).to_owned(),
    ));
    asked.push((words.units_label, unit.to_owned()));
    asked.into_iter().map(|(name, chosen)| (name.to_owned(), chosen)).collect()
}
