//! Measuring the display with a bank card, so that what is touched is large enough for a finger.

use super::part;
use crate::present::kiosk::KioskWords;
use crate::session::{CARD, DENSITY_BOUNDS, Settings, TARGET};
use crate::ui::kiosk::state::Kiosk;
use crate::ui::reactive::{derived, live};
use leptos::prelude::*;

/// Pixels to a millimetre on a display of usual density, from which measuring begins.
const USUAL: f64 = 3.78;

/// A frame of the shape of a card, to be made as wide as a real one.
#[component]
pub(super) fn Measure(
    /// The kiosk.
    kiosk: Kiosk,
    /// Its words.
    words: &'static KioskWords,
) -> impl IntoView {
    let density = derived(move || kiosk.own.with(|own| own.density).unwrap_or(USUAL));
    let change = move |pixels: f64| {
        let next = (density.get_untracked() + pixels / CARD).clamp(DENSITY_BOUNDS.0, DENSITY_BOUNDS.1);
        kiosk.keep(Settings { density: Some(next), ..kiosk.own.get_untracked() });
    };
    let step = move |label: &'static str, sign: &'static str, pixels: f64| {
        view! { <button type="button" class="button" aria-label=format!("{label} {sign}") on:click=move |_| change(pixels)>{sign}</button> }
    };
    let result = move || match kiosk.own.with(Settings::target) {
        Some(pixels) => words.measured(TARGET, pixels),
        None => words.unmeasured.to_owned(),
    };
    part(
        words.measure,
        view! {
            <p>{words.measure_lead}</p>
            <div class="measure">
                <div class="measure__card" style:--card=move || format!("{}px", density.get() * CARD)></div>
                <div class="measure__steps">
                    {step(words.narrower, "− −", -20.0)} {step(words.narrower, "−", -1.0)}
                    {step(words.wider, "+", 1.0)} {step(words.wider, "+ +", 20.0)}
                </div>
            </div>
            <p role="status">{live(result)}</p>
        },
    )
}
