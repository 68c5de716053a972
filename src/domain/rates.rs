//! Exchange rates: dated claims like all others, and amounts converted by them.

use super::claim::{Claim, Value};
use super::date::Period;
use super::quantity::Quantity;
use super::unit::{Base, Currency, Unit};
use std::cmp::Ordering;

/// A published rate: so much of one currency for one of another.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Rate {
    /// The currency that is paid.
    pub over: Currency,
    /// The currency of which one is bought.
    pub per: Currency,
    /// How much; a range where the source gives one.
    pub amount: Quantity,
    /// When it held.
    pub as_of: Period,
}

/// The newest published rate between any two currencies.
#[derive(Clone, Debug, Default)]
pub struct Rates(Vec<Rate>);

/// One rate, or two over a currency between.
#[derive(Clone, PartialEq, Debug)]
pub struct Way(Vec<Rate>);

impl Rates {
    /// Takes the rates among the claims. What has no source or no date is no rate to reckon with.
    #[must_use]
    pub fn of<'a>(claims: impl Iterator<Item = &'a Claim>) -> Self {
        let mut rates: Vec<Rate> = Vec::new();
        for rate in claims.filter(|claim| claim.is_verified()).filter_map(rate) {
            let known = rates.iter_mut().find(|known| (known.over, known.per) == (rate.over, rate.per));
            match known {
                Some(known) if known.as_of.cmp_recency(&rate.as_of) == Ordering::Less => *known = rate,
                Some(_) => {}
                None => rates.push(rate),
            }
        }
        Self(rates)
    }

    /// The way from one currency to another whose oldest rate is newest; among equals the shorter one.
    #[must_use]
    pub fn way(&self, from: Currency, to: Currency) -> Option<Way> {
        let direct = self.0.iter().filter(|rate| rate.joins(from, to)).map(|rate| Way(vec![*rate]));
        let over_another = self.0.iter().filter_map(|first| {
            let between = first.other(from).filter(|between| *between != to)?;
            let second = self.0.iter().find(|second| second.joins(between, to))?;
            Some(Way(vec![*first, *second]))
        });
        direct.chain(over_another).reduce(|best, next| {
            let (Some(a), Some(b)) = (best.oldest(), next.oldest()) else { return best };
            if a.cmp_recency(&b) == Ordering::Less { next } else { best }
        })
    }
}

impl Rate {
    fn joins(&self, a: Currency, b: Currency) -> bool {
        self.other(a) == Some(b)
    }

    fn other(&self, currency: Currency) -> Option<Currency> {
        if currency == self.over { Some(self.per) } else { (currency == self.per).then_some(self.over) }
    }

    /// An amount in the other currency. The uncertainty of a rate becomes that of the result.
    fn convert(&self, low: f64, high: f64, from: Currency) -> (f64, f64) {
        if from == self.per {
            (low * self.amount.low(), high * self.amount.high())
        } else {
            (low / self.amount.high(), high / self.amount.low())
        }
    }
}

impl Way {
    /// The rates, in the order in which they are used.
    #[must_use]
    pub fn rates(&self) -> &[Rate] {
        &self.0
    }

    fn oldest(&self) -> Option<Period> {
        self.0.iter().map(|rate| rate.as_of).reduce(|a, b| if b.cmp_recency(&a) == Ordering::Less { b } else { a })
    }

    /// An amount of money, or of money per something, at the end of the way; `None` for what is no such amount.
    #[must_use]
    pub fn convert(&self, quantity: &Quantity) -> Option<Quantity> {
        let Unit { over: Base::Money(mut currency), per } = quantity.unit() else { return None };
        let (mut low, mut high) = (quantity.low(), quantity.high());
        for rate in &self.0 {
            let other = rate.other(currency)?;
            (low, high) = rate.convert(low, high, currency);
            currency = other;
        }
        Quantity::range(low, high, Unit { over: Base::Money(currency), per })
    }
}

fn rate(claim: &Claim) -> Option<Rate> {
    let Value::Quantity(amount) = claim.value else { return None };
    let Unit { over: Base::Money(over), per: Some(Base::Money(per)) } = amount.unit() else { return None };
    (amount.low() > 0.0).then_some(Rate { over, per, amount, as_of: claim.as_of? })
}

#[cfg(test)]
mod tests {
    use super::super::claim::{Confidence, Evidence};
    use super::super::date::PartialDate;
    use super::super::id::{AttributeId, ClaimId, ScopeId, SourceId};
    use super::*;

    fn claim(low: f64, high: f64, unit: &str, as_of: &str) -> Claim {
        Claim {
            id: ClaimId::parse("r1").expect("a slug"),
            attribute: AttributeId::parse("exchange-rate").expect("a slug"),
            value: Value::Quantity(Quantity::range(low, high, Unit::parse(unit).expect("a unit")).expect("a range")),
            kind: None,
            scope: ScopeId::parse("whole").expect("a slug"),
            as_of: PartialDate::parse(as_of).map(Period::at),
            lapses: None,
            evidence: Evidence::Source(SourceId::parse("s1").expect("a slug")),
            confidence: Confidence::High,
            note: None,
        }
    }

    fn money(value: f64, unit: &str) -> Quantity {
        Quantity::new(value, Unit::parse(unit).expect("a unit")).expect("finite")
    }

    fn converted(rates: &Rates, value: f64, from: &str, to: Currency) -> Option<(f64, f64)> {
        let amount = money(value, from);
        let Base::Money(currency) = amount.unit().over else { return None };
        rates.way(currency, to)?.convert(&amount).map(|amount| (amount.low(), amount.high()))
    }

    #[test]
    fn rates_work_in_both_directions_and_over_a_currency_between() {
        let claims = [claim(4.0, 4.0, "MYR/USD", "2026-03"), claim(8.0, 8.0, "CNY/USD", "2026-01")];
        let rates = Rates::of(claims.iter());
        assert_eq!(converted(&rates, 10.0, "USD", Currency::Myr), Some((40.0, 40.0)));
        assert_eq!(converted(&rates, 40.0, "MYR", Currency::Usd), Some((10.0, 10.0)));
        assert_eq!(converted(&rates, 80.0, "CNY", Currency::Myr), Some((40.0, 40.0)));
        assert_eq!(converted(&rates, 80.0, "CNY/mu", Currency::Usd), Some((10.0, 10.0)), "money per land is money");
        assert_eq!(converted(&rates, 1.0, "USD", Currency::Thb), None, "without a rate there is no figure");
    }

    #[test]
    fn a_rate_that_is_a_range_makes_the_result_one() {
        let rates = Rates::of([claim(20.0, 25.0, "VND/USD", "2025-05")].iter());
        assert_eq!(converted(&rates, 2.0, "USD", Currency::Vnd), Some((40.0, 50.0)));
        assert_eq!(converted(&rates, 100.0, "VND", Currency::Usd), Some((4.0, 5.0)));
    }

    #[test]
    fn newer_rates_win_even_when_they_are_two() {
        let claims = [
            claim(0.5, 0.5, "MYR/CNY", "2025-01"),
            claim(4.0, 4.0, "MYR/USD", "2026-03"),
            claim(9.0, 9.0, "CNY/USD", "2024-01"),
            claim(5.0, 5.0, "CNY/USD", "2026-01"),
        ];
        assert_eq!(converted(&Rates::of(claims.iter()), 5.0, "CNY", Currency::Myr), Some((4.0, 4.0)));
        assert_eq!(converted(&Rates::of(claims[..1].iter()), 5.0, "CNY", Currency::Myr), Some((2.5, 2.5)));
    }

    #[test]
    fn what_is_not_sourced_or_dated_is_no_rate() {
        let undated = Claim { as_of: None, ..claim(4.0, 4.0, "MYR/USD", "2026") };
        let unverified = Claim { evidence: Evidence::Unverified, ..claim(4.0, 4.0, "MYR/USD", "2026") };
        let rates = Rates::of([undated, unverified, claim(0.0, 0.0, "MYR/USD", "2026")].iter());
        assert_eq!(rates.way(Currency::Usd, Currency::Myr), None);
    }
}
