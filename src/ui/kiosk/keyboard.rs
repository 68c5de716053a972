//! The keyboard on the screen. It writes into the field in focus, and offers the names that answer what is typed.

use super::state::Kiosk;
use crate::platform::typing;
use crate::present::kiosk::{KioskWords, names_for};
use crate::session::{Event, Press, ROWS, SIGNS, Tone, pressed};
use crate::ui::reactive::{live, memo};
use leptos::ev::PointerEvent;
use leptos::prelude::*;

/// The keyboard, while a field wants it.
#[component]
pub(super) fn Keyboard(
    /// The kiosk.
    kiosk: Kiosk,
    /// Its words.
    words: &'static KioskWords,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let names = memo(move || {
        let (typed, reader) = (typed.get(), kiosk.app.view.reader.get());
        kiosk.app.library.with(|catalogue| names_for(catalogue, &typed, &reader)).unwrap_or_default()
    });
    let write = move |text: String| {
        typing::write(&text);
        typed.set(text);
        kiosk.happened(Event::Typed);
    };
    let press = move |press: Press| match typing::text() {
        Some(text) => write(pressed(&text, press)),
        None => kiosk.has_keyboard.set(false),
    };
    // A key must not take the focus from the field that it types into.
    let stay = |event: PointerEvent| event.prevent_default();
    let key = move |label: String, what: Press| {
        view! { <button type="button" class="keyboard__key" tabindex="-1" on:pointerdown=stay on:mousedown=|event| event.prevent_default() on:click=move |_| press(what)>{label}</button> }
    };
    let name = move |name: String| {
        let text = name.clone();
        view! {
            <button type="button" class="keyboard__name" tabindex="-1" on:pointerdown=stay on:mousedown=|event| event.prevent_default() on:click=move |_| write(text.clone())>{name}</button>
        }
    };
    let done = move |_| {
        typing::leave();
        kiosk.has_keyboard.set(false);
    };
    live(move || {
        if !kiosk.has_keyboard.get() {
            return None;
        }
        typed.set(typing::text().unwrap_or_default());
        let row = |(name, letters): (&'static str, &'static str)| {
            let keys = letters.chars().map(|letter| key(letter.to_string(), Press::Letter(letter))).collect_view();
            view! { <div class="keyboard__row" data-row=name>{keys}</div> }
        };
        let tones = Tone::ALL.map(|(shown, tone)| key(shown.to_string(), Press::Tone(tone))).collect_view();
        Some(view! {
            <div class="keyboard" role="group" aria-label=words.keyboard>
                <div class="keyboard__names" role="group" aria-label=words.names_found>
                    {live(move || names.get().into_iter().map(name).collect_view())}
                </div>
                {ROWS.map(row).collect_view()}
                {typing::is_address().then(|| row(SIGNS))}
                <div class="keyboard__row" data-row="tones" role="group" aria-label=words.tones>{tones}</div>
                <div class="keyboard__row" data-row="acts">
                    {key(words.space.to_owned(), Press::Letter(' '))}
                    {key(words.erase.to_owned(), Press::Erase)}
                    <button type="button" class="keyboard__key" data-kind="main" on:click=done>{words.done}</button>
                </div>
            </div>
        })
    })
}
