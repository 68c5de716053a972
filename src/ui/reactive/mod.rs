//! Memos, effects, live parts of a page and words behind pointers.
//!
//! The framework makes its machinery anew for every closure it is given, a kilobyte and more each. Behind a pointer
//! there is one copy per type of value, which keeps the download small.

mod lasting;

pub(super) use lasting::{LastingMemo, LastingSignal, lasting};

use crate::present::words::Words;
use leptos::prelude::*;

/// A value that is made anew when what it reads changes, and tells only of real changes.
pub(super) fn memo<T: PartialEq + Send + Sync + 'static>(make: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    erased(Box::new(make))
}

fn erased<T: PartialEq + Send + Sync + 'static>(make: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
    Memo::new(move |_| make())
}

/// A value that is made anew whenever it is read after a change.
pub(super) fn derived<T: Send + Sync + 'static>(make: impl Fn() -> T + Send + Sync + 'static) -> Signal<T> {
    let make: Box<dyn Fn() -> T + Send + Sync> = Box::new(make);
    Signal::derive(make)
}

/// A part of the page that is drawn anew when what it reads changes.
pub(super) fn live<V: IntoView + 'static>(draw: impl Fn() -> V + Send + 'static) -> AnyView {
    fn drawn(draw: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
        (move || draw()).into_any()
    }
    drawn(Box::new(move || draw().into_any()))
}

/// Something done to the outside world whenever what it reads changes.
pub(super) fn effect(run: impl Fn() + 'static) {
    fn done(run: Box<dyn Fn()>) {
        Effect::new(move |_| run());
    }
    done(Box::new(run));
}

/// A part of a view that may not be there yet; its default until then.
pub(super) fn part<V, T>(view: Signal<Option<V>>, get: fn(&V) -> T) -> Memo<T>
where
    V: Send + Sync + 'static,
    T: Default + PartialEq + Send + Sync + 'static,
{
    memo(move || view.with(|view| view.as_ref().map(get).unwrap_or_default()))
}

/// A message in the language of the moment.
pub(super) fn say(words: Signal<&'static Words>, get: fn(&'static Words) -> &'static str) -> Signal<&'static str> {
    Signal::derive(move || get(words.get()))
}

/// Counts one more, and gives the number. A count that is gone stays at nothing.
pub(super) fn next_of(count: StoredValue<u32>) -> u32 {
    let next = count.try_update_value(|count| {
        *count = count.wrapping_add(1);
        *count
    });
    next.unwrap_or_default()
}
