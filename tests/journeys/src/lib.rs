//! What visitors do, told in their words and done in a real browser.
//!
//! A test describes a visit ([`Visit`]: how wide the window is, which language the browser prefers, what goes wrong at the server) and what happens
//! in it. Each visit has a browser of its own with nothing stored, and a server of its own where it does more than read; at most two run at a time. When
//! it ends, the console of the browser must be free of errors, but for those that the visit expects.
//!
//! Tests find things as people do: by role and name, by label, by what is written. Nothing waits for a time, everything for a condition.

#![expect(clippy::panic, clippy::expect_used, reason = "a test ends at the first thing that is not as it should be")]

use std::fmt::Display;
use std::time::{Duration, Instant};

mod acting;
mod browser;
mod driver;
mod hosts;
mod partner;
mod seeing;
mod soak;
mod stretched;
mod visit;

pub use acting::Place;
pub use browser::{Browser, Key, Wishes};
pub use hosts::{Caddy, Nginx};
pub use partner::Partner;
pub use seeing::{Cell, Claim, Row};
pub use soak::{Reading, STEADY, growth, soak};
pub use stretched::{IN_PLACE_OF, stretched_language};
pub use visit::{Visit, Visitor, dist, shipped, shipped_in};

/// After this long a condition counts as never coming true. Generous: a busy machine is not a failure.
pub const PATIENCE: Duration = Duration::from_secs(40);

/// How often a condition is looked at.
const STEP: Duration = Duration::from_millis(30);

/// Looks again and again until there is what is wanted. A look in vain says what was there in its place.
///
/// # Panics
/// When it does not come in time.
pub async fn until<T>(wanted: impl Display, mut look: impl AsyncFnMut() -> Result<T, String>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        match look().await {
            Ok(found) => return found,
            Err(instead) if Instant::now() > end => {
                panic!("waited {} s in vain for {wanted}; in its place: {instead}", PATIENCE.as_secs());
            }
            Err(_) => tokio::time::sleep(STEP).await,
        }
    }
}
