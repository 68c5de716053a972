//! Files and paper: saving a text as a file, and printing.

use super::clock;
use js_sys::Array;
use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

/// How long a browser may take to read what it saves, in milliseconds.
const READING: i32 = 60_000;

/// Saves a text as a file, as a press on a link to it would.
pub async fn save(name: &str, media_type: &str, text: &str) {
    if let Some(address) = start_saving(name, media_type, text) {
        clock::wait(READING).await;
        let _ = Url::revoke_object_url(&address);
    }
}

fn start_saving(name: &str, media_type: &str, text: &str) -> Option<String> {
    let parts = Array::of1(&text.into());
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link = web_sys::window()?.document()?.create_element("a").ok()?.dyn_into::<HtmlAnchorElement>().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Some(address)
}

/// The text of the file that was picked in a field; `None` where none was, or it can't be read.
pub async fn read_picked(field: HtmlInputElement) -> Option<String> {
    let file = field.files()?.get(0)?;
    JsFuture::from(file.text()).await.ok()?.as_string()
}

/// Calls back before the page goes to paper, with true, and after it, with false, for as long as the page lives.
/// Browsers go on once all that follows from the call is drawn.
pub fn on_print(callback: impl Fn(bool) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| callback(event.type_() == "beforeprint"));
    for event in ["beforeprint", "afterprint"] {
        let _ = window.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    }
    // The listener belongs to the page and goes with it.
    listener.forget();
}

/// Opens the browser's dialog for printing; false where the page may not print, as in a strict frame.
#[must_use]
pub fn print() -> bool {
    web_sys::window().is_some_and(|window| window.print().is_ok())
}
