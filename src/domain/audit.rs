//! The rules of the data set that are no matter of reading it: what an editor must mend before publishing.
//!
//! The app does not run these; `cargo xtask data check` and the tests do.

use super::attribute::Attribute;
use super::catalogue::{Catalogue, DataFile};
use super::claim::{Claim, Evidence, Value};
use super::dispute::{DisputeState, Subject};
use super::fault::{Fault, Problem};
use super::names::{Lang, Names};
use super::order::sort;
use super::unit::{Base, Unit};
use std::collections::BTreeSet;

/// Percentages that measure change may leave the range from 0 to 100.
const CHANGES: [&str; 2] = ["gdp-growth", "land-price-index"];
/// Before this year no claim of this field was made, so an earlier date is a slip.
const FIRST_YEAR: u16 = 1980;

/// Everything that breaks a rule, in the order of files and records.
#[must_use]
pub fn audit(catalogue: &Catalogue) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut used = Used::default();
    for subject in catalogue.subjects() {
        for claim in catalogue.claims(&subject) {
            used.note(claim);
            let rules = claim_rules(catalogue, claim);
            faults.extend(
                rules
                    .into_iter()
                    .map(|(field, rule)| told(file_of(&subject), id_of(&subject), &format!("{} {field}", claim.id), rule)),
            );
        }
    }
    faults.extend(unused(catalogue, &used));
    faults.extend(disputes(catalogue));
    faults.extend(untranslated(catalogue));
    faults.extend(unheard(catalogue));
    sort(&mut faults);
    faults
}

#[derive(Default)]
struct Used<'a> {
    attributes: BTreeSet<&'a str>,
    scopes: BTreeSet<&'a str>,
    sources: BTreeSet<&'a str>,
}

impl<'a> Used<'a> {
    fn note(&mut self, claim: &'a Claim) {
        self.attributes.insert(claim.attribute.as_str());
        self.scopes.insert(claim.scope.as_str());
        if let Evidence::Source(id) = &claim.evidence {
            self.sources.insert(id.as_str());
        }
    }
}

fn claim_rules(catalogue: &Catalogue, claim: &Claim) -> Vec<(&'static str, &'static str)> {
    let mut broken = Vec::new();
    if let (Some(attribute), Value::Quantity(quantity)) = (catalogue.attributes().get(&claim.attribute), &claim.value) {
        let is_percent = quantity.unit() == Unit::of(Base::Percent);
        let is_change = CHANGES.contains(&attribute.id.as_str());
        let is_share = |value: f64| (0.0..=100.0).contains(&value);
        if is_percent && !is_change && !(is_share(quantity.low()) && is_share(quantity.high())) {
            broken.push(("value", "a percentage lies between 0 and 100"));
        }
        if !is_percent && quantity.low() < 0.0 {
            broken.push(("value", "a measure is not negative"));
        }
    }
    if claim.as_of.is_some_and(|as_of| as_of.to().year() < FIRST_YEAR) {
        broken.push(("as_of", "the date is too early to be right"));
    }
    if let Value::Text(text) = &claim.value
        && is_untranslated(text)
    {
        broken.push(("value", "the text is missing in a language"));
    }
    if claim.note.as_ref().is_some_and(is_untranslated) {
        broken.push(("note", "the text is missing in a language"));
    }
    broken
}

fn unused(catalogue: &Catalogue, used: &Used<'_>) -> Vec<Fault> {
    let nothing = "nothing uses it";
    let attributes = catalogue.attributes().iter().map(|attribute: &Attribute| attribute.id.as_str());
    let scopes = catalogue.scopes().iter().map(|scope| scope.id.as_str());
    let staged: BTreeSet<&str> = catalogue.pairs().iter().flat_map(|pair| &pair.stages).map(|on| on.source.as_str()).collect();
    let sources = catalogue.sources().iter().map(|source| source.id.as_str());
    let attributes =
        attributes.filter(|id| !used.attributes.contains(id)).map(|id| told(DataFile::Attributes, id, "id", nothing));
    let scopes = scopes.filter(|id| !used.scopes.contains(id)).map(|id| told(DataFile::Attributes, id, "id", nothing));
    let sources = sources
        .filter(|id| !used.sources.contains(id) && !staged.contains(id))
        .map(|id| told(DataFile::Sources, id, "id", nothing));
    attributes.chain(scopes).chain(sources).collect()
}

/// An open dispute has at least two sides; an explained one may have lost the side that was a slip.
fn disputes(catalogue: &Catalogue) -> Vec<Fault> {
    let one_sided = catalogue.disputes().iter().filter(|dispute| {
        let sides = if dispute.state == DisputeState::Open { 2 } else { 1 };
        dispute.claims.len() < sides
    });
    one_sided
        .map(|dispute| told(DataFile::Disputes, dispute.id.as_str(), "claims", "a dispute needs at least two claims"))
        .collect()
}

fn untranslated(catalogue: &Catalogue) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut check = |file, id: &str, field: &str, names: Option<&Names>| {
        if names.is_some_and(is_untranslated) {
            faults.push(told(file, id, field, "the text is missing in a language"));
        }
    };
    for attribute in catalogue.attributes().iter() {
        check(DataFile::Attributes, attribute.id.as_str(), "names", Some(&attribute.names));
    }
    for scope in catalogue.scopes().iter() {
        check(DataFile::Attributes, scope.id.as_str(), "names", Some(&scope.names));
    }
    for sector in catalogue.sectors().iter() {
        check(DataFile::Sectors, sector.id.as_str(), "names", Some(&sector.names));
    }
    for park in catalogue.parks().iter() {
        let id = park.id.as_str();
        check(DataFile::Parks, id, "names", Some(&park.names));
        check(DataFile::Parks, id, "short", Some(&park.short));
        check(DataFile::Parks, id, "region", Some(&park.region));
        check(DataFile::Parks, id, "summary", park.summary.as_ref());
    }
    for pair in catalogue.pairs().iter() {
        check(DataFile::Pairs, pair.id.as_str(), "names", Some(&pair.names));
        check(DataFile::Pairs, pair.id.as_str(), "summary", pair.summary.as_ref());
    }
    for thing in catalogue.context().iter() {
        check(DataFile::Context, thing.id.as_str(), "names", Some(&thing.names));
        check(DataFile::Context, thing.id.as_str(), "short", Some(&thing.short));
        check(DataFile::Context, thing.id.as_str(), "summary", thing.summary.as_ref());
    }
    for dispute in catalogue.disputes().iter() {
        check(DataFile::Disputes, dispute.id.as_str(), "why", Some(&dispute.why));
    }
    for gap in catalogue.gaps().iter() {
        check(DataFile::Disputes, gap.id.as_str(), "what", Some(&gap.what));
        check(DataFile::Disputes, gap.id.as_str(), "note", gap.note.as_ref());
    }
    faults
}

/// Names that can be searched must say how their Chinese form sounds.
fn unheard(catalogue: &Catalogue) -> Vec<Fault> {
    let pairs = catalogue.pairs().iter().map(|it| (DataFile::Pairs, it.id.slug(), &it.names));
    let parks = catalogue
        .parks()
        .iter()
        .flat_map(|it| [&it.names, &it.short, &it.region].map(|names| (DataFile::Parks, it.id.slug(), names)));
    let sectors = catalogue.sectors().iter().map(|it| (DataFile::Sectors, it.id.slug(), &it.names));
    let context =
        catalogue.context().iter().flat_map(|it| [&it.names, &it.short].map(|names| (DataFile::Context, it.id.slug(), names)));
    let unheard = pairs.chain(parks).chain(sectors).chain(context).filter(|(.., names)| !sounds_right(names));
    let rule = "pinyin has one syllable, in small letters without tones, for every Chinese character";
    unheard.map(|(file, id, _)| told(file, id.as_str(), "pinyin", rule)).collect()
}

fn sounds_right(names: &Names) -> bool {
    let is_chinese = |letter: &char| ('\u{3400}'..='\u{9fff}').contains(letter);
    let characters = names.own(Lang::ZhHans).unwrap_or_default().chars().filter(is_chinese).count();
    let syllables = names.pinyin().unwrap_or_default().split_ascii_whitespace();
    let is_plain = syllables.clone().all(|syllable| syllable.bytes().all(|byte| byte.is_ascii_lowercase()));
    is_plain && syllables.count() == characters
}

fn is_untranslated(names: &Names) -> bool {
    [Lang::En, Lang::ZhHans].into_iter().any(|lang| names.own(lang).is_none())
}

fn told(file: DataFile, record: &str, field: &str, rule: &str) -> Fault {
    Fault { file, record: record.to_owned(), field: field.to_owned(), problem: Problem::Rule(rule.to_owned()) }
}

fn file_of(subject: &Subject) -> DataFile {
    match subject {
        Subject::Park(_) => DataFile::Parks,
        Subject::Pair(_) => DataFile::Pairs,
        Subject::Context(_) => DataFile::Context,
    }
}

fn id_of(subject: &Subject) -> &str {
    match subject {
        Subject::Park(id) => id.as_str(),
        Subject::Pair(id) => id.as_str(),
        Subject::Context(id) => id.as_str(),
    }
}
