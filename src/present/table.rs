//! Subjects side by side: a row per attribute, a cell per column, every cell in exactly one state.

use super::claims::CellKey;
use super::figure::{FigureView, disputed_range, scope};
use super::reader::Reader;
use super::words::Words;
use crate::domain::attribute::{Attribute, Better, Group, Shape};
use crate::domain::catalogue::Catalogue;
use crate::domain::claim::{Claim, Kind};
use crate::domain::dispute::Subject;
use crate::domain::id::ScopeId;
use crate::domain::quantity::Quantity;
use crate::domain::record::Side;
use crate::domain::standing::Standing;
use std::cmp::Ordering;

/// How many figures of different kinds a cell shows before "and more".
const MAX_FIGURES: usize = 3;
/// How many texts a cell shows before "and more"; they take more room.
const MAX_TEXTS: usize = 2;
/// How many of either a cell shows that has its row to itself, as on the page of a park.
const MAX_ALONE: usize = 12;

/// A column: one subject, and for a leg its side.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// Whose claims.
    pub subject: Subject,
    /// The side of its pair, where the column is a leg.
    pub side: Option<Side>,
    /// How many columns a cell of it takes.
    pub span: usize,
}

/// What stands in a cell. The states exclude each other.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CellState {
    /// One value, of the same kind, scope and time as its neighbours.
    Stated,
    /// Sources contradict each other: the range over what they say, and how many claims quarrel.
    Disputed {
        /// The range, where the claims are figures.
        range: Option<String>,
        /// How many claims.
        claims: usize,
    },
    /// Nobody publishes it, with what is known about the search for it.
    Unpublished {
        /// What was looked for, where editors noted it.
        searched: Option<String>,
    },
    /// A value of another kind, scope or time than its neighbours: shown, not ranked.
    NotComparable {
        /// In which way it differs.
        why: String,
    },
    /// A value older than the attribute's shelf life, or of a rule that may no longer hold.
    Stale {
        /// Whether it is the latter.
        has_lapsed: bool,
    },
}

impl CellState {
    /// What a cell says of its state beside its values; nothing where the values say it all.
    #[must_use]
    pub fn note(&self, words: &'static Words) -> Option<String> {
        match self {
            Self::Stated => None,
            Self::Disputed { range: Some(range), claims } => Some(format!("{}: {range}", words.figures_disagree(*claims))),
            Self::Disputed { range: None, .. } => Some(words.disputed.to_owned()),
            Self::Unpublished { searched } => searched.clone(),
            Self::NotComparable { why } => Some(why.clone()),
            // The figure itself says when it ended, or that it may have.
            Self::Stale { has_lapsed: true } => None,
            Self::Stale { has_lapsed: false } => Some(words.stale.to_owned()),
        }
    }

    /// The state as a word, for style sheets and tests.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Disputed { .. } => "disputed",
            Self::Unpublished { .. } => "unpublished",
            Self::NotComparable { .. } => "not-comparable",
            Self::Stale { .. } => "stale",
        }
    }
}

/// A cell, ready to draw.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CellView {
    /// Its state.
    pub state: CellState,
    /// The values shown, the chosen one first; none when not published.
    pub figures: Vec<FigureView>,
    /// How many more values there are than are shown.
    pub more: usize,
    /// How many claims stand behind it.
    pub claims: usize,
    /// Whose claims, so that they can be opened.
    pub key: CellKey,
    /// The region or country the value comes from, when it is not the park's own.
    pub inherited_from: Option<String>,
    /// Whether it is the best of its row.
    pub is_best: bool,
    /// The length of its bar in percent of the longest comparable one.
    pub bar: Option<u8>,
    /// The side of its column.
    pub side: Option<Side>,
    /// How many columns it takes.
    pub span: usize,
}

/// A row: an attribute over all columns.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowView {
    /// A key that is unique in the table.
    pub key: String,
    /// The attribute's name.
    pub name: String,
    /// Whether it speaks of the pairs as a whole and not of their legs.
    pub of_pairs: bool,
    /// The cells.
    pub cells: Vec<CellView>,
}

/// Rows of one group.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GroupView {
    /// The group's name in data, which is its key.
    pub key: &'static str,
    /// Its name.
    pub name: String,
    /// Its rows; at least one.
    pub rows: Vec<RowView>,
}

/// What the reader wants to see of the rows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Choice {
    /// Only rows whose columns differ.
    pub only_differences: bool,
    /// Mark the best of comparable cells.
    pub highlight_best: bool,
    /// Leave out rows in which some column publishes nothing.
    pub hide_unpublished: bool,
}

/// Makes the rows over some columns, group by group. Rows in which no column has a claim are left out.
#[must_use]
pub fn groups(catalogue: &Catalogue, layers: &[&[Column]], choice: Choice, reader: &Reader) -> Vec<GroupView> {
    let mut groups: Vec<GroupView> = Group::ALL
        .iter()
        .map(|&(key, group)| GroupView { key, name: reader.words().group(group).to_owned(), rows: Vec::new() })
        .collect();
    for attribute in catalogue.attributes().iter() {
        let at = Group::ALL.iter().position(|(_, group)| *group == attribute.group);
        let Some(group) = at.and_then(|at| groups.get_mut(at)) else { continue };
        for (layer, columns) in layers.iter().enumerate() {
            let row = row(catalogue, attribute, columns, choice, reader);
            group.rows.extend(row.filter(|row| keeps(row, choice)).map(|row| RowView {
                key: format!("{}-{layer}", attribute.id),
                of_pairs: columns.iter().all(|column| matches!(column.subject, Subject::Pair(_))),
                ..row
            }));
        }
    }
    groups.retain(|group| !group.rows.is_empty());
    groups
}

fn keeps(row: &RowView, choice: Choice) -> bool {
    let is_unpublished = |cell: &CellView| matches!(cell.state, CellState::Unpublished { .. });
    if choice.hide_unpublished && row.cells.iter().any(is_unpublished) {
        return false;
    }
    if !choice.only_differences {
        return true;
    }
    let shown =
        |cell: &CellView| cell.figures.iter().map(|figure| (figure.value.clone(), figure.unit.clone())).collect::<Vec<_>>();
    row.cells.windows(2).any(|two| match two {
        [a, b] => shown(a) != shown(b),
        _ => false,
    })
}

/// What is known of one cell before its neighbours are looked at.
pub(super) struct Found<'a> {
    /// Whose claims they are.
    pub(super) subject: Subject,
    /// How they stand.
    pub(super) standing: Standing<'a>,
    /// The region or country whose they are, when they are not the column's own.
    pub(super) inherited_from: Option<String>,
}

fn row(catalogue: &Catalogue, attribute: &Attribute, columns: &[Column], choice: Choice, reader: &Reader) -> Option<RowView> {
    let drafts: Vec<Option<Found<'_>>> = columns.iter().map(|column| found(catalogue, attribute, column, reader)).collect();
    if drafts.iter().all(Option::is_none) {
        return None;
    }
    let neighbours = Neighbours::of(attribute, &drafts);
    let best = if choice.highlight_best { neighbours.best(attribute, &drafts) } else { Vec::new() };
    let cells = columns.iter().zip(&drafts).enumerate().map(|(at, (column, draft))| {
        let blank = CellView {
            state: CellState::Unpublished { searched: None },
            figures: Vec::new(),
            more: 0,
            claims: 0,
            key: CellKey { subject: column.subject.clone(), attribute: attribute.id.clone() },
            inherited_from: None,
            is_best: false,
            bar: None,
            side: column.side,
            span: column.span,
        };
        let Some(draft) = draft else {
            let gap = catalogue.gap(&column.subject, &attribute.id);
            let searched = gap.map(|gap| reader.text(gap.note.as_ref().unwrap_or(&gap.what)));
            return CellView { state: CellState::Unpublished { searched }, ..blank };
        };
        let leads = &draft.standing.leads;
        let room = match (columns, attribute.shape) {
            ([_], _) => MAX_ALONE,
            (_, Shape::Text) => MAX_TEXTS,
            _ => MAX_FIGURES,
        };
        let shown = leads.iter().take(room).map(|claim| FigureView::of(claim, catalogue, reader));
        CellView {
            state: neighbours.state(draft, catalogue, reader),
            figures: shown.collect(),
            more: leads.len().saturating_sub(room),
            claims: draft.standing.claims.len(),
            key: CellKey { subject: draft.subject.clone(), attribute: attribute.id.clone() },
            inherited_from: draft.inherited_from.clone(),
            is_best: best.contains(&at),
            bar: neighbours.bar(draft),
            ..blank
        }
    });
    Some(RowView { key: String::new(), name: reader.text(&attribute.names), of_pairs: false, cells: cells.collect() })
}

/// The claims on an attribute for a column; `None` when there is none.
pub(super) fn found<'a>(catalogue: &'a Catalogue, attribute: &Attribute, column: &Column, reader: &Reader) -> Option<Found<'a>> {
    if let Subject::Park(id) = &column.subject {
        let found = catalogue.standing_of_park(id, attribute, reader.today)?;
        let subject = found.inherited_from.map_or(column.subject.clone(), |thing| Subject::Context(thing.id.clone()));
        let inherited_from = found.inherited_from.map(|thing| reader.text(&thing.short));
        return Some(Found { subject, standing: found.standing, inherited_from });
    }
    let standing = catalogue.standing(&column.subject, attribute, reader.today)?;
    Some(Found { subject: column.subject.clone(), standing, inherited_from: None })
}

/// What most cells of a row have in common, and so what can be set side by side.
struct Neighbours<'a> {
    yardstick: Option<(Option<Kind>, &'a ScopeId)>,
    newest_month: Option<i32>,
    shelf_life: i32,
    longest: Option<Quantity>,
}

impl<'a> Neighbours<'a> {
    fn of(attribute: &Attribute, drafts: &[Option<Found<'a>>]) -> Self {
        let leads: Vec<&Claim> = drafts.iter().flatten().filter_map(|draft| draft.standing.chosen()).collect();
        let with = |kind, scope: &ScopeId| leads.iter().filter(|claim| claim.kind == kind && claim.scope == *scope).count();
        // The most frequent kind and scope; among equals the first from the left.
        let yardstick = leads
            .iter()
            .map(|claim| (claim.kind, &claim.scope))
            .reduce(|best, next| if with(next.0, next.1) > with(best.0, best.1) { next } else { best });
        let months = leads.iter().filter_map(|claim| claim.as_of).map(|as_of| as_of.to().last_month());
        let mut neighbours =
            Self { yardstick, newest_month: months.max(), shelf_life: i32::from(attribute.shelf_life), longest: None };
        let fair = drafts.iter().flatten().filter(|draft| neighbours.difference(draft).is_none());
        let sizes: Vec<Quantity> = fair.filter_map(size).collect();
        let larger = |a: Quantity, b: Quantity| if b.cmp_size(&a) == Some(Ordering::Greater) { b } else { a };
        // A bar beside nothing says nothing, and figures in another currency are nothing to a bar.
        let is_beside = |longest: &Quantity| sizes.iter().filter(|size| size.to(longest.unit()).is_some()).count() >= 2;
        neighbours.longest = sizes.iter().copied().reduce(larger).filter(is_beside);
        neighbours
    }

    /// In which way a cell can't be set beside its neighbours; `None` when it can.
    fn difference(&self, draft: &Found<'_>) -> Option<Difference> {
        let claim = draft.standing.chosen()?;
        let (kind, scope) = self.yardstick?;
        if claim.kind != kind {
            Some(Difference::Kind)
        } else if claim.scope != *scope {
            Some(Difference::Scope)
        } else {
            match (claim.as_of, self.newest_month) {
                (None, Some(_)) => Some(Difference::Undated),
                (Some(as_of), Some(newest)) if newest - as_of.to().last_month() > self.shelf_life => Some(Difference::Vintage),
                _ => None,
            }
        }
    }

    fn state(&self, draft: &Found<'_>, catalogue: &Catalogue, reader: &Reader) -> CellState {
        let standing = &draft.standing;
        if let Some(dispute) = &standing.dispute {
            let range = disputed_range(dispute, catalogue, reader);
            return CellState::Disputed { range, claims: dispute.claims.len() };
        }
        if standing.is_stale {
            return CellState::Stale { has_lapsed: standing.has_lapsed };
        }
        let is_figure = standing.chosen().is_some_and(|claim| claim.quantity().is_some());
        match self.difference(draft).filter(|_| is_figure) {
            None => CellState::Stated,
            Some(difference) => CellState::NotComparable { why: difference.words(standing, catalogue, reader) },
        }
    }

    /// The columns with the best figure, when at least two can be ranked against each other.
    fn best(&self, attribute: &Attribute, drafts: &[Option<Found<'_>>]) -> Vec<usize> {
        let wanted = match attribute.better {
            Better::Higher => Ordering::Greater,
            Better::Lower => Ordering::Less,
            Better::Neither => return Vec::new(),
        };
        let ranked: Vec<(usize, Quantity)> = drafts
            .iter()
            .enumerate()
            .filter_map(|(at, draft)| {
                let draft = draft.as_ref()?;
                let is_fair = self.difference(draft).is_none() && !draft.standing.is_stale && draft.standing.dispute.is_none();
                is_fair.then(|| Some((at, *draft.standing.ranked()?)))?
            })
            .collect();
        let Some(best) =
            ranked.iter().map(|(_, figure)| *figure).reduce(|a, b| if b.cmp_size(&a) == Some(wanted) { b } else { a })
        else {
            return Vec::new();
        };
        // Figures in different currencies can't be ranked; nor can one alone, nor a row where all are equal.
        let orders: Option<Vec<Ordering>> = ranked.iter().map(|(_, figure)| figure.cmp_size(&best)).collect();
        let Some(orders) = orders.filter(|orders| orders.iter().any(|order| order.is_ne())) else { return Vec::new() };
        ranked.iter().zip(orders).filter(|(_, order)| order.is_eq()).map(|((at, _), _)| *at).collect()
    }

    fn bar(&self, draft: &Found<'_>) -> Option<u8> {
        let longest = self.longest.filter(|longest| longest.high() > 0.0)?;
        self.difference(draft).is_none().then_some(())?;
        let size = size(draft)?.to(longest.unit())?;
        let share = (size.high() / longest.high() * 100.0).clamp(0.0, 100.0);
        // A bar of a known figure is never invisible.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1..=100")]
        (size.low() >= 0.0).then_some(share.round().max(1.0) as u8)
    }
}

/// A figure that a length can stand for: sourced and in a unit it is compared in.
fn size(draft: &Found<'_>) -> Option<Quantity> {
    draft.standing.ranked().map(Quantity::comparable)
}

#[derive(Clone, Copy)]
enum Difference {
    Kind,
    Scope,
    Vintage,
    Undated,
}

impl Difference {
    fn words(self, standing: &Standing<'_>, catalogue: &Catalogue, reader: &Reader) -> String {
        let words = reader.words();
        let claim = standing.chosen();
        match self {
            Self::Kind => words.other_kind(claim.and_then(|claim| claim.kind).map_or(words.no_kind, |kind| words.kind(kind))),
            Self::Scope => {
                let scope = claim.and_then(|claim| scope(&claim.scope, catalogue, reader));
                words.other_scope(scope.as_deref().unwrap_or(words.whole))
            }
            Self::Vintage => words.other_time.to_owned(),
            Self::Undated => words.undated.to_owned(),
        }
    }
}
