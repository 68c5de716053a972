//! The rules of the house, checked by reading it: who may know whom, styles against code, contrast, sizes, documents.
//!
//! They read source files as text, so they run without building the browser half.

#![expect(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test that can't read the tree has failed")]

mod contrast;
mod css;
mod documents;
mod imports;
mod rust;
mod styles;
mod tree;
