//! What the address asks of a page that stands in a partner's site: its colours, letters and corners, what of it is
//! shown, and whether the partner's page follows its height.

use super::keep;
use crate::address::query::{QueryFault, bad, list, switch};
use crate::domain::id::AttributeId;
use crate::domain::record::{name_of, named};

/// The parameters of embedded pages.
pub(super) const EMBED_NAMES: [&str; 7] = ["accent", "bg", "font", "radius", "pick", "lock", "height"];

/// What the address asks of an embedded page. It stays in the address while the page is refined.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EmbedQuery {
    /// The colour of links and of what is chosen.
    pub accent: Option<Colour>,
    /// The colour behind everything.
    pub background: Option<Colour>,
    /// The letters.
    pub font: Option<Font>,
    /// How round corners are, in pixels.
    pub radius: Option<u8>,
    /// The attributes that are shown, in the order of the catalogue whatever the order here; none means all.
    pub picked: Vec<AttributeId>,
    /// Whether filters and switches are left out.
    pub is_locked: bool,
    /// Who decides the height.
    pub height: Height,
}

/// A colour of the screen: red, green and blue (sRGB).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Colour(pub u8, pub u8, pub u8);

/// Letters that every system has. A font of the partner's own would be a request to somewhere else.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Font {
    /// As the system writes.
    System,
    /// With serifs.
    Serif,
    /// Arial, or what looks like it.
    Arial,
    /// Georgia, or what looks like it.
    Georgia,
    /// Times, or what looks like it.
    Times,
    /// Verdana, or what looks like it.
    Verdana,
}

/// Who decides the height of the frame.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Height {
    /// The page says how high it is, and a partner's page that listens follows.
    #[default]
    Auto,
    /// The partner's page; what does not fit is scrolled to.
    Fixed,
}

impl Font {
    /// Every choice with its name in addresses.
    pub const ALL: [(&'static str, Self); 6] = [
        ("system", Self::System),
        ("serif", Self::Serif),
        ("arial", Self::Arial),
        ("georgia", Self::Georgia),
        ("times", Self::Times),
        ("verdana", Self::Verdana),
    ];
}

impl Height {
    /// Every choice with its name in addresses.
    pub const ALL: [(&'static str, Self); 2] = [("auto", Self::Auto), ("fixed", Self::Fixed)];
}

/// The roundest corner that is taken, in pixels. More would cut into the words of a button.
pub const MAX_RADIUS: u8 = 24;
/// The most attributes that can be picked; there are fewer.
const MAX_PICKED: usize = 200;

impl Colour {
    /// Reads `2a5`, `22aa55`, or either with a sharp sign before it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        let digits: Vec<u8> = digits.chars().map(|digit| digit.to_digit(16)?.try_into().ok()).collect::<Option<_>>()?;
        match *digits.as_slice() {
            [r, g, b] => Some(Self(r * 17, g * 17, b * 17)),
            [r, red, g, green, b, blue] => Some(Self(r * 16 + red, g * 16 + green, b * 16 + blue)),
            _ => None,
        }
    }

    /// The colour as six digits.
    #[must_use]
    pub fn print(self) -> String {
        let Self(red, green, blue) = self;
        format!("{red:02x}{green:02x}{blue:02x}")
    }
}

impl EmbedQuery {
    /// Reads the parameters that an address holds, and tells of those that are outside the grammar.
    #[must_use]
    pub fn read(parameters: &[(String, String)]) -> (Self, Vec<QueryFault>) {
        let (mut asked, mut faults) = (Self::default(), Vec::new());
        for (name, value) in parameters {
            asked.take(name, value, &mut faults);
        }
        (asked, faults)
    }

    fn take(&mut self, name: &str, value: &str, faults: &mut Vec<QueryFault>) {
        let Some(name) = EMBED_NAMES.into_iter().find(|known| *known == name) else { return };
        let is_good = match name {
            "accent" => keep(Colour::parse(value), &mut self.accent),
            "bg" => keep(Colour::parse(value), &mut self.background),
            "font" => keep(named(&Font::ALL, value), &mut self.font),
            "radius" => keep(value.parse().ok().filter(|radius| *radius <= MAX_RADIUS), &mut self.radius),
            "lock" => replace(switch(value), &mut self.is_locked),
            "height" => replace(named(&Height::ALL, value), &mut self.height),
            _ => {
                for part in list(value) {
                    match AttributeId::parse(part) {
                        Some(id) if self.picked.len() < MAX_PICKED && !self.picked.contains(&id) => self.picked.push(id),
                        Some(_) => {}
                        None => faults.push(bad(name, part)),
                    }
                }
                true
            }
        };
        if !is_good {
            faults.push(bad(name, value));
        }
    }

    /// The parameters as they are written in an address, without what is as it would be anyway.
    #[must_use]
    pub fn parameters(&self) -> Vec<(&'static str, String)> {
        let picked: Vec<&str> = self.picked.iter().map(AttributeId::as_str).collect();
        let all = [
            ("accent", self.accent.map(Colour::print)),
            ("bg", self.background.map(Colour::print)),
            ("font", self.font.map(|font| name_of(&Font::ALL, font).to_owned())),
            ("radius", self.radius.map(|radius| radius.to_string())),
            ("pick", (!picked.is_empty()).then(|| picked.join(","))),
            ("lock", self.is_locked.then(|| "1".to_owned())),
            ("height", (self.height != Height::Auto).then(|| name_of(&Height::ALL, self.height).to_owned())),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }
}

fn replace<T>(value: Option<T>, field: &mut T) -> bool {
    let is_good = value.is_some();
    if let Some(value) = value {
        *field = value;
    }
    is_good
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::{Address, Route, Surface};
    use proptest::prelude::*;

    fn asked(search: &str) -> (EmbedQuery, usize) {
        let address = Address::parse("/embed/compare", search);
        assert_eq!(address.faults, [], "{search}");
        let Surface::Embed(parameters) = address.surface else { panic!("{search}") };
        let (asked, faults) = EmbedQuery::read(&parameters);
        (asked, faults.len())
    }

    #[test]
    fn a_page_is_refined_where_it_stands_with_all_that_the_partner_asked() {
        let address = Address::parse("/embed/compare", "ids=a,b&accent=%23a31621&lang=vi&lock=1");
        assert_eq!(address.route, Route::Compare);
        assert_eq!(address.surface.place_of("compare?ids=b"), "embed/compare?ids=b&accent=%23a31621&lock=1");
        assert_eq!(address.surface.place_of("./"), "embed?accent=%23a31621&lock=1");
        assert_eq!(Address::parse("/", "accent=fff").faults.len(), 1);
    }

    #[test]
    fn a_partner_says_how_the_page_looks_and_what_of_it_is_shown() {
        let (all, faults) =
            asked("accent=%23a31621&bg=FCF&font=georgia&radius=0&pick=planned-area,investment,investment&lock=1&height=fixed");
        assert_eq!(faults, 0);
        assert_eq!((all.accent, all.background), (Some(Colour(0xa3, 0x16, 0x21)), Some(Colour(0xff, 0xcc, 0xff))));
        assert_eq!((all.font, all.radius, all.is_locked, all.height), (Some(Font::Georgia), Some(0), true, Height::Fixed));
        assert_eq!(all.picked.iter().map(AttributeId::as_str).collect::<Vec<_>>(), ["planned-area", "investment"]);
    }

    #[test]
    fn what_is_outside_the_grammar_is_told_of_and_passed_over() {
        for search in [
            "accent=red",
            "accent=12345",
            "bg=%23",
            "bg=url(x)",
            "font=Comic",
            "font=x;color:red",
            "radius=25",
            "radius=-1",
            "radius=1e1",
            "pick=A",
            "pick=..",
            "lock=yes",
            "height=300",
        ] {
            assert_eq!(asked(search), (EmbedQuery::default(), 1), "{search}");
        }
        let (kept, faults) = asked("accent=000&accent=x&lock=1&lock=x");
        assert_eq!((kept.accent, kept.is_locked, faults), (Some(Colour(0, 0, 0)), true, 2));
    }

    proptest! {
        #[test]
        fn what_is_asked_reads_back(
            accent in proptest::option::of(any::<(u8, u8, u8)>()),
            radius in proptest::option::of(0..=MAX_RADIUS),
            font in proptest::option::of(0..Font::ALL.len()),
            picked in proptest::collection::btree_set("[a-z]{1,8}", 0..5),
            is_locked: bool,
        ) {
            let whole = EmbedQuery {
                accent: accent.map(|(r, g, b)| Colour(r, g, b)),
                background: None,
                font: font.map(|at| Font::ALL[at].1),
                radius,
                picked: picked.iter().filter_map(|id| AttributeId::parse(id)).collect(),
                is_locked,
                height: Height::Fixed,
            };
            let parameters: Vec<(String, String)> = whole.parameters().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
            prop_assert_eq!(EmbedQuery::read(&parameters), (whole, Vec::new()));
        }
    }
}
