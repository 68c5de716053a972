//! Dates as sources give them: a year, a month or a day, and periods of two such dates.

use std::cmp::Ordering;

/// A date of one of three precisions. Ordering is by the earliest day meant, then by precision, coarse first.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PartialDate {
    /// Only the year is known.
    Year(u16),
    /// The month is known; months run from 1.
    Month(u16, u8),
    /// The day is known.
    Day(u16, u8, u8),
}

impl PartialDate {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `None` for anything else, days that do not exist included.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let date = match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => Self::Year(year),
            (Some(month), None, _) => Self::Month(year, month_of(month)?),
            (Some(month), Some(day), None) => {
                let month = month_of(month)?;
                let day = u8::try_from(digits(day, 2)?).ok()?;
                (1..=days_in(year, month)).contains(&day).then_some(Self::Day(year, month, day))?
            }
            _ => return None,
        };
        Some(date)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> u16 {
        match self {
            Self::Year(year) | Self::Month(year, _) | Self::Day(year, ..) => year,
        }
    }

    /// Months since year 0, counted at the last month that the date can mean, so that a figure of "2024" is not
    /// called old in January 2025.
    #[must_use]
    pub fn last_month(self) -> i32 {
        let (year, month) = match self {
            Self::Year(year) => (year, 12),
            Self::Month(year, month) | Self::Day(year, month, _) => (year, month),
        };
        i32::from(year) * 12 + i32::from(month) - 1
    }

    /// How long ago that was, told as finely as the date is. What lies ahead counts as now.
    #[must_use]
    pub fn age(self, today: Self) -> Age {
        match self {
            Self::Year(year) => Age::Years(today.year().saturating_sub(year)),
            _ => Age::Months((today.last_month() - self.last_month()).max(0)),
        }
    }

    fn key(self) -> (u16, u8, u8, u8) {
        match self {
            Self::Year(year) => (year, 1, 1, 0),
            Self::Month(year, month) => (year, month, 1, 1),
            Self::Day(year, month, day) => (year, month, day, 2),
        }
    }

    fn end_key(self) -> (u16, u8, u8) {
        match self {
            Self::Year(year) => (year, 12, 31),
            Self::Month(year, month) => (year, month, days_in(year, month)),
            Self::Day(year, month, day) => (year, month, day),
        }
    }
}

/// How long ago something was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Age {
    /// In months; 0 is this month.
    Months(i32),
    /// In years, where only the year is known; 0 is this year.
    Years(u16),
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl std::fmt::Display for PartialDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(year, month, day) => write!(f, "{year:04}-{month:02}-{day:02}"),
        }
    }
}

/// What a claim holds for: one date, or the time from one date to another.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Period {
    from: Option<PartialDate>,
    to: PartialDate,
}

impl Period {
    /// One date.
    #[must_use]
    pub fn at(date: PartialDate) -> Self {
        Self { from: None, to: date }
    }

    /// From one date to another; `None` when they are the wrong way round.
    #[must_use]
    pub fn between(from: PartialDate, to: PartialDate) -> Option<Self> {
        (from <= to).then_some(Self { from: Some(from), to })
    }

    /// The first date, where the period has two.
    #[must_use]
    pub fn from(&self) -> Option<PartialDate> {
        self.from
    }

    /// The only or last date: a claim is as new as its end.
    #[must_use]
    pub fn to(&self) -> PartialDate {
        self.to
    }

    /// Newer first: by the last day that the end can mean.
    #[must_use]
    pub fn cmp_recency(&self, other: &Self) -> Ordering {
        self.to.end_key().cmp(&other.to.end_key())
    }

    /// Months from this period's end to another's, negative when the other is earlier.
    #[must_use]
    pub fn months_until(&self, later: &Self) -> i32 {
        later.to.last_month() - self.to.last_month()
    }
}

fn digits(text: &str, len: usize) -> Option<u16> {
    (text.len() == len && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

fn month_of(text: &str) -> Option<u8> {
    let month = u8::try_from(digits(text, 2)?).ok()?;
    (1..=12).contains(&month).then_some(month)
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> PartialDate {
        PartialDate::parse(text).expect("a date")
    }

    #[test]
    fn three_precisions_are_read_and_nothing_else() {
        assert_eq!(date("2025"), PartialDate::Year(2025));
        assert_eq!(date("2025-04"), PartialDate::Month(2025, 4));
        assert_eq!(date("2024-02-29"), PartialDate::Day(2024, 2, 29));
        for bad in ["", "25", "2025-4", "2025-13", "2025-00", "2023-02-29", "2025-04-31", "2025-04-10-1", "c.2023", "２０２５"]
        {
            assert_eq!(PartialDate::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_year_is_as_recent_as_its_last_day() {
        let year = Period::at(date("2024"));
        let month = Period::at(date("2024-09"));
        assert_eq!(year.cmp_recency(&month), Ordering::Greater);
        assert_eq!(month.months_until(&year), 3);
    }

    #[test]
    fn an_age_is_as_fine_as_its_date() {
        let today = date("2026-11-23");
        assert_eq!(date("2026-11-01").age(today), Age::Months(0));
        assert_eq!(date("2025-09").age(today), Age::Months(14));
        assert_eq!(date("2027-01").age(today), Age::Months(0));
        assert_eq!(date("2026").age(today), Age::Years(0));
        assert_eq!(date("2025").age(today), Age::Years(1));
    }

    #[test]
    fn a_period_runs_forwards() {
        assert!(Period::between(date("2025"), date("2024-12")).is_none());
        assert!(Period::between(date("2025-01"), date("2025-06")).is_some());
    }

    proptest! {
        #[test]
        fn printing_and_reading_a_date_changes_nothing(year in 0_u16..=9999, month in 1_u8..=12, day in 1_u8..=28, precision in 0..3) {
            let date = match precision {
                0 => PartialDate::Year(year),
                1 => PartialDate::Month(year, month),
                _ => PartialDate::Day(year, month, day),
            };
            prop_assert_eq!(PartialDate::parse(&date.to_string()), Some(date));
        }

        #[test]
        fn reading_a_date_never_panics(text in "\\PC*") {
            let _ = PartialDate::parse(&text);
        }
    }
}
