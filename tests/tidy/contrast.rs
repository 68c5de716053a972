//! Contrast of the roles that meet on the page, light and dark, from the tokens themselves.

use crate::css::{Block, Sheet};
use crate::tree::{File, assert_none};
use std::collections::BTreeMap;

/// Text and what it stands on.
const PAIRS: [(&str, &str); 18] = [
    ("--text", "--paper"),
    ("--text", "--surface"),
    ("--text", "--home-soft"),
    ("--text", "--partner-soft"),
    ("--text-2", "--paper"),
    ("--text-2", "--surface"),
    ("--text-2", "--surface-2"),
    ("--home", "--surface"),
    ("--partner", "--surface"),
    ("--link", "--paper"),
    ("--link", "--surface"),
    ("--warn", "--warn-soft"),
    ("--good", "--good-soft"),
    ("--on-ink", "--ink"),
    ("--on-ink", "--ink-2"),
    ("--on-ink-2", "--ink"),
    ("--text", "--warn-soft"),
    ("--text", "--surface-2"),
];

/// What WCAG 2.2 asks of running text (1.4.3, level AA).
const ENOUGH: f64 = 4.5;

type Tokens = BTreeMap<String, String>;

fn tokens(block: &Block) -> Tokens {
    block.declarations.iter().cloned().collect()
}

/// The tokens of the light theme, of the dark one that a person picks, and of the dark one that the system asks for.
fn themes() -> [(&'static str, Tokens); 3] {
    let file = File::at("style/tokens.css");
    let sheet = Sheet::of(&file.text).expect("balanced");
    let find = |theme: &str, is_it: fn(&str) -> bool| {
        let blocks = sheet.all();
        let block =
            blocks.into_iter().find(|block| is_it(&block.head)).unwrap_or_else(|| panic!("no {theme} theme in {}", file.place));
        tokens(block)
    };
    let light = find("light", |head| head == ":where(:root)");
    let over = |own: &Tokens| light.clone().into_iter().chain(own.clone()).collect::<Tokens>();
    let picked = find("dark", |head| head.contains(":root[data-theme=\"dark\"]"));
    let asked = find("system's dark", |head| head.contains(":root:not([data-theme=\"light\"])"));
    assert!(picked.contains_key("--paper") && asked.contains_key("--paper"), "a dark theme has a dark paper");
    [("light", light.clone()), ("dark", over(&picked)), ("dark by system", over(&asked))]
}

/// The relative luminance of `#rrggbb` or `#rgb`, as WCAG defines it.
fn luminance(colour: &str) -> Option<f64> {
    let hex = colour.strip_prefix('#')?;
    let full: String = if hex.len() == 3 { hex.chars().flat_map(|digit| [digit, digit]).collect() } else { hex.to_owned() };
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(full.get(at..at + 2)?, 16).ok()?) / 255.0;
        Some(if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) })
    };
    (full.len() == 6).then_some(())?;
    Some(0.2126 * channel(0)? + 0.7152 * channel(2)? + 0.0722 * channel(4)?)
}

fn contrast(a: &str, b: &str) -> Option<f64> {
    let (a, b) = (luminance(a)?, luminance(b)?);
    Some((a.max(b) + 0.05) / (a.min(b) + 0.05))
}

#[test]
fn text_can_be_read_on_everything_it_stands_on_in_every_theme() {
    let mut wrong = Vec::new();
    for (theme, tokens) in themes() {
        for (text, ground) in PAIRS {
            let colour = |name: &str| tokens.get(name).cloned().unwrap_or_else(|| panic!("{theme} has no {name}"));
            let found = contrast(&colour(text), &colour(ground));
            let found = found.unwrap_or_else(|| panic!("{theme}: {text} and {ground} are not both plain colours"));
            if found < ENOUGH {
                wrong.push(format!("{theme}: {text} on {ground} is {found:.2}, not {ENOUGH}"));
            }
        }
    }
    assert_none("too little contrast", &wrong);
}

#[test]
fn both_ways_to_the_dark_theme_give_the_same_dark() {
    let [_, (_, picked), (_, asked)] = themes();
    let differs = |name: &&String| picked.get(*name) != asked.get(*name);
    let wrong: Vec<String> = picked.keys().chain(asked.keys()).filter(differs).cloned().collect();
    assert_none("the two dark themes differ in", &wrong);
}

#[test]
fn contrast_is_counted_as_the_standard_says() {
    assert_eq!(contrast("#000000", "#ffffff").map(|found| format!("{found:.2}")).as_deref(), Some("21.00"));
    assert_eq!(contrast("#777", "#fff").map(|found| format!("{found:.2}")).as_deref(), Some("4.48"));
    assert_eq!(contrast("rgb(0 0 0)", "#fff"), None);
}
