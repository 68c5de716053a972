//! The shell around a page: the public site, a kiosk below `/kiosk`, a partner's page below `/embed`, or the page that
//! makes embeds.
//!
//! Links always name a page of the site. What following one means is the surface's affair: on a kiosk the same page is
//! shown in the kiosk's shell, so a link never leads out of it, and what a visitor carries away leads to the site. An
//! embedded page is refined where it stands; every other link opens the site beside it. The page that makes embeds
//! holds, below `/share/embed`, the address of what is to be embedded.

mod embed;
mod kiosk;

use embed::EMBED_NAMES;
pub use embed::{Colour, EmbedQuery, Font, Height, MAX_RADIUS};
pub use kiosk::{IDLE_BOUNDS, KioskQuery, WARN_BOUNDS, base_address, reaches_phones};

use super::codec::{encode, pairs};
use super::query::{QueryFault, Theme, ViewQuery};
use super::route::Route;
use crate::domain::record::name_of;

/// The first part of a kiosk's paths.
const KIOSK: &str = "kiosk";
/// The first part of the paths of embedded pages.
const EMBED: &str = "embed";
/// The first part of the paths of pages that hand a view on; what follows says to whom.
const SHARE: &str = "share";
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
    /// A frame in a partner's page, with the parameters of its own ([`EmbedQuery::read`]) as they were written.
    Embed(Vec<(String, String)>),
    /// The page that makes embeds, with the parameters of what is to be embedded.
    Share(Vec<(String, String)>),
}

fn keep<T>(value: Option<T>, field: &mut Option<T>) -> bool {
    let is_good = value.is_some();
    *field = value.or_else(|| field.take());
    is_good
}

impl Surface {
    /// Whether it is a kiosk.
    #[must_use]
    pub fn is_kiosk(&self) -> bool {
        matches!(self, Self::Kiosk(_))
    }

    /// Whether it is a frame in a partner's page.
    #[must_use]
    pub fn is_embed(&self) -> bool {
        matches!(self, Self::Embed(_))
    }

    /// The parameters of an embedded page, or of one to be; none elsewhere.
    #[must_use]
    pub fn embedded(&self) -> &[(String, String)] {
        match self {
            Self::Embed(asked) | Self::Share(asked) => asked,
            Self::Site | Self::Kiosk(_) => &[],
        }
    }

    /// Where a link of the site leads on this surface, relative to the base as the link is.
    #[must_use]
    pub fn place_of(&self, link: &str) -> String {
        let (shell, theme, asked) = match self {
            Self::Site => return link.to_owned(),
            Self::Kiosk(asked) => (KIOSK.to_owned(), asked.theme, asked.print()),
            Self::Embed(asked) => (EMBED.to_owned(), Theme::default(), written(asked)),
            Self::Share(asked) => (format!("{SHARE}/{EMBED}"), Theme::default(), written(asked)),
        };
        let link = link.strip_prefix("./").unwrap_or(link);
        let (path, search) = link.split_once('?').unwrap_or((link, ""));
        let slash = if path.is_empty() { "" } else { "/" };
        let is_dressed = theme == Theme::default() || pairs(search).any(|(name, _)| name == THEME);
        let theme = if is_dressed { String::new() } else { format!("{THEME}={}", name_of(&Theme::ALL, theme)) };
        let searches: Vec<String> = [search.to_owned(), theme, asked].into_iter().filter(|part| !part.is_empty()).collect();
        let sign = if searches.is_empty() { "" } else { "?" };
        format!("{shell}{slash}{path}{sign}{}", searches.join("&"))
    }
}

fn written(parameters: &[(String, String)]) -> String {
    let written: Vec<String> = parameters.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
    written.join("&")
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
        let (mut surface, path) = match first {
            KIOSK => (Surface::Kiosk(KioskQuery::default()), rest),
            EMBED => (Surface::Embed(Vec::new()), rest),
            SHARE => match rest.split_once('/').unwrap_or((rest, "")) {
                (EMBED, rest) => (Surface::Share(Vec::new()), rest),
                _ => (Surface::Site, path),
            },
            _ => (Surface::Site, path),
        };
        let mut faults = Vec::new();
        let mut query = ViewQuery::default();
        for (name, value) in pairs(search) {
            let is_taken = match &mut surface {
                Surface::Kiosk(asked) => asked.take(&name, &value, &mut faults),
                Surface::Embed(asked) | Surface::Share(asked) if EMBED_NAMES.contains(&name.as_str()) => {
                    asked.push((name.clone(), value.clone()));
                    true
                }
                Surface::Embed(_) | Surface::Share(_) | Surface::Site => false,
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

    #[test]
    fn the_page_that_makes_embeds_holds_the_address_of_what_is_to_be_embedded() {
        let address = Address::parse("/share/embed/pairs/china-malaysia", "?lang=vi&accent=a31621&lock=1");
        assert_eq!((address.route, address.faults), (Route::parse("/pairs/china-malaysia"), Vec::new()));
        assert_eq!(address.surface.embedded().len(), 2);
        assert_eq!(address.surface.place_of("compare?ids=a,b"), "share/embed/compare?ids=a,b&accent=a31621&lock=1");
        assert_eq!(Address::parse("/share/embed", "").route, Route::Explore);
        for elsewhere in ["/share", "/share/", "/share/embedded", "/share/other/compare"] {
            let address = Address::parse(elsewhere, "");
            assert_eq!((address.surface, matches!(address.route, Route::NotFound(_))), (Surface::Site, true), "{elsewhere}");
        }
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
