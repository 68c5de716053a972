//! A figure: value first, unit small, date smaller, and badges for kind and scope.

use crate::present::figure::FigureView;
use crate::present::words::Words;
use leptos::prelude::*;

/// A figure, date or text of one claim.
#[component]
pub fn Figure(
    /// What to show.
    figure: FigureView,
    /// The words of the interface.
    words: &'static Words,
) -> impl IntoView {
    let badge = |text: String| view! { <span class="badge">{text}</span> };
    view! {
        <span class="figure" data-text=figure.is_text.to_string()>
            <span class="figure__value">{figure.value}</span>
            {(!figure.unit.is_empty()).then(|| view! { <span class="figure__unit">{words.behind(&figure.unit)}</span> })}
            " "
            <span class="figure__meta">
            {(!figure.as_of.is_empty()).then(|| view! { <span class="figure__date">{figure.as_of}</span> })}
            {figure.kind.map(|kind| (" ", badge(kind)))}
            {figure.scope.map(|scope| (" ", badge(scope)))}
            {figure.lapse.map(|lapse| (" ", badge(lapse)))}
            {figure.lacking.map(|why| (" ", badge(why)))}
            {figure.is_unverified.then(|| view! { " " <span class="badge" data-kind="warning">{words.unverified_mark}</span> })}
            </span>
        </span>
    }
}
