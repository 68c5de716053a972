//! The tests of the pure half: laws over random states, everything that ships, and what a reader must find.
//!
//! Nothing here needs a browser, so all of it runs in seconds: `cargo test --no-default-features --test pure`.

#![expect(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test that lacks what it needs has failed")]

mod address_laws;
mod carry_laws;
mod data;
mod drawing_laws;
mod figure_golden;
mod filter_laws;
mod golden;
mod kiosk_laws;
mod language_laws;
mod missing_laws;
mod money_laws;
mod mutations;
mod presence_laws;
mod questions;
#[cfg(feature = "schema")]
mod schemas;
mod search_laws;
mod seeded;
mod share_laws;
mod sort_laws;
mod support;
mod table_laws;
