//! What can be set. Everything holds at once, and stays on the device.

use super::part;
use crate::address::{IDLE_BOUNDS, WARN_BOUNDS, base_address};
use crate::domain::id::PairId;
use crate::domain::names::Lang;
use crate::platform::paper;
use crate::present::kiosk::{KioskWords, first_pages, shown_choices};
use crate::session::{Night, Settings};
use crate::ui::kiosk::state::{Kiosk, Panel};
use crate::ui::reactive::{derived, live};
use crate::wire::{WireError, misread_settings, read_settings, write_settings};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// All fields.
#[component]
pub(super) fn Form(
    /// The kiosk.
    kiosk: Kiosk,
    /// Its words.
    words: &'static KioskWords,
) -> impl IntoView {
    let own = move || kiosk.own.get_untracked();
    let seconds = move |label: &'static str, bounds: (u16, u16), get: fn(&Settings) -> u16, set: fn(&mut Settings, u16)| {
        let step = move |sign: &'static str, by: i32| {
            let press = move |_| {
                let mut next = own();
                let value = (i32::from(get(&next)) + by).clamp(bounds.0.into(), bounds.1.into());
                set(&mut next, u16::try_from(value).unwrap_or(bounds.0));
                kiosk.keep(next);
            };
            view! { <button type="button" class="button" aria-label=format!("{label} {sign}") on:click=press>{sign}</button> }
        };
        view! {
            <div class="staff__field">
                <span class="staff__label">{label} " (" {words.between(usize::from(bounds.0), usize::from(bounds.1))} ")"</span>
                <div class="staff__stepper">
                    {step("−", -5)} <output>{derived(move || kiosk.own.with(get).to_string())}</output> {step("+", 5)}
                </div>
            </div>
        }
    };
    view! {
        {part(words.times, view! {
            {seconds(words.idle_label, IDLE_BOUNDS, |own| own.idle, |own, value| own.idle = value)}
            {seconds(words.warn_label, WARN_BOUNDS, |own| own.warn, |own, value| own.warn = value)}
        })}
        {part(words.first_page, first_page(kiosk))}
        {part(words.offered, languages(kiosk, words))}
        {part(words.shown_pairs, shown_pairs(kiosk, words))}
        {part(words.addresses, view! {
            <p>{words.address_hint}</p>
            {address(kiosk, words, words.base_label, |own| own.base.clone(), |own, value| own.base = value)}
            {address(kiosk, words, words.data_label, |own| own.data.clone(), |own, value| own.data = value)}
        })}
        {part(words.night, night(kiosk, words))}
        {part(words.as_file, view! { <SettingsFile kiosk words /> })}
    }
}

fn first_page(kiosk: Kiosk) -> impl IntoView {
    let pages = move || {
        let current = kiosk.own.with(|own| own.start.clone());
        let page = |(link, label): (String, String)| {
            let is_current = link == current;
            let press = move |_| kiosk.keep(Settings { start: link.clone(), ..kiosk.own.get_untracked() });
            view! { <button type="button" class="button" aria-pressed=is_current.to_string() on:click=press>{label}</button> }
        };
        let reader = kiosk.app.view.reader.get();
        kiosk
            .app
            .library
            .with(|catalogue| first_pages(catalogue, &reader))
            .unwrap_or_default()
            .into_iter()
            .map(page)
            .collect_view()
    };
    view! { <div class="staff__choices">{live(pages)}</div> }
}

fn languages(kiosk: Kiosk, words: &'static KioskWords) -> impl IntoView {
    let choices = move || {
        let offered = kiosk.own.with(|own| own.languages.clone());
        let choice = move |lang: Lang| {
            let place = offered.iter().position(|known| *known == lang);
            let press = move |_| {
                let mut own = kiosk.own.get_untracked();
                if own.languages.contains(&lang) {
                    own.languages.retain(|known| *known != lang);
                } else {
                    own.languages.push(lang);
                }
                kiosk.keep(own);
            };
            let number = place.map(|place| format!("{} · ", place + 1));
            view! {
                <button type="button" class="button" lang=lang.tag() aria-pressed=place.is_some().to_string() on:click=press>
                    {number} {lang.own_name()}
                </button>
            }
        };
        Lang::ALL.map(choice).collect_view()
    };
    view! {
        <p>{words.offered_lead}</p>
        <div class="staff__choices">{live(choices)}</div>
    }
}

fn shown_pairs(kiosk: Kiosk, words: &'static KioskWords) -> impl IntoView {
    let choices = move || {
        let shown = kiosk.own.with(|own| own.shown.clone());
        let is_all = shown.is_empty();
        let all = move |_| kiosk.keep(Settings { shown: Vec::new(), ..kiosk.own.get_untracked() });
        let choice = move |(id, name): (PairId, String)| {
            let is_shown = shown.contains(&id);
            let press = move |_| {
                let mut own = kiosk.own.get_untracked();
                if own.shown.contains(&id) {
                    own.shown.retain(|known| *known != id);
                } else {
                    own.shown.push(id.clone());
                }
                kiosk.keep(own);
            };
            view! { <button type="button" class="button" aria-pressed=is_shown.to_string() on:click=press>{name}</button> }
        };
        let reader = kiosk.app.view.reader.get();
        let pairs = kiosk.app.library.with(|catalogue| shown_choices(catalogue, &reader)).unwrap_or_default();
        view! {
            <button type="button" class="button" aria-pressed=is_all.to_string() on:click=all>{words.shown_all}</button>
            {pairs.into_iter().map(choice).collect_view()}
        }
    };
    view! { <div class="staff__choices">{live(choices)}</div> }
}

fn address(
    kiosk: Kiosk,
    words: &'static KioskWords,
    label: &'static str,
    get: fn(&Settings) -> Option<String>,
    set: fn(&mut Settings, Option<String>),
) -> impl IntoView {
    let is_bad = RwSignal::new(false);
    let take = move |text: String| {
        // Who walked away has not finished what they were typing.
        if kiosk.left.get_untracked().is_some() || kiosk.panel.get_untracked() != Some(Panel::Staff) {
            return;
        }
        let address = base_address(&text);
        is_bad.set(address.is_none() && !text.trim().is_empty());
        if !is_bad.get_untracked() {
            let mut own = kiosk.own.get_untracked();
            set(&mut own, address);
            kiosk.keep(own);
        }
    };
    view! {
        <label class="staff__field">
            <span class="staff__label">{label}</span>
            <input class="staff__input" type="url" inputmode="none" autocomplete="off" spellcheck="false"
                prop:value=move || kiosk.own.with(get).unwrap_or_default()
                on:change:target=move |event| take(event.target().value())
                on:blur:target=move |event| take(event.target().value()) />
        </label>
        {live(move || is_bad.get().then(|| view! { <p class="hint" role="alert">{words.address_bad}</p> }))}
    }
}

fn night(kiosk: Kiosk, words: &'static KioskWords) -> impl IntoView {
    let field = move |label: &'static str, get: fn(Night) -> u16, with: fn(Night, u16) -> Night| {
        let take = move |text: String| {
            let own = kiosk.own.get_untracked();
            if let Some(minutes) = Night::minutes(&text) {
                let night = with(own.night.unwrap_or(Night { from: 0, to: 0 }), minutes);
                kiosk.keep(Settings { night: Some(night), ..own });
            }
        };
        view! {
            <label class="staff__field">
                <span class="staff__label">{label}</span>
                <input class="staff__input" type="time"
                    prop:value=move || kiosk.own.with(|own| own.night).map(|night| Night::time(get(night))).unwrap_or_default()
                    on:change:target=move |event| take(event.target().value()) />
            </label>
        }
    };
    view! {
        <p>{words.night_lead}</p>
        {field(words.night_from, |night| night.from, |night, from| Night { from, ..night })}
        {field(words.night_to, |night| night.to, |night, to| Night { to, ..night })}
    }
}

/// The settings as a file, out and in. The PIN is in no file.
#[component]
fn SettingsFile(kiosk: Kiosk, words: &'static KioskWords) -> impl IntoView {
    let said = RwSignal::new(None::<String>);
    let field = NodeRef::<html::Input>::new();
    let export = move |_| {
        let text = write_settings(&kiosk.own.get_untracked());
        spawn_local(async move { paper::save("twin-parks-kiosk.json", "application/json", &text).await });
    };
    let import = move |_| {
        let Some(field) = field.get_untracked() else { return };
        spawn_local(async move {
            let Some(text) = paper::read_picked(field.clone()).await else { return };
            // The same file can be picked once more.
            field.set_value("");
            said.set(Some(match read_settings(text.as_bytes()) {
                Ok(settings) => {
                    let odd = misread_settings(text.as_bytes(), &settings);
                    if odd.is_empty() {
                        kiosk.keep(settings);
                        words.imported.to_owned()
                    } else {
                        words.import_odd(odd.join(", "))
                    }
                }
                Err(WireError::NewerVersion(_)) => words.import_newer.to_owned(),
                Err(_) => words.import_bad.to_owned(),
            }));
        });
    };
    view! {
        <div class="staff__choices">
            <button type="button" class="button" on:click=export>{words.export}</button>
            <label class="button">{words.import} <input node_ref=field class="visually-hidden" type="file" accept="application/json,.json" on:change=import /></label>
        </div>
        <p role="status">{live(move || said.get())}</p>
    }
}
