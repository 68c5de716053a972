//! The tool's voice: what it does, and how long each step took.
//!
//! Everything printed goes through here, so that a closed pipe (`cargo xtask sizes | head`) ends quietly instead of with a panic.

use std::io::Write as _;
use std::time::{Duration, Instant};

/// Prints one line.
pub(crate) fn line(text: &str) {
    let mut out = std::io::stdout().lock();
    // Nobody is left to be told that nobody listens.
    let _ = writeln!(out, "{text}");
    let _ = out.flush();
}

/// Says what begins, does it, and says how long it took. The work speaks for itself when it fails.
pub(crate) fn step<T>(what: &str, work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
    line(&format!("{what}…"));
    let start = Instant::now();
    let result = work()?;
    line(&format!("  done in {}", duration(start.elapsed())));
    Ok(result)
}

/// A length of time as people say it: tenths under ten seconds, whole seconds after, minutes from one minute on.
pub(crate) fn duration(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 9.95 {
        format!("{seconds:.1} s")
    } else {
        let whole = seconds.round() as u64;
        match (whole / 60, whole % 60) {
            (0, rest) => format!("{rest} s"),
            (minutes, rest) => format!("{minutes} min {rest} s"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_of_time_reads_as_people_say_it() {
        assert_eq!(duration(Duration::from_millis(240)), "0.2 s");
        assert_eq!(duration(Duration::from_millis(9_960)), "10 s");
        assert_eq!(duration(Duration::from_millis(59_600)), "1 min 0 s");
        assert_eq!(duration(Duration::from_secs(754)), "12 min 34 s");
    }
}
