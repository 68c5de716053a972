//! How a kiosk fares, as its watchdog tells it (`kiosk/watchdog.js`).

use super::text::clean;
use serde_json::Value;

/// What the watchdog knows.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Health {
    /// The version in use; empty while there is none on the device.
    pub version: String,
    /// When it was put to use, in milliseconds since 1970; 0 for never.
    pub fetched: f64,
    /// When newer ones were looked for.
    pub checked: f64,
    /// Why there is no newer one; empty when all is well.
    pub problem: String,
    /// Whether the version has yet to show that it works, and there is another one to go back to.
    pub is_on_trial: bool,
    /// Whether a version is kept on the device.
    pub has_worker: bool,
    /// Whether the display is kept awake.
    pub is_awake: bool,
    /// Seconds since the page was opened.
    pub uptime: f64,
    /// Bytes that the page's scripts use; 0 where the browser does not say.
    pub heap: f64,
    /// Faults and starts, newest last: when, and what it was.
    pub faults: Vec<(f64, String)>,
}

/// Reads it. What is not there is as it is when nothing is known.
#[must_use]
pub fn health(text: &str) -> Health {
    let told: Value = serde_json::from_str(text).unwrap_or_default();
    let words = |value: &Value| clean(value.as_str().unwrap_or_default());
    let number = |value: &Value| value.as_f64().unwrap_or_default();
    let part = |name: &str| told.get(name).unwrap_or(&Value::Null);
    let fault = |fault: &Value| Some((fault.get("at")?.as_f64()?, words(fault.get("kind")?)));
    Health {
        version: words(part("version")),
        fetched: number(part("fetched")),
        checked: number(part("checked")),
        problem: words(part("problem")),
        is_on_trial: part("onTrial") == true,
        has_worker: part("worker") == true,
        is_awake: part("awake") == true,
        uptime: number(part("uptime")),
        heap: number(part("heap")),
        faults: part("faults").as_array().into_iter().flatten().filter_map(fault).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_is_read_and_what_is_not_is_nothing() {
        let read = health(r#"{"version":"a1","worker":true,"uptime":61,"faults":[{"at":5,"kind":"silent"},{"at":"x"},7]}"#);
        assert_eq!((read.version.as_str(), read.has_worker, read.uptime), ("a1", true, 61.0));
        assert_eq!(read.faults, [(5.0, "silent".to_owned())]);
        assert_eq!(health("<html>"), Health::default());
    }
}
