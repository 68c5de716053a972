//! Compare: pairs or parks side by side.

use super::HEADING;
use super::frame::{stage, use_page};
use crate::domain::catalogue::DataFile;
use crate::present::compare::{CompareView, SwitchView, compare_view};
use crate::present::link::LinkView;
use crate::present::words::Words;
use crate::ui::app::use_title;
use crate::ui::blocks::{ChoiceList, DataTable};
use crate::ui::reactive::part;
use crate::ui::state::{AppState, Step};
use leptos::prelude::*;

/// The compare page.
#[component]
pub fn ComparePage(
    /// What everything reads.
    app: AppState,
) -> impl IntoView {
    let words = app.view.words;
    let page = use_page(app, &[DataFile::Pairs, DataFile::Parks, DataFile::Attributes], |catalogue, query, reader| {
        Some(compare_view(catalogue, query, reader))
    });
    use_title(app, |words| words.compare.to_owned());
    let ready = move |view| view! { <Comparison app view words /> }.into_any();
    stage(app, page, ready, || ().into_any())
}

#[component]
fn Comparison(app: AppState, view: Signal<Option<CompareView>>, words: Signal<&'static Words>) -> impl IntoView {
    let title = part(view, |view| view.title.clone());
    let summary = part(view, |view| view.summary.clone());
    let notices = part(view, |view| view.notices.clone());
    let switches = part(view, |view| view.switches.clone());
    let addable = part(view, |view| view.addable.clone());
    let table = part(view, |view| view.table.clone());
    let choose = part(view, |view| Some(view.choose.clone()));
    let open = Callback::new(move |key| app.open_cell.set(Some(key)));
    let add = Callback::new(move |href: String| {
        if !href.is_empty() {
            app.view.follow(href, Step::Visit);
        }
    });
    let switch = |switch: SwitchView| {
        let is_on = switch.is_on.to_string();
        view! {
            <a class="switch" role="switch" href=switch.href data-noscroll="" data-key=switch.label.clone() aria-checked=is_on>{switch.label.clone()}</a>
        }
    };
    view! {
        <div class="page-head">
            <h1 class="page-head__title" id=HEADING tabindex="-1">{title}</h1>
            <p class="page-head__lead" role="status">{summary}</p>
        </div>
        {move || notices.get().into_iter().map(|line| view! { <p class="hint" role="status">{line}</p> }).collect_view()}
        <div class="toolbar">
            {move || table.read().is_some().then(|| view! {
                <div class="toolbar__group" role="group" aria-label=words.get().view_options>
                    {switches.get().into_iter().map(switch).collect_view()}
                </div>
            })}
            <div class="toolbar__group">
                {move || (!addable.read().is_empty()).then(|| view! { <AddList addable words on_add=add /> })}
                {move || choose.get().map(|link: LinkView| view! { <a class="button" href=link.href>{link.label}</a> })}
            </div>
        </div>
        {move || table.get().map(|table| view! { <DataTable table words=words.get() on_open=open /> })}
    }
}

/// A list to add a column from.
#[component]
fn AddList(addable: Memo<Vec<LinkView>>, words: Signal<&'static Words>, on_add: Callback<String>) -> impl IntoView {
    let options = Signal::derive(move || {
        let first = (String::new(), "…".to_owned());
        std::iter::once(first).chain(addable.get().into_iter().map(|link| (link.href, link.label))).collect::<Vec<_>>()
    });
    view! {
        <ChoiceList
            name="add"
            label=Signal::derive(move || words.get().add_column.to_owned())
            options
            current=Signal::derive(String::new)
            on_choose=on_add
        />
    }
}
