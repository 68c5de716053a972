//! The view: read from the address, and changed only by going to another one.

use super::Speech;
use crate::address::{QueryFault, Route, ViewQuery, href};
use crate::domain::date::PartialDate;
use crate::platform::history::{self, Place};
use crate::platform::{clock, document};
use crate::present::reader::Reader;
use crate::present::words::Words;
use crate::ui::reactive::{derived, memo};
use leptos::prelude::*;

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
    place: RwSignal<Place>,
}

impl ViewState {
    /// Reads the address from now on, and follows the links of the page.
    #[must_use]
    pub fn of_address(speech: Speech) -> Self {
        let place = RwSignal::new(history::here());
        history::on_travel(move || place.set(history::here()));
        history::on_link(move |address, keeps_place| {
            arrive(place, &address, Step::Visit);
            if !keeps_place {
                history::scroll_to_top();
            }
        });
        let base = document::base_path();
        let route = memo(move || {
            place.with(|place| Route::parse(place.path.strip_prefix(base.trim_end_matches('/')).unwrap_or(&place.path)))
        });
        let parsed = memo(move || place.with(|place| ViewQuery::parse(&place.search)));
        let query = memo(move || parsed.read().0.clone());
        let faults = memo(move || parsed.read().1.clone());
        speech.follow(query);
        let reader = memo(move || {
            let tongue = speech.tongue.get();
            Reader::of(&query.read(), tongue.words, tongue.texts, today())
        });
        let words = derived(move || speech.tongue.get().words);
        Self { route, query, faults, reader, words, is_narrow: document::is_narrow(), place }
    }

    /// Goes to a link.
    pub fn follow(self, href: &str, step: Step) {
        arrive(self.place, &document::absolute(href), step);
    }

    /// Goes to another view of the same page.
    pub fn set(self, query: &ViewQuery, step: Step) {
        let link = self.route.with_untracked(|route| href(route, query));
        self.follow(&link, step);
    }
}

/// Goes to an address of the site. Going where one is already is no step.
fn arrive(place: RwSignal<Place>, address: &str, step: Step) {
    let before = history::here();
    if format!("{}{}", before.path, before.search) != address {
        history::write(address, step == Step::Visit);
        place.set(history::here());
    }
}

fn today() -> PartialDate {
    let (year, month, day) = clock::today();
    PartialDate::Day(year, month, day)
}
