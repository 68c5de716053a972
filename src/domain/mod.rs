//! What is true of parks, pairs and the claims made about them.
//!
//! **Invariant:** nothing here knows JSON, addresses, words on a screen or a browser; there is no clock and no
//! randomness, so the same input always gives the same answer. Start reading at [`catalogue`], then [`standing`],
//! where competing claims are weighed.

mod assemble;
pub mod attribute;
pub mod audit;
pub mod catalogue;
pub mod claim;
pub mod date;
pub mod decimal;
pub mod dispute;
pub mod facet;
pub mod fault;
pub mod filter;
pub mod fold;
pub mod id;
pub mod names;
pub mod order;
pub mod place;
pub mod quantity;
pub mod rates;
pub mod record;
pub mod relax;
pub mod search;
pub mod sort;
mod sound;
pub mod standing;
pub mod table;
pub mod unit;
