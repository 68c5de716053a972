//! Twin Parks: compare twin industrial parks between China and ASEAN, with the source and date of every figure.
//!
//! Reading order, which is also the way a datum flows:
//!
//! 1. [`wire`] turns the JSON files into records and tells of what it could not read.
//! 2. [`domain`] holds what is true of parks, pairs and claims, and the rules: weighing, filtering, sorting.
//! 3. [`address`] turns a link into a view, and back; it is the only owner of what is shown.
//! 4. [`present`] makes plain values ready to draw, in the reader's words.
//! 5. [`carry`] makes what a reader takes along, and [`draw`] what is looked at, as plain trees.
//! 6. [`language`] makes those words from a file of messages.
//! 7. `platform` and `ui`, behind the feature `ui`, fetch, draw and listen.
//!
//! The first six build without a browser, and their tests run in milliseconds.

pub mod address;
pub mod carry;
pub mod domain;
pub mod draw;
pub mod language;
pub mod present;
pub mod session;
pub mod wire;

#[cfg(feature = "ui")]
pub mod platform;
#[cfg(feature = "ui")]
pub mod ui;
