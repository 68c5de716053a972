//! The data for people who work with it.

use super::HEADING;
use super::frame::{stage, use_page};
use crate::domain::catalogue::DataFile;
use crate::present::claims::CellKey;
use crate::present::data::{DataView, DisputeView, FileView, GapView, data_view};
use crate::present::notice::fault_line;
use crate::present::words::Words;
use crate::ui::app::use_title;
use crate::ui::reactive::say;
use crate::ui::state::{AppState, Remote};
use leptos::prelude::*;

/// The data page.
#[component]
pub fn DataPage(
    /// What everything reads.
    app: AppState,
) -> impl IntoView {
    let words = app.view.words;
    let page = use_page(app, &[DataFile::Disputes], |catalogue, query, reader| Some(data_view(catalogue, query, reader)));
    use_title(app, |words| words.data_title.to_owned());
    let ready = move |view: Signal<Option<DataView>>| view! { {move || view.get().map(|view| body(view, app))} }.into_any();
    view! {
        <div class="page-head">
            <h1 class="page-head__title" id=HEADING tabindex="-1">{say(words, |words| words.data_title)}</h1>
            <p class="page-head__lead">{say(words, |words| words.data_lead)}</p>
        </div>
        {stage(app, page, ready, || ().into_any())}
    }
}

fn body(view: DataView, app: AppState) -> impl IntoView {
    let reader = app.view.reader.get();
    let words = reader.words();
    let open = Callback::new(move |key: CellKey| app.open_cell.set(Some(key)));
    let faults = app.library.loaded.with(|loaded| match loaded {
        Remote::Ready(loaded) => loaded.faults.iter().map(|fault| fault_line(fault, &reader)).collect::<Vec<_>>(),
        _ => Vec::new(),
    });
    view! {
        <p>{view.summary}</p>
        <section class="record__part">
            <h2>{words.downloads}</h2>
            <div class="plain-table" role="region" tabindex="0" aria-label=words.downloads>
                <table>
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
            <ul class="disputes">{view.disputes.into_iter().map(|it| dispute(it, words, open)).collect_view()}</ul>
        </section>
        <section class="record__part">
            <h2>{words.gaps_heading}</h2>
            <p>{words.gaps_lead}</p>
            <ul class="gaps">{view.gaps.into_iter().map(gap).collect_view()}</ul>
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

fn dispute(dispute: DisputeView, words: &'static Words, open: Callback<CellKey>) -> impl IntoView {
    let state = if dispute.is_open { words.dispute_open } else { words.dispute_explained };
    let cell = dispute.cell.clone();
    view! {
        <li class="dispute" data-open=dispute.is_open.to_string()>
            <p class="dispute__head">
                <span class="badge" data-kind=if dispute.is_open { "warning" } else { "plain" }>{state}</span> " "
                <a href=dispute.subject.href>{dispute.subject.label}</a> ": " <strong>{dispute.attribute}</strong>
                {dispute.range.map(|range| view! { " " <span class="dispute__range">{range}</span> })}
            </p>
            {(!dispute.why.is_empty()).then(|| view! { <p>{dispute.why}</p> })}
            <button type="button" class="data-table__open" data-key=dispute.key aria-haspopup="dialog" on:click=move |_| open.run(cell.clone())>{words.open_claims}</button>
        </li>
    }
}

fn gap(gap: GapView) -> impl IntoView {
    view! {
        <li class="gap">
            <a href=gap.subject.href>{gap.subject.label}</a> ": " {gap.what}
            {(!gap.note.is_empty()).then(|| view! { <span class="quiet">" " {gap.note}</span> })}
        </li>
    }
}
