//! For whom a view is made: language, land unit, and the day on which it is read.

use super::words::{Words, words};
use crate::address::{Units, ViewQuery};
use crate::domain::date::{PartialDate, Period};
use crate::domain::names::{Lang, Names};

/// The reader of a view. Two equal readers of one catalogue see the same.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Reader {
    /// The language of the interface.
    pub lang: Lang,
    /// The land unit.
    pub units: Units,
    /// Today, which decides what is old.
    pub today: PartialDate,
}

impl Reader {
    /// The reader of a view, in the language of the address or else in `preferred`.
    #[must_use]
    pub fn of(query: &ViewQuery, preferred: Lang, today: PartialDate) -> Self {
        Self { lang: query.lang.unwrap_or(preferred), units: query.units, today }
    }

    /// The words of the interface.
    #[must_use]
    pub fn words(&self) -> &'static Words {
        words(self.lang)
    }

    /// A text in the reader's language.
    #[must_use]
    pub fn text(&self, names: &Names) -> String {
        names.get(self.lang).to_owned()
    }

    /// A date: `10 Apr 2025`, `2025年4月10日`.
    #[must_use]
    pub fn date(&self, date: PartialDate) -> String {
        const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let month = |month: u8| MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default();
        match (self.lang, date) {
            (Lang::En, PartialDate::Year(y)) => y.to_string(),
            (Lang::En, PartialDate::Month(y, m)) => format!("{} {y}", month(m)),
            (Lang::En, PartialDate::Day(y, m, d)) => format!("{d} {} {y}", month(m)),
            (Lang::ZhHans, PartialDate::Year(y)) => format!("{y}年"),
            (Lang::ZhHans, PartialDate::Month(y, m)) => format!("{y}年{m}月"),
            (Lang::ZhHans, PartialDate::Day(y, m, d)) => format!("{y}年{m}月{d}日"),
        }
    }

    /// A date or the time between two.
    #[must_use]
    pub fn period(&self, period: Period) -> String {
        let to = self.date(period.to());
        period.from().map_or(to.clone(), |from| format!("{}–{to}", self.date(from)))
    }
}
