//! The PIN: asked for before anything can be set, and chosen at the first time. It stays on the device, and in no file.

use super::part;
use crate::platform::{clock, guard};
use crate::present::kiosk::KioskWords;
use crate::session::{Answer, is_pin};
use crate::ui::kiosk::state::Kiosk;
use crate::ui::reactive::live;
use leptos::prelude::*;

/// Under what the device keeps it.
const PLACE: &str = "pin";
/// The keys, as on a telephone.
const KEYS: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "⌫"];

/// Asks for the PIN, or at the first time for a new one.
#[component]
pub(super) fn PinPad(
    /// The kiosk.
    kiosk: Kiosk,
    /// The kiosk's words.
    words: &'static KioskWords,
    /// Called when the right one was typed.
    on_open: Callback<()>,
) -> impl IntoView {
    let known = guard::ask("get", &[PLACE]).filter(|pin| is_pin(pin));
    let is_new = known.is_none();
    let said = RwSignal::new(None::<String>);
    let on_typed = Callback::new(move |typed: String| {
        let Some(pin) = &known else {
            if keep(kiosk, &typed) {
                on_open.run(());
            } else {
                said.set(Some(words.pin_short.to_owned()));
            }
            return true;
        };
        // A wrong one is only wrong once it is as long as the right one, so that its length is no secret worth having.
        if typed.len() < pin.len() {
            return false;
        }
        let (next, answer) = kiosk.gate.get_value().try_pin(&typed, pin, clock::now());
        kiosk.gate.set_value(next);
        match answer {
            Answer::Open => on_open.run(()),
            Answer::Wrong => said.set(Some(words.pin_wrong.to_owned())),
            Answer::Wait(seconds) => said.set(Some(words.pin_wait(usize::try_from(seconds).unwrap_or_default()))),
        }
        true
    });
    view! {
        <div class="pin">
            {is_new.then(|| view! { <p>{words.pin_choose}</p> })}
            <Digits words is_new on_typed />
            <p class="pin__said" role="status">{live(move || said.get())}</p>
        </div>
    }
}

/// Takes another PIN in place of the one in use.
#[component]
pub(super) fn NewPin(
    /// The kiosk.
    kiosk: Kiosk,
    /// Its words.
    words: &'static KioskWords,
) -> impl IntoView {
    let said = RwSignal::new("");
    let on_typed = Callback::new(move |typed: String| {
        said.set(if keep(kiosk, &typed) { "✓" } else { words.pin_short });
        true
    });
    part(
        words.pin_new,
        view! {
            <p>{words.pin_choose}</p>
            <Digits words is_new=true on_typed />
            <p role="status">{move || said.get()}</p>
        },
    )
}

/// Keeps a PIN, if it can be one.
fn keep(kiosk: Kiosk, typed: &str) -> bool {
    let is_pin = is_pin(typed);
    if is_pin {
        kiosk.keep_text(PLACE, typed);
    }
    is_pin
}

/// Keys for digits. A new PIN is done when "done" is pressed; another is told of at every digit. Whoever is told says
/// whether the digits are spent, and the next begin afresh.
#[component]
fn Digits(words: &'static KioskWords, is_new: bool, on_typed: Callback<String, bool>) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let press = move |key: &'static str| {
        typed.update(|typed| match key {
            "⌫" => drop(typed.pop()),
            digit if typed.len() < 8 => typed.push_str(digit),
            _ => {}
        });
        if !is_new && on_typed.run(typed.get_untracked()) {
            let _ = typed.try_set(String::new());
        }
    };
    let key = move |key: &'static str| {
        let label = if key == "⌫" { words.erase } else { key };
        (!key.is_empty()).then(|| {
            view! {
                <button type="button" class="pin__key" data-digit=key on:click=move |_| press(key)>{label}</button>
            }
        })
    };
    let done = move |_| {
        if on_typed.run(typed.get_untracked()) {
            let _ = typed.try_set(String::new());
        }
    };
    view! {
        <div class="pin__pad" role="group" aria-label=words.pin>
            <output class="pin__dots">{move || "●".repeat(typed.with(String::len))}</output>
            {KEYS.map(|it| view! { <span class="pin__cell">{key(it)}</span> }).collect_view()}
            {is_new.then(|| view! { <button type="button" class="button" data-kind="main" on:click=done>{words.done}</button> })}
        </div>
    }
}
