//! The frame round a page.

mod apart;
mod choices;
mod claims;
mod notices;
mod rates;
mod site;

pub use apart::shell_apart;
pub use choices::{ReaderChoice, reader_choice};
pub use claims::PageClaims;
pub use notices::Notices;
pub use rates::RatesLine;
pub use site::SiteShell;
