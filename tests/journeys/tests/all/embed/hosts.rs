//! Where embedded pages have to work: in every kind of page that partners have, many at a time, narrow, hidden, and where
//! nothing can be kept.

use journeys::{Partner, Visit, Visitor};

use super::{OLDER, open_in_frames, page, see_drawn, see_frame_drawn};

const VIEW: &str = "/embed/compare?ids=china-malaysia,china-vietnam&lang=en&height=fixed";

/// Uses the embedded page as a visitor would, from choosing to the claims behind a figure.
async fn use_it(visitor: &Visitor) {
    see_drawn(visitor).await;
    let rows = visitor.rows().await.len();
    visitor.switch("Hide unpublished").await;
    visitor.wait_for("fewer rows", &format!("return document.querySelectorAll('tr[data-row]').length < {rows};")).await;
    visitor.open_claims("Planned area", 0).await;
    assert!(!visitor.claims().await.is_empty());
    visitor.press("Close").await;
    let elsewhere: Vec<String> = visitor
        .ask("return performance.getEntriesByType('resource').filter((it) => new URL(it.name).host !== location.host || it.responseStatus >= 400).map((it) => it.name);")
        .await;
    assert!(elsewhere.is_empty(), "asked of others, or in vain: {elsewhere:?}");
}

#[test]
fn it_works_in_every_kind_of_page() {
    let frame = |visitor: &Visitor, attributes: &str| {
        format!("<iframe {attributes} width=800 height=600 src=\"{}\"></iframe>", visitor.url_of(VIEW))
    };
    let hosts: [(&str, &str, &[&str], &str); 5] = [
        ("plain", "", &[], ""),
        ("far below, loaded late", "loading=lazy", &[], "<div id=far></div><script>far.style.height = '30000px'</script>"),
        ("a sandbox of scripts only", "sandbox=\"allow-scripts\"", &[], ""),
        (
            "a strict policy",
            "",
            &["Content-Security-Policy: default-src 'none'; frame-src http://127.0.0.1:*; base-uri 'none'; form-action 'none'"],
            "",
        ),
        (
            "cut off from other sites",
            "",
            &["Cross-Origin-Embedder-Policy: require-corp", "Cross-Origin-Opener-Policy: same-origin"],
            "",
        ),
    ];
    for (name, attributes, headers, before) in hosts {
        eprintln!("{name}");
        Visit::new().go(async |visitor| {
            let html = page(&format!("{before}{}", frame(visitor, attributes)));
            let partner = Partner::open().with_page("/", headers, &html);
            visitor.browser().go(&partner.url("/")).await;
            visitor.ask::<()>("document.querySelector('iframe').scrollIntoView(); return null;").await;
            visitor.browser().enter_frame(0).await;
            use_it(visitor).await;
        });
    }
}

#[test]
fn twenty_on_one_page_fetch_what_they_share_once() {
    Visit::new().alone().go(async |visitor| {
        let addresses: Vec<String> =
            (0..20).map(|number| format!("/embed/pairs/china-malaysia?radius={number}&height=fixed")).collect();
        let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
        let _partner = open_in_frames(visitor, "width=400 height=300", &addresses).await;
        for number in 0..20 {
            see_frame_drawn(visitor, number).await;
        }
        let requests = visitor.server().requests();
        let hashed = requests.iter().filter(|(path, _)| path.starts_with("twin-parks-") || path.starts_with("embed-"));
        let mut names: Vec<&String> = hashed.map(|(path, _)| path).collect();
        let all = names.len();
        names.sort();
        names.dedup();
        assert_eq!(all, names.len(), "fetched more than once: {requests:?}");
        // Data keeps its name when it changes, so it is asked after; but it is sent once.
        let sent = requests.iter().filter(|(path, status)| path == "data/parks.json" && *status == 200).count();
        assert_eq!(sent, 1, "{requests:?}");
    });
}

#[test]
fn two_hundred_pixels_are_enough() {
    Visit::new().go(async |visitor| {
        for address in
            ["/embed", "/embed/parks/kuantan", "/embed/pairs/china-malaysia", "/embed/compare?ids=china-malaysia,china-vietnam"]
        {
            let _partner = open_in_frames(visitor, "width=200 height=600", &[address]).await;
            visitor.browser().enter_frame(0).await;
            see_drawn(visitor).await;
            let wide: Vec<i32> = visitor.ask("return [document.documentElement.scrollWidth, innerWidth];").await;
            assert!(wide[0] <= wide[1], "{address} is {wide:?} wide");
        }
    });
}

/// A partner's page in which a frame is hidden until its page has come, and shown then.
async fn show_late(visitor: &Visitor, frame: &str) -> Partner {
    let html = page(&format!("<div id=tab style=\"display: none\">{frame}</div>"));
    let partner = Partner::open().with_page("/", &[], &html);
    visitor.browser().go(&partner.url("/")).await;
    visitor.browser().enter_frame(0).await;
    visitor
        .wait_for("the page", "return Boolean(document.querySelector('main h1')) && !document.querySelector('.loading');")
        .await;
    visitor.browser().leave_frames().await;
    visitor.ask::<()>("tab.style.display = 'block'; return null;").await;
    visitor.browser().enter_frame(0).await;
    see_drawn(visitor).await;
    partner
}

#[test]
fn hidden_at_first_and_shown_later_it_is_whole() {
    for flags in [OLDER, &[]] {
        Visit::new().with_flags(flags).go(async |visitor| {
            let src = visitor.url_of("/embed/parks/kuantan");
            let script = format!("<script src=\"{}\"></script>", visitor.url_of("/embed.js"));
            let frame = format!("<iframe data-twin-parks width=700 height=150 src=\"{src}\"></iframe>{script}");
            let _partner = show_late(visitor, &frame).await;
            let fitted = "return innerHeight > 600 && Math.abs(innerHeight - document.documentElement.getBoundingClientRect().height) <= 2 || innerHeight;";
            visitor.wait_for("a frame as high as the page", fitted).await;
        });
    }
}

#[test]
fn hidden_at_first_and_without_a_script_it_is_no_tower_of_letters() {
    Visit::new().go(async |visitor| {
        let src = visitor.url_of("/embed/parks/kuantan");
        let frame =
            format!("<iframe style=\"frame-sizing: content-height; min-height: 36rem\" width=700 src=\"{src}\"></iframe>");
        let _partner = show_late(visitor, &frame).await;
        // What does not fit is scrolled to.
        let [height, whole]: [u32; 2] = visitor.ask("scrollTo(0, 1e6); return [innerHeight, innerHeight + scrollY];").await;
        assert!((300..1_000).contains(&height) && whole > 3_000, "{height} of {whole}");
    });
}

#[test]
fn where_nothing_can_be_kept_everything_works() {
    Visit::new().without_storage().go(async |visitor| {
        let _partner = open_in_frames(visitor, "width=800 height=600", &[VIEW]).await;
        visitor.browser().enter_frame(0).await;
        let is_blocked = "try { return localStorage.length < 0; } catch { return true; }";
        assert!(visitor.ask::<bool>(is_blocked).await, "the browser keeps things, so nothing is tested");
        use_it(visitor).await;
    });
}
