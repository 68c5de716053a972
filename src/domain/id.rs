//! Opaque identifiers: stable slugs with one door, [`Slug::parse`].

use std::fmt;
use std::sync::Arc;

/// The longest slug that is taken; longer ones are somebody's mistake or malice.
const MAX_LEN: usize = 80;

/// A lower-case slug such as `lang-son`: ASCII letters, digits and single hyphens inside.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Arc<str>);

impl Slug {
    /// Reads a slug; `None` when the text is empty, too long or holds any other character.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fits = !text.is_empty() && text.len() <= MAX_LEN;
        let plain = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        let inner = !text.starts_with('-') && !text.ends_with('-') && !text.contains("--");
        (fits && plain && inner).then(|| Self(text.into()))
    }

    /// The slug as written in data and addresses.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Declares an id type over [`Slug`], so that a park can't be asked for with a sector's id.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(Slug);

        impl $name {
            /// Reads the id; `None` when it is no slug.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                Slug::parse(text).map(Self)
            }

            /// The id as written in data and addresses.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }

            /// The id without its kind.
            #[must_use]
            pub fn slug(&self) -> &Slug {
                &self.0
            }
        }

        impl From<Slug> for $name {
            fn from(slug: Slug) -> Self {
                Self(slug)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }
    )*};
}

ids! {
    /// Names a [`Park`](super::record::Park).
    ParkId
    /// Names a [`Pair`](super::record::Pair).
    PairId
    /// Names a [`Sector`](super::record::Sector).
    SectorId
    /// Names a [`Context`](super::record::Context).
    ContextId
    /// Names an [`Attribute`](super::attribute::Attribute).
    AttributeId
    /// Names a [`Source`](super::claim::Source).
    SourceId
    /// Names a [`Claim`](super::claim::Claim).
    ClaimId
    /// Names a [`Scope`](super::attribute::Scope).
    ScopeId
}

/// An ISO 3166 two-letter country code in capitals, such as `MY`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// China, whose side of a pair is the home side.
    pub const CHINA: Self = Self(*b"CN");

    /// Reads two ASCII capitals.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match *text.as_bytes() {
            [a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => Some(Self([a, b])),
            _ => None,
        }
    }

    /// The two capitals.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_lower_case_with_single_hyphens() {
        for good in ["qinzhou", "lang-son", "s070", "v1-2"] {
            assert_eq!(Slug::parse(good).map(|slug| slug.to_string()).as_deref(), Some(good));
        }
        for bad in ["", "-a", "a-", "a--b", "Qinzhou", "a b", "a/b", "钦州", "<b>", &"a".repeat(81)] {
            assert_eq!(Slug::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_country_is_two_capitals() {
        assert_eq!(Country::parse("MY").map(|country| country.code().to_owned()).as_deref(), Some("MY"));
        for bad in ["", "M", "my", "MYS", "中"] {
            assert_eq!(Country::parse(bad), None, "{bad}");
        }
    }
}
