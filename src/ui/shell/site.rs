//! The site shell: header with navigation and choices, notices, the page, the claims over it, and the footer.

use super::PageClaims;
use crate::address::{CURRENCIES, Route, Theme, Units, ViewQuery, href};
use crate::domain::names::Lang;
use crate::domain::record::{name_of, named};
use crate::domain::unit::Currency;
use crate::platform::focus;
use crate::present::notice::{NoticeView, address_notice, data_notice, load_error};
use crate::present::rates::rates_view;
use crate::ui::blocks::{ChoiceList, Logo, NoticeBar};
use crate::ui::later::Later;
use crate::ui::reactive::{derived, live, memo, say};
use crate::ui::state::{AppState, Remote, Step, Wanted};
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
    view! {
        <a class="skip-link" href="#content" on:click=skip>{say(words, |words| words.skip_to_content)}</a>
        <SiteHeader app />
        <Notices app />
        <RatesLine app />
        <main id="content" class="page" tabindex="-1">{children()}</main>
        <footer class="site-footer">
            <p class="site-footer__text">{say(words, |words| words.footer)}</p>
        </footer>
        {live(move || app.carrying.is_printing.get().then(|| view! { <Later app wanted=Wanted::Dossier /> }))}
        <PageClaims app />
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

/// Language, land unit, currency and theme.
#[component]
fn ReaderChoices(app: AppState) -> impl IntoView {
    let set = move |change: fn(&mut ViewQuery, &str)| {
        Callback::new(move |key: String| {
            let mut query = app.view.query.get_untracked();
            change(&mut query, &key);
            app.view.set(&query, Step::Refine);
        })
    };
    let on_language = set(|query, tag| query.lang = Lang::parse(tag));
    let on_units = set(|query, key| query.units = named(&Units::ALL, key).unwrap_or_default());
    let on_currency = set(|query, key| query.currency = Currency::parse(key));
    let on_theme = set(|query, key| query.theme = named(&Theme::ALL, key).unwrap_or_default());
    let named_as = |key: &str, name: &str| (key.to_owned(), name.to_owned());
    live(move || {
        let words = app.view.words.get();
        let (units, theme) = app.view.query.with(|query| (query.units, query.theme));
        let lang = app.view.reader.get().lang;
        let languages = Lang::ALL.map(|lang| named_as(lang.tag(), lang.own_name())).to_vec();
        let unit_names = [words.units_source, words.units_metric, words.units_mu, words.units_acre, words.units_rai];
        let all_units = Units::ALL.iter().zip(unit_names).map(|((key, _), name)| named_as(key, name)).collect();
        let money = |currency: Currency| {
            let name = words.currency(currency);
            let label = if name == currency.code() { name.to_owned() } else { format!("{} {name}", currency.code()) };
            (currency.code().to_owned(), label)
        };
        let as_published = named_as("", words.money_as_published);
        let currencies = std::iter::once(as_published).chain(CURRENCIES.map(money)).collect();
        let currency = app.view.query.with(|query| query.currency.map_or("", Currency::code));
        let theme_names = [words.theme_auto, words.theme_light, words.theme_dark];
        let themes = Theme::ALL.iter().zip(theme_names).map(|((key, _), name)| named_as(key, name)).collect();
        let current = |name: &str| name.to_owned();
        view! {
            <div class="reader-choices">
                <ChoiceList name="lang" label=current(words.language_label) options=languages current=current(lang.tag()) on_choose=on_language />
                <ChoiceList name="units" label=current(words.units_label) options=all_units current=current(name_of(&Units::ALL, units)) on_choose=on_units />
                <ChoiceList name="ccy" label=current(words.currency_label) options=currencies current=current(currency) on_choose=on_currency />
                <ChoiceList name="theme" label=current(words.theme_label) options=themes current=current(name_of(&Theme::ALL, theme)) on_choose=on_theme />
            </div>
        }
    })
}

/// The rates by which money is converted, beside the choice of the currency.
#[component]
fn RatesLine(app: AppState) -> impl IntoView {
    let line = memo(move || {
        let (reader, query) = (app.view.reader.get(), app.view.query.read());
        app.library.with(|catalogue| rates_view(catalogue, &query, &reader))?
    });
    live(move || {
        line.get().map(|rates| {
            let name = rates.link.label.clone();
            view! {
                <aside class="rates" aria-label=name>
                    {rates.text} " " {rates.lacking.map(|lacking| view! { <strong>{lacking}</strong> " " })}
                    <a href=rates.link.href>{rates.link.label}</a>
                </aside>
            }
        })
    })
}

/// What went wrong without stopping anything: the address, the network, files, records.
#[component]
fn Notices(app: AppState) -> impl IntoView {
    let words = app.view.words;
    let of_address = memo(move || address_notice(&app.view.faults.read(), &app.view.reader.get()));
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
