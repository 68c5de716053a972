//! A visit: a browser and a server of its own, and what must be true when it ends.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::{env, fs};

use xtask::site::{Fault, Running, Site};

use crate::browser::{Browser, Wishes};

/// The server of all visits that only read. The first of them has it compress the app for all.
static COMMON: OnceLock<Arc<Running>> = OnceLock::new();

/// What a visit starts from.
pub struct Visit {
    size: (u32, u32),
    languages: String,
    folder: PathBuf,
    base: String,
    faults: Vec<(String, Fault)>,
    expected: Vec<String>,
    is_tolerant: bool,
    is_alone: bool,
    flags: &'static [&'static str],
    keeps_nothing: bool,
    elsewhere: Option<String>,
}

/// A person before the app.
pub struct Visitor {
    pub(crate) browser: Browser,
    pub(crate) site: Arc<Running>,
    /// Where the app is, with a slash at the end.
    pub(crate) address: String,
    is_alone: bool,
}

impl Default for Visit {
    fn default() -> Self {
        Self::new()
    }
}

impl Visit {
    /// At a desk, in English, and everything works.
    #[must_use]
    pub fn new() -> Self {
        Self {
            size: (1280, 900),
            languages: "en".to_owned(),
            folder: dist(),
            base: "/".to_owned(),
            faults: Vec::new(),
            expected: Vec::new(),
            is_tolerant: false,
            is_alone: false,
            flags: &[],
            keeps_nothing: false,
            elsewhere: None,
        }
    }

    /// In a window so large inside.
    #[must_use]
    pub fn sized(mut self, width: u32, height: u32) -> Self {
        self.size = (width, height);
        self
    }

    /// With a browser that prefers these languages, such as `zh-CN,zh`.
    #[must_use]
    pub fn speaking(mut self, languages: &str) -> Self {
        self.languages = languages.to_owned();
        self
    }

    /// In a browser that is started with these flags as well.
    #[must_use]
    pub fn with_flags(mut self, flags: &'static [&'static str]) -> Self {
        self.flags = flags;
        self
    }

    /// In a browser that keeps nothing of any site.
    #[must_use]
    pub fn without_storage(mut self) -> Self {
        self.keeps_nothing = true;
        self
    }

    /// To a site that is served elsewhere, by its address with a slash at the end.
    #[must_use]
    pub fn to(mut self, site: &str) -> Self {
        self.elsewhere = Some(site.to_owned());
        self
    }

    /// With a server of its own, so that the test can tell it what to do and read its log.
    #[must_use]
    pub fn alone(mut self) -> Self {
        self.is_alone = true;
        self
    }

    /// To a copy of the app in this folder, below this path.
    #[must_use]
    pub fn at(mut self, folder: &Path, base: &str) -> Self {
        self.is_alone = true;
        folder.clone_into(&mut self.folder);
        base.clone_into(&mut self.base);
        self
    }

    /// While something is wrong at the server.
    #[must_use]
    pub fn with_fault(mut self, path: &str, fault: Fault) -> Self {
        self.is_alone = true;
        self.faults.push((path.to_owned(), fault));
        self
    }

    /// In which the console may show errors that contain these words, and does so at least once.
    #[must_use]
    pub fn expecting(mut self, words: &str) -> Self {
        self.expected.push(words.to_owned());
        self
    }

    /// In which the console may say what it likes: so much goes wrong on purpose that what it says is no news.
    #[must_use]
    pub fn tolerant(mut self) -> Self {
        self.is_tolerant = true;
        self
    }

    /// Makes the visit, and hands back what came of it.
    ///
    /// # Panics
    /// When what happens in it does, or when the console has other errors in the end than those expected.
    pub fn go<T>(self, journey: impl AsyncFnOnce(&Visitor) -> T) -> T {
        let start = || {
            let site = Site::new(self.folder.clone()).with_base(&self.base);
            let site = self.faults.iter().fold(site, |site, (path, fault)| site.fault(path, fault.clone()));
            Arc::new(site.listen(0).unwrap_or_else(|error| panic!("the server does not start: {error:#}")))
        };
        let site = if self.is_alone { start() } else { Arc::clone(COMMON.get_or_init(start)) };
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime of one thread needs nothing");
        let browser = runtime.block_on(async {
            let wishes = Wishes { languages: &self.languages, flags: self.flags, keeps_nothing: self.keeps_nothing };
            let browser = Browser::start(wishes).await;
            browser.resize(self.size.0, self.size.1).await;
            browser
        });
        let address = self.elsewhere.unwrap_or_else(|| site.url());
        let visitor = Visitor { browser, site, address, is_alone: self.is_alone };
        let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(journey(&visitor))));
        let (url, said) = runtime.block_on(async { (visitor.browser.url().await, visitor.browser.console().await) });
        runtime.block_on(visitor.browser.close());
        match outcome {
            Err(panic) => {
                eprintln!("the visit ended at {url}; the console:\n{}", said.join("\n"));
                resume_unwind(panic)
            }
            Ok(outcome) => {
                if !self.is_tolerant {
                    check(&said, &self.expected);
                }
                outcome
            }
        }
    }
}

impl Visitor {
    /// A person at a browser and a server that nobody else uses.
    #[must_use]
    pub fn new(browser: Browser, site: Running) -> Self {
        Self { browser, address: site.url(), site: Arc::new(site), is_alone: true }
    }

    /// Closes the browser and the server.
    pub async fn leave(self) {
        self.browser.close().await;
    }

    /// The server, to tell it what to do and to read its log.
    ///
    /// # Panics
    /// When others visit the same one.
    #[must_use]
    pub fn server(&self) -> &Running {
        assert!(self.is_alone, "others visit this server too; ask for one with `Visit::alone`");
        &self.site
    }
}

fn check(said: &[String], expected: &[String]) {
    let is_expected = |message: &String| expected.iter().any(|words| message.contains(words.as_str()));
    let bad: Vec<&String> = said.iter().filter(|message| crate::browser::is_bad(message) && !is_expected(message)).collect();
    assert!(bad.is_empty(), "the console shows errors: {bad:#?}");
    for words in expected {
        assert!(said.iter().any(|message| message.contains(words.as_str())), "the console shows no “{words}”, only {said:#?}");
    }
}

/// The folder with the built app: the one that is given, or else that of the fast build.
///
/// # Panics
/// When there is no app in it.
#[must_use]
pub fn dist() -> PathBuf {
    let usual = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/dist-fast");
    let folder = env::var_os("TWIN_PARKS_DIST").map_or_else(usual, PathBuf::from);
    assert!(
        folder.join("index.html").is_file(),
        "there is no app in {}. Build it with: cargo xtask build --fast",
        folder.display()
    );
    folder
}

/// The name of the app's file that begins and ends like this: a hash stands between.
///
/// # Panics
/// When there is no such file, or more than one.
#[must_use]
pub fn shipped(beginning: &str, ending: &str) -> String {
    shipped_in(&dist(), beginning, ending)
}

/// The same of an app that lies in this folder.
///
/// # Panics
/// When there is no such file, or more than one.
#[must_use]
pub fn shipped_in(folder: &Path, beginning: &str, ending: &str) -> String {
    let files = fs::read_dir(folder).expect("the app's folder can be read");
    let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let mut found: Vec<String> = names.filter(|name| name.starts_with(beginning) && name.ends_with(ending)).collect();
    assert_eq!(found.len(), 1, "one file begins with {beginning} and ends with {ending}: {found:?}");
    found.remove(0)
}
