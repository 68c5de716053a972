//! What visitors do, told in their words and done in a real browser.
//!
//! A test describes a visit ([`Visit`]: how wide the window is, which language the browser prefers, what goes wrong at the server) and what happens
//! in it. Each visit has a browser of its own with nothing stored, and a server of its own; at most two run at a time. When it ends, the console of
//! the browser must be free of errors, but for those that the visit expects.
//!
//! Tests find things as people do: by role and name, by label, by what is written. Nothing waits for a time, everything for a condition.

#![expect(clippy::panic, clippy::expect_used, reason = "a test ends at the first thing that is not as it should be")]

mod acting;
mod browser;
mod console;
mod driver;
mod seeing;
mod visit;
mod wait;

pub use acting::Place;
pub use browser::{Browser, Key};
pub use seeing::{Cell, Claim, Row};
pub use visit::{Visit, Visitor, dist};
pub use wait::{PATIENCE, until};
