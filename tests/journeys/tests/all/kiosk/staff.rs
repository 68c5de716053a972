//! The screen for staff: how one gets there, what is set there, and what bad settings do.

use std::fs;

use journeys::{Key, Visitor, until};
use serde_json::{Value, json};

use super::{begin, bring_keyboard, middle_of, open_kiosk, open_kiosk_set, see_attract, tap_on, upright};

/// Presses the mark for five seconds of the page's time, and types a PIN.
async fn open_staff(visitor: &Visitor) {
    let (x, y) = middle_of(visitor, ".reach__mark").await;
    visitor.finger_down(x, y).await;
    visitor.see_some("dialog.staff[open]").await;
    visitor.finger_up().await;
}

async fn type_pin(visitor: &Visitor, digits: &str) {
    for digit in digits.chars() {
        let pressed: bool = visitor
            .ask(&format!("const key = document.querySelector('[data-digit=\"{digit}\"]'); key?.click(); return Boolean(key);"))
            .await;
        assert!(pressed, "there is no key {digit}");
    }
}

/// As the first member of staff: chooses a PIN, and is in.
pub(super) async fn choose_pin(visitor: &Visitor) {
    open_staff(visitor).await;
    visitor.see("Choose a PIN of 4 to 8 digits.").await;
    type_pin(visitor, "24").await;
    visitor.press("Done").await;
    visitor.see("A PIN has 4 to 8 digits.").await;
    type_pin(visitor, "2468").await;
    visitor.press("Done").await;
    visitor.see("Measure the display").await;
}

async fn start(visitor: &Visitor) {
    visitor.hasten(10).await;
    open_kiosk(visitor, "?idle=600&lang=en").await;
    begin_in_english(visitor).await;
}

/// The kiosk may have gone on to another language meanwhile.
async fn begin_in_english(visitor: &Visitor) {
    begin(visitor).await;
    visitor.press("English").await;
    visitor.see_a("button", "Start over").await;
}

#[test]
fn only_a_long_press_and_the_right_pin_lead_to_the_settings() {
    upright().go(async |visitor| {
        start(visitor).await;
        // A short press is no long one, nor is one that is taken away in time.
        tap_on(visitor, ".reach__mark").await;
        visitor.ask::<()>("return new Promise((done) => setTimeout(done, 6000));").await;
        assert!(!visitor.sees("Choose a PIN").await);
        choose_pin(visitor).await;
        visitor.press("Close").await;
        visitor.wait_for("the screen gone", "return !document.querySelector('dialog.staff[open]');").await;
        open_staff(visitor).await;
        assert!(!visitor.sees("Measure the display").await);
        type_pin(visitor, "1357").await;
        visitor.see("That is not the PIN.").await;
        // The next digits begin afresh, so that nothing has to be taken back.
        type_pin(visitor, "2468").await;
        visitor.see("Measure the display").await;
    });
}

#[test]
fn whoever_guesses_waits_and_closing_the_screen_shortens_nothing() {
    upright().go(async |visitor| {
        open_kiosk(visitor, "?idle=600&lang=en").await;
        begin_in_english(visitor).await;
        choose_pin(visitor).await;
        visitor.press("Close").await;
        open_staff(visitor).await;
        for _ in 0..4 {
            type_pin(visitor, "1357").await;
        }
        visitor.press("Close").await;
        visitor.press("Start over").await;
        see_attract(visitor).await;
        begin_in_english(visitor).await;
        open_staff(visitor).await;
        type_pin(visitor, "2468").await;
        visitor.see("Too many tries. Wait").await;
        assert!(!visitor.sees("Measure the display").await);
    });
}

#[test]
fn a_card_on_the_glass_makes_what_is_touched_twenty_millimetres_high() {
    upright().go(async |visitor| {
        start(visitor).await;
        choose_pin(visitor).await;
        // A display on which a card is 428 pixels wide has five of them to a millimetre.
        let press = "const wide = document.querySelector('.measure__card').getBoundingClientRect().width;
            const name = arguments[0] - wide > 20 ? 'Wider + +' : arguments[0] - wide > 0.5 ? 'Wider +' : wide - arguments[0] > 20 ? 'Narrower − −' : wide - arguments[0] > 0.5 ? 'Narrower −' : '';
            if (name) document.querySelector(`[aria-label=\"${name}\"]`).click();
            return name === '' || wide;";
        until("a frame as wide as the card", async || match visitor.browser().ask::<Value>(press, vec![json!(428)]).await? {
            Value::Bool(true) => Ok(()),
            wide => Err(wide.to_string()),
        })
        .await;
        visitor.press("Close").await;
        // It stays on the device, and holds for whatever is touched on any page, but for words within a sentence.
        for (address, ready) in [
            ("/kiosk/pairs/china-malaysia?lang=en&idle=600", "tr[data-row]"),
            ("/kiosk/compare?ids=china-malaysia,china-vietnam&lang=vi&idle=600", "tr[data-row]"),
            ("/kiosk?country=VN&lang=en&idle=600", "article"),
            ("/kiosk?country=VN&view=table&lang=en&idle=600", ".result-table"),
            ("/kiosk/sources?lang=en&idle=600", ".source-line"),
        ] {
            visitor.open(address).await;
            visitor.see_some(ready).await;
            visitor.see_some(".reach").await;
            if address.contains("/pairs/") {
                visitor.open_claims("Projects", 0).await;
            }
            let (count, small): (u32, Vec<String>) = visitor.ask(TOUCHED).await;
            assert!(count > 20 && small.is_empty(), "{address}: {count}, of which {small:?}");
        }
    });
}

/// How much there is to touch, and what of it is less than a hundred pixels high or wide.
const TOUCHED: &str = "
    const all = [...document.querySelectorAll('main :is(a:not(p a), button, summary, select, input), .source-line a, .reach :is(a, button, select), dialog[open] button')]
        .map((it) => it.closest('label') ?? it).map((it) => [it, it.getBoundingClientRect()]).filter(([, box]) => box.width > 0);
    return [all.length, all.filter(([, box]) => box.height < 99.5 || box.width < 99.5).map(([it, box]) => `${it.className} ${text(it).slice(0, 20)} ${box.width}x${box.height}`)];";

#[test]
fn what_is_set_holds_at_once_and_after_a_restart() {
    upright().go(async |visitor| {
        start(visitor).await;
        choose_pin(visitor).await;
        visitor.ask::<()>("document.querySelector('[aria-label=\"Seconds to answer +\"]').click();").await;
        // Chinese first, and no Malay.
        for name in ["1 · English", "2 · Bahasa Melayu"] {
            visitor.press(name).await;
        }
        visitor.ask::<()>("const field = document.querySelector('.staff__input[type=url]'); field.value = 'javascript:alert(1)'; field.dispatchEvent(new Event('change', { bubbles: true }));").await;
        visitor.see("This is no web address, and was not taken.").await;
        visitor.ask::<()>("const field = document.querySelector('.staff__input[type=url]'); field.value = 'https://twin.example.org'; field.dispatchEvent(new Event('change', { bubbles: true }));").await;
        visitor.press("Close").await;
        let offered: Vec<String> = visitor.ask("return [...document.querySelectorAll('.reach__language')].map(text);").await;
        assert_eq!(offered, ["简体中文", "Tiếng Việt"]);
        open_kiosk(visitor, "").await;
        visitor.wait_for("the first language offered", "return document.documentElement.lang === 'zh-Hans';").await;
        let kept: Value = visitor.ask("return JSON.parse(kiosk.get('settings')).kiosk;").await;
        assert_eq!((&kept["warn"], &kept["base"], &kept["languages"]), (&json!(20), &json!("https://twin.example.org/"), &json!(["zh-Hans", "vi"])));
    });
}

/// Gives a file to the field for settings.
async fn import(visitor: &Visitor, text: &str) {
    let script = "const field = document.querySelector('input[type=file]'); const held = new DataTransfer();
        held.items.add(new File([arguments[0]], 'settings.json')); field.files = held.files;
        field.dispatchEvent(new Event('change', { bubbles: true })); return null;";
    visitor.browser().ask::<Value>(script, vec![json!(text)]).await.expect("a field for files");
}

#[test]
fn settings_travel_as_a_file_and_a_broken_or_newer_one_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    upright().go(async |visitor| {
        start(visitor).await;
        choose_pin(visitor).await;
        let before: String = visitor.ask("return String(kiosk.get('settings'));").await;
        for (text, said) in [
            ("", "This file holds no settings of a kiosk. Nothing was changed."),
            ("{\"version\":\"1.0\",\"kiosk\":{", "This file holds no settings of a kiosk."),
            ("<html>", "This file holds no settings of a kiosk."),
            ("{\"version\":\"9.0\",\"kiosk\":{\"idle\":600}}", "This file was written by a newer version of the app."),
            (
                "{\"version\":\"1.0\",\"kiosk\":{\"idle\":\"x\",\"warn\":30,\"base\":\"example.org\"}}",
                "These fields of the file make no sense here: idle, base.",
            ),
            // Ten seconds are the least.
            ("{\"version\":\"1.0\",\"kiosk\":{\"idle\":5}}", "These fields of the file make no sense here: idle."),
        ] {
            import(visitor, text).await;
            visitor.see(said).await;
            assert_eq!(visitor.ask::<String>("return String(kiosk.get('settings'));").await, before, "{text}");
        }
        import(
            visitor,
            "{\"version\":\"1.0\",\"kiosk\":{\"idle\":15,\"languages\":[\"vi\"],\"night_from\":\"22:00\",\"night_to\":\"6:30\"}}",
        )
        .await;
        visitor.see("The settings were taken from the file.").await;
        let to = json!({ "behavior": "allow", "downloadPath": folder.path().to_string_lossy() });
        visitor.browser().command("Browser.setDownloadBehavior", to).await;
        visitor.press("Save to a file").await;
        let saved: Value = until("the file", async || {
            let text = fs::read(folder.path().join("twin-parks-kiosk.json")).map_err(|error| error.to_string())?;
            serde_json::from_slice(&text).map_err(|error| error.to_string())
        })
        .await;
        assert_eq!(
            (&saved["kiosk"]["idle"], &saved["kiosk"]["languages"], &saved["kiosk"]["night_to"]),
            (&json!(15), &json!(["vi"]), &json!("06:30"))
        );
        assert!(!saved.to_string().contains("2468"), "the PIN leaves the device");
    });
}

#[test]
fn health_tells_version_memory_faults_and_what_of_the_address_was_not_understood() {
    upright().go(async |visitor| {
        visitor.hasten(10).await;
        open_kiosk(visitor, "?idle=600&warn=1&lang=en").await;
        super::see_version(visitor).await;
        begin_in_english(visitor).await;
        choose_pin(visitor).await;
        let signs: Value = visitor.ask("return Object.fromEntries([...document.querySelectorAll('[data-sign]')].map((it) => [it.dataset.sign, text(it.querySelector('dd'))]));").await;
        let is_number = |sign: &str| signs[sign].as_str().is_some_and(|text| text.parse::<f64>().is_ok());
        assert!(is_number("memory") && is_number("heap") && is_number("uptime") && is_number("visitors"), "{signs}");
        assert!(signs["version"].as_str().is_some_and(|version| version.len() == 16) && signs["worker"] == "yes", "{signs}");
        assert!(signs["address"].as_str().is_some_and(|text| text.contains("warn")), "{signs}");
        assert_eq!(signs["faults"], "none");
        assert!(signs["site"].as_str().is_some_and(|text| text.contains("Phones can't reach")), "{signs}");
        // A fault is counted, and told of nobody else.
        super::faults::comes_back_after(visitor, "setTimeout(() => kiosk.fault('of a test')); return null;").await;
        begin_in_english(visitor).await;
        open_staff(visitor).await;
        type_pin(visitor, "2468").await;
        visitor.see("of a test").await;
    });
}

#[test]
fn staff_type_an_address_on_the_glass() {
    upright().go(async |visitor| {
        start(visitor).await;
        choose_pin(visitor).await;
        bring_keyboard(visitor, ".staff__input[type=url]").await;
        for key in "https://a.example.org".chars() {
            let press = "const key = [...document.querySelectorAll('.staff .keyboard__key')].find((it) => text(it) === arguments[0]); const box = key.getBoundingClientRect(); return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];";
            let (x, y): (u32, u32) = visitor.browser().ask(press, vec![json!(key.to_string())]).await.expect("a key");
            visitor.tap(x, y).await;
        }
        visitor.press("Done").await;
        visitor.wait_for("the address kept", "return JSON.parse(kiosk.get('settings')).kiosk.base === 'https://a.example.org/' || kiosk.get('settings');").await;
        visitor.press("Close").await;
        visitor.press("To your phone").await;
        visitor.see_some("dialog.code[open] .qr").await;
        let read = crate::take_along::decoded(&crate::take_along::picture(visitor, "dialog.code .qr").await);
        assert!(read.starts_with("https://a.example.org/pairs/"), "{read}");
    });
}

#[test]
fn an_address_that_nobody_finished_typing_is_not_taken() {
    upright().go(async |visitor| {
        visitor.hasten(20).await;
        open_kiosk_set(visitor, "?idle=10&warn=5&lang=en", json!({ "base": "https://a.example.org/" })).await;
        begin_in_english(visitor).await;
        choose_pin(visitor).await;
        bring_keyboard(visitor, ".staff__input[type=url]").await;
        for _ in 0..2 {
            visitor.key(Key::Backspace).await;
        }
        visitor
            .wait_for("less of it", "return document.querySelector('.staff__input[type=url]').value.endsWith('example.or');")
            .await;
        see_attract(visitor).await;
        let base: String = visitor.ask("return JSON.parse(kiosk.get('settings')).kiosk.base;").await;
        assert_eq!(base, "https://a.example.org/");
    });
}

#[test]
fn staff_who_walk_away_leave_nothing_open() {
    upright().go(async |visitor| {
        visitor.hasten(20).await;
        open_kiosk(visitor, "?idle=60&warn=5&lang=en").await;
        begin_in_english(visitor).await;
        choose_pin(visitor).await;
        see_attract(visitor).await;
        visitor.wait_for("the screen gone", "return !document.querySelector('dialog.staff[open]');").await;
        begin(visitor).await;
        open_staff(visitor).await;
        assert!(!visitor.sees("Measure the display").await, "the PIN is asked for again");
    });
}

#[test]
fn a_browser_that_keeps_nothing_says_so_and_works_until_it_is_closed() {
    upright().go(async |visitor| {
        let blocked = "for (const store of ['localStorage', 'sessionStorage']) Object.defineProperty(window, store, { get() { throw new DOMException('no', 'SecurityError'); } });";
        visitor.before_pages(blocked).await;
        start(visitor).await;
        choose_pin(visitor).await;
        visitor.ask::<()>("document.querySelector('[aria-label=\"Seconds to answer +\"]').click();").await;
        visitor.see("This browser keeps nothing on the device").await;
        visitor.press("Close").await;
        open_kiosk(visitor, "").await;
        let warn: u32 = visitor.ask("return JSON.parse(kiosk.get('settings')).kiosk.warn;").await;
        assert_eq!(warn, 20, "the tab remembers");
    });
}

#[test]
fn the_display_is_kept_awake_but_for_the_night_with_nobody_there() {
    upright().go(async |visitor| {
        visitor.hasten(20).await;
        open_kiosk(visitor, "?idle=600&lang=en").await;
        visitor.wait_for("a display kept awake", "return JSON.parse(kiosk.health()).awake === true;").await;
        // The night that is now, whatever the clock says.
        let night = "const at = new Date(Date.now() - 3600e3), to = new Date(Date.now() + 3600e3);
            const time = (it) => `${String(it.getHours()).padStart(2, '0')}:${String(it.getMinutes()).padStart(2, '0')}`;
            kiosk.set('settings', JSON.stringify({ version: '1.0', kiosk: { night_from: time(at), night_to: time(to) } })); return null;";
        visitor.ask::<()>(night).await;
        let keep = "{ const ask = navigator.wakeLock.request.bind(navigator.wakeLock);
            navigator.wakeLock.request = async (kind) => (globalThis.held = await ask(kind)); }";
        visitor.before_pages(keep).await;
        // The page begins by day and lives into the night.
        let day = "{ const Old = Date; globalThis.late = -12 * 3600e3; globalThis.Date = class extends Old {
            constructor(...given) { given.length ? super(...given) : super(Old.now() + globalThis.late); }
            static now() { return Old.now() + globalThis.late; } }; }";
        visitor.before_pages(day).await;
        open_kiosk(visitor, "?idle=600&lang=en").await;
        visitor.wait_for("a display kept awake", "return JSON.parse(kiosk.health()).awake === true;").await;
        // The system takes the lock away, and it is taken again.
        visitor.ask::<()>("globalThis.first = globalThis.held; return globalThis.held.release().then(() => null);").await;
        visitor.wait_for("another lock", "return JSON.parse(kiosk.health()).awake === true && globalThis.held !== globalThis.first;").await;
        visitor.ask::<()>("globalThis.late = 0; return null;").await;
        visitor.wait_for("a display that may sleep", "return JSON.parse(kiosk.health()).awake === false && globalThis.held.released;").await;
        begin(visitor).await;
        visitor.wait_for("a display awake for the visitor", "return JSON.parse(kiosk.health()).awake === true;").await;
    });
}
