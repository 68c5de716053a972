//! A labelled list to pick one from.

use leptos::prelude::*;

/// One of several choices, as a native list.
#[component]
pub fn ChoiceList(
    /// A name for the control, unique on the page.
    name: &'static str,
    /// What is chosen.
    label: String,
    /// Keys and what they are called.
    options: Vec<(String, String)>,
    /// The key in use.
    current: String,
    /// Called with the key that was chosen.
    on_choose: Callback<String>,
) -> impl IntoView {
    let option = |(key, name): (String, String)| {
        let is_current = key == current;
        view! { <option value=key prop:selected=is_current>{name}</option> }
    };
    let options = options.into_iter().map(option).collect_view();
    view! {
        <label class="choice-list">
            <span class="choice-list__label">{label}</span>
            <select
                class="choice-list__select"
                name=name
                data-key=name
                on:change:target=move |event| {
                    let chosen = event.target().value();
                    // The list shows what the address says: until that has changed, it shows what was there.
                    event.target().set_value(&current);
                    on_choose.run(chosen);
                }
            >
                {options}
            </select>
        </label>
    }
}
