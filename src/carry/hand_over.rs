//! A view for the visitor's phone: its address below the public site, no longer than a phone reads off a screen.

use super::link;
use crate::address::{Route, ViewQuery};
use crate::domain::facet::Facet;
use crate::domain::filter::Part;
use crate::present::reader::Reader;

/// The longest address that is shown as a code. A code of that many characters has 85 squares a side, and phones read it
/// from a step away.
pub const LONGEST: usize = 420;

/// What a phone is handed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HandOver {
    /// The address.
    pub address: String,
    /// What of the view it does not say; nothing, as long as the view is not a very long one.
    pub left_out: Vec<&'static str>,
}

/// The view at an address below `base`. Where that is too long, free text goes first, then each facet, the longest
/// first; a page and what it compares always remain.
#[must_use]
pub fn hand_over(base: &str, route: &Route, query: &ViewQuery, reader: &Reader) -> HandOver {
    let words = reader.words();
    let mut query = query.clone();
    let mut left_out = Vec::new();
    loop {
        let below = link(route, &query, reader);
        let address = format!("{base}{}", below.strip_prefix("./").unwrap_or(&below));
        if address.len() <= LONGEST {
            return HandOver { address, left_out };
        }
        let width = |facet: Facet| query.filters.chosen(facet).map(|value| value.as_str().len() + 1).sum::<usize>();
        let widest = Facet::ALL.iter().map(|(_, facet)| (width(*facet), *facet)).max_by_key(|(width, _)| *width);
        let part = match widest {
            _ if !query.filters.text.is_empty() => Part::Text,
            Some((1.., facet)) => Part::Facet(facet),
            _ => return HandOver { address, left_out },
        };
        left_out.push(match part {
            Part::Text => words.search_label,
            Part::Facet(facet) => words.facet(facet),
        });
        query.filters = query.filters.without(&[part]);
    }
}
