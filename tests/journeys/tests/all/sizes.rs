//! The app at other places and with far more data than it has.

use std::fs;
use std::path::{Path, PathBuf};

use journeys::{Visit, dist};
use serde_json::{Value, json};
use xtask::site::Fault;

use crate::facts;

/// A copy of the app as a build for another base path would be.
fn copy_below(base: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("below");
    copy(&dist(), &folder);
    for page in ["index.html", "data/index.html"].map(|page| folder.join(page)) {
        if let Ok(text) = fs::read_to_string(&page) {
            fs::write(&page, text.replace("=\"/", &format!("=\"{base}"))).expect("the copy can be written");
        }
    }
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder for tests can be made");
    for entry in fs::read_dir(from).expect("the app's folder can be read").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}

#[test]
fn the_app_works_below_another_path() {
    let folder = copy_below("/deep/er/");
    Visit::new().at(&folder, "/deep/er/").go(async |visitor| {
        visitor.open_explore().await;
        assert!(visitor.browser().url().await.ends_with("/deep/er/"));
        visitor.tick("Malaysia").await;
        visitor.see_address("/?country=MY").await;
        visitor.follow("Kuantan").await;
        visitor.see_heading("Kuantan").await;
        visitor.see_address("/parks/kuantan").await;
        visitor.see_focus("h1: Kuantan").await;
        visitor.back().await;
        visitor.see_count("1 pair of 20").await;
        visitor.open("/compare?ids=china-malaysia,china-vietnam").await;
        visitor.see_heading("China–Malaysia and China–Vietnam").await;
        visitor.see_some("tr[data-row]").await;
        visitor.follow("Choose in the list").await;
        visitor.see_address("/?ids=china-malaysia,china-vietnam").await;
        visitor.open("/parks/nowhere").await;
        visitor.see_heading("There is no such page").await;
        visitor.follow("Go to all pairs").await;
        visitor.see_some("article").await;
        let strays: Vec<(String, u16)> =
            visitor.server().requests().into_iter().filter(|(_, status)| *status != 200 && *status != 304).collect();
        assert_eq!(strays, Vec::new(), "requests that led nowhere");
    });
}

/// Ten thousand parks: the real ones again and again under new names, each with a few of its claims.
fn many_parks() -> Value {
    let real = facts::records("parks");
    let park = |at: usize| {
        let mut park = real[at % real.len()].clone();
        let claims: Vec<Value> = park["claims"].as_array().expect("a list of claims").iter().take(1).cloned().collect();
        park["claims"] = claims
            .into_iter()
            .map(|mut claim| {
                claim["id"] = json!(format!("made-{at}"));
                claim
            })
            .collect();
        park["basis"] = json!([]);
        park["id"] = json!(format!("made-{at}"));
        park["short"] = json!({ "en": format!("Made {at}"), "zh-Hans": format!("虚拟{at}") });
        park
    };
    // The real ones stay, because pairs name them.
    let all: Vec<Value> = real.iter().cloned().chain((real.len()..10_000).map(park)).collect();
    json!({ "version": "1.0", "parks": all })
}

/// Counts from now on how many elements are added to the page, and how many of them are cards or rows.
const COUNT: &str = "
    window.added = { elements: 0, rows: 0 };
    new MutationObserver((changes) => {
        for (const node of changes.flatMap((it) => [...it.addedNodes]).filter((it) => it.nodeType === Node.ELEMENT_NODE)) {
            window.added.elements += 1 + node.querySelectorAll('*').length;
            window.added.rows += node.matches('article, tbody tr') + node.querySelectorAll('article, tbody tr').length;
        }
    }).observe(document.querySelector('main'), { childList: true, subtree: true });";

#[test]
fn with_ten_thousand_parks_only_what_is_shown_is_drawn() {
    let many = many_parks();
    Visit::new().with_fault("data/parks.json", Fault::json(many.to_string())).go(async |visitor| {
        for (address, selector) in [("/?of=parks", "article"), ("/?of=parks&view=table", "tbody tr")] {
            visitor.open(address).await;
            visitor.see_count("10,000 parks").await;
            let shown = format!("return document.querySelectorAll('{selector}').length;");
            assert!(visitor.ask::<usize>(&shown).await <= 48);
            for filter in ["Malaysia", "Seaport", "Iron and steel"] {
                let announced = visitor.count_beside(filter).await;
                visitor.ask::<()>(COUNT).await;
                visitor.tick(filter).await;
                let counted = "return number(document.querySelector('h2 > [role=status]'));";
                visitor.wait_for("as many as announced", &format!("{} === {announced};", counted.trim_end_matches(';'))).await;
                let (elements, rows): (usize, usize) = visitor.ask("return [window.added.elements, window.added.rows];").await;
                assert!(rows <= 48, "{filter} made {rows} rows at {address}");
                assert!(elements <= 48 * 80, "{filter} made {elements} elements at {address}");
                assert!(visitor.ask::<usize>(&shown).await <= 48);
            }
            visitor.search_for("made 77").await;
            visitor.wait_for("a narrower list", "return number(document.querySelector('h2 > [role=status]')) < 200;").await;
        }
    });
}
