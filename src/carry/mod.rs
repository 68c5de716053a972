//! What a reader takes along: the claims behind a view as a sheet or as records, and the view as a dossier on paper.
//!
//! **Invariant:** whatever is carried says of every figure what the page says of it: kind, scope, date, source. What
//! nobody publishes is carried as such, and not left out.

mod claims;
mod csv;
mod dossier;
mod hand_over;
mod json;
mod qr;
mod question;

pub use claims::{COLUMNS, ClaimRow, Written};
pub use dossier::{DossierView, NoteView, SheetCell, SheetGroup, SheetHead, SheetRow, SheetView};
pub use hand_over::{HandOver, LONGEST, hand_over};
pub use qr::{Qr, qr};

use crate::address::{Route, ViewQuery, href};
use crate::domain::catalogue::Catalogue;
use crate::present::compare::{TableView, compare_view, found_table};
use crate::present::explore::is_headline;
use crate::present::reader::Reader;
use crate::present::record::{RecordView, context_view, pair_view, park_view};

/// A view with all that it shows, ready to be written in any form.
#[derive(Clone, PartialEq, Debug)]
pub struct Carried {
    /// What the view is of.
    pub title: String,
    /// What was asked: names of choices and what was chosen.
    pub question: Vec<(String, String)>,
    /// The figures.
    pub table: TableView,
    /// Whether there are too many to print, so that paper shows the headlines only.
    is_list: bool,
}

impl Carried {
    /// The view at an address; `None` where it shows no figures.
    #[must_use]
    pub fn of(catalogue: &Catalogue, route: &Route, query: &ViewQuery, reader: &Reader) -> Option<Self> {
        let of_record = |record: RecordView| (record.title, record.table);
        let (title, table) = match route {
            Route::Explore => (reader.words().explore_title.to_owned(), found_table(catalogue, query, reader)),
            Route::Compare => {
                let view = compare_view(catalogue, query, reader);
                (view.title, view.table?)
            }
            Route::Pair(id) => of_record(pair_view(catalogue, id, query, reader)?),
            Route::Park(id) => of_record(park_view(catalogue, id, query, reader)?),
            Route::Context(id) => of_record(context_view(catalogue, id, query, reader)?),
            Route::Sectors | Route::Sector(_) | Route::Sources | Route::Data | Route::NotFound(_) => return None,
        };
        let question = question::question(catalogue, route, query, reader);
        Some(Self { title, question, table, is_list: *route == Route::Explore })
    }

    /// The claims as a sheet for spreadsheet programs: UTF-8 with a byte order mark.
    #[must_use]
    pub fn csv(&self, catalogue: &Catalogue, reader: &Reader) -> String {
        csv::csv(&claims::rows(catalogue, &self.table, reader), reader)
    }

    /// The claims as records, with the question and the address of the view.
    #[must_use]
    pub fn json(&self, catalogue: &Catalogue, link: &str, reader: &Reader) -> String {
        json::json(self, &claims::rows(catalogue, &self.table, reader), link, reader)
    }

    /// The view on paper, with the address of the view.
    #[must_use]
    pub fn dossier(&self, catalogue: &Catalogue, link: &str, reader: &Reader) -> DossierView {
        let mut printed = self.clone();
        if self.is_list {
            for group in &mut printed.table.groups {
                group.rows.retain(|row| row.cells.first().is_some_and(|cell| is_headline(&cell.key.attribute)));
            }
            printed.table.groups.retain(|group| !group.rows.is_empty());
        }
        dossier::dossier(catalogue, &printed, link, reader)
    }
}

/// The address of exactly this view for somebody else: the language is named, since theirs may be another.
#[must_use]
pub fn link(route: &Route, query: &ViewQuery, reader: &Reader) -> String {
    href(route, &ViewQuery { lang: Some(reader.lang), ..query.clone() })
}

/// A name for a file of this view: the page, its subjects, and the day.
#[must_use]
pub fn file_name(route: &Route, query: &ViewQuery, reader: &Reader) -> String {
    let page = match route {
        Route::Explore => "list".to_owned(),
        Route::Compare => {
            let ids: Vec<&str> = query.ids.iter().map(|id| id.as_str()).collect();
            ids.join("_")
        }
        route => route.print().trim_matches('/').replace('/', "_"),
    };
    format!("twin-parks_{page}_{}", reader.today)
}
