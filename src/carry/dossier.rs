//! A view on paper: title, question, figures, and the claims behind them as numbered notes.

use super::{Carried, Qr, qr};
use crate::domain::catalogue::Catalogue;
use crate::domain::record::Side;
use crate::present::claims::{CellKey, ClaimView, ClaimsView, claims_view};
use crate::present::compare::{HeadView, TableView};
use crate::present::reader::Reader;
use crate::present::table::CellView;

/// A dossier, ready to print.
#[derive(Clone, PartialEq, Debug)]
pub struct DossierView {
    /// What it is of.
    pub title: String,
    /// What was asked.
    pub question: Vec<(String, String)>,
    /// When it was printed.
    pub date: String,
    /// The address of exactly this view.
    pub link: String,
    /// The same as a code for phones; `None` when it is too long for one.
    pub qr: Option<Qr>,
    /// The figures, in as many tables as fit the paper beside each other.
    pub sheets: Vec<SheetView>,
    /// The claims, in the order of their numbers.
    pub notes: Vec<NoteView>,
}

/// A table that is no wider than the paper.
#[derive(Clone, PartialEq, Debug)]
pub struct SheetView {
    /// What stands over the columns; at least one.
    pub heads: Vec<SheetHead>,
    /// The rows, by group.
    pub groups: Vec<SheetGroup>,
}

/// What stands over the columns of a pair, or over one park.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetHead {
    /// Its name.
    pub name: String,
    /// How many columns it spans.
    pub span: usize,
    /// Its legs: name and side; none for a park.
    pub legs: Vec<(String, Side)>,
}

/// Rows of one group.
#[derive(Clone, PartialEq, Debug)]
pub struct SheetGroup {
    /// Its name.
    pub name: String,
    /// Its rows; each has something published.
    pub rows: Vec<SheetRow>,
    /// The attributes that nobody publishes for any column of the sheet.
    pub unpublished: Vec<String>,
}

/// An attribute over the columns.
#[derive(Clone, PartialEq, Debug)]
pub struct SheetRow {
    /// The attribute's name.
    pub name: String,
    /// Whether it speaks of the pairs as a whole and not of their legs.
    pub of_pairs: bool,
    /// The cells.
    pub cells: Vec<SheetCell>,
}

/// A cell and the numbers of its notes.
#[derive(Clone, PartialEq, Debug)]
pub struct SheetCell {
    /// What it says.
    pub cell: CellView,
    /// `12` or `12–18`; empty where nothing is published.
    pub notes: String,
}

/// One claim as a note.
#[derive(Clone, PartialEq, Debug)]
pub struct NoteView {
    /// Its number, from 1.
    pub number: usize,
    /// What it is about, for the first note of a cell: attribute and subject.
    pub about: Option<String>,
    /// The claim with its source.
    pub claim: ClaimView,
}

/// How many columns fit beside the names of the rows.
const COLUMNS: usize = 5;

pub(super) fn dossier(catalogue: &Catalogue, carried: &Carried, link: &str, reader: &Reader) -> DossierView {
    let mut notes = Notes::default();
    let heads = heads(&carried.table, &carried.title);
    let sheets = parts(&heads).map(|(heads, from)| {
        let to = from + heads.iter().map(|head| head.span).sum::<usize>();
        let groups = carried.table.groups.iter().map(|group| {
            let mut sheet = SheetGroup { name: group.name.clone(), rows: Vec::new(), unpublished: Vec::new() };
            for row in &group.rows {
                let cells: Vec<&CellView> = between(&row.cells, from, to).collect();
                if cells.iter().any(|cell| !cell.figures.is_empty()) {
                    let cells = cells.into_iter().map(|cell| notes.mark(catalogue, cell, reader)).collect();
                    sheet.rows.push(SheetRow { name: row.name.clone(), of_pairs: row.of_pairs, cells });
                } else if row.of_pairs {
                    sheet.unpublished.push(format!("{} ({})", row.name, reader.words().of_the_pair));
                } else {
                    sheet.unpublished.push(row.name.clone());
                }
            }
            sheet
        });
        SheetView { groups: groups.collect(), heads: heads.to_vec() }
    });
    DossierView {
        title: carried.title.clone(),
        question: carried.question.clone(),
        date: reader.date(reader.today),
        link: link.to_owned(),
        qr: qr(link),
        sheets: sheets.collect(),
        notes: notes.all,
    }
}

/// What stands over the columns; a table of one subject has its title there.
fn heads(table: &TableView, title: &str) -> Vec<SheetHead> {
    if table.heads.is_empty() {
        return vec![SheetHead { name: title.to_owned(), span: table.columns, legs: Vec::new() }];
    }
    let legs = |head: &HeadView| {
        let names = head.legs.iter().map(|leg| (leg.link.as_ref().map(|link| link.label.clone()).unwrap_or_default(), leg.side));
        names.collect()
    };
    table.heads.iter().map(|head| SheetHead { name: head.link.label.clone(), span: head.span, legs: legs(head) }).collect()
}

/// The heads in runs that fit the paper, each with its first column. One that is wider stands alone.
fn parts(heads: &[SheetHead]) -> impl Iterator<Item = (&[SheetHead], usize)> {
    let (mut rest, mut column) = (heads, 0);
    std::iter::from_fn(move || {
        let mut width = 0;
        let fitting = rest.iter().take_while(|head| {
            width += head.span;
            width <= COLUMNS
        });
        let count = fitting.count().max(1);
        let (part, others) = rest.split_at_checked(count)?;
        let from = column;
        column += part.iter().map(|head| head.span).sum::<usize>();
        rest = others;
        Some((part, from))
    })
}

/// The cells that begin in a range of columns.
fn between(cells: &[CellView], from: usize, to: usize) -> impl Iterator<Item = &CellView> {
    let mut column = 0;
    cells.iter().filter(move |cell| {
        let at = column;
        column += cell.span;
        (from..to).contains(&at)
    })
}

/// The notes so far, and where those of each cell begin.
#[derive(Default)]
struct Notes {
    all: Vec<NoteView>,
    cells: Vec<(CellKey, String)>,
}

impl Notes {
    /// Notes the claims of a cell, unless they are noted already, and gives their numbers.
    fn mark(&mut self, catalogue: &Catalogue, cell: &CellView, reader: &Reader) -> SheetCell {
        let key = &cell.key;
        let known = self.cells.iter().find(|(known, _)| known == key);
        let numbers = match known {
            Some((_, numbers)) => numbers.clone(),
            None => {
                let numbers = claims_view(catalogue, key, reader).map(|claims| self.add(claims)).unwrap_or_default();
                self.cells.push((key.clone(), numbers.clone()));
                numbers
            }
        };
        SheetCell { cell: cell.clone(), notes: numbers }
    }

    fn add(&mut self, claims: ClaimsView) -> String {
        let first = self.all.len() + 1;
        let mut about = Some(claims.title);
        for claim in claims.claims {
            self.all.push(NoteView { number: self.all.len() + 1, about: about.take(), claim });
        }
        let last = self.all.len();
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(span: usize) -> SheetHead {
        SheetHead { name: String::new(), span, legs: Vec::new() }
    }

    fn widths(spans: &[usize]) -> Vec<(usize, usize)> {
        let heads: Vec<SheetHead> = spans.iter().map(|span| head(*span)).collect();
        parts(&heads).map(|(part, from)| (from, part.iter().map(|head| head.span).sum())).collect()
    }

    #[test]
    fn no_table_is_wider_than_the_paper_unless_one_pair_is() {
        assert_eq!(widths(&[2, 2]), [(0, 4)]);
        assert_eq!(widths(&[2, 2, 2, 1]), [(0, 4), (4, 3)]);
        assert_eq!(widths(&[1, 6, 1]), [(0, 1), (1, 6), (7, 1)]);
        assert_eq!(widths(&[]), []);
    }
}
