//! Figures as dots on a line: an attribute over some columns, what sources disagree on as a range, how firm each
//! figure is by its shape.
//!
//! Geometry is in percent of the width, so that a drawing has no unit but the page's own. A scale begins at zero, or
//! below it where a figure does; figures that can't stand on one scale (other currencies) have charts of their own.

use super::claims::CellKey;
use super::figure::FigureView;
use super::number::range;
use super::reader::Reader;
use super::table::Column;
use crate::domain::attribute::{Attribute, Group, Shape};
use crate::domain::catalogue::Catalogue;
use crate::domain::claim::{Claim, Kind};
use crate::domain::dispute::Subject;
use crate::domain::quantity::Quantity;
use crate::domain::record::Side;
use crate::domain::standing::Standing;
use crate::domain::unit::{Base, Unit};

/// Charts of one group of attributes.
#[derive(Clone, PartialEq, Debug)]
pub struct ChartGroupView {
    /// The group's name in data, which is its key.
    pub key: &'static str,
    /// Its name.
    pub name: String,
    /// Its charts; at least one.
    pub charts: Vec<ChartView>,
}

/// One attribute in one unit.
#[derive(Clone, PartialEq, Debug)]
pub struct ChartView {
    /// The attribute's name.
    pub name: String,
    /// Whether it speaks of pairs as a whole and not of their legs.
    pub of_pairs: bool,
    /// The unit of the scale; empty for counts.
    pub unit: String,
    /// Places on the scale with what they stand for.
    pub ticks: Vec<(f64, String)>,
    /// A line for every column with a figure, in the order of the columns.
    pub lines: Vec<LineView>,
    /// Columns for which nobody publishes the attribute.
    pub unpublished: Vec<String>,
}

/// The figures of one column.
#[derive(Clone, PartialEq, Debug)]
pub struct LineView {
    /// Whose they are.
    pub name: String,
    /// The side of the column.
    pub side: Option<Side>,
    /// The region or country they come from, when they are not the park's own.
    pub inherited_from: Option<String>,
    /// The figures, the one shown first at the front.
    pub dots: Vec<DotView>,
    /// From the lowest to the highest figure that sources contradict each other with.
    pub quarrel: Option<(f64, f64)>,
    /// The same in words.
    pub disagreement: Option<String>,
    /// Whose claims they are, so that they can be opened.
    pub key: CellKey,
}

/// One figure.
#[derive(Clone, PartialEq, Debug)]
pub struct DotView {
    /// Where it begins on the scale.
    pub from: f64,
    /// Where it ends; the same for a single figure.
    pub to: f64,
    /// Its shape, by how firm the thing stated is.
    pub shape: Mark,
    /// Whether it is old or may have lapsed.
    pub is_stale: bool,
    /// The figure in words.
    pub figure: FigureView,
    /// Who says so.
    pub source: String,
}

/// The shapes of dots: the firmer the thing, the fuller the shape.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Mark {
    /// Realised, operating, set by law.
    Disc,
    /// Approved, committed or signed.
    Diamond,
    /// Planned.
    Ring,
    /// Without such a kind.
    Square,
}

impl Mark {
    /// Every shape with the kinds that it stands for.
    pub const ALL: [(Self, &'static [Kind]); 4] = [
        (Self::Disc, &[Kind::Realised, Kind::Operating, Kind::Statutory]),
        (Self::Diamond, &[Kind::Approved, Kind::Committed, Kind::Signed]),
        (Self::Ring, &[Kind::Planned]),
        (Self::Square, &[]),
    ];

    /// The shape of a kind.
    #[must_use]
    pub fn of(kind: Option<Kind>) -> Self {
        let found = Self::ALL.iter().find(|(_, kinds)| kind.is_some_and(|kind| kinds.contains(&kind)));
        found.map_or(Self::Square, |(mark, _)| *mark)
    }
}

/// The charts over some columns: every attribute that is a figure for at least one of them. `layers` are as for a
/// table: columns of legs, and columns of pairs as a whole.
#[must_use]
pub fn charts(catalogue: &Catalogue, layers: &[&[Column]], reader: &Reader) -> Vec<ChartGroupView> {
    let mut groups: Vec<ChartGroupView> = Group::ALL
        .iter()
        .map(|&(key, group)| ChartGroupView { key, name: reader.words().group(group).to_owned(), charts: Vec::new() })
        .collect();
    for attribute in catalogue.attributes().iter().filter(|attribute| matches!(attribute.shape, Shape::Measured(_))) {
        let at = Group::ALL.iter().position(|(_, group)| *group == attribute.group);
        let Some(group) = at.and_then(|at| groups.get_mut(at)) else { continue };
        for columns in layers {
            let drafts: Vec<Draft<'_>> = columns.iter().map(|column| Draft::of(catalogue, attribute, column, reader)).collect();
            group.charts.extend(charts_of(catalogue, attribute, &drafts, None, reader));
        }
    }
    groups.retain(|group| !group.charts.is_empty());
    groups
}

/// The chart of one attribute of one subject; `None` where it is no figure. Its line has all claims, as in a dispute
/// each side is to be seen.
#[must_use]
pub fn chart_of_cell(catalogue: &Catalogue, key: &CellKey, reader: &Reader) -> Option<ChartView> {
    let attribute = catalogue.attributes().get(&key.attribute)?;
    let column = Column { subject: key.subject.clone(), side: None, span: 1 };
    let mut draft = Draft::of(catalogue, attribute, &column, reader);
    draft.shown = draft.standing.as_ref()?.claims.clone();
    let published = draft.shown.iter().find_map(|claim| claim.quantity()).map(|figure| figure.unit());
    charts_of(catalogue, attribute, &[draft], published, reader).into_iter().next()
}

/// What is known of one column before a scale is chosen.
struct Draft<'a> {
    name: String,
    side: Option<Side>,
    inherited_from: Option<String>,
    key: CellKey,
    standing: Option<Standing<'a>>,
    /// The claims to draw.
    shown: Vec<&'a Claim>,
}

impl<'a> Draft<'a> {
    fn of(catalogue: &'a Catalogue, attribute: &Attribute, column: &Column, reader: &Reader) -> Self {
        let found = super::table::found(catalogue, attribute, column, reader);
        let name = super::claims::subject_name(catalogue, &column.subject, reader);
        let (subject, inherited_from, standing) = match found {
            Some(found) => (found.subject, found.inherited_from, Some(found.standing)),
            None => (column.subject.clone(), None, None),
        };
        let key = CellKey { subject, attribute: attribute.id.clone() };
        let mut shown: Vec<&Claim> = standing.as_ref().map(|standing| standing.leads.clone()).unwrap_or_default();
        for claim in standing.iter().filter_map(|standing| standing.dispute.as_ref()).flat_map(|dispute| &dispute.claims) {
            if !shown.iter().any(|known| known.id == claim.id) {
                shown.push(claim);
            }
        }
        Self { name, side: column.side, inherited_from, key, standing, shown }
    }
}

/// A chart for every unit that the figures can't be brought out of; in the wanted unit, where they can be brought there.
fn charts_of(
    catalogue: &Catalogue,
    attribute: &Attribute,
    drafts: &[Draft<'_>],
    wanted: Option<Unit>,
    reader: &Reader,
) -> Vec<ChartView> {
    let mut units: Vec<Unit> = Vec::new();
    for figure in drafts.iter().flat_map(|draft| &draft.shown).filter_map(|claim| claim.quantity()) {
        let figure = on_scale(figure, catalogue, reader);
        let unit = wanted.and_then(|unit| figure.to(unit)).unwrap_or(figure).unit();
        if !units.iter().any(|known| Quantity::new(0.0, unit).is_some_and(|zero| zero.to(*known).is_some())) {
            units.push(unit);
        }
    }
    let unpublished: Vec<String> =
        drafts.iter().filter(|draft| draft.standing.is_none()).map(|draft| draft.name.clone()).collect();
    let chart = |unit: Unit| {
        let scale = Scale::of(drafts, unit, catalogue, reader)?;
        let lines = drafts.iter().filter_map(|draft| line(draft, &scale, catalogue, attribute, reader));
        Some(ChartView {
            name: reader.text(&attribute.names),
            of_pairs: drafts.iter().all(|draft| matches!(draft.key.subject, Subject::Pair(_))),
            unit: reader.words().unit(unit),
            ticks: scale.ticks(reader),
            lines: lines.collect(),
            unpublished: unpublished.clone(),
        })
    };
    units.into_iter().filter_map(chart).collect()
}

/// A figure as it stands on a scale: in the reader's currency and land unit where it can be.
fn on_scale(figure: &Quantity, catalogue: &Catalogue, reader: &Reader) -> Quantity {
    let converted = super::figure::in_currency(figure, catalogue, reader).unwrap_or(*figure).comparable();
    let Some(land) = reader.units.base() else { return converted };
    let unit = converted.unit();
    let wanted = Unit {
        over: if unit.over == Base::Hectare { land } else { unit.over },
        per: unit.per.map(|per| if per == Base::Hectare { land } else { per }),
    };
    converted.to(wanted).unwrap_or(converted)
}

fn line(draft: &Draft<'_>, scale: &Scale, catalogue: &Catalogue, attribute: &Attribute, reader: &Reader) -> Option<LineView> {
    let dots: Vec<DotView> = draft
        .shown
        .iter()
        .filter_map(|claim| {
            let figure = on_scale(claim.quantity()?, catalogue, reader).to(scale.unit)?;
            let is_old = claim.as_of.is_some_and(|as_of| crate::domain::standing::is_old(as_of, attribute, reader.today));
            Some(DotView {
                from: scale.place(figure.low()),
                to: scale.place(figure.high()),
                shape: Mark::of(claim.kind),
                is_stale: is_old || claim.has_lapsed(reader.today),
                figure: FigureView::of(claim, catalogue, reader),
                source: super::claims::publisher(claim, catalogue, reader),
            })
        })
        .collect();
    let dispute = draft.standing.as_ref().and_then(|standing| standing.dispute.as_ref());
    let quarrel = dispute.and_then(|dispute| {
        let range = on_scale(&dispute.range()?, catalogue, reader).to(scale.unit)?;
        Some((scale.place(range.low()), scale.place(range.high())))
    });
    let disagreement = dispute.and_then(|dispute| {
        let range = super::figure::disputed_range(dispute, catalogue, reader)?;
        Some(reader.words().labelled(reader.words().figures_disagree(dispute.claims.len()), range))
    });
    (!dots.is_empty()).then(|| LineView {
        name: draft.name.clone(),
        side: draft.side,
        inherited_from: draft.inherited_from.clone(),
        dots,
        quarrel,
        disagreement,
        key: draft.key.clone(),
    })
}

/// From figures to places.
struct Scale {
    unit: Unit,
    low: f64,
    high: f64,
    step: f64,
}

/// About how many steps a scale has: enough to read a figure off, and few enough for their labels.
const STEPS: f64 = 4.0;

impl Scale {
    /// The scale that all figures in a unit fit on; `None` when there is none.
    fn of(drafts: &[Draft<'_>], unit: Unit, catalogue: &Catalogue, reader: &Reader) -> Option<Self> {
        let shown = drafts.iter().flat_map(|draft| &draft.shown).filter_map(|claim| claim.quantity());
        let figures: Vec<Quantity> = shown.filter_map(|figure| on_scale(figure, catalogue, reader).to(unit)).collect();
        if figures.is_empty() {
            return None;
        }
        let low = figures.iter().fold(0.0_f64, |low, figure| low.min(figure.low()));
        let high = figures.iter().fold(0.0_f64, |high, figure| high.max(figure.high()));
        let step = step((high - low) / STEPS);
        Some(Self { unit, low: (low / step).floor() * step, high: (high / step).ceil().max(1.0) * step, step })
    }

    /// Where a figure stands, in percent.
    fn place(&self, figure: f64) -> f64 {
        let share = (figure - self.low) / (self.high - self.low) * 100.0;
        // Two digits behind the point are finer than any screen.
        (share.clamp(0.0, 100.0) * 100.0).round() / 100.0
    }

    fn ticks(&self, reader: &Reader) -> Vec<(f64, String)> {
        let count = ((self.high - self.low) / self.step).round();
        let mut ticks = Vec::new();
        let mut at = 0.0;
        while at <= count {
            let figure = Quantity::new(self.low + at * self.step, self.unit).map(|figure| super::number::rounded(&figure, 3));
            ticks.extend(figure.map(|figure| (self.place(figure.low()), range(&figure, reader.lang))));
            at += 1.0;
        }
        ticks
    }
}

/// The nearest length of 1, 2 or 5 times a power of ten that is not shorter.
fn step(least: f64) -> f64 {
    if least <= 0.0 {
        return 1.0;
    }
    #[expect(clippy::cast_possible_truncation, reason = "the logarithm of a finite figure is small")]
    let exponent = least.log10().floor() as i32;
    let power = 10_f64.powi(exponent.abs());
    let times = |digit: f64| if exponent >= 0 { digit * power } else { digit / power };
    [1.0, 2.0, 5.0].into_iter().map(times).find(|step| *step >= least * 0.999_999).unwrap_or_else(|| times(10.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_those_that_people_count_in() {
        for (least, expected) in
            [(0.9, 1.0), (1.0, 1.0), (1.3, 2.0), (3.0, 5.0), (6.0, 10.0), (0.03, 0.05), (1_700.0, 2_000.0), (0.0, 1.0)]
        {
            assert!((step(least) - expected).abs() < 1e-9, "{least} gives {}", step(least));
        }
    }

    #[test]
    fn the_firmer_the_thing_the_fuller_its_shape() {
        assert_eq!(Mark::of(Some(Kind::Realised)), Mark::Disc);
        assert_eq!(Mark::of(Some(Kind::Signed)), Mark::Diamond);
        assert_eq!(Mark::of(Some(Kind::Planned)), Mark::Ring);
        assert_eq!(Mark::of(None), Mark::Square);
    }
}
