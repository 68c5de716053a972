//! The page that makes embeds: what to show and how, a preview, and the lines to copy. It is a surface of its own, whose
//! route and query are those of what is embedded.
//!
//! **Invariant:** whatever is reached only through [`open`] is no part of the first load of the site.

mod form;
mod lines;
mod page;

use crate::ui::later::Draw;
use crate::ui::shell::shell_apart;
use crate::ui::state::{AppState, NotThere};
use leptos::prelude::*;

/// The page, once its code is there.
pub fn open(app: AppState) -> AnyView {
    shell_apart(app, || Box::pin(fetch_shell()))
}

#[cfg(feature = "apart")]
#[wasm_split_helpers::wasm_split(share, fallible)]
fn fetch_shell() -> Result<Draw, NotThere> {
    Ok(page::shell)
}

/// Here the program is in one piece, as in tests and while editing.
#[cfg(not(feature = "apart"))]
async fn fetch_shell() -> Result<Draw, NotThere> {
    Ok(page::shell)
}
