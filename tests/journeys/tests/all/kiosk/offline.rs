//! After one visit everything works without a network, in every language.

use std::fs;

use journeys::{Visitor, dist};
use serde_json::{Value, json};
use xtask::site::Fault;

use super::{BASE, begin, open_kiosk, see_attract, see_version, upright};

/// Takes the network away from page and worker, and the cable out of the server.
async fn cut(visitor: &Visitor) {
    let offline = json!({ "urlPattern": "", "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1, "offline": true });
    visitor.browser().command("Network.enable", json!({})).await;
    let rule = json!({ "offline": true, "emulateOfflineServiceWorker": true, "matchedNetworkConditions": [offline] });
    visitor.browser().command("Network.emulateNetworkConditionsByRule", rule).await;
    visitor.server().set_cut(true);
}

#[test]
fn everything_works_without_a_network_after_one_visit() {
    upright().alone().tolerant().go(async |visitor| {
        open_kiosk(visitor, &format!("?idle=600&{BASE}")).await;
        see_version(visitor).await;
        cut(visitor).await;
        open_kiosk(visitor, &format!("?idle=600&{BASE}")).await;
        begin(visitor).await;
        for (language, start_over) in
            [("简体中文", "重新开始"), ("Bahasa Melayu", "Mula semula"), ("Tiếng Việt", "Bắt đầu lại"), ("English", "Start over")]
        {
            visitor.press(language).await;
            visitor.see_a("button", start_over).await;
        }
        for (address, shown) in [
            ("/kiosk/compare?ids=china-malaysia,china-vietnam&view=charts&lang=vi", "figure.chart"),
            ("/kiosk/parks/kuantan?lang=zh-Hans", ".year-line"),
            ("/kiosk/sectors?lang=ms", ".sector-tree"),
            ("/kiosk/sources?lang=en", ".source-line"),
            ("/kiosk/context/rcep?lang=en", "tr[data-row]"),
        ] {
            visitor.open(&format!("{address}&{BASE}")).await;
            visitor.see_some(shown).await;
        }
        visitor.press("To your phone").await;
        visitor.see_some("dialog.code[open] .qr").await;
        let faults: Value = visitor.ask("return JSON.parse(kiosk.health()).faults;").await;
        assert_eq!(faults, json!([]));
    });
}

#[test]
fn thirty_days_later_it_still_does() {
    upright().alone().tolerant().go(async |visitor| {
        open_kiosk(visitor, "").await;
        let version = see_version(visitor).await;
        cut(visitor).await;
        let later = "const now = Date.now; Date.now = () => now() + 30 * 86400000;";
        visitor.before_pages(later).await;
        open_kiosk(visitor, "").await;
        visitor
            .wait_for(
                "the same version",
                &format!("return JSON.parse(kiosk.health()).version === '{version}' || kiosk.health();"),
            )
            .await;
        begin(visitor).await;
    });
}

#[test]
fn what_is_kept_is_every_file_and_each_is_what_the_list_says() {
    upright().go(async |visitor| {
        open_kiosk(visitor, "").await;
        see_version(visitor).await;
        let check = "
            const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
            return caches.keys().then(async (names) => {
                const cache = await caches.open(names[0]);
                const list = await (await cache.match(new URL('version.json', document.baseURI).href)).json();
                let wrong = [];
                for (const [name, wanted] of Object.entries(list.files)) {
                    const bytes = await (await cache.match(new URL(name, document.baseURI).href))?.arrayBuffer();
                    if (!bytes || hex(await crypto.subtle.digest('SHA-256', bytes)) !== wanted.sha256) wrong.push(name);
                }
                return { caches: names.length, files: Object.keys(list.files).length, wrong };
            });";
        let kept: Value = visitor.ask(check).await;
        assert_eq!((&kept["caches"], &kept["wrong"]), (&json!(1), &json!([])), "{kept}");
        let list: Value = serde_json::from_slice(&fs::read(dist().join("version.json")).expect("a list")).expect("JSON");
        assert_eq!(kept["files"].as_u64(), list["files"].as_object().map(|files| files.len() as u64));
    });
}

#[test]
fn a_file_that_is_missing_is_missing_and_no_page() {
    upright().alone().tolerant().go(async |visitor| {
        open_kiosk(visitor, "").await;
        see_version(visitor).await;
        // A server may answer with its front page instead, which is no such file either.
        visitor.server().set_fault("data/none.json", Some(Fault::page()));
        let status =
            "return fetch(arguments[0]).then(async (answer) => [answer.status, (await answer.text()).includes('<html')]);";
        for path in ["twin-parks-0123456789abcdef.wasm", "kiosk/nothing.js", "data/none.json"] {
            let answer: (u16, bool) = visitor.browser().ask(status, vec![json!(path)]).await.expect("an answer");
            assert_eq!(answer, (404, false), "{path}");
        }
    });
}

#[test]
fn a_network_that_comes_and_goes_is_nothing_that_a_visitor_sees() {
    upright().alone().tolerant().go(async |visitor| {
        open_kiosk(visitor, "?idle=600").await;
        see_version(visitor).await;
        begin(visitor).await;
        for is_cut in [true, false, true, false, true] {
            visitor.server().set_cut(is_cut);
            visitor.ask::<()>("kiosk.check(''); return null;").await;
            visitor.follow("Sectors").await;
            visitor.see_some(".sector-tree").await;
            visitor.press("Back").await;
            visitor.see_some("main h1").await;
        }
        visitor.server().set_cut(false);
        visitor.ask::<()>("kiosk.check(''); return null;").await;
        visitor.wait_for("no problem any more", "return JSON.parse(kiosk.health()).problem === '';").await;
        visitor.press("Start over").await;
        see_attract(visitor).await;
    });
}

#[test]
fn what_the_device_has_lost_is_had_again_and_must_be_the_same() {
    upright().alone().tolerant().go(async |visitor| {
        open_kiosk(visitor, "?idle=600").await;
        let version = see_version(visitor).await;
        // A file of the version is gone, and the server has another one of that name.
        let lose = "return caches.open(`twin-parks ${arguments[0]}`).then((cache) => cache.delete(new URL('data/parks.json', document.baseURI).href));";
        let lost: bool = visitor.browser().ask(lose, vec![json!(version)]).await.expect("an answer");
        assert!(lost);
        let other = Fault::json(r#"{"version":"1.0","parks":[]}"#);
        visitor.server().set_fault("data/parks.json", Some(other));
        let status: u16 = visitor.ask("return fetch('data/parks.json').then((answer) => answer.status);").await;
        assert_eq!(status, 404, "a file of another version is none of this one");
        visitor.server().set_fault("data/parks.json", None);
        open_kiosk(visitor, "?idle=600").await;
        begin(visitor).await;
        cut(visitor).await;
        open_kiosk(visitor, "?idle=600").await;
        begin(visitor).await;
    });
}

#[test]
fn a_device_that_lost_its_notes_still_works_without_a_network() {
    upright().alone().tolerant().go(async |visitor| {
        open_kiosk(visitor, "").await;
        see_version(visitor).await;
        visitor.wait_for("a good start", "return JSON.parse(kiosk.health()).onTrial === false;").await;
        cut(visitor).await;
        let gone = "return new Promise((done, failed) => { const asked = indexedDB.deleteDatabase('twin-parks-kiosk'); asked.onsuccess = () => done(null); asked.onerror = failed; });";
        visitor.ask::<()>(gone).await;
        open_kiosk(visitor, "").await;
        begin(visitor).await;
    });
}
