//! What can be said of a park, pair or context, and how it is compared.

use super::id::{AttributeId, ScopeId};
use super::names::Names;
use super::unit::Dimension;

/// A group of rows in the compare table, in the order in which the groups stand.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[expect(missing_docs, reason = "the variants are the groups")]
pub enum Group {
    Land,
    Access,
    Sectors,
    Investment,
    Tax,
    Labour,
    Governance,
    Timeline,
}

impl Group {
    /// Every group in order, with its name in data.
    pub const ALL: [(&'static str, Self); 8] = [
        ("land", Self::Land),
        ("access", Self::Access),
        ("sectors", Self::Sectors),
        ("investment", Self::Investment),
        ("tax", Self::Tax),
        ("labour", Self::Labour),
        ("governance", Self::Governance),
        ("timeline", Self::Timeline),
    ];
}

/// Which end of a scale an investor prefers, all else being equal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither: the figure is never ranked.
    Neither,
}

/// What kind of value an attribute takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// A number or range with a unit of this dimension.
    Measured(Dimension),
    /// A date.
    Date,
    /// Words.
    Text,
}

/// A row that can be compared.
#[derive(Clone, PartialEq, Debug)]
pub struct Attribute {
    /// Its id.
    pub id: AttributeId,
    /// The group it stands in.
    pub group: Group,
    /// What it is called.
    pub names: Names,
    /// The values it takes.
    pub shape: Shape,
    /// Which way is better.
    pub better: Better,
    /// Months after which a figure counts as old.
    pub shelf_life: u16,
}

/// The part of a subject that a claim speaks of: all of it, phase 1, the free-trade part, …
#[derive(Clone, PartialEq, Debug)]
pub struct Scope {
    /// Its id; [`Scope::WHOLE`] is the main scope of every attribute.
    pub id: ScopeId,
    /// What it is called.
    pub names: Names,
}

impl Scope {
    /// The id of the scope that is meant when a claim names none.
    pub const WHOLE: &'static str = "whole";
}
