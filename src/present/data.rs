//! The page for people who work with the data: downloads, disputes, gaps, and what was left out.

use super::claims::CellKey;
use super::figure::disputed_range;
use super::link::{LinkView, subject_link};
use super::reader::Reader;
use crate::address::ViewQuery;
use crate::domain::catalogue::{Catalogue, DataFile};
use crate::domain::dispute::{DisputeState, Subject};
use crate::domain::id::AttributeId;

/// The data page, ready to draw.
#[derive(Clone, PartialEq, Debug)]
pub struct DataView {
    /// "20 pairs, 32 parks, 1,063 claims …".
    pub summary: String,
    /// The files, each with its address below the base and that of its schema.
    pub files: Vec<FileView>,
    /// What sources disagree on.
    pub disputes: Vec<DisputeView>,
    /// What nobody publishes.
    pub gaps: Vec<GapView>,
}

/// A data file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileView {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub holds: String,
    /// Its address below the base.
    pub href: String,
    /// Its schema's address below the base.
    pub schema: String,
}

/// A disagreement.
#[derive(Clone, PartialEq, Debug)]
pub struct DisputeView {
    /// A key that is unique in the list.
    pub key: String,
    /// What it is about.
    pub subject: LinkView,
    /// The attribute's name.
    pub attribute: String,
    /// Whether the sources still contradict each other.
    pub is_open: bool,
    /// The range, where the claims are figures.
    pub range: Option<String>,
    /// What is known about the cause; empty where only the rule found it.
    pub why: String,
    /// The claims, so that they can be opened.
    pub cell: CellKey,
}

/// Something that nobody publishes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GapView {
    /// Its id, which is its key.
    pub key: String,
    /// What it is about.
    pub subject: LinkView,
    /// What was looked for.
    pub what: String,
    /// What was found instead; empty where nothing was.
    pub note: String,
}

/// Makes the data page.
#[must_use]
pub fn data_view(catalogue: &Catalogue, query: &ViewQuery, reader: &Reader) -> DataView {
    let words = reader.words();
    let claims = catalogue.subjects().map(|subject| catalogue.claims(&subject).len()).sum::<usize>();
    DataView {
        summary: words.data_summary(
            words.pair_count(catalogue.pairs().len()),
            words.park_count(catalogue.parks().len()),
            words.claim_count(claims),
            words.source_count(catalogue.sources().len()),
        ),
        files: DataFile::ALL
            .iter()
            .map(|file| FileView {
                name: file.name(),
                holds: words.file(*file).to_owned(),
                href: format!("data/{}", file.name()),
                schema: format!("data/schema/{}", file.name().replace(".json", ".schema.json")),
            })
            .collect(),
        disputes: disputes(catalogue, query, reader),
        gaps: catalogue
            .gaps()
            .iter()
            .map(|gap| GapView {
                key: gap.id.to_string(),
                subject: subject_link(catalogue, &gap.subject, query, reader),
                what: reader.text(&gap.what),
                note: gap.note.as_ref().map(|note| reader.text(note)).unwrap_or_default(),
            })
            .collect(),
    }
}

/// The editors' disputes, open ones first, then those that only the rule finds.
fn disputes(catalogue: &Catalogue, query: &ViewQuery, reader: &Reader) -> Vec<DisputeView> {
    let view = |subject: &Subject, attribute: &AttributeId, key: String, is_open: bool, why: String| {
        let attribute_record = catalogue.attributes().get(attribute)?;
        let standing = catalogue.standing(subject, attribute_record, reader.today);
        let range = standing.and_then(|standing| disputed_range(&standing.dispute?, catalogue, reader));
        Some(DisputeView {
            key,
            subject: subject_link(catalogue, subject, query, reader),
            attribute: reader.text(&attribute_record.names),
            is_open,
            range,
            why,
            cell: CellKey { subject: subject.clone(), attribute: attribute.clone() },
        })
    };
    let noted = catalogue.disputes().iter().filter_map(|dispute| {
        let is_open = dispute.state == DisputeState::Open;
        view(&dispute.subject, &dispute.attribute, dispute.id.to_string(), is_open, reader.text(&dispute.why))
    });
    let is_noted = |subject: &Subject, attribute: &AttributeId| {
        catalogue.disputes().iter().any(|dispute| dispute.subject == *subject && dispute.attribute == *attribute)
    };
    let mut found = Vec::new();
    for subject in catalogue.subjects() {
        for attribute in catalogue.attributes().iter().filter(|attribute| !is_noted(&subject, &attribute.id)) {
            let standing = catalogue.standing(&subject, attribute, reader.today);
            if standing.is_some_and(|standing| standing.dispute.is_some()) {
                found.extend(view(&subject, &attribute.id, format!("{subject}-{}", attribute.id), true, String::new()));
            }
        }
    }
    let (open, explained): (Vec<_>, Vec<_>) = noted.partition(|dispute| dispute.is_open);
    open.into_iter().chain(found).chain(explained).collect()
}
