//! Taking one picture after the other with the same browser.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use journeys::{Browser, IN_PLACE_OF, Visitor, Wishes, dist, shipped, stretched_language};
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};
use xtask::site::Site;

use crate::views::{Trouble, VIEWS, View, Windows};

const THEMES: [&str; 2] = ["light", "dark"];
/// The languages, and one that nobody speaks, with longer words than any.
const LANGUAGES: [&str; 5] = ["en", "zh-Hans", "ms", "vi", STRETCHED];
const STRETCHED: &str = "stretched";
/// Longer pages are cut here; nobody looks at more of them at a glance.
const LONGEST: f64 = 4_000.0;

/// One picture to take.
pub(crate) struct Picture {
    view: &'static View,
    size: (u32, u32),
    theme: &'static str,
    language: &'static str,
}

impl Picture {
    /// Every view in every width, theme and language.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        let looks = |view: &View| {
            let sizes = view.windows.sizes().iter().copied();
            sizes.flat_map(|size| THEMES.into_iter().flat_map(move |theme| LANGUAGES.map(|language| (size, theme, language))))
        };
        VIEWS.iter().flat_map(move |view| looks(view).map(move |(size, theme, language)| Self { view, size, theme, language }))
    }

    /// Its name, which is also that of its file.
    pub(crate) fn name(&self) -> String {
        format!("{}-{}-{}-{}", self.view.name, self.size.0, self.theme, self.language)
    }

    fn address(&self) -> String {
        let sign = if self.view.address.contains('?') { '&' } else { '?' };
        let language = if self.language == STRETCHED { IN_PLACE_OF } else { self.language };
        format!("{}{sign}lang={language}&theme={}", self.view.address, self.theme)
    }
}

/// A browser and a server for pictures.
pub(crate) struct Studio {
    runtime: Runtime,
    visitor: Visitor,
    /// The file of the app itself.
    app: String,
    parks: Value,
    /// How many errors the console had shown before.
    errors: usize,
}

impl Studio {
    /// Starts both.
    pub(crate) fn open() -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime of one thread needs nothing");
        let site = Site::new(dist()).listen(0).unwrap_or_else(|error| panic!("the server does not start: {error:#}"));
        let browser = runtime.block_on(Browser::start(Wishes { languages: "en", ..Wishes::default() }));
        let app = shipped("twin-parks", ".wasm");
        let parks = fs::read(dist().join("data/parks.json")).expect("the app is served with its data");
        Self {
            visitor: Visitor::new(browser, site),
            runtime,
            app,
            parks: serde_json::from_slice(&parks).expect("the data is JSON"),
            errors: 0,
        }
    }

    /// Takes a picture. Gives it as PNG, with the errors that the console showed meanwhile, or says why there is none.
    pub(crate) fn take(&mut self, picture: &Picture) -> Result<(Vec<u8>, Vec<String>), String> {
        let mut faults = picture.view.trouble.faults(&self.app, &self.parks);
        if picture.language == STRETCHED {
            let wrong: Vec<String> = faults.iter().map(|(path, _)| path.clone()).collect();
            faults.extend(stretched_language().into_iter().filter(|(path, _)| !wrong.contains(path)));
        }
        for (path, fault) in &faults {
            self.visitor.server().set_fault(path, Some(fault.clone()));
        }
        let taken = catch_unwind(AssertUnwindSafe(|| self.runtime.block_on(shoot(&self.visitor, picture))));
        for (path, _) in &faults {
            self.visitor.server().set_fault(path, None);
        }
        let png = taken.map_err(|panic| {
            let words = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
            words.unwrap_or("it could not be taken").to_owned()
        })?;
        let errors = self.runtime.block_on(self.visitor.browser().errors());
        let new = errors.get(self.errors..).unwrap_or_default().to_vec();
        self.errors = errors.len();
        // Where something is wrong on purpose, the console says so.
        let is_wanted = picture.view.trouble != Trouble::None;
        Ok((png, if is_wanted { Vec::new() } else { new }))
    }

    /// Stops both.
    pub(crate) fn close(self) {
        self.runtime.block_on(self.visitor.leave());
    }
}

async fn shoot(visitor: &Visitor, picture: &Picture) -> Vec<u8> {
    let browser = visitor.browser();
    browser.resize(picture.size.0, picture.size.1).await;
    // The app itself is kept by the browser for good, so for once it must forget.
    let forgets = picture.view.trouble == Trouble::AppMissing;
    browser.command("Network.enable", json!({})).await;
    browser.command("Network.setCacheDisabled", json!({ "cacheDisabled": forgets })).await;
    // A kiosk's worker would answer with what it kept of the language before.
    browser.command("Network.setBypassServiceWorker", json!({ "bypass": true })).await;
    visitor.open(&picture.address()).await;
    visitor.wait_for(&picture.name(), picture.view.ready).await;
    if let Some((act, done)) = picture.view.then {
        visitor.ask::<()>(act).await;
        visitor.wait_for(&picture.name(), done).await;
    }
    let metrics = browser.command("Page.getLayoutMetrics", json!({})).await;
    let size = &metrics["cssContentSize"];
    let window = f64::from(picture.size.1);
    let height = match picture.view.windows {
        Windows::Pages => size["height"].as_f64().unwrap_or_default().clamp(window, LONGEST),
        Windows::Displays => window,
    };
    let area = json!({ "x": 0, "y": 0, "width": picture.size.0, "height": height, "scale": 1 });
    // What lies beyond the window makes the browser lay the page out once more, and whatever moves begins again.
    let is_beyond = picture.view.windows == Windows::Pages;
    let asked = json!({ "format": "png", "captureBeyondViewport": is_beyond, "clip": area });
    let taken = browser.command("Page.captureScreenshot", asked).await;
    let coded = taken["data"].as_str().expect("a picture comes as text");
    STANDARD.decode(coded).expect("in this coding")
}
