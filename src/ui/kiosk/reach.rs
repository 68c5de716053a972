//! The controls, in a band at the lower edge where everybody reaches them: where to go, the view for a phone, how it is
//! shown, and the language.

use super::state::{Kiosk, Panel};
use crate::address::{Route, href};
use crate::domain::names::Lang;
use crate::present::kiosk::KioskWords;
use crate::present::words::Words;
use crate::ui::blocks::Logo;
use crate::ui::reactive::{LastingSignal, derived, live, say};
use crate::ui::shell::{ReaderChoice, reader_choice};
use leptos::prelude::*;

/// The band.
#[component]
pub(super) fn Reach(
    /// The kiosk.
    kiosk: Kiosk,
    /// Its words.
    words: &'static KioskWords,
) -> impl IntoView {
    let view = kiosk.app.view;
    let page = |route: Route, label: fn(&'static Words) -> &'static str| {
        let link = {
            let route = route.clone();
            derived(move || href(&route, &view.query.get().carried()))
        };
        let is_here = derived(move || (view.route.get() == route).then_some("page"));
        view! { <a class="reach__page" href=link aria-current=is_here>{say(view.words, label)}</a> }
    };
    let language = move |lang: Lang| {
        let is_spoken = derived(move || (view.reader.get().lang == lang).to_string());
        view! {
            <button type="button" class="reach__language" lang=lang.tag() data-key=lang.tag() aria-pressed=is_spoken on:click=move |_| kiosk.speak(lang)>
                {lang.own_name()}
            </button>
        }
    };
    let languages = move || kiosk.settings.with(|settings| settings.languages.clone()).into_iter().map(language).collect_view();
    let switch = |is_on: LastingSignal<bool>, label: &'static str| {
        view! {
            <button type="button" class="reach__switch" aria-pressed=move || is_on.get().to_string() on:click=move |_| is_on.update(|is_on| *is_on = !*is_on)>
                {label}
            </button>
        }
    };
    let has_way_back = derived(move || view.trail.with(|trail| !trail.is_empty()));
    view! {
        <div class="reach" role="group" aria-label=words.controls>
            <div class="reach__ways">
                <span class="reach__mark" on:pointerdown=move |_| kiosk.press_mark()><Logo /></span>
                <button type="button" class="reach__button" on:click=move |_| kiosk.forget()>{words.start_over}</button>
                <button type="button" class="reach__button" disabled=move || !has_way_back.get() on:click=move |_| kiosk.back()>{words.back}</button>
                <button type="button" class="reach__button" data-kind="main" on:click=move |_| kiosk.panel.set(Some(Panel::ToPhone))>
                    {words.to_phone}
                </button>
            </div>
            <nav class="reach__pages" aria-label=say(view.words, |words| words.main_navigation)>
                {page(Route::Explore, |words| words.explore)}
                {page(Route::Compare, |words| words.compare)}
                {page(Route::Sectors, |words| words.sectors)}
                {page(Route::Sources, |words| words.sources)}
            </nav>
            <div class="reach__choices reader-choices">
                {[ReaderChoice::Units, ReaderChoice::Currency].map(|choice| reader_choice(kiosk.app, choice, choice.name()))}
            </div>
            <div class="reach__languages" role="group" aria-label=say(view.words, |words| words.language_label)>{live(languages)}</div>
            <div class="reach__switches">
                {switch(kiosk.is_low, words.lower)}
                {switch(kiosk.is_large, words.large)}
            </div>
        </div>
    }
}
