//! The shapes of the JSON files, field by field. Each shape is declared once, and from the declaration come the struct,
//! how it is read, and its JSON Schema.
//!
//! Reading goes over a parsed tree and not over the usual derive: the derive makes a parser of its own for every
//! shape, which together weigh a third of this app's model.

use super::read::{Fields, Shape, object};
use serde_json::Value;

#[cfg(feature = "schema")]
use schemars::JsonSchema;

/// Declares shapes. A field is read under its own name, or under the one behind `=`.
macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $field:ident $(= $key:literal)?: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[cfg_attr(feature = "schema", derive(JsonSchema))]
        pub(crate) struct $name {
            $($(#[$about])* $(#[cfg_attr(feature = "schema", schemars(rename = $key))])? pub(crate) $field: $type,)*
        }

        impl Shape for $name {
            fn read(value: Value) -> Result<Self, String> {
                let mut fields: Fields = object(value)?;
                Ok(Self { $($field: fields.take(shapes!(@key $field $($key)?))?,)* })
            }
        }
    )*};
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
}

/// Declares files: a version, and lists of records that are read one by one, so that each can fail alone.
#[cfg(feature = "schema")]
macro_rules! files {
    ($($(#[$doc:meta])* $name:ident { $($list:ident: $record:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(JsonSchema)]
        #[expect(dead_code, reason = "only its schema is used")]
        pub(crate) struct $name {
            $($list: Vec<$record>,)*
        }
    )*};
}

#[cfg(feature = "schema")]
files! {
    /// `attributes.json`: the rows that can be compared, and the scopes that claims may have.
    AttributesFile { scopes: ScopeDto, attributes: AttributeDto, }
    /// `sectors.json`: branches of industry.
    SectorsFile { sectors: SectorDto, }
    /// `parks.json`: industrial parks with the claims about them.
    ParksFile { parks: ParkDto, }
    /// `pairs.json`: twin-park models with the claims about them.
    PairsFile { pairs: PairDto, }
    /// `context.json`: corridors, ports, platforms, agreements, regions, countries and what else surrounds the pairs.
    ContextFile { context: ContextDto, }
    /// `sources.json`: where claims were read.
    SourcesFile { sources: SourceDto, }
    /// `disputes.json`: what sources disagree on, and what nobody publishes.
    DisputesFile { disputes: DisputeDto, gaps: GapDto, }
}

shapes! {
    /// One text per language; English is required, since it is shown where another is missing.
    NamesDto {
        en: String,
        zh_hans = "zh-Hans": Option<String>,
        /// How the Chinese form sounds: a syllable for every Chinese character, without tones, parted by spaces.
        pinyin: Option<String>,
        ms: Option<String>,
        vi: Option<String>,
        /// The official name in the language of the place.
        local: Option<String>,
    }

    /// A part of a subject that a claim may speak of.
    ScopeDto {
        id: String,
        names: NamesDto,
    }

    /// A row that can be compared.
    AttributeDto {
        id: String,
        /// land, access, sectors, investment, tax, labour, governance or timeline.
        group: String,
        names: NamesDto,
        /// text, date, or the dimension of the figures: area, length, money, money-per-area, time, percent, count, …
        dimension: String,
        /// higher, lower or none.
        better: String,
        /// Months after which a figure counts as old.
        shelf_life: u16,
    }

    /// A branch of industry.
    SectorDto {
        id: String,
        names: NamesDto,
        /// The sector that this one is a branch of.
        parent: Option<String>,
        /// Chapters of the Harmonised System, two digits each.
        #[cfg_attr(feature = "schema", schemars(default))]
        hs: Vec<String>,
    }

    /// A point on the map, approximate by as much as it says.
    PlaceDto {
        lat: f64,
        lon: f64,
        accuracy_km: f64,
    }

    /// An industrial park.
    ParkDto {
        id: String,
        /// The official name.
        names: NamesDto,
        /// The place name used in headings.
        short: NamesDto,
        #[cfg_attr(feature = "schema", schemars(default))]
        acronyms: Vec<String>,
        /// ISO 3166, two capitals.
        country: String,
        region: NamesDto,
        place: Option<PlaceDto>,
        #[cfg_attr(feature = "schema", schemars(default))]
        sectors: Vec<String>,
        /// seaport, road-gate, rail, airport, river.
        #[cfg_attr(feature = "schema", schemars(default))]
        access: Vec<String>,
        /// operating, building, preparing, planned or unclear.
        status: String,
        /// The claims that sectors, access and status rest on.
        #[cfg_attr(feature = "schema", schemars(default))]
        basis: Vec<String>,
        summary: Option<NamesDto>,
        #[cfg_attr(feature = "schema", schemars(default, with = "Vec<ClaimDto>"))]
        claims: Vec<Value>,
    }

    /// A stage of a production chain that a source assigns to a side.
    StageDto {
        /// rnd, materials, manufacturing, assembly, logistics or sales.
        stage: String,
        /// home or partner.
        side: String,
        source: String,
    }

    /// A twin-park model.
    PairDto {
        id: String,
        names: NamesDto,
        #[cfg_attr(feature = "schema", schemars(default))]
        acronyms: Vec<String>,
        /// twin-parks, cross-border-zone, joint-park or overseas-park.
        model: String,
        /// operating, building, preparing, planned or unclear.
        status: String,
        /// Parks on the Chinese side.
        #[cfg_attr(feature = "schema", schemars(default))]
        home: Vec<String>,
        /// Parks on the partner's side.
        #[cfg_attr(feature = "schema", schemars(default))]
        partner: Vec<String>,
        /// ISO 3166, two capitals.
        partner_country: String,
        #[cfg_attr(feature = "schema", schemars(default))]
        stages: Vec<StageDto>,
        summary: Option<NamesDto>,
        #[cfg_attr(feature = "schema", schemars(default, with = "Vec<ClaimDto>"))]
        claims: Vec<Value>,
    }

    /// The parks and pairs that a context concerns.
    #[derive(Default)]
    TouchesDto {
        #[cfg_attr(feature = "schema", schemars(default))]
        parks: Vec<String>,
        #[cfg_attr(feature = "schema", schemars(default))]
        pairs: Vec<String>,
    }

    /// Something around the pairs.
    ContextDto {
        id: String,
        /// corridor, port, platform, agreement, region, country, model, company or reference.
        kind: String,
        names: NamesDto,
        short: NamesDto,
        #[cfg_attr(feature = "schema", schemars(default))]
        acronyms: Vec<String>,
        /// ISO 3166, two capitals, where it lies in one country.
        country: Option<String>,
        place: Option<PlaceDto>,
        touches: Option<TouchesDto>,
        summary: Option<NamesDto>,
        #[cfg_attr(feature = "schema", schemars(default, with = "Vec<ClaimDto>"))]
        claims: Vec<Value>,
    }

    /// One statement of one source.
    ClaimDto {
        id: String,
        attribute: String,
        value: ValueDto,
        /// The unit of a figure as the source writes it: ha, mu, CNY, USD/m2, VND/kWh, percent, count, …
        unit: Option<String>,
        /// planned, signed, approved, committed, realised, operating or statutory.
        kind: Option<String>,
        /// The part that is meant; the whole subject when left out.
        scope: Option<String>,
        /// `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or two of them.
        as_of: Option<OneOrTwo<String>>,
        /// The last date on which a rule or incentive holds, or `unsure` where it may have ceased already.
        lapses: Option<String>,
        /// The source's id; required unless the claim is marked unverified.
        source: Option<String>,
        /// True for general knowledge without a page behind it.
        #[cfg_attr(feature = "schema", schemars(default))]
        unverified: bool,
        /// high, medium or low.
        confidence: String,
        note: Option<NamesDto>,
    }

    /// Where a claim was read.
    SourceDto {
        id: String,
        title: String,
        publisher: String,
        /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
        date: Option<String>,
        url: Option<String>,
        /// True for a repost or mirror of another page.
        #[cfg_attr(feature = "schema", schemars(default))]
        mirror: bool,
    }

    /// A disagreement between claims.
    DisputeDto {
        id: String,
        /// `park/…`, `pair/…` or `context/…`.
        record: String,
        attribute: String,
        #[cfg_attr(feature = "schema", schemars(default))]
        claims: Vec<String>,
        /// open or explained.
        state: String,
        why: NamesDto,
    }

    /// Something that was looked for and that no page gives.
    GapDto {
        id: String,
        /// `park/…`, `pair/…` or `context/…`.
        record: String,
        #[cfg_attr(feature = "schema", schemars(default))]
        attributes: Vec<String>,
        what: NamesDto,
        note: Option<NamesDto>,
    }
}

/// One or two of something: a figure or a range, a date or a period.
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(untagged))]
pub(crate) enum OneOrTwo<T> {
    One(T),
    Two([T; 2]),
}

/// What a claim says: a figure or range with a unit, a date or period, or words in every language.
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(untagged))]
pub(crate) enum ValueDto {
    Figure(OneOrTwo<f64>),
    Date(OneOrTwo<String>),
    Text(NamesDto),
}

impl<T: Shape> Shape for OneOrTwo<T> {
    fn read(value: Value) -> Result<Self, String> {
        let Value::Array(two) = value else { return T::read(value).map(Self::One) };
        match <[Value; 2]>::try_from(two) {
            Ok([from, to]) => Ok(Self::Two([T::read(from)?, T::read(to)?])),
            Err(_) => Err("a range has two ends".into()),
        }
    }
}

impl Shape for ValueDto {
    fn read(value: Value) -> Result<Self, String> {
        let first = if let Value::Array(two) = &value { two.first() } else { Some(&value) };
        match first {
            Some(Value::Number(_)) => OneOrTwo::read(value).map(Self::Figure),
            Some(Value::String(_)) => OneOrTwo::read(value).map(Self::Date),
            Some(Value::Object(_)) => NamesDto::read(value).map(Self::Text),
            _ => Err("expected a figure, a date or words in every language".into()),
        }
    }
}
