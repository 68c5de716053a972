//! The validated whole: every record, with all references between them checked.
//!
//! **Invariant:** whatever a [`Catalogue`] holds refers only to what it holds. What did not fit was left out and is
//! told of as a [`Fault`]; nothing is repaired by guessing.

use super::attribute::{Attribute, Group, Scope, Shape};
use super::claim::{Claim, Evidence, Source, Value};
use super::date::PartialDate;
use super::dispute::{Dispute, Gap, Subject};
use super::facet::FacetIndex;
use super::id::{AttributeId, ClaimId, PairId, ParkId, SectorId};
use super::record::{Context, ContextKind, Pair, Park, Sector};
use super::search::SearchIndex;
use super::standing::Standing;
use super::table::{Identified, Table};
use std::collections::BTreeSet;

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

/// Something in the data that could not be used.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Fault {
    /// The file it stands in.
    pub file: DataFile,
    /// The record, by id where it has one, else by its place in the file; empty when the whole file is meant.
    pub record: String,
    /// The field, or the claim and its field.
    pub field: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a piece of data.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Problem {
    /// The value can't be read; the words say why.
    Unreadable(String),
    /// It names something that does not exist.
    Unknown(String),
    /// Another record already has this id.
    Doubled,
    /// The value is of another kind than its attribute takes.
    WrongShape,
    /// A figure has neither a source nor the mark that it has none.
    NoSource,
    /// A rule of the data set is broken; only the check command looks for these.
    Rule(String),
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
    attributes: Table<Attribute>,
    scopes: Table<Scope>,
    sectors: Table<Sector>,
    parks: Table<Park>,
    pairs: Table<Pair>,
    context: Table<Context>,
    sources: Table<Source>,
    disputes: Table<Dispute>,
    gaps: Table<Gap>,
    facets: [FacetIndex; 2],
    search: [SearchIndex; 2],
}

/// Claims that an attribute of a park may fall back on, and whose they are.
#[derive(Clone, Debug)]
pub struct Found<'a> {
    /// How the claims stand.
    pub standing: Standing<'a>,
    /// The region or country whose claims they are, when the park itself has none.
    pub inherited_from: Option<&'a Context>,
}

impl Catalogue {
    /// Puts the parts together, leaving out what refers to nothing.
    #[must_use]
    pub fn assemble(parts: Parts) -> (Self, Vec<Fault>) {
        let mut faults = Vec::new();
        let mut catalogue = Self::default();
        catalogue.attributes = tabulate(parts.attributes, DataFile::Attributes, |row| row.id.as_str(), &mut faults);
        catalogue.scopes = tabulate(parts.scopes, DataFile::Attributes, |row| row.id.as_str(), &mut faults);
        let has_sources = parts.sources.is_some();
        catalogue.sources = tabulate(parts.sources, DataFile::Sources, |row| row.id.as_str(), &mut faults);
        let has_sectors = parts.sectors.is_some();
        catalogue.sectors = tabulate(parts.sectors, DataFile::Sectors, |row| row.id.as_str(), &mut faults);
        let orphans: Vec<SectorId> = catalogue.sectors.iter().filter(|sector| catalogue.is_lost(sector)).map(|sector| sector.id.clone()).collect();
        let sectors = std::mem::take(&mut catalogue.sectors);
        let (sectors, _) = Table::new(sectors.iter().cloned().map(|mut sector| {
            if orphans.contains(&sector.id) {
                let parent = sector.parent.take().map(|id| id.to_string()).unwrap_or_default();
                faults.push(fault(DataFile::Sectors, sector.id.as_str(), "parent", Problem::Unknown(parent)));
            }
            sector
        }).collect());
        catalogue.sectors = sectors;

        let mut checker = ClaimChecker { catalogue: &catalogue, has_sources, seen: BTreeSet::new(), faults: Vec::new() };
        let parks = parts.parks.map(|mut parks| {
            for park in &mut parks {
                checker.keep_good(DataFile::Parks, park.id.as_str(), &mut park.claims);
                if has_sectors {
                    let known = |id: &SectorId| checker.catalogue.sectors.get(id).is_some();
                    retain(&mut park.sectors, known, DataFile::Parks, park.id.as_str(), "sectors", &mut checker.faults);
                }
            }
            parks
        });
        let mut pairs = parts.pairs;
        for pair in pairs.iter_mut().flatten() {
            checker.keep_good(DataFile::Pairs, pair.id.as_str(), &mut pair.claims);
        }
        let mut context = parts.context;
        for thing in context.iter_mut().flatten() {
            checker.keep_good(DataFile::Context, thing.id.as_str(), &mut thing.claims);
        }
        let claim_ids = checker.seen;
        faults.append(&mut checker.faults);

        let has_parks = parks.is_some();
        catalogue.parks = tabulate(parks, DataFile::Parks, |row| row.id.as_str(), &mut faults);
        if has_parks {
            for pair in pairs.iter_mut().flatten() {
                let id = pair.id.clone();
                let known = |id: &ParkId| catalogue.parks.get(id).is_some();
                retain(&mut pair.home, known, DataFile::Pairs, id.as_str(), "home", &mut faults);
                retain(&mut pair.partner, known, DataFile::Pairs, id.as_str(), "partner", &mut faults);
                if has_sources {
                    pair.stages.retain(|stage| {
                        let known = catalogue.sources.get(&stage.source).is_some();
                        if !known {
                            faults.push(fault(DataFile::Pairs, id.as_str(), "stages", Problem::Unknown(stage.source.to_string())));
                        }
                        known
                    });
                }
            }
        }
        let has_pairs = pairs.is_some();
        catalogue.pairs = tabulate(pairs, DataFile::Pairs, |row| row.id.as_str(), &mut faults);
        for thing in context.iter_mut().flatten() {
            let id = thing.id.clone();
            if has_parks {
                let known = |id: &ParkId| catalogue.parks.get(id).is_some();
                retain(&mut thing.parks, known, DataFile::Context, id.as_str(), "touches.parks", &mut faults);
            }
            if has_pairs {
                let known = |id: &PairId| catalogue.pairs.get(id).is_some();
                retain(&mut thing.pairs, known, DataFile::Context, id.as_str(), "touches.pairs", &mut faults);
            }
        }
        let has_context = context.is_some();
        catalogue.context = tabulate(context, DataFile::Context, |row| row.id.as_str(), &mut faults);
        let complete = has_parks && has_pairs && has_context;
        catalogue.disputes = tabulate(parts.disputes, DataFile::Disputes, |row| row.id.as_str(), &mut faults);
        catalogue.gaps = tabulate(parts.gaps, DataFile::Disputes, |row| row.id.as_str(), &mut faults);
        if complete {
            faults.extend(catalogue.loose_disputes(&claim_ids));
        }
        catalogue.facets = [FacetIndex::new(&catalogue, Of::Pairs), FacetIndex::new(&catalogue, Of::Parks)];
        catalogue.search = [SearchIndex::new(&catalogue, Of::Pairs), SearchIndex::new(&catalogue, Of::Parks)];
        faults.sort();
        (catalogue, faults)
    }

    /// A parent that does not exist, or that leads back to the sector itself.
    fn is_lost(&self, sector: &Sector) -> bool {
        let mut at = sector;
        for _ in 0..=self.sectors.len() {
            let Some(parent) = &at.parent else { return false };
            match self.sectors.get(parent) {
                Some(next) => at = next,
                None => return at.id == sector.id,
            }
        }
        true
    }

    fn loose_disputes(&self, claims: &BTreeSet<ClaimId>) -> Vec<Fault> {
        let mut faults = Vec::new();
        let unknown = |record: &str, field: &str, name: String| fault(DataFile::Disputes, record, field, Problem::Unknown(name));
        for dispute in self.disputes.iter() {
            if !self.has(&dispute.subject) {
                faults.push(unknown(dispute.id.as_str(), "record", dispute.subject.to_string()));
            }
            if self.attributes.get(&dispute.attribute).is_none() {
                faults.push(unknown(dispute.id.as_str(), "attribute", dispute.attribute.to_string()));
            }
            let lost = dispute.claims.iter().filter(|id| !claims.contains(id));
            faults.extend(lost.map(|id| unknown(dispute.id.as_str(), "claims", id.to_string())));
        }
        for gap in self.gaps.iter() {
            if !self.has(&gap.subject) {
                faults.push(unknown(gap.id.as_str(), "record", gap.subject.to_string()));
            }
            let lost = gap.attributes.iter().filter(|id| self.attributes.get(id).is_none());
            faults.extend(lost.map(|id| unknown(gap.id.as_str(), "attributes", id.to_string())));
        }
        faults
    }

    /// The attributes, in the order of the file.
    #[must_use]
    pub fn attributes(&self) -> &Table<Attribute> {
        &self.attributes
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

struct ClaimChecker<'a> {
    catalogue: &'a Catalogue,
    has_sources: bool,
    seen: BTreeSet<ClaimId>,
    faults: Vec<Fault>,
}

impl ClaimChecker<'_> {
    fn keep_good(&mut self, file: DataFile, record: &str, claims: &mut Vec<Claim>) {
        claims.retain(|claim| {
            let problem = self.problem(claim);
            if let Some((field, problem)) = &problem {
                self.faults.push(fault(file, record, &format!("{} {field}", claim.id), problem.clone()));
            }
            problem.is_none()
        });
    }

    fn problem(&mut self, claim: &Claim) -> Option<(&'static str, Problem)> {
        let Some(attribute) = self.catalogue.attributes.get(&claim.attribute) else {
            return Some(("attribute", Problem::Unknown(claim.attribute.to_string())));
        };
        let fits = match (&claim.value, attribute.shape) {
            (Value::Quantity(quantity), Shape::Measured(dimension)) => quantity.unit().dimension() == dimension,
            (Value::Date(_), Shape::Date) | (Value::Text(_), Shape::Text) => true,
            _ => false,
        };
        if !fits {
            return Some(("value", Problem::WrongShape));
        }
        if self.catalogue.scopes.get(&claim.scope).is_none() {
            return Some(("scope", Problem::Unknown(claim.scope.to_string())));
        }
        if let Evidence::Source(id) = &claim.evidence
            && self.has_sources
            && self.catalogue.sources.get(id).is_none()
        {
            return Some(("source", Problem::Unknown(id.to_string())));
        }
        (!self.seen.insert(claim.id.clone())).then_some(("id", Problem::Doubled))
    }
}

fn fault(file: DataFile, record: &str, field: &str, problem: Problem) -> Fault {
    Fault { file, record: record.to_owned(), field: field.to_owned(), problem }
}

fn tabulate<T: Identified>(records: Option<Vec<T>>, file: DataFile, id: impl Fn(&T) -> &str, faults: &mut Vec<Fault>) -> Table<T> {
    let (table, doubles) = Table::new(records.unwrap_or_default());
    faults.extend(doubles.iter().map(|record| fault(file, id(record), "id", Problem::Doubled)));
    table
}

fn retain<T: std::fmt::Display>(
    ids: &mut Vec<T>,
    known: impl Fn(&T) -> bool,
    file: DataFile,
    record: &str,
    field: &str,
    faults: &mut Vec<Fault>,
) {
    ids.retain(|id| {
        let is_known = known(id);
        if !is_known {
            faults.push(fault(file, record, field, Problem::Unknown(id.to_string())));
        }
        is_known
    });
}
