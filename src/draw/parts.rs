//! Parts that several drawings share.

use super::node::Node;
use crate::present::claims::{CellKey, SourceView};
use crate::present::figure::FigureView;
use crate::present::words::Words;

/// What opens the claims of a cell. `place` tells it from others with the same claims, so that the focus finds it again.
pub(super) fn opener(key: &CellKey, place: &str, name: &str) -> Node {
    Node::new("button")
        .class("opener")
        .with("type", "button")
        .with("data-open", key.mark())
        .with("data-key", format!("{place}-{}", key.mark()))
        .with("aria-haspopup", "dialog")
        .text(name)
}

/// A figure: value first, unit small, date smaller, and words for kind and scope.
pub(super) fn figure(figure: &FigureView, words: &'static Words) -> Node {
    let badge = |text: &str| Node::new("span").class("badge").text(text);
    let marks = [&figure.kind, &figure.scope, &figure.lapse, &figure.lacking];
    let mut meta = Node::new("span").class("figure__meta");
    if !figure.as_of.is_empty() {
        meta = meta.child(Node::new("span").class("figure__date").text(figure.as_of.as_str()));
    }
    for mark in marks.into_iter().flatten() {
        meta = meta.text(" ").child(badge(mark));
    }
    if figure.is_unverified {
        meta = meta.text(" ").child(badge(words.unverified_mark));
    }
    let unit = words.behind(&figure.unit);
    Node::new("span")
        .class("figure")
        .with("data-text", figure.is_text.to_string())
        .child(Node::new("span").class("figure__value").text(figure.value.as_str()))
        .children((!unit.is_empty()).then(|| Node::new("span").class("figure__unit").text(unit)))
        .text(" ")
        .child(meta)
}

/// A source in a line: publisher, date, title, address.
pub(super) fn source(source: &SourceView, words: &'static Words) -> Node {
    let mirror = if source.is_mirror { format!(" ({})", words.mirror) } else { String::new() };
    let line =
        Node::new("span").text(words.published_by(&source.publisher, &source.date)).text(format!("{}{mirror}", source.title));
    match &source.url {
        Some(url) => line.text(" ").child(Node::new("span").class("dossier__address").text(url.as_str())),
        None => line,
    }
}
