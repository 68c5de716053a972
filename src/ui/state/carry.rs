//! Taking a view along: as a link, a file, or paper.

use super::AppState;
use super::later::{Made, NotThere, Wanted, make};
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

/// A form in which a view can be taken along.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// For spreadsheet programs.
    Csv,
    /// For programs.
    Json,
    /// Paper.
    Paper,
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

    /// Saves or prints the view, once the code that does is there.
    pub fn take(self, form: Form) {
        spawn_local(async move {
            match fetch_taking().await {
                Ok(take) => take(self, form),
                Err(NotThere) => self.carrying.outcome.set(Some((untrack(move || self.link()), Outcome::NotThere))),
            }
        });
    }
}

/// Takes a view along in a form.
type Take = fn(AppState, Form);

#[cfg(feature = "apart")]
#[wasm_split_helpers::wasm_split(later, fallible)]
fn fetch_taking() -> Result<Take, NotThere> {
    Ok(take)
}

/// Here the program is in one piece, as in tests and while editing.
#[cfg(not(feature = "apart"))]
async fn fetch_taking() -> Result<Take, NotThere> {
    Ok(take)
}

/// Takes the view of the moment along; says so and does nothing while it would not be whole.
fn take(app: AppState, form: Form) {
    let (wanted, ending, media_type) = match form {
        Form::Csv => (Wanted::Csv, "csv", "text/csv;charset=utf-8"),
        Form::Json => (Wanted::Json, "json", "application/json"),
        Form::Paper => (Wanted::Dossier, "", ""),
    };
    let link = untrack(move || app.link());
    let say = move |outcome| app.carrying.outcome.set(outcome);
    let Some(scene) = untrack(move || app.whole_scene(wanted)) else {
        return say(Some((link, Outcome::NotWhole)));
    };
    say(None);
    let name = untrack(move || file_name(&app.view.route.read(), &app.view.query.read(), &app.view.reader.read()));
    spawn_local(async move {
        match make(Box::new(scene)).await.map(|made| *made) {
            Ok(Made::Text(text)) => paper::save(&format!("{name}.{ending}"), media_type, &text).await,
            Ok(_) if form == Form::Paper => print(app, link).await,
            Ok(_) => say(Some((link, Outcome::NothingToSave))),
            Err(_) => say(Some((link, Outcome::NotThere))),
        }
    });
}

/// Opens the dialog for printing, once what goes to paper is drawn.
async fn print(app: AppState, link: String) {
    app.carrying.is_printing.set(true);
    clock::wait(DRAWING).await;
    if !paper::print() {
        app.carrying.is_printing.set(false);
        app.carrying.outcome.set(Some((link, Outcome::PrintRefused)));
    }
}
