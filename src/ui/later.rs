//! What comes later: drawings, and parts of the page with their code.

use crate::draw::Node;
use crate::platform::focus::focus_drawn;
use crate::platform::guard;
use crate::present::claims::CellKey;
use crate::ui::blocks::Drawn;
use crate::ui::reactive::{effect, live, next_of};
use crate::ui::state::{AppState, Made, NotThere, Wanted, make};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// How it stands.
#[derive(Clone, PartialEq)]
enum Stage {
    Coming,
    There(Node),
    /// The view has no such thing.
    Nothing,
    Failed,
}

/// Draws what is wanted of the view once it can be made, and again whenever the view changes.
#[component]
pub fn Later(
    /// What everything reads.
    app: AppState,
    /// What to draw.
    wanted: Wanted,
) -> impl IntoView {
    let stage = RwSignal::new(Stage::Coming);
    let asked = StoredValue::new(0_u32);
    effect(move || {
        app.attempt.track();
        let Some(scene) = app.scene(wanted.clone()) else { return };
        let number = next_of(asked);
        spawn_local(async move {
            let made = make(Box::new(scene)).await.map(|made| *made);
            // The view has changed meanwhile, or the page was left.
            if asked.try_get_value() != Some(number) {
                return;
            }
            let next = match made {
                Ok(Made::Drawing(node)) => Stage::There(node),
                Ok(_) => Stage::Nothing,
                Err(_) => {
                    // A kiosk has nobody to ask again, and begins anew; elsewhere there is no watchdog.
                    let _ = guard::ask("fault", &["a part of the program did not come"]);
                    Stage::Failed
                }
            };
            // The same drawing stays as it is, with what is unfolded in it.
            if stage.try_with_untracked(|stage| *stage != next) == Some(true) {
                let _ = stage.try_set(next);
            }
        });
    });
    let open = Callback::new(move |mark: String| app.open_cell.set(CellKey::of_mark(&mark)));
    live(move || {
        let words = app.view.words.get();
        match stage.get() {
            Stage::There(node) => view! { <Drawn node on_open=open /> }.into_any(),
            Stage::Coming => view! { <p class="hint" role="status">{words.loading}</p> }.into_any(),
            Stage::Nothing => ().into_any(),
            Stage::Failed => missing(app),
        }
    })
}

/// Draws something whose code comes later.
pub type Draw = fn(AppState) -> AnyView;
/// Fetches that code.
pub type Fetch = fn() -> Pin<Box<dyn Future<Output = Result<Draw, NotThere>>>>;

/// What is drawn by code that comes later, at once if it is there. Until then, and if it does not come, stands what
/// `instead` draws, which is told whether it failed; `focus` names what the focus moves to once it came late.
pub fn once_there(app: AppState, fetch: Fetch, focus: Option<&'static str>, instead: fn(AppState, bool) -> AnyView) -> AnyView {
    let mut first = fetch();
    if let Poll::Ready(Ok(draw)) = first.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        return draw(app);
    }
    let first = RefCell::new(Some(first));
    let fetched = RwSignal::new(None);
    effect(move || {
        app.attempt.track();
        // What has come is not drawn anew because something else did not come.
        if fetched.with_untracked(|fetched| matches!(fetched, Some(Ok(_)))) {
            return;
        }
        let coming = first.take().unwrap_or_else(fetch);
        spawn_local(async move {
            let draw = coming.await;
            if draw.is_err() {
                // A kiosk has nobody to ask again, and begins anew; elsewhere there is no watchdog.
                let _ = guard::ask("fault", &["a part of the program did not come"]);
            }
            let _ = fetched.try_set(Some(draw));
            if let Some(id) = focus {
                focus_drawn(id);
            }
        });
    });
    live(move || match fetched.get() {
        Some(Ok(draw)) => draw(app),
        failed => instead(app, failed.is_some()),
    })
}

/// What stands in place of what did not come: it says so, and asks again for all that did not come at once.
pub fn missing(app: AppState) -> AnyView {
    let words = app.view.words.get();
    let again = move |_| app.attempt.update(|attempt| *attempt += 1);
    view! {
        <p class="hint" role="alert">{words.part_missing}</p>
        <button type="button" class="button" on:click=again>{words.retry}</button>
    }
    .into_any()
}
