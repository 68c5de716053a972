//! The frame of the kiosk: the pages with their controls within reach, or the kiosk showing itself while nobody is there.

use super::asking::Asking;
use super::attract::Attract;
use super::code::Codes;
use super::keyboard::Keyboard;
use super::reach::Reach;
use super::staff::Staff;
use super::state::Kiosk;
use crate::platform::document;
use crate::session::Phase;
use crate::ui::reactive::{live, memo};
use crate::ui::shell::PageClaims;
use crate::ui::state::AppState;
use leptos::prelude::*;

/// The kiosk around a page.
pub(super) fn shell(app: AppState) -> AnyView {
    document::remove_shell();
    let kiosk = Kiosk::begin(app);
    let words = kiosk.words();
    let phase = kiosk.phase();
    // The question stands over the visitor's page, which stays as it is beneath.
    let is_alone = memo(move || phase.get() == Phase::Alone);
    live(move || {
        let words = words.get()?;
        let body = if is_alone.get() {
            view! { <Attract kiosk words /> }.into_any()
        } else {
            view! {
                <main id="content" class="page kiosk-page" tabindex="-1">{(app.page)(app)}</main>
                <footer class="kiosk-foot">
                    <Keyboard kiosk words />
                    <Reach kiosk words />
                </footer>
                <PageClaims app />
                <Codes kiosk words />
                <Asking kiosk words />
            }
            .into_any()
        };
        Some(view! {
            {body}
            <Staff kiosk words />
        })
    })
}
