//! Whether the browser has a network.

use wasm_bindgen::{JsCast, prelude::*};

/// Whether the browser believes that it is online.
#[must_use]
pub fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Calls back whenever that changes, for as long as the page lives.
pub fn on_change(callback: impl Fn(bool) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn()>::new(move || callback(is_online()));
    for event in ["online", "offline"] {
        let _ = window.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    }
    // The listener belongs to the page and goes with it.
    listener.forget();
}
