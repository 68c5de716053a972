//! Signs of a person: pointers, keys and typing, wherever on the page.

use super::typing;
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Event, PointerEvent};

/// A sign of a person.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sign {
    /// A pointer went down: its number, and whether it is the first of its kind.
    Down(i32, bool),
    /// It went up, or was taken away.
    Up(i32),
    /// One moved.
    Moved,
    /// A key was pressed.
    Key,
    /// Something was typed.
    Typed,
}

/// Calls back at every sign, after whatever was touched has had its say (where it listens by itself and is not
/// delegated), for as long as the page lives. What scripts do by themselves is no sign.
pub fn watch(callback: impl Fn(Sign) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let pointer = event.dyn_ref::<PointerEvent>().map(|pointer| (pointer.pointer_id(), pointer.is_primary()));
        let sign = match (event.type_().as_str(), pointer) {
            ("pointerdown", Some((id, is_primary))) => Sign::Down(id, is_primary),
            ("pointerup" | "pointercancel", Some((id, _))) => Sign::Up(id),
            ("keydown", _) => Sign::Key,
            // A box that is ticked tells of input as well.
            ("input", _) if typing::text().is_some() => Sign::Typed,
            _ => Sign::Moved,
        };
        if event.is_trusted() {
            callback(sign);
        }
    });
    for event in ["pointerdown", "pointerup", "pointercancel", "pointermove", "wheel", "keydown", "input"] {
        let _ = window.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    }
    // The listener belongs to the page and goes with it.
    listener.forget();
}
