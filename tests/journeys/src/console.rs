//! The console of the browser: what it says, and what of that is an error.

use std::cell::RefCell;

use thirtyfour::{BrowserLogEntry, WebDriver};

/// Everything the console has said so far. The browser hands each message out only once, so they are kept here.
#[derive(Default)]
pub(crate) struct Console {
    said: RefCell<Vec<BrowserLogEntry>>,
}

impl Console {
    /// All messages so far, errors marked as such.
    pub(crate) async fn read(&self, driver: &WebDriver) -> Vec<String> {
        // A browser that is gone has nothing more to say, and its absence shows elsewhere.
        let new = driver.browser_log().await.unwrap_or_default();
        let mut said = self.said.borrow_mut();
        said.extend(new);
        said.iter().map(|entry| format!("{}: {}", entry.level, entry.message)).collect()
    }
}

/// Whether a message tells of something that must not happen: an error of any kind, or a policy that was broken.
pub(crate) fn is_bad(message: &str) -> bool {
    message.starts_with("SEVERE")
        || ["panicked at", "Content Security Policy", "Uncaught"].iter().any(|sign| message.contains(sign))
}
