//! One pair, one park, or one thing around them, with all that is claimed of it.

use super::frame::{Drawn, page};
use super::{HEADING, TakeAlong};
use crate::address::Route;
use crate::domain::catalogue::DataFile;
use crate::domain::record::Side;
use crate::present::link::LinkView;
use crate::present::record::{FactView, RecordView, StageView, context_view, pair_view, park_view};
use crate::present::words::Words;
use crate::ui::blocks::{Chips, DataTable};
use crate::ui::later::Later;
use crate::ui::state::{AppState, Wanted};
use leptos::prelude::*;

/// The page of a record. What it needs depends on what it is; sources and context join when they arrive.
#[component]
pub fn RecordPage(
    /// What everything reads.
    app: AppState,
) -> impl IntoView {
    let route = app.view.route.get_untracked();
    let needs: &'static [DataFile] = match route {
        Route::Pair(_) => &[DataFile::Pairs, DataFile::Parks, DataFile::Attributes],
        Route::Context(_) => &[DataFile::Context, DataFile::Attributes],
        _ => &[DataFile::Parks, DataFile::Attributes],
    };
    page(
        app,
        |words| words.loading,
        needs,
        move |catalogue, query, reader| {
            let record = match &route {
                Route::Pair(id) => pair_view(catalogue, id, query, reader),
                Route::Park(id) => park_view(catalogue, id, query, reader),
                Route::Context(id) => context_view(catalogue, id, query, reader),
                _ => None,
            }?;
            Some(Drawn { title: record.title.clone(), view: body(record, app, reader.words()).into_any() })
        },
    )
}

fn body(record: RecordView, app: AppState, words: &'static Words) -> impl IntoView {
    let open = Callback::new(move |key| app.open_cell.set(Some(key)));
    let names = [(words.official_name, record.official.map(FactView::Text)), (words.local_name, record.local)];
    let names = names.into_iter().filter_map(|(label, name)| name.map(|name| (label.to_owned(), name)));
    let facts: Vec<(String, FactView)> = names.chain(record.facts).collect();
    let fact = |(label, fact): (String, FactView)| {
        let fact = match fact {
            FactView::Text(text) => text.into_any(),
            FactView::Foreign(text, lang) => view! { <span lang=lang>{text}</span> }.into_any(),
            FactView::Links(links) => link_list(links).into_any(),
        };
        view! { <div class="facts__row"><dt>{label}</dt><dd>{fact}</dd></div> }
    };
    let has_table = !record.table.groups.is_empty();
    view! {
        <div class="page-head">
            <p class="page-head__kicker">{record.kicker}</p>
            <h1 class="page-head__title" id=HEADING tabindex="-1">{record.title}</h1>
            {record.summary.map(|summary| view! { <p class="page-head__lead">{summary}</p> })}
            <div class="toolbar__group">
                {record.compare.map(|link| view! { <a class="button" data-kind="main" href=link.href>{link.label}</a> })}
                <TakeAlong app />
            </div>
        </div>
        <div class="record">
            <dl class="facts">{facts.into_iter().map(fact).collect_view()}</dl>
            {(!record.links.is_empty()).then(|| view! {
                <section class="record__links" aria-label=words.links_heading>
                    {record.links.into_iter().map(links).collect_view()}
                </section>
            })}
            {(!record.sectors.is_empty()).then(|| view! {
                <section class="record__part">
                    <h2>{words.sectors_heading}</h2>
                    <Chips chips=record.sectors words />
                    {record.sectors_note.map(|note| view! { <p class="hint">{note}</p> })}
                </section>
            })}
            {(!record.stages.is_empty()).then(|| stages(record.stages, words))}
        </div>
        <Later app wanted=Wanted::Sectors />
        {has_table.then(|| view! {
            <section class="record__figures">
                <h2>{words.figures_heading}</h2>
                <DataTable table=record.table words on_open=open />
            </section>
        })}
        <Later app wanted=Wanted::Timeline />
    }
}

fn links((heading, links): (String, Vec<LinkView>)) -> impl IntoView {
    view! {
        <div>
            <h2 class="link-list__name">{heading}</h2>
            {link_list(links)}
        </div>
    }
}

fn link_list(links: Vec<LinkView>) -> impl IntoView {
    let link = |link: LinkView| view! { <li><a href=link.href>{link.label}</a></li> };
    view! { <ul class="link-list__links">{links.into_iter().map(link).collect_view()}</ul> }
}

fn stages(stages: Vec<StageView>, words: &'static Words) -> impl IntoView {
    let row = |stage: StageView| {
        view! {
            <li class="stage" data-side=Side::name(Some(stage.side))>
                <span class="stage__name">{stage.stage}</span> " "
                <span>{words.side(stage.side)}</span> " "
                <span class="stage__source">{stage.source}</span>
            </li>
        }
    };
    view! {
        <section class="record__part">
            <h2>{words.stages_heading}</h2>
            <ul class="stages">{stages.into_iter().map(row).collect_view()}</ul>
        </section>
    }
}
