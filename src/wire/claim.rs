//! One claim from its written form, strictly: a claim with any fault is no claim.

use super::Bad;
use super::dto::{ClaimDto, NamesDto, OneOrTwo, ValueDto};
use super::read::Shape;
use super::record::{id, named_field, names};
use crate::domain::attribute::Scope;
use crate::domain::claim::{Claim, Confidence, Evidence, Kind, Lapse, Value};
use crate::domain::date::{PartialDate, Period};
use crate::domain::fault::Problem;
use crate::domain::id::{AttributeId, ClaimId, ScopeId, SourceId};
use crate::domain::quantity::Quantity;
use crate::domain::unit::Unit;
use serde_json::Value as Json;

const CONFIDENCE: [(&str, Confidence); 3] =
    [("high", Confidence::High), ("medium", Confidence::Medium), ("low", Confidence::Low)];

/// Decodes the claims of a record; those that can't be used are told of by id, or by their place.
pub(super) fn claims(values: Vec<Json>, faults: &mut Vec<Bad>) -> Vec<Claim> {
    let mut claims = Vec::with_capacity(values.len());
    for (at, value) in values.into_iter().enumerate() {
        let name = super::label(&value, at);
        match ClaimDto::read(value).map_err(|why| (String::new(), Problem::Unreadable(why))).and_then(claim) {
            Ok(claim) => claims.push(claim),
            Err((field, problem)) => faults.push((format!("{name} {field}").trim_end().to_owned(), problem)),
        }
    }
    claims
}

fn claim(dto: ClaimDto) -> Result<Claim, Bad> {
    let evidence = match (dto.source, dto.unverified) {
        (Some(source), false) => Evidence::Source(id("source", &source, SourceId::parse)?),
        (None, true) => Evidence::Unverified,
        _ => return Err(("source".into(), Problem::NoSource)),
    };
    Ok(Claim {
        id: id("id", &dto.id, ClaimId::parse)?,
        attribute: id("attribute", &dto.attribute, AttributeId::parse)?,
        value: value(dto.value, dto.unit.as_deref())?,
        kind: dto.kind.map(|kind| named_field("kind", &Kind::ALL, &kind)).transpose()?,
        scope: id("scope", dto.scope.as_deref().unwrap_or(Scope::WHOLE), ScopeId::parse)?,
        as_of: dto.as_of.map(|dates| period("as_of", &dates)).transpose()?,
        lapses: dto.lapses.map(|text| id("lapses", &text, lapse)).transpose()?,
        evidence,
        confidence: named_field("confidence", &CONFIDENCE, &dto.confidence)?,
        note: dto.note.map(|note: NamesDto| names("note", note)).transpose()?,
    })
}

fn lapse(text: &str) -> Option<Lapse> {
    if text == "unsure" { Some(Lapse::Unsure) } else { PartialDate::parse(text).map(Lapse::After) }
}

fn value(dto: ValueDto, unit: Option<&str>) -> Result<Value, Bad> {
    match (dto, unit) {
        (ValueDto::Figure(figures), Some(unit)) => {
            let unit = Unit::parse(unit).ok_or_else(|| ("unit".to_owned(), Problem::Unknown(super::text::clean(unit))))?;
            let quantity = match figures {
                OneOrTwo::One(figure) => Quantity::new(figure, unit),
                OneOrTwo::Two([low, high]) => Quantity::range(low, high, unit),
            };
            quantity.map(Value::Quantity).ok_or_else(|| unreadable("value", "the range runs backwards or is not finite"))
        }
        (ValueDto::Figure(_), None) => Err(unreadable("unit", "a figure needs a unit")),
        (ValueDto::Date(dates), None) => period("value", &dates).map(Value::Date),
        (ValueDto::Text(text), None) => names("value", text).map(Value::Text),
        (_, Some(_)) => Err(unreadable("unit", "only figures have a unit")),
    }
}

fn period(field: &str, dates: &OneOrTwo<String>) -> Result<Period, Bad> {
    let date = |text: &str| {
        PartialDate::parse(text).ok_or_else(|| unreadable(field, &format!("{} is no date", super::text::clean(text))))
    };
    match dates {
        OneOrTwo::One(at) => date(at).map(Period::at),
        OneOrTwo::Two([from, to]) => {
            Period::between(date(from)?, date(to)?).ok_or_else(|| unreadable(field, "the period runs backwards"))
        }
    }
}

fn unreadable(field: &str, why: &str) -> Bad {
    (field.to_owned(), Problem::Unreadable(why.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Claim, Vec<Bad>> {
        let mut faults = Vec::new();
        claims(vec![serde_json::from_str(json).expect("JSON")], &mut faults).pop().ok_or(faults)
    }

    const GOOD: &str = r#"{"id":"f0083","attribute":"planned-area","value":14.2,"unit":"km2","kind":"planned","as_of":"2025","source":"s226","confidence":"high"}"#;

    #[test]
    fn a_claim_is_read_whole() {
        let claim = read(GOOD).expect("a claim");
        assert_eq!(claim.kind, Some(Kind::Planned));
        assert!(claim.is_whole() && claim.is_verified());
        assert_eq!(claim.quantity().map(Quantity::low), Some(14.2));
    }

    #[test]
    fn a_rule_says_when_it_ceases_to_hold_or_that_nobody_knows() {
        let lapses = |text: &str| {
            let json = GOOD.replacen('{', &format!(r#"{{"lapses":"{text}","#), 1);
            read(&json).expect("a claim").lapses
        };
        assert_eq!(lapses("unsure"), Some(Lapse::Unsure));
        assert_eq!(lapses("2025-12-31"), Some(Lapse::After(PartialDate::Day(2025, 12, 31))));
        let (last, next) = (PartialDate::Day(2025, 12, 31), PartialDate::Day(2026, 1, 1));
        assert!(!Lapse::After(last).is_past(last) && Lapse::After(last).is_past(next) && Lapse::Unsure.is_past(last));
        assert!(!Lapse::After(PartialDate::Year(2025)).is_past(last), "a year lasts to its end");
    }

    #[test]
    fn a_claim_with_a_fault_says_which_field() {
        for (from, to, field) in [
            (r#""km2""#, r#""furlong""#, "f0083 unit"),
            (r#""2025""#, r#""soon""#, "f0083 as_of"),
            (r#""planned""#, r#""hoped""#, "f0083 kind"),
            (r#""source":"s226""#, r#""source":null"#, "f0083 source"),
            (r#""source":"s226""#, r#""source":"s226","unverified":true"#, "f0083 source"),
            (r#""high""#, r#""sure""#, "f0083 confidence"),
            (r#""source":"s226""#, r#""source":"s226","lapses":"some day""#, "f0083 lapses"),
            ("14.2", "[2,1]", "f0083 value"),
            ("14.2", "null", "f0083"),
            (r#""f0083""#, r#""F 83""#, "F 83 id"),
        ] {
            let faults = read(&GOOD.replacen(from, to, 1)).expect_err(to);
            assert_eq!(faults.first().map(|(name, _)| name.as_str()), Some(field));
        }
    }
}
