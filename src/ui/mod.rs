//! What is drawn: signals over the pure half, and components over its view models.
//!
//! **Invariant:** nothing here decides what is shown; pages ask `present` for a value and draw it. Blocks know neither
//! the router nor the network.

pub mod app;
mod blocks;
mod embed;
mod kiosk;
mod later;
mod pages;
mod reactive;
mod share;
mod shell;
mod state;
