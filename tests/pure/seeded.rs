//! The shipped files as parts, dice with a seed, and a catalogue of any size grown out of the real records.
//!
//! The benchmark includes this file too, so nothing here belongs to one test alone. The same seed always gives the
//! same catalogue, so a failure can be looked at again.

use std::path::{Path, PathBuf};
use twin_parks::domain::catalogue::{Catalogue, DataFile, Parts};
use twin_parks::domain::claim::{Claim, Evidence, Value};
use twin_parks::domain::fault::Fault;
use twin_parks::domain::id::{ClaimId, Country, PairId, ParkId, SectorId};
use twin_parks::domain::names::{Lang, Names};
use twin_parks::domain::quantity::Quantity;
use twin_parks::domain::record::{Access, ContextKind, Model, Pair, Park, Status};
use twin_parks::wire;

/// Where the shipped files lie.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}

/// The bytes of a shipped file.
pub fn bytes(file: DataFile) -> Vec<u8> {
    let path = folder().join(file.name());
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All shipped files, decoded one by one as the app does it, with what could not be read.
pub fn shipped_parts() -> (Parts, Vec<Fault>) {
    let (mut parts, mut faults) = (Parts::default(), Vec::new());
    for file in DataFile::ALL {
        if let Err(error) = wire::decode(file, &bytes(file), &mut parts, &mut faults) {
            panic!("{}: {error:?}", file.name());
        }
    }
    (parts, faults)
}

/// Dice whose throws follow from a seed (SplitMix64, which is small, even and needs no crate).
pub struct Dice(u64);

impl Dice {
    /// Dice that always fall the same way for one seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from 0 up to, but without, `sides`; 0 when there are no sides.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % sides.max(1) as u64).unwrap_or(0)
    }

    /// True once in `times` throws.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.roll(times) == 0
    }

    /// One thing of a list that is not empty.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.roll(list.len())]
    }

    /// Each thing of a list, or not, with a chance of one in `times`.
    pub fn some<T: Clone>(&mut self, list: &[T], times: usize) -> Vec<T> {
        list.iter().filter(|_| self.once_in(times)).cloned().collect()
    }
}

/// A catalogue of `count` parks and half as many pairs: copies of the real ones under new ids, with sectors, states,
/// legs and figures thrown anew, and many figures missing, undated or without a source.
pub fn blown_up(count: usize, seed: u64) -> Catalogue {
    let (mut parts, _) = shipped_parts();
    let mut dice = Dice::new(seed);
    let real_parks = parts.parks.take().unwrap_or_default();
    let real_pairs = parts.pairs.take().unwrap_or_default();
    let sectors: Vec<SectorId> = parts.sectors.iter().flatten().map(|sector| sector.id.clone()).collect();
    let countries: Vec<Country> = real_parks.iter().map(|park| park.country).collect();
    let parks: Vec<Park> = (0..count)
        .map(|number| {
            let real = dice.pick(&real_parks).clone();
            Park {
                id: ParkId::parse(&format!("park-{number}")).expect("a slug"),
                names: numbered(&real.names, number),
                short: numbered(&real.short, number),
                country: *dice.pick(&countries),
                sectors: dice.some(&sectors, 15),
                access: dice.some(&Access::ALL.map(|(_, way)| way), 3),
                status: dice.pick(&Status::ALL).1,
                basis: Vec::new(),
                claims: thrown(&real.claims, &format!("k{number}"), &mut dice),
                ..real
            }
        })
        .collect();
    let ids: Vec<ParkId> = parks.iter().map(|park| park.id.clone()).collect();
    let pairs = (0..count / 2).map(|number| {
        let real = dice.pick(&real_pairs).clone();
        let mut legs = |most: usize| -> Vec<ParkId> { (0..dice.roll(most + 1)).map(|_| dice.pick(&ids).clone()).collect() };
        let (home, partner) = (legs(2), legs(3));
        Pair {
            id: PairId::parse(&format!("pair-{number}")).expect("a slug"),
            names: numbered(&real.names, number),
            model: dice.pick(&Model::ALL).1,
            status: dice.pick(&Status::ALL).1,
            partner_country: *dice.pick(&countries),
            home,
            partner,
            claims: thrown(&real.claims, &format!("r{number}"), &mut dice),
            ..real
        }
    });
    parts.pairs = Some(pairs.collect());
    // What holds in a country holds for its parks, so that values are passed on here as in the real data.
    for thing in parts.context.iter_mut().flatten() {
        let of_country = parks.iter().filter(|park| thing.kind == ContextKind::Country && Some(park.country) == thing.country);
        thing.parks = of_country.map(|park| park.id.clone()).collect();
        thing.pairs = Vec::new();
    }
    parts.parks = Some(parks);
    parts.disputes = Some(Vec::new());
    parts.gaps = Some(Vec::new());
    let (catalogue, faults) = Catalogue::assemble(parts);
    assert!(faults.is_empty(), "what is grown out of good records is good: {:?}", faults.first());
    catalogue
}

fn numbered(names: &Names, number: usize) -> Names {
    let zh = names.own(Lang::ZhHans).map(|name| format!("{name} {number}"));
    Names::new(&format!("{} {number}", names.get(Lang::En)), zh.as_deref(), names.local()).expect("not blank")
}

/// About a third of the claims, with other figures. Few factors, so that equal figures occur.
fn thrown(claims: &[Claim], prefix: &str, dice: &mut Dice) -> Vec<Claim> {
    let kept = dice.some(claims, 3);
    let changed = kept.into_iter().enumerate().map(|(at, claim)| {
        let factor = *dice.pick(&[0.5, 1.0, 1.0, 2.0, 3.75]);
        let value = match claim.value {
            Value::Quantity(quantity) => {
                let scaled = Quantity::range(quantity.low() * factor, quantity.high() * factor, quantity.unit());
                Value::Quantity(scaled.unwrap_or(quantity))
            }
            other => other,
        };
        Claim {
            id: ClaimId::parse(&format!("{prefix}-{at}")).expect("a slug"),
            value,
            as_of: claim.as_of.filter(|_| !dice.once_in(6)),
            evidence: if dice.once_in(8) { Evidence::Unverified } else { claim.evidence },
            ..claim
        }
    });
    changed.collect()
}
