//! Waiting for conditions.

use std::fmt::Display;
use std::time::{Duration, Instant};

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
