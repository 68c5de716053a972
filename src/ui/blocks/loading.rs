//! Waiting and failing: a skeleton with the geometry of what will come, and a panel when it will not.

use crate::present::words::Words;
use leptos::prelude::*;

/// A skeleton. After a while it says that it takes long.
#[component]
pub fn Loading(
    /// Whether it takes longer than people expect.
    is_slow: bool,
    /// The words of the interface.
    words: &'static Words,
) -> impl IntoView {
    let message = if is_slow { words.slow } else { words.loading };
    view! {
        <div class="loading" aria-busy="true">
            <p class="loading__message" role="status" data-slow=is_slow.to_string()>{message}</p>
            <div class="loading__cards" aria-hidden="true">
                {(0..6).map(|_| view! { <div class="loading__card"></div> }).collect_view()}
            </div>
        </div>
    }
}

/// What to show in place of a page whose data is not to be had.
#[component]
pub fn FailedPanel(
    /// What is missing and why, a line each.
    lines: Vec<String>,
    /// The words of the interface.
    words: &'static Words,
    /// Tries again.
    on_retry: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="failed-panel" role="alert">
            <h2>{words.failed_title}</h2>
            <p>{words.failed_lead}</p>
            <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            <button type="button" class="button" data-kind="main" on:click=move |_| on_retry.run(())>{words.retry}</button>
        </div>
    }
}
