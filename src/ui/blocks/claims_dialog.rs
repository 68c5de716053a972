//! The claims behind a cell, over the page.

use super::{Figure, close_beside, open_while};
use crate::platform::dialog;
use crate::present::claims::{ClaimView, ClaimsView, SourceView};
use crate::present::words::Words;
use crate::ui::reactive::{live, say};
use leptos::html;
use leptos::prelude::*;

/// The dialog; it opens when there are claims, and says when it is closed.
#[component]
pub fn ClaimsDialog(
    /// What to show; none while closed.
    claims: Memo<Option<ClaimsView>>,
    /// The words of the interface.
    words: Signal<&'static Words>,
    /// Called when it is closed.
    on_close: Callback<()>,
    /// Draws the claims as points, where they are figures that quarrel.
    #[prop(into)]
    points: ViewFn,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    open_while(element, move || claims.read().is_some());
    let close = move |_| {
        if let Some(element) = element.get_untracked() {
            dialog::close(&element);
        }
    };
    view! {
        <dialog node_ref=element class="claims-dialog" aria-labelledby="claims-title" on:close=move |_| on_close.run(()) on:click=move |event| close_beside(element, &event)>
            <div class="claims-dialog__sheet">
                {live(move || claims.get().map(|claims| body(claims, words.get(), &points)))}
                <div class="claims-dialog__foot">
                    <button type="button" class="button" on:click=close>{say(words, |words| words.close)}</button>
                </div>
            </div>
        </dialog>
    }
}

fn body(claims: ClaimsView, words: &'static Words, points: &ViewFn) -> impl IntoView + use<> {
    let points = claims.has_range.then(|| points.run());
    view! {
        <h2 id="claims-title" tabindex="-1" autofocus="">{claims.title}</h2>
        {claims.intro.into_iter().map(|line| view! { <p class="claims-dialog__intro">{line}</p> }).collect_view()}
        {points}
        <ol>{claims.claims.into_iter().map(|claim| one(claim, words)).collect_view()}</ol>
    }
}

fn one(claim: ClaimView, words: &'static Words) -> impl IntoView {
    let source = match claim.source {
        Some(source) => view! { <SourceLine source words /> }.into_any(),
        None => view! { <span class="badge" data-kind="warning">{claim.without_source}</span> }.into_any(),
    };
    view! {
        <li class="claim" data-chosen=claim.is_chosen.to_string() data-old=claim.is_old.to_string() data-claim=claim.id>
            {claim.is_chosen.then(|| view! { <p class="claim__mark">{words.shown_first}</p> })}
            <p class="claim__figure"><Figure figure=claim.figure words /></p>
            {claim.note.map(|note| view! { <p class="claim__note">{note}</p> })}
            <p>{source}</p>
            <p class="claim__confidence">
                {claim.confidence}
                {claim.is_old.then(|| format!(" · {}", words.older))}
            </p>
        </li>
    }
}

/// A source: publisher, title as a link, date, and whether it is a mirror.
#[component]
pub fn SourceLine(
    /// The source.
    source: SourceView,
    /// The words of the interface.
    words: &'static Words,
) -> impl IntoView {
    let title = view! { <span lang=source.lang>{source.title}</span> };
    let title = match source.url {
        Some(url) => view! {
            <a href=url rel="external noopener noreferrer" target="_blank">
                {title} " " <span class="visually-hidden">{format!("({})", words.opens_elsewhere)}</span>
                <span aria-hidden="true">" ↗"</span>
            </a>
        }
        .into_any(),
        None => title.into_any(),
    };
    view! {
        <span class="source-line">
            <span class="source-line__publisher">{words.published_by(&source.publisher, &source.date)}</span> {title}
            {source.is_mirror.then(|| view! { " " <span class="badge">{words.mirror}</span> })}
        </span>
    }
}
