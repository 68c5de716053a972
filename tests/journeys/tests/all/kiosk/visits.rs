//! A visit: how it begins, what it offers, and that nothing of it remains.

use std::time::Duration;

use journeys::{Key, Visitor};
use serde_json::{Value, json};

use super::{BASE, begin, bring_keyboard, open_kiosk, see_attract, tap_on, upright};
use crate::take_along::{decoded, picture};

#[test]
fn a_touch_on_a_half_begins_at_the_page_of_that_pair_in_the_language_shown() {
    upright().go(async |visitor| {
        open_kiosk(visitor, "").await;
        let shown: String = visitor.ask("return text(document.querySelector('.attract h1'));").await;
        begin(visitor).await;
        visitor.see_heading(&shown).await;
        assert!(visitor.address().await.starts_with("/kiosk/pairs/"), "{}", visitor.address().await);
        visitor.wait_for("the first language", "return document.documentElement.lang === 'en';").await;
    });
}

#[test]
fn a_touch_on_a_language_begins_in_that_language() {
    upright().go(async |visitor| {
        open_kiosk(visitor, "").await;
        tap_on(visitor, ".attract__language[lang=vi]").await;
        visitor.wait_for("Vietnamese", "return document.documentElement.lang === 'vi';").await;
        visitor.see_a("button", "Bắt đầu lại").await;
        visitor.press("English").await;
        visitor.see_a("button", "Start over").await;
    });
}

/// All that a visitor could leave behind: address, page, marks, scroll, focus, what the browser keeps.
const REMAINS: &str = "
    const kept = (store) => Object.fromEntries(Object.entries(store).filter(([name]) => !/twin-parks (faults|runs)/.test(name)));
    return JSON.stringify({
        address: location.pathname + location.search,
        page: document.body.innerHTML.replace(/ style=\"[^\"]*\"/g, ''),
        marks: { ...document.documentElement.dataset }, lang: document.documentElement.lang, title: document.title,
        scroll: [scrollX, scrollY], focus: document.activeElement.localName, entries: history.length,
        local: kept(localStorage), session: kept(sessionStorage), cookies: document.cookie, name: window.name,
    });";

/// Whether the kiosk shows its first pair in its first language.
const FIRST: &str =
    "return text(document.querySelector('.attract h1')) === 'China–Malaysia' && document.documentElement.lang === 'en';";

/// Whether the page of the first pair has all that it shows.
const WHOLE: &str = "return Boolean(document.querySelector('main h1')) && Boolean(document.querySelector('tr[data-row]')) && !document.querySelector('.loading') && document.activeElement !== null;";

#[test]
fn after_silence_it_asks_and_then_nothing_of_the_visitor_is_left() {
    upright().go(async |visitor| {
        visitor.hasten(10).await;
        open_kiosk(visitor, "?idle=40&warn=15").await;
        super::see_version(visitor).await;
        visitor.see("Data fetched").await;
        visitor.wait_for("the first pair", FIRST).await;
        let cold: String = visitor.ask(REMAINS).await;
        begin(visitor).await;
        visitor.wait_for("the whole page", WHOLE).await;
        let begun: String = visitor.ask(REMAINS).await;
        visitor.press("Bahasa Melayu").await;
        visitor.wait_for("Malay", "return document.documentElement.lang === 'ms';").await;
        visitor.press("Teks besar, kontras tinggi").await;
        visitor.press("Rendahkan kawalan").await;
        visitor.follow("Teroka").await;
        visitor.see_some("article").await;
        visitor.tick("Malaysia").await;
        visitor
            .ask::<()>("document.querySelector('article input').click(); scrollTo(0, 700); sessionStorage.setItem('mine', '1');")
            .await;
        visitor.see_some(".tray").await;
        visitor.press("Ke telefon anda").await;
        visitor.see_some("dialog.code[open]").await;
        // Nobody does anything from here on.
        visitor.see_some("dialog.asking[open]").await;
        visitor.see("Masih di sini?").await;
        see_attract(visitor).await;
        visitor
            .wait_for(
                "the first pair",
                "return document.querySelector('.attract').dataset.turn === 'even' && document.documentElement.lang === 'en';",
            )
            .await;
        let after: String = visitor.ask(REMAINS).await;
        let health: Value = visitor.ask("return JSON.parse(kiosk.health());").await;
        assert_eq!(health["faults"], json!([]), "{health}");
        assert_eq!(after, cold);
        // The next visitor finds the same as the first one did.
        begin(visitor).await;
        visitor.wait_for("the whole page", WHOLE).await;
        assert_eq!(visitor.ask::<String>(REMAINS).await, begun);
    });
}

#[test]
fn whoever_answers_stays_where_they_are() {
    upright().go(async |visitor| {
        visitor.hasten(10).await;
        open_kiosk(visitor, "?idle=20&warn=60").await;
        begin(visitor).await;
        let before = visitor.address().await;
        visitor.see_some("dialog.asking[open]").await;
        let seconds: u32 = visitor.ask("return number(document.querySelector('.asking__seconds'));").await;
        assert!((1..=60).contains(&seconds), "{seconds}");
        visitor.tap(300, 300).await;
        visitor.wait_for("no question", "return !document.querySelector('dialog.asking[open]');").await;
        assert_eq!(visitor.address().await, before);
        // A key answers too.
        visitor.see_some("dialog.asking[open]").await;
        visitor.key(Key::Shift).await;
        visitor.wait_for("no question", "return !document.querySelector('dialog.asking[open]');").await;
    });
}

#[test]
fn the_touch_that_answers_presses_nothing_that_lies_beneath() {
    upright().go(async |visitor| {
        visitor.hasten(10).await;
        visitor.open("/kiosk?lang=en&of=parks&idle=20&warn=120").await;
        visitor.see_some("article").await;
        let before = visitor.address().await;
        visitor.see_some("dialog.asking[open]").await;
        // A link right beneath the button.
        let lay = "const box = document.querySelector('.asking .button').getBoundingClientRect();
            const link = document.querySelector('article h3 a');
            Object.assign(link.style, { position: 'fixed', left: `${box.x}px`, top: `${box.y}px`, width: `${box.width}px`, height: `${box.height}px` });
            return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];";
        let (x, y): (u32, u32) = visitor.ask(lay).await;
        visitor.tap(x, y).await;
        visitor.wait_for("no question", "return !document.querySelector('dialog.asking[open]');").await;
        visitor.ask::<()>("return new Promise((done) => setTimeout(done, 400));").await;
        assert_eq!(visitor.address().await, before);
        // The next touch is meant.
        visitor.tap(x, y).await;
        visitor.wait_for("the page of the park", "return location.pathname.startsWith('/kiosk/parks/');").await;
    });
}

#[test]
fn the_key_that_answers_presses_nothing_either() {
    upright().go(async |visitor| {
        visitor.hasten(10).await;
        visitor.open("/kiosk?lang=en&of=parks&idle=20&warn=120").await;
        visitor.see_some("article").await;
        visitor.focus("button", "Start over").await;
        visitor.see_some("dialog.asking[open]").await;
        visitor.key(Key::Enter).await;
        visitor.wait_for("no question", "return !document.querySelector('dialog.asking[open]');").await;
        visitor.ask::<()>("return new Promise((done) => setTimeout(done, 400));").await;
        visitor.see_some(".reach").await;
        visitor.see_focus("button: Start over").await;
        // The next one is meant.
        visitor.key(Key::Enter).await;
        see_attract(visitor).await;
    });
}

#[test]
fn who_left_the_keyboard_up_leaves_none_to_the_next_visitor() {
    upright().go(async |visitor| {
        visitor.hasten(10).await;
        open_kiosk(visitor, "?idle=20&warn=5&lang=en").await;
        begin(visitor).await;
        visitor.follow("Explore").await;
        visitor.see_some("article").await;
        bring_keyboard(visitor, "input[type=search]").await;
        visitor.see_some("dialog.asking[open]").await;
        see_attract(visitor).await;
        tap_on(visitor, ".attract__call").await;
        visitor.see_some("article").await;
        visitor.ask::<()>("return new Promise((done) => setTimeout(done, 400));").await;
        let left: Value = visitor.ask("return [document.querySelector('.keyboard') !== null, document.activeElement.type ?? '', document.querySelector('input[type=search]').value];").await;
        assert_eq!(left, json!([false, "", ""]));
    });
}

#[test]
fn a_finger_that_rests_on_the_glass_is_somebody_even_after_it_has_scrolled() {
    upright().go(async |visitor| {
        visitor.hasten(20).await;
        open_kiosk(visitor, "?idle=10&warn=5").await;
        begin(visitor).await;
        for scrolls in [false, true] {
            visitor.finger_down(500, 1_300).await;
            if scrolls {
                for step in 1..12 {
                    let moved = json!({ "type": "touchMove", "touchPoints": [{ "x": 500, "y": 1_300 - step * 40 }] });
                    visitor.browser().command("Input.dispatchTouchEvent", moved).await;
                }
                visitor.wait_for("a page that has scrolled", "return scrollY > 100 || scrollY;").await;
            }
            // Forty seconds of the page's time.
            tokio::time::sleep(Duration::from_secs(2)).await;
            assert!(!visitor.sees("Still there?").await, "{scrolls}");
            visitor.finger_up().await;
            visitor.see_some("dialog.asking[open]").await;
            visitor.tap(300, 60).await;
            visitor.wait_for("no question", "return !document.querySelector('dialog.asking[open]');").await;
        }
    });
}

#[test]
fn it_asks_after_the_time_that_is_set_and_a_minute_after_typing() {
    upright().go(async |visitor| {
        visitor.hasten(10).await;
        let since = "return (performance.now() - globalThis.since) / 1000;";
        let note =
            "addEventListener('pointerdown', () => { globalThis.since = performance.now(); }, { capture: true }); return null;";
        for (set, idle, warn) in [("", 45.0, 15.0), ("?idle=20&warn=40", 20.0, 40.0)] {
            open_kiosk(visitor, set).await;
            visitor.ask::<()>(note).await;
            begin(visitor).await;
            visitor.see_some("dialog.asking[open]").await;
            let asked: f64 = visitor.ask(since).await;
            see_attract(visitor).await;
            let forgot: f64 = visitor.ask(since).await;
            // A look in real time is some seconds here, so only what comes too early can be told for sure.
            assert!(asked >= idle && forgot >= idle + warn, "{set}: asked after {asked} s, forgot after {forgot} s");
        }
        visitor.open("/kiosk?lang=en&of=parks&idle=10").await;
        visitor.see_some("article").await;
        bring_keyboard(visitor, "input[type=search]").await;
        visitor.ask::<()>(note).await;
        tap_on(visitor, ".keyboard__key").await;
        visitor.wait_for("the digit in the field", "return document.querySelector('input[type=search]').value === '1';").await;
        visitor.see_some("dialog.asking[open]").await;
        let asked: f64 = visitor.ask(since).await;
        assert!(asked >= 60.0, "asked {asked} s after typing");
    });
}

#[test]
fn going_back_stays_in_the_kiosk_and_leaves_no_trace_in_the_browser() {
    upright().go(async |visitor| {
        open_kiosk(visitor, "?idle=600").await;
        begin(visitor).await;
        let first = visitor.address().await;
        let entries: u32 = visitor.ask("return history.length;").await;
        visitor.follow("Sectors").await;
        visitor.see_heading("Sectors").await;
        visitor.follow("Explore").await;
        visitor.see_count("20 pairs").await;
        let explore = visitor.address().await;
        // A gesture or a key of the browser leads nowhere, however often.
        for _ in 0..4 {
            visitor.back().await;
            visitor.ask::<()>("return new Promise((done) => setTimeout(done, 300));").await;
            assert_eq!(visitor.address().await, explore);
        }
        visitor.see_count("20 pairs").await;
        visitor.press("Back").await;
        visitor.see_heading("Sectors").await;
        visitor.press("Back").await;
        visitor.wait_for("where it began", &format!("return location.pathname + location.search === {first:?};")).await;
        assert_eq!(visitor.ask::<u32>("return history.length;").await, entries);
    });
}

#[test]
fn going_back_keeps_the_language_and_units_that_were_chosen_meanwhile() {
    upright().go(async |visitor| {
        visitor.open("/kiosk/pairs/china-malaysia?lang=en&idle=600").await;
        visitor.see_some("tr[data-row]").await;
        visitor.follow("Sectors").await;
        visitor.see_some(".sector-tree").await;
        visitor.press("Tiếng Việt").await;
        visitor.see_a("button", "Bắt đầu lại").await;
        visitor.press("Quay lại").await;
        visitor.see_some("tr[data-row]").await;
        visitor.see_address("/kiosk/pairs/china-malaysia?lang=vi&idle=600").await;
        visitor.see_a("button", "Bắt đầu lại").await;
    });
}

#[test]
fn no_link_leads_out_and_a_source_is_shown_as_a_code() {
    upright().go(async |visitor| {
        visitor.open("/kiosk/pairs/china-malaysia").await;
        visitor.see_some("tr[data-row]").await;
        visitor.open_claims("Projects", 0).await;
        let wanted: String = visitor.ask("return document.querySelector('dialog.claims-dialog a').href;").await;
        assert!(wanted.starts_with("http"), "{wanted}");
        visitor.ask::<()>("document.querySelector('dialog.claims-dialog a').click();").await;
        visitor.see_some("dialog.code[open] .qr").await;
        assert_eq!(decoded(&picture(visitor, "dialog.code .qr").await), wanted);
        assert_eq!(visitor.ask::<String>("return location.pathname;").await, "/kiosk/pairs/china-malaysia");
        // Neither does a file, and neither does a link that is meant for another window.
        visitor.ask::<()>("document.querySelector('dialog.code button').click(); return null;").await;
        let leads = "
            const made = Object.assign(document.createElement('a'), { href: arguments[0], target: arguments[1] });
            document.body.append(made);
            const event = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
            made.dispatchEvent(event);
            made.remove();
            return event.defaultPrevented;";
        for (address, target) in [("data/parks.json", ""), ("https://example.org/", "_blank"), ("mailto:a@example.org", "")] {
            let stays: bool = visitor.browser().ask(leads, vec![json!(address), json!(target)]).await.expect("an answer");
            assert!(stays, "{address}");
        }
    });
}

#[test]
fn the_phone_gets_exactly_this_view_at_the_address_that_staff_set() {
    upright().go(async |visitor| {
        visitor.open("/kiosk/compare?ids=china-malaysia,china-vietnam&lang=en&ccy=USD&base=https://twin.example.org/parks").await;
        visitor.see_some("tr[data-row]").await;
        visitor.press("To your phone").await;
        visitor.see_some("dialog.code[open] .qr").await;
        let wanted = "https://twin.example.org/parks/compare?ids=china-malaysia,china-vietnam&lang=en&ccy=USD";
        assert_eq!(decoded(&picture(visitor, "dialog.code .qr").await), wanted);
        assert!(!visitor.sees("leaves out").await);
        // An address of this computer alone is no use on a phone.
        visitor.open("/kiosk/pairs/china-malaysia?lang=en").await;
        visitor.see_some("tr[data-row]").await;
        visitor.press("To your phone").await;
        visitor.see("Phones can't reach this display").await;
        assert_eq!(visitor.ask::<u32>("return document.querySelectorAll('dialog.code .qr').length;").await, 0);
    });
}

#[test]
fn a_view_too_long_for_a_code_says_what_it_leaves_out() {
    let long = "越".repeat(150);
    upright().go(async |visitor| {
        visitor.open(&format!("/kiosk?q={long}&country=VN&lang=en&{BASE}")).await;
        visitor.see_some("main h1").await;
        visitor.press("To your phone").await;
        visitor.see("The code leaves out: Search. The rest is the same.").await;
        let read = decoded(&picture(visitor, "dialog.code .qr").await);
        assert_eq!(read, "https://twin.example.org/parks/?country=VN&lang=en");
    });
}

#[test]
fn the_keyboard_on_the_screen_writes_vietnamese_and_finds_chinese_by_pinyin() {
    upright().go(async |visitor| {
        visitor.open("/kiosk?lang=zh-Hans&idle=600&of=parks").await;
        visitor.see_some("article").await;
        bring_keyboard(visitor, "input[type=search]").await;
        for key in ["q", "z"] {
            press_key(visitor, key).await;
        }
        visitor
            .wait_for("a name to choose", "return [...document.querySelectorAll('.keyboard__name')].map(text).includes('钦州');")
            .await;
        visitor.press("钦州").await;
        visitor.wait_for("the name in the field", "return document.querySelector('input[type=search]').value === '钦州';").await;
        visitor.see_some("article").await;
        visitor
            .wait_for("the park", "return [...document.querySelectorAll('article h3')].some((it) => text(it).includes('钦州'));")
            .await;
        for key in ["删除", "删除", "l", "a", "n", "g", "ạ", "空格", "s", "ơ", "n"] {
            press_key(visitor, key).await;
        }
        visitor.wait_for("marks", "return document.querySelector('input[type=search]').value === 'lạng sơn';").await;
        visitor.press("完成").await;
        visitor.wait_for("no keyboard", "return !document.querySelector('.keyboard');").await;
        let none: bool = visitor.ask("return document.querySelector('input[type=search]').inputMode === 'none';").await;
        assert!(none, "the system's keyboard would come up as well");
    });
}

async fn press_key(visitor: &Visitor, label: &str) {
    let script = "const key = [...document.querySelectorAll('.keyboard__key')].find((it) => text(it) === arguments[0]); key?.click(); return Boolean(key);";
    let found: bool = visitor.browser().ask(script, vec![json!(label)]).await.expect("an answer");
    assert!(found, "there is no key {label}");
}

#[test]
fn gestures_and_keys_that_would_lead_out_or_scale_do_nothing() {
    upright().go(async |visitor| {
        open_kiosk(visitor, "?idle=600").await;
        begin(visitor).await;
        let stopped = "
            const stops = (event) => { document.querySelector('main h1').dispatchEvent(event); return event.defaultPrevented; };
            const make = (kind, of, more) => new of(kind, { bubbles: true, cancelable: true, ...more });
            return {
                menu: stops(make('contextmenu', MouseEvent)), drag: stops(make('dragstart', DragEvent)),
                zoom: stops(make('wheel', WheelEvent, { ctrlKey: true })), scroll: !stops(make('wheel', WheelEvent)),
                reload: stops(make('keydown', KeyboardEvent, { key: 'F5' })), back: stops(make('keydown', KeyboardEvent, { key: 'ArrowLeft', altKey: true })),
                print: stops(make('keydown', KeyboardEvent, { key: 'p', ctrlKey: true })), letter: !stops(make('keydown', KeyboardEvent, { key: 'p' })),
                side: stops(make('mouseup', MouseEvent, { button: 3 })), middle: stops(make('auxclick', MouseEvent, { button: 1 })),
            };";
        let stopped: Value = visitor.ask(stopped).await;
        let all = stopped.as_object().expect("each by its name");
        assert!(all.values().all(|it| *it == json!(true)), "{stopped}");
        let style: (String, String, String) = visitor
            .ask("const style = getComputedStyle(document.documentElement); return [style.userSelect, style.overscrollBehaviorY, style.touchAction];")
            .await;
        assert_eq!(style, ("none".to_owned(), "none".to_owned(), "pan-x pan-y".to_owned()));
    });
}

#[test]
fn controls_are_within_reach_and_large_enough_in_both_orientations() {
    for (width, height) in [(1080, 1920), (1920, 1080), (2160, 3840)] {
        upright().sized(width, height).go(async |visitor| {
            visitor.open("/kiosk/compare?ids=china-malaysia,china-vietnam&lang=vi").await;
            visitor.see_some("tr[data-row]").await;
            let small: Vec<String> = visitor
                .ask(
                    "const least = Math.min(innerWidth, innerHeight) * 0.04;
                     return [...document.querySelectorAll('.reach :is(a, button), .toolbar :is(a, button, select)')]
                        .map((it) => [it, it.getBoundingClientRect()])
                        .filter(([, box]) => box.height < least || box.width < least).map(([it, box]) => `${text(it)} ${box.width}x${box.height}`);",
                )
                .await;
            assert!(small.is_empty(), "{width} by {height}: {small:?}");
            let (top, bottom): (f64, f64) = visitor.ask("const box = document.querySelector('.reach').getBoundingClientRect(); return [box.top / innerHeight, box.bottom / innerHeight];").await;
            assert!(top > 0.6 && (bottom - 1.0).abs() < 0.01, "{width} by {height}: the controls stand from {top} to {bottom}");
            assert!(crate::narrow::too_wide(visitor, width).await.is_empty());
            visitor.press("Hạ thấp nút").await;
            let lower = "const top = (document.querySelector('main h1').getBoundingClientRect().top + scrollY) / innerHeight; return top > 0.4 || top;";
            visitor.wait_for("a page that begins in the lower half", lower).await;
        });
    }
}

#[test]
fn large_text_is_larger_and_has_more_contrast() {
    upright().go(async |visitor| {
        visitor.open("/kiosk/parks/kuantan?lang=en").await;
        visitor.see_some("tr[data-row]").await;
        let look = "const style = getComputedStyle(document.querySelector('.page-head__kicker')); return [parseFloat(style.fontSize), style.color];";
        let usual: (f64, String) = visitor.ask(look).await;
        visitor.press("Large text, high contrast").await;
        let large: (f64, String) = visitor.ask(look).await;
        assert!(large.0 > usual.0 * 1.2 && large.1 != usual.1, "{usual:?} and {large:?}");
    });
}
