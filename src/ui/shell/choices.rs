//! What readers choose for themselves wherever they are: language, land unit, currency and theme.

use crate::address::{CURRENCIES, Theme, Units, ViewQuery};
use crate::domain::names::Lang;
use crate::domain::record::{name_of, named};
use crate::domain::unit::Currency;
use crate::present::words::Words;
use crate::ui::blocks::ChoiceList;
use crate::ui::reactive::live;
use crate::ui::state::{AppState, Step};
use leptos::prelude::*;

/// One of these choices.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReaderChoice {
    /// The language of all words.
    Language,
    /// The unit of land.
    Units,
    /// The currency of money.
    Currency,
    /// Light or dark.
    Theme,
}

impl ReaderChoice {
    /// All, in the order in which they stand.
    pub const ALL: [Self; 4] = [Self::Language, Self::Units, Self::Currency, Self::Theme];

    /// Its parameter in the address.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Language => "lang",
            Self::Units => "units",
            Self::Currency => "ccy",
            Self::Theme => "theme",
        }
    }

    fn change(self, query: &mut ViewQuery, key: &str) {
        match self {
            Self::Language => query.lang = Lang::parse(key),
            Self::Units => query.units = named(&Units::ALL, key).unwrap_or_default(),
            Self::Currency => query.currency = Currency::parse(key),
            Self::Theme => query.theme = named(&Theme::ALL, key).unwrap_or_default(),
        }
    }

    fn label(self, words: &Words) -> &'static str {
        match self {
            Self::Language => words.language_label,
            Self::Units => words.units_label,
            Self::Currency => words.currency_label,
            Self::Theme => words.theme_label,
        }
    }

    /// What can be chosen: keys and what they are called.
    fn options(self, words: &Words) -> Vec<(String, String)> {
        let all: Vec<(&str, &str)> = match self {
            Self::Language => Lang::ALL.map(|lang| (lang.tag(), lang.own_name())).to_vec(),
            Self::Units => {
                let names = [words.units_source, words.units_metric, words.units_mu, words.units_acre, words.units_rai];
                Units::ALL.iter().map(|(key, _)| *key).zip(names).collect()
            }
            Self::Currency => std::iter::once(("", words.money_as_published))
                .chain(CURRENCIES.iter().map(|currency| (currency.code(), words.currency(*currency))))
                .collect(),
            Self::Theme => {
                let names = [words.theme_auto, words.theme_light, words.theme_dark];
                Theme::ALL.iter().map(|(key, _)| *key).zip(names).collect()
            }
        };
        let option = |(key, name): (&str, &str)| {
            let is_coded = self == Self::Currency && !key.is_empty() && key != name;
            (key.to_owned(), if is_coded { format!("{key} {name}") } else { name.to_owned() })
        };
        all.into_iter().map(option).collect()
    }

    /// The key in use.
    fn current(self, app: AppState) -> &'static str {
        let lang = app.view.reader.get().lang;
        app.view.query.with(|query| match self {
            Self::Language => lang.tag(),
            Self::Units => name_of(&Units::ALL, query.units),
            Self::Currency => query.currency.map_or("", Currency::code),
            Self::Theme => name_of(&Theme::ALL, query.theme),
        })
    }
}

/// A list for a choice, under a name of its own on the page.
pub fn reader_choice(app: AppState, choice: ReaderChoice, name: &'static str) -> impl IntoView {
    let on_choose = Callback::new(move |key: String| {
        let mut query = app.view.query.get_untracked();
        choice.change(&mut query, &key);
        app.view.set(&query, Step::Refine);
    });
    live(move || {
        let words = app.view.words.get();
        let (label, current) = (choice.label(words).to_owned(), choice.current(app).to_owned());
        view! { <ChoiceList name label options=choice.options(words) current on_choose /> }
    })
}
