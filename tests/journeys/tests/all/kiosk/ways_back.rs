//! Versions that are no good, or that the device has lost something of: what leads back to one that works, with nobody
//! there to help.

use journeys::{Visitor, shipped_in};
use serde_json::{Value, json};
use xtask::site::{Fault, Site};

use super::updates::{change, change_data, change_named, copy, hear_of, look_for_news, see_newer};
use super::{begin, open_kiosk, open_kiosk_set, see_attract, see_version, upright};

/// The version in use.
async fn in_use(visitor: &Visitor) -> String {
    visitor.ask("return JSON.parse(kiosk.health()).version;").await
}

/// Waits until a page of this version shows itself with nobody there. Meanwhile there may be no page to ask.
async fn see_in_use(visitor: &Visitor, version: &str) {
    let script = format!(
        "return Boolean(globalThis.kiosk?.health && document.querySelector('.attract .half')) && JSON.parse(kiosk.health()).version === {version:?};"
    );
    visitor.wait_for(&format!("a page of version {version}"), &script).await;
}

/// Has the device lose a file of a version.
async fn lose(visitor: &Visitor, version: &str, file: &str) {
    let lose = "return caches.open(`twin-parks ${arguments[0]}`).then((cache) => cache.delete(new URL(arguments[1], document.baseURI).href));";
    let lost: bool = visitor.browser().ask(lose, vec![json!(version), json!(file)]).await.expect("an answer");
    assert!(lost, "{file} was there");
}

#[test]
fn a_version_that_does_not_start_is_left_for_the_one_before() {
    let folder = copy();
    upright().at(folder.path(), "/").tolerant().go(async |visitor| {
        open_kiosk(visitor, "").await;
        let old = see_version(visitor).await;
        visitor.wait_for("a good start", "return JSON.parse(kiosk.health()).onTrial === false;").await;
        // It says what it is, and can't be started all the same.
        change(folder.path(), "words/kiosk/en.json", |_| "{".to_owned());
        look_for_news(visitor).await;
        let faults = "return JSON.parse(globalThis.kiosk?.health() ?? '{\"faults\":[]}').faults.length >= 2 && Boolean(document.querySelector('.attract .half'));";
        visitor.wait_for("two starts in vain, and the old one", faults).await;
        visitor.wait_for("the version before", &format!("return JSON.parse(kiosk.health()).version === {old:?};")).await;
        // It is not tried again.
        look_for_news(visitor).await;
        visitor.ask::<()>("return new Promise((done) => setTimeout(done, 2000));").await;
        see_attract(visitor).await;
        assert_eq!(in_use(visitor).await, old);
    });
}

#[test]
fn a_version_of_which_not_even_the_watchdog_starts_is_left_for_the_one_before() {
    type Edit = fn(String) -> String;
    let edits: [(&str, Edit); 4] = [
        ("index.html", |page| page.replace("<script", "<template")),
        ("boot-", |_| "throw new Error('of a test');".to_owned()),
        ("kiosk/watchdog.js", |_| "throw new Error('of a test');".to_owned()),
        ("twin-parks-", |_| "export default () => { for (;;) {} };".to_owned()),
    ];
    for (beginning, edit) in edits {
        let folder = copy();
        // With less patience for what does not start, so that the test has time for it.
        change(folder.path(), "worker.js", |text| {
            let sooner = text.replace("starting = 45_000", "starting = 2_000");
            assert_ne!(sooner, text);
            sooner
        });
        change(folder.path(), "kiosk/watchdog.js", |text| {
            let sooner = text.replace("STARTING = 30_000", "STARTING = 2_000");
            assert_ne!(sooner, text);
            sooner
        });
        upright().at(folder.path(), "/").tolerant().go(async |visitor| {
            open_kiosk(visitor, "").await;
            let old = see_version(visitor).await;
            visitor.wait_for("a good start", "return JSON.parse(kiosk.health()).onTrial === false;").await;
            visitor.ask::<()>("globalThis.isOld = true; return null;").await;
            let name = if beginning.ends_with('-') {
                change_named(folder.path(), beginning, edit)
            } else {
                change(folder.path(), beginning, edit);
                beginning.to_owned()
            };
            look_for_news(visitor).await;
            let back = format!(
                "return globalThis.isOld !== true && Boolean(document.querySelector('.attract .half')) && JSON.parse(kiosk.health()).version === {old:?}
                    || `${{globalThis.isOld}} ${{globalThis.kiosk?.health()}}`;"
            );
            visitor.wait_for(&format!("the version before that with another {name}"), &back).await;
            let health: Value = visitor.ask("return JSON.parse(kiosk.health());").await;
            assert!(health["problem"].as_str().is_some_and(|problem| problem.contains("did not start")), "{health}");
        });
    }
}

#[test]
fn a_version_that_ends_again_and_again_on_its_first_day_is_left_for_the_one_before() {
    let folder = copy();
    let script = shipped_in(folder.path(), "twin-parks-", ".js");
    upright().at(folder.path(), "/").tolerant().go(async |visitor| {
        // The five minutes of the page that stands still are five seconds here.
        visitor.hasten(60).await;
        open_kiosk(visitor, "").await;
        let old = see_version(visitor).await;
        // It ends each time, but only once it has said that it started well.
        let ends = "setInterval(() => { const { version, onTrial } = JSON.parse(kiosk.health()); if (version && !onTrial) Promise.reject(new Error('of a test')); }, 400);";
        change(folder.path(), &script, |text| format!("{text}\n{ends}\n"));
        look_for_news(visitor).await;
        visitor.see_some(".last-good").await;
        see_in_use(visitor, &old).await;
        let problem: String = visitor.ask("return JSON.parse(kiosk.health()).problem;").await;
        assert!(problem.contains("did not last"), "{problem}");
    });
}

#[test]
fn newer_data_of_which_a_part_can_not_be_used_is_left_for_the_data_before() {
    let folder = copy();
    upright().at(folder.path(), "/").tolerant().go(async |visitor| {
        visitor.hasten(30).await;
        open_kiosk(visitor, "").await;
        let old = see_version(visitor).await;
        change(folder.path(), "data/context.json", |_| r#"{"version":"9.0"}"#.to_owned());
        look_for_news(visitor).await;
        visitor.see("Part of the data").await;
        see_in_use(visitor, &old).await;
        assert!(!visitor.sees("Part of the data").await);
    });
}

#[test]
fn what_a_page_can_not_start_without_is_lost_and_a_newer_version_takes_its_place() {
    for file in ["index.html", "kiosk/glass.js"] {
        let folder = copy();
        upright().at(folder.path(), "/").tolerant().go(async |visitor| {
            visitor.hasten(10).await;
            open_kiosk(visitor, "").await;
            let old = see_version(visitor).await;
            // The server has no such file any more, only a newer one.
            change(folder.path(), file, |text| format!("{text}\n"));
            lose(visitor, &old, file).await;
            visitor.open("/kiosk").await;
            see_newer(visitor, &old).await;
            see_attract(visitor).await;
        });
    }
}

#[test]
fn what_is_lost_without_a_network_leads_back_to_the_version_before_until_it_can_be_had() {
    let folder = copy();
    upright().at(folder.path(), "/").tolerant().go(async |visitor| {
        visitor.hasten(10).await;
        open_kiosk(visitor, "").await;
        let old = see_version(visitor).await;
        change_data(folder.path(), 4321);
        look_for_news(visitor).await;
        see_newer(visitor, &old).await;
        see_attract(visitor).await;
        visitor.wait_for("a good start", "return JSON.parse(kiosk.health()).onTrial === false;").await;
        let new = in_use(visitor).await;
        visitor.server().set_cut(true);
        // The version before has the same file.
        lose(visitor, &new, "kiosk/device.js").await;
        visitor.open("/kiosk").await;
        see_in_use(visitor, &new).await;
        // It has no such data.
        lose(visitor, &new, "data/parks.json").await;
        visitor.open("/kiosk").await;
        see_in_use(visitor, &old).await;
        visitor.server().set_cut(false);
        look_for_news(visitor).await;
        see_in_use(visitor, &new).await;
    });
}

#[test]
fn a_version_that_is_ready_is_put_to_use_even_after_a_restart_without_a_network() {
    let folder = copy();
    upright().at(folder.path(), "/").tolerant().go(async |visitor| {
        open_kiosk(visitor, "?idle=600").await;
        let old = see_version(visitor).await;
        begin(visitor).await;
        change_data(folder.path(), 4321);
        hear_of(visitor, "ready").await;
        visitor.server().set_cut(true);
        visitor.open("/kiosk/sectors?idle=600&lang=en").await;
        visitor.see_some(".sector-tree").await;
        visitor.wait_for("the version of before", &format!("return JSON.parse(kiosk.health()).version === {old:?};")).await;
        visitor.press("Start over").await;
        see_newer(visitor, &old).await;
        see_attract(visitor).await;
    });
}

#[test]
fn another_window_that_goes_on_to_a_newer_version_takes_no_visitor_along() {
    let folder = copy();
    upright().at(folder.path(), "/").go(async |visitor| {
        open_kiosk(visitor, "?idle=600").await;
        let old = see_version(visitor).await;
        begin(visitor).await;
        let second = json!({ "url": visitor.url_of("kiosk?idle=600"), "background": true });
        let second = visitor.browser().command("Target.createTarget", second).await;
        change_data(folder.path(), 4321);
        // The other window has nobody before it.
        hear_of(visitor, "applied").await;
        visitor.follow("Sectors").await;
        visitor.see_some(".sector-tree").await;
        assert_eq!(in_use(visitor).await, old, "what the page tells of is its own version");
        visitor.press("Start over").await;
        see_newer(visitor, &old).await;
        see_attract(visitor).await;
        visitor.browser().command("Target.closeTarget", json!({ "targetId": second["targetId"] })).await;
    });
}

#[test]
fn a_place_of_data_that_fails_keeps_no_newer_app_away() {
    let (own, other) = (copy(), copy());
    change_data(other.path(), 4321);
    let script = shipped_in(own.path(), "twin-parks-", ".js");
    let elsewhere = Site::new(other.path().to_path_buf()).listen(0).expect("a second server");
    upright().at(own.path(), "/").tolerant().go(async |visitor| {
        open_kiosk(visitor, "").await;
        let old = see_version(visitor).await;
        open_kiosk_set(visitor, "", json!({ "data": elsewhere.url() })).await;
        see_newer(visitor, &old).await;
        see_attract(visitor).await;
        // What it looks for by itself after a start is over.
        visitor
            .wait_for(
                "a look for news",
                "const { checked, uptime } = JSON.parse(kiosk.health()); return uptime > 5 && checked > 0;",
            )
            .await;
        elsewhere.set_fault("version.json", Some(Fault::failed()));
        change(own.path(), &script, |text| format!("{text}\nglobalThis.isRebuilt = true;\n"));
        visitor.ask::<()>(&format!("kiosk.check({:?}); return null;", elsewhere.url())).await;
        visitor.wait_for("the newer app", "return globalThis.isRebuilt === true;").await;
        see_attract(visitor).await;
        let problem = format!("return JSON.parse(kiosk.health()).problem.startsWith({:?});", elsewhere.url());
        visitor.wait_for("what is wrong", &problem).await;
        visitor.open("/kiosk/parks/kuantan?lang=en").await;
        visitor.see("4,321").await;
    });
}

#[test]
fn a_page_that_was_loaded_past_the_worker_comes_under_it_again() {
    upright().go(async |visitor| {
        open_kiosk(visitor, "?idle=600").await;
        see_version(visitor).await;
        visitor.ask::<()>("globalThis.isOld = true; return null;").await;
        visitor.browser().command("Page.reload", json!({ "ignoreCache": true })).await;
        visitor.wait_for("another page", "return globalThis.isOld !== true && Boolean(globalThis.kiosk);").await;
        assert!(
            visitor.ask::<bool>("return navigator.serviceWorker.controller === null;").await,
            "it was loaded past the worker"
        );
        visitor.wait_for("the worker", "return navigator.serviceWorker.controller !== null;").await;
        visitor.wait_for("its version", "return Boolean(JSON.parse(kiosk.health()).version);").await;
    });
}
