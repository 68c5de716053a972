//! The browser, one capability a file. It moves bytes, strings and numbers.
//!
//! **Invariant:** these are the only files that name `web_sys`, `js_sys` or `wasm_bindgen`, and they know nothing of
//! parks, pages or words.

pub mod clipboard;
pub mod clock;
pub mod dialog;
pub mod document;
pub mod drawing;
pub mod fetch;
pub mod focus;
pub mod frame;
pub mod guard;
pub mod history;
pub mod network;
pub mod paper;
pub mod signs;
pub mod typing;
