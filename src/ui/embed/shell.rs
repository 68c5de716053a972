//! The frame of an embedded page: what the partner should know, the page, and the way to all of it.

use super::clothes::put_on;
use super::height::tell;
use crate::address::{EmbedQuery, QueryFault, href};
use crate::domain::catalogue::Catalogue;
use crate::domain::id::AttributeId;
use crate::platform::document;
use crate::present::notice::NoticeView;
use crate::ui::blocks::{Logo, NoticeBar};
use crate::ui::reactive::{derived, memo, say};
use crate::ui::shell::{Notices, PageClaims, RatesLine};
use crate::ui::state::AppState;
use leptos::prelude::*;

/// The shell of an embedded page.
pub(super) fn shell(app: AppState) -> AnyView {
    document::remove_shell();
    let (asked, faults) = EmbedQuery::read(untrack(|| app.view.surface()).embedded());
    document::set_mark("lock", if asked.is_locked { "on" } else { "off" });
    app.library.pick(asked.picked.clone());
    tell(app, asked.height);
    let is_corrected = put_on(app, asked.clone());

    let words = app.view.words;
    let picked = StoredValue::new(asked.picked);
    let is_picked = move || picked.with_value(|picked| app.library.with(|data| picked.iter().any(|id| is_shown(data, id))));
    let of_partner = memo(move || {
        let words = words.get();
        let said = [(is_picked() == Some(true), words.rows_picked), (is_corrected.get(), words.colours_changed)];
        let said: Vec<&str> = said.into_iter().filter_map(|(is_so, text)| is_so.then_some(text)).collect();
        (!said.is_empty()).then(|| NoticeView { text: said.join(" "), details: Vec::new() })
    });
    let further = move || {
        let unknown = picked.with_value(|picked| app.library.with(|data| unknown(data, picked))).unwrap_or_default();
        faults.iter().cloned().chain(unknown).collect()
    };
    let whole = derived(move || app.view.route.with(|route| href(route, &app.view.query.get())));
    view! {
        <Notices app further=Box::new(further) />
        <div class="notices" role="status">
            <NoticeBar notice=of_partner words />
        </div>
        <RatesLine app />
        <main id="content" class="page" tabindex="-1">{(app.page)(app)}</main>
        <footer class="credit">
            <a class="credit__link" href=whole target="_blank" rel="noopener">
                <Logo />
                {say(words, |words| words.credit)}
            </a>
        </footer>
        <PageClaims app />
    }
    .into_any()
}

fn is_shown(catalogue: &Catalogue, attribute: &AttributeId) -> bool {
    catalogue.attributes().get(attribute).is_some()
}

/// The picks that there are no attributes for.
fn unknown(catalogue: &Catalogue, picked: &[AttributeId]) -> Vec<QueryFault> {
    let unknown = picked.iter().filter(|id| !is_shown(catalogue, id));
    unknown.map(|id| QueryFault::BadValue { name: "pick", value: id.to_string() }).collect()
}
