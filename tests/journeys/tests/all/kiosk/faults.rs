//! Whatever goes wrong, the kiosk is back with nobody before it, and in the end stands still with dignity.

use journeys::{Visit, Visitor, shipped};
use serde_json::json;
use xtask::site::Fault;

use crate::shell::TRAP;

use super::{BASE, begin, open_kiosk, see_attract, see_version, upright};

/// Takes all memory that the program can have, so that the next thing it keeps finds none.
const EXHAUST: &str = "
    return globalThis.twinParks.then((app) => {
        for (let step = 16384; step >= 1; step = Math.floor(step / 2)) {
            try { for (;;) app.memory.grow(step); } catch { /* a smaller step */ }
        }
        setTimeout(() => app.__wbindgen_malloc ? app.__wbindgen_malloc(2 ** 30, 1) : app[Object.keys(app).find((key) => key.includes('malloc'))](2 ** 30, 1));
        return null;
    });";

/// Keeps the page's thread for ever.
const STUCK: &str = "setTimeout(() => { for (;;) {} }, 100); return null;";

/// The kinds of the faults that were noted.
async fn noted(visitor: &Visitor) -> Vec<String> {
    visitor.ask("return JSON.parse(kiosk.health()).faults.map((it) => it.kind);").await
}

/// Marks the page, does something to it, and waits for another one that shows the kiosk with nobody there. Gives the
/// milliseconds that it took by the clock of the wall.
pub(super) async fn comes_back_after(visitor: &Visitor, act: &str) -> u128 {
    visitor.ask::<()>("globalThis.isOld = true; return null;").await;
    let start = std::time::Instant::now();
    visitor.ask::<()>(act).await;
    visitor
        .wait_for("another page", "return globalThis.isOld !== true && Boolean(document.querySelector('.attract .half'));")
        .await;
    start.elapsed().as_millis()
}

#[test]
fn a_panic_an_exhausted_memory_and_a_page_that_is_stuck_all_end_with_nobody_there() {
    for (fault, act, kind) in [
        ("a panic", TRAP, "error"),
        ("no memory", EXHAUST, "error"),
        (
            "a rejection",
            "setTimeout(() => dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason: new Error('of a test') }))); return null;",
            "rejection: of a test",
        ),
        ("a stuck page", STUCK, "stuck"),
    ] {
        // Some of these print their error, which is as it should be.
        upright().tolerant().go(async |visitor| {
            open_kiosk(visitor, "?idle=600").await;
            see_version(visitor).await;
            visitor.wait_for("a worker that watches", "return Boolean(navigator.serviceWorker.controller);").await;
            begin(visitor).await;
            visitor.press("Tiếng Việt").await;
            let took = comes_back_after(visitor, act).await;
            eprintln!("after {fault}: back in {took} ms");
            let kinds = noted(visitor).await;
            assert!(kinds.len() == 1 && kinds[0].starts_with(kind), "{fault}: {kinds:?}");
            assert!(visitor.address().await.starts_with("/kiosk?"), "{fault}: {}", visitor.address().await);
            // What stood there before is not there again, and the next visitor is served.
            visitor.wait_for("the first language", "return document.documentElement.lang === 'en';").await;
            begin(visitor).await;
            // Nor is it for once only: each time the browser has to find a process that is not stuck yet.
            for _ in 0..if act == STUCK { 2 } else { 0 } {
                comes_back_after(visitor, act).await;
                begin(visitor).await;
            }
        });
    }
}

#[test]
fn an_app_that_falls_silent_while_its_page_lives_is_started_again() {
    upright().go(async |visitor| {
        // The clock of the app, which is the only one of half a second.
        let keep = "{ const set = setInterval; globalThis.setInterval = (then, wait, ...more) => {
            const id = set(then, wait, ...more); if (wait === 500) globalThis.tick = id; return id; }; }";
        visitor.before_pages(keep).await;
        open_kiosk(visitor, "?idle=600").await;
        begin(visitor).await;
        comes_back_after(visitor, "clearInterval(globalThis.tick); return null;").await;
        assert_eq!(noted(visitor).await, ["silent"]);
        begin(visitor).await;
    });
}

#[test]
fn three_faults_in_ten_minutes_and_it_stands_still_with_a_code_until_it_tries_again() {
    upright().tolerant().go(async |visitor| {
        // Five minutes of standing still are some seconds here.
        visitor.hasten(60).await;
        open_kiosk(visitor, &format!("?{BASE}")).await;
        see_version(visitor).await;
        visitor.wait_for("what is shown if all fails", "return kiosk.get('last good') !== null;").await;
        for _ in 0..3 {
            comes_back_after(visitor, TRAP).await;
        }
        visitor.ask::<()>(TRAP).await;
        visitor.see_some(".last-good__code").await;
        let read = crate::take_along::decoded(&crate::take_along::picture(visitor, ".last-good__code").await);
        assert_eq!(read, "https://twin.example.org/parks/");
        let lines: String = visitor.ask("return text(document.querySelector('.last-good'));").await;
        assert!(lines.contains("other figures exist"), "what sources quarrel over says so: {lines}");
        assert_eq!(noted(visitor).await.len(), 4);
        // It stays so, whatever is touched.
        visitor.tap(300, 300).await;
        visitor.see_some(".last-good__code").await;
        see_attract(visitor).await;
        // What was before it stood still counts no more.
        comes_back_after(visitor, TRAP).await;
    });
}

#[test]
fn faults_of_earlier_and_what_lies_broken_on_the_device_do_not_keep_it_from_starting_again() {
    upright().tolerant().go(async |visitor| {
        open_kiosk(visitor, "").await;
        see_version(visitor).await;
        let earlier = "[0, 1, 2, 3, 4].map((at) => ({ at: Date.now() - 660000 - at, kind: 'of a test' }))";
        let broken = ["5", "{}", "null", "'{'", "[null, 5, {}]"].map(|text| format!("{text:?}"));
        let faults = std::iter::once(format!("JSON.stringify({earlier})")).chain(broken);
        for faults in faults {
            for name in ["settings", "last good", "pin"] {
                visitor.ask::<()>(&format!("kiosk.set('{name}', '{{'); return null;")).await;
            }
            visitor.ask::<()>(&format!("kiosk.set('faults', {faults}); return null;")).await;
            comes_back_after(visitor, TRAP).await;
            visitor.ask::<()>("kiosk.set('faults', '[]'); return null;").await;
        }
        begin(visitor).await;
    });
}

#[test]
fn a_browser_that_keeps_nothing_at_all_still_serves_forgets_and_stands_still_in_the_end() {
    upright().without_storage().tolerant().go(async |visitor| {
        visitor.hasten(10).await;
        open_kiosk(visitor, "?idle=20&warn=5").await;
        begin(visitor).await;
        visitor.see_some("dialog.asking[open]").await;
        see_attract(visitor).await;
        for _ in 0..3 {
            comes_back_after(visitor, TRAP).await;
        }
        visitor.ask::<()>(TRAP).await;
        visitor.see_some(".last-good").await;
    });
}

#[test]
fn a_piece_of_the_program_that_does_not_come_is_a_fault() {
    let piece = shipped("kiosk-", ".wasm");
    // Nothing is on the device yet, so nothing can stand in for it.
    upright().tolerant().with_fault(&piece, Fault::Missing).go(async |visitor| {
        visitor.open("/kiosk").await;
        visitor.see_some(".last-good").await;
        let kinds: Vec<String> =
            visitor.ask("return JSON.parse(localStorage.getItem('twin-parks faults')).map((it) => it.kind);").await;
        assert!(kinds.len() == 4 && kinds.iter().all(|kind| kind == "a part of the program did not come"), "{kinds:?}");
    });
}

#[test]
fn data_that_does_not_come_is_a_fault_and_a_part_of_it_is_asked_for_again() {
    let core = ["attributes", "pairs", "parks", "sectors"].map(|name| format!("data/{name}.json"));
    let lost = core.iter().fold(upright().tolerant(), |visit, path| visit.with_fault(path, Fault::Missing));
    lost.go(async |visitor| {
        visitor.open("/kiosk").await;
        visitor.see_some(".last-good").await;
    });
    for fault in [Fault::page(), Fault::failed()] {
        upright().tolerant().with_fault("data/sources.json", fault).go(async |visitor| {
            visitor.hasten(30).await;
            visitor.open("/kiosk").await;
            visitor.see_some(".attract").await;
            visitor.wait_for("a look for news", "return Boolean(JSON.parse(kiosk.health()).problem);").await;
            visitor.server().set_fault("data/sources.json", None);
            // Asked for again while nobody is there, and then whole.
            see_attract(visitor).await;
            assert_eq!(noted(visitor).await, Vec::<String>::new());
        });
    }
}

#[test]
fn a_second_tab_changes_nothing_for_the_visitor_of_the_first() {
    upright().go(async |visitor| {
        open_kiosk(visitor, "?idle=600").await;
        see_version(visitor).await;
        begin(visitor).await;
        visitor.press("Tiếng Việt").await;
        let before = visitor.address().await;
        let second = json!({ "url": visitor.url_of("kiosk?idle=600"), "background": true });
        let second = visitor.browser().command("Target.createTarget", second).await;
        visitor.ask::<()>("return new Promise((done) => setTimeout(done, 5000));").await;
        assert_eq!(visitor.address().await, before);
        assert_eq!(noted(visitor).await, Vec::<String>::new());
        visitor.browser().command("Target.closeTarget", json!({ "targetId": second["targetId"] })).await;
        visitor.press("Bắt đầu lại").await;
        see_attract(visitor).await;
    });
}

#[test]
fn a_clock_that_jumps_a_day_neither_asks_nor_forgets_anybody() {
    upright().go(async |visitor| {
        visitor.hasten(10).await;
        open_kiosk(visitor, "?idle=120&warn=10").await;
        see_version(visitor).await;
        begin(visitor).await;
        let before = visitor.address().await;
        for day in [86_400_000, -86_400_000_i64] {
            let jump = format!(
                "const Old = Date; globalThis.Date = class extends Old {{
                    constructor(...given) {{ given.length ? super(...given) : super(Old.now() + {day}); }}
                    static now() {{ return Old.now() + {day}; }} }}; return null;"
            );
            visitor.ask::<()>(&jump).await;
            visitor.tap(540, 1_000).await;
            visitor.ask::<()>("return new Promise((done) => setTimeout(done, 30000));").await;
            assert!(!visitor.sees("Still there?").await, "{day}");
            assert_eq!(visitor.address().await, before, "{day}");
        }
        // Nobody does anything from here on.
        visitor.see_some("dialog.asking[open]").await;
        see_attract(visitor).await;
        assert_eq!(noted(visitor).await, Vec::<String>::new());
    });
}

#[test]
fn a_storm_of_touches_leaves_a_kiosk_that_serves_and_forgets() {
    upright().go(async |visitor| {
        visitor.hasten(10).await;
        open_kiosk(visitor, "?idle=20&warn=5").await;
        begin(visitor).await;
        // Fifty touches at once, all over the page, three times; the page gets them as fast as it can take them.
        for _ in 0..3 {
            let start = std::time::Instant::now();
            let mut touches = 0_u32;
            while touches < 50 || start.elapsed().as_millis() < 1_000 {
                visitor.tap(40 + touches * 19 % 1000, 60 + touches * 37 % 1_800).await;
                touches += 1;
            }
            eprintln!("{touches} touches in {} ms", start.elapsed().as_millis());
        }
        // Nobody does anything from here on, wherever the storm has led.
        see_attract(visitor).await;
        assert_eq!(noted(visitor).await, Vec::<String>::new());
        begin(visitor).await;
        visitor.see_some(".reach").await;
    });
}

#[test]
fn elsewhere_nothing_starts_again_by_itself() {
    Visit::new().expecting("RuntimeError").go(async |visitor| {
        visitor.open("/?country=VN").await;
        visitor.see_some("article").await;
        visitor.ask::<()>(TRAP).await;
        visitor.see("The app has stopped after an error.").await;
        visitor.see_address("/?country=VN").await;
        let workers: u32 = visitor.ask("return navigator.serviceWorker.getRegistrations().then((all) => all.length);").await;
        assert_eq!(workers, 0, "the site has no worker");
    });
}
