//! Drawings: view models as trees of elements, for what is looked at, printed and pressed, but not typed into.
//!
//! A chart, a time line or a dossier is a plain value here, so that tests can read it without a browser; a single
//! component draws any of them.
//!
//! **Invariant:** markup is made of names written here and of text. No text can become markup.

mod chart;
mod data;
mod dossier;
mod matrix;
mod node;
mod parts;
mod preview;
mod timeline;
mod unpublished;

pub use chart::{charts_of_view, points};
pub use data::data_of_all;
pub use dossier::{dossier, qr};
pub use matrix::sectors_of_view;
pub use node::{Inside, Node};
pub use preview::{SIZE, preview};
pub use timeline::timeline_of_view;
