//! Explore: pairs or parks, narrowed and sorted, as cards or in a table.

use super::HEADING;
use super::frame::lasting_page;
use crate::address::{View, ViewQuery};
use crate::domain::catalogue::{Catalogue, DataFile, Of};
use crate::platform::document;
use crate::present::explore::{CardView, ChoiceView, ExploreView, PAGE, ResultsView, explore_view};
use crate::present::reader::Reader;
use crate::present::words::Words;
use crate::ui::blocks::{Card, ChoiceList, FacetList, ResultTable, SearchBox, Tray};
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
    let visit = Callback::new(move |href: String| app.view.follow(href, Step::Visit));
    let refine = Callback::new(move |href: String| app.view.follow(href, Step::Refine));
    let search = Callback::new(move |text: String| {
        let mut query = app.view.query.get_untracked();
        query.filters.text = text.trim().to_owned();
        app.view.set(&query, Step::Refine);
    });
    let facets = part(view, |view| view.facets.clone());
    let tray = part(view, |view| Some(view.tray.clone()));
    let notices = part(view, |view| view.notices.clone());
    let clear = part(view, |view| view.clear.clone());
    // On a phone the results come first; the filters unfold on demand.
    let is_open = (!document::is_narrow()).then_some("");
    let hidden = part(view, |view| view.hidden);
    view! {
        <div class="explore">
            <div class="explore__filters">
                <SearchBox text=derived(move || app.view.query.read().filters.text.clone()) words on_search=search />
                <details class="explore__fold" open=is_open>
                    <summary class="explore__fold-name">{say(words, |words| words.filters)}</summary>
                    <FacetList facets on_toggle=visit />
                </details>
                {live(move || clear.get().map(|href| view! { <a class="button" href=href data-noscroll="">{words.get().clear_filters}</a> }))}
            </div>
            <section class="explore__results" aria-labelledby="result-count">
                <div class="explore__bar">
                    <h2 class="explore__count" id="result-count" role="status">
                        {part(view, |view| view.count.clone())}
                        " " <span class="explore__total">{part(view, |view| view.narrowed.clone())}</span>
                    </h2>
                    <Choices view words on_choose=refine />
                </div>
                {live(move || notices.get().into_iter().map(|line| view! { <p class="hint" role="status">{line}</p> }).collect_view())}
                <Found view words on_pick=refine />
                {live(move || (hidden.get() > 0).then(|| view! {
                    <button type="button" class="button" data-key="more" on:click=move |_| shown.update(|shown| *shown += PAGE)>
                        {words.get().show_more} " (" {hidden} ")"
                    </button>
                }))}
            </section>
        </div>
        <Tray tray words />
    }
}

/// List, order and form.
#[component]
fn Choices(view: Signal<Option<ExploreView>>, words: Signal<&'static Words>, on_choose: Callback<String>) -> impl IntoView {
    let read =
        move |get: fn(&ExploreView) -> &Vec<ChoiceView>| view.read().as_ref().map(|view| get(view).clone()).unwrap_or_default();
    let tabs = move |label: fn(&'static Words) -> &'static str, get: fn(&ExploreView) -> &Vec<ChoiceView>, key: &'static str| {
        let tab = move |choice: ChoiceView| {
            let current = choice.is_current.then_some("true");
            view! { <a class="tabs__tab" href=choice.href data-noscroll="" data-key=format!("{key}-{}", choice.label) aria-current=current>{choice.label.clone()}</a> }
        };
        view! {
            <div class="tabs" role="group" aria-label=say(words, label)>
                {live(move || read(get).into_iter().map(tab).collect_view())}
            </div>
        }
    };
    let sorts =
        derived(move || read(|view| &view.sorts).into_iter().map(|choice| (choice.href, choice.label)).collect::<Vec<_>>());
    let current = derived(move || {
        let current = read(|view| &view.sorts).into_iter().find(|choice| choice.is_current);
        current.map(|choice| choice.href).unwrap_or_default()
    });
    view! {
        <div class="explore__choices">
            {tabs(|words| words.list_of, |view| &view.of, "of")}
            {tabs(|words| words.show_as, |view| &view.views, "view")}
            <ChoiceList
                name="sort"
                label=derived(move || words.get().sort_by.to_owned())
                options=sorts
                current
                on_choose
            />
        </div>
    }
}

/// What was found, or what to drop so that something is.
#[component]
fn Found(view: Signal<Option<ExploreView>>, words: Signal<&'static Words>, on_pick: Callback<String>) -> impl IntoView {
    let form = memo(move || {
        view.read().as_ref().map(|view| match &view.results {
            ResultsView::Cards(cards) => (View::Cards, cards.is_empty()),
            ResultsView::Table { rows, .. } => (View::Table, rows.is_empty()),
        })
    });
    let cards = memo(move || match view.read().as_ref().map(|view| view.results.clone()) {
        Some(ResultsView::Cards(cards)) => cards,
        _ => Vec::new(),
    });
    let table = memo(move || match view.read().as_ref().map(|view| view.results.clone()) {
        Some(ResultsView::Table { heads, rows }) => (heads, rows),
        _ => (Vec::new(), Vec::new()),
    });
    let caption = part(view, |view| view.count.clone());
    live(move || match form.get() {
        None => ().into_any(),
        Some((_, true)) => view! { <Nothing view words /> }.into_any(),
        Some((View::Cards, false)) => view! { <Cards cards words on_pick /> }.into_any(),
        Some((View::Table, false)) => view! {
            <ResultTable
                heads=derived(move || table.get().0)
                rows=derived(move || table.get().1)
                caption words on_pick
            />
        }
        .into_any(),
    })
}

#[component]
fn Cards(cards: Memo<Vec<CardView>>, words: Signal<&'static Words>, on_pick: Callback<String>) -> impl IntoView {
    let ids = move || cards.read().iter().map(|card| card.id.clone()).collect::<Vec<_>>();
    let card = move |id: String| {
        let whole = memo(move || cards.read().iter().find(|card| card.id == id).cloned());
        let pick = memo(move || whole.read().as_ref().map(|card| card.pick.clone()));
        // Without its box, so that choosing it does not draw the rest anew.
        let body = memo(move || whole.get().map(|card| CardView { pick: Default::default(), ..card }));
        view! { <li><Card card=body pick words on_pick /></li> }
    };
    view! {
        <ul class="cards">
            <For each=ids key=Clone::clone children=card />
        </ul>
    }
}

#[component]
fn Nothing(view: Signal<Option<ExploreView>>, words: Signal<&'static Words>) -> impl IntoView {
    let ways = part(view, |view| view.relaxations.clone());
    view! {
        <div class="nothing">
            <h3>{say(words, |words| words.nothing_found)}</h3>
            {live(move || (!ways.get().is_empty()).then(|| view! {
                <p>{words.get().nothing_found_lead}</p>
                <ul>
                    {ways.get().into_iter().map(|way| view! { <li><a href=way.href data-noscroll="">{way.label}</a></li> }).collect_view()}
                </ul>
            }))}
        </div>
    }
}
