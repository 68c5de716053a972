//! The shell around a page: the public site, or a kiosk below `/kiosk`.
//!
//! Links always name a page of the site. What following one means is the surface's affair: on a kiosk the same page is
//! shown in the kiosk's shell, so a link never leads out of it, and what a visitor carries away leads to the site.

use super::codec::{encode, pairs};
use super::query::{QueryFault, Theme, ViewQuery, bad};
use super::route::Route;
use crate::domain::record::name_of;

/// The first part of a kiosk's paths.
const KIOSK: &str = "kiosk";
/// The parameter for the colours, which belongs to the view and to the kiosk.
const THEME: &str = "theme";

/// The shell around a page.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Surface {
    /// The public site.
    #[default]
    Site,
    /// A touch display that looks after itself, with what its address asks of it.
    Kiosk(KioskQuery),
}

/// What the address asks of a kiosk. It goes before the kiosk's own settings, and stays in the address whatever is
/// visited.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct KioskQuery {
    /// Seconds without a touch after which the kiosk asks whether somebody is there.
    pub idle: Option<u16>,
    /// Seconds that it waits for an answer.
    pub warn: Option<u16>,
    /// The address of the public site, where phones go.
    pub base: Option<String>,
    /// The colours of the kiosk. A link that names none is shown in these.
    pub theme: Theme,
}

/// The seconds that `idle` takes. Less would interrupt readers, more would show a visitor's view to the next one.
pub const IDLE_BOUNDS: (u16, u16) = (10, 900);
/// The seconds that `warn` takes.
pub const WARN_BOUNDS: (u16, u16) = (5, 120);
/// The longest base address that is taken; a code of more could not be read off a screen.
const MAX_BASE: usize = 200;

impl KioskQuery {
    /// Takes a parameter, if it is one of the kiosk's.
    fn take(&mut self, name: &str, value: &str, faults: &mut Vec<QueryFault>) -> bool {
        let (name, is_good) = match name {
            "idle" => ("idle", keep(seconds(value, IDLE_BOUNDS), &mut self.idle)),
            "warn" => ("warn", keep(seconds(value, WARN_BOUNDS), &mut self.warn)),
            "base" => ("base", keep(base_address(value), &mut self.base)),
            _ => return false,
        };
        if !is_good {
            faults.push(bad(name, value));
        }
        true
    }

    fn print(&self) -> String {
        let seconds = |value: Option<u16>| value.map(|value| value.to_string());
        let written = [("idle", seconds(self.idle)), ("warn", seconds(self.warn)), ("base", self.base.clone())];
        let written = written.iter().filter_map(|(name, value)| Some(format!("{name}={}", encode(value.as_ref()?))));
        written.collect::<Vec<_>>().join("&")
    }
}

fn keep<T>(value: Option<T>, field: &mut Option<T>) -> bool {
    let is_good = value.is_some();
    *field = value.or_else(|| field.take());
    is_good
}

fn seconds(value: &str, (least, most): (u16, u16)) -> Option<u16> {
    value.parse().ok().filter(|seconds| (least..=most).contains(seconds))
}

/// An address below which a copy of the site lies, with a slash at its end; `None` for what is no such address.
#[must_use]
pub fn base_address(text: &str) -> Option<String> {
    let text = text.trim();
    let place = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let host = place.split('/').next().unwrap_or_default();
    let is_plain = |letter: char| letter.is_ascii_graphic() && !"?#\\\"'<>`{}|^@".contains(letter);
    let is_good = !host.is_empty() && !host.starts_with([':', '.']) && place.chars().all(is_plain) && text.len() <= MAX_BASE;
    is_good.then(|| if text.ends_with('/') { text.to_owned() } else { format!("{text}/") })
}

impl Surface {
    /// Whether it is a kiosk.
    #[must_use]
    pub fn is_kiosk(&self) -> bool {
        matches!(self, Self::Kiosk(_))
    }

    /// Where a link of the site leads on this surface, relative to the base as the link is.
    #[must_use]
    pub fn place_of(&self, link: &str) -> String {
        let Self::Kiosk(asked) = self else { return link.to_owned() };
        let link = link.strip_prefix("./").unwrap_or(link);
        let (path, search) = link.split_once('?').unwrap_or((link, ""));
        let slash = if path.is_empty() { "" } else { "/" };
        let is_dressed = asked.theme == Theme::default() || pairs(search).any(|(name, _)| name == THEME);
        let theme = if is_dressed { String::new() } else { format!("{THEME}={}", name_of(&Theme::ALL, asked.theme)) };
        let searches: Vec<String> =
            [search.to_owned(), theme, asked.print()].into_iter().filter(|part| !part.is_empty()).collect();
        let sign = if searches.is_empty() { "" } else { "?" };
        format!("{KIOSK}{slash}{path}{sign}{}", searches.join("&"))
    }
}

/// All that an address says: surface, page, view, and what could not be used.
#[derive(Clone, PartialEq, Debug)]
pub struct Address {
    /// The shell.
    pub surface: Surface,
    /// The page.
    pub route: Route,
    /// The view.
    pub query: ViewQuery,
    /// What was passed over.
    pub faults: Vec<QueryFault>,
}

impl Address {
    /// Reads a path below the base and the part after `?`. Nothing that can be typed makes this fail.
    #[must_use]
    pub fn parse(path: &str, search: &str) -> Self {
        let trimmed = path.trim_start_matches('/');
        let (first, rest) = trimmed.split_once('/').unwrap_or((trimmed, ""));
        let (mut surface, path) =
            if first == KIOSK { (Surface::Kiosk(KioskQuery::default()), rest) } else { (Surface::Site, path) };
        let mut faults = Vec::new();
        let mut query = ViewQuery::default();
        for (name, value) in pairs(search) {
            let is_taken = match &mut surface {
                Surface::Kiosk(asked) => asked.take(&name, &value, &mut faults),
                Surface::Site => false,
            };
            if !is_taken {
                query.take(&name, &value, &mut faults);
            }
        }
        if let Surface::Kiosk(asked) = &mut surface {
            asked.theme = query.theme;
        }
        Self { surface, route: Route::parse(path), query, faults }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_page_of_the_kiosk_is_the_same_page_in_another_shell() {
        let address = Address::parse("/kiosk/parks/kuantan", "?lang=vi&idle=60&warn=20&base=https://example.org/tp");
        assert_eq!(address.route, Route::parse("/parks/kuantan"));
        assert_eq!(address.faults, []);
        let Surface::Kiosk(asked) = &address.surface else { panic!("{address:?}") };
        assert_eq!((asked.idle, asked.warn, asked.base.as_deref()), (Some(60), Some(20), Some("https://example.org/tp/")));
        let place = address.surface.place_of("compare?ids=a,b");
        assert_eq!(place, "kiosk/compare?ids=a,b&idle=60&warn=20&base=https%3A%2F%2Fexample.org%2Ftp%2F");
        assert_eq!(Surface::Kiosk(KioskQuery::default()).place_of("./?of=parks"), "kiosk?of=parks");
        assert_eq!(Surface::Kiosk(KioskQuery::default()).place_of("./"), "kiosk");
        assert_eq!(Surface::Site.place_of("./"), "./");
        let dark = Address::parse("/kiosk", "theme=dark").surface;
        assert_eq!(dark.place_of("./?lang=ms"), "kiosk?lang=ms&theme=dark");
        assert_eq!(dark.place_of("./?theme=light"), "kiosk?theme=light");
    }

    #[test]
    fn times_out_of_bounds_and_addresses_that_are_none_are_told_of_and_passed_over() {
        for search in ["idle=5", "idle=-1", "idle=901", "idle=a", "warn=4", "warn=121", "base=ftp://a", "base=javascript:1"] {
            let address = Address::parse("/kiosk", search);
            assert_eq!(address.surface, Surface::Kiosk(KioskQuery::default()), "{search}");
            assert_eq!(address.faults.len(), 1, "{search}");
        }
        let twice = Address::parse("/kiosk", "idle=60&idle=x");
        assert_eq!(twice.surface, Surface::Kiosk(KioskQuery { idle: Some(60), ..KioskQuery::default() }));
    }

    #[test]
    fn elsewhere_a_kiosks_parameters_mean_nothing() {
        let address = Address::parse("/", "idle=60");
        assert_eq!(address.faults, [QueryFault::UnknownName("idle".into())]);
        assert!(matches!(Address::parse("/kiosks", "").route, Route::NotFound(_)));
        assert_eq!(Address::parse("/kiosk/", "").route, Route::Explore);
    }

    #[test]
    fn only_addresses_of_web_sites_are_bases() {
        for bad in ["", "https://", "https:///x", "http://a b", "https://a?b", "https://a#b", "//a", "https://u@h", "https://:80"]
        {
            assert_eq!(base_address(bad), None, "{bad}");
        }
        assert_eq!(base_address(" http://10.0.0.2:8080 ").as_deref(), Some("http://10.0.0.2:8080/"));
        assert_eq!(base_address(&format!("https://{}", "a".repeat(300))), None);
    }

    proptest! {
        #[test]
        fn reading_an_address_never_fails_and_what_is_followed_reads_back(path in "\\PC*", search in "\\PC*") {
            let address = Address::parse(&format!("/kiosk/{path}"), &search);
            let link = super::super::href(&Route::Explore, &address.query);
            let place = address.surface.place_of(&link);
            let (path, search) = place.split_once('?').unwrap_or((&place, ""));
            let again = Address::parse(path, search);
            prop_assert_eq!(again.faults, []);
            prop_assert_eq!((again.surface, again.query), (address.surface, address.query));
        }
    }
}
