//! What stands between a page and its data: the page is drawn once the data is there, and says so while it is not.

use super::{HEADING, not_found};
use crate::address::ViewQuery;
use crate::domain::catalogue::{Catalogue, DataFile};
use crate::present::notice::load_error;
use crate::present::reader::Reader;
use crate::present::words::Words;
use crate::ui::blocks::{Coming, FailedPanel, Loading};
use crate::ui::reactive::{live, memo};
use crate::ui::state::{AppState, FileState, Loaded, Remote};
use leptos::prelude::*;

/// A page, drawn: its title for the tab, and itself.
pub struct Drawn {
    /// What the tab says.
    pub title: String,
    /// The page.
    pub view: AnyView,
}

/// A page that is drawn whole. Until its data is there it stands under `heading`. `needs` are the files without which
/// it would mislead; `draw` gives nothing when there is no such thing. What stays the same between two drawings keeps
/// its elements, and with them the focus.
pub fn page(
    app: AppState,
    heading: fn(&'static Words) -> &'static str,
    needs: &'static [DataFile],
    draw: impl Fn(&Catalogue, &ViewQuery, &Reader) -> Option<Drawn> + Send + 'static,
) -> AnyView {
    erased(app, heading, needs, Box::new(draw))
}

type Draw = Box<dyn Fn(&Catalogue, &ViewQuery, &Reader) -> Option<Drawn> + Send>;

fn erased(app: AppState, heading: fn(&'static Words) -> &'static str, needs: &'static [DataFile], draw: Draw) -> AnyView {
    live(move || {
        let reader = app.view.reader.get();
        let query = app.view.query.get();
        let drawn = app.library.loaded.with(|loaded| match (waiting(loaded, needs, &reader), loaded) {
            (Stage::Ready, Remote::Ready(loaded)) => Ok(draw(&loaded.catalogue, &query, &reader)),
            (stage, _) => Err(stage),
        });
        match drawn {
            Ok(Some(drawn)) => {
                app.title.set(drawn.title);
                drawn.view
            }
            Ok(None) => not_found(app),
            Err(stage) => {
                let name = heading(reader.words());
                app.title.set(name.to_owned());
                view! {
                    <div class="page-head">
                        <h1 class="page-head__title" id=HEADING tabindex="-1">{name}</h1>
                    </div>
                    {waiting_view(app, stage, Coming::Columns)}
                }
                .into_any()
            }
        }
    })
}

/// How a page stands towards its data.
#[derive(Clone, PartialEq, Debug)]
enum Stage {
    /// On its way.
    Loading,
    /// On its way for longer than people expect.
    Slow,
    /// Not to be had: what is missing and why, a line each.
    Failed(Vec<String>),
    /// There.
    Ready,
}

fn waiting(loaded: &Remote<Loaded>, needs: &[DataFile], reader: &Reader) -> Stage {
    match loaded {
        Remote::Loading => Stage::Loading,
        Remote::Slow => Stage::Slow,
        Remote::Failed(files) => Stage::Failed(files.iter().map(|(file, error)| load_error(*file, error, reader)).collect()),
        Remote::Ready(loaded) => {
            let failed = needs.iter().filter_map(|file| match loaded.state(*file) {
                FileState::Failed(error) => Some(load_error(*file, &error, reader)),
                _ => None,
            });
            let lines: Vec<String> = failed.collect();
            if !lines.is_empty() {
                Stage::Failed(lines)
            } else if needs.iter().any(|file| loaded.state(*file) == FileState::Loading) {
                Stage::Loading
            } else {
                Stage::Ready
            }
        }
    }
}

fn waiting_view(app: AppState, stage: Stage, coming: Coming) -> AnyView {
    let words = app.view.words.get();
    match stage {
        Stage::Failed(lines) => {
            view! { <FailedPanel lines words on_retry=Callback::new(move |()| app.library.load()) /> }.into_any()
        }
        stage => view! { <Loading coming is_slow=stage == Stage::Slow words /> }.into_any(),
    }
}

/// A page whose parts are drawn by themselves, because they must keep what a visitor does with them: what is typed,
/// ticked and in focus. `make` makes its view model, and `ready` draws from the signal of it.
pub fn lasting_page<T: Clone + PartialEq + Send + Sync + 'static>(
    app: AppState,
    needs: impl Fn(&ViewQuery) -> &'static [DataFile] + Send + Sync + 'static,
    make: impl Fn(&Catalogue, &ViewQuery, &Reader) -> T + Send + Sync + 'static,
    ready: impl Fn(Signal<Option<T>>) -> AnyView + Send + 'static,
) -> AnyView {
    let made = memo(move || {
        let reader = app.view.reader.get();
        let query = app.view.query.read();
        app.library.loaded.with(|loaded| match (waiting(loaded, needs(&query), &reader), loaded) {
            (Stage::Ready, Remote::Ready(loaded)) => (Stage::Ready, Some(make(&loaded.catalogue, &query, &reader))),
            (stage, _) => (stage, None),
        })
    });
    let value = Signal::derive(move || made.with(|(_, value)| value.clone()));
    // Only the stage decides what is drawn; the value changes inside it.
    let stage = memo(move || made.with(|(stage, _)| stage.clone()));
    live(move || match stage.get() {
        Stage::Ready => ready(value),
        stage => waiting_view(app, stage, Coming::Results),
    })
}
