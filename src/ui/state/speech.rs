//! The language of the interface. English is part of the app; any other is a file that is fetched when it is asked for.

use crate::address::{Address, ViewQuery};
use crate::domain::names::{Lang, Translations};
use crate::language::{UNTRANSLATED, english, words};
use crate::platform::document;
use crate::platform::fetch::fetch;
use crate::present::words::Words;
use crate::ui::reactive::{LastingMemo, LastingSignal, effect};
use crate::wire::translations;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// No language is as large as this.
const MAX_BYTES: usize = 1_000_000;
/// After this long a language is given up, in milliseconds. English is better than waiting.
const TIMEOUT: i32 = 10_000;

/// What a language is made of here: the words of the interface, and the texts of the data that are not in English.
#[derive(Clone, Copy, PartialEq)]
pub struct Tongue {
    /// The words.
    pub words: &'static Words,
    /// The texts. The long ones arrive after the first view.
    pub texts: &'static Translations,
}

/// The language in use, and those that have arrived.
#[derive(Clone, Copy)]
pub struct Speech {
    /// The language in use.
    pub tongue: LastingSignal<Tongue>,
    /// The language that is asked for and could not be had.
    pub missing: LastingSignal<Option<Lang>>,
    wanted: StoredValue<Lang>,
    arrived: StoredValue<Vec<Tongue>>,
}

impl Speech {
    /// Speaks the language of the address, or else the visitor's. Hands itself over once it has the words, or has
    /// English in their place.
    #[must_use]
    pub fn begin() -> ReadSignal<Option<Self>> {
        let (ready, set_ready) = signal(None);
        let lang = Address::parse("", &document::search()).query.lang.unwrap_or_else(preferred_language);
        let english = Tongue { words: english(), texts: &UNTRANSLATED };
        let speech = Self {
            tongue: LastingSignal::new(english),
            missing: LastingSignal::new(None),
            wanted: StoredValue::new(lang),
            arrived: StoredValue::new(vec![english]),
        };
        if lang == Lang::En {
            set_ready.set(Some(speech));
        } else {
            spawn_local(async move {
                speech.learn(lang).await;
                set_ready.set(Some(speech));
            });
        }
        ready
    }

    /// Follows the language that the address asks for.
    pub fn follow(self, query: LastingMemo<ViewQuery>) {
        let preferred = preferred_language();
        effect(move || {
            let lang = query.read().lang.unwrap_or(preferred);
            if self.wanted.try_get_value() != Some(lang) {
                self.ask(lang);
            }
        });
    }

    /// Changes the language, at once or when it has arrived.
    pub fn ask(self, lang: Lang) {
        self.wanted.set_value(lang);
        let known = self.arrived.with_value(|arrived| arrived.iter().copied().find(|tongue| tongue.words.lang == lang));
        match known {
            Some(tongue) => self.speak(lang, tongue),
            None => spawn_local(self.learn(lang)),
        }
    }

    /// Speaks a language, unless the visitor has asked for another one meanwhile.
    fn speak(self, lang: Lang, tongue: Tongue) {
        if self.wanted.try_get_value() == Some(lang) {
            self.missing.set(None);
            self.tongue.set(tongue);
        }
    }

    async fn learn(self, lang: Lang) {
        let Some(words) = words_of(lang).await else {
            if self.wanted.try_get_value() == Some(lang) {
                self.missing.set(Some(lang));
            }
            return;
        };
        // Chinese stands in the data files themselves.
        if lang == Lang::ZhHans {
            self.keep(lang, Tongue { words, texts: &UNTRANSLATED });
            return;
        }
        let names = texts_of(&format!("{}.names", lang.tag())).await.unwrap_or_default().in_part();
        let names: &'static Translations = Box::leak(Box::new(names));
        self.keep(lang, Tongue { words, texts: names });
        spawn_local(async move {
            // Without the rest, what is missing is marked as being in English.
            let whole = names.completed(texts_of(lang.tag()).await.unwrap_or_default());
            self.keep(lang, Tongue { words, texts: Box::leak(Box::new(whole)) });
        });
    }

    fn keep(self, lang: Lang, tongue: Tongue) {
        self.arrived.update_value(|arrived| {
            arrived.retain(|known| known.words.lang != lang);
            arrived.push(tongue);
        });
        self.speak(lang, tongue);
    }
}

/// The language that the visitor's browser asks for first among those spoken here.
fn preferred_language() -> Lang {
    let wanted = document::preferred_languages();
    let spoken = |tag: &String| Lang::ALL.into_iter().find(|lang| primary(lang.tag()).eq_ignore_ascii_case(primary(tag)));
    wanted.iter().find_map(spoken).unwrap_or_default()
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// Fetches the words of a language; none when they can't be had.
async fn words_of(lang: Lang) -> Option<&'static Words> {
    let file = fetch(&format!("words/{}.json", lang.tag()), MAX_BYTES, TIMEOUT).await.ok()?;
    words(lang, &file).ok()
}

/// Fetches texts of the data in another language.
async fn texts_of(name: &str) -> Option<Translations> {
    let file = fetch(&format!("data/texts/{name}.json"), MAX_BYTES, TIMEOUT).await.ok()?;
    translations(&file).ok()
}
