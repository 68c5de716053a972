//! No page lives here: says so, and names what comes nearest.

use super::HEADING;
use super::frame::{stage, use_page};
use crate::address::{Route, href};
use crate::present::link::LinkView;
use crate::present::nearest::nearest;
use crate::ui::app::use_title;
use crate::ui::reactive::say;
use crate::ui::state::AppState;
use leptos::prelude::*;

/// The page for addresses that name nothing.
#[component]
pub fn NotFoundPage(
    /// What everything reads.
    app: AppState,
) -> impl IntoView {
    let words = app.view.words;
    let path = app.view.route.with_untracked(Route::print);
    let wanted = path.rsplit('/').next().unwrap_or_default().to_owned();
    let page = use_page(app, &[], move |catalogue, _, reader| Some(nearest(catalogue, &wanted, reader)));
    use_title(app, |words| words.not_found_title.to_owned());
    let ready = move |near: Signal<Option<Vec<LinkView>>>| {
        let near = move || near.get().filter(|near| !near.is_empty());
        view! {
            {move || near().map(|near| view! {
                <h2>{words.get().nearest_heading}</h2>
                <ul class="plain-list">
                    {near.into_iter().map(|link| view! { <li><a href=link.href>{link.label}</a></li> }).collect_view()}
                </ul>
            })}
        }
        .into_any()
    };
    view! {
        <div class="page-head">
            <p class="page-head__kicker">{move || (words.get().not_found_path)(&path)}</p>
            <h1 class="page-head__title" id=HEADING tabindex="-1">{say(words, |words| words.not_found_title)}</h1>
            <p class="page-head__lead">{say(words, |words| words.not_found_lead)}</p>
            <a class="button" data-kind="main" href=move || href(&Route::Explore, &app.view.query.get().carried())>{say(words, |words| words.to_explore)}</a>
        </div>
        {stage(app, page, ready, || ().into_any())}
    }
}
