//! How high the frames of embedded pages are: as high as what is in them, by the browser's own means or by messages.

use journeys::{Partner, Visit, Visitor, until};
use serde_json::Value;

use super::{OLDER, page, see_drawn, see_frame_drawn};

/// A partner's page that keeps the messages of its frame, and runs the script of the app's host.
fn followed(visitor: &Visitor, body: &str) -> String {
    let keep = "<script>window.told = []; addEventListener('message', ({ source, data }) => source === frames[0] && data.height && told.push(data.height));</script>";
    page(&format!("{keep}{body}<script src=\"{}\"></script>", visitor.url_of("/embed.js")))
}

async fn open(visitor: &Visitor, html: &str) -> Partner {
    let partner = Partner::open().with_page("/", &[], html);
    visitor.browser().go(&partner.url("/")).await;
    partner
}

/// Waits until the frame is as high as what is in it, and gives the height.
async fn see_fitted(visitor: &Visitor) -> u32 {
    until("a frame as high as its page", async || {
        visitor.browser().enter_frame(0).await;
        let inside: u32 = visitor.ask("return Math.ceil(document.documentElement.getBoundingClientRect().height);").await;
        visitor.browser().leave_frames().await;
        let frame: u32 = visitor.ask("return document.querySelector('iframe').clientHeight;").await;
        if frame.abs_diff(inside) <= 2 { Ok(frame) } else { Err(format!("{frame} for {inside}")) }
    })
    .await
}

const VIEW: &str = "/embed/parks/kuantan?lang=en";

/// The page becomes higher by itself.
async fn grow(visitor: &Visitor) {
    let before = see_fitted(visitor).await;
    assert!(before > 600, "a park has more to say than {before} pixels");
    let change = |act: &'static str| async move {
        visitor.browser().enter_frame(0).await;
        visitor.ask::<()>(act).await;
        visitor.browser().leave_frames().await;
    };
    // Many more rows: a filter of Explore would do the same.
    change("const rows = document.createElement('div'); rows.id = 'more'; rows.style.height = '900px'; document.querySelector('main').append(rows); return null;").await;
    let more = see_fitted(visitor).await;
    assert!(more >= before + 890, "{before}, then {more}");
}

/// The display is turned, and turned back: the frame is narrower for a while. Nobody touches the page.
async fn turn_and_turn_back(visitor: &Visitor) {
    // What comes last: from here on the page stays as it is.
    visitor.browser().enter_frame(0).await;
    visitor.see_some(".year-line__years").await;
    visitor.browser().leave_frames().await;
    // Who turns a display takes a moment, and before it the page has come to rest: without a bar to scroll with it is lower.
    let moment = async || tokio::time::sleep(std::time::Duration::from_millis(1_200)).await;
    moment().await;
    let wide = see_fitted(visitor).await;
    for width in [320, 700] {
        moment().await;
        visitor.ask::<()>(&format!("document.querySelector('iframe').width = {width}; return null;")).await;
        let fitted = see_fitted(visitor).await;
        assert!(if width < 700 { fitted > wide + 100 } else { fitted.abs_diff(wide) <= 2 }, "{wide}, then {fitted} at {width}");
    }
}

#[test]
fn a_frame_follows_by_messages_whether_or_not_the_browser_fits_it() {
    for (is_older, flags) in [(true, OLDER), (false, &[] as &[&str])] {
        Visit::new().with_flags(flags).go(async |visitor| {
            let frame = format!(
                "<iframe data-twin-parks style=\"frame-sizing: content-height\" width=700 height=200 src=\"{}\"></iframe>",
                visitor.url_of(VIEW)
            );
            let _partner = open(visitor, &followed(visitor, &frame)).await;
            assert_eq!(visitor.ask::<bool>("return !CSS.supports('frame-sizing', 'content-height');").await, is_older);
            see_frame_drawn(visitor, 0).await;
            turn_and_turn_back(visitor).await;
            grow(visitor).await;
            let told: Vec<Value> = visitor.ask("return told;").await;
            assert!(!told.is_empty() && told.iter().all(Value::is_u64), "whole pixels: {told:?}");
            assert!(told.len() <= 12, "little is told: {told:?}");
        });
    }
}

#[test]
fn a_frame_is_fitted_by_the_browser_without_any_script_where_it_can() {
    Visit::new().go(async |visitor| {
        let frame =
            format!("<iframe style=\"frame-sizing: content-height\" width=700 src=\"{}\"></iframe>", visitor.url_of(VIEW));
        let _partner = open(visitor, &page(&frame)).await;
        see_frame_drawn(visitor, 0).await;
        grow(visitor).await;
    });
}

#[test]
fn an_element_makes_the_frame_and_is_a_link_without_scripts() {
    for flags in [OLDER, &[]] {
        Visit::new().with_flags(flags).go(async |visitor| {
            let (src, whole) = (visitor.url_of(VIEW), visitor.url_of("/parks/kuantan?lang=en"));
            let element = format!("<twin-parks-embed src=\"{src}\" title=\"Kuantan\"><a href=\"{whole}\">Kuantan in Twin Parks</a></twin-parks-embed>");
            let _partner = open(visitor, &followed(visitor, &element)).await;
            let made = "const frame = document.querySelector('twin-parks-embed').shadowRoot?.querySelector('iframe');
                return frame?.title === 'Kuantan' && frame.clientHeight > 600 && frame.clientWidth > 1000 || frame?.clientHeight;";
            visitor.wait_for("a high frame", made).await;
            assert!(!visitor.ask::<bool>("return document.querySelector('twin-parks-embed a').checkVisibility();").await);
        });
    }
    Visit::new().go(async |visitor| {
        let off = serde_json::json!({ "value": true });
        visitor.browser().command("Emulation.setScriptExecutionDisabled", off).await;
        let whole = visitor.url_of("/parks/kuantan?lang=en");
        let element =
            format!("<twin-parks-embed src=\"{whole}\"><a href=\"{whole}\">Kuantan in Twin Parks</a></twin-parks-embed>");
        let _partner = open(visitor, &followed(visitor, &element)).await;
        visitor.see_a("link", "Kuantan in Twin Parks").await;
    });
}

#[test]
fn a_fixed_height_is_the_partners() {
    for flags in [OLDER, &[]] {
        Visit::new().with_flags(flags).go(async |visitor| {
            let src = visitor.url_of(&format!("{VIEW}&height=fixed"));
            let frame = format!("<iframe data-twin-parks width=700 height=400 src=\"{src}\"></iframe>");
            let _partner = open(visitor, &followed(visitor, &frame)).await;
            see_frame_drawn(visitor, 0).await;
            let height: u32 = visitor.ask("return document.querySelector('iframe').clientHeight;").await;
            assert_eq!((height, visitor.ask::<Vec<u32>>("return told;").await), (400, Vec::new()));
        });
    }
}

#[test]
fn claims_open_where_the_visitor_pressed_however_high_the_frame_is() {
    for flags in [OLDER, &[]] {
        Visit::new().with_flags(flags).go(async |visitor| {
        let frame = format!("<iframe data-twin-parks width=700 height=200 src=\"{}\"></iframe>", visitor.url_of(VIEW));
        let _partner = open(visitor, &followed(visitor, &frame)).await;
        see_frame_drawn(visitor, 0).await;
        see_fitted(visitor).await;
        visitor.browser().enter_frame(0).await;
        let last = "const all = document.querySelectorAll('.data-table__open'); const last = all[all.length - 1];
            last.scrollIntoView({ block: 'center' }); return null;";
        visitor.ask::<()>(last).await;
        visitor.press_last(".data-table__open").await;
        visitor.see_some("dialog[open]").await;
        let apart: f64 = visitor
            .ask("const all = document.querySelectorAll('.data-table__open'); const pressed = all[all.length - 1].getBoundingClientRect();
                const dialog = document.querySelector('dialog[open]').getBoundingClientRect();
                return Math.max(0, dialog.top - pressed.bottom, pressed.top - dialog.bottom);")
            .await;
        assert!(apart < 100.0, "the claims are {apart} pixels away");
    });
    }
}

#[test]
fn a_frame_follows_what_the_visitor_chooses_there_and_back_at_once() {
    for flags in [OLDER, &[]] {
        Visit::new().with_flags(flags).go(async |visitor| {
            let src = visitor.url_of("/embed?lang=en");
            let frame = format!("<iframe data-twin-parks width=1100 height=200 src=\"{src}\"></iframe>");
            let _partner = open(visitor, &followed(visitor, &frame)).await;
            let mut heights = Vec::new();
            for count in ["20 pairs", "1 pair of 20", "20 pairs"] {
                visitor.browser().enter_frame(0).await;
                if !heights.is_empty() {
                    visitor.tick("Malaysia").await;
                }
                visitor.see_count(count).await;
                see_drawn(visitor).await;
                visitor.browser().leave_frames().await;
                heights.push(see_fitted(visitor).await);
            }
            assert!(heights[1] < heights[0] && heights[0].abs_diff(heights[2]) <= 2, "{heights:?}");
        });
    }
}

#[test]
fn a_frame_that_is_filled_late_taken_out_and_put_in_again_is_followed() {
    Visit::new().with_flags(OLDER).go(async |visitor| {
        let src = visitor.url_of(VIEW);
        let _partner = open(visitor, &followed(visitor, "<iframe data-twin-parks width=700 height=200></iframe>")).await;
        visitor.ask::<()>(&format!("document.querySelector('iframe').src = '{src}'; return null;")).await;
        see_frame_drawn(visitor, 0).await;
        assert!(see_fitted(visitor).await > 600);
        // An element is taken out and put in again, as pages do that change without being loaded anew.
        let element = format!(
            "document.querySelector('iframe').remove();
             const element = document.createElement('twin-parks-embed'); document.body.append(element); element.remove();
             element.setAttribute('src', '{src}'); document.body.append(element);
             window.high = () => {{ const it = document.querySelector('twin-parks-embed').shadowRoot?.querySelector('iframe'); return it?.clientHeight > 600 || it?.clientHeight; }};
             return null;"
        );
        visitor.ask::<()>(&element).await;
        visitor.wait_for("a high frame", "return high();").await;
        let again = "const element = document.querySelector('twin-parks-embed'); element.remove();
            element.shadowRoot.querySelector('iframe').style.height = '100px'; postMessage('anything', '*');
            return new Promise((done) => setTimeout(() => { document.body.append(element); done(null); }, 100));";
        visitor.ask::<()>(again).await;
        visitor.wait_for("a high frame again", "return high();").await;
    });
}

#[test]
fn messages_of_others_and_wrong_ones_are_passed_over() {
    Visit::new().with_flags(OLDER).go(async |visitor| {
        // A frame beside it asks as if it were the page around, and says heights as if it were the app.
        let lies = "for (const message of [{ twinParks: 1, ask: 'height' }, { twinParks: 2, ask: 'height' }, 'height', null, 1e9]) parent.frames[0].postMessage(message, '*');
            for (const message of [{ twinParks: 1, height: 9999 }, { twinParks: 1, height: '1px' }, { twinParks: 1, ready: true }]) parent.postMessage(message, '*');
            return new Promise((done) => setTimeout(() => done(null), 500));";
        let src = visitor.url_of(VIEW);
        let frames = format!("<iframe data-twin-parks width=700 height=200 src=\"{src}\"></iframe><iframe srcdoc=\"beside it\"></iframe>");
        let _partner = open(visitor, &followed(visitor, &frames)).await;
        see_frame_drawn(visitor, 0).await;
        let height = see_fitted(visitor).await;
        let told: usize = visitor.ask("return told.length;").await;
        visitor.browser().enter_frame(1).await;
        visitor.ask::<()>(lies).await;
        visitor.browser().leave_frames().await;
        let after: (u32, usize) = visitor.ask("return [document.querySelector('iframe').clientHeight, told.length];").await;
        assert_eq!(after, (height, told));
    });
}

/// Partners' styles in which the width of a frame depends on its height, always the same for a seed: bars to scroll with
/// that come and go, columns that give way, heights that are cut. Each holds for a round.
const STYLES: &str = "
    let state = arguments[0] * 7919 + 13;
    const dice = (sides) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor(state / 2 ** 32 * sides); };
    const frames = [...document.querySelectorAll('iframe')];
    const followers = frames.map((frame) => {
        const base = 260 + dice(120);
        const steps = Array.from({ length: dice(5) }, () => [150 + dice(1200), dice(160) - 80]);
        const delay = dice(4) * 90;
        const fit = () => {
            const taken = steps.filter(([from]) => frame.clientHeight >= from).reduce((sum, [, taken]) => sum + taken, 0);
            frame.style.width = `${Math.max(180, base - taken)}px`;
        };
        frame.parentElement.style.cssText = ['', 'overflow: auto; max-height: 500px', 'display: flex', 'padding: 3.3%', 'zoom: 1.1'][dice(5)];
        frame.style.maxHeight = dice(6) ? '' : '400px';
        const watch = new ResizeObserver(() => setTimeout(fit, delay));
        watch.observe(frame);
        fit();
        return watch;
    });
    window.told = [];
    return new Promise((done) => setTimeout(() => {
        followers.forEach((watch) => watch.disconnect());
        const counts = frames.map((frame) => told.filter(([from]) => from === frame.name).map(([, , at]) => at));
        const burst = (at) => Math.max(0, ...at.map((from) => at.filter((time) => time >= from && time < from + 900).length));
        done([Math.max(...counts.map((at) => at.length)), Math.max(...counts.map(burst)), counts.filter((at) => at.some((time) => time > performance.now() - 1500)).length]);
    }, 6000));";

#[test]
fn two_hundred_styles_of_partners_come_to_rest() {
    Visit::new().sized(2000, 3000).with_flags(OLDER).go(async |visitor| {
        // Short pages, so that all are in sight: browsers let what is not seen rest.
        let src = visitor.url_of("/embed/sectors/food?lang=en");
        let frames: String = (0..20)
            .map(|number| format!("<div><iframe data-twin-parks name=f{number} style=\"width: 300px; height: 200px\" src=\"{src}\"></iframe></div>"))
            .collect();
        let keep = "<script>window.told = []; addEventListener('message', ({ source, data }) => data.height && told.push([source.name ?? [...document.querySelectorAll('iframe')].find((it) => it.contentWindow === source)?.name, data.height, performance.now()]));</script>";
        let keep = keep.replace("source.name ?? ", "");
        let grid = "<style>main { display: grid; grid-template-columns: repeat(5, 1fr); align-items: start }</style>";
        let html = page(&format!("{keep}{grid}<main>{frames}</main><script src=\"{}\"></script>", visitor.url_of("/embed.js")));
        let _partner = open(visitor, &html).await;
        for number in 0..20 {
            see_frame_drawn(visitor, number).await;
        }
        for round in 0..10 {
            let script = format!("return (function () {{ {STYLES} }})({round});");
            let [most, burst, restless]: [usize; 3] = visitor.ask(&script).await;
            assert!(burst <= 3, "round {round}: {burst} messages before rest");
            assert!(most <= 14 && restless == 0, "round {round}: {most} messages from one frame, and {restless} still at it");
        }
    });
}
