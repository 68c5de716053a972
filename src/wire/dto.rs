//! The shapes of the JSON files, field by field; the JSON Schemas are made from these types.
//!
//! A list of records is a list of raw values, so that each record, and in it each claim, can fail alone.

use serde::Deserialize;
use serde_json::value::RawValue;

#[cfg(feature = "schema")]
use schemars::JsonSchema;

/// `attributes.json`: the rows that can be compared, and the scopes that claims may have.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(crate) struct AttributesFile<'a> {
    #[serde(borrow)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<ScopeDto>"))]
    pub(crate) scopes: Vec<&'a RawValue>,
    #[serde(borrow)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<AttributeDto>"))]
    pub(crate) attributes: Vec<&'a RawValue>,
}

/// `sectors.json`: branches of industry.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(crate) struct SectorsFile<'a> {
    #[serde(borrow)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<SectorDto>"))]
    pub(crate) sectors: Vec<&'a RawValue>,
}

/// `parks.json`: industrial parks with the claims about them.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(crate) struct ParksFile<'a> {
    #[serde(borrow)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<ParkDto>"))]
    pub(crate) parks: Vec<&'a RawValue>,
}

/// `pairs.json`: twin-park models with the claims about them.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(crate) struct PairsFile<'a> {
    #[serde(borrow)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<PairDto>"))]
    pub(crate) pairs: Vec<&'a RawValue>,
}

/// `context.json`: corridors, ports, platforms, agreements, regions, countries and what else surrounds the pairs.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(crate) struct ContextFile<'a> {
    #[serde(borrow)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<ContextDto>"))]
    pub(crate) context: Vec<&'a RawValue>,
}

/// `sources.json`: where claims were read.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(crate) struct SourcesFile<'a> {
    #[serde(borrow)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<SourceDto>"))]
    pub(crate) sources: Vec<&'a RawValue>,
}

/// `disputes.json`: what sources disagree on, and what nobody publishes.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(crate) struct DisputesFile<'a> {
    #[serde(borrow)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<DisputeDto>"))]
    pub(crate) disputes: Vec<&'a RawValue>,
    #[serde(borrow)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<GapDto>"))]
    pub(crate) gaps: Vec<&'a RawValue>,
}

/// One text per language; English is required, since it is shown where another is missing.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(crate) struct NamesDto {
    pub(crate) en: String,
    #[serde(rename = "zh-Hans")]
    pub(crate) zh_hans: Option<String>,
    /// The official name in the language of the place.
    pub(crate) local: Option<String>,
}

/// A part of a subject that a claim may speak of.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(crate) struct ScopeDto {
    pub(crate) id: String,
    pub(crate) names: NamesDto,
}

/// A row that can be compared.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(crate) struct AttributeDto {
    pub(crate) id: String,
    /// land, access, sectors, investment, tax, labour, governance or timeline.
    pub(crate) group: String,
    pub(crate) names: NamesDto,
    /// text, date, or the dimension of the figures: area, length, money, money-per-area, time, percent, count, …
    pub(crate) dimension: String,
    /// higher, lower or none.
    pub(crate) better: String,
    /// Months after which a figure counts as old.
    pub(crate) shelf_life: u16,
}

/// A branch of industry.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(crate) struct SectorDto {
    pub(crate) id: String,
    pub(crate) names: NamesDto,
    /// The sector that this one is a branch of.
    pub(crate) parent: Option<String>,
    /// Chapters of the Harmonised System, two digits each.
    #[serde(default)]
    pub(crate) hs: Vec<String>,
}

/// A point on the map, approximate by as much as it says.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(crate) struct PlaceDto {
    pub(crate) lat: f64,
    pub(crate) lon: f64,
    pub(crate) accuracy_km: f64,
}

/// An industrial park.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(crate) struct ParkDto<'a> {
    pub(crate) id: String,
    /// The official name.
    pub(crate) names: NamesDto,
    /// The place name used in headings.
    pub(crate) short: NamesDto,
    #[serde(default)]
    pub(crate) acronyms: Vec<String>,
    /// ISO 3166, two capitals.
    pub(crate) country: String,
    pub(crate) region: NamesDto,
    pub(crate) place: Option<PlaceDto>,
    #[serde(default)]
    pub(crate) sectors: Vec<String>,
    /// seaport, road-gate, rail, airport, river.
    #[serde(default)]
    pub(crate) access: Vec<String>,
    /// operating, building, preparing, planned or unclear.
    pub(crate) status: String,
    /// The claims that sectors, access and status rest on.
    #[serde(default)]
    pub(crate) basis: Vec<String>,
    pub(crate) summary: Option<NamesDto>,
    #[serde(borrow, default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<ClaimDto>"))]
    pub(crate) claims: Vec<&'a RawValue>,
}

/// A stage of a production chain that a source assigns to a side.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(crate) struct StageDto {
    /// rnd, materials, manufacturing, assembly, logistics or sales.
    pub(crate) stage: String,
    /// home or partner.
    pub(crate) side: String,
    pub(crate) source: String,
}

/// A twin-park model.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(crate) struct PairDto<'a> {
    pub(crate) id: String,
    pub(crate) names: NamesDto,
    #[serde(default)]
    pub(crate) acronyms: Vec<String>,
    /// twin-parks, cross-border-zone, joint-park or overseas-park.
    pub(crate) model: String,
    /// operating, building, preparing, planned or unclear.
    pub(crate) status: String,
    /// Parks on the Chinese side.
    #[serde(default)]
    pub(crate) home: Vec<String>,
    /// Parks on the partner's side.
    #[serde(default)]
    pub(crate) partner: Vec<String>,
    /// ISO 3166, two capitals.
    pub(crate) partner_country: String,
    #[serde(default)]
    pub(crate) stages: Vec<StageDto>,
    pub(crate) summary: Option<NamesDto>,
    #[serde(borrow, default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<ClaimDto>"))]
    pub(crate) claims: Vec<&'a RawValue>,
}

/// The parks and pairs that a context concerns.
#[derive(Deserialize, Default)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(crate) struct TouchesDto {
    #[serde(default)]
    pub(crate) parks: Vec<String>,
    #[serde(default)]
    pub(crate) pairs: Vec<String>,
}

/// Something around the pairs.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(crate) struct ContextDto<'a> {
    pub(crate) id: String,
    /// corridor, port, platform, agreement, region, country, model, company or reference.
    pub(crate) kind: String,
    pub(crate) names: NamesDto,
    pub(crate) short: NamesDto,
    #[serde(default)]
    pub(crate) acronyms: Vec<String>,
    /// ISO 3166, two capitals, where it lies in one country.
    pub(crate) country: Option<String>,
    pub(crate) place: Option<PlaceDto>,
    #[serde(default)]
    pub(crate) touches: TouchesDto,
    pub(crate) summary: Option<NamesDto>,
    #[serde(borrow, default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<ClaimDto>"))]
    pub(crate) claims: Vec<&'a RawValue>,
}

/// One or two of something: a figure or a range, a date or a period.
#[derive(Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(crate) enum OneOrTwo<T> {
    One(T),
    Two([T; 2]),
}

/// What a claim says: a figure or range with a unit, a date or period, or words in every language.
#[derive(Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(crate) enum ValueDto {
    Figure(OneOrTwo<f64>),
    Date(OneOrTwo<String>),
    Text(NamesDto),
}

/// One statement of one source.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(crate) struct ClaimDto {
    pub(crate) id: String,
    pub(crate) attribute: String,
    pub(crate) value: ValueDto,
    /// The unit of a figure as the source writes it: ha, mu, CNY, USD/m2, VND/kWh, percent, count, …
    pub(crate) unit: Option<String>,
    /// planned, signed, approved, committed, realised, operating or statutory.
    pub(crate) kind: Option<String>,
    /// The part that is meant; the whole subject when left out.
    pub(crate) scope: Option<String>,
    /// `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or two of them.
    pub(crate) as_of: Option<OneOrTwo<String>>,
    /// The source's id; required unless the claim is marked unverified.
    pub(crate) source: Option<String>,
    /// True for general knowledge without a page behind it.
    #[serde(default)]
    pub(crate) unverified: bool,
    /// high, medium or low.
    pub(crate) confidence: String,
    pub(crate) note: Option<NamesDto>,
}

/// Where a claim was read.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(crate) struct SourceDto {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) publisher: String,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub(crate) date: Option<String>,
    pub(crate) url: Option<String>,
    /// True for a repost or mirror of another page.
    #[serde(default)]
    pub(crate) mirror: bool,
}

/// A disagreement between claims.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(crate) struct DisputeDto {
    pub(crate) id: String,
    /// `park/…`, `pair/…` or `context/…`.
    pub(crate) record: String,
    pub(crate) attribute: String,
    pub(crate) claims: Vec<String>,
    /// open or explained.
    pub(crate) state: String,
    pub(crate) why: NamesDto,
}

/// Something that was looked for and that no page gives.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(crate) struct GapDto {
    pub(crate) id: String,
    /// `park/…`, `pair/…` or `context/…`.
    pub(crate) record: String,
    #[serde(default)]
    pub(crate) attributes: Vec<String>,
    pub(crate) what: NamesDto,
    pub(crate) note: Option<NamesDto>,
}
