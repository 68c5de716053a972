//! Data written to deceive or to break the page.

use journeys::{Visit, Visitor};
use serde_json::{Value, json};
use xtask::site::Fault;

use crate::facts;
use crate::narrow::too_wide;

const SCRIPT: &str = "<script>window.hacked=1</script><img src=x onerror=window.hacked=1>";

/// Turns the direction of writing, so that a text could look like another.
const TURNED: &str = "Kuan\u{202e}nat\u{2066}\u{200f}";

/// Parks and pairs as the real ones, but with names that no editor would write.
fn hostile() -> (Fault, Fault, Fault) {
    let mut parks = facts::file("parks.json");
    for park in parks["parks"].as_array_mut().expect("a list of parks") {
        let name = match park["id"].as_str() {
            Some("qinzhou") => SCRIPT.to_owned(),
            Some("kuantan") => TURNED.to_owned(),
            Some("pingxiang") => "Long ".repeat(2_000),
            Some("lang-son") => "W".repeat(10_000),
            _ => continue,
        };
        for field in ["names", "short", "region", "summary"] {
            park[field] = json!({ "en": name, "zh-Hans": name });
        }
        for claim in park["claims"].as_array_mut().expect("a list of claims") {
            claim["note"] = json!({ "en": SCRIPT, "zh-Hans": SCRIPT });
            if claim["value"].is_object() {
                claim["value"] = json!({ "en": name });
            }
        }
    }
    let mut pairs = facts::file("pairs.json");
    pairs["pairs"][0]["names"] = json!({ "en": SCRIPT, "zh-Hans": SCRIPT });
    let mut sources = facts::file("sources.json");
    for source in sources["sources"].as_array_mut().expect("a list of sources") {
        source["title"] = json!(SCRIPT);
        source["publisher"] = json!(format!("{TURNED}{SCRIPT}"));
        if let Some(Value::String(url)) = source.get_mut("url") {
            *url = "javascript:window.hacked=1".to_owned();
        }
    }
    (Fault::json(parks.to_string()), Fault::json(pairs.to_string()), Fault::json(sources.to_string()))
}

fn visit() -> Visit {
    let (parks, pairs, sources) = hostile();
    Visit::new()
        .with_fault("data/parks.json", parks)
        .with_fault("data/pairs.json", pairs)
        .with_fault("data/sources.json", sources)
}

async fn check(visitor: &Visitor, address: &str) {
    visitor.open(address).await;
    visitor
        .wait_for("a drawn page", "return Boolean(document.querySelector('main h1')) && !document.querySelector('.loading');")
        .await;
    assert!(visitor.ask::<bool>("return window.hacked === undefined;").await, "a script ran at {address}");
    let made: usize = visitor.ask("return document.querySelectorAll('main img, main script, a[href^=javascript]').length;").await;
    assert_eq!(made, 0, "text became elements at {address}");
}

#[test]
fn markup_in_the_data_is_shown_as_text() {
    visit().go(async |visitor| {
        for address in [
            "/",
            "/?view=table",
            "/?of=parks",
            "/pairs/china-malaysia",
            "/parks/qinzhou",
            "/compare?ids=china-malaysia,china-vietnam",
            "/sources",
        ] {
            check(visitor, address).await;
            visitor.see("<script>window.hacked=1</script>").await;
        }
        check(visitor, "/parks/qinzhou").await;
        visitor.open_claims("Projects", 0).await;
        let claims = visitor.claims().await;
        assert!(claims.iter().any(|claim| claim.text.contains("<script>")), "{claims:#?}");
        assert!(claims.iter().all(|claim| claim.href.is_empty()), "an address that is no web address is no link: {claims:#?}");
        assert!(
            visitor
                .ask::<bool>("return window.hacked === undefined && !document.querySelector('dialog img, dialog script');")
                .await
        );
    });
}

#[test]
fn marks_that_turn_the_writing_do_not_reach_the_page() {
    visit().go(async |visitor| {
        for address in ["/?of=parks", "/parks/kuantan", "/pairs/china-malaysia", "/sources"] {
            check(visitor, address).await;
            let turned: bool = visitor.ask("return /[\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069]/.test(document.documentElement.textContent + document.title);").await;
            assert!(!turned, "{address}");
        }
    });
}

#[test]
fn names_of_ten_thousand_letters_leave_the_app_in_use() {
    visit().go(async |visitor| {
        for address in [
            "/?of=parks",
            "/pairs/china-vietnam",
            "/parks/lang-son",
            "/parks/pingxiang",
            "/compare?of=parks&ids=pingxiang,lang-son",
        ] {
            check(visitor, address).await;
            visitor.wait_for("words of that length", "return document.querySelector('main').textContent.length > 10000;").await;
            visitor.follow_in(("navigation", "Main"), "Sectors").await;
            visitor.see_heading("Sectors").await;
        }
    });
}

#[test]
fn names_of_ten_thousand_letters_do_not_push_the_page_apart() {
    for (width, height) in [(320, 640), (1280, 900)] {
        visit().sized(width, height).go(async |visitor| {
            let mut wide = Vec::new();
            for address in [
                "/",
                "/?view=table",
                "/?of=parks",
                "/pairs/china-vietnam",
                "/parks/lang-son",
                "/parks/pingxiang",
                "/compare?of=parks&ids=pingxiang,lang-son",
                "/?ids=china-vietnam,china-malaysia",
            ] {
                check(visitor, address).await;
                let found = too_wide(visitor, width).await;
                if !found.is_empty() {
                    wide.push((address, found));
                }
            }
            assert!(wide.is_empty(), "in a window of {width} px: {wide:#?}");
        });
    }
}
