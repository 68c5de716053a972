//! The page of sources: every page that something rests on, what that is, and how old it is.

use super::claims::{SourceView, source_view};
use super::link::{LinkView, subject_link};
use super::reader::Reader;
use crate::address::ViewQuery;
use crate::domain::catalogue::Catalogue;
use crate::domain::claim::Evidence;
use crate::domain::dispute::Subject;
use crate::domain::order::{sort, sort_by};

/// The page of sources, ready to draw.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SourcesView {
    /// "455 sources, 1,063 claims".
    pub summary: String,
    /// The sources, newest first, undated last.
    pub rows: Vec<SourceRowView>,
    /// Claims that no published page supports: how many, or empty.
    pub unverified: String,
}

/// A source and what rests on it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SourceRowView {
    /// Its id, which is its key.
    pub id: String,
    /// Title, publisher, date and address.
    pub source: SourceView,
    /// "3 years old"; empty when undated.
    pub age: String,
    /// How many claims rest on it.
    pub claims: usize,
    /// What they are about.
    pub about: Vec<LinkView>,
}

/// Makes the page of sources.
#[must_use]
pub fn sources_view(catalogue: &Catalogue, query: &ViewQuery, reader: &Reader) -> SourcesView {
    let words = reader.words();
    let mut resting: Vec<Vec<Subject>> = vec![Vec::new(); catalogue.sources().len()];
    let (mut claims, mut unverified) = (0_usize, 0_usize);
    for subject in catalogue.subjects() {
        for claim in catalogue.claims(&subject) {
            claims += 1;
            match &claim.evidence {
                Evidence::Source(id) => {
                    let at = catalogue.sources().position(id);
                    if let Some(subjects) = at.and_then(|at| resting.get_mut(at)) {
                        subjects.push(subject.clone());
                    }
                }
                Evidence::Unverified => unverified += 1,
            }
        }
    }
    let mut sources: Vec<_> = catalogue.sources().iter().collect();
    sort_by(&mut sources, |a, b| b.date.cmp(&a.date));
    let rows = sources.into_iter().map(|source| {
        let at = catalogue.sources().position(&source.id);
        let mut about = at.and_then(|at| resting.get(at)).cloned().unwrap_or_default();
        let claims = about.len();
        sort(&mut about);
        about.dedup();
        SourceRowView {
            id: source.id.to_string(),
            source: source_view(source, reader),
            age: source.date.map(|date| words.age(date.age(reader.today))).unwrap_or_default(),
            claims,
            about: about.iter().map(|subject| subject_link(catalogue, subject, query, reader)).collect(),
        }
    });
    SourcesView {
        rows: rows.collect(),
        summary: words.sources_summary(words.source_count(catalogue.sources().len()), words.claim_count(claims)),
        unverified: if unverified == 0 { String::new() } else { words.unverified_summary(unverified) },
    }
}
