//! A pair or park as a card: two halves that join.

use super::{Chips, Figure};
use crate::domain::record::Side;
use crate::present::explore::{CardView, LegView, PickView};
use crate::present::words::Words;
use leptos::prelude::*;

/// A card.
#[component]
pub fn Card(
    /// What to show.
    card: CardView,
    /// The words of the interface.
    words: &'static Words,
    /// Called with where choosing it, or putting it back, leads.
    on_pick: Callback<String>,
) -> impl IntoView {
    let is_picked = card.pick.is_picked.to_string();
    view! {
        <article class="card" data-picked=is_picked>
            <PickBox pick=card.pick on_pick />
            <div class="card__head">
                <h3 class="card__title"><a href=card.link.href>{card.link.label}</a></h3>
                <p class="card__detail">{card.detail}</p>
            </div>
            <div class="card__legs" data-single=card.is_single.to_string()>
                {card.legs.into_iter().map(|it| leg(it, words)).collect_view()}
            </div>
            {(!card.sectors.is_empty()).then(|| view! {
                <div class="card__foot"><Chips chips=card.sectors more=card.more_sectors words /></div>
            })}
        </article>
    }
}

/// The box that chooses something for comparison.
#[component]
pub fn PickBox(
    /// The box.
    pick: PickView,
    /// Called with where it leads.
    on_pick: Callback<String>,
) -> impl IntoView {
    let href = pick.href;
    view! {
        <label class="pick-box">
            <input
                type="checkbox"
                prop:checked=pick.is_picked
                disabled=pick.is_full
                on:change=move |_| on_pick.run(href.clone())
            />
            <span class="visually-hidden">{pick.label}</span>
        </label>
    }
}

fn leg(leg: LegView, words: &'static Words) -> impl IntoView {
    let row = |(label, figure)| {
        view! {
            <div>
                <dt class="leg__label">{label}</dt>
                <dd class="leg__figure">
                    {match figure {
                        Some(figure) => view! { <Figure figure words /> }.into_any(),
                        None => view! { <span class="unpublished">{words.not_published}</span> }.into_any(),
                    }}
                </dd>
            </div>
        }
    };
    let has_park = leg.link.is_some() || !leg.figures.is_empty();
    view! {
        <section class="leg" data-side=Side::name(Some(leg.side))>
            {leg.link.map(|link| view! { <h4 class="leg__name"><a href=link.href>{link.label}</a></h4> })}
            {(!has_park).then(|| view! { <p class="leg__missing">{words.no_park_named}</p> })}
            <p class="leg__place">{leg.place}</p>
            {(!leg.figures.is_empty()).then(|| view! { <dl class="leg__figures">{leg.figures.into_iter().map(row).collect_view()}</dl> })}
        </section>
    }
}
