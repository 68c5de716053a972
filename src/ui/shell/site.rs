//! The site shell: header with navigation and choices, notices, the page, the claims over it, and the footer.

use super::{Notices, PageClaims, RatesLine, ReaderChoice, reader_choice};
use crate::address::{Route, Surface, href};
use crate::platform::focus;
use crate::ui::blocks::Logo;
use crate::ui::later::Later;
use crate::ui::reactive::{derived, live, say};
use crate::ui::state::{AppState, Wanted};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// The frame of the public site.
#[component]
pub fn SiteShell(
    /// What everything reads.
    app: AppState,
    /// The page.
    children: Children,
) -> impl IntoView {
    let words = app.view.words;
    let skip = move |event: MouseEvent| {
        // With a <base>, a link to a fragment would lead away from the page.
        event.prevent_default();
        focus::focus("content");
    };
    view! {
        <a class="skip-link" href="#content" on:click=skip>{say(words, |words| words.skip_to_content)}</a>
        <SiteHeader app />
        <Notices app further=Box::new(Vec::new) />
        <RatesLine app />
        <main id="content" class="page" tabindex="-1">{children()}</main>
        <footer class="site-footer">
            <p class="site-footer__text">{say(words, |words| words.footer)}</p>
        </footer>
        {live(move || app.carrying.is_printing.get().then(|| view! { <Later app wanted=Wanted::Dossier /> }))}
        <PageClaims app />
    }
}

/// The header: the name, the pages, and the reader's choices.
#[component]
fn SiteHeader(app: AppState) -> impl IntoView {
    let words = app.view.words;
    let is_site = app.view.surface() == Surface::Site;
    let page = |route: Route, label: fn(&'static crate::present::words::Words) -> &'static str| {
        let link = {
            let route = route.clone();
            derived(move || href(&route, &app.view.query.get().carried()))
        };
        let is_here = derived(move || (is_site && app.view.route.get() == route).then_some("page"));
        view! {
            <li>
                <a class="site-nav__link" href=link aria-current=is_here>
                    {say(words, label)}
                </a>
            </li>
        }
    };
    let home = derived(move || href(&Route::Explore, &app.view.query.get().carried()));
    view! {
        <header class="site-header">
            <a class="site-header__home" href=home>
                <Logo />
                <span class="site-header__name">{say(words, |words| words.site)}</span>
            </a>
            <nav class="site-nav" aria-label=say(words, |words| words.main_navigation)>
                <ul class="site-nav__list">
                    {page(Route::Explore, |words| words.explore)}
                    {page(Route::Compare, |words| words.compare)}
                    {page(Route::Sectors, |words| words.sectors)}
                    {page(Route::Sources, |words| words.sources)}
                    {page(Route::Data, |words| words.data)}
                </ul>
            </nav>
            <div class="reader-choices">
                {ReaderChoice::ALL.map(|choice| reader_choice(app, choice, choice.name()))}
            </div>
        </header>
    }
}
