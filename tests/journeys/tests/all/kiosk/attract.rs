//! The kiosk showing itself: real figures with their sources, in turn, without a flash and without a pixel that stays.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use journeys::{Visitor, until};
use serde_json::{Value, json};

use super::{open_kiosk, open_kiosk_set, upright};

#[test]
fn three_figures_of_a_pair_stand_there_with_who_says_so() {
    upright().go(async |visitor| {
        open_kiosk(visitor, "").await;
        let facts: Vec<(String, String, String)> = visitor
            .ask("return [...document.querySelectorAll('.attract .half__fact')].map((it) => ['label', 'figure', 'source'].map((part) => text(it.querySelector(`.half__${part}`))));")
            .await;
        assert!(facts.len() >= 3, "{facts:?}");
        for (label, figure, source) in &facts {
            assert!(!label.is_empty() && figure.contains(|letter: char| letter.is_ascii_digit()) && source.len() > 3, "{facts:?}");
        }
        // What sources quarrel over says so.
        assert!(facts.iter().any(|(_, _, source)| source.contains("other figures exist")), "{facts:?}");
        let links: u32 = visitor.ask("return document.querySelectorAll('.attract a').length;").await;
        assert_eq!(links, 0, "a link would lead elsewhere than a touch beside it");
    });
}

#[test]
fn pairs_and_languages_take_turns() {
    upright().go(async |visitor| {
        visitor.hasten(40).await;
        open_kiosk(visitor, "").await;
        let (mut pairs, mut languages) = (BTreeSet::new(), BTreeSet::new());
        until("every language and some pairs", async || {
            let (pair, lang): (String, String) =
                visitor.ask("return [text(document.querySelector('.attract h1')), document.documentElement.lang];").await;
            pairs.insert(pair);
            languages.insert(lang);
            if pairs.len() >= 8 && languages.len() == 4 { Ok(()) } else { Err(format!("{pairs:?} in {languages:?}")) }
        })
        .await;
    });
}

#[test]
fn no_pair_has_more_to_say_than_its_halves_have_room_for_in_any_language() {
    for (width, height) in [(1080, 1920), (1920, 1080)] {
        upright().sized(width, height).go(async |visitor| {
            visitor.hasten(24).await;
            open_kiosk(visitor, "").await;
            let look = "
                for (const it of document.getAnimations()) it.finish();
                const cut = [...document.querySelectorAll('.attract .half')].filter((it) => it.scrollHeight > it.clientHeight + 1 || it.scrollWidth > it.clientWidth + 1);
                return [`${text(document.querySelector('.attract h1'))} in ${document.documentElement.lang}`, cut.length];";
            let mut seen = BTreeSet::new();
            until("most pairs in most languages", async || {
                let (shown, cut): (String, u32) = visitor.ask(look).await;
                assert_eq!(cut, 0, "{shown} is cut off at {width} by {height}");
                seen.insert(shown);
                if seen.len() >= 20 { Ok(()) } else { Err(format!("{seen:?}")) }
            })
            .await;
        });
    }
}

/// The display as rows of pixels.
async fn pixels(visitor: &Visitor) -> Vec<u8> {
    let taken = visitor.browser().command("Page.captureScreenshot", json!({ "format": "png" })).await;
    let png = STANDARD.decode(taken["data"].as_str().expect("a picture comes as text")).expect("in this coding");
    let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a picture of some size")];
    let info = reader.next_frame(&mut pixels).expect("a picture");
    // Whether a pixel can be seen through is no matter on a display.
    let colours = pixels.chunks_exact(info.color_type.samples()).flat_map(|pixel| pixel.iter().take(3).copied());
    colours.collect()
}

/// The display in the middle of a change: all that moves is held at this many milliseconds after it began.
///
/// A turn may end while the picture is taken; then it is taken again in the next turn of its kind.
async fn pixels_at(visitor: &Visitor, turn: &str, stage: u32) -> Vec<u8> {
    let here = "return [document.querySelector('.attract').dataset.turn, text(document.querySelector('.attract h1'))];";
    let hold = format!(
        "for (const it of document.getAnimations()) {{ it.pause(); it.currentTime = {stage}; }}
         return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))));"
    );
    until("a picture within a turn", async || {
        visitor.wait_for("the turn", &format!("return document.querySelector('.attract').dataset.turn === '{turn}';")).await;
        let before: [String; 2] = visitor.ask(here).await;
        visitor.ask::<()>(&hold).await;
        let picture = pixels(visitor).await;
        let after: [String; 2] = visitor.ask(here).await;
        if before == after && before[0] == turn { Ok(picture) } else { Err(format!("{before:?}, then {after:?}")) }
    })
    .await
}

#[test]
fn within_ten_minutes_every_pixel_changes() {
    for (width, height) in [(1080, 1920), (1920, 1080)] {
        upright().sized(width, height).go(async |visitor| {
            visitor.hasten(2).await;
            // What moves takes a hundred times as long, so that a busy machine, too, sees the middle of it.
            visitor.browser().command("Animation.enable", json!({})).await;
            visitor.browser().command("Animation.setPlaybackRate", json!({ "playbackRate": 0.01 })).await;
            // Where there is least to show: one pair in one language, which has to join anew each time all the same.
            open_kiosk_set(visitor, "", json!({ "languages": ["en"], "shown": ["china-malaysia"] })).await;
            let (mut first, mut still) = (Vec::new(), Vec::new());
            for turn in ["even", "odd"] {
                for stage in [0, 250, 450, 690] {
                    let picture = pixels_at(visitor, turn, stage).await;
                    if first.is_empty() {
                        still = (0..picture.len() / 3).collect();
                        first = picture;
                    } else {
                        still.retain(|at| first[at * 3..at * 3 + 3] == picture[at * 3..at * 3 + 3]);
                    }
                }
            }
            let place = |at: usize| format!("{},{}", at % width as usize, at / width as usize);
            let ends = [still.first(), still.last()].map(|at| at.copied().map(place));
            assert!(still.is_empty(), "{} pixels stay the same at {width} by {height}: {ends:?}", still.len());
        });
    }
}

#[test]
fn one_pair_in_one_language_joins_anew_each_turn() {
    upright().go(async |visitor| {
        visitor.hasten(4).await;
        open_kiosk_set(visitor, "", json!({ "languages": ["en"], "shown": ["china-malaysia", "none-such"] })).await;
        for _ in 0..3 {
            visitor.ask::<()>("globalThis.old = document.querySelector('.half'); globalThis.turn = document.querySelector('.attract').dataset.turn; return null;").await;
            visitor.wait_for("the next turn", "return document.querySelector('.attract').dataset.turn !== globalThis.turn;").await;
            let joins = "const half = document.querySelector('.half'); return half !== globalThis.old && half.getAnimations().length > 0;";
            visitor.wait_for("halves that join", joins).await;
        }
    });
}

#[test]
fn pairs_that_are_not_in_the_data_any_more_leave_no_empty_display() {
    upright().go(async |visitor| {
        open_kiosk_set(visitor, "", json!({ "shown": ["none-such"] })).await;
    });
}

#[test]
fn nothing_flashes_and_nothing_glides_where_motion_is_not_wanted() {
    upright().go(async |visitor| {
        // Each change takes its time, and happens once a turn: far from three in a second.
        let changes = "return document.getAnimations().map((it) => [it.animationName ?? it.transitionProperty, it.effect.getTiming().duration, it.effect.getTiming().iterations]);";
        open_kiosk(visitor, "").await;
        let usual: Vec<(String, f64, f64)> = visitor.ask(changes).await;
        assert!(!usual.is_empty() && usual.iter().all(|(_, length, times)| *length >= 340.0 && *times == 1.0), "{usual:?}");
        let calm = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
        visitor.browser().command("Emulation.setEmulatedMedia", calm).await;
        open_kiosk(visitor, "").await;
        let calm: Vec<(String, Value, f64)> = visitor.ask(changes).await;
        assert!(calm.iter().all(|(name, _, _)| name == "come-up"), "{calm:?}");
    });
}
