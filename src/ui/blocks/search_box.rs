//! The search box. What is typed goes to the address a moment after the last key.

use crate::platform::clock;
use crate::present::words::Words;
use crate::ui::reactive::{effect, next_of, say};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Milliseconds after the last key before the search runs.
const PAUSE: i32 = 120;

/// A search field.
#[component]
pub fn SearchBox(
    /// The text in the address.
    #[prop(into)]
    text: Signal<String>,
    /// The words of the interface.
    words: Signal<&'static Words>,
    /// Whether the page has a keyboard of its own on the screen.
    has_keyboard: bool,
    /// Called with what was typed.
    on_search: Callback<String>,
) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let typed = StoredValue::new(0_u32);
    // The address may change otherwise than by typing; a field that says the same, spaces aside, is left alone, so
    // that a space just typed does not vanish.
    effect(move || {
        let text = text.get();
        if let Some(field) = field.get()
            && field.value().trim() != text
        {
            field.set_value(&text);
        }
    });
    let search = move |_| {
        let number = next_of(typed);
        spawn_local(async move {
            clock::wait(PAUSE).await;
            let is_last = typed.try_get_value() == Some(number);
            if let Some(Some(field)) = is_last.then(|| field.try_get_untracked().flatten()) {
                on_search.run(field.value());
            }
        });
    };
    view! {
        <label class="search-box">
            <span class="search-box__label">{say(words, |words| words.search_label)}</span>
            <input
                node_ref=field
                class="search-box__field"
                type="search"
                name="q"
                inputmode=has_keyboard.then_some("none")
                data-key="q"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                maxlength="200"
                placeholder=say(words, |words| words.search_hint)
                on:input=search
            />
        </label>
    }
}
