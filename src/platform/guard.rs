//! The watchdog of a kiosk, which stands outside of the app (`kiosk/watchdog.js`): texts go in and come out.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::CustomEvent;

/// Asks the watchdog to do something, and gives its answer. `None` where there is no watchdog, or it answers nothing.
pub fn ask(what: &str, with: &[&str]) -> Option<String> {
    let guard = Reflect::get(&js_sys::global(), &"kiosk".into()).ok()?;
    let act = Reflect::get(&guard, &what.into()).ok()?.dyn_into::<Function>().ok()?;
    let with: Array = with.iter().map(|text| JsValue::from_str(text)).collect();
    // What fails in there has been noted in there.
    act.apply(&guard, &with).ok()?.as_string()
}

/// Calls back with what the watchdog has to say, for as long as the page lives.
pub fn on_news(callback: impl Fn(String) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn(CustomEvent)>::new(move |event: CustomEvent| {
        callback(event.detail().as_string().unwrap_or_default());
    });
    let _ = window.add_event_listener_with_callback("kiosk", listener.as_ref().unchecked_ref());
    // The listener belongs to the page and goes with it.
    listener.forget();
}

/// The memory of the program in bytes. It never shrinks.
#[must_use]
pub fn memory() -> f64 {
    let memory = wasm_bindgen::memory().dyn_into::<js_sys::WebAssembly::Memory>();
    memory.ok().and_then(|memory| Reflect::get(&memory.buffer(), &"byteLength".into()).ok()?.as_f64()).unwrap_or_default()
}
