//! The root: the shell around a page, and the page that the address names.

use super::pages::{ComparePage, ExplorePage, RecordPage, later_page, not_found};
use super::shell::SiteShell;
use super::state::{AppState, Carrying, Library, Remote, Speech, ViewState, prepare};
use super::{embed, kiosk, share};
use crate::address::{Route, Surface};
use crate::platform::{clock, document, focus};
use crate::ui::reactive::{LastingSignal, effect, live};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// After this long with its data a page is taken to be drawn, in milliseconds.
const SETTLED: i32 = 1_500;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let speech = Speech::begin();
    // The static shell stands until there are words to replace it with.
    live(move || speech.get().map(|speech| view! { <Site speech /> }))
}

/// The shell of the address with the page in it.
#[component]
fn Site(speech: Speech) -> AnyView {
    let app = AppState {
        library: Library::open(),
        speech,
        view: ViewState::of_address(speech),
        open_cell: LastingSignal::new(None),
        attempt: LastingSignal::new(0),
        carrying: Carrying::begin(),
        title: LastingSignal::new(String::new()),
        page,
    };
    dress_document(app);
    fetch_the_rest(app);
    match app.view.surface() {
        Surface::Kiosk(_) => return kiosk::open(app),
        Surface::Embed(_) => return embed::open(app),
        Surface::Share(_) => return share::open(app),
        Surface::Site => {}
    }
    document::remove_shell();
    view! { <SiteShell app>{page(app)}</SiteShell> }.into_any()
}

/// The page of the address.
fn page(app: AppState) -> AnyView {
    live(move || match app.view.route.get() {
        Route::Explore => view! { <ExplorePage app /> }.into_any(),
        Route::Compare => view! { <ComparePage app /> }.into_any(),
        Route::Pair(_) | Route::Park(_) | Route::Context(_) => view! { <RecordPage app /> }.into_any(),
        Route::Sectors | Route::Sector(_) | Route::Sources | Route::Data => later_page(app),
        Route::NotFound(_) => not_found(app),
    })
}

/// Fetches the part of the program that comes later once the page has all it needs now.
fn fetch_the_rest(app: AppState) {
    let is_asked = StoredValue::new(false);
    effect(move || {
        let is_ready = app.library.loaded.with(|loaded| matches!(loaded, Remote::Ready(_)));
        if is_ready && is_asked.try_get_value() == Some(false) {
            is_asked.set_value(true);
            spawn_local(async {
                clock::wait(SETTLED).await;
                prepare().await;
            });
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
