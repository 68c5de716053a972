//! Loading: what is requested, how often, and whether the page stays still meanwhile.

use std::collections::BTreeMap;
use std::time::Duration;

use journeys::{Visit, Visitor, until};
use xtask::site::Fault;

const CORE: [&str; 4] = ["data/attributes.json", "data/pairs.json", "data/parks.json", "data/sectors.json"];
const LATER: [&str; 3] = ["data/context.json", "data/disputes.json", "data/sources.json"];

/// Waits until all data is there, and the page with it.
async fn see_everything(visitor: &Visitor) {
    let all = "return performance.getEntriesByType('resource').filter((it) => it.name.includes('/data/') && it.responseEnd > 0).length >= 7
        && !document.querySelector('.loading') && Boolean(document.querySelector('main h1'));";
    visitor.wait_for("a page with all data", all).await;
}

#[test]
fn every_file_is_requested_once_and_the_core_data_before_the_app_runs() {
    Visit::new().alone().go(async |visitor| {
        visitor.open("/").await;
        see_everything(visitor).await;
        let requests = visitor.server().requests();
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        for (path, status) in &requests {
            assert_eq!(*status, 200, "{path}");
            *times.entry(path).or_default() += 1;
        }
        assert!(times.values().all(|times| *times == 1), "{times:?}");
        assert!(CORE.iter().chain(&LATER).all(|path| times.contains_key(path)), "{times:?}");
        let place = |path: &str| requests.iter().position(|(it, _)| it == path).expect("it was requested, as seen above");
        // What the app itself asks for first tells when it began to run.
        let start = LATER.iter().map(|path| place(path)).min().expect("there are some");
        for path in CORE {
            assert!(place(path) < start, "{path} was only requested when the app ran: {requests:?}");
        }
    });
}

#[test]
fn going_to_other_pages_requests_nothing_more() {
    Visit::new().alone().go(async |visitor| {
        visitor.open("/").await;
        see_everything(visitor).await;
        // The part of the program that few ask for comes once the page has settled.
        let later = "return performance.getEntriesByType('resource').some((it) => it.name.includes('/later-') && it.name.endsWith('.wasm'));";
        visitor.wait_for("the part that comes later", later).await;
        visitor.server().clear_requests();
        for page in ["Compare", "Sectors", "Sources", "Data", "Explore"] {
            visitor.follow_in(("navigation", "Main"), page).await;
            visitor.wait_for("the page", &format!("return document.title.startsWith('{page}');")).await;
        }
        visitor.follow("Kuantan").await;
        visitor.see_heading("Kuantan").await;
        assert_eq!(visitor.server().requests(), Vec::new());
    });
}

/// How far things have moved without anybody having touched them, and what moved.
const SHIFTS: &str = "
    const frame = () => new Promise(requestAnimationFrame);
    const rect = (it) => `${it.x},${it.y} ${it.width}x${it.height}`;
    const source = (it) => `${it.node?.localName}.${it.node?.className} from ${rect(it.previousRect)} to ${rect(it.currentRect)}`;
    return frame().then(frame).then(() => {
        const observer = new PerformanceObserver(() => {});
        observer.observe({ type: 'layout-shift', buffered: true });
        const shifts = observer.takeRecords().filter((it) => !it.hadRecentInput && it.value > 0);
        return shifts.map((it) => `${it.value.toFixed(4)}: ${it.sources.map(source).join('; ')}`);
    });";

#[test]
fn nothing_jumps_while_the_first_page_loads() {
    let mut jumps = Vec::new();
    for (width, height) in [(1280, 900), (390, 844)] {
        // The data comes late the second time, so that each stage of the page is drawn: its static shape, the app waiting, the app with data.
        let late =
            CORE.iter().fold(Visit::new(), |visit, path| visit.with_fault(path, Fault::Slow(Duration::from_millis(2_500))));
        for (when, visit) in [("at once", Visit::new()), ("late", late)] {
            let shifts: Vec<String> = visit.sized(width, height).go(async |visitor| {
                visitor.open("/").await;
                see_everything(visitor).await;
                visitor.ask(SHIFTS).await
            });
            jumps.extend(shifts.into_iter().map(|shift| format!("{width} by {height}, data {when}: {shift}")));
        }
    }
    assert!(jumps.is_empty(), "{jumps:#?}");
}

#[test]
fn the_preloaded_data_is_what_the_app_uses() {
    Visit::new().alone().go(async |visitor| {
        visitor.open_explore().await;
        let kinds: BTreeMap<String, String> = visitor
            .ask("return Object.fromEntries(performance.getEntriesByType('resource').map((it) => [new URL(it.name).pathname.slice(1), it.initiatorType]));")
            .await;
        for path in CORE {
            assert_eq!(kinds.get(path).map(String::as_str), Some("link"), "{kinds:?}");
        }
        let said = visitor.browser().console().await;
        assert!(said.iter().all(|message| !message.contains("A preload for")), "the preload was not taken: {said:?}");
    });
}

#[test]
fn what_is_missing_is_answered_so_and_never_with_the_page() {
    Visit::new().expecting("404").go(async |visitor| {
        visitor.open_explore().await;
        let answers: Vec<(String, u16, String)> = visitor
            .ask(
                "const paths = ['data/nothing.json', 'twin-parks-0000000000000000_bg.wasm', 'style-0000000000000000.css', 'nothing.js', 'data/deep/er'];
                return Promise.all(paths.map(async (path) => {
                    const answer = await fetch(path);
                    return [path, answer.status, await answer.text()];
                }));",
            )
            .await;
        for (path, status, text) in answers {
            assert_eq!(status, 404, "{path}");
            assert!(!text.contains("<html") && !text.contains("<!doctype"), "{path} is answered with a page");
        }
    });
}

#[test]
fn the_policy_is_in_force_and_the_app_lives_within_it() {
    Visit::new().expecting("Content Security Policy").go(async |visitor| {
        visitor.open_explore().await;
        assert_eq!(visitor.browser().errors().await, Vec::<String>::new(), "the app itself breaks nothing");
        visitor.ask::<()>("const script = document.createElement('script'); script.textContent = 'window.hacked = 1'; document.body.append(script);").await;
        until("the policy to say no", async || {
            let errors = visitor.browser().errors().await;
            if errors.is_empty() { Err("silence".to_owned()) } else { Ok(()) }
        })
        .await;
        assert!(visitor.ask::<bool>("return window.hacked === undefined;").await);
    });
}
