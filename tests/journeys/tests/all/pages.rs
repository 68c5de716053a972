//! Every kind of page: its heading, its claims with their sources, and where it leads.

use journeys::{Visit, Visitor};

/// Opens the claims of the first row that has some, and checks that each either names its source or says that it has none.
async fn check_first_claims(visitor: &Visitor) {
    let rows = visitor.rows().await;
    let row = rows.iter().find(|row| row.cells.iter().any(|cell| !cell.values.is_empty())).expect("some row has a figure");
    let column = row.cells.iter().position(|cell| !cell.values.is_empty()).expect("and so has some cell of it");
    visitor.open_claims(&row.name, column).await;
    for claim in visitor.claims().await {
        let is_linked = claim.href.starts_with("http://") || claim.href.starts_with("https://");
        assert!(is_linked || claim.href.is_empty(), "{claim:?}");
        assert!(!is_linked || claim.rel.contains("noopener"), "{claim:?}");
    }
    visitor.press("Close").await;
    visitor.wait_for("no dialog", "return !document.querySelector('dialog[open]');").await;
}

#[test]
fn the_page_of_a_pair_shows_both_sides_and_leads_to_them() {
    Visit::new().go(async |visitor| {
        visitor.open("/pairs/china-indonesia").await;
        visitor.see_heading("China–Indonesia").await;
        visitor.see("Twin parks · operating").await;
        check_first_claims(visitor).await;
        for leg in ["Bintan", "Aviarna", "Batang"] {
            visitor.see_a("link", leg).await;
        }
        visitor.follow("Batang").await;
        visitor.see_address("/parks/batang").await;
        visitor.see_heading("Batang").await;
        visitor.back().await;
        visitor.see_heading("China–Indonesia").await;
        visitor.follow("Add to comparison").await;
        visitor.see_address("/?ids=china-indonesia").await;
    });
}

#[test]
fn a_pair_without_a_named_partner_park_says_so() {
    Visit::new().go(async |visitor| {
        visitor.open("/pairs/china-philippines").await;
        visitor.see_heading("China–Philippines").await;
        visitor.see("No park has been named on this side").await;
        visitor.open("/pairs/rayong").await;
        visitor.see("A reference model with one leg").await;
    });
}

#[test]
fn the_page_of_a_park_names_it_fully_and_leads_to_its_pair_and_surroundings() {
    Visit::new().go(async |visitor| {
        visitor.open("/parks/kuantan").await;
        visitor.see_heading("Kuantan").await;
        for words in ["Malaysia-China Kuantan Industrial Park", "MCKIP", "Pahang, Malaysia", "Seaport and Airport"] {
            visitor.see(words).await;
        }
        check_first_claims(visitor).await;
        visitor.follow("Kuantan Port").await;
        visitor.see_heading("Kuantan Port").await;
        check_first_claims(visitor).await;
        visitor.follow("Kuantan").await;
        visitor.see_heading("Kuantan").await;
        visitor.follow("China–Malaysia").await;
        visitor.see_address("/pairs/china-malaysia").await;
    });
}

#[test]
fn sectors_lead_to_pairs_parks_and_the_list() {
    Visit::new().go(async |visitor| {
        visitor.open("/sectors").await;
        visitor.see_heading("Sectors").await;
        visitor.follow("New energy vehicles").await;
        visitor.see_heading("New energy vehicles").await;
        visitor.see("HS chapters 87").await;
        visitor.follow("Vehicles and parts").await;
        visitor.see_heading("Vehicles and parts").await;
        visitor.see("Automotive parts").await;
        let pairs: usize = visitor.ask("return document.querySelectorAll('main tbody tr').length;").await;
        visitor.follow("Show in the list").await;
        visitor.see_address("/?sector=automotive").await;
        visitor.see_some("article").await;
        assert_eq!(visitor.count().await, pairs, "a parent holds what its branches hold, here and there");
    });
}

#[test]
fn the_page_of_a_context_tells_its_claims_and_whom_it_touches() {
    Visit::new().go(async |visitor| {
        visitor.open("/context/rcep").await;
        visitor.see_heading("RCEP").await;
        visitor.see("Regional Comprehensive Economic Partnership").await;
        check_first_claims(visitor).await;
        visitor.follow("Kuantan").await;
        visitor.see_heading("Kuantan").await;
        visitor.back().await;
        visitor.see_heading("RCEP").await;
    });
}

#[test]
fn every_source_has_a_safe_link_an_age_and_what_rests_on_it() {
    Visit::new().go(async |visitor| {
        visitor.open("/sources").await;
        visitor.see_heading("Sources").await;
        visitor.see("sources behind").await;
        visitor.see("60 of 455 shown").await;
        visitor.press("Show more").await;
        visitor.see("120 of 455 shown").await;
        let unsafe_links: Vec<String> = visitor
            .ask(
                "const links = [...document.querySelectorAll('main tbody th a')];
                return links.length < 100 ? ['too few'] : links.filter((it) => !/^https?:$/.test(it.protocol) || it.relList.contains('opener') || !it.relList.contains('noopener'))
                    .map((it) => it.outerHTML);",
            )
            .await;
        assert!(unsafe_links.is_empty(), "{unsafe_links:#?}");
        visitor.follow("East Coast Rail").await;
        visitor.see_heading("East Coast Rail").await;
    });
}

#[test]
fn the_data_page_gives_every_file_and_its_schema() {
    Visit::new().go(async |visitor| {
        visitor.open_explore().await;
        visitor.follow_in(("navigation", "Main"), "Data").await;
        visitor.see_heading("Data").await;
        for words in ["What sources disagree on", "What nobody publishes", "Nothing: every record could be read."] {
            visitor.see(words).await;
        }
        let files: Vec<String> = visitor.ask("return [...document.querySelectorAll('main table a')].map((it) => it.href);").await;
        assert_eq!(files.len(), 14, "seven files and as many schemas: {files:?}");
        let bad: Vec<String> = visitor
            .ask(
                "const links = [...document.querySelectorAll('main table a')].map((it) => it.href);
                return Promise.all(links.map(async (it) => {
                    const answer = await fetch(it);
                    return answer.ok && typeof await answer.json() === 'object' ? null : `${it}: ${answer.status}`;
                })).then((all) => all.filter((it) => it));",
            )
            .await;
        assert!(bad.is_empty(), "{bad:?}");
    });
}

#[test]
fn every_page_opens_by_its_address() {
    Visit::new().go(async |visitor| {
        for (address, heading) in [
            ("/compare", "Compare"),
            ("/sectors", "Sectors"),
            ("/sectors/", "Sectors"),
            ("/sources", "Sources"),
            ("/parks/qinzhou", "Qinzhou"),
            ("/context/ecrl", "East Coast Rail"),
            ("/data", "Data"),
        ] {
            visitor.open(address).await;
            visitor.see_heading(heading).await;
        }
    });
}
