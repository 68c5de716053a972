//! The pages, and the paths they live at. Paths are public: links live for years.

use crate::domain::id::{ContextId, PairId, ParkId, SectorId};

/// A page of the app.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Route {
    /// Pairs or parks, narrowed and sorted.
    Explore,
    /// Two to five side by side.
    Compare,
    /// One pair.
    Pair(PairId),
    /// One park.
    Park(ParkId),
    /// All sectors.
    Sectors,
    /// One sector.
    Sector(SectorId),
    /// One thing around the pairs.
    Context(ContextId),
    /// Every source.
    Sources,
    /// The data for people who work with it.
    Data,
    /// No page lives at this path, which stands here as the browser wrote it.
    NotFound(String),
}

impl Route {
    /// Reads a path below the base. Anything can be read; what is no page is [`Route::NotFound`].
    #[must_use]
    pub fn parse(path: &str) -> Self {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let found = match parts.as_slice() {
            [] => Some(Self::Explore),
            ["compare"] => Some(Self::Compare),
            ["pairs", id] => PairId::parse(id).map(Self::Pair),
            ["parks", id] => ParkId::parse(id).map(Self::Park),
            ["sectors"] => Some(Self::Sectors),
            ["sectors", id] => SectorId::parse(id).map(Self::Sector),
            ["context", id] => ContextId::parse(id).map(Self::Context),
            ["sources"] => Some(Self::Sources),
            ["data"] => Some(Self::Data),
            _ => None,
        };
        found.unwrap_or_else(|| Self::NotFound(path.to_owned()))
    }

    /// The path below the base.
    #[must_use]
    pub fn print(&self) -> String {
        match self {
            Self::Explore => "/".into(),
            Self::Compare => "/compare".into(),
            Self::Pair(id) => format!("/pairs/{id}"),
            Self::Park(id) => format!("/parks/{id}"),
            Self::Sectors => "/sectors".into(),
            Self::Sector(id) => format!("/sectors/{id}"),
            Self::Context(id) => format!("/context/{id}"),
            Self::Sources => "/sources".into(),
            Self::Data => "/data".into(),
            Self::NotFound(path) => path.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_page_reads_back_from_its_path() {
        for path in [
            "/",
            "/compare",
            "/pairs/china-malaysia",
            "/parks/kuantan",
            "/sectors",
            "/sectors/steel",
            "/context/rcep",
            "/sources",
            "/data",
        ] {
            let route = Route::parse(path);
            assert!(!matches!(route, Route::NotFound(_)), "{path}");
            assert_eq!(route.print(), path);
        }
    }

    #[test]
    fn other_paths_are_no_page() {
        for path in ["/pairs", "/pairs/", "/pairs/A B", "/compare/x", "/kiosk", "/index.html"] {
            assert!(matches!(Route::parse(path), Route::NotFound(_)), "{path}");
        }
        assert_eq!(Route::parse("/compare/"), Route::Compare, "a slash at the end is forgiven");
    }

    proptest! {
        #[test]
        fn reading_a_path_never_panics(path in "\\PC*") {
            let _ = Route::parse(&path);
        }
    }
}
