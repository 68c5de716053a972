//! The gate before the staff's screen: a PIN, and a pause after wrong ones.

use super::is_pin;

/// So many wrong ones in a row make everybody wait.
const TRIES: u32 = 4;
/// For how long, in milliseconds; twice as long each further time.
const PAUSE: u64 = 30_000;
/// The longest pause.
const LONGEST: u64 = 900_000;

/// How it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Gate {
    wrong: u32,
    until: u64,
}

/// What came of a try.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer {
    /// It opens.
    Open,
    /// It was wrong.
    Wrong,
    /// Nothing is tried for so many seconds yet.
    Wait(u64),
}

impl Gate {
    /// Tries a PIN at a time in milliseconds.
    #[must_use]
    pub fn try_pin(self, typed: &str, pin: &str, now: u64) -> (Self, Answer) {
        if now < self.until {
            return (self, Answer::Wait((self.until - now).div_ceil(1_000)));
        }
        if is_pin(pin) && typed == pin {
            return (Self::default(), Answer::Open);
        }
        let wrong = self.wrong.saturating_add(1);
        let doubled = (wrong / TRIES).saturating_sub(1).min(10);
        let pause = if wrong.is_multiple_of(TRIES) { (PAUSE << doubled).min(LONGEST) } else { 0 };
        (Self { wrong, until: now + pause }, Answer::Wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_four_wrong_ones_even_the_right_one_waits() {
        let mut gate = Gate::default();
        for _ in 0..4 {
            let answer;
            (gate, answer) = gate.try_pin("0000", "1234", 1_000);
            assert_eq!(answer, Answer::Wrong);
        }
        assert_eq!(gate.try_pin("1234", "1234", 1_001).1, Answer::Wait(30));
        assert_eq!(gate.try_pin("1234", "1234", 31_000), (Gate::default(), Answer::Open));
        // Guessing all ten thousand of four digits takes months.
        let (mut gate, mut now) = (Gate::default(), 0);
        for _ in 0..10_000 {
            if let Answer::Wait(seconds) = gate.try_pin("0000", "1234", now).1 {
                now += seconds * 1_000;
            }
            gate = gate.try_pin("0000", "1234", now).0;
        }
        assert!(now > 20 * 24 * 3_600_000, "{now}");
    }

    #[test]
    fn without_a_pin_nothing_opens() {
        assert_eq!(Gate::default().try_pin("", "", 0).1, Answer::Wrong);
    }
}
