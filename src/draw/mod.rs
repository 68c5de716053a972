//! Drawings: view models as trees of elements, for what is looked at, printed and pressed, but not typed into.
//!
//! A chart, a time line or a dossier is a plain value here, so that tests can read it without a browser; a single
//! component draws any of them.
//!
//! **Invariant:** markup is made of names written here and of text. No text can become markup.

mod dossier;
mod node;
mod parts;

pub use dossier::{dossier, qr};
pub use node::{Inside, Node};
