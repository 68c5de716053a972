//! The page: its words, what is chosen, and how that changes.

use super::form::Form;
use super::lines::Lines;
use crate::address::{EmbedQuery, Surface};
use crate::domain::names::Lang;
use crate::language::share_words;
use crate::platform::document;
use crate::platform::fetch::fetch;
use crate::present::notice::address_notice;
use crate::present::share::{ShareView, ShareWords, share_view};
use crate::ui::blocks::{Coming, Loading, NoticeBar};
use crate::ui::later::missing;
use crate::ui::reactive::{effect, live, memo, next_of};
use crate::ui::shell::SiteShell;
use crate::ui::state::{AppState, Step};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// No file of words is as large.
const MAX_BYTES: usize = 100_000;
/// After this long a file of words is given up, in milliseconds.
const TIMEOUT: i32 = 20_000;

/// What is chosen, and how it changes. All of it stands in the address.
#[derive(Clone, Copy)]
pub(super) struct Share {
    pub(super) app: AppState,
    pub(super) view: Memo<Option<ShareView>>,
    pub(super) asked: Memo<EmbedQuery>,
}

impl Share {
    fn of(app: AppState) -> Self {
        let view = memo(move || {
            let (route, query, reader) = (app.view.route.get(), app.view.query.get(), app.view.reader.get());
            let surface = app.view.surface();
            app.library.with(|catalogue| share_view(catalogue, &route, &query, surface.embedded(), &reader))
        });
        Self { app, view, asked: memo(move || EmbedQuery::read(app.view.surface().embedded()).0) }
    }

    /// Asks something else of the frame.
    pub(super) fn ask(self, change: impl FnOnce(&mut EmbedQuery)) {
        let mut asked = self.asked.get_untracked();
        change(&mut asked);
        let parameters = asked.parameters().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let link = untrack(move || crate::address::href(&self.app.view.route.read(), &self.app.view.query.read()));
        self.app.view.follow_on(&Surface::Share(parameters), &link, Step::Refine);
    }
}

/// The page within the site's frame.
pub(super) fn shell(app: AppState) -> AnyView {
    document::remove_shell();
    view! { <SiteShell app><SharePage app /></SiteShell> }.into_any()
}

#[component]
fn SharePage(app: AppState) -> impl IntoView {
    let share = Share::of(app);
    let words = words(app);
    let faults = memo(move || {
        let (_, faults) = EmbedQuery::read(app.view.surface().embedded());
        address_notice(&faults, &app.view.reader.get())
    });
    live(move || match words.get() {
        None => view! { <Loading coming=Coming::Columns is_slow=false words=app.view.words.get() /> }.into_any(),
        Some(None) => {
            view! { <h1 id="page-heading" tabindex="-1">{app.view.words.get().failed_title}</h1> {missing(app)} }.into_any()
        }
        Some(Some(words)) => {
            app.title.set(words.title.to_owned());
            view! {
                <div class="page-head">
                    <h1 class="page-head__title" id="page-heading" tabindex="-1">{words.title}</h1>
                    <p class="page-head__lead">{words.lead}</p>
                </div>
                <div class="notices" role="status"><NoticeBar notice=faults words=app.view.words /></div>
                <div class="share">
                    <Form share words />
                    <Lines share words />
                </div>
            }
            .into_any()
        }
    })
}

/// The words of the page in the language of the moment: `None` while they come, `Some(None)` when they can't be had.
fn words(app: AppState) -> RwSignal<Option<Option<&'static ShareWords>>> {
    let words = RwSignal::new(None);
    let asked = StoredValue::new(0_u32);
    effect(move || {
        app.attempt.track();
        let lang: Lang = app.view.reader.get().lang;
        let number = next_of(asked);
        spawn_local(async move {
            let file = fetch(&format!("words/share/{}.json", lang.tag()), MAX_BYTES, TIMEOUT).await;
            let read = file.ok().and_then(|file| share_words(lang, &file).ok());
            // Another language was asked for meanwhile, or the page was left.
            if asked.try_get_value() == Some(number) {
                let _ = words.try_set(Some(read));
            }
        });
    });
    words
}
