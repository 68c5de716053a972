//! The root: the router around everything, the shell around a page, and the page that the address names.

use super::pages::{ComparePage, DataPage, ExplorePage, NotFoundPage, RecordPage, SectorPage, SectorsPage, SourcesPage};
use super::shell::SiteShell;
use super::state::{AppState, Library, Speech, ViewState};
use crate::address::Route;
use crate::platform::{document, focus};
use crate::ui::reactive::{effect, live};
use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::location::{BrowserUrl, LocationProvider};

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    // The base comes without its closing slash, as the router compares prefixes.
    let base = document::base_path().trim_end_matches('/').to_owned();
    let speech = Speech::begin();
    // The static shell stands until there are words to replace it with.
    live(move || {
        speech.get().map(|speech| {
            view! {
                <Router base=base.clone()>
                    <Site speech />
                </Router>
            }
        })
    })
}

/// The shell with the page in it. The router's own route table is left out: [`Route`] reads paths, and tests read it.
#[component]
fn Site(speech: Speech) -> impl IntoView {
    let app = AppState {
        library: Library::open(),
        speech,
        view: ViewState::of_address(speech),
        open_cell: RwSignal::new(None),
        title: RwSignal::new(String::new()),
    };
    complete_navigations(app);
    dress_document(app);
    document::remove_shell();
    let page = live(move || match app.view.route.get() {
        Route::Explore => view! { <ExplorePage app /> }.into_any(),
        Route::Compare => view! { <ComparePage app /> }.into_any(),
        Route::Pair(_) | Route::Park(_) | Route::Context(_) => view! { <RecordPage app /> }.into_any(),
        Route::Sectors => view! { <SectorsPage app /> }.into_any(),
        Route::Sector(_) => view! { <SectorPage app /> }.into_any(),
        Route::Sources => view! { <SourcesPage app /> }.into_any(),
        Route::Data => view! { <DataPage app /> }.into_any(),
        Route::NotFound(_) => view! { <NotFoundPage app /> }.into_any(),
    });
    view! { <SiteShell app>{page}</SiteShell> }
}

/// Tells the router that a page is drawn, which is its cue to write the address bar. Its route table would do that.
fn complete_navigations(app: AppState) {
    let history = use_context::<BrowserUrl>();
    effect(move || {
        app.view.route.track();
        if let Some(history) = &history {
            history.ready_to_complete();
        }
    });
}

/// Keeps language and theme of the document in step with the view, and on a new page closes what is open over the
/// old one and moves the focus to the heading, so that a screen reader begins there.
fn dress_document(app: AppState) {
    effect(move || {
        let words = app.view.words.get();
        let title = app.title.get();
        document::set_title(&words.page_title(if title.is_empty() { words.tagline } else { &title }));
    });
    effect(move || document::set_language(app.view.reader.get().lang.tag()));
    effect(move || {
        let theme = app.view.query.get().theme;
        document::set_theme(crate::domain::record::name_of(&crate::address::Theme::ALL, theme));
    });
    let key = StoredValue::new(None);
    focus::watch(move |focused| key.set_value(focused));
    effect(move || {
        app.view.query.track();
        if let Some(key) = key.try_get_value().flatten() {
            focus::restore(key);
        }
    });
    let before = StoredValue::new(app.view.route.get_untracked());
    effect(move || {
        let route = app.view.route.get();
        if before.try_get_value().is_some_and(|before| before != route) {
            before.set_value(route);
            app.open_cell.set(None);
            focus::focus(super::pages::HEADING);
        }
    });
}
