//! The kiosk: the same pages in a shell for a touch display that looks after itself.
//!
//! Its code is a part of the program that only kiosks fetch. Who is before it, and when it forgets, is decided in
//! `session`; what stands here listens, draws and carries out.
//!
//! **Invariant:** whatever is reached only through [`open`] is no part of the first load of the site.

mod asking;
mod attract;
mod code;
mod keyboard;
mod last_good;
mod reach;
mod shell;
mod staff;
mod state;

use crate::platform::guard;
use crate::ui::reactive::live;
use crate::ui::state::{AppState, NotThere};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Draws the page of the address.
pub type Page = fn(AppState) -> AnyView;
/// Draws the kiosk around it.
type Shell = fn(AppState, Page) -> AnyView;

/// The kiosk, once its code is there. If that does not come, the watchdog is told.
pub fn open(app: AppState, page: Page) -> AnyView {
    let shell = RwSignal::new(None);
    spawn_local(async move {
        match fetch_shell().await {
            Ok(fetched) => shell.set(Some(fetched)),
            Err(NotThere) => drop(guard::ask("fault", &["the kiosk's code did not come"])),
        }
    });
    live(move || shell.get().map(|shell: Shell| shell(app, page)))
}

#[cfg(feature = "apart")]
#[wasm_split_helpers::wasm_split(kiosk, fallible)]
fn fetch_shell() -> Result<Shell, NotThere> {
    Ok(shell::shell)
}

/// Here the program is in one piece, as in tests and while editing.
#[cfg(not(feature = "apart"))]
async fn fetch_shell() -> Result<Shell, NotThere> {
    Ok(shell::shell)
}
