//! A labelled list to pick one from.

use crate::ui::reactive::{derived, live};
use leptos::prelude::*;

/// One of several choices, as a native list.
#[component]
pub fn ChoiceList(
    /// A name for the control, unique on the page.
    name: &'static str,
    /// What is chosen.
    #[prop(into)]
    label: Signal<String>,
    /// Keys and what they are called.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The key in use.
    #[prop(into)]
    current: Signal<String>,
    /// Called with the key that was chosen.
    on_choose: Callback<String>,
) -> impl IntoView {
    let option = move |(key, name): (String, String)| {
        let is_current = {
            let key = key.clone();
            derived(move || current.get() == key)
        };
        view! { <option value=key prop:selected=is_current>{name}</option> }
    };
    view! {
        <label class="choice-list">
            <span class="choice-list__label">{label}</span>
            <select
                class="choice-list__select"
                name=name
                data-key=name
                on:change:target=move |event| on_choose.run(event.target().value())
            >
                {live(move || options.get().into_iter().map(option).collect_view())}
            </select>
        </label>
    }
}
