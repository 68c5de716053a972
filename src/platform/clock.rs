//! The time of day, and waiting.

use js_sys::Date;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Today in the visitor's place: year, month from 1, day from 1.
#[must_use]
pub fn today() -> (u16, u8, u8) {
    let now = Date::new_0();
    let small = |value: u32| u8::try_from(value).unwrap_or(1);
    (u16::try_from(now.get_full_year()).unwrap_or(0), small(now.get_month() + 1), small(now.get_date()))
}

/// The time of day as `14:05`.
#[must_use]
pub fn time_of_day() -> String {
    let now = Date::new_0();
    format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
}

/// Milliseconds since the page was opened. They never go back, whatever is done to the time of day.
#[must_use]
pub fn now() -> u64 {
    let now = web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now());
    // Thousands of years fit.
    now as u64
}

/// Minutes since midnight in the visitor's place.
#[must_use]
pub fn minute_of_day() -> u16 {
    let now = Date::new_0();
    u16::try_from(now.get_hours() * 60 + now.get_minutes()).unwrap_or(0)
}

/// A time in milliseconds since 1970 as day and time of day in the visitor's place: year, month, day, hours, minutes.
#[must_use]
pub fn moment(milliseconds: f64) -> (u16, u8, u8, u8, u8) {
    let then = Date::new(&JsValue::from_f64(milliseconds));
    let small = |value: u32| u8::try_from(value).unwrap_or(1);
    let year = u16::try_from(then.get_full_year()).unwrap_or(0);
    (year, small(then.get_month() + 1), small(then.get_date()), small(then.get_hours()), small(then.get_minutes()))
}

/// Calls back every so many milliseconds, for as long as the page lives.
pub fn every(milliseconds: i32, callback: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn()>::new(callback);
    let _ = window.set_interval_with_callback_and_timeout_and_arguments_0(listener.as_ref().unchecked_ref(), milliseconds);
    // The timer belongs to the page and goes with it.
    listener.forget();
}

/// Waits for some milliseconds.
pub async fn wait(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let set =
            web_sys::window().map(|window| window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds));
        // Without a timer there is nothing to wait for.
        if !matches!(set, Some(Ok(_))) {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(promise).await;
}
