//! Taking a view along: as a link, a file, or paper.

use super::{AppState, Remote};
use crate::carry::{Carried, DossierView, file_name, link};
use crate::domain::catalogue::Catalogue;
use crate::platform::{clipboard, clock, document, history, paper};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// How long the page is given to draw what goes to paper, in milliseconds.
const DRAWING: i32 = 50;

/// What became of taking something along.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// The link is on the clipboard.
    LinkCopied,
    /// The browser does not allow that.
    CopyRefused,
    /// The device's way of sharing failed.
    ShareRefused,
}

/// A form in which the figures of a view can be saved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileForm {
    /// For spreadsheet programs.
    Csv,
    /// For programs.
    Json,
}

/// What goes on around taking views along.
#[derive(Clone, Copy)]
pub struct Carrying {
    /// What became of it last, and for which view.
    pub outcome: RwSignal<Option<(String, Outcome)>>,
    /// Whether the page is on its way to paper.
    pub is_printing: RwSignal<bool>,
}

impl Carrying {
    /// Begins to listen for printing.
    #[must_use]
    pub fn begin() -> Self {
        let carrying = Self { outcome: RwSignal::new(None), is_printing: RwSignal::new(false) };
        paper::on_print(move |is_printing| carrying.is_printing.set(is_printing));
        carrying
    }
}

impl AppState {
    /// The full address of exactly this view, language included.
    #[must_use]
    pub fn link(self) -> String {
        let link = link(&self.view.route.read(), &self.view.query.read(), &self.view.reader.read());
        format!("{}{}", history::origin(), document::absolute(&link))
    }

    /// Puts the link on the clipboard.
    pub fn copy_link(self) {
        let link = untrack(move || self.link());
        spawn_local(async move {
            let is_done = clipboard::copy(&link).await;
            self.carrying.outcome.set(Some((link, if is_done { Outcome::LinkCopied } else { Outcome::CopyRefused })));
        });
    }

    /// Whether the device has a way of sharing.
    #[must_use]
    pub fn can_share(self) -> bool {
        clipboard::can_share()
    }

    /// Offers the link to the device's way of sharing.
    pub fn share(self) {
        let (link, title) = (untrack(move || self.link()), self.title.get_untracked());
        spawn_local(async move {
            let failed = !clipboard::share(&title, &link).await;
            self.carrying.outcome.set(failed.then_some((link, Outcome::ShareRefused)));
        });
    }

    /// Saves the claims behind the view as a file.
    pub fn save(self, form: FileForm) {
        let Some((carried, catalogue)) = untrack(move || self.carried()) else { return };
        let (reader, link) = (self.view.reader.get_untracked(), untrack(move || self.link()));
        let name = untrack(move || file_name(&self.view.route.read(), &self.view.query.read(), &reader));
        let (ending, media_type, text) = match form {
            FileForm::Csv => ("csv", "text/csv;charset=utf-8", carried.csv(&catalogue, &reader)),
            FileForm::Json => ("json", "application/json", carried.json(&catalogue, &link, &reader)),
        };
        spawn_local(async move { paper::save(&format!("{name}.{ending}"), media_type, &text).await });
    }

    /// Opens the dialog for printing, once the dossier is drawn.
    pub fn print(self) {
        self.carrying.is_printing.set(true);
        spawn_local(async move {
            clock::wait(DRAWING).await;
            paper::print();
        });
    }

    /// The view as it goes to paper; `None` where it shows no figures, or none yet.
    #[must_use]
    pub fn dossier(self) -> Option<DossierView> {
        let (carried, catalogue) = self.carried()?;
        Some(carried.dossier(&catalogue, &self.link(), &self.view.reader.read()))
    }

    fn carried(self) -> Option<(Carried, Arc<Catalogue>)> {
        let catalogue = self.library.loaded.with(|loaded| match loaded {
            Remote::Ready(loaded) => Some(Arc::clone(&loaded.catalogue)),
            _ => None,
        })?;
        let carried = Carried::of(&catalogue, &self.view.route.read(), &self.view.query.read(), &self.view.reader.read())?;
        Some((carried, catalogue))
    }
}
