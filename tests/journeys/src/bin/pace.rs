//! How long a change of language, currency or land unit takes on the screen, over the real data: `pace`.
//!
//! Each change is measured from the moment of choosing until the page is laid out anew, and stands beside a yardstick
//! of the same run: what the browser itself needs to throw the main part of the page away and lay out a copy of it. A
//! frame of a usual screen lasts 16.7 ms.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench prints, and stops at the first thing that is not as it should be"
)]

use journeys::{Browser, Visitor, Wishes, dist};
use serde::Deserialize;
use tokio::runtime::Builder;
use xtask::site::Site;

/// What is chosen back and forth, after both ways have been gone once, so that every language is there.
const CHANGES: [(&str, &str, [&str; 2]); 3] =
    [("language", "lang", ["vi", "zh-Hans"]), ("currency", "ccy", ["USD", "CNY"]), ("land unit", "units", ["mu", "acre"])];
const VIEWS: [(&str, &str); 3] = [
    ("Explore", "/"),
    ("Compare", "/compare?ids=china-malaysia,china-vietnam"),
    ("Compare 5", "/compare?ids=china-malaysia,china-vietnam,china-indonesia,dongxing-mong-cai,suzhou"),
];

/// Chooses in turn, and tells the milliseconds of each change and the number of frames until it was on the screen.
const MEASURE: &str = "
    const [name, values, times] = arguments;
    const frame = () => new Promise(requestAnimationFrame);
    const settled = async () => { for (let at = 0; at < 30; at += 1) await frame(); };
    const choose = (value) => {
        const list = document.querySelector(`select[name=${name}]`);
        list.value = value;
        list.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const shown = () => `${document.documentElement.lang} ${document.querySelector('main').innerText}`;
    const run = async () => {
        for (const value of values) { choose(value); await settled(); await new Promise((go) => setTimeout(go, 700)); }
        const milliseconds = [], frames = [];
        for (let at = 0; at < times; at += 1) {
            await settled();
            const before = shown();
            const start = performance.now();
            choose(values[at % values.length]);
            // What the app does runs as microtasks, all of them before this goes on.
            await new Promise((go) => queueMicrotask(() => queueMicrotask(() => Promise.resolve().then(go))));
            document.body.getBoundingClientRect();
            milliseconds.push(performance.now() - start);
            // Reading the page's words costs more than drawing them, so it is done off the clock.
            let count = 0;
            while (shown() === before && count < 60) { await frame(); count += 1; }
            frames.push(count);
        }
        const main = document.querySelector('main');
        const yardstick = [];
        for (let at = 0; at < times; at += 1) {
            await frame();
            const copy = main.cloneNode(true);
            const start = performance.now();
            main.replaceWith(copy);
            document.body.getBoundingClientRect();
            yardstick.push(performance.now() - start);
            copy.replaceWith(main);
            document.body.getBoundingClientRect();
        }
        return { milliseconds, frames, yardstick };
    };
    return run();";

#[derive(Deserialize)]
struct Measured {
    milliseconds: Vec<f64>,
    frames: Vec<u32>,
    yardstick: Vec<f64>,
}

fn middle(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

fn worst(values: &[f64]) -> f64 {
    values.iter().copied().fold(0.0, f64::max)
}

fn main() {
    let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime of one thread needs nothing");
    let site = Site::new(dist()).listen(0).expect("the server starts");
    let browser = runtime.block_on(Browser::start(Wishes { languages: "en", ..Wishes::default() }));
    let visitor = Visitor::new(browser, site);
    println!("view        change      median ms   worst ms   frames to wait   yardstick ms   ratio");
    runtime.block_on(async {
        visitor.browser().resize(1280, 900).await;
        for (view, address) in VIEWS {
            for (what, name, values) in CHANGES {
                visitor.open(address).await;
                visitor.see_some("article, tr[data-row]").await;
                let arguments = vec![serde_json::json!(name), serde_json::json!(values), serde_json::json!(20)];
                let measured: Measured = visitor.browser().ask(MEASURE, arguments).await.expect("the page answers");
                let (median, yardstick) = (middle(measured.milliseconds.clone()), middle(measured.yardstick));
                println!(
                    "{view:<11} {what:<10} {median:>10.1} {:>10.1} {:>16} {yardstick:>14.1} {:>7.2}",
                    worst(&measured.milliseconds),
                    measured.frames.iter().max().copied().unwrap_or_default(),
                    median / yardstick.max(0.1),
                );
            }
        }
    });
    runtime.block_on(visitor.leave());
}
