//! Every source, what rests on it, and its age.

use super::HEADING;
use super::frame::{stage, use_page};
use crate::domain::catalogue::DataFile;
use crate::present::sources::{SourceRowView, SourcesView, sources_view};
use crate::present::words::Words;
use crate::ui::app::use_title;
use crate::ui::blocks::SourceLine;
use crate::ui::reactive::{part, say};
use crate::ui::state::AppState;
use leptos::prelude::*;

/// How many sources are drawn at first, and again at every "show more".
const PAGE: usize = 60;

/// The page of sources.
#[component]
pub fn SourcesPage(
    /// What everything reads.
    app: AppState,
) -> impl IntoView {
    let words = app.view.words;
    let page = use_page(app, &[DataFile::Sources], |catalogue, query, reader| Some(sources_view(catalogue, query, reader)));
    use_title(app, |words| words.sources_title.to_owned());
    let ready = move |view| view! { <SourceTable view words /> }.into_any();
    view! {
        <div class="page-head">
            <h1 class="page-head__title" id=HEADING tabindex="-1">{say(words, |words| words.sources_title)}</h1>
            <p class="page-head__lead">{say(words, |words| words.sources_lead)}</p>
        </div>
        {stage(app, page, ready, || ().into_any())}
    }
}

#[component]
fn SourceTable(view: Signal<Option<SourcesView>>, words: Signal<&'static Words>) -> impl IntoView {
    let shown = RwSignal::new(PAGE);
    let rows = part(view, |view| view.rows.clone());
    let summary = part(view, |view| view.summary.clone());
    let unverified = part(view, |view| view.unverified.clone());
    let drawn = move || rows.get().into_iter().take(shown.get()).collect::<Vec<_>>();
    let total = move || rows.read().len();
    view! {
        <p>{summary} " " {unverified}</p>
        <div class="plain-table" role="region" tabindex="0" aria-label=say(words, |words| words.sources_title)>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{say(words, |words| words.source_heading)}</th>
                        <th scope="col">{say(words, |words| words.source_age)}</th>
                        <th scope="col">{say(words, |words| words.source_claims)}</th>
                        <th scope="col">{say(words, |words| words.source_about)}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=drawn key=|row| (row.id.clone(), row.age.clone()) children=move |it| row(it, words.get()) />
                </tbody>
            </table>
        </div>
        <p class="quiet" role="status">{move || (words.get().shown_of)(shown.get().min(total()), total())}</p>
        {move || (shown.get() < total()).then(|| view! {
            <button type="button" class="button" data-key="more" on:click=move |_| shown.update(|shown| *shown += PAGE)>{words.get().show_more}</button>
        })}
    }
}

fn row(row: SourceRowView, words: &'static Words) -> impl IntoView {
    let about = row
        .about
        .into_iter()
        .enumerate()
        .map(|(at, link)| ((at > 0).then_some(", "), view! { <a href=link.href>{link.label}</a> }));
    view! {
        <tr>
            <th scope="row"><SourceLine source=row.source words /></th>
            <td>{row.age}</td>
            <td>{row.claims}</td>
            <td>{about.collect_view()}</td>
        </tr>
    }
}
