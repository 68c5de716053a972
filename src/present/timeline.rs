//! What happened when, and what was said when: dated events and dated claims of a pair or park, year by year.

use super::claims::{CellKey, publisher, subject_name};
use super::figure::FigureView;
use super::reader::Reader;
use crate::domain::catalogue::Catalogue;
use crate::domain::claim::{Claim, Kind, Lapse, Value};
use crate::domain::date::{PartialDate, Period};
use crate::domain::dispute::Subject;
use crate::domain::order::sort_by;
use crate::domain::record::Side;

/// Years in order, oldest first.
#[derive(Clone, PartialEq, Debug)]
pub struct TimelineView {
    /// The years in which something happened or was said.
    pub years: Vec<YearView>,
}

/// One year.
#[derive(Clone, PartialEq, Debug)]
pub struct YearView {
    /// The year.
    pub year: u16,
    /// Whether it lies ahead.
    pub is_ahead: bool,
    /// What happened, or is to happen.
    pub events: Vec<EntryView>,
    /// What was said.
    pub figures: Vec<EntryView>,
}

/// An event or a figure.
#[derive(Clone, PartialEq, Debug)]
pub struct EntryView {
    /// What it is about: the attribute's name.
    pub name: String,
    /// Whose it is, where the line tells of several.
    pub whose: Option<String>,
    /// The side it stands on.
    pub side: Option<Side>,
    /// The date of an event, or the figure with its date.
    pub figure: FigureView,
    /// The claim's id.
    pub claim: String,
    /// Who says so, and when.
    pub source: String,
    /// What happened, in words; of events only.
    pub note: Option<String>,
    /// Whether it was only planned.
    pub is_planned: bool,
    /// Whose claims they are, so that they can be opened.
    pub key: CellKey,
}

/// Makes the line of some subjects; `None` when nothing of them is dated.
#[must_use]
pub fn timeline(catalogue: &Catalogue, subjects: &[(Subject, Option<Side>)], reader: &Reader) -> Option<TimelineView> {
    let mut dated: Vec<(PartialDate, bool, EntryView)> = Vec::new();
    for (subject, side) in subjects {
        let whose = (subjects.len() > 1).then(|| subject_name(catalogue, subject, reader));
        for claim in catalogue.claims(subject) {
            let Some(attribute) = catalogue.attributes().get(&claim.attribute) else { continue };
            let source = publisher(claim, catalogue, reader);
            let source = match claim.as_of {
                Some(as_of) => reader.words().dated(source, reader.period(as_of)),
                None => source,
            };
            let entry = |name: String, figure: FigureView| EntryView {
                name,
                whose: whose.clone(),
                side: *side,
                // The date stands with who says so.
                figure: FigureView { as_of: String::new(), ..figure },
                claim: claim.id.to_string(),
                source: source.clone(),
                note: claim.note.as_ref().filter(|_| matches!(claim.value, Value::Date(_))).map(|note| reader.text(note)),
                is_planned: claim.kind == Some(Kind::Planned),
                key: CellKey { subject: subject.clone(), attribute: attribute.id.clone() },
            };
            let name = reader.text(&attribute.names);
            dated.extend(
                of_claim(claim, catalogue, reader).map(|(date, is_event, figure)| (date, is_event, entry(name.clone(), figure))),
            );
            if let Some(Lapse::After(date)) = claim.lapses {
                let ends = FigureView { value: reader.date(date), kind: None, ..FigureView::default() };
                dated.push((date, true, entry(reader.words().ends(name), ends)));
            }
        }
    }
    sort_by(&mut dated, |a, b| a.0.cmp(&b.0));
    let mut years: Vec<YearView> = Vec::new();
    for (date, is_event, entry) in dated {
        let year = date.year();
        if years.last().is_none_or(|last| last.year != year) {
            let is_ahead = year > reader.today.year();
            years.push(YearView { year, is_ahead, events: Vec::new(), figures: Vec::new() });
        }
        if let Some(last) = years.last_mut() {
            if is_event { last.events.push(entry) } else { last.figures.push(entry) }
        }
    }
    (!years.is_empty()).then_some(TimelineView { years })
}

/// A claim that is a date is an event on that date; any other dated one is a figure of its date.
fn of_claim(claim: &Claim, catalogue: &Catalogue, reader: &Reader) -> Option<(PartialDate, bool, FigureView)> {
    let figure = FigureView::of(claim, catalogue, reader);
    let start = |period: Period| period.from().unwrap_or(period.to());
    match claim.value {
        Value::Date(period) => Some((start(period), true, figure)),
        _ => claim.as_of.map(|as_of| (as_of.to(), false, figure)),
    }
}
