//! Data files that are missing, empty, a web page, broken off, newer than the app, or endless.

use journeys::{Visit, Visitor};
use xtask::site::Fault;

/// Each file, the page that can't do without it, and one that can, with the heading it then has.
const FILES: [(&str, &str, &str, &str); 7] = [
    ("attributes.json", "/parks/kuantan", "/sources", "Sources"),
    ("sectors.json", "/sectors", "/", "Where a chain can cross the border"),
    ("parks.json", "/", "/sectors", "Sectors"),
    ("pairs.json", "/", "/?of=parks", "Where a chain can cross the border"),
    ("context.json", "/context/rcep", "/", "Where a chain can cross the border"),
    ("sources.json", "/sources", "/parks/kuantan", "Kuantan"),
    ("disputes.json", "/parks/kuantan", "/compare?ids=china-malaysia,china-vietnam", "China–Malaysia and China–Vietnam"),
];

/// Everything that is said about files, in the page or above it.
async fn told(visitor: &Visitor) -> String {
    visitor
        .ask("return [...document.querySelectorAll('.notices li, main [role=alert] li')].map((it) => it.textContent).join('; ');")
        .await
}

/// Damages each file in turn, and checks that the damage is told of in these words, that the rest works, and that a retry heals it.
async fn damage_each(visitor: &Visitor, damage: impl Fn(&str) -> Fault, words: &str) {
    for (file, hurt, well, heading) in FILES {
        let path = format!("data/{file}");
        let sentence = format!("{file}: {words}");
        visitor.server().set_fault(&path, Some(damage(file)));
        for address in [hurt, well] {
            visitor.open(address).await;
            journeys::until(format!("“{sentence}” at {address}"), async || {
                let told = told(visitor).await;
                if told.contains(&sentence) { Ok(()) } else { Err(told) }
            })
            .await;
            visitor.see_a("navigation", "Main").await;
        }
        visitor.see_heading(heading).await;
        visitor
            .wait_for(
                "a page that is drawn",
                "return !document.querySelector('.loading') && !document.querySelector('main [role=alert]');",
            )
            .await;
        visitor.server().set_fault(&path, None);
        visitor.press("Try again").await;
        visitor
            .wait_for(
                "nothing to tell",
                "return !document.querySelector('.notices li, main [role=alert]') && !document.querySelector('.loading');",
            )
            .await;
        visitor.see_heading(heading).await;
    }
}

#[test]
fn a_missing_file_is_told_of() {
    Visit::new().alone().expecting("404").go(async |visitor| {
        damage_each(visitor, |_| Fault::Missing, "the server answered 404").await;
    });
}

#[test]
fn an_empty_file_is_told_of() {
    Visit::new().alone().go(async |visitor| damage_each(visitor, |_| Fault::json(""), "the file is empty").await);
}

#[test]
fn a_web_page_in_place_of_a_file_is_told_of() {
    let page = "<!doctype html><title>Sign in</title><p>Please sign in to this network</p><script>window.hacked = 1</script>";
    Visit::new().alone().go(async |visitor| {
        damage_each(visitor, |_| Fault::json(page), "the server sent a web page in its place").await;
        assert!(visitor.ask::<bool>("return window.hacked === undefined;").await);
    });
}

#[test]
fn a_file_that_breaks_off_is_told_of() {
    Visit::new().alone().go(async |visitor| {
        damage_each(visitor, |_| Fault::Truncated(2_000), "the file breaks off before its end").await;
    });
}

#[test]
fn a_connection_that_breaks_off_is_told_of() {
    Visit::new().alone().expecting("ERR_CONTENT_LENGTH_MISMATCH").go(async |visitor| {
        damage_each(visitor, |_| Fault::Cut(2_000), "the server could not be reached").await;
    });
}

#[test]
fn a_file_of_a_newer_version_is_told_of() {
    let newer = |_: &str| Fault::json(r#"{"version": "2.0", "everything": {"is": "different"}}"#);
    Visit::new().alone().go(async |visitor| {
        damage_each(visitor, newer, "written for a newer version of this app (2.0)").await;
    });
}

#[test]
fn a_file_of_another_shape_is_told_of() {
    let other = |_: &str| Fault::json(r#"{"version": "1.0", "things": []}"#);
    Visit::new().alone().go(async |visitor| damage_each(visitor, other, "not of the expected shape").await);
}

#[test]
fn a_file_that_is_no_json_is_told_of() {
    let garbage = |_: &str| Fault::json("{\"version\": \"1.0\",\n  oops}");
    Visit::new().alone().go(async |visitor| damage_each(visitor, garbage, "not readable from line 2, column 3 on").await);
}

#[test]
fn bytes_that_are_no_text_are_told_of() {
    let bytes = |_: &str| Fault::json([b'{', 0xff, 0xfe, b'}']);
    Visit::new().alone().go(async |visitor| damage_each(visitor, bytes, "the file is not text").await);
}

#[test]
fn a_file_of_fifty_megabytes_is_told_of() {
    Visit::new().alone().go(async |visitor| {
        damage_each(visitor, |_| Fault::Huge(50_000_000), "the file is larger than 16 MB").await;
    });
}
