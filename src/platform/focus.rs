//! Keeping the keyboard's place when the page changes under it.

use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Document, Element, HtmlElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Puts the focus on the element with an id.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Puts the focus on the element with an id, once what was changed last is drawn.
pub fn focus_drawn(id: &'static str) {
    after_drawing(move || focus(id));
}

/// Calls back with the key of whatever comes into focus, for as long as the page lives.
pub fn watch(callback: impl Fn(Option<String>) + 'static) {
    let Some(document) = document() else { return };
    let listener = Closure::<dyn Fn()>::new(move || callback(key_in_focus()));
    let _ = document.add_event_listener_with_callback("focusin", listener.as_ref().unchecked_ref());
    // The listener belongs to the page and goes with it.
    listener.forget();
}

/// The key of the element in focus: the value of its `data-key`.
#[must_use]
pub fn key_in_focus() -> Option<String> {
    document()?.active_element()?.get_attribute("data-key")
}

/// After the next drawing: puts the focus on the element with the key, wherever that now stands. Drawing over in place
/// may have left it on an element that means something else now. Without such an element it stays where it is.
pub fn restore(key: String) {
    after_drawing(move || {
        let Some(document) = document() else { return };
        if document.active_element().and_then(|element| element.get_attribute("data-key")).as_deref() == Some(&key) {
            return;
        }
        let Ok(elements) = document.query_selector_all("[data-key]") else { return };
        let elements =
            (0..elements.length()).filter_map(|at| elements.item(at)).filter_map(|node| node.dyn_into::<Element>().ok());
        let found = elements.into_iter().find(|element| element.get_attribute("data-key").as_deref() == Some(&key));
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}

fn after_drawing(run: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(run);
    if let (Some(window), Some(callback)) = (web_sys::window(), callback.dyn_ref()) {
        let _ = window.request_animation_frame(callback);
    }
}
