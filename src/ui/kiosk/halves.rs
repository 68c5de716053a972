//! The two halves of a pair with figures of each: what the kiosk shows of itself, and what the page of a pair opens with.

use crate::domain::record::Side;
use crate::present::kiosk::{FactView, HalfView, KioskWords};
use crate::present::words::Words;
use crate::ui::blocks::Figure;
use leptos::prelude::*;

/// Both halves, the home side first.
pub(super) fn halves(halves: [HalfView; 2], words: &'static KioskWords, page_words: &'static Words) -> impl IntoView {
    view! { <div class="halves">{halves.map(|view| half(view, words, page_words)).collect_view()}</div> }
}

fn half(half: HalfView, words: &'static KioskWords, page_words: &'static Words) -> impl IntoView {
    let mut facts = half.facts.into_iter();
    let first = facts.next().map(|first| fact(first, words, page_words));
    let others = facts.map(|other| fact(other, words, page_words)).collect_view();
    view! {
        <section class="half" data-side=Side::name(Some(half.side))>
            <p class="half__place">{half.place}</p>
            <h2 class="half__name">{half.name}</h2>
            <div class="half__first">{first}</div>
            <div class="half__others">{others}</div>
        </section>
    }
}

fn fact(fact: FactView, words: &'static KioskWords, page_words: &'static Words) -> impl IntoView {
    let disputing = (fact.disputing > 0).then(|| format!(" · {}", words.others_say(fact.disputing)));
    view! {
        <div class="half__fact">
            <p class="half__label">{fact.label}</p>
            <p class="half__figure"><Figure figure=fact.figure words=page_words /></p>
            <p class="half__source">{fact.source} {disputing}</p>
        </div>
    }
}
