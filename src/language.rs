//! Languages: from a file of messages to the words of the interface.

use crate::domain::names::{Lang, Translations};
use crate::present::kiosk::KioskWords;
use crate::present::share::ShareWords;
use crate::present::words::Words;
use crate::wire::{Messages, WireError, messages};
use std::sync::OnceLock;

/// The texts of the data as they are, for English and for a language whose texts have not come.
pub static UNTRANSLATED: Translations = Translations::none();

/// English, which is part of the program.
#[must_use]
pub fn english() -> &'static Words {
    static WORDS: OnceLock<&'static Words> = OnceLock::new();
    WORDS.get_or_init(|| lasting(Lang::En, english_messages()))
}

/// The words of a language from its file. A message that the file lacks is English.
///
/// They are kept for as long as the program runs, so ask once.
///
/// # Errors
/// When the file holds no messages.
pub fn words(lang: Lang, file: &[u8]) -> Result<&'static Words, WireError> {
    messages(file).map(|messages| lasting(lang, &messages))
}

/// The words of a kiosk from their file. A message that the file lacks is empty; those that ship lack none.
///
/// They are kept for as long as the program runs, so ask once.
///
/// # Errors
/// When the file holds no messages.
pub fn kiosk_words(lang: Lang, file: &[u8]) -> Result<&'static KioskWords, WireError> {
    further(lang, file, KioskWords::new)
}

/// The words of the page that makes embeds, from their file, as those of a kiosk.
///
/// # Errors
/// When the file holds no messages.
pub fn share_words(lang: Lang, file: &[u8]) -> Result<&'static ShareWords, WireError> {
    further(lang, file, ShareWords::new)
}

/// Makes words of messages.
type Make<T> = fn(Lang, &dyn Fn(&str) -> &'static str) -> T;

fn further<T>(lang: Lang, file: &[u8], make: Make<T>) -> Result<&'static T, WireError> {
    let messages = messages(file)?;
    Ok(Box::leak(Box::new(make(lang, &|name| kept(messages.get(name))))))
}

fn english_messages() -> &'static Messages {
    static MESSAGES: OnceLock<Messages> = OnceLock::new();
    // What is part of the program can be read, as the tests see.
    MESSAGES.get_or_init(|| messages(include_bytes!("../public/words/en.json")).unwrap_or_default())
}

fn lasting(lang: Lang, messages: &Messages) -> &'static Words {
    let text = |name: &str| kept(messages.get(name).or_else(|| english_messages().get(name)));
    Box::leak(Box::new(Words::new(lang, &text)))
}

fn kept(text: Option<&String>) -> &'static str {
    Box::leak(text.cloned().unwrap_or_default().into_boxed_str())
}
