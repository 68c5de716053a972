//! View models: what a page shows, as plain values ready to draw, in the reader's words.
//!
//! **Invariant:** every visible word comes from [`words`], every link is complete when it leaves here, and two equal
//! inputs give two equal values, so that what did not change is not drawn again. Nothing here knows the browser.

pub mod chart;
pub mod chips;
pub mod claims;
pub mod compare;
pub mod data;
pub mod dress;
pub mod explore;
pub mod figure;
pub mod kiosk;
pub mod link;
pub mod markup;
pub mod matrix;
pub mod nearest;
pub mod notice;
pub mod number;
pub mod preview;
pub mod rates;
pub mod reader;
pub mod record;
pub mod script;
pub mod sector;
pub mod share;
pub mod sources;
pub mod table;
pub mod timeline;
pub mod unpublished;
pub mod words;
