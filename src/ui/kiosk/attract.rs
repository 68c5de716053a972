//! The kiosk showing itself: two halves of a pair join, figures of each with their sources, then the next pair in the
//! next language. A touch begins a visit at that pair.

use super::halves::halves;
use super::state::Kiosk;
use crate::address::in_language;
use crate::domain::names::Lang;
use crate::present::kiosk::KioskWords;
use crate::ui::blocks::Logo;
use crate::ui::reactive::{derived, live, memo};
use leptos::either::Either;
use leptos::prelude::*;

/// What is seen while nobody is there.
#[component]
pub(super) fn Attract(
    /// The kiosk.
    kiosk: Kiosk,
    /// Its words.
    words: &'static KioskWords,
) -> impl IntoView {
    let slide = memo(move || kiosk.slide());
    // Light and dark change places with every pair, so that nothing stays on the glass.
    let turn = derived(move || if kiosk.turn.get().is_multiple_of(2) { "even" } else { "odd" });
    let language = move |lang: Lang| {
        let begin = move || {
            let link = slide.get_untracked().map_or_else(|| kiosk.first_page(), |slide| slide.href);
            kiosk.want(in_language(&link, lang));
        };
        view! {
            <li>
                <button type="button" class="attract__language" lang=lang.tag() on:pointerdown:capture=move |_| begin() on:keydown:capture=move |_| begin()>
                    {lang.own_name()}
                </button>
            </li>
        }
    };
    let languages = move || kiosk.settings.with(|settings| settings.languages.clone()).into_iter().map(language).collect_view();
    let age = move || {
        let fetched = kiosk.health.with(|health| health.fetched);
        let age = (fetched > 0.0).then(|| words.data_kept(kiosk.moment(fetched, words)));
        [age.unwrap_or_default(), kiosk.lacking(words).unwrap_or_default().to_owned()].join(" ")
    };
    let name = move || match slide.get() {
        Some(slide) => slide.name,
        None => kiosk.app.view.words.get().tagline.to_owned(),
    };
    let joining = move || {
        let turn = kiosk.turn.get();
        let view = slide.get().map(|slide| halves(slide.halves, words, kiosk.app.view.words.get()));
        // Of another kind each turn, so that they are drawn anew and join again even where it is the same pair.
        if turn.is_multiple_of(2) { Either::Left(view) } else { Either::Right(view) }
    };
    view! {
        <main class="attract" data-turn=turn>
            <h1 class="visually-hidden">{live(name)}</h1>
            <div class="attract__halves">{live(joining)}</div>
            <div class="attract__seam" aria-hidden="true">
                <div class="attract__seal" on:pointerdown=move |_| kiosk.press_mark()><Logo /></div>
            </div>
            <div class="attract__foot">
                <button type="button" class="attract__call" on:pointerdown:capture=move |_| kiosk.want(kiosk.first_page())>{words.touch_to_compare}</button>
                <ul class="attract__languages">{live(languages)}</ul>
                <p class="attract__age">{live(age)}</p>
            </div>
        </main>
    }
}
