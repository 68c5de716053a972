//! The view: read from the address, and changed only by going to another one.

use super::Speech;
use crate::address::{Address, QueryFault, Route, Surface, ViewQuery, href};
use crate::domain::date::PartialDate;
use crate::platform::history::{self, Follows, Link, Place};
use crate::platform::{clock, document};
use crate::present::reader::Reader;
use crate::present::words::Words;
use crate::ui::reactive::{LastingMemo, LastingSignal, derived, lasting};
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
    pub route: LastingMemo<Route>,
    /// The view.
    pub query: LastingMemo<ViewQuery>,
    /// What in the address could not be used.
    pub faults: LastingMemo<Vec<QueryFault>>,
    /// For whom views are made.
    pub reader: LastingMemo<Reader>,
    /// The words of the interface.
    pub words: Signal<&'static Words>,
    /// Whether the window was too narrow for two columns when the app started.
    pub is_narrow: bool,
    /// On a kiosk, the places that the visitor came by; the browser's own history stays as short as it was.
    pub trail: LastingSignal<Vec<Place>>,
    /// On a kiosk, the address outside of it that was asked for last.
    pub leaving: LastingSignal<Option<String>>,
    place: LastingSignal<Place>,
    address: LastingMemo<Address>,
}

impl ViewState {
    /// Reads the address from now on, and follows the links of the page.
    #[must_use]
    pub fn of_address(speech: Speech) -> Self {
        let place = LastingSignal::new(history::here());
        let base = document::base_path();
        let parse = move |place: &Place| {
            Address::parse(place.path.strip_prefix(base.trim_end_matches('/')).unwrap_or(&place.path), &place.search)
        };
        let address = lasting(move || place.with(&parse));
        let route = lasting(move || address.read().route.clone());
        let query = lasting(move || address.read().query.clone());
        let faults = lasting(move || address.read().faults.clone());
        speech.follow(query);
        let reader = lasting(move || {
            let tongue = speech.tongue.get();
            Reader::of(&query.read(), tongue.words, tongue.texts, today())
        });
        let words = derived(move || speech.tongue.get().words);
        let view = Self {
            route,
            query,
            faults,
            reader,
            words,
            is_narrow: document::is_narrow(),
            trail: LastingSignal::new(Vec::new()),
            leaving: LastingSignal::new(None),
            place,
            address,
        };
        view.listen();
        view
    }

    /// Follows the links of the page, and the visitor who goes back or forward.
    fn listen(self) {
        let is_kiosk = self.is_kiosk();
        history::on_travel(move || {
            if is_kiosk {
                // Whatever led back, a gesture or a key, would lead out of the kiosk in the end.
                self.place.with_untracked(|place| history::write(&place.address(), true));
            } else {
                self.place.set(history::here());
            }
        });
        let follows = self.address.with_untracked(|address| match address.surface {
            Surface::Site => Follows::App,
            Surface::Kiosk(_) => Follows::All,
            // Only what refines the view stays in a partner's page; any other link opens the site beside it (`boot.js`).
            Surface::Embed(_) => Follows::Place,
            // From here a link leads back to the site, which begins anew.
            Surface::Share(_) => Follows::Place,
        });
        history::on_link(follows, move |link| match link {
            Link::Inside { below, keeps_place } => {
                self.follow(&below, Step::Visit);
                if !keeps_place {
                    history::scroll_to_top();
                }
            }
            Link::Outside(address) => self.leaving.set(Some(address)),
        });
    }

    /// The shell around the page. No link leads from one to another, but what is asked of a shell may change.
    #[must_use]
    pub fn surface(self) -> Surface {
        self.address.with(|address| address.surface.clone())
    }

    /// Whether the page stands on a kiosk.
    #[must_use]
    pub fn is_kiosk(self) -> bool {
        self.address.with_untracked(|address| address.surface.is_kiosk())
    }

    /// Whether the page stands in a partner's page.
    #[must_use]
    pub fn is_embed(self) -> bool {
        self.address.with_untracked(|address| address.surface.is_embed())
    }

    /// Goes to a link. Going where one is already is no step.
    pub fn follow(self, href: &str, step: Step) {
        self.follow_on(&untrack(|| self.surface()), href, step);
    }

    /// Goes to a link, and asks something else of the shell.
    pub fn follow_on(self, surface: &Surface, href: &str, step: Step) {
        let address = document::absolute(&surface.place_of(href));
        let before = self.place.get_untracked();
        if before.address() == address {
            return;
        }
        // Neither a kiosk's history nor that of a partner's page is ours to fill.
        let is_visit = step == Step::Visit;
        history::write(&address, is_visit && !self.is_kiosk() && !self.is_embed());
        if is_visit && self.is_kiosk() {
            self.trail.update(|trail| trail.push(before));
        }
        // Where the browser does not take the address, the view follows all the same.
        self.place.set(Place::at(&address));
    }

    /// On a kiosk, goes back to where the visitor came from.
    pub fn back(self) {
        if let Some(Some(place)) = self.trail.try_update(Vec::pop) {
            history::write(&place.address(), false);
            self.place.set(place);
        }
    }

    /// Goes to another view of the same page.
    pub fn set(self, query: &ViewQuery, step: Step) {
        let link = self.route.with_untracked(|route| href(route, query));
        self.follow(&link, step);
    }
}

fn today() -> PartialDate {
    let (year, month, day) = clock::today();
    PartialDate::Day(year, month, day)
}
