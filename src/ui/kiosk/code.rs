//! Codes for the visitor's phone: of exactly this view, or of an address outside the kiosk.

use super::state::{Kiosk, Panel};
use crate::carry::{HandOver, LONGEST, hand_over};
use crate::present::kiosk::KioskWords;
use crate::ui::blocks::{close_beside, open_while};
use crate::ui::later::Later;
use crate::ui::reactive::{live, memo};
use crate::ui::state::Wanted;
use leptos::html;
use leptos::prelude::*;

/// The dialog with a code, when one is asked for.
#[component]
pub(super) fn Codes(
    /// The kiosk.
    kiosk: Kiosk,
    /// Its words.
    words: &'static KioskWords,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    let shown = memo(move || match kiosk.panel.get()? {
        Panel::ToPhone => match of_view(kiosk) {
            Some(handed) => Some((words.to_phone, words.to_phone_lead, Some(handed))),
            None => Some((words.to_phone, words.no_site, None)),
        },
        Panel::Outside(address) => {
            Some((words.source_on_phone, words.source_on_phone_lead, Some(HandOver { address, left_out: Vec::new() })))
        }
        Panel::Staff => None,
    });
    open_while(element, move || shown.read().is_some());
    let put_away = move || {
        kiosk.panel.set(None);
        kiosk.app.view.leaving.set(None);
    };
    view! {
        <dialog node_ref=element class="code" aria-labelledby="code-title" on:close=move |_| put_away() on:click=move |event| close_beside(element, &event)>
            {live(move || shown.get().map(|(title, lead, handed)| view! {
                <h2 class="code__title" id="code-title" tabindex="-1" autofocus="">{title}</h2>
                <p class="code__lead">{lead}</p>
                {handed.map(|handed| code(kiosk, words, handed))}
            }))}
            <button type="button" class="button" on:click=move |_| put_away()>{words.close}</button>
        </dialog>
    }
}

fn code(kiosk: Kiosk, words: &'static KioskWords, handed: HandOver) -> impl IntoView {
    let is_readable = handed.address.len() <= LONGEST;
    let page_words = kiosk.app.view.words.get();
    let left_out: Vec<String> = handed.left_out.iter().map(|part| (*part).to_owned()).collect();
    let address = handed.address.clone();
    view! {
        {is_readable.then(|| view! { <div class="code__picture"><Later app=kiosk.app wanted=Wanted::Code(address) /></div> })}
        {(!is_readable).then(|| view! { <p class="code__lead">{words.no_code}</p> })}
        <p class="code__address">{handed.address}</p>
        {(!left_out.is_empty()).then(|| view! { <p class="code__lead">{words.left_out(page_words.list(&left_out))}</p> })}
    }
}

/// The view of the moment below the site that staff named, or below the one that serves the kiosk.
fn of_view(kiosk: Kiosk) -> Option<HandOver> {
    let view = kiosk.app.view;
    Some(hand_over(&kiosk.site()?, &view.route.read(), &view.query.read(), &view.reader.read()))
}
