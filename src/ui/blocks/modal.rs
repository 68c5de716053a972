//! What every modal dialog does: it is open for as long as it is wanted, and a press beside it closes it.

use crate::platform::dialog;
use crate::ui::reactive::effect;
use leptos::ev::MouseEvent;
use leptos::html::Dialog;
use leptos::prelude::*;

/// Opens a dialog when it is wanted, and closes it when it is no more.
pub fn open_while(element: NodeRef<Dialog>, is_wanted: impl Fn() -> bool + 'static) {
    effect(move || {
        let is_wanted = is_wanted();
        if let Some(element) = element.get() {
            if is_wanted { dialog::open(&element) } else { dialog::close(&element) }
        }
    });
}

/// Closes a dialog if a press landed beside it, which is on the dialog itself.
pub fn close_beside(element: NodeRef<Dialog>, press: &MouseEvent) {
    if let Some(element) = element.get_untracked()
        && dialog::is_beside(&element, press.target())
    {
        dialog::close(&element);
    }
}
