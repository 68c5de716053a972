//! What visitors do.

mod claims;
mod compare;
mod explore;
mod facts;
mod languages;
mod load;
mod narrow;
mod nowhere;
mod pages;
mod questions;
mod results;
