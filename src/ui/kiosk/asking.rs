//! The question whether somebody is still there.

use super::state::Kiosk;
use crate::present::kiosk::KioskWords;
use crate::ui::blocks::open_while;
use crate::ui::reactive::{derived, memo};
use leptos::html;
use leptos::prelude::*;

/// Asks, with the seconds that are left as a ring that closes. Any sign of a person answers.
#[component]
pub(super) fn Asking(
    /// The kiosk.
    kiosk: Kiosk,
    /// Its words.
    words: &'static KioskWords,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    let is_asking = memo(move || kiosk.left.get().is_some());
    open_while(element, move || is_asking.get());
    let left = derived(move || kiosk.left.get().unwrap_or_default());
    let warn = derived(move || kiosk.settings.with(|settings| settings.warn));
    // The ring is 100 units long.
    let gone = derived(move || {
        let part = f64::from(u32::try_from(left.get()).unwrap_or_default()) / f64::from(warn.get().max(1));
        format!("{:.1}", 100.0 * (1.0 - part.min(1.0)))
    });
    view! {
        <dialog node_ref=element class="asking" aria-labelledby="asking-title">
            <svg class="asking__ring" viewBox="0 0 36 36" aria-hidden="true" style:--gone=gone>
                <circle class="asking__track" cx="18" cy="18" r="15.9155" />
                <circle class="asking__left" cx="18" cy="18" r="15.9155" pathLength="100" />
                <text class="asking__seconds" x="18" y="18">{move || left.get().to_string()}</text>
            </svg>
            <h2 class="asking__title" id="asking-title">{words.still_there}</h2>
            <p class="asking__lead">{words.still_there_lead}</p>
            <button type="button" class="button" data-kind="main" autofocus="">{words.go_on}</button>
        </dialog>
    }
}
