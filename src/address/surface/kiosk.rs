//! What the address asks of a kiosk.

use super::keep;
use crate::address::codec::encode;
use crate::address::query::{QueryFault, Theme, bad};

/// What the address asks of a kiosk. It goes before the kiosk's own settings, and stays in the address whatever is
/// visited.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct KioskQuery {
    /// Seconds without a touch after which the kiosk asks whether somebody is there.
    pub idle: Option<u16>,
    /// Seconds that it waits for an answer.
    pub warn: Option<u16>,
    /// The address of the public site, where phones go.
    pub base: Option<String>,
    /// The colours of the kiosk. A link that names none is shown in these.
    pub theme: Theme,
}

/// The seconds that `idle` takes. Less would interrupt readers, more would show a visitor's view to the next one.
pub const IDLE_BOUNDS: (u16, u16) = (10, 900);
/// The seconds that `warn` takes.
pub const WARN_BOUNDS: (u16, u16) = (5, 120);
/// The longest base address that is taken; a code of more could not be read off a screen.
const MAX_BASE: usize = 200;

impl KioskQuery {
    /// Takes a parameter, if it is one of the kiosk's.
    pub(super) fn take(&mut self, name: &str, value: &str, faults: &mut Vec<QueryFault>) -> bool {
        let (name, is_good) = match name {
            "idle" => ("idle", keep(seconds(value, IDLE_BOUNDS), &mut self.idle)),
            "warn" => ("warn", keep(seconds(value, WARN_BOUNDS), &mut self.warn)),
            "base" => ("base", keep(base_address(value), &mut self.base)),
            _ => return false,
        };
        if !is_good {
            faults.push(bad(name, value));
        }
        true
    }

    pub(super) fn print(&self) -> String {
        let seconds = |value: Option<u16>| value.map(|value| value.to_string());
        let written = [("idle", seconds(self.idle)), ("warn", seconds(self.warn)), ("base", self.base.clone())];
        let written = written.iter().filter_map(|(name, value)| Some(format!("{name}={}", encode(value.as_ref()?))));
        written.collect::<Vec<_>>().join("&")
    }
}

fn seconds(value: &str, (least, most): (u16, u16)) -> Option<u16> {
    value.parse().ok().filter(|seconds| (least..=most).contains(seconds))
}

/// An address below which a copy of the site lies, with a slash at its end; `None` for what is no such address.
#[must_use]
pub fn base_address(text: &str) -> Option<String> {
    let text = text.trim();
    let place = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let host = place.split('/').next().unwrap_or_default();
    let is_plain = |letter: char| letter.is_ascii_graphic() && !"?#\\\"'<>`{}|^@".contains(letter);
    let is_good = !host.is_empty() && !host.starts_with([':', '.']) && place.chars().all(is_plain) && text.len() <= MAX_BASE;
    is_good.then(|| if text.ends_with('/') { text.to_owned() } else { format!("{text}/") })
}

/// Whether an address means the same on a phone as here: names by which a computer calls itself do not.
#[must_use]
pub fn reaches_phones(address: &str) -> bool {
    let place = address.split_once("://").map_or(address, |(_, place)| place);
    let authority = place.split(['/', '?', '#']).next().unwrap_or_default();
    let host = if authority.starts_with('[') { authority } else { authority.split(':').next().unwrap_or_default() };
    let is_own = host.eq_ignore_ascii_case("localhost") || host.to_ascii_lowercase().ends_with(".localhost");
    !(is_own || host.starts_with("127.") || host.starts_with("[::1]") || host == "0.0.0.0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_computer_s_own_names_lead_no_phone_to_it() {
        for own in [
            "http://127.0.0.1:8080/",
            "http://localhost/kiosk",
            "http://a.localhost:1/",
            "http://[::1]:8080/",
            "http://LOCALHOST",
        ] {
            assert!(!reaches_phones(own), "{own}");
        }
        for public in
            ["https://example.org/", "http://192.168.1.7:8080/", "https://localhost.example.org/", "http://[2001:db8::1]/"]
        {
            assert!(reaches_phones(public), "{public}");
        }
    }
}
