//! For everyone: what axe finds on a kiosk, keys alone, and the longest words.

use journeys::{Key, Visitor, stretched_language};
use xtask::site::Fault;

use super::{BASE, bring_keyboard, open_kiosk, see_attract, staff::choose_pin, upright};
use crate::access::{findings, with_axe};
use crate::narrow::too_wide;

async fn look(visitor: &Visitor, at: &str, found: &mut Vec<String>) {
    found.extend(findings(visitor).await.into_iter().map(|finding| format!("{at}: {finding}")));
}

#[test]
fn axe_finds_nothing_on_any_screen_of_a_kiosk() {
    let mut found = Vec::new();
    for theme in ["light", "dark"] {
        // axe keeps the page's thread for seconds, which a worker would take for a page that is stuck.
        upright().tolerant().with_fault("worker.js", Fault::Missing).go(async |visitor| {
            with_axe(visitor).await;
            open_kiosk(visitor, &format!("?idle=600&theme={theme}")).await;
            visitor.ask::<()>("for (const it of document.getAnimations()) it.finish(); return null;").await;
            look(visitor, &format!("attract, {theme}"), &mut found).await;
            visitor.open(&format!("/kiosk/pairs/china-malaysia?lang=vi&theme={theme}&idle=600&{BASE}")).await;
            visitor.see_some("tr[data-row]").await;
            look(visitor, &format!("a pair, {theme}"), &mut found).await;
            visitor.press("Sang điện thoại").await;
            visitor.see_some("dialog.code[open] .qr").await;
            look(visitor, &format!("a code, {theme}"), &mut found).await;
            visitor.hasten(10).await;
            visitor.open(&format!("/kiosk/pairs/china-malaysia?lang=vi&theme={theme}&idle=10&warn=120")).await;
            visitor.see_some("dialog.asking[open]").await;
            look(visitor, &format!("the question, {theme}"), &mut found).await;
            visitor.open(&format!("/kiosk?lang=en&of=parks&theme={theme}&idle=600")).await;
            visitor.see_some("article").await;
            bring_keyboard(visitor, "input[type=search]").await;
            look(visitor, &format!("the keyboard, {theme}"), &mut found).await;
            visitor.press("Done").await;
            choose_pin(visitor).await;
            look(visitor, &format!("staff, {theme}"), &mut found).await;
        });
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn keys_alone_begin_a_visit_and_lead_through_it() {
    upright().go(async |visitor| {
        open_kiosk(visitor, "?idle=600").await;
        visitor.key(Key::Tab).await;
        visitor.see_some(".reach").await;
        visitor.focus("link", "Sectors").await;
        visitor.key(Key::Enter).await;
        visitor.see_heading("Sectors").await;
        visitor.wait_for("the heading in focus", "return document.activeElement.localName === 'h1' || focused();").await;
        visitor.focus("button", "To your phone").await;
        visitor.key(Key::Enter).await;
        visitor.see_some("dialog.code[open]").await;
        visitor.key(Key::Escape).await;
        visitor.wait_for("no code", "return !document.querySelector('dialog.code[open]');").await;
        visitor.focus("button", "Start over").await;
        visitor.key(Key::Enter).await;
        see_attract(visitor).await;
    });
}

#[test]
fn words_two_fifths_longer_clip_no_control_and_widen_no_page() {
    for (width, height) in [(1080, 1920), (1920, 1080)] {
        let visit = stretched_language().into_iter().fold(upright(), |visit, (path, fault)| visit.with_fault(&path, fault));
        visit.sized(width, height).go(async |visitor| {
            for address in ["/kiosk/pairs/china-malaysia?lang=ms", "/kiosk/compare?ids=china-malaysia,china-vietnam&lang=ms"] {
                visitor.open(address).await;
                visitor.see_some("tr[data-row]").await;
                let clipped: Vec<String> = visitor
                    .ask("return [...document.querySelectorAll('.reach :is(a, button)')].filter((it) => it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1).map(text);")
                    .await;
                assert!(clipped.is_empty(), "{address} at {width}: {clipped:?}");
                assert_eq!(too_wide(visitor, width).await, Vec::<String>::new(), "{address} at {width}");
            }
        });
    }
}
