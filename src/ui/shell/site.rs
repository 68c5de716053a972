//! The site shell: header with navigation and choices, notices, the page, the claims over it, and the footer.

use super::{Notices, PageClaims, RatesLine};
use crate::address::{CURRENCIES, Route, Surface, Theme, Units, ViewQuery, href};
use crate::domain::names::Lang;
use crate::domain::record::{name_of, named};
use crate::domain::unit::Currency;
use crate::platform::focus;
use crate::ui::blocks::{ChoiceList, Logo};
use crate::ui::later::Later;
use crate::ui::reactive::{derived, live, say};
use crate::ui::state::{AppState, Step, Wanted};
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
        <Notices app further=Box::new(Vec::new) />
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
    let is_site = app.view.surface() == Surface::Site;
    let page = |route: Route, label: fn(&'static crate::present::words::Words) -> &'static str| {
        let link = {
            let route = route.clone();
            derived(move || href(&route, &app.view.query.get().carried()))
        };
        let is_here = derived(move || (is_site && app.view.route.get() == route).then_some("page"));
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
