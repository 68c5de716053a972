//! What staff set of a kiosk. It stays on the device, and can be carried to another as a file (`wire::settings`).

use super::Times;
use crate::address::{IDLE_BOUNDS, KioskQuery, WARN_BOUNDS};
use crate::domain::id::PairId;
use crate::domain::names::Lang;

/// The width of a bank card in millimetres (ISO/IEC 7810, ID-1), by which a display is measured.
pub const CARD: f64 = 85.6;
/// The pixels of a page that a millimetre can have. Displays of 32 to 65 inches lie well inside.
pub const DENSITY_BOUNDS: (f64, f64) = (0.5, 20.0);
/// The least size of what is touched, in millimetres.
pub const TARGET: f64 = 20.0;
/// The digits of a PIN.
pub const PIN_DIGITS: std::ops::RangeInclusive<usize> = 4..=8;

/// All that staff can set.
#[derive(Clone, PartialEq, Debug)]
pub struct Settings {
    /// Seconds until the kiosk asks whether somebody is there.
    pub idle: u16,
    /// Seconds until it forgets who does not answer.
    pub warn: u16,
    /// The address of the public site, where phones go; `None` for the one that serves the kiosk.
    pub base: Option<String>,
    /// Where newer data is fetched; `None` for where the app comes from.
    pub data: Option<String>,
    /// The page that a visitor begins with, as a link of the site.
    pub start: String,
    /// The languages offered, in order; at least one. The first is the one that the kiosk begins with.
    pub languages: Vec<Lang>,
    /// The pairs by which it shows itself; none means all.
    pub shown: Vec<PairId>,
    /// The hours in which the display may sleep.
    pub night: Option<Night>,
    /// Pixels of the page to a millimetre of the display, once it has been measured.
    pub density: Option<f64>,
}

/// Hours of the night, as minutes after midnight. It ends on the next day where the end is earlier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Night {
    /// When it begins.
    pub from: u16,
    /// When it ends.
    pub to: u16,
}

impl Night {
    /// A time of day such as `22:30` as minutes after midnight.
    #[must_use]
    pub fn minutes(time: &str) -> Option<u16> {
        let (hours, minutes) = time.trim().split_once(':')?;
        let number = |text: &str, end: u16| -> Option<u16> {
            let is_number = matches!(text.len(), 1 | 2) && text.bytes().all(|digit| digit.is_ascii_digit());
            text.parse().ok().filter(|value| is_number && *value < end)
        };
        Some(number(hours, 24)? * 60 + number(minutes, 60)?)
    }

    /// Minutes after midnight as a time of day.
    #[must_use]
    pub fn time(minutes: u16) -> String {
        format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
    }

    /// Whether a minute of the day lies in it. A night without length is none.
    #[must_use]
    pub fn covers(self, minute: u16) -> bool {
        if self.from <= self.to { (self.from..self.to).contains(&minute) } else { minute >= self.from || minute < self.to }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            idle: 45,
            warn: 15,
            base: None,
            data: None,
            start: "./".to_owned(),
            languages: Lang::ALL.to_vec(),
            shown: Vec::new(),
            night: None,
            density: None,
        }
    }
}

impl Settings {
    /// These, but for what the address asks.
    #[must_use]
    pub fn asked(self, asked: &KioskQuery) -> Self {
        let asked = asked.clone();
        Self {
            idle: asked.idle.unwrap_or(self.idle),
            warn: asked.warn.unwrap_or(self.warn),
            base: asked.base.or(self.base),
            ..self
        }
    }

    /// These with times inside their bounds, a language, and a density that a display can have.
    #[must_use]
    pub fn bounded(mut self) -> Self {
        self.idle = self.idle.clamp(IDLE_BOUNDS.0, IDLE_BOUNDS.1);
        self.warn = self.warn.clamp(WARN_BOUNDS.0, WARN_BOUNDS.1);
        self.density = self.density.filter(|density| (DENSITY_BOUNDS.0..=DENSITY_BOUNDS.1).contains(density));
        if self.languages.is_empty() {
            self.languages = Lang::ALL.to_vec();
        }
        self
    }

    /// How long the two steps of forgetting take.
    #[must_use]
    pub fn times(&self) -> Times {
        Times { idle: u64::from(self.idle) * 1_000, warn: u64::from(self.warn) * 1_000 }
    }

    /// The language that the kiosk begins with.
    #[must_use]
    pub fn language(&self) -> Lang {
        self.languages.first().copied().unwrap_or_default()
    }

    /// The size of what is touched in pixels, once the display has been measured.
    #[must_use]
    pub fn target(&self) -> Option<f64> {
        self.density.map(|density| (density * TARGET).ceil())
    }
}

/// Whether a text can be a PIN.
#[must_use]
pub fn is_pin(text: &str) -> bool {
    PIN_DIGITS.contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nights_go_over_midnight() {
        let night = |from, to| Night { from: Night::minutes(from).expect("a time"), to: Night::minutes(to).expect("a time") };
        let covered = |night: Night, time| night.covers(Night::minutes(time).expect("a time"));
        assert!(covered(night("22:30", "7:00"), "23:59") && covered(night("22:30", "7:00"), "0:00"));
        assert!(!covered(night("22:30", "7:00"), "7:00") && !covered(night("22:30", "7:00"), "22:29"));
        assert!(covered(night("12:00", "13:00"), "12:59") && !covered(night("12:00", "12:00"), "12:00"));
        for bad in ["", "24:00", "7", "7:60", "-1:00", "+7:00", "007:00", "7:0x"] {
            assert_eq!(Night::minutes(bad), None, "{bad}");
        }
        assert_eq!(Night::time(Night::minutes("7:05").expect("a time")), "07:05");
    }

    #[test]
    fn the_address_goes_before_the_settings() {
        let settings = Settings { base: Some("https://a/".into()), ..Settings::default() };
        let asked = settings.clone().asked(&KioskQuery { idle: Some(90), ..KioskQuery::default() });
        assert_eq!((asked.idle, asked.warn, asked.base), (90, 15, settings.base));
    }

    #[test]
    fn a_target_is_twenty_millimetres_of_the_measured_display() {
        // A card that is 342.4 pixels wide: 4 pixels to a millimetre.
        let settings = Settings { density: Some(342.4 / CARD), ..Settings::default() };
        assert_eq!(settings.target(), Some(80.0));
        assert_eq!(Settings { density: Some(f64::NAN), ..Settings::default() }.bounded().target(), None);
    }
}
