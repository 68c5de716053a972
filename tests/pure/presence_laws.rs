//! Ten thousand random orders of touches, keys and silences, and what must hold in each: nobody is forgotten without
//! having been asked, nobody is asked while a finger is down or within a minute of typing, and silence always ends in
//! nobody being there.

use crate::seeded::Dice;
use twin_parks::session::{Effect, Event, Phase, Pointer, Presence, TYPING, Times};

const ORDERS: u64 = 10_000;
const STEPS: usize = 60;
/// Three fingers, a mouse and a pen.
const POINTERS: [Pointer; 5] = [Pointer::Finger(4), Pointer::Finger(5), Pointer::Finger(6), Pointer::Other(1), Pointer::Other(7)];

fn is_finger(pointer: Pointer) -> bool {
    matches!(pointer, Pointer::Finger(_))
}

/// What a person would note down of the same events, without any machine.
#[derive(Default)]
struct Notes {
    /// When somebody last did something.
    seen: u64,
    typed: Option<u64>,
    /// The fingers that are down.
    down: Vec<Pointer>,
    /// When the question was asked that nobody has answered.
    asked: Option<u64>,
    is_visited: bool,
}

fn random_event(random: &mut Dice) -> Event {
    let pointer = POINTERS[random.roll(POINTERS.len())];
    match random.roll(13) {
        12 => Event::Lifted,
        0 | 1 => Event::Down { pointer, is_primary: random.roll(2) == 0 },
        2 | 3 => Event::Up(pointer),
        4 => Event::Moved,
        5 => Event::Key,
        6 => Event::Typed,
        _ => Event::Tick,
    }
}

/// Mostly moments, now and then long silences, rarely a day: a clock that jumped.
fn random_wait(random: &mut Dice, times: Times) -> u64 {
    match random.roll(20) {
        0..=9 => random.roll(2_000) as u64,
        10..=15 => random.roll(times.idle as usize * 2) as u64,
        16..=18 => times.warn,
        _ => 86_400_000,
    }
}

#[test]
fn in_ten_thousand_orders_of_events_nobody_is_asked_or_forgotten_out_of_turn() {
    let (mut asked, mut forgotten, mut stayed) = (0, 0, 0);
    for seed in 0..ORDERS {
        let mut random = Dice::new(seed);
        let times = Times { idle: 10_000 + random.roll(80_000) as u64, warn: 5_000 + random.roll(30_000) as u64 };
        let mut now = random.roll(1_000_000) as u64;
        let mut notes = Notes { seen: now, ..Notes::default() };
        let mut presence = Presence::nobody(now);
        for _ in 0..STEPS {
            now += random_wait(&mut random, times);
            let event = random_event(&mut random);
            let (next, effect) = presence.step(event, now, times);
            match event {
                Event::Tick => {
                    let is_quiet = notes.down.is_empty()
                        && now >= notes.seen + times.idle
                        && notes.typed.is_none_or(|typed| now >= typed + TYPING);
                    match effect {
                        Some(Effect::Ask) => {
                            assert!(notes.is_visited && notes.asked.is_none() && is_quiet, "seed {seed}: asked too early");
                            notes.asked = Some(now);
                            asked += 1;
                        }
                        Some(Effect::Forget) => {
                            let since = notes.asked.unwrap_or_else(|| panic!("seed {seed}: forgotten without a question"));
                            assert!(now >= since + times.warn, "seed {seed}: no time to answer");
                            assert!(notes.down.is_empty(), "seed {seed}: forgotten with a finger down");
                            notes = Notes { seen: now, ..Notes::default() };
                            forgotten += 1;
                        }
                        Some(other) => panic!("seed {seed}: {other:?} without anybody"),
                        None => {
                            let is_due = notes.is_visited && notes.asked.is_none() && is_quiet;
                            assert!(!is_due, "seed {seed}: nobody asked");
                            assert!(notes.asked.is_none_or(|since| now < since + times.warn), "seed {seed}: nobody forgot");
                        }
                    }
                }
                by_person => {
                    match by_person {
                        Event::Down { pointer, is_primary } => {
                            if is_primary {
                                notes.down.retain(|it| is_finger(*it) != is_finger(pointer));
                            }
                            notes.down.retain(|it| *it != pointer);
                            notes.down.push(pointer);
                        }
                        Event::Up(pointer) => notes.down.retain(|it| *it != pointer),
                        Event::Lifted => notes.down.retain(|it| !is_finger(*it)),
                        Event::Typed => notes.typed = Some(now),
                        _ => {}
                    }
                    let begins = matches!(by_person, Event::Down { .. } | Event::Key | Event::Typed);
                    let expected = if !notes.is_visited {
                        begins.then_some(Effect::Begin)
                    } else {
                        notes.asked.is_some().then_some(Effect::Stay)
                    };
                    assert_eq!(effect, expected, "seed {seed}: {by_person:?}");
                    stayed += usize::from(effect == Some(Effect::Stay));
                    notes.is_visited |= begins;
                    notes.seen = now;
                    notes.asked = None;
                }
            }
            let phase = next.phase();
            assert_eq!(phase == Phase::Alone, !notes.is_visited, "seed {seed}");
            assert_eq!(matches!(phase, Phase::Asking(_)), notes.asked.is_some(), "seed {seed}");
            let left = next.seconds_left(times, now);
            assert_eq!(left.is_some(), notes.asked.is_some(), "seed {seed}");
            assert!(left.is_none_or(|left| left >= 1 && left <= times.warn.div_ceil(1_000)), "seed {seed}: {left:?}");
            presence = next;
        }
        // From wherever it is, silence ends with nobody there, once all fingers are up.
        for pointer in POINTERS {
            presence = presence.step(Event::Up(pointer), now, times).0;
        }
        for _ in 0..4 {
            now += times.idle.max(TYPING) + times.warn;
            presence = presence.step(Event::Tick, now, times).0;
        }
        assert_eq!(presence.phase(), Phase::Alone, "seed {seed}: silence does not end it");
    }
    // The orders do reach what they are about.
    assert!(asked > 1_000 && forgotten > 500 && stayed > 500, "{asked} asked, {forgotten} forgotten, {stayed} stayed");
}

#[test]
fn a_finger_that_rests_keeps_the_kiosk_for_as_long_as_it_likes() {
    let times = Times { idle: 45_000, warn: 15_000 };
    let (mut presence, _) = Presence::nobody(0).step(Event::Down { pointer: Pointer::Finger(1), is_primary: true }, 0, times);
    for minute in 1..=600 {
        let (next, effect) = presence.step(Event::Tick, minute * 60_000, times);
        assert_eq!(effect, None, "minute {minute}");
        presence = next;
    }
    // Its lifting was missed. The next finger is the first again, and only that counts.
    let at = 601 * 60_000;
    let presence = presence.step(Event::Down { pointer: Pointer::Finger(9), is_primary: true }, at, times).0;
    let presence = presence.step(Event::Up(Pointer::Finger(9)), at, times).0;
    assert_eq!(presence.step(Event::Tick, at + times.idle, times).1, Some(Effect::Ask));
}
