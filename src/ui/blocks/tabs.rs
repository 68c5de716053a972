//! One of several views, as links side by side.

use crate::present::explore::ChoiceView;
use leptos::prelude::*;

/// The links; the one in use says so.
#[component]
pub fn Tabs(
    /// What is chosen.
    label: &'static str,
    /// The choices.
    choices: Vec<ChoiceView>,
    /// A name for the group, unique on the page.
    key: &'static str,
) -> impl IntoView {
    let tab = |choice: ChoiceView| {
        let current = choice.is_current.then_some("true");
        let key = format!("{key}-{}", choice.label);
        view! { <a class="tabs__tab" href=choice.href data-noscroll="" data-key=key aria-current=current>{choice.label}</a> }
    };
    view! { <div class="tabs" role="group" aria-label=label>{choices.into_iter().map(tab).collect_view()}</div> }
}
