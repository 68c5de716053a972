//! The data for people who work with it.

use super::HEADING;
use super::frame::{Drawn, page};
use crate::domain::catalogue::DataFile;
use crate::present::notice::fault_line;
use crate::present::reader::Reader;
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
        move |_, _, reader| Some(Drawn { title: reader.words().data_title.to_owned(), view: body(app, reader).into_any() }),
    )
}

fn body(app: AppState, reader: &Reader) -> impl IntoView + use<> {
    let words = reader.words();
    let faults = app.library.loaded.with(|loaded| match loaded {
        Remote::Ready(loaded) => loaded.faults.iter().map(|fault| fault_line(fault, reader)).collect::<Vec<_>>(),
        _ => Vec::new(),
    });
    view! {
        <div class="page-head">
            <h1 class="page-head__title" id=HEADING tabindex="-1">{words.data_title}</h1>
            <p class="page-head__lead">{words.data_lead}</p>
        </div>
        <Later app wanted=Wanted::Data />
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
