//! A browser of one's own: fresh, with nothing stored, and without a screen.

use std::cell::RefCell;
use std::env;
use std::path::PathBuf;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
pub use thirtyfour::Key;
use thirtyfour::error::WebDriverError;
use thirtyfour::{Capabilities, WebDriver, WebElement};

use crate::driver::{Driver, Turn};

/// What the tests ask pages, in the language of pages.
const PAGE: &str = include_str!("page.js");

/// Without these Chromium would look for a screen, a sandbox, updates and accounts.
const FLAGS: [&str; 8] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// Widths below this are those of phones, where a page is scaled and has no bars to scroll with.
const NARROW: u32 = 500;

/// A running browser. Two exist at a time; who wants a third waits.
pub struct Browser {
    driver: WebDriver,
    /// All that the console of the page has said so far. The browser hands each message out only once.
    console: RefCell<Vec<String>>,
    /// What it writes down itself. The console of a frame of another site is told of nowhere else.
    log: tempfile::NamedTempFile,
    // Dropped after the connection above: the driver must outlive it, and the turn ends last.
    _process: Arc<Driver>,
    _turn: Turn,
}

/// What is wished of a browser.
#[derive(Clone, Copy, Default)]
pub struct Wishes<'a> {
    /// The languages that it prefers, such as `en` or `zh-CN,zh`.
    pub languages: &'a str,
    /// Further flags.
    pub flags: &'a [&'a str],
    /// Whether it keeps nothing of any site.
    pub keeps_nothing: bool,
}

impl Browser {
    /// Starts one.
    ///
    /// # Panics
    /// When there is no browser or it does not start.
    pub async fn start(wishes: Wishes<'_>) -> Self {
        let Wishes { languages, flags, keeps_nothing } = wishes;
        let turn = Turn::wait();
        let process = Driver::get();
        let program = env::var_os("CHROMIUM").map(PathBuf::from).or_else(|| find("chromium"));
        // The driver makes a new folder for each browser and takes it away afterwards, so nothing is remembered. Waiting for everything a page
        // loads would wait for ever where a test holds a file back.
        let mut wishes = Map::new();
        wishes.insert("browserName".to_owned(), json!("chrome"));
        wishes.insert("pageLoadStrategy".to_owned(), json!("eager"));
        wishes.insert("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" }));
        let mut options = Map::new();
        let log = tempfile::NamedTempFile::new().expect("a file for a while");
        let written = format!("--log-file={}", log.path().display());
        options.insert("args".to_owned(), json!([FLAGS.as_slice(), &["--enable-logging", written.as_str()], flags].concat()));
        let mut preferences = Map::new();
        preferences.insert("intl.accept_languages".to_owned(), json!(languages));
        if keeps_nothing {
            // Cookies stand for all that a site can keep; 2 means never.
            preferences.insert("profile.default_content_setting_values.cookies".to_owned(), json!(2));
        }
        options.insert("prefs".to_owned(), preferences.into());
        if let Some(program) = program {
            options.insert("binary".to_owned(), json!(program.to_string_lossy()));
        }
        wishes.insert("goog:chromeOptions".to_owned(), options.into());
        let driver = WebDriver::new(&process.url, Capabilities::from(wishes))
            .await
            .unwrap_or_else(|error| panic!("the browser does not start: {error}"));
        Self { driver, console: RefCell::default(), log, _process: process, _turn: turn }
    }

    /// Makes the window so large inside.
    ///
    /// # Panics
    /// When the browser refuses.
    pub async fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < NARROW });
        self.command("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Goes to an address and waits until its document is there.
    ///
    /// # Panics
    /// When the browser can't go there.
    pub async fn go(&self, url: &str) {
        self.driver.goto(url).await.unwrap_or_else(|error| panic!("{url} can't be opened: {error}"));
    }

    /// Looks into a frame of the page from now on, counted from 0; what is asked and done happens there.
    ///
    /// # Panics
    /// When there is no such frame.
    pub async fn enter_frame(&self, number: u16) {
        self.driver.enter_frame(number).await.unwrap_or_else(|error| panic!("frame {number} can't be entered: {error}"));
    }

    /// Looks at the page itself again.
    ///
    /// # Panics
    /// When the page is gone.
    pub async fn leave_frames(&self) {
        self.driver.enter_default_frame().await.unwrap_or_else(|error| panic!("the page is gone: {error}"));
    }

    /// Goes over to the tab that was opened last, once there is more than one, and looks at that from now on.
    ///
    /// # Panics
    /// When none is opened.
    pub async fn see_new_tab(&self) {
        let tabs = crate::until("a new tab", async || {
            let tabs = self.driver.windows().await.map_err(|error| brief(&error))?;
            if tabs.len() > 1 { Ok(tabs) } else { Err("one tab".to_owned()) }
        });
        let last = tabs.await.pop().expect("there is more than one");
        self.driver.switch_to_window(last).await.unwrap_or_else(|error| panic!("the new tab can't be looked at: {error}"));
    }

    /// The address that the browser shows.
    pub async fn url(&self) -> String {
        self.driver.current_url().await.map(String::from).unwrap_or_default()
    }

    /// Goes back in the history, as with the button of the browser.
    ///
    /// # Panics
    /// When the browser can't.
    pub async fn back(&self) {
        self.driver.back().await.unwrap_or_else(|error| panic!("can't go back: {error}"));
    }

    /// Goes forward in the history.
    ///
    /// # Panics
    /// When the browser can't.
    pub async fn forward(&self) {
        self.driver.forward().await.unwrap_or_else(|error| panic!("can't go forward: {error}"));
    }

    /// Presses keys, wherever the focus is.
    ///
    /// # Panics
    /// When the browser takes no keys.
    pub async fn keys(&self, keys: impl Into<thirtyfour::TypingData>) {
        let typed: Vec<char> = keys.into().as_vec();
        let typed: String = typed.into_iter().collect();
        self.driver
            .action_chain()
            .send_keys(typed)
            .perform()
            .await
            .unwrap_or_else(|error| panic!("no keys can be pressed: {error}"));
    }

    /// Asks the page with a few lines of script, which see the helpers of `page.js`. Says why when there is no answer.
    ///
    /// # Errors
    /// When the page can't answer now, such as while it is being replaced.
    pub async fn ask<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Result<T, String> {
        let answer = self.driver.execute(with_helpers(script), arguments).await.map_err(|error| brief(&error))?;
        answer.convert().map_err(|error| format!("{error}: {}", answer.json()))
    }

    /// Finds an element of the page with such lines.
    pub(crate) async fn find(&self, script: &str, arguments: Vec<Value>) -> Result<WebElement, String> {
        let answer = self.driver.execute(with_helpers(script), arguments).await.map_err(|error| brief(&error))?;
        if answer.json().is_null() { Err("no such thing".to_owned()) } else { answer.element().map_err(|error| brief(&error)) }
    }

    /// Gives the browser a command of the DevTools protocol, for what WebDriver has no words for.
    ///
    /// # Panics
    /// When the browser refuses.
    pub async fn command(&self, method: &str, parameters: Value) -> Value {
        self.try_command(method, parameters).await.unwrap_or_else(|error| panic!("{method} failed: {error}"))
    }

    /// The same for a command that a busy browser may not carry out in time.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn try_command(&self, method: &str, parameters: Value) -> Result<Value, String> {
        self.driver.cdp().send_raw(method, parameters).await.map_err(|error| brief(&error))
    }

    /// The page as HTML.
    pub async fn source(&self) -> String {
        self.driver.source().await.unwrap_or_default()
    }

    /// Everything the console has said so far, those of frames included.
    pub async fn console(&self) -> Vec<String> {
        // A browser that is gone has nothing more to say, and its absence shows elsewhere.
        let new = self.driver.browser_log().await.unwrap_or_default();
        let mut said = self.console.borrow_mut();
        said.extend(new.into_iter().map(|entry| format!("{}: {}", entry.level, entry.message)));
        let log = std::fs::read(self.log.path()).unwrap_or_default();
        let log = String::from_utf8_lossy(&log);
        said.iter().cloned().chain(log.lines().filter(|line| line.contains(":CONSOLE:")).map(str::to_owned)).collect()
    }

    /// The errors in it: of scripts, of the network, and broken policies.
    pub async fn errors(&self) -> Vec<String> {
        self.console().await.into_iter().filter(|message| is_bad(message)).collect()
    }

    /// Closes the browser.
    pub async fn close(self) {
        // One that does not close in good order is killed with its driver.
        let _ = self.driver.quit().await;
    }
}

/// Whether a message of the console tells of something that must not happen: an error of any kind, or a policy that was broken.
pub(crate) fn is_bad(message: &str) -> bool {
    message.starts_with("SEVERE")
        || ["panicked at", "Content Security Policy", "Uncaught", "blocked by"].iter().any(|sign| message.contains(sign))
}

/// A script that sees the helpers, and whose own names can't clash with theirs.
fn with_helpers(script: &str) -> String {
    format!("{PAGE}\nreturn (function () {{ {script}\n}}).apply(null, arguments);")
}

/// The first words of an error. The driver adds a trace of its own inside, which tells nothing of the page.
pub(crate) fn brief(error: &WebDriverError) -> String {
    let words = error.to_string();
    let end = words.find("Stacktrace").unwrap_or(words.len());
    words.get(..end).unwrap_or(&words).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A program on the path.
fn find(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(program)).find(|path| path.is_file())
}
