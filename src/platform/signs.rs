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
    /// No finger is on the glass any more. A finger that scrolls is no pointer from then on, but is still there.
    Lifted,
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
            ("pointerup", Some((id, _))) => Sign::Up(id),
            ("pointercancel", Some((id, _))) if pointer_kind(&event) != "touch" => Sign::Up(id),
            ("touchend" | "touchcancel", _) if touches(&event) == 0 => Sign::Lifted,
            ("keydown", _) => Sign::Key,
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
    // The listener belongs to the page and goes with it.
    listener.forget();
}

fn pointer_kind(event: &Event) -> String {
    event.dyn_ref::<PointerEvent>().map(PointerEvent::pointer_type).unwrap_or_default()
}

/// The fingers that are on the glass after a touch event.
fn touches(event: &Event) -> u32 {
    let touches =
        js_sys::Reflect::get(event, &"touches".into()).and_then(|touches| js_sys::Reflect::get(&touches, &"length".into()));
    touches.ok().and_then(|length| length.as_f64()).map_or(0, |length| length as u32)
}
