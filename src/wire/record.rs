//! Records from their written form. What a record can do without (one of many sectors, its place) is left out by
//! itself; what it can't do without makes the record bad.

use super::dto::{
    AttributeDto, ContextDto, DisputeDto, GapDto, NamesDto, PairDto, ParkDto, PlaceDto, ScopeDto, SectorDto, SourceDto, StageDto,
};
use super::text::{clean, web_address};
use super::{Bad, Decoded, claim};
use crate::domain::attribute::{Attribute, Better, Group, Scope, Shape};
use crate::domain::claim::Source;
use crate::domain::date::PartialDate;
use crate::domain::dispute::{Dispute, DisputeState, Gap, Subject};
use crate::domain::fault::Problem;
use crate::domain::id::{AttributeId, ClaimId, ContextId, Country, PairId, ParkId, ScopeId, SectorId, Slug, SourceId};
use crate::domain::names::{Lang, Names};
use crate::domain::place::Place;
use crate::domain::record::{Access, Context, ContextKind, Model, Pair, Park, Sector, Side, Stage, StageOnSide, Status, named};
use crate::domain::unit::Dimension;

const BETTER: [(&str, Better); 3] = [("higher", Better::Higher), ("lower", Better::Lower), ("none", Better::Neither)];
const SIDES: [(&str, Side); 2] = [("home", Side::Home), ("partner", Side::Partner)];
const DISPUTE_STATES: [(&str, DisputeState); 2] = [("open", DisputeState::Open), ("explained", DisputeState::Explained)];

pub(super) fn scope(dto: ScopeDto) -> Decoded<Scope> {
    Ok((Scope { id: id("id", &dto.id, ScopeId::parse)?, names: names("names", dto.names)? }, Vec::new()))
}

pub(super) fn attribute(dto: AttributeDto) -> Decoded<Attribute> {
    let shape = match dto.dimension.as_str() {
        "text" => Shape::Text,
        "date" => Shape::Date,
        name => Shape::Measured(Dimension::parse(name).ok_or_else(|| unknown("dimension", name))?),
    };
    let attribute = Attribute {
        id: id("id", &dto.id, AttributeId::parse)?,
        group: named_field("group", &Group::ALL, &dto.group)?,
        names: names("names", dto.names)?,
        shape,
        better: named_field("better", &BETTER, &dto.better)?,
        shelf_life: dto.shelf_life,
    };
    Ok((attribute, Vec::new()))
}

pub(super) fn sector(dto: SectorDto) -> Decoded<Sector> {
    let mut faults = Vec::new();
    let chapter = |text: &String| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let (hs, bad): (Vec<_>, Vec<_>) = dto.hs.into_iter().partition(chapter);
    faults.extend(bad.iter().map(|text| unknown("hs", text)));
    let sector = Sector {
        id: id("id", &dto.id, SectorId::parse)?,
        names: names("names", dto.names)?,
        parent: dto.parent.map(|parent| id("parent", &parent, SectorId::parse)).transpose()?,
        hs,
    };
    Ok((sector, faults))
}

pub(super) fn park(dto: ParkDto) -> Decoded<Park> {
    let mut faults = Vec::new();
    let park = Park {
        id: id("id", &dto.id, ParkId::parse)?,
        names: names("names", dto.names)?,
        short: names("short", dto.short)?,
        acronyms: acronyms(&dto.acronyms),
        country: id("country", &dto.country, Country::parse)?,
        region: names("region", dto.region)?,
        place: place(dto.place, &mut faults),
        sectors: ids("sectors", &dto.sectors, SectorId::parse, &mut faults),
        access: ids("access", &dto.access, |name| named(&Access::ALL, name), &mut faults),
        status: named_field("status", &Status::ALL, &dto.status)?,
        basis: ids("basis", &dto.basis, ClaimId::parse, &mut faults),
        summary: dto.summary.map(|summary| names("summary", summary)).transpose()?,
        claims: claim::claims(dto.claims, &mut faults),
    };
    Ok((park, faults))
}

pub(super) fn pair(dto: PairDto) -> Decoded<Pair> {
    let mut faults = Vec::new();
    let mut stages = Vec::new();
    for written in dto.stages {
        match stage(&written) {
            Ok(stage) => stages.push(stage),
            Err(fault) => faults.push(fault),
        }
    }
    let pair = Pair {
        id: id("id", &dto.id, PairId::parse)?,
        names: names("names", dto.names)?,
        acronyms: acronyms(&dto.acronyms),
        model: named_field("model", &Model::ALL, &dto.model)?,
        status: named_field("status", &Status::ALL, &dto.status)?,
        home: ids("home", &dto.home, ParkId::parse, &mut faults),
        partner: ids("partner", &dto.partner, ParkId::parse, &mut faults),
        partner_country: id("partner_country", &dto.partner_country, Country::parse)?,
        stages,
        summary: dto.summary.map(|summary| names("summary", summary)).transpose()?,
        claims: claim::claims(dto.claims, &mut faults),
    };
    Ok((pair, faults))
}

fn stage(dto: &StageDto) -> Result<StageOnSide, Bad> {
    Ok(StageOnSide {
        stage: named_field("stages.stage", &Stage::ALL, &dto.stage)?,
        side: named_field("stages.side", &SIDES, &dto.side)?,
        source: id("stages.source", &dto.source, SourceId::parse)?,
    })
}

pub(super) fn context(dto: ContextDto) -> Decoded<Context> {
    let mut faults = Vec::new();
    let touches = dto.touches.unwrap_or_default();
    let context = Context {
        id: id("id", &dto.id, ContextId::parse)?,
        kind: named_field("kind", &ContextKind::ALL, &dto.kind)?,
        names: names("names", dto.names)?,
        short: names("short", dto.short)?,
        acronyms: acronyms(&dto.acronyms),
        country: dto.country.map(|country| id("country", &country, Country::parse)).transpose()?,
        place: place(dto.place, &mut faults),
        parks: ids("touches.parks", &touches.parks, ParkId::parse, &mut faults),
        pairs: ids("touches.pairs", &touches.pairs, PairId::parse, &mut faults),
        summary: dto.summary.map(|summary| names("summary", summary)).transpose()?,
        claims: claim::claims(dto.claims, &mut faults),
    };
    Ok((context, faults))
}

pub(super) fn source(dto: SourceDto) -> Decoded<Source> {
    let mut faults = Vec::new();
    let date = dto.date.as_deref().and_then(|text| {
        let date = PartialDate::parse(text);
        if date.is_none() {
            faults.push(unknown("date", text));
        }
        date
    });
    let url = dto.url.as_deref().and_then(|text| {
        let url = web_address(text);
        if url.is_none() {
            faults.push(unknown("url", text));
        }
        url
    });
    let source = Source {
        id: id("id", &dto.id, SourceId::parse)?,
        title: clean(&dto.title),
        publisher: clean(&dto.publisher),
        date,
        url,
        mirror: dto.mirror,
    };
    Ok((source, faults))
}

pub(super) fn dispute(dto: DisputeDto) -> Decoded<Dispute> {
    let mut faults = Vec::new();
    let dispute = Dispute {
        id: id("id", &dto.id, Slug::parse)?,
        subject: id("record", &dto.record, Subject::parse)?,
        attribute: id("attribute", &dto.attribute, AttributeId::parse)?,
        claims: ids("claims", &dto.claims, ClaimId::parse, &mut faults),
        state: named_field("state", &DISPUTE_STATES, &dto.state)?,
        why: names("why", dto.why)?,
    };
    Ok((dispute, faults))
}

pub(super) fn gap(dto: GapDto) -> Decoded<Gap> {
    let mut faults = Vec::new();
    let gap = Gap {
        id: id("id", &dto.id, Slug::parse)?,
        subject: id("record", &dto.record, Subject::parse)?,
        attributes: ids("attributes", &dto.attributes, AttributeId::parse, &mut faults),
        what: names("what", dto.what)?,
        note: dto.note.map(|note| names("note", note)).transpose()?,
    };
    Ok((gap, faults))
}

/// One id or other token by its own parser.
#[inline(never)]
pub(super) fn id<T>(field: &str, text: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T, Bad> {
    parse(text).ok_or_else(|| unknown(field, text))
}

/// One word of a fixed list.
pub(super) fn named_field<T: Copy>(field: &str, list: &[(&'static str, T)], text: &str) -> Result<T, Bad> {
    id(field, text, |text| named(list, text))
}

#[inline(never)]
pub(super) fn names(field: &str, dto: NamesDto) -> Result<Names, Bad> {
    let cleaned = |text: Option<String>| text.map(|text| clean(&text));
    Names::new(&clean(&dto.en), cleaned(dto.zh_hans).as_deref(), cleaned(dto.local).as_deref())
        .map(|names| names.with(Lang::Ms, cleaned(dto.ms).as_deref()).with(Lang::Vi, cleaned(dto.vi).as_deref()))
        .map(|names| names.sounding(cleaned(dto.pinyin).as_deref()))
        .ok_or_else(|| (field.to_owned(), Problem::Unreadable("the English text is empty".into())))
}

#[inline(never)]
fn ids<T>(field: &str, texts: &[String], parse: impl Fn(&str) -> Option<T>, faults: &mut Vec<Bad>) -> Vec<T> {
    let mut good = Vec::with_capacity(texts.len());
    for text in texts {
        match parse(text) {
            Some(value) => good.push(value),
            None => faults.push(unknown(field, text)),
        }
    }
    good
}

#[inline(never)]
fn acronyms(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| clean(text)).filter(|text| !text.is_empty()).collect()
}

fn place(dto: Option<PlaceDto>, faults: &mut Vec<Bad>) -> Option<Place> {
    let dto = dto?;
    let place = Place::new(dto.lat, dto.lon, dto.accuracy_km);
    if place.is_none() {
        faults.push(("place".into(), Problem::Unreadable("the point is outside the globe".into())));
    }
    place
}

#[inline(never)]
fn unknown(field: &str, text: &str) -> Bad {
    (field.to_owned(), Problem::Unknown(clean(text).chars().take(80).collect()))
}
