//! What the tests have in common: the shipped catalogue, a larger one, a reader on a fixed day, and short ways to say
//! which record is meant.

pub use crate::seeded::{Dice, bytes};

use crate::seeded::{blown_up, folder, shipped_parts};
use std::path::PathBuf;
use std::sync::OnceLock;
use twin_parks::address::ViewQuery;
use twin_parks::domain::attribute::Attribute;
use twin_parks::domain::catalogue::{Catalogue, Of};
use twin_parks::domain::claim::Claim;
use twin_parks::domain::date::PartialDate;
use twin_parks::domain::dispute::Subject;
use twin_parks::domain::fault::Fault;
use twin_parks::domain::id::AttributeId;
use twin_parks::domain::names::{Lang, Translations};
use twin_parks::language;
use twin_parks::present::claims::CellKey;
use twin_parks::present::reader::Reader;
use twin_parks::present::words::Words;
use twin_parks::wire::translations;

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
    Reader::of(&ViewQuery::default(), words(lang), texts(lang), TODAY)
}

/// The words of a language, from its file.
pub fn words(lang: Lang) -> &'static Words {
    static WORDS: OnceLock<[&'static Words; Lang::ALL.len()]> = OnceLock::new();
    let all = WORDS.get_or_init(|| Lang::ALL.map(|lang| language::words(lang, &words_file(lang)).expect("messages")));
    all.iter().find(|words| words.lang == lang).expect("all languages")
}

/// The texts of the data in a language, from their files.
pub fn texts(lang: Lang) -> &'static Translations {
    static TEXTS: OnceLock<[Translations; Lang::ALL.len()]> = OnceLock::new();
    let all = TEXTS.get_or_init(|| Lang::ALL.map(read_texts));
    Lang::ALL.iter().position(|known| *known == lang).and_then(|at| all.get(at)).expect("all languages")
}

fn read_texts(lang: Lang) -> Translations {
    let mut texts = Translations::none();
    if matches!(lang, Lang::Ms | Lang::Vi) {
        for name in [format!("texts/{}.names.json", lang.tag()), format!("texts/{}.json", lang.tag())] {
            let file = std::fs::read(folder().join(&name)).unwrap_or_else(|error| panic!("{name}: {error}"));
            texts = texts.completed(translations(&file).unwrap_or_else(|error| panic!("{name}: {error:?}")));
        }
    }
    texts
}

/// The file of a language.
pub fn words_file(lang: Lang) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("public/words").join(format!("{}.json", lang.tag()));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
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
    panic!("{} is not as it was:\n{}{how}", path.display(), difference(&written, text));
}

/// The lines that only one of two texts has, with their places: `-` for the old, `+` for the new, the first few.
fn difference(old: &str, new: &str) -> String {
    const SHOWN: usize = 24;
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    // How many lines the rests of the two have in common, from every place in the one and the other.
    let mut common = vec![vec![0_u32; new.len() + 1]; old.len() + 1];
    for (a, line) in old.iter().enumerate().rev() {
        for (b, other) in new.iter().enumerate().rev() {
            common[a][b] = if line == other { common[a + 1][b + 1] + 1 } else { common[a + 1][b].max(common[a][b + 1]) };
        }
    }
    let (mut a, mut b, mut lines) = (0, 0, Vec::new());
    while a < old.len() || b < new.len() {
        if a < old.len() && b < new.len() && old[a] == new[b] {
            (a, b) = (a + 1, b + 1);
        } else if b == new.len() || (a < old.len() && common[a + 1][b] >= common[a][b + 1]) {
            lines.push(format!("{:>5} - {}", a + 1, old[a]));
            a += 1;
        } else {
            lines.push(format!("{:>5} + {}", b + 1, new[b]));
            b += 1;
        }
    }
    let more = lines.len().saturating_sub(SHOWN);
    lines.truncate(SHOWN);
    lines.extend((more > 0).then(|| format!("      … and {more} more lines")));
    lines.iter().map(|line| format!("{line}\n")).collect()
}

#[test]
fn a_difference_shows_only_the_lines_that_differ() {
    assert_eq!(difference("a\nb\nc\nd", "a\nc\nx\nd"), "    2 - b\n    3 + x\n");
    assert_eq!(difference("same", "same"), "");
}
