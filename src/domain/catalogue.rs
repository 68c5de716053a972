//! The validated whole: every record, with all references between them checked.
//!
//! **Invariant:** whatever a [`Catalogue`] holds refers only to what it holds. What did not fit was left out and is
//! told of as a [`Fault`]; nothing is repaired by guessing.

use super::attribute::{Attribute, Group, Scope};
use super::claim::{Claim, Source};
use super::date::PartialDate;
use super::dispute::{Dispute, Gap, Subject};
use super::facet::FacetIndex;
use super::id::{AttributeId, ParkId};
use super::order::sort_by;
use super::rates::Rates;
use super::record::{Context, ContextKind, Pair, Park, Sector};
use super::search::SearchIndex;
use super::standing::Standing;
use super::table::Table;

/// A file of the data set.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[expect(missing_docs, reason = "the variants are the files")]
pub enum DataFile {
    Attributes,
    Sectors,
    Parks,
    Pairs,
    Context,
    Sources,
    Disputes,
}

impl DataFile {
    /// Every file, in the order in which the app asks for them.
    pub const ALL: [Self; 7] =
        [Self::Attributes, Self::Sectors, Self::Parks, Self::Pairs, Self::Sources, Self::Context, Self::Disputes];

    /// The file's name below `data/`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Attributes => "attributes.json",
            Self::Sectors => "sectors.json",
            Self::Parks => "parks.json",
            Self::Pairs => "pairs.json",
            Self::Context => "context.json",
            Self::Sources => "sources.json",
            Self::Disputes => "disputes.json",
        }
    }
}

/// The records as decoded, file by file; `None` where a file could not be had. The catalogue does with what there is.
#[derive(Clone, Default, Debug)]
#[expect(missing_docs, reason = "the fields are the files' contents")]
pub struct Parts {
    pub attributes: Option<Vec<Attribute>>,
    pub scopes: Option<Vec<Scope>>,
    pub sectors: Option<Vec<Sector>>,
    pub parks: Option<Vec<Park>>,
    pub pairs: Option<Vec<Pair>>,
    pub context: Option<Vec<Context>>,
    pub sources: Option<Vec<Source>>,
    pub disputes: Option<Vec<Dispute>>,
    pub gaps: Option<Vec<Gap>>,
}

/// What is listed and filtered: pairs or parks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Of {
    /// Twin-park models.
    #[default]
    Pairs,
    /// Single parks.
    Parks,
}

/// Everything the app knows.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    pub(super) rates: Rates,
    pub(super) attributes: Table<Attribute>,
    pub(super) scopes: Table<Scope>,
    pub(super) sectors: Table<Sector>,
    pub(super) parks: Table<Park>,
    pub(super) pairs: Table<Pair>,
    pub(super) context: Table<Context>,
    pub(super) sources: Table<Source>,
    pub(super) disputes: Table<Dispute>,
    pub(super) gaps: Table<Gap>,
    pub(super) facets: [FacetIndex; 2],
    pub(super) search: [SearchIndex; 2],
    pub(super) search_around: [SearchIndex; 2],
}

/// Claims that an attribute of a park may fall back on, and whose they are.
#[derive(Clone, Debug)]
pub struct Found<'a> {
    /// How the claims stand.
    pub standing: Standing<'a>,
    /// The region or country whose claims they are, when the park itself has none.
    pub inherited_from: Option<&'a Context>,
}

/// Something that is found by name beside pairs and parks.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the variants are the records")]
pub enum Around<'a> {
    Sector(&'a Sector),
    Context(&'a Context),
}

impl Catalogue {
    /// The attributes, in the order of the file.
    #[must_use]
    pub fn attributes(&self) -> &Table<Attribute> {
        &self.attributes
    }

    /// Leaves out all attributes but these, so that nothing is shown of others; unless it knows none of these. Claims
    /// on others stay, unseen: exchange rates and disputes are made of them.
    pub fn keep_attributes(&mut self, picked: &[AttributeId]) {
        let kept: Vec<Attribute> = self.attributes.iter().filter(|attribute| picked.contains(&attribute.id)).cloned().collect();
        if !kept.is_empty() {
            (self.attributes, _) = Table::new(kept);
        }
    }

    /// The scopes.
    #[must_use]
    pub fn scopes(&self) -> &Table<Scope> {
        &self.scopes
    }

    /// The sectors.
    #[must_use]
    pub fn sectors(&self) -> &Table<Sector> {
        &self.sectors
    }

    /// The parks.
    #[must_use]
    pub fn parks(&self) -> &Table<Park> {
        &self.parks
    }

    /// The pairs.
    #[must_use]
    pub fn pairs(&self) -> &Table<Pair> {
        &self.pairs
    }

    /// What surrounds the pairs.
    #[must_use]
    pub fn context(&self) -> &Table<Context> {
        &self.context
    }

    /// The sources.
    #[must_use]
    pub fn sources(&self) -> &Table<Source> {
        &self.sources
    }

    /// The disagreements that editors wrote down.
    #[must_use]
    pub fn disputes(&self) -> &Table<Dispute> {
        &self.disputes
    }

    /// The exchange rates.
    #[must_use]
    pub fn rates(&self) -> &Rates {
        &self.rates
    }

    /// What was looked for and not found.
    #[must_use]
    pub fn gaps(&self) -> &Table<Gap> {
        &self.gaps
    }

    /// The facets of what is listed.
    #[must_use]
    pub fn facets(&self, of: Of) -> &FacetIndex {
        let [pairs, parks] = &self.facets;
        match of {
            Of::Pairs => pairs,
            Of::Parks => parks,
        }
    }

    /// The searchable text of what is listed.
    #[must_use]
    pub fn search(&self, of: Of) -> &SearchIndex {
        let [pairs, parks] = &self.search;
        match of {
            Of::Pairs => pairs,
            Of::Parks => parks,
        }
    }

    /// The sectors and things around the pairs that answer a free text, best answers first, and among equals sectors
    /// first.
    #[must_use]
    pub fn found_around(&self, typed: &str) -> Vec<Around<'_>> {
        let [sectors, context] = &self.search_around;
        let sectors = sectors.find(typed).unwrap_or_default().into_iter();
        let context = context.find(typed).unwrap_or_default().into_iter();
        let mut found: Vec<_> = sectors
            .filter_map(|(at, answer)| Some((answer, Around::Sector(self.sectors.at(at)?))))
            .chain(context.filter_map(|(at, answer)| Some((answer, Around::Context(self.context.at(at)?)))))
            .collect();
        sort_by(&mut found, |a, b| a.0.cmp(&b.0));
        found.into_iter().map(|(_, found)| found).collect()
    }

    /// How many pairs or parks there are.
    #[must_use]
    pub fn count(&self, of: Of) -> usize {
        match of {
            Of::Pairs => self.pairs.len(),
            Of::Parks => self.parks.len(),
        }
    }

    /// Whether the subject exists.
    #[must_use]
    pub fn has(&self, subject: &Subject) -> bool {
        match subject {
            Subject::Park(id) => self.parks.get(id).is_some(),
            Subject::Pair(id) => self.pairs.get(id).is_some(),
            Subject::Context(id) => self.context.get(id).is_some(),
        }
    }

    /// All claims about a subject.
    #[must_use]
    pub fn claims(&self, subject: &Subject) -> &[Claim] {
        let claims = match subject {
            Subject::Park(id) => self.parks.get(id).map(|park| &park.claims),
            Subject::Pair(id) => self.pairs.get(id).map(|pair| &pair.claims),
            Subject::Context(id) => self.context.get(id).map(|thing| &thing.claims),
        };
        claims.map_or(&[], Vec::as_slice)
    }

    /// Every subject that carries claims: pairs, parks, then context.
    pub fn subjects(&self) -> impl Iterator<Item = Subject> {
        let pairs = self.pairs.iter().map(|pair| Subject::Pair(pair.id.clone()));
        let parks = self.parks.iter().map(|park| Subject::Park(park.id.clone()));
        pairs.chain(parks).chain(self.context.iter().map(|thing| Subject::Context(thing.id.clone())))
    }

    /// How an attribute of a subject stands by its own claims; `None` when it has none.
    #[must_use]
    pub fn standing(&self, subject: &Subject, attribute: &Attribute, today: PartialDate) -> Option<Standing<'_>> {
        let claims = self.claims(subject).iter().filter(|claim| claim.attribute == attribute.id);
        let noted = self.disputes.iter().filter(|dispute| dispute.subject == *subject && dispute.attribute == attribute.id);
        Standing::weigh(attribute, claims, noted, today)
    }

    /// How an attribute of a park stands; where the park has no claim of its own on tax, wages or utilities, what
    /// holds in its region, then in its country, holds for the park too.
    #[must_use]
    pub fn standing_of_park(&self, park: &ParkId, attribute: &Attribute, today: PartialDate) -> Option<Found<'_>> {
        if let Some(standing) = self.standing(&Subject::Park(park.clone()), attribute, today) {
            return Some(Found { standing, inherited_from: None });
        }
        if !matches!(attribute.group, Group::Tax | Group::Labour) {
            return None;
        }
        let around = |kind| self.context.iter().filter(move |thing| thing.kind == kind && thing.parks.contains(park));
        around(ContextKind::Region).chain(around(ContextKind::Country)).find_map(|thing| {
            let standing = self.standing(&Subject::Context(thing.id.clone()), attribute, today)?;
            Some(Found { standing, inherited_from: Some(thing) })
        })
    }

    /// The gap that editors noted for an attribute of a subject.
    #[must_use]
    pub fn gap(&self, subject: &Subject, attribute: &AttributeId) -> Option<&Gap> {
        self.gaps.iter().find(|gap| gap.subject == *subject && gap.attributes.contains(attribute))
    }

    /// The pairs that a park is a leg of.
    pub fn pairs_of(&self, park: &ParkId) -> impl Iterator<Item = &Pair> {
        self.pairs.iter().filter(move |pair| pair.legs().any(|(_, leg)| leg == park))
    }
}
