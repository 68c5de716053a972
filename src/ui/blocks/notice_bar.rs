//! A notice: what happened, details on demand, and a way to try again.

use crate::present::notice::NoticeView;
use crate::present::words::Words;
use crate::ui::reactive::{live, say};
use leptos::prelude::*;

/// A notice, when there is one.
#[component]
pub fn NoticeBar(
    /// What to say.
    notice: Memo<Option<NoticeView>>,
    /// The words of the interface.
    words: Signal<&'static Words>,
    /// What "try again" does, where that can help.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
) -> impl IntoView {
    let body = move |notice: NoticeView| {
        let has_details = !notice.details.is_empty();
        view! {
            <div class="notice">
                <p>{notice.text}</p>
                {has_details.then(|| view! {
                    <details class="notice__details">
                        <summary>{say(words, |words| words.details)}</summary>
                        <ul class="notice__list">
                            {notice.details.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
                        </ul>
                    </details>
                })}
                {on_retry.map(|retry| view! {
                    <button type="button" class="button" on:click=move |_| retry.run(())>{say(words, |words| words.retry)}</button>
                })}
            </div>
        }
    };
    live(move || notice.get().map(body))
}
