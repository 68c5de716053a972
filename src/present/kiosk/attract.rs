//! How a kiosk shows itself while nobody is there: one pair after the other, its two halves with figures of each and
//! who says so, each time in the next language.

use crate::address::{Route, ViewQuery, href};
use crate::domain::catalogue::Catalogue;
use crate::domain::dispute::Subject;
use crate::domain::id::{AttributeId, PairId, ParkId};
use crate::domain::record::{Pair, Side};
use crate::present::claims::{CellKey, claims_view};
use crate::present::compare::place;
use crate::present::figure::FigureView;
use crate::present::reader::Reader;

/// The attributes that are shown, most telling first.
const TELLING: [&str; 9] = [
    "planned-area",
    "investment",
    "projects",
    "enterprises",
    "jobs",
    "output-annual",
    "trade-annual",
    "port-distance",
    "operating-enterprises",
];
/// How many figures a half shows at most, and how many a pair must have to be shown at all.
const FACTS: usize = 3;

/// A pair as its two halves.
#[derive(Clone, PartialEq, Debug)]
pub struct SlideView {
    /// The pair's name.
    pub name: String,
    /// The page of the pair.
    pub href: String,
    /// The home side and the partner side.
    pub halves: [HalfView; 2],
}

/// One side of a pair.
#[derive(Clone, PartialEq, Debug)]
pub struct HalfView {
    /// Which.
    pub side: Side,
    /// Region and country.
    pub place: String,
    /// The park's name.
    pub name: String,
    /// Its figures; a kiosk shows no half without one.
    pub facts: Vec<FactView>,
}

/// A figure with what it is of and who says so.
#[derive(Clone, PartialEq, Debug)]
pub struct FactView {
    /// The attribute.
    pub label: String,
    /// The figure.
    pub figure: FigureView,
    /// Who published it, and when.
    pub source: String,
    /// Who published it.
    pub publisher: String,
    /// When; empty where nobody says.
    pub published: String,
    /// How many other claims contradict it.
    pub disputing: usize,
}

/// The pairs that are shown, with the park of each side that is shown of it: those among `chosen` that have enough
/// figures, or all of that kind where there is none among them, since newer data may have lost a pair.
#[must_use]
pub fn shown<'a>(catalogue: &'a Catalogue, chosen: &[PairId], reader: &Reader) -> Vec<Shown<'a>> {
    let with_legs = |pair: &'a Pair| Shown::of(catalogue, pair, reader);
    let some: Vec<_> = catalogue.pairs().iter().filter(|pair| chosen.contains(&pair.id)).filter_map(with_legs).collect();
    if some.is_empty() { catalogue.pairs().iter().filter_map(with_legs).collect() } else { some }
}

/// A pair as the kiosk shows it above the pair's page, if it has enough figures.
#[must_use]
pub fn slide_of(catalogue: &Catalogue, pair: &PairId, reader: &Reader) -> Option<SlideView> {
    slide(catalogue, Shown::of(catalogue, catalogue.pairs().get(pair)?, reader)?, reader)
}

/// A pair with the park of each side that is shown of it.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    pair: &'a Pair,
    legs: [&'a ParkId; 2],
}

impl<'a> Shown<'a> {
    /// The pair, if it has enough figures.
    fn of(catalogue: &Catalogue, pair: &'a Pair, reader: &Reader) -> Option<Self> {
        Some(Self { pair, legs: legs(catalogue, pair, reader)? })
    }

    /// The pair's id.
    #[must_use]
    pub fn id(&self) -> &PairId {
        &self.pair.id
    }

    /// The pair's name.
    #[must_use]
    pub fn name(&self, reader: &Reader) -> String {
        reader.text(&self.pair.names)
    }
}

/// The place in a list of `pairs` at a turn, counted from 0, and the language among `languages` of the turn: with each
/// pair the next language. Each round of pairs leaves out as many languages as it must for every pair to come up in
/// every language. `None` where there is nothing to show.
#[must_use]
pub fn of_turn(turn: u32, pairs: usize, languages: usize) -> Option<(usize, usize)> {
    let turn = usize::try_from(turn).ok()?;
    let (at, round) = (turn.checked_rem(pairs)?, turn.checked_div(pairs)?);
    // A pair meets all languages if the languages between two of its turns have no measure in common with their number.
    let left_out = (0..languages).find(|left_out| common_measure(pairs + left_out, languages) == 1)?;
    Some((at, (turn + round * left_out).checked_rem(languages)?))
}

/// The greatest common divisor.
fn common_measure(a: usize, b: usize) -> usize {
    a.checked_rem(b).map_or(a, |rest| common_measure(b, rest))
}

/// A pair as the kiosk shows it.
#[must_use]
pub fn slide(catalogue: &Catalogue, shown: Shown<'_>, reader: &Reader) -> Option<SlideView> {
    let [home, partner] = shown.legs;
    let query = ViewQuery { lang: Some(reader.lang), ..ViewQuery::default() };
    Some(SlideView {
        name: shown.name(reader),
        href: href(&Route::Pair(shown.pair.id.clone()), &query),
        halves: [half(catalogue, Side::Home, home, reader)?, half(catalogue, Side::Partner, partner, reader)?],
    })
}

/// The leg of each side that has most to tell; `None` where a side has nothing or both have too little.
fn legs<'a>(catalogue: &Catalogue, pair: &'a Pair, reader: &Reader) -> Option<[&'a ParkId; 2]> {
    let count = |park: &ParkId| facts(catalogue, park, reader).len();
    let best = |parks: &'a [ParkId]| {
        let told = parks.iter().map(|park| (count(park), park));
        // Of equals the first, which editors put first.
        told.reduce(|best, next| if next.0 > best.0 { next } else { best }).filter(|(count, _)| *count > 0)
    };
    let ((of_home, home), (of_partner, partner)) = (best(&pair.home)?, best(&pair.partner)?);
    (of_home + of_partner >= FACTS).then_some([home, partner])
}

/// A park as one side, with its figures; perhaps none.
pub(in crate::present) fn half(catalogue: &Catalogue, side: Side, id: &ParkId, reader: &Reader) -> Option<HalfView> {
    let park = catalogue.parks().get(id)?;
    Some(HalfView { side, place: place(park, reader), name: reader.text(&park.short), facts: facts(catalogue, id, reader) })
}

/// The figures of a park that have a published source and still hold, most telling first.
fn facts(catalogue: &Catalogue, park: &ParkId, reader: &Reader) -> Vec<FactView> {
    let subject = Subject::Park(park.clone());
    let fact = |name: &&str| {
        let attribute = catalogue.attributes().get(&AttributeId::parse(name)?)?;
        let standing = catalogue.standing(&subject, attribute, reader.today)?;
        standing.ranked()?;
        let figure = FigureView::of(standing.chosen()?, catalogue, reader);
        let key = CellKey { subject: subject.clone(), attribute: attribute.id.clone() };
        let source = claims_view(catalogue, &key, reader)?.claims.into_iter().next()?.source?;
        let words = reader.words();
        Some(FactView {
            label: reader.text(&attribute.names),
            figure,
            source: if source.date.is_empty() {
                source.publisher.clone()
            } else {
                words.dated(&source.publisher, source.date.clone())
            },
            publisher: source.publisher,
            published: source.date,
            disputing: standing.dispute.map_or(0, |dispute| dispute.claims.len().saturating_sub(1)),
        })
    };
    TELLING.iter().filter_map(fact).take(FACTS).collect()
}
