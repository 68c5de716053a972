//! A page that stands in a partner's page: in the partner's colours, as high as what is on it, without anything around
//! it but the way to the site.
//!
//! It keeps nothing and tells nobody anything but its height, and that only whom the page stands in.
//!
//! **Invariant:** whatever is reached only through [`open`] is no part of the first load of the site.

mod clothes;
mod height;
mod shell;

use crate::ui::later::Draw;
use crate::ui::shell::shell_apart;
use crate::ui::state::{AppState, NotThere};
use leptos::prelude::*;

/// The embedded page, once the code of its shell is there.
pub fn open(app: AppState) -> AnyView {
    shell_apart(app, || Box::pin(fetch_shell()))
}

#[cfg(feature = "apart")]
#[wasm_split_helpers::wasm_split(embed, fallible)]
fn fetch_shell() -> Result<Draw, NotThere> {
    Ok(shell::shell)
}

/// Here the program is in one piece, as in tests and while editing.
#[cfg(not(feature = "apart"))]
async fn fetch_shell() -> Result<Draw, NotThere> {
    Ok(shell::shell)
}
