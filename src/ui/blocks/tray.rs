//! The compare tray: what is chosen, and the way to set it side by side.

use super::Logo;
use crate::present::explore::TrayView;
use crate::present::link::LinkView;
use crate::present::words::Words;
use leptos::prelude::*;

/// The tray; it is there only while something is chosen.
#[component]
pub fn Tray(
    /// What is chosen.
    tray: TrayView,
    /// The words of the interface.
    words: &'static Words,
) -> impl IntoView {
    let chip = |link: LinkView| {
        let (label, key) = (words.remove_it(&link.label), format!("tray-{}", link.label));
        view! {
            <li>
                <a class="tray__chip" href=link.href data-noscroll="" data-key=key aria-label=label>
                    {link.label} <span aria-hidden="true">" ×"</span>
                </a>
            </li>
        }
    };
    (!tray.chosen.is_empty()).then(|| view! {
        <aside class="tray" aria-label=words.tray>
            <Logo />
            <ul class="tray__list">{tray.chosen.into_iter().map(chip).collect_view()}</ul>
            <span class="tray__hint">{tray.hint}</span>
            <a class="tray__clear" href=tray.clear data-noscroll="">{words.clear_tray}</a>
            {tray.compare.map(|link| view! { <a class="tray__compare" href=link.href data-key="tray-compare">{link.label}</a> })}
        </aside>
    })
}
