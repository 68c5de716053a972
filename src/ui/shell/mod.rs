//! The frame round a page.

mod site;

pub use site::SiteShell;
