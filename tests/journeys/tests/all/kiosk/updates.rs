//! Newer versions: fetched in the background, whole or not at all, and only put to use while nobody is there.

use std::fs;
use std::path::Path;
use std::time::Duration;

use journeys::{Visit, Visitor, dist, shipped_in, until};
use serde_json::{Value, json};
use tempfile::TempDir;
use xtask::site::{Fault, Site};
use xtask::version;

use super::{begin, open_kiosk, open_kiosk_set, see_attract, see_version, upright};

/// A copy of the built app that a test may change.
pub(super) fn copy() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    copy_into(&dist(), folder.path());
    folder
}

fn copy_into(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the folder of the app") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy_into(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copy");
        }
    }
}

/// Gives a file other content under the same name, and lists it.
pub(super) fn change(folder: &Path, name: &str, edit: impl FnOnce(String) -> String) {
    let path = folder.join(name);
    let text = fs::read_to_string(&path).expect("a text");
    fs::write(&path, edit(text)).expect("written");
    version::write(folder).expect("listed");
}

/// Gives a file whose name tells its content other content, as a build would: under another name, by which the page asks
/// for it. Gives the name.
pub(super) fn change_named(folder: &Path, beginning: &str, edit: impl FnOnce(String) -> String) -> String {
    let old = shipped_in(folder, beginning, ".js");
    let new = format!("{beginning}0123456789abcdef.js");
    fs::rename(folder.join(&old), folder.join(&new)).expect("renamed");
    change(folder, "index.html", |page| page.replace(&old, &new));
    change(folder, &new, edit);
    new
}

/// Has the number of Kuantan's approved projects be another one.
pub(super) fn change_data(folder: &Path, projects: u32) {
    change(folder, "data/parks.json", |text| {
        let mut parks: Value = serde_json::from_str(&text).expect("JSON");
        let kuantan =
            parks["parks"].as_array_mut().expect("parks").iter_mut().find(|park| park["id"] == "kuantan").expect("Kuantan");
        let claim =
            kuantan["claims"].as_array_mut().expect("claims").iter_mut().find(|claim| claim["id"] == "va001").expect("a claim");
        claim["value"] = json!(projects);
        parks.to_string()
    });
}

pub(super) async fn look_for_news(visitor: &Visitor) {
    visitor.ask::<()>("kiosk.check(''); return null;").await;
}

/// Has the kiosk look for news, and waits until the page hears that a newer version is `ready`, or `applied` to what begins
/// next. From then on `globalThis.news` is what it heard last.
pub(super) async fn hear_of(visitor: &Visitor, news: &str) {
    let listen = "addEventListener('kiosk', (event) => { globalThis.news = event.detail; }); return null;";
    visitor.ask::<()>(listen).await;
    look_for_news(visitor).await;
    let heard = format!("return globalThis.news === {news:?} || globalThis.news;");
    visitor.wait_for(&format!("a newer version that is {news}"), &heard).await;
}

/// Waits until a page works with another version than the old one. Meanwhile there may be no page to ask.
pub(super) async fn see_newer(visitor: &Visitor, old: &str) {
    let script =
        format!("return Boolean(globalThis.kiosk?.health) && ![{old:?}, ''].includes(JSON.parse(kiosk.health()).version);");
    visitor.wait_for("a newer version in use", &script).await;
}

#[test]
fn new_data_waits_until_nobody_is_there_and_its_age_is_shown() {
    let folder = copy();
    upright().at(folder.path(), "/").go(async |visitor| {
        visitor.hasten(10).await;
        open_kiosk(visitor, "?idle=30&warn=5").await;
        let old = see_version(visitor).await;
        visitor.see("Data fetched").await;
        begin(visitor).await;
        change_data(folder.path(), 4321);
        hear_of(visitor, "ready").await;
        // The visitor goes on with what they had.
        visitor.follow("Sectors").await;
        visitor.see_some(".sector-tree").await;
        assert_eq!(visitor.ask::<String>("return JSON.parse(kiosk.health()).version;").await, old);
        // Nobody does anything from here on: the visitor is forgotten, and the newer version begins.
        see_newer(visitor, &old).await;
        see_attract(visitor).await;
        visitor.open("/kiosk/parks/kuantan?lang=en").await;
        visitor.see("4,321").await;
    });
}

#[test]
fn newer_data_comes_from_the_place_that_staff_named_and_the_app_from_its_own() {
    let folder = copy();
    change_data(folder.path(), 4321);
    let elsewhere = Site::new(folder.path().to_path_buf()).listen(0).expect("a second server");
    upright().go(async |visitor| {
        open_kiosk(visitor, "").await;
        let old = see_version(visitor).await;
        // It looks there by itself soon after it has started, and begins with what it finds while nobody is there.
        open_kiosk_set(visitor, "", json!({ "data": elsewhere.url() })).await;
        see_newer(visitor, &old).await;
        see_attract(visitor).await;
        visitor.open("/kiosk/parks/kuantan?lang=en").await;
        visitor.see("4,321").await;
        assert!(see_version(visitor).await.starts_with(&format!("{old}-")));
    });
}

#[test]
fn a_build_with_the_same_names_and_other_content_gives_no_blank_page() {
    let folder = copy();
    let script = shipped_in(folder.path(), "twin-parks-", ".js");
    upright().at(folder.path(), "/").go(async |visitor| {
        open_kiosk(visitor, "").await;
        let old = see_version(visitor).await;
        // The name says that the file never changes, and browsers believe it; its sum says that it did.
        change(folder.path(), &script, |text| format!("{text}\nglobalThis.isRebuilt = true;\n"));
        look_for_news(visitor).await;
        visitor
            .wait_for(
                "the new content",
                "return globalThis.isRebuilt === true && Boolean(document.querySelector('.attract .half'));",
            )
            .await;
        see_newer(visitor, &old).await;
    });
}

#[test]
fn a_version_that_is_not_what_it_says_is_never_used() {
    let folder = copy();
    upright().at(folder.path(), "/").tolerant().go(async |visitor| {
        open_kiosk(visitor, "").await;
        let old = see_version(visitor).await;
        change_data(folder.path(), 4321);
        for (path, fault) in [
            ("data/parks.json", Fault::Truncated(1_000)),
            ("data/parks.json", Fault::page()),
            ("data/parks.json", Fault::Missing),
            ("data/parks.json", Fault::Cut(5_000)),
            ("version.json", Fault::page()),
            ("version.json", Fault::failed()),
            ("version.json", Fault::json(r#"{"format":1,"version":"x","files":{"../x":{"sha256":"","bytes":1}}}"#)),
        ] {
            visitor.server().set_fault(path, Some(fault.clone()));
            visitor
                .ask::<()>("globalThis.told = false; addEventListener('kiosk', () => { globalThis.told = true; }); return null;")
                .await;
            look_for_news(visitor).await;
            visitor.wait_for("an answer", "return globalThis.told === true;").await;
            let health: Value = visitor.ask("return JSON.parse(kiosk.health());").await;
            assert!(health["version"] == json!(old) && health["problem"] != json!(""), "{path} {fault:?}: {health}");
            visitor.server().set_fault(path, None);
        }
        open_kiosk(visitor, "").await;
        look_for_news(visitor).await;
        see_newer(visitor, &old).await;
    });
}

#[test]
fn a_newer_version_that_is_there_all_at_once_leaves_the_visitor_who_has_just_begun() {
    let folder = copy();
    upright().at(folder.path(), "/").go(async |visitor| {
        open_kiosk(visitor, "?idle=600").await;
        let old = see_version(visitor).await;
        change_data(folder.path(), 4321);
        begin(visitor).await;
        let before = visitor.address().await;
        visitor.ask::<()>("globalThis.isOld = true; return null;").await;
        hear_of(visitor, "ready").await;
        // As if the touch had come while the kiosk was about to change.
        visitor.ask::<()>("kiosk.apply(); return null;").await;
        visitor.wait_for("a newer version in use for what begins next", "return globalThis.news === 'applied';").await;
        visitor.ask::<()>("return new Promise((done) => setTimeout(done, 2500));").await;
        let is_old: bool = visitor.ask("return globalThis.isOld === true;").await;
        assert!(is_old && visitor.address().await == before, "the visitor's page went");
        visitor.follow("Sectors").await;
        visitor.see_some(".sector-tree").await;
        visitor.press("Start over").await;
        see_newer(visitor, &old).await;
        see_attract(visitor).await;
    });
}

#[test]
fn newer_data_is_looked_for_every_ten_minutes_and_a_bad_place_is_told_of() {
    let folder = copy();
    let elsewhere = Site::new(folder.path().to_path_buf()).listen(0).expect("a second server");
    upright().tolerant().go(async |visitor| {
        // Ten minutes are ten seconds here.
        visitor.hasten(60).await;
        open_kiosk(visitor, "").await;
        let old = see_version(visitor).await;
        for fault in [Fault::page(), Fault::failed(), Fault::Cut(100)] {
            elsewhere.set_fault("version.json", Some(fault.clone()));
            open_kiosk_set(visitor, "", json!({ "data": elsewhere.url() })).await;
            let problem = format!(
                "const {{ problem, version }} = JSON.parse(kiosk.health()); return problem !== '' && version === {old:?} || problem;"
            );
            visitor.wait_for(&format!("what is wrong: {fault:?}"), &problem).await;
            begin(visitor).await;
        }
        elsewhere.set_fault("version.json", None);
        open_kiosk(visitor, "").await;
        visitor.wait_for("no problem any more", "return JSON.parse(kiosk.health()).problem === '';").await;
        change_data(folder.path(), 4321);
        // Nobody looks for it by hand.
        see_newer(visitor, &old).await;
        see_attract(visitor).await;
        visitor.open("/kiosk/parks/kuantan?lang=en").await;
        visitor.see("4,321").await;
    });
}

#[test]
fn a_device_without_room_keeps_what_it_has_and_says_so() {
    let folder = copy();
    upright().at(folder.path(), "/").tolerant().go(async |visitor| {
        open_kiosk(visitor, "").await;
        let old = see_version(visitor).await;
        change_data(folder.path(), 4321);
        let origin = visitor.url_of("").trim_end_matches('/').to_owned();
        visitor.browser().command("Storage.overrideQuotaForOrigin", json!({ "origin": origin, "quotaSize": 1_000 })).await;
        look_for_news(visitor).await;
        visitor
            .wait_for("the problem", "return JSON.parse(kiosk.health()).problem === 'storage is full' || kiosk.health();")
            .await;
        assert_eq!(visitor.ask::<String>("return JSON.parse(kiosk.health()).version;").await, old);
        // Half a version is not left lying there, and without a network the whole one still works.
        let kept: u32 = visitor.ask("return caches.keys().then((names) => names.length);").await;
        assert_eq!(kept, 1);
        visitor.server().set_cut(true);
        open_kiosk(visitor, "").await;
        begin(visitor).await;
    });
}

/// A small app of many files that each say which edition they are of, with the real worker and watchdog.
fn write_edition(folder: &Path, edition: u32) {
    const FILES: usize = 6;
    let page = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><base href=\"/\"><title>{edition}</title><meta name=edition content={edition}><body><script type=module src=boot.js></script>"
    );
    let script = format!(
        "globalThis.edition = {edition}; await import('./kiosk/watchdog.js'); setInterval(() => kiosk.alive(), 200);
         addEventListener('kiosk', (event) => event.detail === 'ready' && kiosk.apply());
         const says = await Promise.all([...Array({FILES}).keys()].map((at) => fetch(`part-${{at}}.json`).then((it) => it.json())));
         globalThis.editions = [...new Set([edition, ...says, Number(document.querySelector('meta[name=edition]').content)])];
         if (globalThis.editions.length === 1) kiosk.well();"
    );
    for (name, text) in [("index.html", page), ("boot.js", script)] {
        fs::write(folder.join(name), text).expect("written");
    }
    for part in 0..FILES {
        fs::write(folder.join(format!("part-{part}.json")), edition.to_string()).expect("written");
    }
    version::write(folder).expect("listed");
}

#[test]
fn a_worker_killed_two_hundred_times_leaves_the_old_version_or_the_new_one() {
    const KILLS: u32 = 200;
    let folder = tempfile::tempdir().expect("a folder");
    fs::copy(dist().join("worker.js"), folder.path().join("worker.js")).expect("a copy");
    copy_into(&dist().join("kiosk"), &folder.path().join("kiosk"));
    write_edition(folder.path(), 0);
    Visit::new().at(folder.path(), "/").tolerant().go(async |visitor| {
        visitor.browser().command("ServiceWorker.enable", json!({})).await;
        visitor.open("/kiosk").await;
        visitor
            .wait_for(
                "the first edition",
                "return String(globalThis.editions) === '0' && Boolean(navigator.serviceWorker.controller);",
            )
            .await;
        look_for_news(visitor).await;
        see_version(visitor).await;
        let (mut moved, mut seed) = (0, 0x2545_f491_u64);
        let (mut last, mut killed, mut kill) = (0, 0, 0);
        while killed < KILLS {
            kill += 1;
            // Every other time an update goes on that was broken off.
            if kill % 2 == 1 {
                write_edition(folder.path(), kill);
            }
            look_for_news(visitor).await;
            // SplitMix64 again: the same moments in every run.
            seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mixed = (seed ^ (seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            tokio::time::sleep(Duration::from_millis((mixed >> 33) % 500)).await;
            // One that a busy browser does not carry out in time is none; the others are enough.
            killed += u32::from(visitor.browser().try_command("ServiceWorker.stopAllWorkers", json!({})).await.is_ok());
            visitor.open("/kiosk").await;
            let editions: Vec<u32> = until("a page that has started", async || {
                visitor
                    .browser()
                    .ask::<Option<Vec<u32>>>("return globalThis.editions ?? null;", vec![])
                    .await?
                    .ok_or_else(|| "nothing".to_owned())
            })
            .await;
            assert_eq!(editions.len(), 1, "after kill {kill} a page is made of the editions {editions:?}");
            assert!(
                editions[0] >= last && editions[0] <= kill,
                "after kill {kill} the edition {} came after {last}",
                editions[0]
            );
            moved += u32::from(editions[0] > last);
            last = editions[0];
        }
        eprintln!("{KILLS} kills; {moved} of them left a newer version than before");
        assert!(moved > 5 && moved < killed, "all kills came too early or too late to tell: {moved}");
    });
}
