//! The partner's colours, letters and corners, put on the document.

use crate::address::{EmbedQuery, Theme};
use crate::domain::record::name_of;
use crate::platform::document;
use crate::present::dress::dress;
use crate::ui::reactive::effect;
use crate::ui::state::AppState;
use leptos::prelude::*;

/// Puts them on, and again when the address asks for another theme. Says whether a colour was changed so that it can be read.
pub(super) fn put_on(app: AppState, asked: EmbedQuery) -> RwSignal<bool> {
    let is_corrected = RwSignal::new(false);
    effect(move || {
        let is_dark = match app.view.query.read().theme {
            Theme::Auto => document::prefers_dark(),
            theme => theme == Theme::Dark,
        };
        let dress = dress(&asked, is_dark);
        for (name, value) in &dress.properties {
            document::set_property(name, value);
        }
        if let Some(theme) = dress.theme {
            document::set_theme(name_of(&Theme::ALL, theme));
        }
        is_corrected.set(dress.is_corrected);
    });
    is_corrected
}
