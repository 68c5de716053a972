//! Signs of a person: pointers, keys and typing, wherever on the page.

use super::typing;
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Event, PointerEvent, TouchEvent};

/// What points: its number, and whether it is a finger.
pub type Pointing = (i32, bool);

/// A sign of a person.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sign {
    /// A pointer went down, which may be the first of its kind.
    Down(Pointing, bool),
    /// It went up, or was taken away.
    Up(Pointing),
    /// No finger is on the glass any more. A finger that scrolls is no pointer from then on, but is still there.
    Lifted,
    /// One moved.
    Moved,
    /// A key was pressed, or something else than a pointer pressed a button.
    Key,
    /// Something was typed.
    Typed,
}

/// Calls back at every sign, after whatever was touched has had its say (where it listens by itself and is not
/// delegated), for as long as the page lives. What scripts do by themselves is no sign.
pub fn watch(callback: impl Fn(Sign) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let pointer = event.dyn_ref::<PointerEvent>();
        let pointing = pointer.map(|pointer| (pointer.pointer_id(), pointer.pointer_type() == "touch"));
        let is_primary = pointer.is_some_and(PointerEvent::is_primary);
        let sign = match (event.type_().as_str(), pointing) {
            ("pointerdown", Some(pointing)) => Sign::Down(pointing, is_primary),
            ("pointerup", Some(pointing)) => Sign::Up(pointing),
            ("pointercancel", Some(pointing @ (_, false))) => Sign::Up(pointing),
            ("touchend" | "touchcancel", _) if is_last_finger(&event) => Sign::Lifted,
            ("keydown" | "click", _) => Sign::Key,
            // A box that is ticked tells of input as well.
            ("input", _) if typing::text().is_some() => Sign::Typed,
            _ => Sign::Moved,
        };
        if event.is_trusted() {
            callback(sign);
        }
    });
    let ends = listener.as_ref().clone();
    let follow = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        // The end of a touch is told where it began, even if that is no part of the page any more.
        for end in ["touchend", "touchcancel"] {
            let _ = event.target().map(|target| target.add_event_listener_with_callback(end, ends.unchecked_ref()));
        }
    });
    let _ = window.add_event_listener_with_callback("touchstart", follow.as_ref().unchecked_ref());
    follow.forget();
    for event in ["pointerdown", "pointerup", "pointercancel", "pointermove", "wheel", "keydown", "input"] {
        let _ = window.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    }
    // A screen reader presses without pointer or key. It is heard before what it presses, which may end the visit.
    let _ = window.add_event_listener_with_callback_and_bool("click", listener.as_ref().unchecked_ref(), true);
    // The listener belongs to the page and goes with it.
    listener.forget();
}

/// Whether no finger is on the glass any more after a touch has ended.
fn is_last_finger(event: &Event) -> bool {
    event.dyn_ref::<TouchEvent>().is_none_or(|touch| touch.touches().length() == 0)
}
