//! What goes on over time, as machines of states with time as an argument. A kiosk: who is before it, when it asks whether
//! anybody still is, and when it forgets; and what staff can set of it. An embedded page: when it tells its height.
//!
//! **Invariant:** nothing here knows a clock, a browser or a page; the same events at the same times give the same
//! states, and so ten thousand orders of events are a test of milliseconds.

mod gate;
mod keyboard;
mod presence;
mod settings;
mod sizer;

pub use gate::{Answer, Gate};
pub use keyboard::{Press, ROWS, SIGNS, Tone, pressed};
pub use presence::{Effect, Event, Phase, Pointer, Presence, TYPING, Times};
pub use settings::{CARD, DENSITY_BOUNDS, Night, Settings, TARGET, is_pin};
pub use sizer::{REST, Sizer, Sizing};
