//! Facets as groups of boxes with counts.

use crate::present::explore::{FacetValueView, FacetView};
use crate::ui::reactive::memo;
use leptos::prelude::*;

/// All facets. Boxes stay in place while counts change, so the focus is never lost.
#[component]
pub fn FacetList(
    /// The facets.
    #[prop(into)]
    facets: Signal<Vec<FacetView>>,
    /// Called with where a box leads.
    on_toggle: Callback<String>,
) -> impl IntoView {
    let keys = move || facets.read().iter().map(|facet| facet.key).collect::<Vec<_>>();
    let facet = move |key: &'static str| {
        let facet = memo(move || facets.read().iter().find(|facet| facet.key == key).cloned());
        view! { <FacetGroup key facet on_toggle /> }
    };
    view! {
        <div class="facet-list">
            <For each=keys key=|key| *key children=facet />
        </div>
    }
}

#[component]
fn FacetGroup(key: &'static str, facet: Memo<Option<FacetView>>, on_toggle: Callback<String>) -> impl IntoView {
    let name = move || facet.read().as_ref().map(|facet| facet.name.clone()).unwrap_or_default();
    let keys = move || facet.read().iter().flat_map(|facet| &facet.values).map(|value| value.key.clone()).collect::<Vec<_>>();
    let value = move |of: String| {
        let value = memo(move || facet.read().iter().flat_map(|facet| &facet.values).find(|value| value.key == of).cloned());
        view! { <FacetBox facet=key value on_toggle /> }
    };
    view! {
        <fieldset class="facet">
            <legend class="facet__name">{name}</legend>
            <div class="facet__values">
                <For each=keys key=Clone::clone children=value />
            </div>
        </fieldset>
    }
}

#[component]
fn FacetBox(facet: &'static str, value: Memo<Option<FacetValueView>>, on_toggle: Callback<String>) -> impl IntoView {
    let key = value.with_untracked(|value| value.as_ref().map(|value| value.key.clone()).unwrap_or_default());
    let name = move || value.read().as_ref().map(|value| value.name.clone()).unwrap_or_default();
    let count = move || value.read().as_ref().map_or(0, |value| value.count);
    let is_chosen = move || value.read().as_ref().is_some_and(|value| value.is_chosen);
    let toggle = move |_| {
        if let Some(value) = value.get_untracked() {
            on_toggle.run(value.href);
        }
    };
    view! {
        <label class="facet__value" data-empty=move || (count() == 0 && !is_chosen()).to_string()>
            <input type="checkbox" name=facet value=key prop:checked=is_chosen on:change=toggle />
            <span class="facet__label">{name}</span>
            <span class="facet__count">{count}</span>
        </label>
    }
}
