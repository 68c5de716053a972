//! What can be chosen of an embed.

use super::page::Share;
use crate::address::{Colour, Font, Height, MAX_RADIUS, ViewQuery};
use crate::domain::id::AttributeId;
use crate::domain::names::Lang;
use crate::domain::record::{name_of, named};
use crate::present::explore::ChoiceView;
use crate::present::share::{ComparedView, ShareWords};
use crate::ui::blocks::ChoiceList;
use crate::ui::reactive::{derived, live};
use crate::ui::shell::{ReaderChoice, reader_choice};
use crate::ui::state::Step;
use leptos::prelude::*;

/// How round corners can be chosen to be, in pixels; the address takes any number.
const CORNERS: [u8; 5] = [0, 4, 8, 16, MAX_RADIUS];

/// What says how a colour is written.
const COLOUR_HINT: &str = "share-colour-hint";

/// The fields, each in the address as soon as it is changed.
#[component]
pub(super) fn Form(
    /// What is chosen.
    share: Share,
    /// The words of the page.
    words: &'static ShareWords,
) -> impl IntoView {
    view! {
        <div class="share__form">
            <section class="share__part">
                <h2>{words.what_heading}</h2>
                {live(move || what(share, words))}
                {live(move || language(share, words))}
                {reader_choice(share.app, ReaderChoice::Units, "share-units")}
                {reader_choice(share.app, ReaderChoice::Currency, "share-ccy")}
            </section>
            <section class="share__part">
                <h2>{words.looks_heading}</h2>
                {reader_choice(share.app, ReaderChoice::Theme, "share-theme")}
                <ColourField share label=words.accent_label words get=|asked| asked.accent set=|asked, colour| asked.accent = colour />
                <ColourField share label=words.background_label words get=|asked| asked.background set=|asked, colour| asked.background = colour />
                <p class="hint" id=COLOUR_HINT>{words.colour_hint}</p>
                {live(move || looks(share, words))}
                {live(move || rows(share, words))}
            </section>
        </div>
    }
}

/// The page, and what it is about.
fn what(share: Share, words: &'static ShareWords) -> Option<AnyView> {
    let view = share.view.get()?;
    let follow = Callback::new(move |href: String| share.app.view.follow(&href, Step::Refine));
    let list = move |name: &'static str, label: &'static str, choices: Vec<ChoiceView>| {
        let current = choices.iter().find(|choice| choice.is_current).map(|choice| choice.href.clone()).unwrap_or_default();
        let options = choices.into_iter().map(|choice| (choice.href, choice.label)).collect();
        view! { <ChoiceList name label=label.to_owned() options current on_choose=follow /> }
    };
    let compared = (!view.compared.is_empty()).then(|| {
        let one = |one: ComparedView| {
            let ComparedView { label, href, is_chosen } = one;
            let is_closed = href.is_none();
            view! {
                <label class="share__box">
                    <input type="checkbox" prop:checked=is_chosen disabled=is_closed
                        on:change=move |_| if let Some(href) = &href { follow.run(href.clone()) } />
                    <span>{label}</span>
                </label>
            }
        };
        view! {
            <fieldset class="share__boxes">
                <legend>{words.together_label}</legend>
                {view.compared.into_iter().map(one).collect_view()}
            </fieldset>
        }
    });
    let subjects = (!view.subjects.is_empty()).then(|| list("which", words.which_label, view.subjects));
    Some(view! { {list("page", words.page_label, view.pages)} {subjects} {compared} }.into_any())
}

/// The language of the frame, which may be left to the visitor.
fn language(share: Share, words: &'static ShareWords) -> AnyView {
    let lang = share.app.view.query.with(|query| query.lang);
    let own = (String::new(), words.readers_own.to_owned());
    let all = Lang::ALL.map(|lang| (lang.tag().to_owned(), lang.own_name().to_owned()));
    let options = std::iter::once(own).chain(all).collect();
    let choose = Callback::new(move |tag: String| {
        let query = ViewQuery { lang: Lang::parse(&tag), ..share.app.view.query.get_untracked() };
        share.app.view.set(&query, Step::Refine);
    });
    let current = lang.map(|lang| lang.tag().to_owned()).unwrap_or_default();
    view! { <ChoiceList name="share-lang" label=words.readers_label.to_owned() options current on_choose=choose /> }.into_any()
}

/// Letters, corners, height, and whether filters are left out.
fn looks(share: Share, words: &'static ShareWords) -> AnyView {
    let asked = share.asked.get();
    let as_usual = || (String::new(), words.as_usual.to_owned());
    let fonts = std::iter::once(as_usual()).chain(Font::ALL.map(|(key, _)| (key.to_owned(), words.font(key).to_owned())));
    let font = asked.font.map(|font| name_of(&Font::ALL, font).to_owned()).unwrap_or_default();
    let on_font = Callback::new(move |key: String| share.ask(|asked| asked.font = named(&Font::ALL, &key)));
    let corners =
        std::iter::once(as_usual()).chain(CORNERS.map(|corner| (corner.to_string(), words.pixels(usize::from(corner))))).chain(
            asked
                .radius
                .filter(|radius| !CORNERS.contains(radius))
                .map(|radius| (radius.to_string(), words.pixels(usize::from(radius)))),
        );
    let corner = asked.radius.map(|radius| radius.to_string()).unwrap_or_default();
    let on_corner = Callback::new(move |key: String| share.ask(|asked| asked.radius = key.parse().ok()));
    let heights = vec![("auto".to_owned(), words.height_auto.to_owned()), ("fixed".to_owned(), words.height_fixed.to_owned())];
    let height = name_of(&Height::ALL, asked.height).to_owned();
    let on_height =
        Callback::new(move |key: String| share.ask(|asked| asked.height = named(&Height::ALL, &key).unwrap_or_default()));
    view! {
        <ChoiceList name="font" label=words.font_label.to_owned() options=fonts.collect() current=font on_choose=on_font />
        <ChoiceList name="radius" label=words.radius_label.to_owned() options=corners.collect() current=corner on_choose=on_corner />
        <ChoiceList name="height" label=words.height_label.to_owned() options=heights current=height on_choose=on_height />
        <label class="share__box">
            <input type="checkbox" data-key="lock" prop:checked=asked.is_locked on:change=move |_| share.ask(|asked| asked.is_locked = !asked.is_locked) />
            <span>{words.lock_label}</span>
        </label>
    }
    .into_any()
}

/// A colour, typed or picked.
#[component]
fn ColourField(
    share: Share,
    label: &'static str,
    words: &'static ShareWords,
    get: fn(&crate::address::EmbedQuery) -> Option<Colour>,
    set: fn(&mut crate::address::EmbedQuery, Option<Colour>),
) -> impl IntoView {
    let is_bad = RwSignal::new(false);
    let take = move |text: String| {
        let colour = Colour::parse(text.trim());
        is_bad.set(colour.is_none() && !text.trim().is_empty());
        if !is_bad.get_untracked() {
            share.ask(|asked| set(asked, colour));
        }
    };
    let printed = derived(move || share.asked.with(get).map(Colour::print).unwrap_or_default());
    let seen = derived(move || format!("#{}", share.asked.with(get).unwrap_or(Colour(0x27, 0x50, 0x9b)).print()));
    view! {
        <div class="share__colour">
            <label class="share__field">
                <span class="share__label">{label}</span>
                <input class="share__input" type="text" autocomplete="off" spellcheck="false" maxlength="7" placeholder="a31621" aria-describedby=COLOUR_HINT
                    prop:value=printed aria-invalid=derived(move || is_bad.get().to_string())
                    on:change:target=move |event| take(event.target().value()) />
            </label>
            <input class="share__swatch" type="color" aria-label=label prop:value=seen on:change:target=move |event| take(event.target().value()) />
        </div>
        {live(move || is_bad.get().then(|| view! { <p class="hint" role="alert">{words.colour_bad}</p> }))}
    }
}

/// The rows, by group.
fn rows(share: Share, words: &'static ShareWords) -> Option<AnyView> {
    let groups = share.view.get()?.rows;
    let picked = share.asked.with(|asked| asked.picked.clone());
    let is_open = !picked.is_empty();
    let row = move |(id, label): (AttributeId, String)| {
        let is_picked = picked.contains(&id);
        let toggle = move |_| {
            let id = id.clone();
            share.ask(move |asked| {
                if asked.picked.contains(&id) {
                    asked.picked.retain(|known| *known != id);
                } else {
                    asked.picked.push(id);
                }
            });
        };
        view! {
            <label class="share__box"><input type="checkbox" prop:checked=is_picked on:change=toggle /><span>{label}</span></label>
        }
    };
    let group = move |(name, rows): (String, Vec<(AttributeId, String)>)| {
        view! { <fieldset class="share__boxes"><legend>{name}</legend>{rows.into_iter().map(row.clone()).collect_view()}</fieldset> }
    };
    (!groups.is_empty()).then(|| {
        view! {
            <details class="share__rows" open=is_open>
                <summary>{words.rows_label}</summary>
                <p class="hint">{words.rows_hint}</p>
                {groups.into_iter().map(group).collect_view()}
            </details>
        }
        .into_any()
    })
}
