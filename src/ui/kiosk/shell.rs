//! The frame of the kiosk: the pages with their controls within reach, or the kiosk showing itself while nobody is there.

use super::asking::Asking;
use super::attract::Attract;
use super::code::Codes;
use super::halves::halves;
use super::keyboard::Keyboard;
use super::reach::Reach;
use super::staff::Staff;
use super::state::{Kiosk, Panel};
use crate::address::Route;
use crate::platform::document;
use crate::present::kiosk::{KioskWords, slide_of};
use crate::session::Phase;
use crate::ui::reactive::{effect, live, memo};
use crate::ui::shell::{PageClaims, RatesLine};
use crate::ui::state::AppState;
use leptos::html;
use leptos::prelude::*;

/// The kiosk around a page.
pub(super) fn shell(app: AppState) -> AnyView {
    document::remove_shell();
    let kiosk = Kiosk::begin(app);
    let words = kiosk.words();
    let phase = kiosk.phase();
    // The question stands over the visitor's page, which stays as it is beneath. So does the page when its language
    // changes: only what says the kiosk's own words is drawn anew.
    let is_ready = memo(move || words.with(Option::is_some));
    let is_alone = memo(move || phase.get() == Phase::Alone);
    let has_staff = memo(move || kiosk.panel.get() == Some(Panel::Staff));
    // What sticks to the lower edge, or ends there, ends above the controls. They stay in place for all visitors.
    let foot = NodeRef::<html::Footer>::new();
    effect(move || {
        if let Some(foot) = foot.get() {
            document::follow_height(&foot, "--foot");
        }
    });
    live(move || {
        if !is_ready.get() {
            return None;
        }
        let controls = move || words.get().filter(|_| !is_alone.get());
        let body = move || {
            if is_alone.get() {
                return live(move || words.get().map(|words| view! { <Attract kiosk words /> }));
            }
            view! {
                <RatesLine app />
                <main id="content" class="page kiosk-page" tabindex="-1">
                    {live(move || kiosk.lacking(words.get()?).map(|lacking| view! { <p class="kiosk-page__lacking" role="status">{lacking}</p> }))}
                    {live(move || opening(kiosk, words.get()?))}
                    {(app.page)(app)}
                </main>
                <PageClaims app />
            }
            .into_any()
        };
        Some(view! {
            {live(body)}
            <footer class="kiosk-foot" node_ref=foot>
                {live(move || controls().filter(|_| !has_staff.get()).map(|words| view! { <Keyboard kiosk words /> }))}
                {live(move || controls().map(|words| view! { <Reach kiosk words /> }))}
            </footer>
            {live(move || controls().map(|words| view! { <Codes kiosk words /> <Asking kiosk words /> }))}
            {live(move || words.get().map(|words| view! { <Staff kiosk words /> }))}
        })
    })
}

/// What the page of a pair opens with, as a visitor has just seen it: the halves with their figures.
fn opening(kiosk: Kiosk, words: &'static KioskWords) -> Option<impl IntoView> {
    let Route::Pair(pair) = kiosk.app.view.route.get() else { return None };
    let reader = kiosk.app.view.reader.get();
    let slide = kiosk.app.library.with(|catalogue| slide_of(catalogue, &pair, &reader))??;
    Some(view! { <div class="kiosk-page__opening">{halves(slide.halves, words, kiosk.app.view.words.get())}</div> })
}
