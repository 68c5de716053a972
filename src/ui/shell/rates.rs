//! The rates by which money is converted, above the page.

use crate::present::rates::rates_view;
use crate::ui::reactive::{live, memo};
use crate::ui::state::AppState;
use leptos::prelude::*;

/// The line of them, where money is converted at all.
#[component]
pub fn RatesLine(
    /// What everything reads.
    app: AppState,
) -> impl IntoView {
    let line = memo(move || {
        let (reader, query) = (app.view.reader.get(), app.view.query.read());
        app.library.with(|catalogue| rates_view(catalogue, &query, &reader))?
    });
    live(move || {
        line.get().map(|rates| {
            let name = rates.link.label.clone();
            view! {
                <aside class="rates" aria-label=name>
                    {rates.text} " " {rates.lacking.map(|lacking| view! { <strong>{lacking}</strong> " " })}
                    <a href=rates.link.href>{rates.link.label}</a>
                </aside>
            }
        })
    })
}
