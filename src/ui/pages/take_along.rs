//! The ways to take a view along: link, file, paper, code for a phone.

use crate::address::{Surface, href};
use crate::ui::later::Later;
use crate::ui::reactive::{derived, live, say};
use crate::ui::state::{AppState, Form, Outcome, Wanted};
use leptos::html;
use leptos::prelude::*;

/// What unfolds under "Take it along".
#[component]
pub fn TakeAlong(
    /// What everything reads.
    app: AppState,
) -> impl IntoView {
    // On a kiosk there is nothing to save to, and its controls hand the view to a phone. In a partner's page a link leads
    // to the site, which has all of it.
    if app.view.is_kiosk() || app.view.is_embed() {
        return ().into_any();
    }
    let words = app.view.words;
    // A page that is drawn anew finds it as it was.
    let is_open = app.carrying.is_open;
    let element = NodeRef::<html::Details>::new();
    let toggle = move |_| is_open.set(element.get_untracked().is_some_and(|element| element.open()));
    let share = app.can_share().then(|| {
        view! { <button type="button" class="button" on:click=move |_| app.share()>{say(words, |words| words.share)}</button> }
    });
    let embed = move || Surface::Share(Vec::new()).place_of(&app.view.route.with(|route| href(route, &app.view.query.read())));
    // A code is only made for who looks at it.
    let code = move || is_open.get().then(|| view! { <Later app wanted=Wanted::Qr /> });
    view! {
        <details class="take-along" node_ref=element prop:open=move || is_open.get() on:toggle=toggle>
            <summary class="button">{say(words, |words| words.take_along)}</summary>
            <div class="take-along__sheet">
                <div class="take-along__ways">
                    <button type="button" class="button" data-key="copy-link" on:click=move |_| app.copy_link()>{say(words, |words| words.copy_link)}</button>
                    {share}
                    <button type="button" class="button" on:click=move |_| app.take(Form::Csv)>{say(words, |words| words.save_csv)}</button>
                    <button type="button" class="button" on:click=move |_| app.take(Form::Json)>{say(words, |words| words.save_json)}</button>
                    <button type="button" class="button" on:click=move |_| app.take(Form::Paper)>{say(words, |words| words.print)}</button>
                    <a class="button" href=derived(embed) rel="external">{say(words, |words| words.put_on_page)}</a>
                </div>
                <div role="status">{live(move || outcome(app))}</div>
                {live(code)}
            </div>
        </details>
    }
    .into_any()
}

/// What became of it, as long as the view is the one that it was about.
fn outcome(app: AppState) -> Option<AnyView> {
    let words = app.view.words.get();
    let (link, outcome) = app.carrying.outcome.get().filter(|(link, _)| *link == app.link())?;
    let said = match outcome {
        Outcome::LinkCopied => view! { <p class="hint">{words.link_copied}</p> }.into_any(),
        Outcome::ShareRefused => view! { <p class="hint">{words.share_refused}</p> }.into_any(),
        Outcome::NotThere => view! { <p class="hint">{words.part_missing}</p> }.into_any(),
        Outcome::NotWhole => view! { <p class="hint">{words.not_whole}</p> }.into_any(),
        Outcome::NothingToSave => view! { <p class="hint">{words.nothing_to_save}</p> }.into_any(),
        Outcome::PrintRefused => view! { <p class="hint">{words.print_refused}</p> }.into_any(),
        Outcome::CopyRefused => view! {
            <label class="hint">{words.copy_refused} <input class="take-along__link" readonly="" value=link /></label>
        }
        .into_any(),
    };
    Some(said)
}
