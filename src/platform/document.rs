//! The document around the app: base path, title, language, theme.

use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Document, Element, HtmlElement, ResizeObserver, Url};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

pub(super) fn root() -> Option<Element> {
    document()?.document_element()
}

/// The path that the app lives below, with a slash at both ends: `/` or `/twin-parks/`.
#[must_use]
pub fn base_path() -> String {
    let base = document().and_then(|document| document.base_uri().ok().flatten());
    let path = base.and_then(|base| Url::new(&base).ok()).map(|url| url.pathname());
    let path = path.unwrap_or_else(|| "/".to_owned());
    let end = path.rfind('/').map_or(0, |at| at + 1);
    path.get(..end).unwrap_or("/").to_owned()
}

/// A link relative to the base as path and query from the root of the site.
#[must_use]
pub fn absolute(href: &str) -> String {
    format!("{}{}", base_path(), href.strip_prefix("./").unwrap_or(href))
}

/// The query of the page's address.
#[must_use]
pub fn search() -> String {
    web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// The languages that the visitor prefers, best first, as BCP 47 tags.
#[must_use]
pub fn preferred_languages() -> Vec<String> {
    let languages = web_sys::window().map(|window| window.navigator().languages());
    languages.map(|list| list.iter().filter_map(|tag| tag.as_string()).collect()).unwrap_or_default()
}

/// Whether the window is too narrow for two columns of anything.
#[must_use]
pub fn is_narrow() -> bool {
    does_match("(max-width: 52rem)")
}

/// Whether the visitor prefers dark pages.
#[must_use]
pub fn prefers_dark() -> bool {
    does_match("(prefers-color-scheme: dark)")
}

fn does_match(media: &str) -> bool {
    let query = web_sys::window().and_then(|window| window.match_media(media).ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Says which language the page is in.
pub fn set_language(tag: &str) {
    set_root("lang", tag);
}

/// Says which theme the page is drawn in.
pub fn set_theme(name: &str) {
    set_root("data-theme", name);
}

/// Marks the document for style sheets: `data-text` as `large`.
pub fn set_mark(name: &str, value: &str) {
    set_root(&format!("data-{name}"), value);
}

/// Gives the document a custom property for style sheets: `--target` as `80px`.
pub fn set_property(name: &str, value: &str) {
    let style = root().and_then(|root| root.dyn_into::<HtmlElement>().ok()).map(|root| root.style());
    if let Some(style) = style {
        // Only a malformed name can fail here.
        let _ = style.set_property(name, value);
    }
}

/// Keeps a custom property of the document at the height of an element, in pixels, for as long as the page lives.
pub fn follow_height(element: &HtmlElement, name: &'static str) {
    let followed = element.clone();
    on_resize(element, move || set_property(name, &format!("{}px", followed.get_bounding_client_rect().height())));
}

/// Calls back when an element has another size than before, and once at the beginning, for as long as the page lives.
pub(super) fn on_resize(element: &Element, callback: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(callback);
    if let Ok(observer) = ResizeObserver::new(listener.as_ref().unchecked_ref()) {
        observer.observe(element);
    }
    // The observer belongs to the page and goes with it.
    listener.forget();
}

fn set_root(name: &str, value: &str) {
    if let Some(root) = root() {
        // Only a malformed attribute name can fail here.
        let _ = root.set_attribute(name, value);
    }
}

/// Takes the static shell away that stood in for the app while it loaded.
pub fn remove_shell() {
    let shell = document().and_then(|document| document.get_element_by_id("shell"));
    if let Some(shell) = shell {
        shell.remove();
    }
}
