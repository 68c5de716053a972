//! Everything that ships: it loads without a fault, keeps the rules of the data contract, and names what the press
//! release of 2023 names.

use crate::support::{attribute_id, bytes, claims_on, loaded, shipped, subject};
use std::collections::BTreeSet;
use twin_parks::domain::catalogue::{Catalogue, DataFile};
use twin_parks::domain::claim::{Evidence, Kind, Value};
use twin_parks::domain::id::{ClaimId, PairId, ParkId, SourceId};
use twin_parks::domain::names::{Lang, Names};
use twin_parks::domain::quantity::Quantity;
use twin_parks::domain::unit::{Base, Currency, Unit};

fn claim_ids(catalogue: &Catalogue) -> BTreeSet<&ClaimId> {
    let parks = catalogue.parks().iter().map(|park| &park.claims);
    let pairs = catalogue.pairs().iter().map(|pair| &pair.claims);
    let context = catalogue.context().iter().map(|thing| &thing.claims);
    parks.chain(pairs).chain(context).flatten().map(|claim| &claim.id).collect()
}

#[test]
fn every_shipped_file_loads_without_a_fault() {
    assert_eq!(loaded().1, Vec::new());
}

#[test]
fn there_is_as_much_as_was_promised() {
    let catalogue = shipped();
    assert!(catalogue.pairs().len() >= 12, "{} pairs", catalogue.pairs().len());
    assert!(catalogue.parks().len() >= 20, "{} parks", catalogue.parks().len());
    let claims = claim_ids(catalogue).len();
    assert!(claims >= 600, "{claims} claims");
}

#[test]
fn every_attribute_is_used_and_every_source_rested_on() {
    let catalogue = shipped();
    let subjects: Vec<_> = catalogue.subjects().collect();
    let claims = || subjects.iter().flat_map(|subject| catalogue.claims(subject));
    let used: BTreeSet<_> = claims().map(|claim| &claim.attribute).collect();
    let idle: Vec<_> =
        catalogue.attributes().iter().filter(|attribute| !used.contains(&attribute.id)).map(|row| &row.id).collect();
    assert!(idle.is_empty(), "attributes that nothing is claimed on: {idle:?}");
    let of_claims = claims().filter_map(|claim| match &claim.evidence {
        Evidence::Source(id) => Some(id),
        Evidence::Unverified => None,
    });
    let of_stages = catalogue.pairs().iter().flat_map(|pair| &pair.stages).map(|stage| &stage.source);
    let rested: BTreeSet<&SourceId> = of_claims.chain(of_stages).collect();
    let idle: Vec<_> =
        catalogue.sources().iter().filter(|source| !rested.contains(&source.id)).map(|source| &source.id).collect();
    assert!(idle.is_empty(), "sources that nothing rests on: {idle:?}");
}

#[test]
fn every_scope_and_every_sector_is_used() {
    let catalogue = shipped();
    let subjects: Vec<_> = catalogue.subjects().collect();
    let used: BTreeSet<_> = subjects.iter().flat_map(|subject| catalogue.claims(subject)).map(|claim| &claim.scope).collect();
    let idle: Vec<_> = catalogue.scopes().iter().filter(|scope| !used.contains(&scope.id)).map(|scope| &scope.id).collect();
    assert!(idle.is_empty(), "scopes that no claim has: {idle:?}");
    let parents: BTreeSet<_> = catalogue.sectors().iter().filter_map(|sector| sector.parent.as_ref()).collect();
    let used: BTreeSet<_> = catalogue.parks().iter().flat_map(|park| &park.sectors).chain(parents).collect();
    let idle: Vec<_> = catalogue.sectors().iter().filter(|sector| !used.contains(&sector.id)).map(|sector| &sector.id).collect();
    assert!(idle.is_empty(), "sectors that no park does: {idle:?}");
}

#[test]
fn every_dispute_names_two_claims_that_exist() {
    let catalogue = shipped();
    let known = claim_ids(catalogue);
    for dispute in catalogue.disputes().iter() {
        let lost: Vec<_> = dispute.claims.iter().filter(|id| !known.contains(id)).collect();
        assert!(lost.is_empty(), "{}: {lost:?} do not exist", dispute.id);
        // One newspaper's slip against everybody else's date, which is told in words; its own date is no claim.
        let wanted = if dispute.id.as_str() == "rcep-malaysia" { 1 } else { 2 };
        assert!(dispute.claims.iter().collect::<BTreeSet<_>>().len() >= wanted, "{} has too few claims", dispute.id);
    }
    assert!(catalogue.disputes().len() >= 20, "the dossier has more disputes than {}", catalogue.disputes().len());
}

#[test]
fn what_a_park_is_said_to_be_rests_on_claims_that_exist() {
    let catalogue = shipped();
    let known = claim_ids(catalogue);
    for park in catalogue.parks().iter() {
        let lost: Vec<_> = park.basis.iter().filter(|id| !known.contains(id)).collect();
        assert!(lost.is_empty(), "{}: {lost:?} do not exist", park.id);
        assert!(!park.basis.is_empty() || park.sectors.is_empty(), "{}: its sectors rest on nothing", park.id);
    }
}

#[test]
fn everything_that_the_press_release_names_has_its_record() {
    let catalogue = shipped();
    let named = [
        "park/qinzhou",
        "park/qinzhou-science-park",
        "park/kuantan",
        "park/pingxiang",
        "context/cooperation-zone",
        "context/rnd-nanning-asean",
        "context/nanning-vietnam-corridor",
        "context/pinglu-canal",
        "context/border-port-parks",
        "context/information-port",
        "context/nanning-airport-zone",
        "context/caexpo",
        "context/cabis",
        "context/guangxi-ftz",
        "context/rcep",
        "context/mesda",
    ];
    for name in named {
        assert!(catalogue.has(&subject(name)), "{name} is missing");
        assert!(!catalogue.claims(&subject(name)).is_empty(), "{name} says nothing");
    }
}

#[test]
fn the_park_of_chongzuo_has_its_area_its_investment_and_its_four_sectors() {
    let catalogue = shipped();
    let pingxiang = catalogue.parks().get(&ParkId::parse("pingxiang").expect("an id")).expect("a park");
    let planned = |attribute: &str, amount: f64, unit: Unit| {
        let wanted = Quantity::new(amount, unit).map(Value::Quantity);
        let claims = claims_on(catalogue, &subject("park/pingxiang"), &attribute_id(attribute));
        claims.iter().any(|claim| claim.kind == Some(Kind::Planned) && claim.is_whole() && Some(&claim.value) == wanted.as_ref())
    };
    assert!(planned("planned-area", 1_200.0, Unit::of(Base::Mu)), "1,200 mu");
    assert!(planned("investment", 7_500_000_000.0, Unit::of(Base::Money(Currency::Cny))), "RMB 7.5 billion");
    let sectors: BTreeSet<&str> = pingxiang.sectors.iter().map(|id| id.as_str()).collect();
    let wanted = ["electronics", "smart-voice", "computer-terminals", "iot-equipment"];
    assert_eq!(sectors, BTreeSet::from(wanted));
    let pair = catalogue.pairs().get(&PairId::parse("china-vietnam").expect("an id")).expect("a pair");
    assert!(pair.home.contains(&pingxiang.id), "it is the home leg of the China–Vietnam pair");
}

/// Every text of the data with where it stands.
fn texts(catalogue: &Catalogue) -> Vec<(String, &Names)> {
    let mut texts: Vec<(String, &Names)> = Vec::new();
    texts.extend(catalogue.attributes().iter().map(|row| (format!("attribute {}", row.id), &row.names)));
    texts.extend(catalogue.scopes().iter().map(|row| (format!("scope {}", row.id), &row.names)));
    texts.extend(catalogue.sectors().iter().map(|row| (format!("sector {}", row.id), &row.names)));
    for park in catalogue.parks().iter() {
        let own = [Some(&park.names), Some(&park.short), Some(&park.region), park.summary.as_ref()];
        texts.extend(own.into_iter().flatten().map(|names| (format!("park {}", park.id), names)));
    }
    for pair in catalogue.pairs().iter() {
        let own = [Some(&pair.names), pair.summary.as_ref()];
        texts.extend(own.into_iter().flatten().map(|names| (format!("pair {}", pair.id), names)));
    }
    for thing in catalogue.context().iter() {
        let own = [Some(&thing.names), Some(&thing.short), thing.summary.as_ref()];
        texts.extend(own.into_iter().flatten().map(|names| (format!("context {}", thing.id), names)));
    }
    for subject in catalogue.subjects() {
        for claim in catalogue.claims(&subject) {
            texts.extend(claim.note.iter().map(|note| (format!("note of {}", claim.id), note)));
            if let Value::Text(text) = &claim.value {
                texts.push((format!("value of {}", claim.id), text));
            }
        }
    }
    texts.extend(catalogue.disputes().iter().map(|row| (format!("dispute {}", row.id), &row.why)));
    for gap in catalogue.gaps().iter() {
        texts.extend([Some(&gap.what), gap.note.as_ref()].into_iter().flatten().map(|names| (format!("gap {}", gap.id), names)));
    }
    texts
}

#[test]
fn every_text_is_there_in_both_languages() {
    let catalogue = shipped();
    for (place, names) in texts(catalogue) {
        assert!(names.own(Lang::ZhHans).is_some(), "{place}: “{}” has no Chinese", names.get(Lang::En));
        let is_cjk = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        // Names of firms and acronyms may stay Latin in Chinese; whole English sentences may not.
        let is_name = names.get(Lang::En).split(' ').count() <= 3;
        assert!(is_cjk(names.get(Lang::ZhHans)) || is_name, "{place}: “{}” was left in English", names.get(Lang::ZhHans));
    }
    let summaries = catalogue.parks().iter().map(|park| &park.summary);
    let summaries = summaries.chain(catalogue.pairs().iter().map(|pair| &pair.summary));
    assert!(summaries.chain(catalogue.context().iter().map(|thing| &thing.summary)).all(Option::is_some), "a summary is missing");
}

#[test]
fn percentages_lie_between_nothing_and_all() {
    let catalogue = shipped();
    // Growth may be negative, and an index may pass its base.
    let unbounded = ["gdp-growth", "land-price-index"];
    for subject in catalogue.subjects() {
        for claim in catalogue.claims(&subject) {
            let Some(quantity) = claim.quantity().filter(|quantity| quantity.unit() == Unit::of(Base::Percent)) else { continue };
            let is_bounded = !unbounded.contains(&claim.attribute.as_str());
            let fits = quantity.low() >= 0.0 && quantity.high() <= 100.0;
            assert!(fits || !is_bounded, "{subject} {}: {}–{} %", claim.id, quantity.low(), quantity.high());
        }
    }
}

#[test]
fn every_address_is_of_the_web() {
    // Read from the file itself: the decoder would have left a bad one out.
    let text = String::from_utf8(bytes(DataFile::Sources)).expect("UTF-8");
    let file: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    for source in file["sources"].as_array().expect("a list") {
        let Some(url) = source.get("url") else { continue };
        let url = url.as_str().unwrap_or_default();
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        assert!(rest.is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace)), "{}: {url}", source["id"]);
    }
}
