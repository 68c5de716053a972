//! The address bar: where the page is, going elsewhere without loading anew, and the links that do so.
//!
//! A routing library does this too, and weighs more than a language of the interface; its route table would not be
//! used here in any case, since paths are read by the pure half.

use super::document::base_path;
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent, Window};

/// Where the page is: the path and, with its question mark, the query, both as the browser writes them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Place {
    /// The path.
    pub path: String,
    /// The query; empty when there is none.
    pub search: String,
}

impl Place {
    /// The place at an address of the site.
    #[must_use]
    pub fn at(address: &str) -> Self {
        let (path, search) = address.split_at(address.find('?').unwrap_or(address.len()));
        Self { path: path.to_owned(), search: search.to_owned() }
    }

    /// Path and query as one address of the site.
    #[must_use]
    pub fn address(&self) -> String {
        format!("{}{}", self.path, self.search)
    }
}

/// A link that was followed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Link {
    /// Within this app: its path and query below the base, and whether the view keeps its place (the link says
    /// `data-noscroll`).
    Inside {
        /// Path and query, without a slash at the beginning.
        below: String,
        /// Whether the page stays where it is scrolled to.
        keeps_place: bool,
    },
    /// Out of it, to another site or a file: its full address.
    Outside(String),
}

/// Where the page is now.
#[must_use]
pub fn here() -> Place {
    let location = web_sys::window().map(|window| window.location());
    let part = |get: fn(&web_sys::Location) -> Result<String, JsValue>| {
        location.as_ref().and_then(|location| get(location).ok()).unwrap_or_default()
    };
    Place { path: part(web_sys::Location::pathname), search: part(web_sys::Location::search) }
}

/// Where the site lies: `https://example.org`.
#[must_use]
pub fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// Writes another address of the site into the address bar, as a new place or instead of the one that is there.
pub fn write(address: &str, is_new: bool) {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
    // A browser refuses when a page writes without end, or stands in a sandbox; then the old address stays.
    let _ = if is_new {
        history.push_state_with_url(&JsValue::NULL, "", Some(address))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(address))
    };
}

/// Goes to the beginning of the page.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Calls back when the visitor went back or forward, for as long as the page lives.
pub fn on_travel(callback: impl Fn() + 'static) {
    listen("popstate", move |_| callback());
}

/// Which links a page follows by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Follows {
    /// Those within the app. What is meant for another window, another site or a file is the browser's.
    App,
    /// Every one, whatever it was meant for.
    All,
    /// Those that keep their place on the page; all others are the browser's.
    Place,
}

/// Calls back with every link that the page follows by itself, for as long as it lives.
pub fn on_link(follows: Follows, callback: impl Fn(Link) + 'static) {
    let takes_all = follows == Follows::All;
    listen("click", move |event| {
        let Some(press) = event.dyn_ref::<MouseEvent>() else { return };
        let is_plain = press.button() == 0 && !(press.meta_key() || press.ctrl_key() || press.alt_key() || press.shift_key());
        let is_ours = (is_plain || takes_all) && !event.default_prevented();
        let Some(link) = link_of(&event).filter(|_| is_ours) else { return };
        let (path, keeps_place) = (link.pathname(), link.has_attribute("data-noscroll"));
        let is_elsewhere = !link.target().is_empty() || link.has_attribute("download") || link.rel().contains("external");
        let below = path.strip_prefix(&base_path()).filter(|_| link.origin() == origin() && !is_elsewhere && !is_file(&path));
        let followed = match below {
            Some(_) if follows == Follows::Place && !keeps_place => return,
            Some(below) => Link::Inside { below: format!("{below}{}", link.search()), keeps_place },
            None if takes_all => Link::Outside(link.href()),
            None => return,
        };
        event.prevent_default();
        callback(followed);
    });
}

/// Whether a path names a file, such as `data/parks.json`. No page has a point in its last part.
fn is_file(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|last| last.contains('.'))
}

fn link_of(event: &Event) -> Option<HtmlAnchorElement> {
    let pressed = event.target()?.dyn_into::<Element>().ok()?;
    pressed.closest("a[href]").ok()??.dyn_into().ok()
}

fn listen(event: &str, callback: impl Fn(Event) + 'static) {
    let Some(window): Option<Window> = web_sys::window() else { return };
    let listener = Closure::<dyn Fn(Event)>::new(callback);
    let _ = window.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    // The listener belongs to the page and goes with it.
    listener.forget();
}
