//! The pages: each asks for its view model and draws it with blocks.

mod compare;
mod data;
mod explore;
mod frame;
mod later;
mod not_found;
mod record;
mod sectors;
mod sources;
mod take_along;

pub use compare::ComparePage;
use data::DataPage;
pub use explore::ExplorePage;
pub use later::{later_page, not_found};
use not_found::NotFoundPage;
pub use record::RecordPage;
use sectors::{SectorPage, SectorsPage};
use sources::SourcesPage;
pub(crate) use take_along::TakeAlong;

/// The id of every page's heading, where the focus goes when a page opens.
pub(crate) const HEADING: &str = "page-heading";
