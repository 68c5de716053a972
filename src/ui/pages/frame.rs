//! What stands between a page and its data: the page is drawn once the data is there, and says so while it is not.

use crate::address::ViewQuery;
use crate::domain::catalogue::{Catalogue, DataFile};
use crate::present::notice::load_error;
use crate::present::reader::Reader;
use crate::ui::blocks::{FailedPanel, Loading};
use crate::ui::reactive::memo;
use crate::ui::state::{AppState, FileState, Loaded, Remote};
use leptos::prelude::*;

/// How a page stands towards its data.
#[derive(Clone, PartialEq, Debug)]
pub enum Stage<T> {
    /// On its way.
    Loading,
    /// On its way for longer than people expect.
    Slow,
    /// Not to be had: what is missing and why, a line each.
    Failed(Vec<String>),
    /// There is no such thing.
    Absent,
    /// Ready to draw.
    Ready(T),
}

/// A memo of a page's view model. `needs` are the files without which the page would mislead.
pub fn use_page<T: Clone + PartialEq + Send + Sync + 'static>(
    app: AppState,
    needs: &'static [DataFile],
    make: impl Fn(&Catalogue, &ViewQuery, &Reader) -> Option<T> + Send + Sync + 'static,
) -> Memo<Stage<T>> {
    memo(move || {
        let reader = app.view.reader.get();
        let query = app.view.query.read();
        app.library.loaded.with(|loaded| match loaded {
            Remote::Loading => Stage::Loading,
            Remote::Slow => Stage::Slow,
            Remote::Failed(files) => Stage::Failed(files.iter().map(|(file, error)| load_error(*file, error, &reader)).collect()),
            Remote::Ready(loaded) => match missing(loaded, needs, &reader) {
                Some(stage) => stage,
                None => make(&loaded.catalogue, &query, &reader).map_or(Stage::Absent, Stage::Ready),
            },
        })
    })
}

fn missing<T>(loaded: &Loaded, needs: &[DataFile], reader: &Reader) -> Option<Stage<T>> {
    let lines: Vec<String> = needs
        .iter()
        .filter_map(|file| match loaded.state(*file) {
            FileState::Failed(error) => Some(load_error(*file, &error, reader)),
            _ => None,
        })
        .collect();
    if !lines.is_empty() {
        return Some(Stage::Failed(lines));
    }
    needs.iter().any(|file| loaded.state(*file) == FileState::Loading).then_some(Stage::Loading)
}

/// Draws a page's stage: waiting, failing, absent, or the page itself.
///
/// `ready` draws from the signal, so that later changes repaint only what they touch.
pub fn stage<T: Clone + PartialEq + Send + Sync + 'static>(
    app: AppState,
    page: Memo<Stage<T>>,
    ready: impl Fn(Signal<Option<T>>) -> AnyView + Send + Sync + 'static,
    absent: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let value = Signal::derive(move || match page.get() {
        Stage::Ready(value) => Some(value),
        _ => None,
    });
    // Only the kind of stage decides what is drawn; the value changes inside it.
    let kind = memo(move || match &*page.read() {
        Stage::Loading => Stage::Loading,
        Stage::Slow => Stage::Slow,
        Stage::Failed(lines) => Stage::Failed(lines.clone()),
        Stage::Absent => Stage::Absent,
        Stage::Ready(_) => Stage::Ready(()),
    });
    draw(app, kind, Box::new(move || ready(value)), Box::new(absent))
}

type Draw = Box<dyn Fn() -> AnyView + Send + Sync>;

fn draw(app: AppState, kind: Memo<Stage<()>>, ready: Draw, absent: Draw) -> AnyView {
    let drawn = move || {
        let words = app.view.words.get();
        match kind.get() {
            Stage::Loading => view! { <Loading is_slow=false words /> }.into_any(),
            Stage::Slow => view! { <Loading is_slow=true words /> }.into_any(),
            Stage::Failed(lines) => {
                view! { <FailedPanel lines words on_retry=Callback::new(move |()| app.library.load()) /> }.into_any()
            }
            Stage::Absent => absent(),
            Stage::Ready(()) => ready(),
        }
    };
    drawn.into_any()
}
