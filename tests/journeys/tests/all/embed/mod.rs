//! Pages in partners' pages: what they show, how they look there, how high they are, and where they have to work.

mod height;
mod hosts;
mod looks;
mod pages;
mod share;

use journeys::{Partner, Visitor};

/// A browser that does not fit frames by itself.
const OLDER: &[&str] = &["--disable-blink-features=ResponsiveIframes"];

/// A partner's page with this in its body.
fn page(body: &str) -> String {
    format!("<!doctype html><html lang=en><meta charset=utf-8><title>Partner</title><body>{body}")
}

/// Opens a page of a partner with frames of these addresses of the app, and these further attributes each.
async fn open_in_frames(visitor: &Visitor, attributes: &str, addresses: &[&str]) -> Partner {
    let frame = |address: &&str| format!("<iframe {attributes} src=\"{}\"></iframe>", visitor.url_of(address));
    let body: String = addresses.iter().map(frame).collect();
    let partner = Partner::open().with_page("/", &[], &page(&body));
    visitor.browser().go(&partner.url("/")).await;
    partner
}

/// Waits until an embedded page is drawn with all its data.
async fn see_drawn(visitor: &Visitor) {
    visitor.see_some("main h1").await;
    visitor.wait_for("no place holders", "return !document.querySelector('.loading');").await;
    visitor.see_some(".credit a").await;
}

/// The same of a frame, from the page around it.
async fn see_frame_drawn(visitor: &Visitor, number: u16) {
    visitor.browser().enter_frame(number).await;
    see_drawn(visitor).await;
    visitor.browser().leave_frames().await;
}
