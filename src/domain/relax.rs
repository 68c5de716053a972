//! No dead ends: when nothing is found, the smallest sets of filters to drop.

use super::catalogue::{Catalogue, Of};
use super::filter::{Filters, Part, Results};
use super::order::sort_by;

/// Parts of the filters to drop, and how many results that gives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Relaxation {
    /// What to drop.
    pub parts: Vec<Part>,
    /// What is found then; at least one.
    pub count: usize,
}

/// Every smallest set of parts whose dropping finds something, most results first. Empty when something is found
/// already, or when the catalogue itself is empty.
///
/// There are at most six parts, so trying all sets is at most 64 small intersections.
#[must_use]
pub fn relaxations(catalogue: &Catalogue, of: Of, filters: &Filters) -> Vec<Relaxation> {
    let parts = filters.parts();
    let sets = 1_u32 << parts.len().min(16);
    for size in 0..=parts.len() {
        let mut found: Vec<Relaxation> = (0..sets)
            .filter(|set| set.count_ones() as usize == size)
            .filter_map(|set| {
                let dropped: Vec<Part> =
                    parts.iter().enumerate().filter(|(at, _)| set & (1 << at) != 0).map(|(_, part)| *part).collect();
                let count = Results::of(catalogue, of, &filters.without(&dropped)).found.count();
                (count > 0).then_some(Relaxation { parts: dropped, count })
            })
            .collect();
        if !found.is_empty() {
            found.retain(|relaxation| !relaxation.parts.is_empty());
            sort_by(&mut found, |a, b| b.count.cmp(&a.count).then_with(|| a.parts.cmp(&b.parts)));
            return found;
        }
    }
    Vec::new()
}
