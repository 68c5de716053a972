//! Visitors one after the other: the display needs as much after sixty as after twenty. `cargo xtask soak` sends
//! thousands.

use journeys::{STEADY, growth, soak};

use super::upright;

#[test]
fn a_kiosk_needs_no_more_after_many_visitors_than_after_a_few() {
    upright().with_flags(&STEADY).go(async |visitor| {
        let readings = soak(visitor, 60, 20, |_| {}).await;
        let [few, .., many] = readings.as_slice() else { panic!("{readings:?}") };
        let grown = growth(few, many);
        assert!(grown.is_empty(), "{grown}: {readings:?}");
    });
}
