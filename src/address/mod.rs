//! The address as a value: which page, and which view of it.
//!
//! **Invariant:** the address is the only owner of what is shown. Reading one never fails: each parameter is valid,
//! invalid or missing by itself, and what is invalid is told of and passed over. Defaults are left out when writing,
//! so one state has one address.

mod codec;
mod query;
mod route;
mod selection;
mod surface;

pub use query::{CURRENCIES, QueryFault, Theme, Units, View, ViewQuery};
pub use route::Route;
pub use selection::{MAX_COMPARED, Selection};
pub use surface::{
    Address, Colour, EmbedQuery, Font, Height, IDLE_BOUNDS, KioskQuery, MAX_RADIUS, Surface, WARN_BOUNDS, base_address,
    reaches_phones,
};

use crate::domain::names::Lang;

/// A path as a person reads it: `%E9%92%A6` as 钦. A plus sign in a path is a plus sign.
#[must_use]
pub fn readable(path: &str) -> String {
    codec::decode(&path.replace('+', "%2B"))
}

/// A page and its view, as one link relative to the base path: `compare?ids=china-malaysia,china-vietnam`. Relative,
/// so that the app can live below any path that `<base>` names.
#[must_use]
pub fn href(route: &Route, query: &ViewQuery) -> String {
    let path = route.print();
    let path = path.trim_start_matches('/');
    // What stands before a colon in the first part of a link would be read as its scheme: `javascript:` (RFC 3986, 4.2).
    let has_scheme = path.split('/').next().is_some_and(|first| first.contains(':'));
    let path = if path.is_empty() || has_scheme { format!("./{path}") } else { path.to_owned() };
    let search = query.print();
    if search.is_empty() { path } else { format!("{path}?{search}") }
}

/// A link of the site in another language.
#[must_use]
pub fn in_language(link: &str, lang: Lang) -> String {
    let (path, search) = link.split_once('?').unwrap_or((link, ""));
    let address = Address::parse(path.strip_prefix("./").unwrap_or(path), search);
    href(&address.route, &ViewQuery { lang: Some(lang), ..address.query })
}
