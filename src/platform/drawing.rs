//! Drawing elements one after the other.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

const SVG: &str = "http://www.w3.org/2000/svg";

/// A pen that draws into an element, replacing what was there.
#[derive(Debug)]
pub struct Pen {
    document: Document,
    /// The elements that are open, outermost first, and whether each is SVG.
    open: Vec<(Element, bool)>,
}

impl Pen {
    /// A pen for an element of the page; `None` when that has left every document.
    #[must_use]
    pub fn over(element: &Element) -> Option<Self> {
        element.set_text_content(None);
        Some(Self { document: element.owner_document()?, open: vec![(element.clone(), false)] })
    }

    /// Opens an element inside the one that is open.
    pub fn open(&mut self, tag: &str) {
        let is_svg = tag == "svg" || self.open.last().is_some_and(|(_, is_svg)| *is_svg);
        let made = if is_svg { self.document.create_element_ns(Some(SVG), tag) } else { self.document.create_element(tag) };
        // Only a malformed name can fail here, and names are written in the code.
        if let (Ok(made), Some((parent, _))) = (made, self.open.last()) {
            let _ = parent.append_child(&made);
            self.open.push((made, is_svg));
        }
    }

    /// Gives the open element an attribute.
    pub fn attribute(&self, name: &str, value: &str) {
        if let Some((element, _)) = self.open.last() {
            let _ = element.set_attribute(name, value);
        }
    }

    /// Writes a text into the open element.
    pub fn text(&self, text: &str) {
        if let Some((element, _)) = self.open.last() {
            let _ = element.append_child(&self.document.create_text_node(text));
        }
    }

    /// Closes the open element.
    pub fn close(&mut self) {
        self.open.pop();
    }
}

/// The mark of the nearest element around what was pressed that has one: the value of its `data-open`.
#[must_use]
pub fn mark_of(target: Option<web_sys::EventTarget>) -> Option<String> {
    let pressed = target?.dyn_into::<Element>().ok()?;
    pressed.closest("[data-open]").ok()??.get_attribute("data-open")
}
