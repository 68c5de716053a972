//! What stands on the display when the app can't be started any more: drawn by the watchdog, from what is left with it
//! here while all is well.

use crate::draw::Node;
use crate::present::kiosk::{FactView, KioskWords, SlideView};
use crate::wire::quoted;

/// A page without a program: a title, lines, and a code.
pub(super) struct LastGood {
    title: String,
    lines: Vec<String>,
    /// The dark squares of the code as a path, its side, and what it says; empty where no phone can get to the site.
    path: String,
    size: String,
    address: String,
}

impl LastGood {
    /// A pair as it is shown now, and an address with its code.
    pub(super) fn of(slide: SlideView, code: Option<(Node, String)>, words: &KioskWords) -> Self {
        let fact = |fact: &FactView| {
            let figure = &fact.figure;
            let parts = [&figure.value, &figure.unit, &figure.as_of].map(String::as_str);
            let figure = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
            let disputing = (fact.disputing > 0).then(|| words.others_say(fact.disputing));
            let said_by: Vec<_> = std::iter::once(fact.source.clone()).chain(disputing).collect();
            format!("{}: {figure} ({})", fact.label, said_by.join(" · "))
        };
        let lines = slide
            .halves
            .into_iter()
            .flat_map(|half| std::iter::once(half.name).chain(half.facts.iter().map(fact).collect::<Vec<_>>()));
        let (path, size, address) = code.map_or_else(Default::default, |(code, address)| {
            let path = code.all("path").into_iter().filter_map(|path| path.attribute("d")).next_back().unwrap_or_default();
            let size = code.attribute("viewBox").and_then(|sides| sides.split(' ').next_back()).unwrap_or_default();
            (path.to_owned(), size.to_owned(), address)
        });
        Self { title: slide.name, lines: lines.collect(), path, size, address }
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
