//! What stands on an embedded page, and what following its links does.

use journeys::{Partner, Visit, shipped};
use serde_json::Value;
use xtask::site::Fault;

use super::{open_in_frames, page, see_drawn};

/// Every kind of page that partners embed, with its heading.
const PAGES: [(&str, &str); 6] = [
    ("/embed", "Where a chain can cross the border"),
    ("/embed/compare?ids=china-malaysia,china-vietnam", "China–Malaysia and China–Vietnam"),
    ("/embed/compare?view=charts&ids=china-malaysia,china-vietnam", "China–Malaysia and China–Vietnam"),
    ("/embed/pairs/china-malaysia", ""),
    ("/embed/parks/kuantan", "Kuantan"),
    ("/embed/sectors/food", ""),
];

/// All that a page can keep, and all that it asked of others.
const TRACES: &str = "
    const databases = await indexedDB.databases();
    const workers = await navigator.serviceWorker.getRegistrations();
    const elsewhere = performance.getEntriesByType('resource').map((it) => it.name).filter((it) => !it.startsWith(location.origin));
    return [document.cookie, localStorage.length, sessionStorage.length, databases.length, workers.length, (await caches.keys()).length, elsewhere.length];";

#[test]
fn every_kind_of_page_stands_alone_with_a_way_to_the_site_and_keeps_nothing() {
    Visit::new().go(async |visitor| {
        for (address, heading) in PAGES {
            let _partner = open_in_frames(visitor, "width=700 height=600", &[address]).await;
            visitor.browser().enter_frame(0).await;
            see_drawn(visitor).await;
            let heading_there: String = visitor.ask("return text(document.querySelector('h1'));").await;
            assert!(heading_there.contains(heading) && !heading_there.is_empty(), "{address}: {heading_there}");
            let around: usize =
                visitor.ask("return document.querySelectorAll('header, nav.site-nav, .site-footer, .take-along').length;").await;
            assert_eq!(around, 0, "{address} has something of the site around it");
            let whole: String = visitor.ask("return document.querySelector('.credit a').href;").await;
            let expected = visitor.url_of(&address.replace("/embed", "/"));
            assert_eq!(whole, expected.replace("//pairs", "/pairs").replace("//", "/").replace("http:/", "http://"), "{address}");
            let traces: Vec<Value> = visitor.ask(&format!("return (async () => {{ {TRACES} }})();")).await;
            assert_eq!(traces, [Value::from(""), 0.into(), 0.into(), 0.into(), 0.into(), 0.into(), 0.into()], "{address}");
        }
    });
}

#[test]
fn links_open_the_site_in_a_tab_of_its_own_and_refinements_stay() {
    Visit::new().go(async |visitor| {
        let address = "/embed/compare?ids=china-malaysia,china-vietnam&lang=en&accent=a31621&height=fixed";
        let _partner = open_in_frames(visitor, "width=900 height=700", &[address]).await;
        visitor.browser().enter_frame(0).await;
        see_drawn(visitor).await;
        visitor.switch("Differences only").await;
        let there = "return location.search.includes('diff=1') || location.href;";
        visitor.wait_for("the refinement in the frame's address", there).await;
        let here: String = visitor.ask("return location.pathname + location.search;").await;
        assert!(here.starts_with("/embed/compare?") && here.contains("accent=a31621") && here.contains("height=fixed"), "{here}");
        let length: usize = visitor.ask("return history.length;").await;

        visitor.follow("Kuantan").await;
        let still: String = visitor.ask("return location.pathname;").await;
        assert_eq!(still, "/embed/compare");
        assert_eq!(visitor.ask::<usize>("return history.length;").await, length, "the partner's history has grown");
        visitor.browser().see_new_tab().await;
        visitor.see_address("/parks/kuantan?ids=china-malaysia,china-vietnam&lang=en").await;
        visitor.see_heading("Kuantan").await;
        visitor.see_a("navigation", "Main").await;
        assert!(visitor.ask::<bool>("return window.opener === null && document.referrer === '';").await);
    });
}

#[test]
fn the_way_to_the_site_leads_to_the_view_as_it_was_left() {
    Visit::new().go(async |visitor| {
        let _partner = open_in_frames(visitor, "width=900 height=700", &["/embed?lang=ms&lock=0"]).await;
        visitor.browser().enter_frame(0).await;
        see_drawn(visitor).await;
        visitor.tick("Malaysia").await;
        visitor.wait_for("the filter", "return location.search.includes('country=MY');").await;
        let credit = "return document.querySelector('.credit a').getAttribute('href').includes('country=MY');";
        visitor.wait_for("the filter in the link", credit).await;
        visitor.follow("Twin Parks: buka paparan penuh ini, dengan setiap sumber dan tarikh (tab baharu)").await;
        visitor.browser().see_new_tab().await;
        visitor.see_address("/?country=MY&lang=ms").await;
    });
}

#[test]
fn a_partner_can_leave_out_filters_and_switches_but_no_claims() {
    Visit::new().go(async |visitor| {
        visitor.open("/embed/compare?ids=china-malaysia,china-vietnam&lock=1").await;
        see_drawn(visitor).await;
        let seen: usize = visitor.ask("return [...document.querySelectorAll('.toolbar *, [role=switch], .data-table__control')].filter((it) => it.checkVisibility()).length;").await;
        assert_eq!(seen, 0);
        visitor.open_claims("Planned area", 0).await;
        visitor.open("/embed?lock=1").await;
        see_drawn(visitor).await;
        let seen: usize = visitor.ask("return [...document.querySelectorAll('input, select, details')].filter((it) => it.checkVisibility()).length;").await;
        assert_eq!(seen, 0);
        assert_eq!(visitor.cards().await.len(), 20);
    });
}

#[test]
fn a_partner_that_picks_rows_is_said_to_have_done_so() {
    Visit::new().go(async |visitor| {
        visitor.open("/embed/compare?ids=china-malaysia,china-vietnam&pick=investment,planned-area,no-such-thing").await;
        see_drawn(visitor).await;
        let rows: Vec<String> = visitor.rows().await.into_iter().map(|row| row.name).collect();
        let is_picked = |row: &String| row.starts_with("Investment") || row.starts_with("Planned area");
        assert!(rows.len() >= 2 && rows.iter().all(is_picked), "{rows:?}");
        visitor.see("This site chose which rows are shown here. All of them stand in Twin Parks.").await;
        visitor.unfold("Details").await;
        visitor.see("no-such-thing").await;
        // On cards too, what was not picked is neither shown nor said to be unpublished.
        visitor.open("/embed?pick=planned-area").await;
        see_drawn(visitor).await;
        let labels: Vec<String> =
            visitor.ask("return [...new Set([...document.querySelectorAll('.leg__label')].map(text))];").await;
        assert_eq!(labels.len(), 1, "{labels:?}");
    });
}

#[test]
fn a_part_that_did_not_come_is_asked_for_again_and_the_rest_stays() {
    let piece = shipped("later-", ".wasm");
    Visit::new().with_fault(&piece, Fault::Missing).expecting("TypeError").go(async |visitor| {
        let html = page(&format!(
            "<iframe data-twin-parks width=900 height=300 src=\"{}\"></iframe><script src=\"{}\"></script>",
            visitor.url_of("/embed/compare?ids=china-malaysia,china-vietnam&view=charts&lang=en"),
            visitor.url_of("/embed.js")
        ));
        let partner = Partner::open().with_page("/", &[], &html);
        visitor.browser().go(&partner.url("/")).await;
        visitor.browser().enter_frame(0).await;
        visitor.see("This part could not be loaded. The rest of the page works.").await;
        visitor.ask::<()>("document.querySelector('main').dataset.mine = 'here'; return null;").await;
        visitor.server().set_fault(&piece, None);
        visitor.press("Try again").await;
        visitor.see_some("figure.chart").await;
        assert!(
            visitor.ask::<bool>("return document.querySelector('main').dataset.mine === 'here';").await,
            "all was drawn anew"
        );
        // The frame is still followed.
        visitor.wait_for("a frame as high as the page", "return innerHeight > 1000 || innerHeight;").await;
        assert!(!visitor.ask::<bool>("return Boolean(document.getElementById('stopped'));").await);
    });
}
