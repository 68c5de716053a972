//! Waiting and failing: a skeleton with the geometry of what will come, and a panel when it will not.

use crate::present::words::Words;
use leptos::prelude::*;

/// What will come, by its geometry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Coming {
    /// Filters, and cards beside them.
    Results,
    /// Text and tables, in columns where there is room.
    Columns,
}

/// A skeleton. After a while it says that it takes long.
#[component]
pub fn Loading(
    /// What will stand there.
    coming: Coming,
    /// Whether it takes longer than people expect.
    is_slow: bool,
    /// The words of the interface.
    words: &'static Words,
) -> impl IntoView {
    let message = if is_slow { words.slow } else { words.loading };
    let places = match coming {
        Coming::Results => view! {
            <div class="loading__results" aria-hidden="true">
                <div class="loading__filters"></div>
                <div class="loading__cards">{(0..6).map(|_| view! { <div class="loading__card"></div> }).collect_view()}</div>
            </div>
        }
        .into_any(),
        Coming::Columns => view! { <div class="loading__columns" aria-hidden="true"><div></div><div></div></div> }.into_any(),
    };
    view! {
        <div class="loading" aria-busy="true">
            <p class="loading__message" role="status" data-slow=is_slow.to_string()>{message}</p>
            {places}
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
