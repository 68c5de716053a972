//! No page lives here: says so, and names what comes nearest.

use super::HEADING;
use crate::address::{Route, href, readable};
use crate::present::nearest::nearest;
use crate::ui::reactive::live;
use crate::ui::state::{AppState, Remote};
use leptos::prelude::*;

/// The page for addresses that name nothing.
#[component]
pub fn NotFoundPage(
    /// What everything reads.
    app: AppState,
) -> impl IntoView {
    let path = app.view.route.with_untracked(|route| readable(&route.print()));
    let wanted = path.rsplit('/').next().unwrap_or_default().to_owned();
    live(move || {
        let reader = app.view.reader.get();
        let words = reader.words();
        app.title.set(words.not_found_title.to_owned());
        // Suggestions are a kindness: without data the rest of the page stands.
        let near = app.library.loaded.with(|loaded| match loaded {
            Remote::Ready(loaded) => nearest(&loaded.catalogue, &wanted, &reader),
            _ => Vec::new(),
        });
        view! {
            <div class="page-head">
                <p class="page-head__kicker">{words.not_found_path(&path)}</p>
                <h1 class="page-head__title" id=HEADING tabindex="-1">{words.not_found_title}</h1>
                <p class="page-head__lead">{words.not_found_lead}</p>
                <a class="button" data-kind="main" href=href(&Route::Explore, &app.view.query.get().carried())>{words.to_explore}</a>
            </div>
            {(!near.is_empty()).then(|| view! {
                <h2>{words.nearest_heading}</h2>
                <ul class="plain-list">
                    {near.into_iter().map(|link| view! { <li><a href=link.href>{link.label}</a></li> }).collect_view()}
                </ul>
            })}
        }
    })
}
