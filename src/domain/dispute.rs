//! What sources disagree on, and what nobody publishes: written down by the editors, beside what the rules find.

use super::id::{AttributeId, ClaimId, ContextId, PairId, ParkId};
use super::names::Names;

/// What claims are made about.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[expect(missing_docs, reason = "the variants are the records that carry claims")]
pub enum Subject {
    Park(ParkId),
    Pair(PairId),
    Context(ContextId),
}

impl Subject {
    /// Reads `park/qinzhou`, `pair/china-malaysia` or `context/rcep`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, id) = text.split_once('/')?;
        match kind {
            "park" => ParkId::parse(id).map(Self::Park),
            "pair" => PairId::parse(id).map(Self::Pair),
            "context" => ContextId::parse(id).map(Self::Context),
            _ => None,
        }
    }
}

impl std::fmt::Display for Subject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Park(id) => write!(f, "park/{id}"),
            Self::Pair(id) => write!(f, "pair/{id}"),
            Self::Context(id) => write!(f, "context/{id}"),
        }
    }
}

/// Whether a disagreement still stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DisputeState {
    /// The sources still contradict each other.
    Open,
    /// They only seem to: kinds, dates or scopes differ, and the reason is known.
    Explained,
}

/// A disagreement between named claims, with what is known about its cause.
#[derive(Clone, PartialEq, Debug)]
#[expect(missing_docs, reason = "the fields are those of the data contract, see docs/data.md")]
pub struct Dispute {
    pub id: super::id::Slug,
    pub subject: Subject,
    pub attribute: AttributeId,
    pub claims: Vec<ClaimId>,
    pub state: DisputeState,
    pub why: Names,
}

/// Something that was looked for and that no page gives.
#[derive(Clone, PartialEq, Debug)]
#[expect(missing_docs, reason = "the fields are those of the data contract, see docs/data.md")]
pub struct Gap {
    pub id: super::id::Slug,
    pub subject: Subject,
    pub attributes: Vec<AttributeId>,
    pub what: Names,
    pub note: Option<Names>,
}
