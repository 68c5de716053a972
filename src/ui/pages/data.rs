//! The data for people who work with it.

use super::HEADING;
use super::frame::{Drawn, page};
use crate::domain::catalogue::DataFile;
use crate::present::claims::CellKey;
use crate::present::data::{DataView, DisputeView, FileView, GapView, data_view};
use crate::present::notice::fault_line;
use crate::present::reader::Reader;
use crate::present::words::Words;
use crate::ui::later::Later;
use crate::ui::state::{AppState, Remote, Wanted};
use leptos::prelude::*;

/// The data page.
#[component]
pub fn DataPage(
    /// What everything reads.
    app: AppState,
) -> impl IntoView {
    page(
        app,
        |words| words.data_title,
        &[DataFile::Disputes],
        move |catalogue, query, reader| {
            let view = data_view(catalogue, query, reader);
            Some(Drawn { title: reader.words().data_title.to_owned(), view: body(view, app, reader).into_any() })
        },
    )
}

fn body(view: DataView, app: AppState, reader: &Reader) -> impl IntoView + use<> {
    let words = reader.words();
    let open = Callback::new(move |key: CellKey| app.open_cell.set(Some(key)));
    let faults = app.library.loaded.with(|loaded| match loaded {
        Remote::Ready(loaded) => loaded.faults.iter().map(|fault| fault_line(fault, reader)).collect::<Vec<_>>(),
        _ => Vec::new(),
    });
    view! {
        <div class="page-head">
            <h1 class="page-head__title" id=HEADING tabindex="-1">{words.data_title}</h1>
            <p class="page-head__lead">{words.data_lead}</p>
        </div>
        <p>{view.summary}</p>
        <section class="record__part">
            <h2>{words.downloads}</h2>
            <div class="plain-table" role="region" tabindex="0" aria-label=words.downloads>
                <table>
                    <caption class="visually-hidden">{words.downloads}</caption>
                    <thead>
                        <tr><th scope="col">{words.file_heading}</th><th scope="col">{words.holds_heading}</th><th scope="col">{words.schema}</th></tr>
                    </thead>
                    <tbody>{view.files.into_iter().map(|it| file(it, words)).collect_view()}</tbody>
                </table>
            </div>
        </section>
        <section class="record__part">
            <h2>{words.disputes_heading}</h2>
            <p>{words.disputes_lead}</p>
            <ul class="disputes">{view.disputes.into_iter().map(|it| dispute(it, app, words, open)).collect_view()}</ul>
        </section>
        <section class="record__part">
            <h2>{words.gaps_heading}</h2>
            <p>{words.gaps_lead}</p>
            <ul class="gaps">{view.gaps.into_iter().map(gap).collect_view()}</ul>
        </section>
        <section class="record__part">
            <h2>{words.missing_heading}</h2>
            <p>{words.missing_lead}</p>
            <Later app wanted=Wanted::Unpublished />
        </section>
        <section class="record__part">
            <h2>{words.left_out_heading}</h2>
            {if faults.is_empty() {
                view! { <p>{words.nothing_left_out}</p> }.into_any()
            } else {
                view! { <ul>{faults.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul> }.into_any()
            }}
        </section>
    }
}

fn file(file: FileView, words: &'static Words) -> impl IntoView {
    view! {
        <tr>
            <th scope="row"><a href=file.href download=file.name>{file.name}</a></th>
            <td>{file.holds}</td>
            <td><a href=file.schema download="">{words.schema}</a></td>
        </tr>
    }
}

fn dispute(dispute: DisputeView, app: AppState, words: &'static Words, open: Callback<CellKey>) -> impl IntoView {
    let has_range = dispute.range.is_some();
    let state = if dispute.is_open { words.dispute_open } else { words.dispute_explained };
    let cell = dispute.cell.clone();
    view! {
        <li class="dispute" data-open=dispute.is_open.to_string()>
            <p>
                <span class="badge" data-kind=if dispute.is_open { "warning" } else { "plain" }>{state}</span> " "
                <a href=dispute.subject.href>{dispute.subject.label}</a> ": " <strong>{dispute.attribute}</strong>
                {dispute.range.map(|range| view! { " " <span class="dispute__range">{range}</span> })}
            </p>
            {has_range.then(|| view! { <Later app wanted=Wanted::Points(dispute.cell.clone()) /> })}
            {(!dispute.why.is_empty()).then(|| view! { <p>{dispute.why}</p> })}
            <button type="button" class="data-table__open" data-key=dispute.key aria-haspopup="dialog" on:click=move |_| open.run(cell.clone())>{words.open_claims}</button>
        </li>
    }
}

fn gap(gap: GapView) -> impl IntoView {
    view! {
        <li>
            <a href=gap.subject.href>{gap.subject.label}</a> ": " {gap.what}
            {(!gap.note.is_empty()).then(|| view! { <span class="quiet">" " {gap.note}</span> })}
        </li>
    }
}
