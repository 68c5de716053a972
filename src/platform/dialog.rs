//! Modal dialogs: the browser keeps the focus inside and gives it back on closing.

use web_sys::{EventTarget, HtmlDialogElement};

/// Opens a dialog over the page; nothing happens when it is open already.
pub fn open(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        // It fails only on a dialog that left the page, and then there is nothing to open.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog.
pub fn close(dialog: &HtmlDialogElement) {
    if dialog.open() {
        dialog.close();
    }
}

/// Whether a press landed on the backdrop: on the dialog itself and on nothing inside it.
#[must_use]
pub fn is_beside(dialog: &HtmlDialogElement, target: Option<EventTarget>) -> bool {
    target.is_some_and(|target| target == EventTarget::from(dialog.clone()))
}
