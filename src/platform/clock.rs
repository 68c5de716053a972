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
