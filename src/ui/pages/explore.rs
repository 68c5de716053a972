//! Explore: pairs or parks, narrowed and sorted, as cards or in a table.

use super::frame::lasting_page;
use super::{HEADING, TakeAlong};
use crate::address::ViewQuery;
use crate::domain::catalogue::{Catalogue, DataFile, Of};
use crate::present::explore::{ExploreView, PAGE, ResultsView, explore_view};
use crate::present::link::LinkView;
use crate::present::reader::Reader;
use crate::present::words::Words;
use crate::ui::blocks::{Card, ChoiceList, FacetList, ResultTable, SearchBox, Tabs, Tray};
use crate::ui::reactive::{derived, effect, live, memo, part, say};
use crate::ui::state::{AppState, Step};
use leptos::prelude::*;

/// The Explore page.
#[component]
pub fn ExplorePage(
    /// What everything reads.
    app: AppState,
) -> impl IntoView {
    let words = app.view.words;
    let shown = RwSignal::new(PAGE);
    // A new question starts with its first page again.
    let question = memo(move || {
        let query = app.view.query.read();
        (query.of, query.filters.clone(), query.sort)
    });
    let shown_for = Memo::new(move |before: Option<&(usize, _)>| {
        let (asked, shown_now) = (question.get(), shown.get());
        let is_same = before.is_some_and(|(_, before)| *before == asked);
        if !is_same {
            shown.set(PAGE);
        }
        (if is_same { shown_now } else { PAGE }, asked)
    });
    // Without the list's own file, "0 pairs" would be a false statement.
    let needs = |query: &ViewQuery| match query.of {
        Of::Pairs => [DataFile::Pairs, DataFile::Parks].as_slice(),
        Of::Parks => [DataFile::Parks].as_slice(),
    };
    let make = move |catalogue: &Catalogue, query: &ViewQuery, reader: &Reader| {
        explore_view(catalogue, query, shown_for.get().0, reader)
    };
    effect(move || app.title.set(words.get().explore.to_owned()));
    view! {
        <div class="page-head">
            <h1 class="page-head__title" id=HEADING tabindex="-1">{say(words, |words| words.explore_title)}</h1>
            <p class="page-head__lead">{say(words, |words| words.explore_lead)}</p>
        </div>
        {lasting_page(app, needs, make, move |view| view! { <Results app view words shown /> }.into_any())}
    }
}

#[component]
fn Results(
    app: AppState,
    view: Signal<Option<ExploreView>>,
    words: Signal<&'static Words>,
    shown: RwSignal<usize>,
) -> impl IntoView {
    let visit = Callback::new(move |href: String| app.view.follow(&href, Step::Visit));
    let refine = Callback::new(move |href: String| app.view.follow(&href, Step::Refine));
    let search = Callback::new(move |text: String| {
        let mut query = app.view.query.get_untracked();
        query.filters.text = text.trim().to_owned();
        app.view.set(&query, Step::Refine);
    });
    // On a phone the results come first; the filters unfold on demand.
    let is_open = (!app.view.is_narrow).then_some("");
    view! {
        <div class="explore">
            <div class="explore__filters">
                <SearchBox text=derived(move || app.view.query.read().filters.text.clone()) words has_keyboard=app.view.is_kiosk() on_search=search />
                <details open=is_open>
                    <summary class="explore__fold-name">{say(words, |words| words.filters)}</summary>
                    {live(move || view.get().map(|view| view! { <FacetList facets=view.facets on_toggle=visit /> }))}
                </details>
                {live(move || {
                    let clear = view.get().and_then(|view| view.clear);
                    clear.map(|href| view! { <a class="button" href=href data-noscroll="">{words.get().clear_filters}</a> })
                })}
            </div>
            <section class="explore__results" aria-labelledby="result-count">
                <div class="explore__bar">
                    <h2 id="result-count">
                        <span role="status">
                            {part(view, |view| view.count.clone())}
                            " " <span class="explore__total">{part(view, |view| view.narrowed.clone())}</span>
                        </span>
                    </h2>
                    {live(move || view.get().map(|view| choices(&view, words.get(), refine)))}
                    <TakeAlong app />
                </div>
                {live(move || view.get().map(|view| found(view, words.get(), refine, shown)))}
            </section>
        </div>
        {live(move || view.get().map(|view| view! { <Tray tray=view.tray words=words.get() /> }))}
    }
}

/// List, order and form.
fn choices(view: &ExploreView, words: &'static Words, on_choose: Callback<String>) -> impl IntoView + use<> {
    let sorts: Vec<(String, String)> = view.sorts.iter().map(|choice| (choice.href.clone(), choice.label.clone())).collect();
    let current = view.sorts.iter().find(|choice| choice.is_current).map(|choice| choice.href.clone()).unwrap_or_default();
    view! {
        <div class="explore__choices">
            <Tabs label=words.list_of choices=view.of.clone() key="of" />
            <Tabs label=words.show_as choices=view.views.clone() key="view" />
            <ChoiceList name="sort" label=words.sort_by.to_owned() options=sorts current on_choose />
        </div>
    }
}

/// What was found, or what to drop so that something is.
fn found(view: ExploreView, words: &'static Words, on_pick: Callback<String>, shown: RwSignal<usize>) -> impl IntoView {
    let hidden = view.hidden;
    let list = view.of.iter().find(|choice| choice.is_current).map(|choice| choice.label.clone()).unwrap_or_default();
    let results = match view.results {
        ResultsView::Cards(cards) if !cards.is_empty() => {
            let cards = cards.into_iter().map(|card| view! { <li><Card card words on_pick /></li> });
            view! { <ul class="cards">{cards.collect_view()}</ul> }.into_any()
        }
        ResultsView::Table { heads, rows } if !rows.is_empty() => {
            view! { <ResultTable heads rows caption=list words on_pick /> }.into_any()
        }
        _ => nothing(view.relaxations, words).into_any(),
    };
    view! {
        {view.notices.into_iter().map(|line| view! { <p class="hint" role="status">{line}</p> }).collect_view()}
        {(!view.elsewhere.is_empty()).then(|| elsewhere(view.elsewhere, words))}
        {results}
        {(hidden > 0).then(|| view! {
            <button type="button" class="button" data-key="more" on:click=move |_| shown.update(|shown| *shown += PAGE)>
                {format!("{} ({hidden})", words.show_more)}
            </button>
        })}
    }
}

/// Pages of other things that the free text names.
fn elsewhere(links: Vec<LinkView>, words: &'static Words) -> impl IntoView {
    let link = |link: LinkView| view! { <li><a href=link.href>{link.label}</a></li> };
    view! {
        <nav class="elsewhere" aria-label=words.also_found>
            <span class="quiet" aria-hidden="true">{words.also_found}</span>
            <ul class="link-list__links">{links.into_iter().map(link).collect_view()}</ul>
        </nav>
    }
}

fn nothing(ways: Vec<LinkView>, words: &'static Words) -> impl IntoView {
    let way = |way: LinkView| view! { <li><a href=way.href data-noscroll="">{way.label}</a></li> };
    view! {
        <div class="nothing">
            <h3>{words.nothing_found}</h3>
            {(!ways.is_empty()).then(|| view! {
                <p>{words.nothing_found_lead}</p>
                <ul>{ways.into_iter().map(way).collect_view()}</ul>
            })}
        </div>
    }
}
