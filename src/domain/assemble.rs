//! Putting the files' records together into a [`Catalogue`], leaving out what refers to nothing.
//!
//! A file that could not be had is a hole, told of once by whoever fetched it: references into it are not reported one
//! by one as well.

use super::attribute::Shape;
use super::catalogue::{Catalogue, DataFile, Of, Parts};
use super::claim::{Claim, Evidence, Value};
use super::facet::FacetIndex;
use super::fault::{Fault, Problem};
use super::id::{ClaimId, SectorId};
use super::order::sort;
use super::rates::Rates;
use super::record::{Context, Pair, Park, Sector};
use super::search::SearchIndex;
use super::table::{Identified, Table};
use std::collections::BTreeSet;
use std::fmt::Display;

impl Catalogue {
    /// Puts the parts together. The faults name what was left out; they are in the order of files and records.
    #[must_use]
    pub fn assemble(parts: Parts) -> (Self, Vec<Fault>) {
        let mut bench = Workbench { has: Has::of(&parts), ..Workbench::default() };
        bench.catalogue.attributes = bench.tabulate(parts.attributes, DataFile::Attributes);
        bench.catalogue.scopes = bench.tabulate(parts.scopes, DataFile::Attributes);
        bench.catalogue.sources = bench.tabulate(parts.sources, DataFile::Sources);
        bench.catalogue.disputes = bench.tabulate(parts.disputes, DataFile::Disputes);
        bench.catalogue.gaps = bench.tabulate(parts.gaps, DataFile::Disputes);
        bench.add_sectors(parts.sectors);
        bench.add_parks(parts.parks);
        bench.add_pairs(parts.pairs);
        bench.add_context(parts.context);
        bench.check_disputes();
        let Workbench { mut catalogue, mut faults, .. } = bench;
        catalogue.rates = Rates::of(catalogue.context.iter().flat_map(|thing| &thing.claims));
        catalogue.facets = [Of::Pairs, Of::Parks].map(|of| FacetIndex::new(&catalogue, of));
        catalogue.search = [Of::Pairs, Of::Parks].map(|of| SearchIndex::new(&catalogue, of));
        catalogue.search_around = [SearchIndex::of_sectors(&catalogue), SearchIndex::of_context(&catalogue)];
        sort(&mut faults);
        (catalogue, faults)
    }
}

/// Which files could be had.
#[derive(Clone, Copy, Default)]
struct Has {
    attributes: bool,
    sources: bool,
    sectors: bool,
    parks: bool,
    pairs: bool,
    context: bool,
}

impl Has {
    fn of(parts: &Parts) -> Self {
        Self {
            attributes: parts.attributes.is_some(),
            sources: parts.sources.is_some(),
            sectors: parts.sectors.is_some(),
            parks: parts.parks.is_some(),
            pairs: parts.pairs.is_some(),
            context: parts.context.is_some(),
        }
    }
}

#[derive(Default)]
struct Workbench {
    catalogue: Catalogue,
    has: Has,
    claims: BTreeSet<ClaimId>,
    faults: Vec<Fault>,
}

impl Workbench {
    fn tell(&mut self, file: DataFile, record: impl Display, field: impl Into<String>, problem: Problem) {
        self.faults.push(Fault { file, record: record.to_string(), field: field.into(), problem });
    }

    fn tabulate<T: Identified>(&mut self, records: Option<Vec<T>>, file: DataFile) -> Table<T>
    where
        T::Id: Display,
    {
        let (table, doubles) = Table::new(records.unwrap_or_default());
        for record in doubles {
            self.tell(file, record.id(), "id", Problem::Doubled);
        }
        table
    }

    /// Keeps the ids that are known and tells of the others.
    fn keep<T: Display>(
        &mut self,
        ids: &mut Vec<T>,
        known: impl Fn(&Catalogue, &T) -> bool,
        file: DataFile,
        record: &str,
        field: &str,
    ) {
        let (good, lost) = std::mem::take(ids).into_iter().partition(|id| known(&self.catalogue, id));
        *ids = good;
        for id in lost {
            self.tell(file, record, field, Problem::Unknown(id.to_string()));
        }
    }

    /// Sectors form a forest: a parent that does not exist, or that leads back to the sector itself, is taken away.
    fn add_sectors(&mut self, sectors: Option<Vec<Sector>>) {
        let table = self.tabulate(sectors, DataFile::Sectors);
        let lost: Vec<SectorId> =
            table.iter().filter(|sector| !climbs_out(&table, sector)).map(|sector| sector.id.clone()).collect();
        let mut kept: Vec<Sector> = table.into_rows();
        for sector in kept.iter_mut().filter(|sector| lost.contains(&sector.id)) {
            let parent = sector.parent.take().map(|id| id.to_string()).unwrap_or_default();
            self.tell(DataFile::Sectors, &sector.id, "parent", Problem::Unknown(parent));
        }
        self.catalogue.sectors = Table::new(kept).0;
    }

    fn add_parks(&mut self, parks: Option<Vec<Park>>) {
        let mut parks = self.tabulate(parks, DataFile::Parks).into_rows();
        for park in &mut parks {
            self.keep_claims(DataFile::Parks, park.id.as_str(), &mut park.claims);
            if self.has.sectors {
                let known = |catalogue: &Catalogue, id: &SectorId| catalogue.sectors.get(id).is_some();
                self.keep(&mut park.sectors, known, DataFile::Parks, park.id.as_str(), "sectors");
            }
        }
        self.catalogue.parks = Table::new(parks).0;
    }

    fn add_pairs(&mut self, pairs: Option<Vec<Pair>>) {
        let mut pairs = self.tabulate(pairs, DataFile::Pairs).into_rows();
        for pair in &mut pairs {
            self.keep_claims(DataFile::Pairs, pair.id.as_str(), &mut pair.claims);
            if self.has.parks {
                let known = |catalogue: &Catalogue, id: &_| catalogue.parks.get(id).is_some();
                self.keep(&mut pair.home, known, DataFile::Pairs, pair.id.as_str(), "home");
                self.keep(&mut pair.partner, known, DataFile::Pairs, pair.id.as_str(), "partner");
            }
            if self.has.sources {
                let (good, lost) =
                    std::mem::take(&mut pair.stages).into_iter().partition(|on| self.catalogue.sources.get(&on.source).is_some());
                pair.stages = good;
                for on in lost {
                    self.tell(DataFile::Pairs, &pair.id, "stages", Problem::Unknown(on.source.to_string()));
                }
            }
        }
        self.catalogue.pairs = Table::new(pairs).0;
    }

    fn add_context(&mut self, context: Option<Vec<Context>>) {
        let mut context = self.tabulate(context, DataFile::Context).into_rows();
        for thing in &mut context {
            self.keep_claims(DataFile::Context, thing.id.as_str(), &mut thing.claims);
            if self.has.parks {
                let known = |catalogue: &Catalogue, id: &_| catalogue.parks.get(id).is_some();
                self.keep(&mut thing.parks, known, DataFile::Context, thing.id.as_str(), "touches.parks");
            }
            if self.has.pairs {
                let known = |catalogue: &Catalogue, id: &_| catalogue.pairs.get(id).is_some();
                self.keep(&mut thing.pairs, known, DataFile::Context, thing.id.as_str(), "touches.pairs");
            }
        }
        self.catalogue.context = Table::new(context).0;
    }

    fn keep_claims(&mut self, file: DataFile, record: &str, claims: &mut Vec<Claim>) {
        if !self.has.attributes {
            // Without the attributes nobody can say what a claim is about.
            claims.clear();
            return;
        }
        claims.retain(|claim| {
            let problem = self.problem(claim);
            let is_good = problem.is_none();
            if let Some((field, problem)) = problem {
                self.tell(file, record, format!("{} {field}", claim.id), problem);
            }
            is_good
        });
    }

    /// What is wrong with a claim among the other records; `None` when it can stand.
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
            && self.has.sources
            && self.catalogue.sources.get(id).is_none()
        {
            return Some(("source", Problem::Unknown(id.to_string())));
        }
        (!self.claims.insert(claim.id.clone())).then_some(("id", Problem::Doubled))
    }

    /// Tells of disputes and gaps that name nothing. They are kept: what they say stays true, and nothing is reached
    /// through them that does not exist.
    fn check_disputes(&mut self) {
        if !(self.has.parks && self.has.pairs && self.has.context) {
            return;
        }
        let catalogue = &self.catalogue;
        let mut lost: Vec<(String, &'static str, String)> = Vec::new();
        for dispute in catalogue.disputes.iter() {
            let id = || dispute.id.to_string();
            if catalogue.attributes.get(&dispute.attribute).is_none() {
                lost.push((id(), "attribute", dispute.attribute.to_string()));
            }
            if catalogue.has(&dispute.subject) {
                let claims = dispute.claims.iter().filter(|claim| !self.claims.contains(claim));
                lost.extend(claims.map(|claim| (id(), "claims", claim.to_string())));
            } else {
                // With the record went its claims, which need no word of their own.
                lost.push((id(), "record", dispute.subject.to_string()));
            }
        }
        for gap in catalogue.gaps.iter() {
            if !catalogue.has(&gap.subject) {
                lost.push((gap.id.to_string(), "record", gap.subject.to_string()));
            }
            let attributes = gap.attributes.iter().filter(|id| catalogue.attributes.get(id).is_none());
            lost.extend(attributes.map(|attribute| (gap.id.to_string(), "attributes", attribute.to_string())));
        }
        for (record, field, name) in lost {
            self.tell(DataFile::Disputes, record, field, Problem::Unknown(name));
        }
    }
}

/// Whether the parents of a sector exist and end at one that has none.
fn climbs_out(sectors: &Table<Sector>, sector: &Sector) -> bool {
    let mut at = sector;
    for _ in 0..=sectors.len() {
        match at.parent.as_ref().map(|parent| sectors.get(parent)) {
            None => return true,
            Some(Some(parent)) => at = parent,
            // Only the sector whose own parent is missing is at fault, not its branches.
            Some(None) => return at.id != sector.id,
        }
    }
    false
}
