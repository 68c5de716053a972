//! What comes of it: a preview, and the lines to copy.

use super::page::Share;
use crate::platform::{clipboard, document, history};
use crate::present::share::{ShareWords, Snippet, snippets};
use crate::ui::reactive::{live, memo};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The preview, and each way to embed with its lines.
#[component]
pub(super) fn Lines(
    /// What is chosen.
    share: Share,
    /// The words of the page.
    words: &'static ShareWords,
) -> impl IntoView {
    let embedded = memo(move || share.view.with(|view| view.as_ref().map(|view| view.embedded.clone())));
    let ways = memo(move || {
        let site = format!("{}{}", history::origin(), document::absolute(""));
        let asked = share.asked.get();
        share.view.with(|view| {
            let view = view.as_ref()?;
            Some(snippets(&site, &view.embedded, &view.whole, &view.title, &asked, words))
        })
    });
    let way = move |way: Snippet| {
        let is_copied = RwSignal::new(None::<bool>);
        let html = way.html.clone();
        let copy = move |_| {
            let html = html.clone();
            spawn_local(async move { is_copied.set(Some(clipboard::copy(&html).await)) });
        };
        let said = move || is_copied.get().map(|is_copied| if is_copied { words.copied } else { words.copy_refused });
        view! {
            <article class="share__way">
                <h3>{way.label}</h3>
                <p class="hint">{way.lead}</p>
                <pre class="share__code" tabindex="0" role="region" aria-label=way.label>{way.html}</pre>
                <button type="button" class="button" aria-label=format!("{}: {}", words.copy, way.label) on:click=copy>{words.copy}</button>
                <span role="status">{live(said)}</span>
            </article>
        }
    };
    view! {
        <div class="share__result">
            <section>
                <h2>{words.preview_heading}</h2>
                // Another address in the same frame would be a step in the history; another frame is none.
                <For each=move || embedded.get() key=String::clone let:address>
                    <iframe class="share__preview" src=address title=words.preview_frame></iframe>
                </For>
            </section>
            <section>
                <h2>{words.code_heading}</h2>
                {live(move || ways.get().map(|ways| ways.into_iter().map(way).collect_view()))}
            </section>
        </div>
    }
}
