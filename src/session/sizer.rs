//! When an embedded page tells its partner's page how high it is.
//!
//! The height of a page depends on its width, and in a partner's style the width may depend on the height: a bar to
//! scroll with comes and goes, a column gives way. Two pages that follow each other so would never come to rest. So a
//! page says little: whole pixels, three times at most until it has been still for a moment, and until then never again a
//! smaller height that it has told before. After some more heights it tells only larger ones. What the visitor does, or a
//! longer time without a change, wipes the slate.

/// After so long without a change three more heights may be told, in milliseconds; any, if the last one was.
pub const REST: u64 = 1_000;
/// After so long without a change nothing counts that was told before, in milliseconds. No style takes longer to follow.
const LONG_REST: u64 = 10_000;
/// How often a height is told before the page is at rest.
const TIMES: usize = 3;
/// After so many heights without a long rest only larger ones are told.
const MANY: usize = 12;
/// Heights that differ by no more are the same, in pixels. Fractions of letters come and go.
const SAME: u32 = 2;
/// The greatest height that is told, in pixels.
const MOST: u32 = 100_000;

/// What happens to an embedded page.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Sizing {
    /// The partner's page asks for the height, and will follow it.
    Asked,
    /// The page has been measured, in pixels.
    Measured(f64),
    /// The visitor did something: from here on another height is no echo.
    Acted,
}

/// What a page has told so far.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sizer {
    is_asked: bool,
    height: Option<u32>,
    /// When the height of the page or its frame changed last.
    changed: u64,
    /// The heights told since the slate was wiped, newest last.
    told: Vec<u32>,
    /// How many of them since the page was last at rest.
    burst: usize,
    /// How many of them before the page was last at rest in a frame of its height.
    settled: usize,
}

impl Sizer {
    /// What follows from an event at a time in milliseconds, and the height to tell, if there is one.
    #[must_use]
    pub fn step(mut self, event: Sizing, now: u64) -> (Self, Option<u32>) {
        match event {
            Sizing::Asked => {
                self.is_asked = true;
                (self.told, self.burst, self.settled) = (Vec::new(), 0, 0);
            }
            Sizing::Acted => self.wipe(),
            Sizing::Measured(height) if height.is_finite() && height >= 1.0 => {
                let height = (height.ceil() as u32).min(MOST);
                let rested = now.saturating_sub(self.changed);
                // Who still waits to tell a height has been in a circle, and would go round once more.
                if rested >= LONG_REST && self.height == self.told.last().copied() {
                    self.wipe();
                } else if rested >= REST {
                    self.burst = 0;
                    if !self.is_waiting() {
                        self.settled = self.told.len().saturating_sub(1);
                    }
                }
                if self.height != Some(height) {
                    (self.height, self.changed) = (Some(height), now);
                }
            }
            Sizing::Measured(_) => {}
        }
        let next = self.height.filter(|height| self.is_asked && self.burst < TIMES && self.may_tell(*height));
        if let Some(height) = next {
            self.told.push(height);
            self.burst += 1;
            // The frame changes now, whenever the page did.
            self.changed = now;
        }
        (self, next)
    }

    /// Whether the page has a height that was not told to who asked.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.is_asked && self.height != self.told.last().copied()
    }

    /// Forgets all but the last height told.
    fn wipe(&mut self) {
        (self.told, self.burst, self.settled) = (self.told.pop().into_iter().collect(), 0, 0);
    }

    fn may_tell(&self, height: u32) -> bool {
        let Some(last) = self.told.last() else { return true };
        let is_known = self.told.iter().skip(self.settled).any(|known| known.abs_diff(height) <= SAME);
        match self.told.len() {
            // A height above the last hides nothing, and there is an end to them.
            MANY.. => height > last + SAME,
            _ => height > *last || !is_known,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(events: &[(Sizing, u64)]) -> Vec<u32> {
        let mut sizer = Sizer::default();
        let mut told = Vec::new();
        for (event, now) in events {
            let (next, height) = sizer.step(*event, *now);
            sizer = next;
            told.extend(height);
        }
        told
    }

    use Sizing::{Acted, Asked, Measured};

    #[test]
    fn whole_pixels_are_told_to_who_asks_and_nothing_twice() {
        assert_eq!(told(&[(Measured(500.2), 0)]), [] as [u32; 0]);
        assert_eq!(told(&[(Measured(500.2), 0), (Asked, 5), (Measured(500.4), 9), (Measured(501.0), 20)]), [501]);
        assert_eq!(told(&[(Asked, 0), (Measured(f64::NAN), 1), (Measured(0.0), 2), (Measured(1e12), 3)]), [MOST]);
        // Who asks again is answered again.
        assert_eq!(told(&[(Asked, 0), (Measured(500.0), 1), (Asked, 2)]), [500, 500]);
    }

    #[test]
    fn a_page_that_is_folded_and_unfolded_by_the_visitor_is_followed() {
        let events = [
            (Asked, 0),
            (Measured(500.0), 1),
            (Acted, 2_000),
            (Measured(900.0), 2_010),
            (Acted, 3_000),
            (Measured(500.0), 3_010),
        ];
        assert_eq!(told(&events), [500, 900, 500]);
    }

    #[test]
    fn a_display_turned_there_and_back_is_followed_once_it_rests() {
        let events =
            [(Asked, 0), (Measured(500.0), 1), (Measured(900.0), 2_000), (Measured(500.0), 4_000), (Measured(900.0), 60_000)];
        assert_eq!(told(&events), [500, 900, 500, 900]);
        // Before it rests, this may be two pages that follow each other.
        let events = [(Asked, 0), (Measured(500.0), 1), (Measured(900.0), 300), (Measured(500.0), 600), (Measured(500.0), 1_700)];
        assert_eq!(told(&events), [500, 900]);
    }

    /// A partner's style: how wide the frame is at a height, in steps.
    #[derive(Clone, Debug)]
    struct Style {
        width: f64,
        steps: Vec<(f64, f64)>,
        delay: u64,
        area: f64,
    }

    impl Style {
        fn measured(&self, height: f64) -> f64 {
            let taken: f64 = self.steps.iter().filter(|(from, _)| height >= *from).map(|(_, taken)| taken).sum();
            120.0 + self.area / (self.width - taken).max(80.0)
        }
    }

    fn styles() -> impl Strategy<Value = Style> {
        let steps = proptest::collection::vec((200.0..1_500.0_f64, -120.0..120.0_f64), 0..6);
        (300.0..1_200.0_f64, steps, 1..3_000_u64, 50_000.0..900_000.0_f64).prop_map(|(width, steps, delay, area)| Style {
            width,
            steps,
            delay,
            area,
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn no_style_makes_the_two_pages_follow_each_other_for_ever(style in styles()) {
            let (mut sizer, _) = Sizer::default().step(Asked, 0);
            let (mut now, mut frame, mut at) = (0, 150.0, Vec::new());
            // The page is measured whenever its frame has changed, and once more every second until it has long been at rest.
            for step in 0..630 {
                now += if step < 600 { style.delay.min(1_000) } else { 1_000 };
                let (next, height) = sizer.step(Measured(style.measured(frame)), now);
                sizer = next;
                if let Some(height) = height {
                    frame = f64::from(height);
                    at.push(now);
                }
            }
            prop_assert!(at.len() <= MANY + 2, "{:?}", at);
            prop_assert!(at.iter().all(|from| at.iter().filter(|time| (*from..from + REST).contains(time)).count() <= TIMES), "{:?}", at);
            // At rest nothing is hidden, or the style leaves no height that would do.
            let lacking = style.measured(frame) > frame + 1.0;
            prop_assert!(!lacking, "{} in {}", style.measured(frame), frame);
        }
    }
}
