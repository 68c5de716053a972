//! Shells whose code is a part of the program of its own.

use crate::platform::document;
use crate::ui::later::{Fetch, missing, once_there};
use crate::ui::state::AppState;
use leptos::prelude::*;

/// A shell, once its code is there; the static one stands until then.
pub fn shell_apart(app: AppState, fetch: Fetch) -> AnyView {
    once_there(app, fetch, None, |app, has_failed| {
        has_failed
            .then(|| {
                document::remove_shell();
                view! { <main class="page">{missing(app)}</main> }
            })
            .into_any()
    })
}
