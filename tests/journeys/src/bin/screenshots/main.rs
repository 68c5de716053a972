//! Pictures of every view, in every width, theme and language: `screenshots <folder> [filter]`.
//!
//! Each is a PNG of the whole page, named `view-width-theme-language.png`; the filter is a part of that name. What the console says meanwhile, and
//! pictures that could not be taken, are reported in the end.

#![expect(
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a picture that can't be taken is caught as a panic and reported"
)]

mod picture;
mod views;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, thread};

use picture::{Picture, Studio};

/// How many browsers take pictures at the same time; more than two would wait for each other.
const BROWSERS: usize = 2;

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    let Some(folder) = arguments.next().map(PathBuf::from) else {
        eprintln!("Say where the pictures go: screenshots <folder> [filter]");
        return ExitCode::FAILURE;
    };
    let filter = arguments.next().map(|filter| filter.to_string_lossy().into_owned()).unwrap_or_default();
    let pictures: Vec<Picture> = Picture::all().filter(|picture| picture.name().contains(&filter)).collect();
    if pictures.is_empty() {
        eprintln!("No picture has “{filter}” in its name, such as: explore-cards-320-dark-zh-Hans");
        return ExitCode::FAILURE;
    }
    fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{} can't be made: {error}", folder.display()));
    // What goes wrong is told in the end, once.
    std::panic::set_hook(Box::new(|_| ()));
    let troubles = take(&pictures, &folder);
    drop(std::panic::take_hook());
    eprintln!(
        "{} pictures in {}",
        pictures.len() - troubles.iter().filter(|trouble| trouble.is_missing).count(),
        folder.display()
    );
    for trouble in &troubles {
        eprintln!("{}: {}", trouble.picture, trouble.what);
    }
    if troubles.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What went wrong with a picture.
struct Trouble {
    picture: String,
    what: String,
    is_missing: bool,
}

/// Takes all pictures, each browser the next that nobody has taken yet.
fn take(pictures: &[Picture], folder: &Path) -> Vec<Trouble> {
    let next = AtomicUsize::new(0);
    let troubles = Mutex::new(Vec::new());
    let work = || {
        let mut studio = Studio::open();
        while let Some(picture) = pictures.get(next.fetch_add(1, Ordering::Relaxed)) {
            let name = picture.name();
            let (what, is_missing) = match studio.take(picture) {
                Ok((png, errors)) => {
                    let saved = fs::write(folder.join(format!("{name}.png")), png);
                    let is_missing = saved.is_err();
                    (errors.into_iter().chain(saved.err().map(|error| error.to_string())).collect::<Vec<_>>(), is_missing)
                }
                Err(why) => (vec![why], true),
            };
            let found = what.into_iter().map(|what| Trouble { picture: name.clone(), what, is_missing });
            troubles.lock().expect("nobody panics while holding it").extend(found);
        }
        studio.close();
    };
    thread::scope(|scope| {
        for _ in 0..BROWSERS.min(pictures.len()) {
            scope.spawn(work);
        }
    });
    troubles.into_inner().expect("nobody panics while holding it")
}
