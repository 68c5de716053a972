//! The pages that few open first: sectors, sources, the data, and what stands where there is none. Their code comes with the part of the program that comes
//! later, and is there before most visitors follow a link to them.
//!
//! **Invariant:** whatever is reached only through [`later_page`] and [`not_found`] is no part of the first load.

use super::{DataPage, HEADING, NotFoundPage, SectorPage, SectorsPage, SourcesPage};
use crate::address::Route;
use crate::ui::blocks::{Coming, Loading};
use crate::ui::later::{Draw, Fetch, missing, once_there};
use crate::ui::reactive::live;
use crate::ui::state::{AppState, NotThere, Remote};
use leptos::prelude::*;

/// The page of the address, once its code is there.
pub fn later_page(app: AppState) -> AnyView {
    page_there(app, || Box::pin(fetch_pages()))
}

/// What stands where there is no such page, once its code is there.
pub fn not_found(app: AppState) -> AnyView {
    page_there(app, || Box::pin(fetch_not_found()))
}

fn page_there(app: AppState, fetch: Fetch) -> AnyView {
    // Whoever comes from another page expects to be at the heading of this one, which is not there yet.
    let is_visit = app.library.loaded.with_untracked(|loaded| matches!(loaded, Remote::Ready(_)));
    once_there(app, fetch, is_visit.then_some(HEADING), instead)
}

fn instead(app: AppState, has_failed: bool) -> AnyView {
    let words = app.view.words.get();
    if has_failed {
        view! {
            <h1 class="page-head__title" id=HEADING tabindex="-1">{words.failed_title}</h1>
            {missing(app)}
        }
        .into_any()
    } else {
        view! { <Loading coming=Coming::Columns is_slow=false words /> }.into_any()
    }
}

fn page(app: AppState) -> AnyView {
    live(move || match app.view.route.get() {
        Route::Sectors => view! { <SectorsPage app /> }.into_any(),
        Route::Sector(_) => view! { <SectorPage app /> }.into_any(),
        Route::Sources => view! { <SourcesPage app /> }.into_any(),
        _ => view! { <DataPage app /> }.into_any(),
    })
}

fn nowhere(app: AppState) -> AnyView {
    view! { <NotFoundPage app /> }.into_any()
}

#[cfg(feature = "apart")]
#[wasm_split_helpers::wasm_split(later, fallible)]
fn fetch_not_found() -> Result<Draw, NotThere> {
    Ok(nowhere)
}

/// Here the program is in one piece, as in tests and while editing.
#[cfg(not(feature = "apart"))]
async fn fetch_not_found() -> Result<Draw, NotThere> {
    Ok(nowhere)
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
