//! Whether somebody is before the kiosk.
//!
//! Two steps lead from a visitor to nobody: after some time without a touch, key or pointer the kiosk asks, and only
//! after some more time without an answer it forgets the visitor.
//!
//! **Invariant:** nobody is forgotten without having been asked; nobody is asked while a finger is down, nor within a
//! minute of typing. What happens without a person, such as new data or an animation, is no event here and can't keep
//! the kiosk from forgetting.

/// After typing a visitor is left to read and think for so long at least, in milliseconds.
pub const TYPING: u64 = 60_000;

/// Staff are left alone for so long at least, in milliseconds.
const STAFF: u64 = 180_000;

/// How long the two steps take, in milliseconds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Times {
    /// From the last sign of a visitor to the question.
    pub idle: u64,
    /// From the question to forgetting.
    pub warn: u64,
}

impl Times {
    /// The same while the screen for staff is open: they look for a file, or read up on what they set.
    #[must_use]
    pub fn for_staff(self) -> Self {
        Self { idle: self.idle.max(STAFF), ..self }
    }
}

/// Something that a person did, or the time that passes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Event {
    /// A finger or button went down. A primary pointer is the first of its kind, so that any other of that kind whose
    /// lifting was missed is up by now.
    Down {
        /// What it is.
        pointer: Pointer,
        /// Whether it is the first.
        is_primary: bool,
    },
    /// It went up, or the browser took it away.
    Up(Pointer),
    /// No finger is on the glass any more.
    Lifted,
    /// A pointer moved.
    Moved,
    /// A key that does not type was pressed.
    Key,
    /// Something was typed, on a keyboard or on the screen.
    Typed,
    /// Time passed.
    Tick,
}

/// Something that points, as the browser tells it from others.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pointer {
    /// A finger on the glass, by its number.
    Finger(i32),
    /// A mouse or pen, by its number.
    Other(i32),
}

impl Pointer {
    fn is_finger(self) -> bool {
        matches!(self, Self::Finger(_))
    }
}

/// What follows from an event.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Effect {
    /// A visitor begins.
    Begin,
    /// Ask whether somebody is there.
    Ask,
    /// Somebody is: take the question away.
    Stay,
    /// Nobody is: forget the visitor.
    Forget,
}

/// How far it has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Phase {
    /// Nobody is there, and the kiosk shows itself.
    Alone,
    /// Somebody is there.
    Visited,
    /// Somebody was, and was asked at this time.
    Asking(u64),
}

/// Who is before the kiosk, as far as it can tell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Presence {
    phase: Phase,
    /// The last sign of a visitor.
    seen: u64,
    /// The last typing.
    typed: Option<u64>,
    /// The pointers that are down.
    down: Vec<Pointer>,
}

impl Presence {
    /// Nobody is there.
    #[must_use]
    pub fn nobody(now: u64) -> Self {
        Self { phase: Phase::Alone, seen: now, typed: None, down: Vec::new() }
    }

    /// A visitor is taken to be there, since the address names a page.
    #[must_use]
    pub fn somebody(now: u64) -> Self {
        Self { phase: Phase::Visited, ..Self::nobody(now) }
    }

    /// How far it has come.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// The time at which the question is due if nothing happens; `None` while a finger is down.
    #[must_use]
    pub fn due(&self, times: Times) -> Option<u64> {
        let rested = self.seen.saturating_add(times.idle);
        let thought = self.typed.map_or(0, |typed| typed.saturating_add(TYPING));
        self.down.is_empty().then(|| rested.max(thought))
    }

    /// The seconds left to answer the question, at least one while it stands; `None` while there is none.
    #[must_use]
    pub fn seconds_left(&self, times: Times, now: u64) -> Option<u64> {
        let Phase::Asking(asked) = self.phase else { return None };
        Some(asked.saturating_add(times.warn).saturating_sub(now).div_ceil(1_000).max(1))
    }

    /// What an event at a time makes of it. Times never go back; one that does counts as the last.
    #[must_use]
    pub fn step(mut self, event: Event, now: u64, times: Times) -> (Self, Option<Effect>) {
        let now = now.max(self.seen);
        match event {
            Event::Tick => return self.passed(now, times),
            Event::Down { pointer, is_primary } => {
                if is_primary {
                    self.down.retain(|down| down.is_finger() != pointer.is_finger());
                }
                if !self.down.contains(&pointer) {
                    self.down.push(pointer);
                }
            }
            Event::Up(pointer) => self.down.retain(|down| *down != pointer),
            Event::Lifted => self.down.retain(|down| !down.is_finger()),
            Event::Typed => self.typed = Some(now),
            Event::Moved | Event::Key => {}
        }
        self.seen = now;
        // A pointer that drifts past, or is lifted, begins nothing.
        let begins = !matches!(event, Event::Moved | Event::Up(_) | Event::Lifted);
        let effect = match self.phase {
            Phase::Alone if begins => Some(Effect::Begin),
            Phase::Asking(_) => Some(Effect::Stay),
            Phase::Alone | Phase::Visited => None,
        };
        if effect.is_some() {
            self.phase = Phase::Visited;
        }
        (self, effect)
    }

    fn passed(mut self, now: u64, times: Times) -> (Self, Option<Effect>) {
        match self.phase {
            Phase::Visited if self.due(times).is_some_and(|due| now >= due) => {
                self.phase = Phase::Asking(now);
                (self, Some(Effect::Ask))
            }
            Phase::Asking(asked) if now >= asked.saturating_add(times.warn) => (Self::nobody(now), Some(Effect::Forget)),
            _ => (self, None),
        }
    }
}
