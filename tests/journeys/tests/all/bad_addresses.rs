//! Whatever is typed into the address bar.

use journeys::{Visit, Visitor};

const PASSED_OVER: &str = "Part of the address could not be used and was passed over.";

async fn see_details(visitor: &Visitor, wanted: &[&str]) {
    visitor.see(PASSED_OVER).await;
    visitor.unfold("Details").await;
    for words in wanted {
        visitor.see(words).await;
    }
}

#[test]
fn parameters_that_make_no_sense_are_named_and_the_rest_is_used() {
    Visit::new().go(async |visitor| {
        visitor.open("/?lang=xx&sort=%%%&foo=bar&country=VN&view=sideways&units=cubits&theme=neon&of=people").await;
        visitor.see_count("8 pairs of 20").await;
        see_details(
            visitor,
            &[
                "“lang” can't be “xx”.",
                "“sort” can't be “%%%”.",
                "“foo” is not a parameter.",
                "“view” can't be “sideways”.",
                "“units” can't be “cubits”.",
                "“theme” can't be “neon”.",
                "“of” can't be “people”.",
            ],
        )
        .await;
        visitor.tick("Malaysia").await;
        visitor.see_address("/?country=MY,VN").await;
        visitor.wait_for("no notice", &format!("return !document.body.innerText.includes('{PASSED_OVER}');")).await;
    });
}

#[test]
fn filters_that_name_nothing_are_named() {
    Visit::new().go(async |visitor| {
        visitor.open("/?country=XX&sector=alchemy&status=haunted").await;
        visitor.see_count("20 pairs").await;
        visitor.see("Sector: nothing here is called “alchemy”, so it was passed over.").await;
    });
}

#[test]
fn nothing_that_can_be_typed_breaks_the_page() {
    let long = format!("/?q={}", "x".repeat(6_000));
    let many = format!("/compare?ids={}", (0..500).map(|at| format!("id-{at}")).collect::<Vec<_>>().join(","));
    let addresses = [
        "/?",
        "/?&&&===&",
        "/?q=%00%01%02",
        "/?q=%ff%fe%c3",
        "/?q=%F0%9F%90%BC%E2%80%AE",
        "/?ids=,,,,&country=,",
        "/?ids=-,--,A,%20,a--b",
        "/?sort=-&view=&of=&units=",
        "/?country=VN&country=MY&country=VN",
        "/?q=%3Cscript%3Ewindow.hacked%3D1%3C%2Fscript%3E",
        "/?q=%22%3E%3Cimg%20src%3Dx%20onerror%3Dwindow.hacked%3D1%3E",
        "/#<img src=x onerror=window.hacked=1>",
        "/compare?ids=constructor,__proto__,tostring",
        "/compare?ids=china-malaysia,china-malaysia,china-malaysia",
        "/pairs/china-malaysia?sort=%%%&ids=..%2F..%2F",
        "/parks/%E5%85%B3%E4%B8%B9",
        "/parks/kuantan/",
        "/sectors/steel?lang=zh-Hant",
        &long,
        &many,
    ];
    Visit::new().go(async |visitor| {
        for address in addresses {
            visitor.open(address).await;
            visitor.wait_for(
                &format!("a drawn page at {address:.60}"),
                "return document.querySelectorAll('main h1').length === 1 && !document.querySelector('.loading') && Boolean(document.querySelector('nav'));",
            )
            .await;
            assert!(visitor.ask::<bool>("return window.hacked === undefined;").await, "{address}");
        }
    });
}

#[test]
fn one_id_or_twelve_in_a_comparison_are_answered_in_words() {
    Visit::new().go(async |visitor| {
        visitor.open("/compare?ids=china-malaysia").await;
        visitor.see_heading("China–Malaysia").await;
        visitor.see("Choose two to five to set side by side.").await;
        visitor.see_a("link", "Choose in the list").await;

        let ids = "china-malaysia,china-vietnam,china-indonesia,china-philippines,dongxing-mong-cai,mohan-boten,lao-cai-hekou,\
                   pingxiang-dong-dang,suzhou,tianjin-eco-city,great-stone,rayong";
        visitor.open(&format!("/compare?ids={ids}")).await;
        visitor.see_some("tr[data-row]").await;
        let heads: usize =
            visitor.ask("return document.querySelectorAll('th[scope=colgroup]:not([colspan=\"0\"])').length;").await;
        assert_eq!(heads, 5);
        see_details(visitor, &["At most five can be compared; the first five are shown."]).await;
    });
}

#[test]
fn unknown_ids_in_a_comparison_are_named_with_what_comes_nearest() {
    Visit::new().go(async |visitor| {
        visitor.open("/compare?ids=china-malasia,china-vietnam,china-indonesia,zzzzzz").await;
        visitor.see_heading("China–Vietnam and China–Indonesia").await;
        visitor.see("Nothing here is called “china-malasia”. The nearest: China–Malaysia").await;
        visitor.see("Nothing here is called “zzzzzz”.").await;
        visitor.see_some("tr[data-row]").await;
    });
}

#[test]
fn pairs_and_parks_are_not_mixed() {
    Visit::new().go(async |visitor| {
        visitor.open("/compare?ids=china-malaysia,kuantan,china-vietnam").await;
        visitor.see_heading("China–Malaysia and China–Vietnam").await;
        visitor.see("Pairs are compared with pairs; left out: kuantan.").await;
        visitor.open("/compare?ids=kuantan,china-malaysia,qinzhou").await;
        visitor.see_some("tr[data-row], .hint").await;
        visitor.see("are compared with").await;
        visitor.open("/compare?of=parks&ids=kuantan,china-malaysia,qinzhou").await;
        visitor.see_heading("Kuantan and Qinzhou").await;
        visitor.see("Parks are compared with parks; left out: china-malaysia.").await;
        visitor.see_some("tr[data-row]").await;
    });
}

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
