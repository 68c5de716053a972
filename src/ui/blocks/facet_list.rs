//! Facets as groups of boxes with counts.

use crate::present::explore::{FacetValueView, FacetView};
use leptos::prelude::*;

/// All facets. When counts change, the boxes are drawn over in place, so the focus stays where it is.
#[component]
pub fn FacetList(
    /// The facets.
    facets: Vec<FacetView>,
    /// Called with where a box leads.
    on_toggle: Callback<String>,
) -> impl IntoView {
    let group = move |facet: FacetView| {
        let boxes = facet.values.into_iter().map(|value| choice(facet.key, value, on_toggle));
        view! {
            <fieldset class="facet">
                <legend class="facet__name">{facet.name}</legend>
                <div class="facet__values">{boxes.collect_view()}</div>
            </fieldset>
        }
    };
    view! { <div>{facets.into_iter().map(group).collect_view()}</div> }
}

fn choice(facet: &'static str, value: FacetValueView, on_toggle: Callback<String>) -> impl IntoView {
    let is_empty = value.count == 0 && !value.is_chosen;
    view! {
        <label class="facet__value" data-empty=is_empty.to_string()>
            <input
                type="checkbox"
                name=facet
                value=value.key
                prop:checked=value.is_chosen
                on:change=move |_| on_toggle.run(value.href.clone())
            />
            <span class="facet__label">{value.name}</span>
            <span class="facet__count">{value.count.to_string()}</span>
        </label>
    }
}
