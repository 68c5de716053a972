//! What is looked at by few, or not at once: files, paper, codes, charts and time lines. Its code is a part of the
//! program that is fetched once the page has settled, or when it is first asked for, so that the first load stays small.
//!
//! **Invariant:** whatever is reached only through [`make`] comes later; a single other call of it would bring it into
//! the first load, which `cargo xtask sizes` shows.

use super::{AppState, FileState, Remote};
use crate::address::{Route, ViewQuery};
use crate::carry::{Carried, qr};
use crate::domain::catalogue::{Catalogue, DataFile};
use crate::draw::{self, Node};
use crate::present::claims::CellKey;
use crate::present::reader::Reader;
use crate::present::words::Words;
use leptos::prelude::*;
use std::sync::Arc;

/// What is wanted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wanted {
    /// The claims behind the view as a sheet.
    Csv,
    /// The claims behind the view as records.
    Json,
    /// The view on paper.
    Dossier,
    /// The address of the view as a code.
    Qr,
    /// An address as a code.
    Code(String),
    /// The figures of the compared as charts.
    Charts,
    /// The sectors of the compared pairs, or of the pair of the page.
    Sectors,
    /// What happened to the pair or park of the page, and what was said when.
    Timeline,
    /// Files, disputes, gaps, and what nobody publishes.
    Data,
    /// The claims of a cell as points.
    Points(CellKey),
}

/// The view from which it is made, as it is at a moment.
#[derive(Clone)]
pub struct Scene {
    wanted: Wanted,
    catalogue: Arc<Catalogue>,
    route: Route,
    query: ViewQuery,
    reader: Reader,
    link: String,
}

/// What was made.
#[derive(Clone, PartialEq, Debug)]
pub enum Made {
    /// A text, for a file.
    Text(String),
    /// A drawing.
    Drawing(Node),
    /// The view has no such thing.
    Nothing,
}

/// The part of the program that makes it could not be fetched.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotThere;

impl AppState {
    /// The view of the moment, for something wanted of it; `None` while the data is not there. What reads it is told
    /// of every change.
    #[must_use]
    pub fn scene(self, wanted: Wanted) -> Option<Scene> {
        let catalogue = self.library.loaded.with(|loaded| match loaded {
            Remote::Ready(loaded) => Some(Arc::clone(&loaded.catalogue)),
            _ => None,
        })?;
        let (route, query, reader) = (self.view.route.get(), self.view.query.get(), self.view.reader.get());
        Some(Scene { wanted, catalogue, route, query, reader, link: self.link() })
    }

    /// The same for what is taken along; `None` too while data is on its way or could not be had, since it would lack
    /// that without saying so.
    pub(super) fn whole_scene(self, wanted: Wanted) -> Option<Scene> {
        let is_whole = self.library.loaded.with(|loaded| match loaded {
            Remote::Ready(loaded) => DataFile::ALL.iter().all(|file| loaded.state(*file) == FileState::Ready),
            _ => false,
        });
        if is_whole { self.scene(wanted) } else { None }
    }
}

/// Makes what is wanted, once the part of the program that can is there.
///
/// # Errors
/// When that part can't be fetched. Asking again tries again.
#[cfg(feature = "apart")]
#[wasm_split_helpers::wasm_split(later, fallible, preload(fetch_part))]
pub fn make(scene: Box<Scene>) -> Result<Box<Made>, NotThere> {
    Ok(Box::new(made(&scene)))
}

/// Fetches the part ahead of time, so that it is there when the network may not be, and when paper can't wait.
pub async fn prepare() {
    // Without it the page works, and whoever asks for something of it is told.
    #[cfg(feature = "apart")]
    let _ = fetch_part().await;
}

/// Makes what is wanted. Here the program is in one piece, as in tests and while editing.
///
/// # Errors
/// None; the program that ships may lack the part.
#[cfg(not(feature = "apart"))]
pub async fn make(scene: Box<Scene>) -> Result<Box<Made>, NotThere> {
    Ok(Box::new(made(&scene)))
}

#[cfg(feature = "apart")]
impl From<wasm_split_helpers::SplitLoaderError> for NotThere {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

fn made(scene: &Scene) -> Made {
    let Scene { wanted, catalogue, route, query, reader, link } = scene;
    let words = reader.words();
    let carried = || Carried::of(catalogue, route, query, reader);
    let drawing = |node: Option<Node>| node.map_or(Made::Nothing, Made::Drawing);
    match wanted {
        Wanted::Csv => carried().map_or(Made::Nothing, |carried| Made::Text(carried.csv(catalogue, reader))),
        Wanted::Json => carried().map_or(Made::Nothing, |carried| Made::Text(carried.json(catalogue, link, reader))),
        Wanted::Dossier => drawing(carried().map(|carried| draw::dossier(&carried.dossier(catalogue, link, reader), words))),
        Wanted::Qr => code(link, words),
        Wanted::Code(address) => code(address, words),
        Wanted::Charts => drawing(draw::charts_of_view(catalogue, query, reader)),
        Wanted::Sectors => drawing(draw::sectors_of_view(catalogue, route, query, reader)),
        Wanted::Timeline => drawing(draw::timeline_of_view(catalogue, route, reader)),
        Wanted::Data => Made::Drawing(draw::data_of_all(catalogue, query, reader)),
        Wanted::Points(key) => drawing(draw::points(catalogue, key, reader)),
    }
}

fn code(address: &str, words: &Words) -> Made {
    let too_long = || Node::new("p").class("hint").text(words.qr_too_long);
    Made::Drawing(qr(address).map_or_else(too_long, |code| draw::qr(&code, words.qr_label)))
}
