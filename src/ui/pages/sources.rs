//! Every source, what rests on it, and its age.

use super::HEADING;
use super::frame::{Drawn, page};
use crate::domain::catalogue::DataFile;
use crate::present::sources::{SourceRowView, SourcesView, sources_view};
use crate::present::words::Words;
use crate::ui::blocks::SourceLine;
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
    let shown = RwSignal::new(PAGE);
    page(
        app,
        |words| words.sources_title,
        &[DataFile::Sources],
        move |catalogue, query, reader| {
            let view = sources_view(catalogue, query, reader);
            let title = reader.words().sources_title.to_owned();
            Some(Drawn { title, view: body(view, shown, reader.words()).into_any() })
        },
    )
}

fn body(view: SourcesView, shown: RwSignal<usize>, words: &'static Words) -> impl IntoView {
    let total = view.rows.len();
    let drawn = shown.get().min(total);
    let rows = view.rows.into_iter().take(drawn).map(|it| row(it, words)).collect_view();
    view! {
        <div class="page-head">
            <h1 class="page-head__title" id=HEADING tabindex="-1">{words.sources_title}</h1>
            <p class="page-head__lead">{words.sources_lead}</p>
        </div>
        <p>{view.summary} " " {view.unverified}</p>
        <div class="plain-table" role="region" tabindex="0" aria-label=words.sources_title>
            <table>
                <caption class="visually-hidden">{words.sources_title}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.source_heading}</th>
                        <th scope="col">{words.source_age}</th>
                        <th scope="col">{words.source_claims}</th>
                        <th scope="col">{words.source_about}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="quiet" role="status">{words.shown_of(drawn, total)}</p>
        {(drawn < total).then(|| view! {
            <button type="button" class="button" data-key="more" on:click=move |_| shown.update(|shown| *shown += PAGE)>{words.show_more}</button>
        })}
    }
}

fn row(row: SourceRowView, words: &'static Words) -> impl IntoView {
    let about = row
        .about
        .into_iter()
        .enumerate()
        .map(|(at, link)| ((at > 0).then(|| words.separator()), view! { <a href=link.href>{link.label}</a> }));
    view! {
        <tr>
            <th scope="row"><SourceLine source=row.source words /></th>
            <td>{row.age}</td>
            <td>{row.claims}</td>
            <td>{about.collect_view()}</td>
        </tr>
    }
}
