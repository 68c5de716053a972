//! A shorter run of `cargo xtask soak`: a display that stands for weeks may not grow.

use journeys::{growth, soak};

use super::upright;

#[test]
fn after_a_hundred_visitors_the_browser_needs_no_more_than_after_sixty() {
    upright().go(async |visitor| {
        let readings = soak(visitor, 100, 20, |reading| eprintln!("{}", reading.line())).await;
        // Pages of the program and caches of the browser are there by then, but for the last per cents of the heap, which
        // only the long run can tell.
        let (from, to) = (&readings[2], &readings[4]);
        let slack = journeys::Reading { heap: from.heap * 105 / 100, ..*from };
        assert_eq!(growth(&slack, to), "", "{readings:#?}");
    });
}
