//! The field in focus: its text, and writing another into it as a keyboard would.

use wasm_bindgen::JsCast;
use web_sys::{Event, EventInit, HtmlElement, HtmlInputElement};

fn field() -> Option<HtmlInputElement> {
    web_sys::window()?.document()?.active_element()?.dyn_into().ok()
}

/// The text in it; `None` where nothing that takes text is in focus.
#[must_use]
pub fn text() -> Option<String> {
    let field = field()?;
    matches!(field.type_().as_str(), "text" | "search" | "url" | "password").then(|| field.value())
}

/// Writes another text into it.
pub fn write(text: &str) {
    let Some(field) = field() else { return };
    field.set_value(text);
    let options = EventInit::new();
    options.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict("input", &options) {
        let _ = field.dispatch_event(&event);
    }
}

/// Takes the focus away from whatever has it, and tells those who follow the focus, which browsers do not.
pub fn leave() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    if let Some(element) = document.active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.blur();
    }
    if let Ok(event) = Event::new("focusin") {
        let _ = document.dispatch_event(&event);
    }
}

/// Whether it takes an address.
#[must_use]
pub fn is_address() -> bool {
    field().is_some_and(|field| field.type_() == "url")
}
