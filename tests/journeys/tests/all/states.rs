//! The states of a view when its data is late, missing, partly bad, or the network is gone.

use std::time::Duration;

use journeys::Visit;
use serde_json::json;
use xtask::site::Fault;

use crate::facts;

const CORE: [&str; 4] = ["data/attributes.json", "data/pairs.json", "data/parks.json", "data/sectors.json"];

#[test]
fn data_that_is_late_is_waited_for_and_said_to_be_late() {
    Visit::new().with_fault("data/parks.json", Fault::Stall).go(async |visitor| {
        visitor.open("/").await;
        visitor.see_heading("Where a chain can cross the border").await;
        visitor.see_some(".loading__message").await;
        visitor.see("This takes longer than usual. Still trying.").await;
        visitor.wait_for("a region that announces it", "return Boolean(document.querySelector('main [role=status]'));").await;
        visitor.server().set_fault("data/parks.json", None);
        visitor.see_count("20 pairs").await;
        visitor.wait_for("no more waiting", "return !document.querySelector('.loading');").await;
    });
}

#[test]
fn a_slow_answer_needs_no_message_in_the_end() {
    Visit::new().with_fault("data/pairs.json", Fault::Slow(Duration::from_millis(700))).go(async |visitor| {
        visitor.open_explore().await;
        visitor.see_count("20 pairs").await;
        assert!(!visitor.sees("longer than usual").await);
    });
}

#[test]
fn a_server_that_never_answers_is_given_up_and_can_be_asked_again() {
    Visit::new().with_fault("data/parks.json", Fault::Stall).go(async |visitor| {
        visitor.hurry(60).await;
        visitor.open("/").await;
        visitor.see("parks.json: the server did not answer in time").await;
        visitor.server().set_fault("data/parks.json", None);
        visitor.press("Try again").await;
        visitor.see_count("20 pairs").await;
    });
}

#[test]
fn while_the_data_is_late_one_can_already_go_elsewhere() {
    Visit::new().with_fault("data/sources.json", Fault::Stall).go(async |visitor| {
        visitor.open("/sources").await;
        visitor.see_heading("Sources").await;
        visitor.see("Loading").await;
        visitor.follow_in(("navigation", "Main"), "Explore").await;
        visitor.see_count("20 pairs").await;
        visitor.follow("China–Malaysia").await;
        visitor.see_heading("China–Malaysia").await;
        visitor.open_claims("Projects", 0).await;
        let claims = visitor.claims().await;
        assert!(claims.iter().all(|claim| claim.text.contains("the list of sources is not loaded")), "{claims:#?}");
        visitor.server().set_fault("data/sources.json", None);
        visitor.see("People's Daily Online").await;
    });
}

#[test]
fn when_no_data_can_be_had_a_retry_brings_it_back() {
    let missing = CORE.iter().fold(Visit::new(), |visit, path| visit.with_fault(path, Fault::Missing));
    missing.expecting("404").go(async |visitor| {
        visitor.open("/").await;
        visitor.see_heading("Where a chain can cross the border").await;
        visitor.see("The data could not be loaded").await;
        for path in CORE {
            visitor.see(&format!("{}: the server answered 404", path.trim_start_matches("data/"))).await;
        }
        visitor.wait_for("an alert", "return Boolean(document.querySelector('main [role=alert]'));").await;
        visitor.press("Try again").await;
        visitor.see("The data could not be loaded").await;
        for path in CORE {
            visitor.server().set_fault(path, None);
        }
        visitor.press("Try again").await;
        visitor.see_count("20 pairs").await;
        assert!(!visitor.sees("could not be loaded").await);
    });
}

#[test]
fn one_bad_record_is_named_and_the_others_are_shown() {
    let mut parks = facts::file("parks.json");
    let records = parks["parks"].as_array_mut().expect("a list of parks");
    let broken = records.iter_mut().find(|park| park["id"] == "batang").expect("Batang is a park");
    broken["country"] = json!("nowhere");
    Visit::new().with_fault("data/parks.json", Fault::json(parks.to_string())).go(async |visitor| {
        visitor.open("/?of=parks").await;
        visitor.see_count("31 parks").await;
        // The mentions of it elsewhere in the data only follow from it.
        visitor.see("1 piece of data could not be read and is left out.").await;
        visitor.unfold("Details").await;
        visitor.see("parks.json › batang › country: “nowhere” does not exist or is not allowed here").await;
        visitor.follow_in(("group", "List"), "Pairs").await;
        visitor.see_count("20 pairs").await;
        visitor.follow("China–Indonesia").await;
        visitor.see_heading("China–Indonesia").await;
        visitor.see_a("link", "Bintan").await;
        visitor.follow_in(("navigation", "Main"), "Data").await;
        visitor.see("Left out because it could not be read").await;
        visitor.see("parks.json › batang › country").await;
    });
}

#[test]
fn one_bad_claim_costs_neither_its_park_nor_its_neighbours() {
    let mut parks = facts::file("parks.json");
    let records = parks["parks"].as_array_mut().expect("a list of parks");
    let kuantan = records.iter_mut().find(|park| park["id"] == "kuantan").expect("Kuantan is a park");
    let claims = kuantan["claims"].as_array_mut().expect("a list of claims");
    let broken = claims.iter_mut().find(|claim| claim["id"] == "va001").expect("the 19 approved projects");
    broken["value"] = json!(true);
    Visit::new().with_fault("data/parks.json", Fault::json(parks.to_string())).go(async |visitor| {
        visitor.open("/parks/kuantan").await;
        let projects = visitor.see_cell("Projects", 0).await;
        assert!(projects.text.contains("15 Apr 2025 signed") && !projects.text.contains("approved"), "{projects:?}");
        visitor.unfold("Details").await;
        visitor.see("va001").await;
    });
}

#[test]
fn without_a_network_everything_that_was_loaded_goes_on() {
    Visit::new().alone().go(async |visitor| {
        visitor.open_explore().await;
        visitor
            .wait_for(
                "all data",
                "return performance.getEntriesByType('resource').filter((it) => it.name.includes('/data/')).length === 7;",
            )
            .await;
        let later = "return performance.getEntriesByType('resource').some((it) => it.name.includes('/later-') && it.name.endsWith('.wasm'));";
        visitor.wait_for("the part that comes later", later).await;
        visitor.follow_in(("navigation", "Main"), "Sources").await;
        visitor.see("sources behind").await;
        visitor.set_online(false).await;
        visitor.see("You are offline. What you see was loaded at").await;
        visitor.follow_in(("navigation", "Main"), "Explore").await;
        visitor.see_count("20 pairs").await;
        visitor.tick("Malaysia").await;
        visitor.see_count("1 pair of 20").await;
        visitor.follow("Kuantan").await;
        visitor.see_heading("Kuantan").await;
        visitor.see_some(".year-line").await;
        visitor.open_claims("Jobs", 0).await;
        assert!(visitor.claims().await.len() > 1);
        visitor.press("Close").await;
        visitor.set_online(true).await;
        visitor.wait_for("no notice", "return !document.body.innerText.includes('You are offline');").await;
    });
}
