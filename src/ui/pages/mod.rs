//! The pages: each asks for its view model and draws it with blocks.

mod compare;
mod data;
mod explore;
mod frame;
mod not_found;
mod record;
mod sectors;
mod sources;
mod take_along;

pub use compare::ComparePage;
pub use data::DataPage;
pub use explore::ExplorePage;
pub use not_found::NotFoundPage;
pub use record::RecordPage;
pub use sectors::{SectorPage, SectorsPage};
pub use sources::SourcesPage;
pub(crate) use take_along::TakeAlong;

/// The id of every page's heading, where the focus goes when a page opens.
pub(crate) const HEADING: &str = "page-heading";
