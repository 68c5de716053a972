//! Claims: one statement of one source about one attribute.

use super::attribute::Scope;
use super::date::{PartialDate, Period};
use super::id::{AttributeId, ClaimId, ScopeId, SourceId};
use super::names::Names;
use super::quantity::Quantity;

/// How firm the thing stated is. Planned is not realised: figures of different kinds are never ranked together.
///
/// The order is that of firmness and breaks ties between figures of one date, firmest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kind {
    /// Spent, built, counted.
    Realised,
    /// Running now.
    Operating,
    /// Set by law, tariff or decree.
    Statutory,
    /// Approved by an authority.
    Approved,
    /// Promised by the investor.
    Committed,
    /// Agreed in a signed paper.
    Signed,
    /// Planned, expected, forecast, asked for.
    Planned,
}

impl Kind {
    /// Every kind with its name in data, firmest first.
    pub const ALL: [(&'static str, Self); 7] = [
        ("realised", Self::Realised),
        ("operating", Self::Operating),
        ("statutory", Self::Statutory),
        ("approved", Self::Approved),
        ("committed", Self::Committed),
        ("signed", Self::Signed),
        ("planned", Self::Planned),
    ];

    /// Reads a kind's name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|&(_, kind)| kind)
    }
}

/// How far a statement can be relied on as read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Confidence {
    /// Unclear, second-hand, or not found again.
    Low,
    /// Plausible, with some doubt.
    Medium,
    /// A clear statement of a publisher that should know.
    High,
}

/// What stands behind a claim.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Evidence {
    /// A published source.
    Source(SourceId),
    /// General knowledge without a page behind it: marked, and never ranked on.
    Unverified,
}

/// The thing stated.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// A number or range with its unit.
    Quantity(Quantity),
    /// A date or the time between two.
    Date(Period),
    /// Words.
    Text(Names),
}

/// When what is stated ceases to hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lapse {
    /// It holds up to this date and no longer.
    After(PartialDate),
    /// It may have ceased already; no page says when, or whether it still holds.
    Unsure,
}

impl Lapse {
    /// Whether it can no longer be relied on that it holds.
    #[must_use]
    pub fn is_past(self, today: PartialDate) -> bool {
        match self {
            Self::After(date) => Period::at(date).cmp_recency(&Period::at(today)).is_lt(),
            Self::Unsure => true,
        }
    }
}

/// One statement of one source.
#[derive(Clone, PartialEq, Debug)]
pub struct Claim {
    /// Its id, unique in the whole catalogue.
    pub id: ClaimId,
    /// What it is about.
    pub attribute: AttributeId,
    /// What it says.
    pub value: Value,
    /// How firm the thing is, where that can be said.
    pub kind: Option<Kind>,
    /// The part of the subject that is meant.
    pub scope: ScopeId,
    /// When it held; `None` when the source gives no date.
    pub as_of: Option<Period>,
    /// When it ceases to hold, where that is known or feared; rules and incentives do.
    pub lapses: Option<Lapse>,
    /// Who says so.
    pub evidence: Evidence,
    /// How far to rely on it.
    pub confidence: Confidence,
    /// What a careful reader must know.
    pub note: Option<Names>,
}

impl Claim {
    /// Whether it speaks of the whole subject.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.scope.as_str() == Scope::WHOLE
    }

    /// The quantity, where the value is one.
    #[must_use]
    pub fn quantity(&self) -> Option<&Quantity> {
        match &self.value {
            Value::Quantity(quantity) => Some(quantity),
            _ => None,
        }
    }

    /// Whether it can no longer be relied on that it holds.
    #[must_use]
    pub fn has_lapsed(&self, today: PartialDate) -> bool {
        self.lapses.is_some_and(|lapse| lapse.is_past(today))
    }

    /// Whether it may be ranked or coloured: it has a published source.
    #[must_use]
    pub fn is_verified(&self) -> bool {
        matches!(self.evidence, Evidence::Source(_))
    }
}

/// Where a claim was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// The page's title, as published.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When, where known.
    pub date: Option<PartialDate>,
    /// Its address, where the page carried one; always http or https.
    pub url: Option<String>,
    /// Whether it is a repost or mirror of another page.
    pub mirror: bool,
}
