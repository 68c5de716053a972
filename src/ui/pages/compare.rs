//! Compare: pairs or parks side by side.

use super::frame::{Drawn, page};
use super::{HEADING, TakeAlong};
use crate::domain::catalogue::DataFile;
use crate::present::compare::{CompareView, SwitchView, compare_view};
use crate::present::link::LinkView;
use crate::present::words::Words;
use crate::ui::blocks::{ChoiceList, DataTable, Tabs};
use crate::ui::later::Later;
use crate::ui::state::{AppState, Step, Wanted};
use leptos::prelude::*;

/// The compare page.
#[component]
pub fn ComparePage(
    /// What everything reads.
    app: AppState,
) -> impl IntoView {
    page(
        app,
        |words| words.compare,
        &[DataFile::Pairs, DataFile::Parks, DataFile::Attributes],
        move |catalogue, query, reader| {
            let view = compare_view(catalogue, query, reader);
            Some(Drawn { title: reader.words().compare.to_owned(), view: body(view, app, reader.words()).into_any() })
        },
    )
}

fn body(view: CompareView, app: AppState, words: &'static Words) -> impl IntoView {
    let open = Callback::new(move |key| app.open_cell.set(Some(key)));
    let switch = |switch: SwitchView| {
        let (is_on, key) = (switch.is_on.to_string(), switch.label.clone());
        view! {
            <a class="switch" role="switch" href=switch.href data-noscroll="" data-key=key aria-checked=is_on>{switch.label}</a>
        }
    };
    let has_table = view.table.is_some();
    let can_add = !view.addable.is_empty();
    view! {
        <div class="page-head">
            <h1 class="page-head__title" id=HEADING tabindex="-1">{view.title}</h1>
            <p class="page-head__lead" role="status">{view.summary}</p>
        </div>
        {view.notices.into_iter().map(|line| view! { <p class="hint" role="status">{line}</p> }).collect_view()}
        <div class="toolbar">
            {has_table.then(|| view! { <Tabs label=words.show_as choices=view.forms key="form" /> })}
            {(has_table && !view.is_charts).then(|| view! {
                <div class="toolbar__group" role="group" aria-label=words.view_options>
                    {view.switches.into_iter().map(switch).collect_view()}
                </div>
            })}
            <div class="toolbar__group">
                {can_add.then(|| view! { <AddList addable=view.addable app words /> })}
                <a class="button" href=view.choose.href>{view.choose.label}</a>
                <TakeAlong app />
            </div>
        </div>
        {if view.is_charts && has_table {
            view! { <Later app wanted=Wanted::Charts /> <Later app wanted=Wanted::Sectors /> }.into_any()
        } else {
            view.table.map(|table| view! { <DataTable table words on_open=open /> }).into_any()
        }}
    }
}

/// A list to add a column from.
#[component]
fn AddList(addable: Vec<LinkView>, app: AppState, words: &'static Words) -> impl IntoView {
    let first = (String::new(), "…".to_owned());
    let options: Vec<(String, String)> =
        std::iter::once(first).chain(addable.into_iter().map(|link| (link.href, link.label))).collect();
    let add = Callback::new(move |href: String| {
        if !href.is_empty() {
            app.view.follow(&href, Step::Visit);
        }
    });
    view! { <ChoiceList name="add" label=words.add_column.to_owned() options current=String::new() on_choose=add /> }
}
