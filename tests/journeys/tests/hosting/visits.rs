//! Visits to the app behind nginx.

use journeys::Visit;

use super::nginx;

/// The certificate is the test's own.
const TRUSTING: &[&str] = &["--ignore-certificate-errors"];

fn visit() -> Visit {
    Visit::new().with_flags(TRUSTING).to(&nginx().url("/"))
}

#[test]
fn the_app_opens_at_every_kind_of_address() {
    visit().go(async |visitor| {
        visitor.open_explore().await;
        visitor.see_count("20 pairs").await;
        visitor.follow_in(("navigation", "Main"), "Sources").await;
        visitor.see_heading("Sources").await;
        visitor.open("/data").await;
        visitor.see_some("main h1").await;
        visitor.open("/compare?ids=china-malaysia,china-vietnam&lang=zh-Hans&view=charts").await;
        visitor.see_some("figure.chart").await;
        visitor.open("/no/such/page").await;
        visitor.see_some("main h1").await;
    });
}

#[test]
fn an_embedded_page_works_on_a_partners_page_in_a_sandbox_and_alone() {
    visit().go(async |visitor| {
        for sandbox in ["", "sandbox=\"allow-scripts\""] {
            let src = visitor.url_of("/embed/compare?ids=china-malaysia,china-vietnam&lang=en");
            let html =
                format!("<!doctype html><title>Partner</title><link rel=icon href=data:,><iframe {sandbox} width=800 height=600 src=\"{src}\"></iframe>");
            visitor.browser().go(&nginx().partner_file("index.html", &html)).await;
            visitor.browser().enter_frame(0).await;
            visitor.see_a("switch", "Differences only").await;
            visitor.open_claims("Planned area", 0).await;
            visitor.browser().leave_frames().await;
        }
    });
}

#[test]
fn no_way_of_writing_an_address_puts_another_page_into_a_frame() {
    visit().tolerant().go(async |visitor| {
        // Servers read these as `/embed`, and say that it may stand in a frame; the app reads them as they are written.
        for path in ["/kiosk/..%2fembed", "/share/embed/..%2f..%2fembed", "/%65mbed"] {
            let frame = format!(
                "<!doctype html><title>Partner</title><link rel=icon href=data:,><iframe src=\"{}\"></iframe>",
                visitor.url_of(&format!("{path}?lang=en"))
            );
            visitor.browser().go(&nginx().partner_file("index.html", &frame)).await;
            visitor.browser().enter_frame(0).await;
            visitor.see("This page does not open inside another one. Open it by itself.").await;
            let started: bool = visitor.ask("return Boolean(globalThis.twinParks || document.querySelector('nav'));").await;
            assert!(!started, "{path}");
            visitor.browser().leave_frames().await;
        }
    });
}

#[test]
fn a_kiosk_keeps_the_app_and_goes_on_without_the_host() {
    visit().tolerant().go(async |visitor| {
        visitor.open("/kiosk").await;
        visitor.see_some(".attract .half").await;
        visitor.wait_for("a version on the device", "return Boolean(JSON.parse(kiosk.health()).version);").await;
        visitor.set_online(false).await;
        visitor.open("/kiosk").await;
        visitor.see_some(".attract .half").await;
    });
}
