//! Signals and memos that outlive what follows them.
//!
//! In the framework (`reactive_graph` 0.2), a part of the page that goes away stays in the list of everything it has
//! read, a signal's until that changes, a memo's for ever. Where both go together that is no matter. The state of the
//! app stays while pages come and go, and on a display that stands for weeks the lists would grow by thousands a day,
//! in memory and in the time that each change takes. So what lasts keeps account of its followers itself, and strikes
//! off those that are gone.

use leptos::prelude::*;
use leptos::reactive::graph::{AnySource, AnySubscriber, Observer, Source, ToAnySource};
use leptos::reactive::signal::ArcRwSignal;
use std::panic::Location;

use leptos::reactive::computed::ArcMemo;

/// A signal that outlives its followers.
pub type LastingSignal<T> = Lasting<RwSignal<T>>;
/// A memo that outlives its followers.
pub type LastingMemo<T> = Lasting<Memo<T>>;

/// A source that outlives its followers. It is read, and written where it can be, as it would be without.
#[derive(Debug)]
pub struct Lasting<S: 'static> {
    source: S,
    followers: StoredValue<Followers>,
}

impl<S: Copy> Clone for Lasting<S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S: Copy> Copy for Lasting<S> {}

impl<T: Send + Sync + 'static> LastingSignal<T> {
    /// A signal that begins with this value.
    pub fn new(value: T) -> Self {
        let source = ArcRwSignal::new(value);
        let followers = StoredValue::new(Followers::of(source.to_any_source()));
        Self { source: source.into(), followers }
    }
}

/// A value that is made anew when what it reads changes, and tells only of real changes.
pub fn lasting<T: PartialEq + Send + Sync + 'static>(make: impl Fn() -> T + Send + Sync + 'static) -> LastingMemo<T> {
    fn erased<T: PartialEq + Send + Sync + 'static>(make: Box<dyn Fn() -> T + Send + Sync>) -> LastingMemo<T> {
        let source = ArcMemo::new(move |_| make());
        let followers = StoredValue::new(Followers::of(source.to_any_source()));
        Lasting { source: source.into(), followers }
    }
    erased(Box::new(make))
}

/// Who has followed a source. One that is alive may be named more than once.
#[derive(Debug)]
struct Followers {
    source: AnySource,
    named: Vec<AnySubscriber>,
    /// With so many names the list is gone through. Twice what was left the last time, so that it costs little.
    limit: usize,
}

/// With fewer names than this it is not worth looking.
const FEW: usize = 64;

impl Followers {
    fn of(source: AnySource) -> Self {
        Self { source, named: Vec::new(), limit: FEW }
    }

    fn note(&mut self, follower: AnySubscriber) {
        self.named.push(follower);
        if self.named.len() < self.limit {
            return;
        }
        self.named.sort_unstable_by_key(|follower| follower.0);
        self.named.dedup_by_key(|follower| follower.0);
        let source = &self.source;
        self.named.retain(|follower| {
            let is_alive = follower.1.strong_count() > 0;
            if !is_alive {
                source.remove_subscriber(follower);
            }
            is_alive
        });
        self.limit = FEW.max(2 * self.named.len());
    }
}

impl<S: Track> Track for Lasting<S> {
    fn track(&self) {
        self.source.track();
        if let Some(follower) = Observer::get() {
            let _ = self.followers.try_update_value(|followers| followers.note(follower));
        }
    }
}

impl<S> DefinedAt for Lasting<S> {
    fn defined_at(&self) -> Option<&'static Location<'static>> {
        None
    }
}

impl<S: ReadUntracked> ReadUntracked for Lasting<S> {
    type Value = S::Value;

    fn try_read_untracked(&self) -> Option<Self::Value> {
        self.source.try_read_untracked()
    }
}

impl<S: IsDisposed> IsDisposed for Lasting<S> {
    fn is_disposed(&self) -> bool {
        self.source.is_disposed()
    }
}

impl<S: Notify> Notify for Lasting<S> {
    fn notify(&self) {
        self.source.notify();
    }
}

impl<S: Write> Write for Lasting<S> {
    type Value = S::Value;

    fn try_write(&self) -> Option<impl UntrackableGuard<Target = Self::Value>> {
        self.source.try_write()
    }

    fn try_write_untracked(&self) -> Option<impl std::ops::DerefMut<Target = Self::Value>> {
        self.source.try_write_untracked()
    }
}
