//! The kiosk showing itself: real figures with their sources, in turn, without a flash and without a pixel that stays.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use journeys::Visitor;
use serde_json::{Value, json};

use super::{open_kiosk, upright};

#[test]
fn three_figures_of_a_pair_stand_there_with_who_says_so() {
    upright().go(async |visitor| {
        open_kiosk(visitor, "").await;
        let facts: Vec<(String, String, String)> = visitor
            .ask("return [...document.querySelectorAll('.attract__fact')].map((it) => ['label', 'figure', 'source'].map((part) => text(it.querySelector(`.attract__${part}`))));")
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
        for _ in 0..8 {
            let turn: String = visitor.ask("return document.querySelector('.attract').dataset.turn;").await;
            let (pair, lang): (String, String) =
                visitor.ask("return [[...document.querySelectorAll('.attract__name')].map((it) => it.textContent).join(), document.documentElement.lang];").await;
            pairs.insert(pair);
            languages.insert(lang);
            visitor.wait_for("the next pair", &format!("return document.querySelector('.attract').dataset.turn !== '{turn}';")).await;
        }
        assert!(pairs.len() >= 4 && languages.len() == 4, "{pairs:?} in {languages:?}");
    });
}

/// The display as rows of pixels.
async fn pixels(visitor: &Visitor) -> Vec<u8> {
    let taken = visitor.browser().command("Page.captureScreenshot", json!({ "format": "png" })).await;
    let png = STANDARD.decode(taken["data"].as_str().expect("a picture comes as text")).expect("in this coding");
    let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a picture of some size")];
    let info = reader.next_frame(&mut pixels).expect("a picture");
    assert_eq!(info.color_type.samples(), 3, "a picture of red, green and blue");
    pixels
}

#[test]
fn within_ten_minutes_every_pixel_changes() {
    for (width, height) in [(540, 960), (960, 540)] {
        upright().sized(width, height).go(async |visitor| {
            open_kiosk(visitor, "").await;
            // The halves glide in on their own; here every stage of it is looked at, as a display shows it in a turn.
            let mut seen: Vec<BTreeSet<[u8; 3]>> = Vec::new();
            for stage in [0, 200, 400, 1_000, 12_100] {
                let hold = format!("for (const it of document.getAnimations()) {{ it.pause(); it.currentTime = Math.min({stage}, 690); }} return null;");
                if stage > 10_000 {
                    let turn = "return document.querySelector('.attract').dataset.turn === 'odd';";
                    visitor.ask::<()>("for (const it of document.getAnimations()) it.finish(); return null;").await;
                    visitor.wait_for("the next pair", turn).await;
                    visitor.ask::<()>("return new Promise((done) => setTimeout(done, 1500));").await;
                } else {
                    visitor.ask::<()>(&hold).await;
                }
                let picture = pixels(visitor).await;
                seen.resize(picture.len() / 3, BTreeSet::new());
                for (colours, pixel) in seen.iter_mut().zip(picture.as_chunks::<3>().0) {
                    colours.insert(*pixel);
                }
            }
            let still = seen.iter().filter(|colours| colours.len() < 2).count();
            assert_eq!(still, 0, "{still} of {} pixels stay the same at {width} by {height}", seen.len());
        });
    }
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
