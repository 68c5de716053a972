//! Where an attribute of a subject stands: which claim is shown first, which stay beside it, and what contradicts.
//!
//! The rule of choice, in this order: a claim with a published source; one about the whole subject; the newest; the
//! one most to be relied on; the firmest kind; the smallest id. The other claims are never thrown away.

use super::attribute::{Attribute, Shape};
use super::claim::{Claim, Value};
use super::date::{PartialDate, Period};
use super::dispute::Dispute;
use super::order::sort_by;
use super::quantity::Quantity;
use std::cmp::Ordering;

/// All that is known of one attribute of one subject. There is at least one claim.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    /// Every claim, in the order of the rule of choice.
    pub claims: Vec<&'a Claim>,
    /// The claims to show: for figures the first of each kind that is about the whole, or where none is, of each kind
    /// and part; for words all of them. The chosen claim is the first.
    pub leads: Vec<&'a Claim>,
    /// The claims that contradict each other, when some do.
    pub dispute: Option<Contradiction<'a>>,
    /// A disagreement that editors could explain.
    pub explained: Option<&'a Dispute>,
    /// Whether the chosen claim is older than the attribute's shelf life, or can no longer be relied on to hold.
    pub is_stale: bool,
    /// Whether it is so because what it states may have ceased.
    pub has_lapsed: bool,
}

/// Claims that can't all be true.
#[derive(Clone, Debug)]
pub struct Contradiction<'a> {
    /// The claims, in the order of the rule of choice; at least one, where a dispute names claims of other subjects.
    pub claims: Vec<&'a Claim>,
    /// The editors' words on it, where they wrote some.
    pub noted: Option<&'a Dispute>,
}

impl<'a> Standing<'a> {
    /// Weighs the claims on one attribute of one subject. `None` when there is none.
    ///
    /// `noted` are the editors' disputes about this subject and attribute; `today` decides what is old.
    pub fn weigh(
        attribute: &Attribute,
        claims: impl Iterator<Item = &'a Claim>,
        noted: impl Iterator<Item = &'a Dispute>,
        today: PartialDate,
    ) -> Option<Self> {
        let mut claims: Vec<&Claim> = claims.collect();
        sort_by(&mut claims, |a, b| preferred(a, b));
        let chosen = *claims.first()?;
        let (mut open, mut explained): (Option<&Dispute>, Option<&Dispute>) = (None, None);
        for dispute in noted {
            match dispute.state {
                super::dispute::DisputeState::Open => open = open.or(Some(dispute)),
                super::dispute::DisputeState::Explained => explained = explained.or(Some(dispute)),
            }
        }
        let is_text = attribute.shape == Shape::Text;
        let leads = if is_text { claims.clone() } else { firsts_of_kinds(&claims, chosen) };
        // What the editors could explain is no quarrel, whatever the figures look like.
        let found = if is_text || explained.is_some() { Vec::new() } else { contradicting(&claims, chosen, attribute, today) };
        let dispute = (open.is_some() || !found.is_empty()).then(|| {
            let is_named = |claim: &Claim| open.is_some_and(|dispute| dispute.claims.contains(&claim.id));
            let is_found = |claim: &Claim| found.iter().any(|other| other.id == claim.id);
            let claims = claims.iter().copied().filter(|claim| is_named(claim) || is_found(claim)).collect();
            Contradiction { claims, noted: open }
        });
        let has_lapsed = chosen.has_lapsed(today);
        let is_stale = has_lapsed || chosen.as_of.is_some_and(|as_of| is_old(as_of, attribute, today));
        Some(Self { claims, leads, dispute, explained, is_stale, has_lapsed })
    }

    /// The claim shown first.
    #[must_use]
    pub fn chosen(&self) -> Option<&'a Claim> {
        self.leads.first().copied()
    }

    /// The figure that may be ranked on: the chosen claim's, when it has a published source and still holds.
    #[must_use]
    pub fn ranked(&self) -> Option<&'a Quantity> {
        self.chosen().filter(|claim| claim.is_verified() && !self.has_lapsed).and_then(Claim::quantity)
    }
}

impl Contradiction<'_> {
    /// The lowest and highest figure over the claims, in the first one's unit; `None` for dates and words, and where only
    /// one of the claims is a figure.
    #[must_use]
    pub fn range(&self) -> Option<Quantity> {
        let mut figures = self.claims.iter().filter_map(|claim| claim.quantity());
        let first = figures.next()?;
        let mut figures = figures.peekable();
        figures.peek()?;
        figures.try_fold(*first, |range, figure| {
            let figure = figure.to(range.unit())?;
            Quantity::range(range.low().min(figure.low()), range.high().max(figure.high()), range.unit())
        })
    }
}

/// Whether a date lies further back than the attribute's shelf life.
#[must_use]
pub fn is_old(as_of: Period, attribute: &Attribute, today: PartialDate) -> bool {
    as_of.months_until(&Period::at(today)) > i32::from(attribute.shelf_life)
}

/// The rule of choice as an order, the claim to show first at the front.
#[must_use]
pub fn preferred(a: &Claim, b: &Claim) -> Ordering {
    let newest_first = |a: &Claim, b: &Claim| match (a.as_of, b.as_of) {
        (Some(a), Some(b)) => b.cmp_recency(&a),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    };
    b.is_verified()
        .cmp(&a.is_verified())
        .then_with(|| b.is_whole().cmp(&a.is_whole()))
        .then_with(|| newest_first(a, b))
        .then_with(|| b.confidence.cmp(&a.confidence))
        // What has no stated kind comes after all that have one.
        .then_with(|| a.kind.is_none().cmp(&b.kind.is_none()))
        .then_with(|| a.kind.cmp(&b.kind))
        .then_with(|| a.id.cmp(&b.id))
}

fn firsts_of_kinds<'a>(claims: &[&'a Claim], chosen: &Claim) -> Vec<&'a Claim> {
    let mut leads: Vec<&Claim> = Vec::new();
    let stands_beside = |claim: &&&Claim| claim.is_whole() == chosen.is_whole() && claim.is_verified() == chosen.is_verified();
    for claim in claims.iter().filter(stands_beside) {
        if leads.iter().all(|lead| (lead.kind, &lead.scope) != (claim.kind, &claim.scope)) {
            leads.push(claim);
        }
    }
    leads
}

/// The claims of the chosen one's scope and kind that are still fresh, were made at about the same time as another
/// (within a quarter of the shelf life, so that growth over the years is no quarrel), and contradict it.
fn contradicting<'a>(claims: &[&'a Claim], chosen: &Claim, attribute: &Attribute, today: PartialDate) -> Vec<&'a Claim> {
    let fresh = |claim: &Claim| claim.as_of.is_some_and(|as_of| !is_old(as_of, attribute, today));
    let rivals: Vec<&Claim> = claims
        .iter()
        .copied()
        .filter(|claim| claim.scope == chosen.scope && claim.kind == chosen.kind && claim.is_verified() && fresh(claim))
        .collect();
    let at_one_time = |a: &Claim, b: &Claim| match (a.as_of, b.as_of) {
        (Some(a), Some(b)) => a.months_until(&b).abs() * 4 <= i32::from(attribute.shelf_life),
        _ => false,
    };
    let quarrels = |a: &Claim, b: &Claim| at_one_time(a, b) && differ(&a.value, &b.value);
    rivals.iter().copied().filter(|claim| rivals.iter().any(|other| quarrels(claim, other))).collect()
}

fn differ(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Quantity(a), Value::Quantity(b)) => a.contradicts(b),
        // "2012" and "2012-04-01" agree: one is only more precise.
        (Value::Date(a), Value::Date(b)) => {
            let (a, b) = (a.to().to_string(), b.to().to_string());
            !a.starts_with(&b) && !b.starts_with(&a)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::attribute::{Better, Group};
    use super::super::claim::{Confidence, Evidence, Kind, Lapse};
    use super::super::id::{AttributeId, ClaimId, ScopeId, SourceId};
    use super::super::names::Names;
    use super::super::unit::{Dimension, Unit};
    use super::*;

    fn attribute() -> Attribute {
        Attribute {
            id: AttributeId::parse("projects").expect("a slug"),
            group: Group::Investment,
            names: Names::new("Projects", None, None).expect("a name"),
            shape: Shape::Measured(Dimension::parse("count").expect("a dimension")),
            better: Better::Higher,
            shelf_life: 36,
        }
    }

    fn claim(id: &str, value: f64, as_of: Option<&str>) -> Claim {
        Claim {
            id: ClaimId::parse(id).expect("a slug"),
            attribute: AttributeId::parse("projects").expect("a slug"),
            value: Value::Quantity(Quantity::new(value, Unit::parse("count").expect("a unit")).expect("finite")),
            kind: Some(Kind::Signed),
            scope: ScopeId::parse("whole").expect("a slug"),
            as_of: as_of.map(|text| Period::at(PartialDate::parse(text).expect("a date"))),
            lapses: None,
            evidence: Evidence::Source(SourceId::parse("s1").expect("a slug")),
            confidence: Confidence::High,
            note: None,
        }
    }

    fn ids(claims: &[&Claim]) -> Vec<String> {
        claims.iter().map(|claim| claim.id.to_string()).collect()
    }

    fn weigh<'a>(claims: &'a [Claim], noted: &'a [Dispute]) -> Standing<'a> {
        let today = PartialDate::parse("2026-11-22").expect("a date");
        Standing::weigh(&attribute(), claims.iter(), noted.iter(), today).expect("claims")
    }

    #[test]
    fn the_newest_claim_about_the_whole_is_shown_first() {
        let mut part = claim("part", 345.0, Some("2025-06"));
        part.scope = ScopeId::parse("phase-1").expect("a slug");
        let claims =
            [part, claim("old", 139.0, Some("2019")), claim("new", 249.0, Some("2024-12")), claim("undated", 13.0, None)];
        assert_eq!(ids(&weigh(&claims, &[]).claims), ["new", "old", "undated", "part"]);
    }

    #[test]
    fn an_unverified_claim_never_leads_a_sourced_one_and_is_never_ranked() {
        let mut guess = claim("guess", 500.0, Some("2026"));
        guess.evidence = Evidence::Unverified;
        let claims = [guess.clone(), claim("sourced", 13.0, None)];
        assert_eq!(ids(&weigh(&claims, &[]).leads), ["sourced"]);
        assert!(weigh(&[guess], &[]).ranked().is_none());
    }

    #[test]
    fn every_kind_has_its_own_lead() {
        let mut realised = claim("realised", 100.0, Some("2024"));
        realised.kind = Some(Kind::Realised);
        let claims = [claim("signed", 345.0, Some("2025")), realised, claim("older", 300.0, Some("2023"))];
        assert_eq!(ids(&weigh(&claims, &[]).leads), ["signed", "realised"]);
    }

    #[test]
    fn figures_of_one_time_that_differ_are_disputed_and_growth_is_not() {
        let quarrel = [claim("a", 345.0, Some("2025-04")), claim("b", 249.0, Some("2024-12"))];
        let standing = weigh(&quarrel, &[]);
        let range = standing.dispute.as_ref().and_then(Contradiction::range).expect("a range");
        assert_eq!((range.low(), range.high()), (249.0, 345.0));
        let growth = [claim("a", 345.0, Some("2025-12")), claim("b", 249.0, Some("2024-03"))];
        assert!(weigh(&growth, &[]).dispute.is_none());
        let agreed = [claim("a", 345.0, Some("2025-04")), claim("b", 346.0, Some("2025-04"))];
        assert!(weigh(&agreed, &[]).dispute.is_none());
    }

    #[test]
    fn different_kinds_do_not_contradict() {
        let mut planned = claim("planned", 1_000.0, Some("2025-04"));
        planned.kind = Some(Kind::Planned);
        assert!(weigh(&[claim("signed", 345.0, Some("2025-04")), planned], &[]).dispute.is_none());
    }

    #[test]
    fn a_figure_past_its_shelf_life_is_stale() {
        assert!(weigh(&[claim("a", 1.0, Some("2023-10"))], &[]).is_stale);
        assert!(!weigh(&[claim("a", 1.0, Some("2023-11"))], &[]).is_stale);
        assert!(!weigh(&[claim("a", 1.0, None)], &[]).is_stale);
    }

    #[test]
    fn a_rule_that_ended_is_stale_however_new_its_source_is() {
        let ended = |date: &str| {
            let lapses = Some(Lapse::After(PartialDate::parse(date).expect("a date")));
            let claims = [Claim { lapses, ..claim("a", 1.0, Some("2026-11")) }];
            let standing = weigh(&claims, &[]);
            (standing.is_stale, standing.has_lapsed)
        };
        assert_eq!(ended("2026-11-21"), (true, true));
        assert_eq!(ended("2026-11-22"), (false, false), "the last day counts");
    }

    #[test]
    fn where_nothing_is_about_the_whole_every_part_has_its_say() {
        let of = |id: &str, scope: &str| Claim { scope: ScopeId::parse(scope).expect("a slug"), ..claim(id, 1.0, Some("2025")) };
        let lead_ids = |claims: &[Claim]| -> Vec<String> {
            let standing = Standing::weigh(&attribute(), claims.iter(), [].into_iter(), PartialDate::Year(2026));
            standing.expect("claims").leads.iter().map(|claim| claim.id.to_string()).collect()
        };
        let parts = [of("a", "phase-one"), of("b", "phase-two"), of("c", "phase-two")];
        assert_eq!(lead_ids(&parts), ["a", "b"]);
        let with_whole = [of("a", "phase-one"), of("w", "whole")];
        assert_eq!(lead_ids(&with_whole), ["w"]);
    }
}
