//! The claims behind a cell: each with its value as published, kind, scope, date, source and confidence.

use super::figure::{FigureView, scope};
use super::reader::Reader;
use super::script::foreign;
use super::words::Words;
use crate::address::Units;
use crate::domain::catalogue::Catalogue;
use crate::domain::claim::{Claim, Confidence, Evidence};
use crate::domain::dispute::Subject;
use crate::domain::id::AttributeId;
use crate::domain::standing::{Contradiction, is_old};

/// A cell: the subject and the attribute it shows.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct CellKey {
    /// Whose claims.
    pub subject: Subject,
    /// On what.
    pub attribute: AttributeId,
}

impl CellKey {
    /// The key as a text, for what is drawn and pressed: `park/qinzhou|projects`.
    #[must_use]
    pub fn mark(&self) -> String {
        format!("{}|{}", self.subject, self.attribute)
    }

    /// Reads such a text.
    #[must_use]
    pub fn of_mark(mark: &str) -> Option<Self> {
        let (subject, attribute) = mark.split_once('|')?;
        Some(Self { subject: Subject::parse(subject)?, attribute: AttributeId::parse(attribute)? })
    }
}

/// All claims of a cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClaimsView {
    /// The attribute and whose it is: `Projects at Qinzhou`.
    pub title: String,
    /// Which claim is shown first, and why; for a dispute what is known about it.
    pub intro: Vec<String>,
    /// Whether the claims are figures that span a range.
    pub has_range: bool,
    /// The claims, the one shown first at the top.
    pub claims: Vec<ClaimView>,
}

/// One claim in full.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClaimView {
    /// Its id, which is also its key.
    pub id: String,
    /// The value as published.
    pub figure: FigureView,
    /// Whether it is the one shown first.
    pub is_chosen: bool,
    /// Whether it is older than the shelf life.
    pub is_old: bool,
    /// How far to rely on it.
    pub confidence: String,
    /// What a careful reader must know.
    pub note: Option<String>,
    /// Who says so; `None` for what has no published source, or whose source could not be loaded.
    pub source: Option<SourceView>,
    /// What to say in place of the source.
    pub without_source: String,
}

/// A source, ready to draw.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SourceView {
    /// The publisher and, where known, the date.
    pub publisher: String,
    /// The page's title.
    pub title: String,
    /// The language of the title, where it is not the reader's and its letters tell.
    pub lang: Option<&'static str>,
    /// Its date, empty when unknown.
    pub date: String,
    /// Its address, where it has one.
    pub url: Option<String>,
    /// Whether it is a repost or mirror.
    pub is_mirror: bool,
}

/// The claims of a cell; `None` when there is none.
#[must_use]
pub fn claims_view(catalogue: &Catalogue, key: &CellKey, reader: &Reader) -> Option<ClaimsView> {
    let attribute = catalogue.attributes().get(&key.attribute)?;
    let standing = catalogue.standing(&key.subject, attribute, reader.today)?;
    let words = reader.words();
    let chosen = standing.chosen()?;
    let mut intro = Vec::new();
    let noted = standing.dispute.as_ref().and_then(|dispute| dispute.noted).or(standing.explained);
    intro.extend(noted.map(|noted| reader.text(&noted.why)));
    if standing.dispute.is_some() && noted.is_none() {
        intro.push(words.sources_disagree.to_owned());
    }
    if standing.claims.len() > 1 && chosen.quantity().is_some() {
        intro.push(words.rule_of_choice.to_owned());
    }
    let claims = standing.claims.iter().map(|claim| ClaimView {
        is_chosen: claim.id == chosen.id,
        is_old: claim.as_of.is_some_and(|as_of| is_old(as_of, attribute, reader.today)),
        ..claim_view(claim, catalogue, reader)
    });
    Some(ClaimsView {
        title: words.claims_title(reader.text(&attribute.names), subject_name(catalogue, &key.subject, reader)),
        intro,
        has_range: standing.dispute.as_ref().and_then(Contradiction::range).is_some_and(|range| range.is_range()),
        claims: claims.collect(),
    })
}

fn claim_view(claim: &Claim, catalogue: &Catalogue, reader: &Reader) -> ClaimView {
    let words = reader.words();
    // Behind a cell, everything stands as the source has it.
    let as_published = reader.in_units(Units::Source).in_currency(None);
    let mut figure = FigureView::of(claim, catalogue, &as_published);
    figure.scope = Some(scope(&claim.scope, catalogue, reader).unwrap_or_else(|| words.whole.to_owned()));
    let (source, without_source) = match &claim.evidence {
        Evidence::Unverified => (None, words.unverified.to_owned()),
        Evidence::Source(id) => match catalogue.sources().get(id) {
            Some(source) => (Some(source_view(source, reader)), String::new()),
            None => (None, words.source_not_loaded(id.as_str())),
        },
    };
    ClaimView {
        id: claim.id.to_string(),
        figure,
        is_chosen: false,
        is_old: false,
        confidence: confidence(claim.confidence, words).to_owned(),
        note: claim.note.as_ref().map(|note| reader.text(note)),
        source,
        without_source,
    }
}

/// Who makes a claim, in a word or two.
#[must_use]
pub fn publisher(claim: &Claim, catalogue: &Catalogue, reader: &Reader) -> String {
    match &claim.evidence {
        Evidence::Unverified => reader.words().unverified.to_owned(),
        Evidence::Source(id) => catalogue
            .sources()
            .get(id)
            .map_or_else(|| reader.words().source_not_loaded(id.as_str()), |source| source.publisher.clone()),
    }
}

/// How far a claim can be relied on, in words.
#[must_use]
pub fn confidence(confidence: Confidence, words: &'static Words) -> &'static str {
    match confidence {
        Confidence::High => words.confidence_high,
        Confidence::Medium => words.confidence_medium,
        Confidence::Low => words.confidence_low,
    }
}

/// A source for a claim or for the list of sources.
#[must_use]
pub fn source_view(source: &crate::domain::claim::Source, reader: &Reader) -> SourceView {
    SourceView {
        publisher: source.publisher.clone(),
        title: source.title.clone(),
        lang: foreign(&source.title, reader.lang),
        date: source.date.map(|date| reader.date(date)).unwrap_or_default(),
        url: source.url.clone(),
        is_mirror: source.mirror,
    }
}

/// The short name of a subject.
#[must_use]
pub fn subject_name(catalogue: &Catalogue, subject: &Subject, reader: &Reader) -> String {
    let names = match subject {
        Subject::Park(id) => catalogue.parks().get(id).map(|park| &park.short),
        Subject::Pair(id) => catalogue.pairs().get(id).map(|pair| &pair.names),
        Subject::Context(id) => catalogue.context().get(id).map(|thing| &thing.short),
    };
    names.map_or_else(|| subject.to_string(), |names| reader.text(names))
}
