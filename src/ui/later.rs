//! A part of a page whose code and drawing come later.

use crate::draw::Node;
use crate::platform::guard;
use crate::present::claims::CellKey;
use crate::ui::blocks::Drawn;
use crate::ui::reactive::{effect, live, next_of};
use crate::ui::state::{AppState, Made, Wanted, make};
use leptos::prelude::*;
use leptos::task::spawn_local;

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
    // All that did not come is asked for again at once.
    let again = move |_| app.attempt.update(|attempt| *attempt += 1);
    live(move || {
        let words = app.view.words.get();
        match stage.get() {
            Stage::There(node) => view! { <Drawn node on_open=open /> }.into_any(),
            Stage::Coming => view! { <p class="hint" role="status">{words.loading}</p> }.into_any(),
            Stage::Nothing => ().into_any(),
            Stage::Failed => view! {
                <p class="hint" role="alert">{words.part_missing}</p>
                <button type="button" class="button" on:click=again>{words.retry}</button>
            }
            .into_any(),
        }
    })
}
