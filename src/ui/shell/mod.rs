//! The frame round a page.

mod claims;
mod site;

pub use claims::PageClaims;
pub use site::SiteShell;
