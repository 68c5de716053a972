//! Quantities: a number or a range of numbers in a unit, and exact conversion between units of one measure.

use super::unit::{Base, Factor, Measure, Unit};
use std::cmp::Ordering;

/// A finite figure in a unit. A range has two different ends, low first; a single figure has both ends the same.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Quantity {
    low: f64,
    high: f64,
    unit: Unit,
}

impl Quantity {
    /// A single figure; `None` when it is not finite.
    #[must_use]
    pub fn new(value: f64, unit: Unit) -> Option<Self> {
        Self::range(value, value, unit)
    }

    /// A range; `None` when an end is not finite or the ends are the wrong way round.
    #[must_use]
    pub fn range(low: f64, high: f64, unit: Unit) -> Option<Self> {
        (low.is_finite() && high.is_finite() && low <= high).then_some(Self { low, high, unit })
    }

    /// The lower end.
    #[must_use]
    pub fn low(&self) -> f64 {
        self.low
    }

    /// The upper end; the same as the lower for a single figure.
    #[must_use]
    pub fn high(&self) -> f64 {
        self.high
    }

    /// The unit.
    #[must_use]
    pub fn unit(&self) -> Unit {
        self.unit
    }

    /// Whether the two ends differ.
    #[must_use]
    pub fn is_range(&self) -> bool {
        self.low.total_cmp(&self.high) != Ordering::Equal
    }

    /// The same quantity in another unit; `None` when there is no fixed factor between the two.
    #[must_use]
    pub fn to(&self, unit: Unit) -> Option<Self> {
        if unit == self.unit {
            return Some(*self);
        }
        let over = ratio(self.unit.over, unit.over)?;
        let per = match (self.unit.per, unit.per) {
            (None, None) => Factor { num: 1, den: 1 },
            // A working day has no fixed number of hours, so pay by the hour is no pay by the day.
            (Some(from), Some(to)) if self.unit.currency().is_some() && from != to && is_of_clock(from) => return None,
            (Some(from), Some(to)) => ratio(to, from)?,
            _ => return None,
        };
        let convert = |value: f64| value * over.num as f64 * per.num as f64 / (over.den as f64 * per.den as f64);
        Self::range(convert(self.low), convert(self.high), unit)
    }

    /// The same quantity in the unit that its measure is compared in: hectares, kilometres, and so on. Money stays in
    /// its currency, per hectare, month, kilowatt-hour or tonne.
    #[must_use]
    pub fn comparable(&self) -> Self {
        let per = self.unit.per.map(yardstick_of_rates);
        self.to(Unit { over: yardstick(self.unit.over), per }).unwrap_or(*self)
    }

    /// Compares by size, the middle of a range standing for it; `None` when the units can't be converted.
    #[must_use]
    pub fn cmp_size(&self, other: &Self) -> Option<Ordering> {
        let other = other.to(self.unit)?;
        let middle = |quantity: &Self| quantity.low / 2.0 + quantity.high / 2.0;
        Some(middle(self).total_cmp(&middle(&other)))
    }

    /// Whether two statements of one thing contradict each other: their ranges do not overlap, and the gap between
    /// them is more than 1 % of the larger. Figures in units that can't be converted do not contradict.
    #[must_use]
    pub fn contradicts(&self, other: &Self) -> bool {
        let Some(other) = other.to(self.unit) else { return false };
        let gap = (self.low - other.high).max(other.low - self.high);
        let largest = [self.low, self.high, other.low, other.high].into_iter().fold(0.0_f64, |size, end| size.max(end.abs()));
        gap > largest * 0.01
    }
}

fn ratio(from: Base, to: Base) -> Option<Factor> {
    if from == to {
        return Some(Factor { num: 1, den: 1 });
    }
    if !from.converts_to(to) {
        return None;
    }
    let (from, to) = (from.factor()?, to.factor()?);
    let (num, den) = (u128::from(from.num) * u128::from(to.den), u128::from(from.den) * u128::from(to.num));
    let shared = common_divisor(num, den);
    Some(Factor { num: u64::try_from(num / shared).ok()?, den: u64::try_from(den / shared).ok()? })
}

fn common_divisor(a: u128, b: u128) -> u128 {
    if b == 0 { a.max(1) } else { common_divisor(b, a % b) }
}

fn is_of_clock(base: Base) -> bool {
    matches!(base, Base::Day | Base::Hour | Base::Minute)
}

/// What something is compared per: pay by the month, and by the day or hour as it is.
fn yardstick_of_rates(base: Base) -> Base {
    match base {
        Base::Year | Base::Month => Base::Month,
        base if is_of_clock(base) => base,
        base => yardstick(base),
    }
}

fn yardstick(base: Base) -> Base {
    match (base, base.measure()) {
        (Base::Money(_), _) => base,
        (Base::Day | Base::Hour | Base::Minute, _) => Base::Day,
        (_, Measure::Area) => Base::Hectare,
        (_, Measure::Length) => Base::Kilometre,
        (_, Measure::Time) => Base::Year,
        (_, Measure::Energy) => Base::KilowattHour,
        _ => base,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn quantity(value: f64, unit: &str) -> Quantity {
        Quantity::new(value, Unit::parse(unit).expect("a unit")).expect("finite")
    }

    fn in_unit(value: f64, from: &str, to: &str) -> f64 {
        quantity(value, from).to(Unit::parse(to).expect("a unit")).expect("convertible").low()
    }

    #[test]
    fn land_converts_exactly() {
        assert_eq!(in_unit(1_200.0, "mu", "ha"), 80.0);
        assert_eq!(in_unit(55.0, "km2", "ha"), 5_500.0);
        assert_eq!(in_unit(1.0, "km2", "mu"), 1_500.0);
        assert_eq!(in_unit(3_500.0, "acre", "ha"), 1_416.399_747_84);
        assert_eq!(in_unit(1.0, "rai", "m2"), 1_600.0);
    }

    #[test]
    fn prices_convert_by_what_they_are_per() {
        assert_eq!(in_unit(100_000.0, "CNY/mu", "CNY/ha"), 1_500_000.0);
        assert_eq!(in_unit(4_000_000.0, "THB/rai", "THB/m2"), 2_500.0);
        assert_eq!(quantity(1.0, "CNY/mu").to(Unit::parse("USD/mu").expect("a unit")), None);
    }

    #[test]
    fn pay_by_the_hour_is_no_pay_by_the_day_and_pay_by_the_year_is_pay_by_the_month() {
        let unit = |text: &str| Unit::parse(text).expect("a unit");
        assert_eq!(quantity(20.1, "CNY/hour").to(unit("CNY/day")), None);
        assert_eq!(quantity(20.1, "CNY/hour").comparable(), quantity(20.1, "CNY/hour"));
        assert_eq!(quantity(24_000.0, "CNY/year").comparable(), quantity(2_000.0, "CNY/month"));
        assert_eq!(in_unit(48.0, "t/day", "t/hour"), 2.0, "goods move by day and night");
    }

    #[test]
    fn a_difference_of_one_percent_is_no_contradiction() {
        assert!(!quantity(134.2, "km").contradicts(&quantity(135.0, "km")));
        assert!(quantity(80.0, "km2").contradicts(&quantity(100.0, "km2")));
        assert!(!quantity(1_149.0, "ha").contradicts(&quantity(11.5, "km2")));
    }

    #[test]
    fn a_range_that_covers_a_figure_agrees_with_it() {
        let years = Unit::parse("year").expect("a unit");
        let range = Quantity::range(10.0, 15.0, years).expect("ordered");
        assert!(!range.contradicts(&quantity(15.0, "year")));
        assert!(range.contradicts(&quantity(16.0, "year")));
    }

    #[test]
    fn figures_that_are_not_finite_do_not_exist() {
        let ha = Unit::parse("ha").expect("a unit");
        assert_eq!(Quantity::new(f64::NAN, ha), None);
        assert_eq!(Quantity::new(f64::INFINITY, ha), None);
        assert_eq!(Quantity::range(2.0, 1.0, ha), None);
    }

    proptest! {
        #[test]
        fn converting_there_and_back_is_the_same_figure(value in 1.0_f64..1e12, from in 0_usize..6, to in 0_usize..6) {
            let names = ["m2", "ha", "km2", "mu", "acre", "rai"];
            let there = in_unit(value, names[from], names[to]);
            let back = in_unit(there, names[to], names[from]);
            prop_assert!((back - value).abs() <= value * 4.0 * f64::EPSILON, "{} became {}", value, back);
        }

        #[test]
        fn contradicting_is_mutual(a in 0.0_f64..1e9, b in 0.0_f64..1e9) {
            let (a, b) = (quantity(a, "ha"), quantity(b, "ha"));
            prop_assert_eq!(a.contradicts(&b), b.contradicts(&a));
        }
    }
}
