//! The claims behind the open cell, over the page.

use crate::present::claims::claims_view;
use crate::ui::blocks::ClaimsDialog;
use crate::ui::later::Later;
use crate::ui::reactive::memo;
use crate::ui::state::{AppState, Wanted};
use leptos::prelude::*;

/// The dialog with them; it opens whenever a cell is.
#[component]
pub fn PageClaims(
    /// What everything reads.
    app: AppState,
) -> impl IntoView {
    let claims = memo(move || {
        let key = app.open_cell.get()?;
        let reader = app.view.reader.get();
        app.library.with(|catalogue| claims_view(catalogue, &key, &reader))?
    });
    let points = move || app.open_cell.get().map(|key| view! { <Later app wanted=Wanted::Points(key) /> });
    view! { <ClaimsDialog claims=claims words=app.view.words points=points on_close=Callback::new(move |()| app.open_cell.set(None)) /> }
}
