//! Facets as groups of boxes with counts.

use crate::present::explore::{FacetValueView, FacetView};
use crate::ui::reactive::{derived, live, memo};
use leptos::prelude::*;

/// All facets. Boxes stay in place while counts change, so the focus is never lost; they are made anew only when others
/// are offered.
#[component]
pub fn FacetList(
    /// The facets.
    #[prop(into)]
    facets: Signal<Vec<FacetView>>,
    /// Called with where a box leads.
    on_toggle: Callback<String>,
) -> impl IntoView {
    let offered = memo(move || {
        let keys = |facet: &FacetView| facet.values.iter().map(|value| value.key.clone()).collect::<Vec<_>>();
        facets.read().iter().map(|facet| (facet.key, facet.name.clone(), keys(facet))).collect::<Vec<_>>()
    });
    let group = move |(at, (key, name, values)): (usize, (&'static str, String, Vec<String>))| {
        let boxes = values.into_iter().enumerate().map(|(place, value)| {
            let find = move || facets.with(|facets| facets.get(at)?.values.get(place).cloned()).unwrap_or_default();
            view! { <FacetBox facet=key key=value value=memo(find) on_toggle /> }
        });
        view! {
            <fieldset class="facet">
                <legend class="facet__name">{name}</legend>
                <div class="facet__values">{boxes.collect_view()}</div>
            </fieldset>
        }
    };
    view! { <div class="facet-list">{live(move || offered.get().into_iter().enumerate().map(group).collect_view())}</div> }
}

#[component]
fn FacetBox(facet: &'static str, key: String, value: Memo<FacetValueView>, on_toggle: Callback<String>) -> impl IntoView {
    let is_chosen = derived(move || value.read().is_chosen);
    let is_empty = derived(move || value.with(|value| value.count == 0 && !value.is_chosen).to_string());
    view! {
        <label class="facet__value" data-empty=is_empty>
            <input
                type="checkbox"
                name=facet
                value=key
                prop:checked=is_chosen
                on:change=move |_| on_toggle.run(value.with_untracked(|value| value.href.clone()))
            />
            <span class="facet__label">{derived(move || value.read().name.clone())}</span>
            <span class="facet__count">{derived(move || value.read().count.to_string())}</span>
        </label>
    }
}
