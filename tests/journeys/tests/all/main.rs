//! What visitors do, from finding pairs to data that is broken on purpose. Each test is a visit of its own, and none depends on another.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test ends at the first thing that is not as it should be")]

mod access;
mod bad_addresses;
mod bad_data;
mod charts;
mod claims;
mod compare;
mod embed;
mod explore;
mod facts;
mod hostile;
mod keyboard;
mod kiosk;
mod languages;
mod load;
mod narrow;
mod onslaught;
mod pages;
mod questions;
mod results;
mod shell;
mod sizes;
mod states;
mod take_along;
