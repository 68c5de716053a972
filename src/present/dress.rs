//! An embedded page in a partner's colours, letters and corners, so that everything on it can still be read.
//!
//! Contrast is that of WCAG 2.2 (relative luminance in sRGB): 4.5 for what is read, 3 for lines. Whatever would have
//! less is mixed with black or white until it has enough, and the page says so.

use crate::address::{Colour, EmbedQuery, Font, Theme};

/// The least contrast of what is read.
const READ: f64 = 4.5;
/// The least contrast of lines that mean something.
const LINE: f64 = 3.0;
const BLACK: Colour = Colour(0, 0, 0);
const WHITE: Colour = Colour(255, 255, 255);

/// The colours of a theme that a partner's have to go with. They stand in `style/tokens.css`; a test compares.
struct Ground {
    /// Paper and surfaces.
    behind: [Colour; 4],
    text: Colour,
    home: Colour,
    partner: Colour,
    link: Colour,
}

const LIGHT: Ground = Ground {
    behind: [Colour(0xfa, 0xf8, 0xf4), WHITE, Colour(0xf3, 0xf0, 0xe9), Colour(0xe8, 0xe4, 0xda)],
    text: Colour(0x1c, 0x1d, 0x22),
    home: Colour(0x27, 0x50, 0x9b),
    partner: Colour(0xb4, 0x50, 0x1a),
    link: Colour(0x27, 0x50, 0x9b),
};

const DARK: Ground = Ground {
    behind: [Colour(0x15, 0x16, 0x1a), Colour(0x1d, 0x1f, 0x24), Colour(0x26, 0x28, 0x2f), Colour(0x32, 0x35, 0x3d)],
    text: Colour(0xf0, 0xef, 0xec),
    home: Colour(0x93, 0xb4, 0xf5),
    partner: Colour(0xf3, 0xa4, 0x74),
    link: Colour(0xa9, 0xc3, 0xf8),
};

/// What the document is given.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Dress {
    /// Custom properties and their values.
    pub properties: Vec<(&'static str, String)>,
    /// The theme that goes with the background, whatever the address says.
    pub theme: Option<Theme>,
    /// Whether a colour was changed so that it can be read.
    pub is_corrected: bool,
}

/// The dress that a partner asks for. `is_dark` says which theme is seen where the background leaves it open.
#[must_use]
pub fn dress(asked: &EmbedQuery, is_dark: bool) -> Dress {
    let mut dress = Dress::default();
    if let Some(background) = asked.background {
        dress.lay(background, asked.accent);
    } else if let Some(accent) = asked.accent {
        let [light, dark] = [&LIGHT, &DARK].map(|ground| readable(accent, &ground.behind, READ));
        dress.is_corrected = accent != if is_dark { dark } else { light };
        dress.accent(|colour| format!("light-dark({}, {})", css(colour(light)), css(colour(dark))));
    }
    if let Some(font) = asked.font {
        dress.properties.extend(["--serif", "--sans"].map(|name| (name, family(font).to_owned())));
    }
    if let Some(radius) = asked.radius {
        dress.properties.extend([("--radius", format!("{radius}px")), ("--radius-small", format!("{}px", radius / 2))]);
    }
    dress
}

impl Dress {
    /// Everything on a background, in the theme that stands out from it.
    fn lay(&mut self, background: Colour, accent: Option<Colour>) {
        let (theme, ground) = if contrast(LIGHT.text, background) >= contrast(DARK.text, background) {
            (Theme::Light, LIGHT)
        } else {
            (Theme::Dark, DARK)
        };
        let text = readable(ground.text, &[background], READ);
        // A shade towards the text, where the text still stands out from it.
        let shade = |share: u8| Some(mixed(background, text, share)).filter(|shade| contrast(text, *shade) >= READ);
        let behind = [5, 10].map(|share| shade(share).unwrap_or(background));
        let all = [background, behind[0], behind[1]];
        let asked = accent.unwrap_or(ground.link);
        let link = readable(asked, &all, READ);
        self.is_corrected = accent.is_some_and(|accent| accent != link);
        self.theme = Some(theme);
        let quiet = readable(mixed(text, background, 25), &all, READ);
        let colours = [
            ("--paper", background),
            ("--surface", background),
            ("--surface-2", behind[0]),
            ("--surface-3", behind[1]),
            ("--text", text),
            ("--text-2", quiet),
            ("--edge", mixed(background, text, 20)),
            ("--edge-strong", readable(mixed(background, text, 50), &all, LINE)),
            ("--home", readable(ground.home, &all, READ)),
            ("--partner", readable(ground.partner, &all, READ)),
        ];
        self.properties.extend(colours.map(|(name, colour)| (name, css(colour))));
        if accent.is_some() {
            self.accent(|colour| css(colour(link)));
        } else {
            self.properties.extend([("--link", css(link)), ("--focus", css(link))]);
        }
    }

    /// Links, focus and what is chosen in the accent, and what stands on it.
    fn accent(&mut self, value: impl Fn(fn(Colour) -> Colour) -> String) {
        let own = value(|accent| accent);
        self.properties.extend([("--link", own.clone()), ("--focus", own.clone()), ("--picked", own)]);
        self.properties.push(("--on-picked", value(|accent| if contrast(accent, WHITE) >= READ { WHITE } else { BLACK })));
    }
}

fn css(colour: Colour) -> String {
    format!("#{}", colour.print())
}

/// The letters. Behind each stands one that has Chinese.
fn family(font: Font) -> &'static str {
    match font {
        Font::System => "system-ui, \"Noto Sans CJK SC\", \"Microsoft YaHei\", sans-serif",
        Font::Serif => "\"Noto Serif\", Georgia, \"Noto Serif CJK SC\", SimSun, serif",
        Font::Arial => "Arial, Helvetica, \"Noto Sans CJK SC\", \"Microsoft YaHei\", sans-serif",
        Font::Georgia => "Georgia, \"Noto Serif CJK SC\", SimSun, serif",
        Font::Times => "\"Times New Roman\", Times, \"Noto Serif CJK SC\", SimSun, serif",
        Font::Verdana => "Verdana, \"Noto Sans CJK SC\", \"Microsoft YaHei\", sans-serif",
    }
}

/// The colour that is nearest to this one on the way to black or to white, and has the contrast to everything behind it.
fn readable(colour: Colour, behind: &[Colour], least: f64) -> Colour {
    let lowest = |colour: Colour| behind.iter().map(|behind| contrast(colour, *behind)).fold(f64::INFINITY, f64::min);
    let mixes = (0..=100).flat_map(|share| [mixed(colour, BLACK, share), mixed(colour, WHITE, share)]);
    let best = if lowest(BLACK) >= lowest(WHITE) { BLACK } else { WHITE };
    mixes.into_iter().find(|mix| lowest(*mix) >= least).unwrap_or(best)
}

/// A colour with so many percent of another.
fn mixed(colour: Colour, other: Colour, percent: u8) -> Colour {
    let part = |from: u8, to: u8| {
        let sum = u32::from(from) * u32::from(100 - percent.min(100)) + u32::from(to) * u32::from(percent.min(100));
        u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX)
    };
    Colour(part(colour.0, other.0), part(colour.1, other.1), part(colour.2, other.2))
}

/// How far two colours stand out from each other, from 1 to 21.
fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: Colour) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(colour.0) + 0.7152 * linear(colour.1) + 0.0722 * linear(colour.2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn asked(accent: Option<Colour>, background: Option<Colour>) -> EmbedQuery {
        EmbedQuery { accent, background, ..EmbedQuery::default() }
    }

    fn value(dress: &Dress, name: &str) -> Colour {
        let (_, value) = dress.properties.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("{name}: {dress:?}"));
        Colour::parse(value).unwrap_or_else(|| panic!("{name}: {value}"))
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        assert!((contrast(BLACK, WHITE) - 21.0).abs() < 1e-9);
        assert!((contrast(Colour(0x77, 0x77, 0x77), WHITE) - 4.48).abs() < 0.01);
        assert!((contrast(Colour(255, 0, 0), WHITE) - 4.0).abs() < 0.01);
    }

    #[test]
    fn a_colour_that_can_be_read_stays_and_one_that_can_not_is_told_of() {
        let red = Colour(0xa3, 0x16, 0x21);
        let kept = dress(&asked(Some(red), Some(WHITE)), false);
        assert_eq!((value(&kept, "--link"), kept.is_corrected, kept.theme), (red, false, Some(Theme::Light)));
        let yellow = dress(&asked(Some(Colour(0xff, 0xe0, 0)), Some(WHITE)), false);
        assert!(yellow.is_corrected);
        let on_navy = dress(&asked(Some(Colour(0xff, 0xe0, 0)), Some(Colour(0, 0x10, 0x40))), false);
        assert_eq!((on_navy.is_corrected, on_navy.theme), (false, Some(Theme::Dark)));
        // Without a background it depends on the theme that is seen.
        assert!(!dress(&asked(Some(red), None), false).is_corrected);
        assert!(dress(&asked(Some(red), None), true).is_corrected);
        assert_eq!(dress(&EmbedQuery::default(), true), Dress::default());
    }

    #[test]
    fn the_colours_of_the_themes_are_those_of_the_style_sheet() {
        let style = include_str!("../../style/tokens.css");
        let (light, dark) = style.split_once("data-theme=\"dark\"").expect("two themes");
        for (part, ground) in [(light, &LIGHT), (dark, &DARK)] {
            let names = ["--paper", "--surface", "--surface-2", "--surface-3"];
            let behind = names.iter().copied().zip(ground.behind);
            let others =
                [("--text", ground.text), ("--home", ground.home), ("--partner", ground.partner), ("--link", ground.link)];
            for (name, colour) in behind.chain(others) {
                assert!(part.contains(&format!("{name}: {};", css(colour))), "{name}");
            }
        }
    }

    proptest! {
        #[test]
        fn on_every_background_everything_can_be_read(ground: (u8, u8, u8), accent: Option<(u8, u8, u8)>) {
            let (background, accent) = (Colour(ground.0, ground.1, ground.2), accent.map(|(r, g, b)| Colour(r, g, b)));
            let dress = dress(&asked(accent, Some(background)), false);
            prop_assert_eq!(value(&dress, "--paper"), background);
            for behind in ["--paper", "--surface-2", "--surface-3"] {
                for name in ["--text", "--text-2", "--home", "--partner", "--link", "--focus"] {
                    prop_assert!(contrast(value(&dress, name), value(&dress, behind)) >= READ, "{} on {}: {:?}", name, behind, dress);
                }
                prop_assert!(contrast(value(&dress, "--edge-strong"), value(&dress, behind)) >= LINE);
            }
            if accent.is_some() {
                prop_assert!(contrast(value(&dress, "--picked"), value(&dress, "--on-picked")) >= READ);
            }
        }
    }
}
