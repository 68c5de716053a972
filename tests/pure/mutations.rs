//! Damage: files with broken bytes and files of good JSON that says nonsense. Nothing may panic, and nothing may be
//! lost but what was damaged, what rests on it, and never in silence.

mod damage;
mod small;

use crate::support::{Dice, bytes, reader};
use damage::{Damage, Nodes};
use serde_json::Value;
use small::SmallData;
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use twin_parks::address::ViewQuery;
use twin_parks::domain::catalogue::{Catalogue, DataFile, Parts};
use twin_parks::domain::claim::{Claim, Evidence};
use twin_parks::domain::fault::Fault;
use twin_parks::domain::names::Lang;
use twin_parks::present::data::data_view;
use twin_parks::present::explore::{PAGE, explore_view};
use twin_parks::present::notice::data_notice;
use twin_parks::wire::{self, WireError};

const CASES: u64 = 10_000;

/// What came of reading the good parts with one other file in its place.
struct Outcome {
    result: Result<(), WireError>,
    catalogue: Catalogue,
    faults: Vec<Fault>,
}

fn read(good: &Parts, file: DataFile, bytes: &[u8]) -> Outcome {
    let (mut parts, mut faults) = (good.clone(), Vec::new());
    forget(&mut parts, file);
    let result = wire::decode(file, bytes, &mut parts, &mut faults);
    let (catalogue, more) = Catalogue::assemble(parts);
    faults.extend(more);
    Outcome { result, catalogue, faults }
}

/// A file that can't be read leaves nothing behind.
fn forget(parts: &mut Parts, file: DataFile) {
    match file {
        DataFile::Attributes => (parts.attributes, parts.scopes) = (None, None),
        DataFile::Sectors => parts.sectors = None,
        DataFile::Parks => parts.parks = None,
        DataFile::Pairs => parts.pairs = None,
        DataFile::Context => parts.context = None,
        DataFile::Sources => parts.sources = None,
        DataFile::Disputes => (parts.disputes, parts.gaps) = (None, None),
    }
}

/// Draws what a visitor would see of it; drawing must survive whatever reading let through.
fn draw(outcome: &Outcome) {
    let reader = reader(Lang::ZhHans);
    let query = ViewQuery::default();
    let _ = data_notice(&outcome.faults, &reader);
    let _ = data_view(&outcome.catalogue, &query, &reader);
    let _ = explore_view(&outcome.catalogue, &query, PAGE, &reader);
}

/// Runs a case and, when it panics, says which one it was and what it read.
fn surviving<T>(what: &str, bytes: &[u8], case: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(case)).unwrap_or_else(|_| {
        let start: String = String::from_utf8_lossy(bytes).chars().take(400).collect();
        panic!("{what} panicked on a file that begins: {start}")
    })
}

fn mutated(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.roll(3) {
        let at = dice.roll(bytes.len());
        match dice.roll(5) {
            0 => {
                let flipped = 1_u8 << dice.roll(8);
                bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= flipped);
            }
            1 => bytes.insert(at, u8::try_from(dice.roll(256)).expect("a byte")),
            2 => drop((!bytes.is_empty()).then(|| bytes.remove(at))),
            // Most cuts near the end, where the most has been read before.
            3 => bytes.truncate(if dice.once_in(2) { at } else { bytes.len() - dice.roll(bytes.len().min(200)) }),
            _ => {
                let piece: Vec<u8> = bytes.iter().skip(dice.roll(bytes.len())).take(1 + dice.roll(60)).copied().collect();
                let end = (at + dice.roll(60)).min(bytes.len());
                bytes.splice(at..end, piece);
            }
        }
    }
    bytes
}

#[test]
fn no_broken_byte_makes_reading_panic() {
    let small = SmallData::of_shipped();
    for case in 0..CASES {
        let mut dice = Dice::new(case);
        let file = *dice.pick(&DataFile::ALL);
        let bytes = mutated(small.bytes(file), &mut dice);
        surviving(&format!("case {case}, {}", file.name()), &bytes, || {
            let outcome = read(&small.parts, file, &bytes);
            if case % 25 == 0 {
                draw(&outcome);
            }
        });
    }
}

#[test]
fn no_broken_byte_of_a_whole_shipped_file_makes_reading_panic() {
    let (good, _) = crate::seeded::shipped_parts();
    for case in 0..42 {
        let mut dice = Dice::new(case);
        let file = DataFile::ALL[usize::try_from(case).expect("small") % DataFile::ALL.len()];
        let bytes = mutated(&bytes(file), &mut dice);
        surviving(&format!("case {case}, {}", file.name()), &bytes, || draw(&read(&good, file, &bytes)));
    }
}

/// What the catalogue holds of a record: its claims, and how much of each list, by where that stands in the JSON.
struct Held<'a> {
    claims: &'a [Claim],
    lists: Vec<(&'static str, usize)>,
}

/// What is held of every record, by its file and key.
type Holdings<'a> = BTreeMap<(DataFile, String), Held<'a>>;

fn holdings(catalogue: &Catalogue) -> Holdings<'_> {
    let mut all = BTreeMap::new();
    let mut add = |file, id: &str, claims, lists: &[(&'static str, usize)]| {
        all.insert((file, id.to_owned()), Held { claims, lists: lists.to_vec() });
    };
    for row in catalogue.attributes().iter() {
        add(DataFile::Attributes, row.id.as_str(), &[], &[]);
    }
    for row in catalogue.scopes().iter() {
        add(DataFile::Attributes, &damage::key("scopes", row.id.as_str()), &[], &[]);
    }
    for row in catalogue.sectors().iter() {
        add(DataFile::Sectors, row.id.as_str(), &[], &[("/hs", row.hs.len())]);
    }
    for row in catalogue.sources().iter() {
        add(DataFile::Sources, row.id.as_str(), &[], &[]);
    }
    for row in catalogue.parks().iter() {
        let lists = [("/sectors", row.sectors.len()), ("/access", row.access.len()), ("/basis", row.basis.len())];
        add(DataFile::Parks, row.id.as_str(), &row.claims, &lists);
    }
    for row in catalogue.pairs().iter() {
        let lists = [("/home", row.home.len()), ("/partner", row.partner.len()), ("/stages", row.stages.len())];
        add(DataFile::Pairs, row.id.as_str(), &row.claims, &lists);
    }
    for row in catalogue.context().iter() {
        let lists = [("/touches/parks", row.parks.len()), ("/touches/pairs", row.pairs.len())];
        add(DataFile::Context, row.id.as_str(), &row.claims, &lists);
    }
    for row in catalogue.disputes().iter() {
        add(DataFile::Disputes, row.id.as_str(), &[], &[("/claims", row.claims.len())]);
    }
    for row in catalogue.gaps().iter() {
        add(DataFile::Disputes, &damage::key("gaps", row.id.as_str()), &[], &[("/attributes", row.attributes.len())]);
    }
    all
}

/// Whether a claim rests on the damaged record: on its attribute, scope or source.
fn rests_on(claim: &Claim, damage: &Damage) -> bool {
    let source = match &claim.evidence {
        Evidence::Source(id) => id.as_str(),
        Evidence::Unverified => "",
    };
    match (damage.file, damage.list.as_str()) {
        (DataFile::Attributes, "attributes") => claim.attribute.as_str() == damage.record,
        (DataFile::Attributes, "scopes") => claim.scope.as_str() == damage.record,
        (DataFile::Sources, _) => source == damage.record,
        _ => false,
    }
}

#[test]
fn a_damaged_record_takes_nothing_else_with_it_and_no_loss_is_silent() {
    let small = SmallData::of_shipped();
    let before = holdings(&small.catalogue);
    let nodes = DataFile::ALL.map(|file| Nodes::of(file, small.json(file)));
    let mut kinds = BTreeSet::new();
    let mut lost_records = 0;
    for case in 0..CASES {
        let mut dice = Dice::new(case);
        let (damage, json) = damage::damaged(dice.pick(&nodes), &mut dice);
        let file = damage.file;
        kinds.insert(damage.kind);
        let text = json.to_string();
        let what = format!("case {case}: {damage}");
        let outcome = surviving(&what, text.as_bytes(), || {
            let outcome = read(&small.parts, file, text.as_bytes());
            if case % 25 == 0 {
                draw(&outcome);
            }
            outcome
        });
        if damage.is_of_whole_file() {
            let is_whole = holdings(&outcome.catalogue).keys().eq(before.keys());
            assert!(outcome.result.is_err() || is_whole, "the file was taken, but not all of it: {what}");
            continue;
        }
        assert_eq!(outcome.result, Ok(()), "one record spoils the file: {what}");
        let after = holdings(&outcome.catalogue);
        lost_records += usize::from(after.len() < before.len());
        no_other_record_suffers(&before, &after, &damage, &what);
        every_loss_of_the_file_is_told(&json, &after, &outcome.faults, &damage, &what);
        every_loss_elsewhere_is_told(&before, &after, &outcome.faults, &damage, &what);
    }
    assert_eq!(kinds.len(), damage::KINDS, "{kinds:?}");
    assert!(lost_records > 500, "hardly a record was lost, so the law was hardly tried: {lost_records}");
}

fn no_other_record_suffers(before: &Holdings<'_>, after: &Holdings<'_>, damage: &Damage, what: &str) {
    for ((file, id), had) in before {
        let is_damaged = damage.is_of(*file, id);
        let Some(left) = after.get(&(*file, id.clone())) else {
            assert!(is_damaged && !damage.is_in_claim(), "{} lost {id}: {what}", file.name());
            continue;
        };
        let left: BTreeSet<_> = left.claims.iter().map(|claim| &claim.id).collect();
        let mut lost = had.claims.iter().filter(|claim| !left.contains(&claim.id) && !rests_on(claim, damage));
        if !is_damaged {
            let lost: Vec<_> = lost.map(|claim| &claim.id).collect();
            assert!(lost.is_empty(), "{id} lost {lost:?}: {what}");
        } else if damage.is_in_claim() {
            lost.next();
            assert!(lost.next().is_none(), "one damaged claim of {id} took others with it: {what}");
        }
    }
}

/// What still stands in the file but is not in the catalogue must be told of. What was cut out of the file, or put
/// under a name that the format does not know, is not there to be told of: unknown fields are ignored by contract.
fn every_loss_of_the_file_is_told(json: &Value, after: &Holdings<'_>, faults: &[Fault], damage: &Damage, what: &str) {
    let lists = json.as_object().into_iter().flatten().filter_map(|(name, list)| Some((name, list.as_array()?)));
    let written: usize = lists.clone().map(|(_, list)| list.len()).sum();
    let held = after.keys().filter(|(file, _)| *file == damage.file).count();
    let is_told = faults.iter().any(|fault| fault.file == damage.file);
    assert!(held == written || is_told, "{written} records became {held} in silence: {what}");
    for (list, record) in lists.flat_map(|(name, list)| list.iter().map(move |record| (name, record))) {
        let id = record.get("id").and_then(Value::as_str).unwrap_or_default();
        let Some(held) = after.get(&(damage.file, damage::key(list, id))) else { continue };
        let written = |place: &str| record.pointer(place).and_then(Value::as_array).map_or(0, Vec::len);
        let is_disputes = damage.file == DataFile::Disputes;
        let claims = (!is_disputes).then_some(("/claims", held.claims.len()));
        let missing: usize =
            held.lists.iter().copied().chain(claims).map(|(place, held)| written(place).saturating_sub(held)).sum();
        let told = faults.iter().filter(|fault| fault.file == damage.file && fault.record == id).count();
        assert!(told >= missing, "{id} lacks {missing} things, of which {told} are told: {what}");
    }
}

/// Records of other files lose only what refers to the damaged one, and that is told of where they stand.
fn every_loss_elsewhere_is_told(before: &Holdings<'_>, after: &Holdings<'_>, faults: &[Fault], damage: &Damage, what: &str) {
    for ((file, id), had) in before.iter().filter(|((file, _), _)| *file != damage.file) {
        let held = &after[&(*file, id.clone())];
        let lists = had.lists.iter().zip(&held.lists).map(|((_, had), (_, held))| had - held);
        let missing = had.claims.len() - held.claims.len() + lists.sum::<usize>();
        let told = faults.iter().filter(|fault| fault.file == *file && fault.record == *id).count();
        assert!(told >= missing, "{id} lost {missing} things, of which {told} are told: {what}");
    }
}

#[test]
fn the_small_data_is_good_data_with_something_of_everything() {
    let small = SmallData::of_shipped();
    let outcome = DataFile::ALL.map(|file| read(&small.parts, file, small.bytes(file)));
    assert!(outcome.iter().all(|outcome| outcome.result.is_ok() && outcome.faults.is_empty()));
    assert!(small.catalogue.disputes().len() >= 3 && small.catalogue.gaps().len() >= 3);
    assert!(small.catalogue.pairs().iter().any(|pair| !pair.stages.is_empty()));
    assert!(DataFile::ALL.iter().all(|file| small.records(*file) >= 2));
}

#[test]
fn the_seeds_of_the_fuzzer_are_a_catalogue_without_faults() {
    let (mut parts, mut faults) = (Parts::default(), Vec::new());
    for (number, file) in DataFile::ALL.into_iter().enumerate() {
        let name = file.name().trim_end_matches(".json");
        let seed = std::fs::read(format!("{}/fuzz/seeds/data/{name}", env!("CARGO_MANIFEST_DIR"))).expect("each file has a seed");
        let (first, rest) = seed.split_first().expect("a seed says which file it is");
        assert_eq!(usize::from(first - b'0'), number, "{name}");
        assert_eq!(wire::decode(file, rest, &mut parts, &mut faults), Ok(()), "{name}");
    }
    let (catalogue, more) = Catalogue::assemble(parts);
    faults.extend(more);
    assert_eq!(faults, []);
    assert!(catalogue.subjects().map(|subject| catalogue.claims(&subject).len()).sum::<usize>() > 30);
}
