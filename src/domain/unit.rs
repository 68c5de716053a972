//! Units and dimensions. A unit is a base unit, or one base unit over another: `ha`, `CNY/mu`, `VND/kWh`.

/// A currency in which some source states a figure, by its ISO 4217 code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[expect(missing_docs, reason = "the variants are the codes")]
pub enum Currency {
    Cny,
    Usd,
    Myr,
    Vnd,
    Idr,
    Thb,
    Sgd,
    Php,
    Lak,
    Eur,
}

/// A unit that stands alone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[expect(missing_docs, reason = "the variants are the units")]
pub enum Base {
    SquareMetre,
    Hectare,
    SquareKilometre,
    Mu,
    Acre,
    Rai,
    Metre,
    Kilometre,
    NauticalMile,
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Percent,
    Count,
    Tonne,
    Teu,
    Deadweight,
    KilowattHour,
    MillionBtu,
    CubicMetre,
    Money(Currency),
}

/// What is measured, whatever the unit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[expect(missing_docs, reason = "the variants are the quantities")]
pub enum Measure {
    Area,
    Length,
    Time,
    Percent,
    Count,
    Mass,
    Containers,
    VesselSize,
    Energy,
    Volume,
    Money,
}

/// A measure, or one measure per another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Dimension {
    /// What is counted.
    pub over: Measure,
    /// What it is counted per.
    pub per: Option<Measure>,
}

/// A unit as a source writes it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Unit {
    /// The unit, or its upper half.
    pub over: Base,
    /// The unit it is per.
    pub per: Option<Base>,
}

/// A conversion factor as an exact fraction, so that there and back is the same number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Factor {
    pub(crate) num: u64,
    pub(crate) den: u64,
}

const CURRENCIES: [(&str, Currency); 10] = [
    ("CNY", Currency::Cny),
    ("USD", Currency::Usd),
    ("MYR", Currency::Myr),
    ("VND", Currency::Vnd),
    ("IDR", Currency::Idr),
    ("THB", Currency::Thb),
    ("SGD", Currency::Sgd),
    ("PHP", Currency::Php),
    ("LAK", Currency::Lak),
    ("EUR", Currency::Eur),
];

const BASES: [(&str, Base); 22] = [
    ("m2", Base::SquareMetre),
    ("ha", Base::Hectare),
    ("km2", Base::SquareKilometre),
    ("mu", Base::Mu),
    ("acre", Base::Acre),
    ("rai", Base::Rai),
    ("m", Base::Metre),
    ("km", Base::Kilometre),
    ("nmi", Base::NauticalMile),
    ("year", Base::Year),
    ("month", Base::Month),
    ("day", Base::Day),
    ("hour", Base::Hour),
    ("minute", Base::Minute),
    ("percent", Base::Percent),
    ("count", Base::Count),
    ("t", Base::Tonne),
    ("TEU", Base::Teu),
    ("DWT", Base::Deadweight),
    ("kWh", Base::KilowattHour),
    ("MMBtu", Base::MillionBtu),
    ("m3", Base::CubicMetre),
];

impl Currency {
    /// Reads an ISO 4217 code in capitals.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        CURRENCIES.iter().find(|(name, _)| *name == code).map(|&(_, currency)| currency)
    }

    /// The ISO 4217 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        CURRENCIES.iter().find(|(_, currency)| *currency == self).map_or("", |&(code, _)| code)
    }
}

impl Base {
    /// Reads one base unit.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let base = BASES.iter().find(|(name, _)| *name == text).map(|&(_, base)| base);
        base.or_else(|| Currency::parse(text).map(Self::Money))
    }

    /// The unit as written in data.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Money(currency) => currency.code(),
            base => BASES.iter().find(|(_, known)| *known == base).map_or("", |&(name, _)| name),
        }
    }

    /// What the unit measures.
    #[must_use]
    pub fn measure(self) -> Measure {
        match self {
            Self::SquareMetre | Self::Hectare | Self::SquareKilometre | Self::Mu | Self::Acre | Self::Rai => Measure::Area,
            Self::Metre | Self::Kilometre | Self::NauticalMile => Measure::Length,
            Self::Year | Self::Month | Self::Day | Self::Hour | Self::Minute => Measure::Time,
            Self::Percent => Measure::Percent,
            Self::Count => Measure::Count,
            Self::Tonne => Measure::Mass,
            Self::Teu => Measure::Containers,
            Self::Deadweight => Measure::VesselSize,
            Self::KilowattHour | Self::MillionBtu => Measure::Energy,
            Self::CubicMetre => Measure::Volume,
            Self::Money(_) => Measure::Money,
        }
    }

    /// How many of the measure's smallest exact unit this is; `None` where no fixed factor exists (money, and months
    /// against days).
    ///
    /// Sources: 1 mu = 1/15 ha (Chinese statutory unit), 1 acre = 4,046.8564224 m² (international acre), 1 rai =
    /// 1,600 m², 1 nautical mile = 1,852 m, 1 MMBtu = 293.07107 kWh.
    pub(crate) fn factor(self) -> Option<Factor> {
        let (num, den) = match self {
            Self::Mu => (2_000, 3),
            Self::Acre => (40_468_564_224, 10_000_000),
            Self::Rai => (1_600, 1),
            Self::Hectare => (10_000, 1),
            Self::SquareKilometre => (1_000_000, 1),
            Self::Kilometre => (1_000, 1),
            Self::NauticalMile => (1_852, 1),
            Self::Year => (12, 1),
            Self::Hour => (60, 1),
            Self::Day => (1_440, 1),
            Self::MillionBtu => (29_307_107, 100_000),
            Self::Money(_) => return None,
            _ => (1, 1),
        };
        Some(Factor { num, den })
    }

    /// Whether two units of one measure have a fixed factor between them.
    pub(crate) fn converts_to(self, other: Self) -> bool {
        let calendar = |base| matches!(base, Self::Year | Self::Month);
        let clock = |base| matches!(base, Self::Day | Self::Hour | Self::Minute);
        let split = (calendar(self) && clock(other)) || (clock(self) && calendar(other));
        self == other || (self.measure() == other.measure() && self.factor().is_some() && other.factor().is_some() && !split)
    }
}

impl Unit {
    /// A unit that stands alone.
    #[must_use]
    pub const fn of(base: Base) -> Self {
        Self { over: base, per: None }
    }

    /// Reads `ha` or `CNY/mu`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once('/') {
            None => Base::parse(text).map(Self::of),
            Some((over, per)) => Some(Self { over: Base::parse(over)?, per: Some(Base::parse(per)?) }),
        }
    }

    /// What the unit measures.
    #[must_use]
    pub fn dimension(self) -> Dimension {
        Dimension { over: self.over.measure(), per: self.per.map(Base::measure) }
    }

    /// The currency, where the unit is money or money per something.
    #[must_use]
    pub fn currency(self) -> Option<Currency> {
        match self.over {
            Base::Money(currency) => Some(currency),
            _ => None,
        }
    }
}

impl std::fmt::Display for Unit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.over.symbol())?;
        self.per.map_or(Ok(()), |per| write!(f, "/{}", per.symbol()))
    }
}

impl Dimension {
    /// Every dimension that an attribute may have, by the name used in data.
    pub const NAMED: [(&'static str, Self); 18] = [
        ("area", Self::plain(Measure::Area)),
        ("length", Self::plain(Measure::Length)),
        ("time", Self::plain(Measure::Time)),
        ("percent", Self::plain(Measure::Percent)),
        ("count", Self::plain(Measure::Count)),
        ("money", Self::plain(Measure::Money)),
        ("mass", Self::plain(Measure::Mass)),
        ("containers", Self::plain(Measure::Containers)),
        ("vessel-size", Self::plain(Measure::VesselSize)),
        ("money-per-area", Self::ratio(Measure::Money, Measure::Area)),
        ("money-per-time", Self::ratio(Measure::Money, Measure::Time)),
        ("money-per-energy", Self::ratio(Measure::Money, Measure::Energy)),
        ("money-per-volume", Self::ratio(Measure::Money, Measure::Volume)),
        ("money-per-mass", Self::ratio(Measure::Money, Measure::Mass)),
        ("count-per-time", Self::ratio(Measure::Count, Measure::Time)),
        ("mass-per-time", Self::ratio(Measure::Mass, Measure::Time)),
        ("containers-per-time", Self::ratio(Measure::Containers, Measure::Time)),
        ("rate", Self::ratio(Measure::Money, Measure::Money)),
    ];

    const fn plain(over: Measure) -> Self {
        Self { over, per: None }
    }

    const fn ratio(over: Measure, per: Measure) -> Self {
        Self { over, per: Some(per) }
    }

    /// Reads a dimension's name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMED.iter().find(|(known, _)| *known == name).map(|&(_, dimension)| dimension)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_reads_back_as_printed() {
        for (name, base) in BASES {
            assert_eq!(Unit::parse(name), Some(Unit::of(base)));
            assert_eq!(Unit::of(base).to_string(), name);
        }
        for text in ["CNY/mu", "VND/kWh", "MYR/THB", "t/year"] {
            assert_eq!(Unit::parse(text).map(|unit| unit.to_string()).as_deref(), Some(text));
        }
        for bad in ["", "RMB", "ha/", "/ha", "a/b/c", "HA"] {
            assert_eq!(Unit::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn months_and_days_have_no_fixed_factor() {
        assert!(Base::Year.converts_to(Base::Month));
        assert!(Base::Day.converts_to(Base::Hour));
        assert!(!Base::Month.converts_to(Base::Day));
        assert!(!Base::Money(Currency::Cny).converts_to(Base::Money(Currency::Usd)));
    }
}
