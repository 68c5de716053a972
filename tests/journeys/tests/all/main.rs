//! What visitors do.

mod explore;
mod load;
mod results;
