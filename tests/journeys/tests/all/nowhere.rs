//! Addresses that name nothing.

use journeys::{Visit, Visitor};

async fn see_nothing(visitor: &Visitor) {
    visitor.see_heading("There is no such page").await;
    visitor.see("The link may be old or mistyped.").await;
    visitor.wait_for("the title", "return document.title === 'There is no such page · Twin Parks' || document.title;").await;
}

#[test]
fn a_mistyped_id_is_told_the_nearest_names() {
    Visit::new().go(async |visitor| {
        for (address, nearest, heading) in [
            ("/parks/kuantn", "Kuantan", "Kuantan"),
            ("/pairs/china-malasia", "China–Malaysia", "China–Malaysia"),
            ("/context/pinglu-cannal", "Pinglu Canal", "Pinglu Canal"),
            ("/sectors/electronic", "Electronic information and electrical goods", "Electronic information and electrical goods"),
        ] {
            visitor.open(address).await;
            see_nothing(visitor).await;
            visitor.see("Did you mean").await;
            visitor.follow(nearest).await;
            visitor.see_heading(heading).await;
        }
    });
}

#[test]
fn what_resembles_nothing_still_leads_back() {
    Visit::new().go(async |visitor| {
        for address in ["/parks/zzzzzzzz", "/xyzzy/of/nothing", "/pairs/%3Cscript%3E", "/parks/A%20B", "/compare/deeper"] {
            visitor.open(address).await;
            see_nothing(visitor).await;
        }
        visitor.follow("Go to all pairs").await;
        visitor.see_address("/").await;
        visitor.see_some("article").await;
    });
}

#[test]
fn the_pages_around_a_wrong_address_stay_alive() {
    Visit::new().go(async |visitor| {
        visitor.open("/parks/kuantan").await;
        visitor.see_heading("Kuantan").await;
        visitor.ask::<()>("const link = document.querySelector('nav a'); link.href = 'parks/kuantin';").await;
        visitor.follow_in(("navigation", "Main"), "Explore").await;
        see_nothing(visitor).await;
        visitor.see_focus("h1: There is no such page").await;
        visitor.back().await;
        visitor.see_heading("Kuantan").await;
    });
}
