//! The site shell: header with navigation and choices, notices, the page, the claims over it, and the footer.

use crate::address::{Route, Theme, Units, ViewQuery, href};
use crate::domain::names::Lang;
use crate::domain::record::{name_of, named};
use crate::platform::focus;
use crate::present::claims::claims_view;
use crate::present::notice::{NoticeView, address_notice, data_notice, load_error};
use crate::ui::blocks::{ChoiceList, ClaimsDialog, Logo, NoticeBar};
use crate::ui::reactive::{derived, memo, say};
use crate::ui::state::{AppState, Remote, Step};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// The frame of the public site.
#[component]
pub fn SiteShell(
    /// What everything reads.
    app: AppState,
    /// The page.
    children: Children,
) -> impl IntoView {
    let words = app.view.words;
    let skip = move |event: MouseEvent| {
        // With a <base>, a link to a fragment would lead away from the page.
        event.prevent_default();
        focus::focus("content");
    };
    let claims = memo(move || {
        let key = app.open_cell.get()?;
        let reader = app.view.reader.get();
        app.library.loaded.with(|loaded| match loaded {
            Remote::Ready(loaded) => claims_view(&loaded.catalogue, &key, &reader),
            _ => None,
        })
    });
    view! {
        <a class="skip-link" href="#content" on:click=skip>{say(words, |words| words.skip_to_content)}</a>
        <SiteHeader app />
        <Notices app />
        <main id="content" class="page" tabindex="-1">{children()}</main>
        <footer class="site-footer">
            <p class="site-footer__text">{say(words, |words| words.footer)}</p>
        </footer>
        <ClaimsDialog claims=claims words on_close=Callback::new(move |()| app.open_cell.set(None)) />
    }
}

/// The header: the name, the pages, and the reader's choices.
#[component]
fn SiteHeader(app: AppState) -> impl IntoView {
    let words = app.view.words;
    let page = |route: Route, label: fn(&'static crate::present::words::Words) -> &'static str| {
        let link = {
            let route = route.clone();
            derived(move || href(&route, &app.view.query.get().carried()))
        };
        let is_here = derived(move || (app.view.route.get() == route).then_some("page"));
        view! {
            <li>
                <a class="site-nav__link" href=link aria-current=is_here>
                    {say(words, label)}
                </a>
            </li>
        }
    };
    let home = derived(move || href(&Route::Explore, &app.view.query.get().carried()));
    view! {
        <header class="site-header">
            <a class="site-header__home" href=home>
                <Logo />
                <span class="site-header__name">{say(words, |words| words.site)}</span>
            </a>
            <nav class="site-nav" aria-label=say(words, |words| words.main_navigation)>
                <ul class="site-nav__list">
                    {page(Route::Explore, |words| words.explore)}
                    {page(Route::Compare, |words| words.compare)}
                    {page(Route::Sectors, |words| words.sectors)}
                    {page(Route::Sources, |words| words.sources)}
                    {page(Route::Data, |words| words.data)}
                </ul>
            </nav>
            <ReaderChoices app />
        </header>
    }
}

/// Language, land unit and theme.
#[component]
fn ReaderChoices(app: AppState) -> impl IntoView {
    let words = app.view.words;
    let set = move |change: &dyn Fn(&mut ViewQuery)| {
        let mut query = app.view.query.get_untracked();
        change(&mut query);
        app.view.set(&query, Step::Refine);
    };
    let languages =
        move || Lang::ALL.map(|lang| (lang.tag().to_owned(), crate::present::words::words(lang).language.to_owned())).to_vec();
    let units = move || {
        let words = words.get();
        let names = [words.units_source, words.units_metric, words.units_mu, words.units_acre, words.units_rai];
        Units::ALL.iter().zip(names).map(|((key, _), name)| ((*key).to_owned(), name.to_owned())).collect::<Vec<_>>()
    };
    let themes = move || {
        let words = words.get();
        let names = [words.theme_auto, words.theme_light, words.theme_dark];
        Theme::ALL.iter().zip(names).map(|((key, _), name)| ((*key).to_owned(), name.to_owned())).collect::<Vec<_>>()
    };
    view! {
        <div class="reader-choices">
            <ChoiceList
                name="lang"
                label=derived(move || words.get().language_label.to_owned())
                options=derived(languages)
                current=derived(move || app.view.reader.get().lang.tag().to_owned())
                on_choose=Callback::new(move |tag: String| set(&|query| query.lang = Lang::parse(&tag)))
            />
            <ChoiceList
                name="units"
                label=derived(move || words.get().units_label.to_owned())
                options=derived(units)
                current=derived(move || name_of(&Units::ALL, app.view.query.get().units).to_owned())
                on_choose=Callback::new(move |key: String| set(&|query| query.units = named(&Units::ALL, &key).unwrap_or_default()))
            />
            <ChoiceList
                name="theme"
                label=derived(move || words.get().theme_label.to_owned())
                options=derived(themes)
                current=derived(move || name_of(&Theme::ALL, app.view.query.get().theme).to_owned())
                on_choose=Callback::new(move |key: String| set(&|query| query.theme = named(&Theme::ALL, &key).unwrap_or_default()))
            />
        </div>
    }
}

/// What went wrong without stopping anything: the address, the network, files, records.
#[component]
fn Notices(app: AppState) -> impl IntoView {
    let words = app.view.words;
    let of_address = memo(move || {
        let asks_for_currency = app.view.query.read().currency.is_some();
        address_notice(&app.view.faults.read(), asks_for_currency, &app.view.reader.get())
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
        is_offline.then(|| NoticeView { text: (words.get().offline)(&app.library.loaded_at.get()), details: Vec::new() })
    });
    let retry = Callback::new(move |()| app.library.load());
    view! {
        <div class="notices" role="status">
            <NoticeBar notice=of_network words />
            <NoticeBar notice=of_files words on_retry=retry />
            <NoticeBar notice=of_data words />
            <NoticeBar notice=of_address words />
        </div>
    }
}
