//! Two halves that join: the mark of the app.

use leptos::prelude::*;

/// The mark. It says nothing that the words beside it do not.
#[component]
pub fn Logo() -> impl IntoView {
    view! {
        <svg class="logo" viewBox="0 0 32 24" aria-hidden="true" focusable="false">
            <path class="logo__home" d="M15 2v20h-4a10 10 0 0 1 0-20z" />
            <path class="logo__partner" d="M17 2h4a10 10 0 0 1 0 20h-4z" />
        </svg>
    }
}
