//! For whom a view is made: language, land unit, and the day on which it is read.

use super::words::Words;
use crate::address::{Units, ViewQuery};
use crate::domain::date::{PartialDate, Period};
use crate::domain::names::{Lang, Names, Translations};
use crate::domain::unit::Currency;

/// The reader of a view. Two equal readers of one catalogue see the same.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Reader {
    /// The language of the interface.
    pub lang: Lang,
    words: &'static Words,
    texts: &'static Translations,
    /// The land unit.
    pub units: Units,
    /// The currency of money; `None` for as published.
    pub currency: Option<Currency>,
    /// Today, which decides what is old.
    pub today: PartialDate,
}

impl Reader {
    /// The reader of a view, in the language of these words and of these texts of the data.
    #[must_use]
    pub fn of(query: &ViewQuery, words: &'static Words, texts: &'static Translations, today: PartialDate) -> Self {
        Self { lang: words.lang, words, texts, units: query.units, currency: query.currency, today }
    }

    /// The same reader, who sees land in other units.
    #[must_use]
    pub fn in_units(self, units: Units) -> Self {
        Self { units, ..self }
    }

    /// The same reader, who sees money in another currency; `None` for as published.
    #[must_use]
    pub fn in_currency(self, currency: Option<Currency>) -> Self {
        Self { currency, ..self }
    }

    /// The words of the interface.
    #[must_use]
    pub fn words(&self) -> &'static Words {
        self.words
    }

    /// A text in the reader's language; where it has not been translated, in English and marked as such. While
    /// translations are still on their way, nothing is marked.
    #[must_use]
    pub fn text(&self, names: &Names) -> String {
        let english = names.get(Lang::En);
        match names.own(self.lang).or_else(|| self.texts.get(english)) {
            Some(text) => text.to_owned(),
            None if self.texts.is_whole() => self.words.in_english(english),
            None => english.to_owned(),
        }
    }

    /// A date: `10 Apr 2025`, `2025年4月10日`, `10/4/2025`.
    #[must_use]
    pub fn date(&self, date: PartialDate) -> String {
        let words = self.words;
        // A year is a name and not an amount, so it has no groups.
        let year = date.year().to_string();
        match date {
            PartialDate::Year(_) => words.date_year(year),
            PartialDate::Month(_, month) => words.date_month(words.month(month), year),
            PartialDate::Day(_, month, day) => words.date_day(day.to_string(), words.month(month), year),
        }
    }

    /// A date or the time between two.
    #[must_use]
    pub fn period(&self, period: Period) -> String {
        let to = self.date(period.to());
        period.from().map_or(to.clone(), |from| format!("{}–{to}", self.date(from)))
    }
}
