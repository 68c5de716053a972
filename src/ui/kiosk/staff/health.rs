//! How the kiosk fares.

use super::part;
use crate::platform::guard;
use crate::present::kiosk::KioskWords;
use crate::present::notice::address_notice;
use crate::ui::kiosk::state::Kiosk;
use crate::ui::reactive::live;
use crate::wire::health;
use leptos::prelude::*;

/// Version, age of the data, memory, time since the start, faults. Nothing of it is sent anywhere.
#[component]
pub(super) fn HealthTable(
    /// The kiosk.
    kiosk: Kiosk,
    /// Its words.
    words: &'static KioskWords,
) -> impl IntoView {
    kiosk.health.set(health(&guard::ask("health", &[]).unwrap_or_default()));
    let megabytes = |bytes: f64| format!("{:.1}", bytes / 1_048_576.0);
    let yes_or_no = |is_so: bool| if is_so { words.yes } else { words.no }.to_owned();
    let or_none = |text: String| if text.is_empty() { words.none.to_owned() } else { text };
    let rows = move || {
        let health = kiosk.health.get();
        let faults = health.faults.iter().rev().map(|(at, kind)| format!("{}: {kind}", kiosk.moment(*at, words)));
        let misread = address_notice(&kiosk.misread.get_value(), &kiosk.app.view.reader.get_untracked());
        let rows = [
            ("version", or_none(health.version.clone())),
            ("fetched", kiosk.moment(health.fetched, words)),
            ("checked", kiosk.moment(health.checked, words)),
            ("problem", or_none(health.problem.clone())),
            ("worker", yes_or_no(health.has_worker && !health.version.is_empty())),
            ("awake", yes_or_no(health.is_awake)),
            ("uptime", format!("{:.0}", health.uptime / 60.0)),
            ("memory", megabytes(guard::memory())),
            ("heap", megabytes(health.heap)),
            ("visitors", kiosk.visitors.get_value().to_string()),
            ("faults", or_none(faults.collect::<Vec<_>>().join("; "))),
            ("site", kiosk.site().unwrap_or_else(|| words.no_site.to_owned())),
            ("address", or_none(misread.map(|notice| notice.details.join(" ")).unwrap_or_default())),
        ];
        let row = |(sign, value): (&'static str, String)| {
            view! { <div class="facts__row" data-sign=sign><dt>{words.health(sign)}</dt><dd>{value}</dd></div> }
        };
        rows.map(row).collect_view()
    };
    part(words.health, view! { <dl class="facts">{live(rows)}</dl> })
}
