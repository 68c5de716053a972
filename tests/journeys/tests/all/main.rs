//! What visitors do.

mod bad_addresses;
mod bad_data;
mod claims;
mod compare;
mod explore;
mod facts;
mod hostile;
mod languages;
mod load;
mod narrow;
mod nowhere;
mod pages;
mod questions;
mod results;
mod shell;
mod sizes;
mod states;
