//! Whatever goes wrong, the kiosk is back with nobody before it, and in the end stands still with dignity.

use journeys::{Visit, Visitor, shipped};
use serde_json::json;
use xtask::site::Fault;

use crate::shell::TRAP;

use super::{begin, open_kiosk, see_attract, see_version, upright};

/// Takes all memory that the program can have, so that the next thing it keeps finds none.
const EXHAUST: &str = "
    return globalThis.twinParks.then((app) => {
        for (let step = 16384; step >= 1; step = Math.floor(step / 2)) {
            try { for (;;) app.memory.grow(step); } catch { /* a smaller step */ }
        }
        setTimeout(() => app.__wbindgen_malloc ? app.__wbindgen_malloc(2 ** 30, 1) : app[Object.keys(app).find((key) => key.includes('malloc'))](2 ** 30, 1));
        return null;
    });";

/// The kinds of the faults that were noted.
async fn noted(visitor: &Visitor) -> Vec<String> {
    visitor.ask("return JSON.parse(kiosk.health()).faults.map((it) => it.kind);").await
}

/// Marks the page, does something to it, and waits for another one that shows the kiosk with nobody there. Gives the
/// milliseconds that it took by the clock of the wall.
async fn comes_back_after(visitor: &Visitor, act: &str) -> u128 {
    visitor.ask::<()>("globalThis.isOld = true; return null;").await;
    let start = std::time::Instant::now();
    visitor.ask::<()>(act).await;
    visitor
        .wait_for("another page", "return globalThis.isOld !== true && Boolean(document.querySelector('.attract__half'));")
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
        ("a stuck page", "setTimeout(() => { for (;;) {} }, 100); return null;", "stuck"),
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
        });
    }
}

#[test]
fn three_faults_in_ten_minutes_and_it_stands_still_with_a_code() {
    upright().tolerant().go(async |visitor| {
        open_kiosk(visitor, "").await;
        see_version(visitor).await;
        visitor.wait_for("what is shown if all fails", "return kiosk.get('last good') !== null;").await;
        for _ in 0..3 {
            comes_back_after(visitor, TRAP).await;
        }
        visitor.ask::<()>(TRAP).await;
        visitor.see_some(".last-good__code").await;
        let read = crate::take_along::decoded(&crate::take_along::picture(visitor, ".last-good__code").await);
        assert_eq!(read, visitor.url_of(""));
        assert_eq!(noted(visitor).await.len(), 4);
        // It stays so, whatever is touched.
        visitor.tap(300, 300).await;
        visitor.see_some(".last-good__code").await;
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
    let html = Fault::Body { status: 200, content_type: "text/html".to_owned(), bytes: b"<!doctype html><p>busy".to_vec() };
    let broken = Fault::Body { status: 500, content_type: "text/plain".to_owned(), bytes: b"oh".to_vec() };
    for fault in [html, broken] {
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
fn a_second_tab_a_clock_that_jumps_and_a_storm_of_touches_change_nothing() {
    upright().go(async |visitor| {
        open_kiosk(visitor, "?idle=600").await;
        see_version(visitor).await;
        begin(visitor).await;
        // Fifty touches in a second, all over the page.
        for at in 0..50_u32 {
            visitor.tap(40 + at * 19 % 1000, 300 + at * 37 % 900).await;
        }
        visitor.see_some(".reach, .attract").await;
        // A day forwards, a day back, and a second tab.
        for day in [86_400_000, -86_400_000] {
            visitor.ask::<()>(&format!("const now = Date.now; Date.now = () => now() + {day}; return null;")).await;
            visitor.ask::<()>("return new Promise((done) => setTimeout(done, 1500));").await;
        }
        let second = json!({ "url": visitor.url_of("kiosk?idle=600"), "background": true });
        let second = visitor.browser().command("Target.createTarget", second).await;
        visitor.ask::<()>("return new Promise((done) => setTimeout(done, 3000));").await;
        visitor.see_some(".reach, .attract").await;
        assert_eq!(noted(visitor).await, Vec::<String>::new());
        visitor.browser().command("Target.closeTarget", json!({ "targetId": second["targetId"] })).await;
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
