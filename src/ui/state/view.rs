//! The view: read from the address, and changed only by going to another one.
//!
//! The router's own query map is not used: it decodes values twice (leptos#4731). The raw text is parsed once, in the
//! pure half.

use super::Speech;
use crate::address::{QueryFault, Route, ViewQuery, href};
use crate::domain::date::PartialDate;
use crate::platform::{clock, document};
use crate::present::reader::Reader;
use crate::present::words::Words;
use crate::ui::reactive::{derived, memo};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

/// How a change of view enters the history.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// A new place, which "back" leaves again.
    Visit,
    /// A refinement of the place, such as a letter typed.
    Refine,
}

/// Which page is asked for, and which view of it.
#[derive(Clone, Copy)]
pub struct ViewState {
    /// The page.
    pub route: Memo<Route>,
    /// The view.
    pub query: Memo<ViewQuery>,
    /// What in the address could not be used.
    pub faults: Memo<Vec<QueryFault>>,
    /// For whom views are made.
    pub reader: Memo<Reader>,
    /// The words of the interface.
    pub words: Signal<&'static Words>,
    /// Whether the window was too narrow for two columns when the app started.
    pub is_narrow: bool,
    go: Callback<(String, Step)>,
}

impl ViewState {
    /// Reads the address from now on. Must be called inside the router.
    #[must_use]
    pub fn of_address(speech: Speech) -> Self {
        let location = use_location();
        let base = document::base_path();
        let route = memo(move || {
            let path = location.pathname.get();
            Route::parse(path.strip_prefix(base.trim_end_matches('/')).unwrap_or(&path))
        });
        let parsed = memo(move || ViewQuery::parse(&location.search.read()));
        let query = memo(move || parsed.read().0.clone());
        let faults = memo(move || parsed.read().1.clone());
        speech.follow(query);
        let reader = memo(move || {
            let tongue = speech.tongue.get();
            Reader::of(&query.read(), tongue.words, tongue.texts, today())
        });
        let navigate = use_navigate();
        let go = Callback::new(move |(href, step): (String, Step)| {
            let options =
                NavigateOptions { resolve: false, replace: step == Step::Refine, scroll: false, ..NavigateOptions::default() };
            navigate(&document::absolute(&href), options);
        });
        let words = derived(move || speech.tongue.get().words);
        Self { route, query, faults, reader, words, is_narrow: document::is_narrow(), go }
    }

    /// Goes to a link.
    pub fn follow(self, href: String, step: Step) {
        self.go.run((href, step));
    }

    /// Goes to another view of the same page.
    pub fn set(self, query: &ViewQuery, step: Step) {
        let link = self.route.with_untracked(|route| href(route, query));
        self.follow(link, step);
    }
}

fn today() -> PartialDate {
    let (year, month, day) = clock::today();
    PartialDate::Day(year, month, day)
}
