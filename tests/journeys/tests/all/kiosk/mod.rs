//! The kiosk: from nobody there to a visitor and back, what staff set, and everything that can go wrong meanwhile.

mod attract;
mod everyone;
mod faults;
mod offline;
mod soak;
mod staff;
mod updates;
mod visits;
mod ways_back;

use journeys::{Visit, Visitor};
use serde_json::{Value, json};

/// What the address says of the site for phones, since none gets to the address of the tests.
const BASE: &str = "base=https://twin.example.org/parks/";

/// A display that stands upright, as most on expo floors do.
fn upright() -> Visit {
    Visit::new().sized(1080, 1920)
}

/// Opens the kiosk, and waits until it shows itself with a pair.
async fn open_kiosk(visitor: &Visitor, search: &str) {
    visitor.open(&format!("/kiosk{search}")).await;
    see_attract(visitor).await;
}

/// Opens the kiosk, keeps settings on the device as if staff had made them, and opens it again.
async fn open_kiosk_set(visitor: &Visitor, search: &str, settings: Value) {
    open_kiosk(visitor, search).await;
    let kept = json!({ "version": "1.0", "kiosk": settings }).to_string();
    visitor.browser().ask::<Value>("return kiosk.set('settings', arguments[0]);", vec![json!(kept)]).await.expect("an answer");
    open_kiosk(visitor, search).await;
}

/// The middle of an element in the window.
async fn middle_of(visitor: &Visitor, selector: &str) -> (u32, u32) {
    let middle = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
        return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];";
    visitor.browser().ask(middle, vec![json!(selector)]).await.expect("an element in the window")
}

async fn tap_on(visitor: &Visitor, selector: &str) {
    let (x, y) = middle_of(visitor, selector).await;
    visitor.tap(x, y).await;
}

/// Goes to a field, and waits for the keyboard on the screen.
async fn bring_keyboard(visitor: &Visitor, field: &str) {
    let focus = "document.querySelector(arguments[0]).focus(); return null;";
    visitor.browser().ask::<()>(focus, vec![json!(field)]).await.expect("an answer");
    visitor.see_some(".keyboard").await;
}

async fn see_attract(visitor: &Visitor) {
    visitor.see_some(".attract .half").await;
}

/// Touches the upper half of the display, and waits for the page of the pair shown there.
async fn begin(visitor: &Visitor) {
    // A browser that has just started may not have put on the glass yet what it has drawn.
    let drawn = "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))));";
    visitor.ask::<()>(drawn).await;
    visitor.tap(300, 400).await;
    visitor.see_some(".reach").await;
    visitor.see_some("main h1").await;
}

/// Waits until the app and its data are kept on the device as one version, and gives its name.
async fn see_version(visitor: &Visitor) -> String {
    visitor.wait_for("a version on the device", "return Boolean(JSON.parse(kiosk.health()).version);").await;
    visitor.ask("return JSON.parse(kiosk.health()).version;").await
}
