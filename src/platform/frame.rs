//! The frame that this page stands in: what the page around it asks, how high this one is, and where it is touched.
//!
//! Two ways lead out, and a height goes both. Browsers that fit frames to what is in them (CSS Box Sizing 4,
//! "responsive iframes") are asked to look again. Elsewhere a script of the page around it (`embed/embed.js`) asks by
//! message, and is answered.
//!
//! The messages, version 1. From here: `{twinParks: 1, ready: true}` once it listens, and `{twinParks: 1, height: 812}`.
//! From the page around: `{twinParks: 1, ask: "height"}`.

use super::document::{self, root};
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Event, HtmlElement, MessageEvent, Window};

/// The name by which the two pages know each other's messages. Its value is the version of what they say.
const NAME: &str = "twinParks";
const VERSION: f64 = 1.0;

/// Who asked: the origin of the page around this one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asker(String);

/// Calls back whenever the page around this one asks how high it is, for as long as the page lives. Messages of other
/// windows, and any that say something else, are passed over.
pub fn on_asked(callback: impl Fn(Asker) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let is_around =
            parent().is_some_and(|parent| event.source().is_some_and(|source| JsValue::from(source) == JsValue::from(parent)));
        if is_around && is_question(&event.data()) {
            callback(Asker(event.origin()));
        }
    });
    let _ = window.add_event_listener_with_callback("message", listener.as_ref().unchecked_ref());
    // The listener belongs to the page and goes with it.
    listener.forget();
    // Whoever asked before has not been heard.
    say("ready", &JsValue::TRUE, "*");
}

fn is_question(message: &JsValue) -> bool {
    let part = |name: &str| Reflect::get(message, &name.into()).unwrap_or_default();
    message.is_object() && part(NAME).as_f64() == Some(VERSION) && part("ask").as_string().as_deref() == Some("height")
}

/// The page around this one, if there is one.
fn parent() -> Option<Window> {
    let window = web_sys::window()?;
    window.parent().ok().flatten().filter(|parent| *parent != window)
}

/// Whether this browser fits frames to what is in them, where the page around wants it.
#[must_use]
pub fn can_fit() -> bool {
    request_resize().is_some()
}

fn request_resize() -> Option<Function> {
    Reflect::get(&web_sys::window()?.into(), &"requestResize".into()).ok()?.dyn_into().ok()
}

/// Tells the browser, and whoever asked, that the page is so high, in pixels.
pub fn tell_height(asker: Option<&Asker>, height: u32) {
    if let (Some(request), Some(window)) = (request_resize(), web_sys::window()) {
        // It fails where the page around does not want it.
        let _ = request.call0(&window);
    }
    if let Some(Asker(origin)) = asker {
        // A page without an origin, such as a file, can't be named; how high a public page is, anybody may know.
        say("height", &height.into(), if origin == "null" { "*" } else { origin });
    }
}

fn say(what: &str, value: &JsValue, to: &str) {
    let message = Object::new();
    let _ = Reflect::set(&message, &NAME.into(), &VERSION.into());
    let _ = Reflect::set(&message, &what.into(), value);
    if let Some(parent) = parent() {
        let _ = parent.post_message(&message, to);
    }
}

/// How high the page is, in pixels.
#[must_use]
pub fn height() -> f64 {
    root().map_or(0.0, |root| root.get_bounding_client_rect().height())
}

/// Calls back when the page has another height than before, and once at the beginning, for as long as it lives.
pub fn on_resize(callback: impl Fn() + 'static) {
    if let Some(root) = root() {
        document::on_resize(&root, callback);
    }
}

/// What the visitor did, and where.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Act {
    /// How far below the beginning of the frame it was done, in pixels.
    pub top: f64,
    /// How high the frame is, in pixels. A browser that fits it may count `vh` by what it was at first.
    pub frame: f64,
}

/// Calls back whenever the visitor presses, chooses or types something, before it has its effect; for as long as the
/// page lives.
pub fn on_act(callback: impl Fn(Act) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let here = window.clone();
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        if let Some(target) = target.filter(|_| event.is_trusted()) {
            let frame = here.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
            callback(Act { top: target.get_bounding_client_rect().top(), frame });
        }
    });
    for event in ["click", "input", "keydown"] {
        let _ = window.add_event_listener_with_callback_and_bool(event, listener.as_ref().unchecked_ref(), true);
    }
    // The listener belongs to the page and goes with it.
    listener.forget();
}
