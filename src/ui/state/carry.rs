//! Taking a view along: as a link, a file, or paper.

use super::AppState;
use super::later::{Made, Scene, Wanted, make};
use crate::carry::{file_name, link};
use crate::platform::{clipboard, clock, document, history, paper};
use crate::ui::reactive::LastingSignal;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long the page is given to draw what goes to paper, in milliseconds.
const DRAWING: i32 = 50;

/// What became of taking something along.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// The link is on the clipboard.
    LinkCopied,
    /// The browser does not allow that.
    CopyRefused,
    /// The device's way of sharing failed.
    ShareRefused,
    /// What makes files and paper could not be fetched.
    NotThere,
    /// Data is missing, or still on its way, and what is taken along would lack it without saying so.
    NotWhole,
    /// The view shows no figures.
    NothingToSave,
    /// The browser does not print here.
    PrintRefused,
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
    pub outcome: LastingSignal<Option<(String, Outcome)>>,
    /// Whether the page is on its way to paper.
    pub is_printing: LastingSignal<bool>,
    /// Whether the ways to take a view along are unfolded.
    pub is_open: LastingSignal<bool>,
}

impl Carrying {
    /// Begins to listen for printing.
    #[must_use]
    pub fn begin() -> Self {
        let carrying = Self {
            outcome: LastingSignal::new(None),
            is_printing: LastingSignal::new(false),
            is_open: LastingSignal::new(false),
        };
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
        self.carrying.outcome.set(None);
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

    /// The link and the whole view of the moment; says so and gives none while the view would not be whole.
    fn begin_taking(self, wanted: Wanted) -> Option<(String, Scene)> {
        let link = untrack(move || self.link());
        let scene = untrack(move || self.whole_scene(wanted));
        self.carrying.outcome.set(scene.is_none().then(|| (link.clone(), Outcome::NotWhole)));
        scene.map(|scene| (link, scene))
    }

    /// Saves the claims behind the view as a file.
    pub fn save(self, form: FileForm) {
        let (wanted, ending, media_type) = match form {
            FileForm::Csv => (Wanted::Csv, "csv", "text/csv;charset=utf-8"),
            FileForm::Json => (Wanted::Json, "json", "application/json"),
        };
        let Some((link, scene)) = self.begin_taking(wanted) else { return };
        let name = untrack(move || file_name(&self.view.route.read(), &self.view.query.read(), &self.view.reader.read()));
        spawn_local(async move {
            match make(Box::new(scene)).await.map(|made| *made) {
                Ok(Made::Text(text)) => paper::save(&format!("{name}.{ending}"), media_type, &text).await,
                Ok(_) => self.carrying.outcome.set(Some((link, Outcome::NothingToSave))),
                Err(_) => self.carrying.outcome.set(Some((link, Outcome::NotThere))),
            }
        });
    }

    /// Opens the dialog for printing, once what goes to paper can be drawn.
    pub fn print(self) {
        let Some((link, scene)) = self.begin_taking(Wanted::Dossier) else { return };
        spawn_local(async move {
            // The part of the program that draws it is fetched before the dialog stops everything.
            if make(Box::new(scene)).await.is_err() {
                self.carrying.outcome.set(Some((link, Outcome::NotThere)));
                return;
            }
            self.carrying.is_printing.set(true);
            clock::wait(DRAWING).await;
            if !paper::print() {
                self.carrying.is_printing.set(false);
                self.carrying.outcome.set(Some((link, Outcome::PrintRefused)));
            }
        });
    }
}
