//! The kiosk showing itself: two halves of a pair join, figures of each with their sources, then the next pair in the
//! next language. A touch begins a visit at that pair.

use super::state::Kiosk;
use crate::address::in_language;
use crate::domain::names::Lang;
use crate::domain::record::Side;
use crate::present::kiosk::{FactView, HalfView, KioskWords};
use crate::present::words::Words;
use crate::ui::blocks::{Figure, Logo};
use crate::ui::reactive::{derived, live, memo};
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
        (fetched > 0.0).then(|| words.data_kept(kiosk.moment(fetched, words)))
    };
    view! {
        <main class="attract" data-turn=turn>
            {live(move || {
                let page_words = kiosk.app.view.words.get();
                let slide = slide.get();
                let name = slide.as_ref().map_or(page_words.tagline.to_owned(), |slide| slide.name.clone());
                let halves = slide.map(|slide| slide.halves.map(|view| half(view, words, page_words)).collect_view());
                view! {
                    <h1 class="visually-hidden">{name}</h1>
                    <div class="attract__halves">{halves}</div>
                }
            })}
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

fn half(half: HalfView, words: &'static KioskWords, page_words: &'static Words) -> impl IntoView {
    let mut facts = half.facts.into_iter();
    let first = facts.next().map(|first| fact(first, words, page_words));
    let others = facts.map(|other| fact(other, words, page_words)).collect_view();
    view! {
        <section class="attract__half" data-side=Side::name(Some(half.side))>
            <p class="attract__place">{half.place}</p>
            <h2 class="attract__name">{half.name}</h2>
            <div class="attract__first">{first}</div>
            <div class="attract__others">{others}</div>
        </section>
    }
}

fn fact(fact: FactView, words: &'static KioskWords, page_words: &'static Words) -> impl IntoView {
    let disputing = (fact.disputing > 0).then(|| format!(" · {}", words.others_say(fact.disputing)));
    view! {
        <div class="attract__fact">
            <p class="attract__label">{fact.label}</p>
            <p class="attract__figure"><Figure figure=fact.figure words=page_words /></p>
            <p class="attract__source">{fact.source} {disputing}</p>
        </div>
    }
}
