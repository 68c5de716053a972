//! Signals over the pure half: what is loaded, and which view of it is asked for.

mod carry;
mod catalogue;
mod later;
mod speech;
mod view;

pub use carry::{Carrying, Form, Outcome};
pub use catalogue::{FileState, Library, Loaded, Remote};
pub use later::{Made, NotThere, Wanted, make, prepare};
pub use speech::Speech;
pub use view::{Step, ViewState};

use crate::present::claims::CellKey;
use crate::ui::reactive::LastingSignal;
use leptos::prelude::AnyView;

/// Everything that pages read. It lives as long as the app, so none of its signals is ever disposed.
#[derive(Clone, Copy)]
pub struct AppState {
    /// The data.
    pub library: Library,
    /// The language.
    pub speech: Speech,
    /// The view.
    pub view: ViewState,
    /// The cell whose claims are open.
    pub open_cell: LastingSignal<Option<CellKey>>,
    /// How often the part of the program that comes later was asked for again.
    pub attempt: LastingSignal<u32>,
    /// What goes on around taking views along.
    pub carrying: Carrying,
    /// What the page is called; the tab says so.
    pub title: LastingSignal<String>,
    /// Draws the page of the address, wherever a shell wants it.
    pub page: fn(AppState) -> AnyView,
}
