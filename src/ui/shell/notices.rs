//! What went wrong without stopping anything, above the page.

use crate::address::QueryFault;
use crate::present::notice::{NoticeView, address_notice, data_notice, load_error};
use crate::ui::blocks::NoticeBar;
use crate::ui::reactive::memo;
use crate::ui::state::{AppState, Remote};
use leptos::prelude::*;

/// Tells what a shell could not use of the address.
type Further = Box<dyn Fn() -> Vec<QueryFault> + Send + Sync>;

/// The notices: of the address, the network, files, records.
#[component]
pub fn Notices(
    /// What everything reads.
    app: AppState,
    /// What else in the address could not be used.
    further: Further,
) -> impl IntoView {
    let words = app.view.words;
    let of_address = memo(move || {
        let mut faults = app.view.faults.get();
        faults.extend(further());
        address_notice(&faults, &app.view.reader.get())
    });
    let of_data = memo(move || {
        let reader = app.view.reader.get();
        app.library.loaded.with(|loaded| match loaded {
            Remote::Ready(loaded) => data_notice(&loaded.faults, &reader),
            _ => None,
        })
    });
    let of_files = memo(move || {
        let reader = app.view.reader.get();
        app.library.loaded.with(|loaded| match loaded {
            Remote::Ready(loaded) => {
                let details: Vec<String> =
                    loaded.failed().iter().map(|(file, error)| load_error(*file, error, &reader)).collect();
                (!details.is_empty()).then(|| NoticeView { text: reader.words().still_works.to_owned(), details })
            }
            _ => None,
        })
    });
    let of_network = memo(move || {
        let is_loaded = app.library.loaded.with(|loaded| matches!(loaded, Remote::Ready(_)));
        let is_offline = !app.library.is_online.get() && is_loaded;
        is_offline.then(|| NoticeView { text: words.get().offline(app.library.loaded_at.get()), details: Vec::new() })
    });
    let of_language = memo(move || {
        let text = words.get().language_missing(app.speech.missing.get()?.own_name());
        Some(NoticeView { text, details: Vec::new() })
    });
    let retry = Callback::new(move |()| app.library.load());
    let ask_again = Callback::new(move |()| {
        if let Some(lang) = app.speech.missing.get_untracked() {
            app.speech.ask(lang);
        }
    });
    view! {
        <div class="notices" role="status">
            <NoticeBar notice=of_network words />
            <NoticeBar notice=of_language words on_retry=ask_again />
            <NoticeBar notice=of_files words on_retry=retry />
            <NoticeBar notice=of_data words />
            <NoticeBar notice=of_address words />
        </div>
    }
}
