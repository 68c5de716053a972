//! What the tests have in common: the shipped catalogue, a larger one, a reader on a fixed day, and short ways to say
//! which record is meant.

pub use crate::seeded::{Dice, bytes};

use crate::seeded::{blown_up, shipped_parts};
use std::path::PathBuf;
use std::sync::OnceLock;
use twin_parks::address::{Units, ViewQuery};
use twin_parks::domain::attribute::Attribute;
use twin_parks::domain::catalogue::{Catalogue, Fault, Of};
use twin_parks::domain::claim::Claim;
use twin_parks::domain::date::PartialDate;
use twin_parks::domain::dispute::Subject;
use twin_parks::domain::id::AttributeId;
use twin_parks::domain::names::Lang;
use twin_parks::present::claims::CellKey;
use twin_parks::present::reader::Reader;

/// The day on which all tests read, so that nothing grows old while nobody looks.
pub const TODAY: PartialDate = PartialDate::Day(2026, 11, 22);

/// Pairs and parks.
pub const BOTH: [Of; 2] = [Of::Pairs, Of::Parks];

/// The shipped files as a catalogue, with what was left out of it.
pub fn loaded() -> &'static (Catalogue, Vec<Fault>) {
    static LOADED: OnceLock<(Catalogue, Vec<Fault>)> = OnceLock::new();
    LOADED.get_or_init(|| {
        let (parts, mut faults) = shipped_parts();
        let (catalogue, more) = Catalogue::assemble(parts);
        faults.extend(more);
        (catalogue, faults)
    })
}

/// The shipped catalogue.
pub fn shipped() -> &'static Catalogue {
    &loaded().0
}

/// A catalogue with more than 64 records of a sort, so that the words of a bit set have borders to get wrong.
pub fn crowd() -> &'static Catalogue {
    static CROWD: OnceLock<Catalogue> = OnceLock::new();
    CROWD.get_or_init(|| blown_up(200, 1))
}

/// The catalogues that every law must hold for, by name.
pub fn catalogues() -> [(&'static str, &'static Catalogue); 2] {
    [("shipped", shipped()), ("blown up", crowd())]
}

/// A reader of the fixed day who sees land as published.
pub fn reader(lang: Lang) -> Reader {
    Reader { lang, units: Units::Source, today: TODAY }
}

/// The view that an address says; the address must be a good one.
pub fn view(search: &str) -> ViewQuery {
    let (query, faults) = ViewQuery::parse(search);
    assert!(faults.is_empty(), "{search}: {faults:?}");
    query
}

/// A subject by its written form, such as `park/kuantan`.
pub fn subject(text: &str) -> Subject {
    Subject::parse(text).unwrap_or_else(|| panic!("{text} is no subject"))
}

/// An attribute's id.
pub fn attribute_id(text: &str) -> AttributeId {
    AttributeId::parse(text).unwrap_or_else(|| panic!("{text} is no id"))
}

/// A cell by its subject and attribute.
pub fn cell(of: &str, attribute: &str) -> CellKey {
    CellKey { subject: subject(of), attribute: attribute_id(attribute) }
}

/// A subject's own claims on an attribute, straight from the record.
pub fn claims_on<'a>(catalogue: &'a Catalogue, subject: &Subject, attribute: &AttributeId) -> Vec<&'a Claim> {
    catalogue.claims(subject).iter().filter(|claim| claim.attribute == *attribute).collect()
}

/// The attribute of an id, which must be there.
pub fn attribute<'a>(catalogue: &'a Catalogue, id: &AttributeId) -> &'a Attribute {
    catalogue.attributes().get(id).unwrap_or_else(|| panic!("there is no attribute {id}"))
}

/// Whether what is written down is to be written anew instead of compared.
pub fn is_update() -> bool {
    std::env::var_os("UPDATE").is_some_and(|value| value == "1")
}

/// A file of the written-down results.
pub fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// Compares a text with what is written down in a file, or writes it down with `UPDATE=1`. What differs is shown in
/// short, since the whole of two long texts says nothing.
pub fn assert_written(path: &std::path::Path, text: &str) {
    if is_update() {
        let folder = path.parent().expect("a file lies in a folder");
        std::fs::create_dir_all(folder).expect("the folder can be made");
        std::fs::write(path, text).expect("the file can be written");
        return;
    }
    let how =
        "if the change is meant: UPDATE=1 cargo test --no-default-features --features schema --test pure, and read the diff";
    let written = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}; {how}", path.display()));
    if written == text {
        return;
    }
    let (old, new): (Vec<&str>, Vec<&str>) = (written.lines().collect(), text.lines().collect());
    let same_start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - same_start;
    let same_end = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let shown = |lines: &[&str], mark: &str| -> String {
        let changed = &lines[same_start..lines.len() - same_end];
        let more = changed.len().saturating_sub(12);
        let shown = changed.iter().take(12).map(|line| format!("{mark} {line}\n"));
        shown.chain((more > 0).then(|| format!("{mark} … {more} more\n"))).collect()
    };
    panic!("{} differs from line {} on:\n{}{}{how}", path.display(), same_start + 1, shown(&old, "-"), shown(&new, "+"),);
}
