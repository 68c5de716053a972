//! Visitors one after the other: the display needs as much after sixty as after twenty. `cargo xtask soak` sends
//! thousands.

use journeys::{growth, soak};

use super::upright;

#[test]
fn a_kiosk_needs_no_more_after_many_visitors_than_after_a_few() {
    upright().go(async |visitor| {
        let readings = soak(visitor, 60, 20, |_| {}).await;
        let [few, .., many] = readings.as_slice() else { panic!("{readings:?}") };
        // The browser is still compiling what it meets, which adds 3.5 % in the first 500 visitors. 5 % is 2.6 kB for each
        // of forty, and less than that is for the long run to find.
        let grown = growth(few, many, 5);
        assert!(grown.is_empty(), "{grown}: {readings:?}");
    });
}
