//! What stands on the display when the app can't be started any more: drawn by the watchdog, from what is left with it
//! here while all is well.

use crate::draw::Node;
use crate::present::kiosk::{FactView, SlideView};
use crate::wire::quoted;

/// A page without a program: a title, lines, and a code.
pub(super) struct LastGood {
    title: String,
    lines: Vec<String>,
    /// The dark squares of the code as a path, and its side.
    path: String,
    size: String,
    address: String,
}

impl LastGood {
    /// A pair as it is shown now, and an address with its code.
    pub(super) fn of(slide: Option<SlideView>, code: &Node, address: String) -> Self {
        let fact = |fact: &FactView| {
            let figure = &fact.figure;
            let parts = [&figure.value, &figure.unit, &figure.as_of].map(String::as_str);
            let figure = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
            format!("{}: {figure} ({})", fact.label, fact.source)
        };
        let title = slide.as_ref().map(|slide| slide.name.clone()).unwrap_or_default();
        let halves = slide.into_iter().flat_map(|slide| slide.halves);
        let lines = halves.flat_map(|half| std::iter::once(half.name).chain(half.facts.iter().map(fact).collect::<Vec<_>>()));
        let path = code.all("path").into_iter().filter_map(|path| path.attribute("d")).next_back().unwrap_or_default();
        let size = code.attribute("viewBox").and_then(|sides| sides.split(' ').next_back()).unwrap_or_default();
        Self { title, lines: lines.collect(), path: path.to_owned(), size: size.to_owned(), address }
    }

    /// As the watchdog reads it.
    pub(super) fn written(&self) -> String {
        let lines: Vec<String> = self.lines.iter().map(|line| quoted(line)).collect();
        format!(
            "{{\"title\": {}, \"lines\": [{}], \"path\": {}, \"size\": {}, \"address\": {}}}",
            quoted(&self.title),
            lines.join(", "),
            quoted(&self.path),
            quoted(&self.size),
            quoted(&self.address),
        )
    }
}
