//! The pages that few open first: sectors, sources, the data. Their code comes with the part of the program that comes
//! later, and is there before most visitors follow a link to them.
//!
//! **Invariant:** whatever is reached only through [`later_page`] is no part of the first load.

use super::{DataPage, HEADING, SectorPage, SectorsPage, SourcesPage};
use crate::address::Route;
use crate::platform::{focus, guard};
use crate::ui::blocks::{Coming, Loading};
use crate::ui::reactive::{effect, live};
use crate::ui::state::{AppState, NotThere, Remote};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::OnceLock;

/// Draws such a page.
pub type Draw = fn(AppState) -> AnyView;

static PAGES: OnceLock<Draw> = OnceLock::new();

/// Fetches their code ahead of time, so that the first visit to one of them is as quick as the next.
///
/// # Errors
/// When it can't be fetched. Asking again tries again.
pub async fn prepare_pages() -> Result<Draw, NotThere> {
    let pages = fetch_pages().await?;
    Ok(*PAGES.get_or_init(|| pages))
}

/// The page of the address, once its code is there.
pub fn later_page(app: AppState) -> AnyView {
    if let Some(draw) = PAGES.get() {
        return draw(app);
    }
    // Whoever comes from another page expects to be at the heading of this one, which is not there yet.
    let is_visit = app.library.loaded.with_untracked(|loaded| matches!(loaded, Remote::Ready(_)));
    let draw = RwSignal::new(None::<Result<Draw, NotThere>>);
    effect(move || {
        app.attempt.track();
        spawn_local(async move {
            let fetched = prepare_pages().await;
            if fetched.is_err() {
                // A kiosk has nobody to ask again, and begins anew; elsewhere there is no watchdog.
                let _ = guard::ask("fault", &["a page did not come"]);
            }
            let _ = draw.try_set(Some(fetched));
            if is_visit {
                focus::focus_drawn(HEADING);
            }
        });
    });
    let again = move |_| app.attempt.update(|attempt| *attempt += 1);
    live(move || match draw.get() {
        Some(Ok(draw)) => draw(app),
        Some(Err(NotThere)) => {
            let words = app.view.words.get();
            view! {
                <h1 class="page-head__title" id=HEADING tabindex="-1">{words.failed_title}</h1>
                <p class="hint" role="alert">{words.part_missing}</p>
                <button type="button" class="button" on:click=again>{words.retry}</button>
            }
            .into_any()
        }
        None => view! { <Loading coming=Coming::Columns is_slow=false words=app.view.words.get() /> }.into_any(),
    })
}

fn page(app: AppState) -> AnyView {
    live(move || match app.view.route.get() {
        Route::Sectors => view! { <SectorsPage app /> }.into_any(),
        Route::Sector(_) => view! { <SectorPage app /> }.into_any(),
        Route::Sources => view! { <SourcesPage app /> }.into_any(),
        _ => view! { <DataPage app /> }.into_any(),
    })
}

#[cfg(feature = "apart")]
#[wasm_split_helpers::wasm_split(later, fallible)]
fn fetch_pages() -> Result<Draw, NotThere> {
    Ok(page)
}

/// Here the program is in one piece, as in tests and while editing.
#[cfg(not(feature = "apart"))]
async fn fetch_pages() -> Result<Draw, NotThere> {
    Ok(page)
}
