//! The kiosk: the same pages in a shell for a touch display that looks after itself.
//!
//! Its code is a part of the program that only kiosks fetch. Who is before it, and when it forgets, is decided in
//! `session`; what stands here listens, draws and carries out.
//!
//! **Invariant:** whatever is reached only through [`open`] is no part of the first load of the site.

mod asking;
mod attract;
mod code;
mod halves;
mod keyboard;
mod last_good;
mod reach;
mod shell;
mod staff;
mod state;

use crate::ui::later::Draw;
use crate::ui::shell::shell_apart;
use crate::ui::state::{AppState, NotThere};
use leptos::prelude::*;

/// The kiosk, once its code is there.
pub fn open(app: AppState) -> AnyView {
    shell_apart(app, || Box::pin(fetch_shell()))
}

#[cfg(feature = "apart")]
#[wasm_split_helpers::wasm_split(kiosk, fallible)]
fn fetch_shell() -> Result<Draw, NotThere> {
    Ok(shell::shell)
}

/// Here the program is in one piece, as in tests and while editing.
#[cfg(not(feature = "apart"))]
async fn fetch_shell() -> Result<Draw, NotThere> {
    Ok(shell::shell)
}
