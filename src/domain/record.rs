//! The records of the catalogue: parks, pairs, sectors and the context around them.

use super::claim::Claim;
use super::id::{ClaimId, ContextId, Country, PairId, ParkId, SectorId};
use super::names::Names;
use super::place::Place;

/// How far a park or pair has come, as far as any page says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[expect(missing_docs, reason = "the variants are the stages of a park's life")]
pub enum Status {
    Operating,
    Building,
    Preparing,
    Planned,
    Unclear,
}

impl Status {
    /// Every status with its name in data and addresses.
    pub const ALL: [(&'static str, Self); 5] = [
        ("operating", Self::Operating),
        ("building", Self::Building),
        ("preparing", Self::Preparing),
        ("planned", Self::Planned),
        ("unclear", Self::Unclear),
    ];
}

/// A way in which goods reach a park.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[expect(missing_docs, reason = "the variants are the ways")]
pub enum Access {
    Seaport,
    RoadGate,
    Rail,
    Airport,
    River,
}

impl Access {
    /// Every way with its name in data and addresses.
    pub const ALL: [(&'static str, Self); 5] = [
        ("seaport", Self::Seaport),
        ("road-gate", Self::RoadGate),
        ("rail", Self::Rail),
        ("airport", Self::Airport),
        ("river", Self::River),
    ];
}

/// How two countries share the work.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Model {
    /// A park on each side, run as one offer.
    TwinParks,
    /// One zone astride a border.
    CrossBorderZone,
    /// Two governments, one park.
    JointPark,
    /// One side's developer in the other country.
    OverseasPark,
}

impl Model {
    /// Every model with its name in data and addresses.
    pub const ALL: [(&'static str, Self); 4] = [
        ("twin-parks", Self::TwinParks),
        ("cross-border-zone", Self::CrossBorderZone),
        ("joint-park", Self::JointPark),
        ("overseas-park", Self::OverseasPark),
    ];

    /// Whether it is shown for comparison only: it has one leg.
    #[must_use]
    pub fn is_reference(self) -> bool {
        matches!(self, Self::JointPark | Self::OverseasPark)
    }
}

/// A side of a pair.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Side {
    /// The Chinese side.
    Home,
    /// The other country's side.
    Partner,
}

impl Side {
    /// A side as a word for style sheets and data; `both` stands for either or neither.
    #[must_use]
    pub fn name(side: Option<Self>) -> &'static str {
        match side {
            Some(Self::Home) => "home",
            Some(Self::Partner) => "partner",
            None => "both",
        }
    }
}

/// A stage of a production chain.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[expect(missing_docs, reason = "the variants are the stages")]
pub enum Stage {
    Research,
    Materials,
    Manufacturing,
    Assembly,
    Logistics,
    Sales,
}

impl Stage {
    /// Every stage in the order of a chain, with its name in data.
    pub const ALL: [(&'static str, Self); 6] = [
        ("rnd", Self::Research),
        ("materials", Self::Materials),
        ("manufacturing", Self::Manufacturing),
        ("assembly", Self::Assembly),
        ("logistics", Self::Logistics),
        ("sales", Self::Sales),
    ];
}

/// A stage that a source assigns to a side.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StageOnSide {
    /// The stage.
    pub stage: Stage,
    /// The side that does it.
    pub side: Side,
    /// Where that was read.
    pub source: super::id::SourceId,
}

/// An industrial park.
#[derive(Clone, PartialEq, Debug)]
#[expect(missing_docs, reason = "the fields are the nouns of the data contract, see docs/data.md")]
pub struct Park {
    pub id: ParkId,
    pub names: Names,
    /// The place name used in headings.
    pub short: Names,
    pub acronyms: Vec<String>,
    pub country: Country,
    pub region: Names,
    pub place: Option<Place>,
    pub sectors: Vec<SectorId>,
    pub access: Vec<Access>,
    pub status: Status,
    /// The claims that sectors, access and status rest on.
    pub basis: Vec<ClaimId>,
    pub summary: Option<Names>,
    pub claims: Vec<Claim>,
}

/// A twin-park model: what is compared.
#[derive(Clone, PartialEq, Debug)]
#[expect(missing_docs, reason = "the fields are the nouns of the data contract, see docs/data.md")]
pub struct Pair {
    pub id: PairId,
    pub names: Names,
    pub acronyms: Vec<String>,
    pub model: Model,
    pub status: Status,
    pub home: Vec<ParkId>,
    pub partner: Vec<ParkId>,
    pub partner_country: Country,
    pub stages: Vec<StageOnSide>,
    pub summary: Option<Names>,
    pub claims: Vec<Claim>,
}

impl Pair {
    /// The legs in the order in which they are shown: home side first.
    pub fn legs(&self) -> impl Iterator<Item = (Side, &ParkId)> {
        let home = self.home.iter().map(|id| (Side::Home, id));
        home.chain(self.partner.iter().map(|id| (Side::Partner, id)))
    }
}

/// A branch of industry.
#[derive(Clone, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the fields are the nouns of the data contract, see docs/data.md")]
pub struct Sector {
    pub id: SectorId,
    pub names: Names,
    pub parent: Option<SectorId>,
    /// Chapters of the Harmonised System, two digits each.
    pub hs: Vec<String>,
}

/// What kind of thing surrounds a pair.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[expect(missing_docs, reason = "the variants are the kinds of the data contract")]
pub enum ContextKind {
    Corridor,
    Port,
    Platform,
    Agreement,
    Region,
    Country,
    Model,
    Company,
    Reference,
}

impl ContextKind {
    /// Every kind with its name in data.
    pub const ALL: [(&'static str, Self); 9] = [
        ("corridor", Self::Corridor),
        ("port", Self::Port),
        ("platform", Self::Platform),
        ("agreement", Self::Agreement),
        ("region", Self::Region),
        ("country", Self::Country),
        ("model", Self::Model),
        ("company", Self::Company),
        ("reference", Self::Reference),
    ];
}

/// A corridor, port, platform, agreement, region, country or other thing around the pairs.
#[derive(Clone, PartialEq, Debug)]
#[expect(missing_docs, reason = "the fields are the nouns of the data contract, see docs/data.md")]
pub struct Context {
    pub id: ContextId,
    pub kind: ContextKind,
    pub names: Names,
    pub short: Names,
    pub acronyms: Vec<String>,
    pub country: Option<Country>,
    pub place: Option<Place>,
    pub parks: Vec<ParkId>,
    pub pairs: Vec<PairId>,
    pub summary: Option<Names>,
    pub claims: Vec<Claim>,
}

/// Finds the value that a list of names gives to `name`.
#[must_use]
pub fn named<T: Copy>(list: &[(&'static str, T)], name: &str) -> Option<T> {
    list.iter().find(|(known, _)| *known == name).map(|&(_, value)| value)
}

/// Finds the name that a list gives to `value`.
#[must_use]
pub fn name_of<T: Copy + PartialEq>(list: &[(&'static str, T)], value: T) -> &'static str {
    list.iter().find(|(_, known)| *known == value).map_or("", |&(name, _)| name)
}
