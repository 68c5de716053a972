//! The screen for staff: behind a long press and a PIN, what can be set of the kiosk and how it fares.

mod form;
mod health;
mod measure;
mod pin;

use super::keyboard::Keyboard;
use super::state::{Kiosk, Panel};
use crate::present::kiosk::KioskWords;
use crate::ui::blocks::open_while;
use crate::ui::reactive::{effect, live, memo};
use form::Form;
use health::HealthTable;
use leptos::html;
use leptos::prelude::*;
use measure::Measure;
use pin::{NewPin, PinPad};

/// The screen, while it is open. Whoever closes it, or leaves it alone, finds the PIN asked for again.
#[component]
pub(super) fn Staff(
    /// The kiosk.
    kiosk: Kiosk,
    /// Its words.
    words: &'static KioskWords,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    let is_open = memo(move || kiosk.panel.get() == Some(Panel::Staff));
    let is_known = RwSignal::new(false);
    effect(move || {
        if !is_open.get() {
            is_known.set(false);
        }
    });
    open_while(element, move || is_open.get());
    let close = move || {
        if kiosk.panel.get_untracked() == Some(Panel::Staff) {
            kiosk.panel.set(None);
        }
    };
    view! {
        <dialog node_ref=element class="staff" aria-labelledby="staff-title" on:close=move |_| close()>
            {live(move || is_open.get().then(|| view! {
                <header class="staff__head">
                    <h2 class="staff__title" id="staff-title" tabindex="-1" autofocus="">{words.staff}</h2>
                    <button type="button" class="button" on:click=move |_| close()>{words.close}</button>
                </header>
                {live(move || (!kiosk.is_kept.get()).then(|| view! { <p class="hint" role="alert">{words.not_kept}</p> }))}
                {if is_known.get() {
                    view! {
                        <div class="staff__parts">
                            <HealthTable kiosk words />
                            <Measure kiosk words />
                            <Form kiosk words />
                            <NewPin kiosk words />
                        </div>
                    }.into_any()
                } else {
                    view! { <PinPad kiosk words on_open=Callback::new(move |()| is_known.set(true)) /> }.into_any()
                }}
            }))}
            {live(move || is_open.get().then(|| view! { <div class="staff__keyboard"><Keyboard kiosk words /></div> }))}
        </dialog>
    }
}

/// A part of the screen under a heading.
fn part(heading: &'static str, body: impl IntoView) -> impl IntoView {
    view! {
        <section class="staff__part">
            <h3 class="staff__heading">{heading}</h3>
            {body}
        </section>
    }
}
