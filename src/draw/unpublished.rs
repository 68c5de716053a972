//! What nobody publishes, park by park.

use super::node::Node;
use crate::address::ViewQuery;
use crate::domain::catalogue::Catalogue;
use crate::present::reader::Reader;
use crate::present::unpublished::{UnpublishedView, unpublished};
use crate::present::words::Words;

/// The list of parks, each unfolding what is missing of it.
#[must_use]
pub fn unpublished_of_all(catalogue: &Catalogue, query: &ViewQuery, reader: &Reader) -> Node {
    let parks = unpublished(catalogue, query, reader);
    Node::new("ul").class("missing").children(parks.iter().map(|it| park(it, reader.words())))
}

fn park(view: &UnpublishedView, words: &'static Words) -> Node {
    let link = Node::new("a").with("href", view.park.href.as_str()).text(view.park.label.as_str());
    let count = words.published_of(view.published, view.total);
    let all = Node::new("p").text(words.enumerated(&view.missing));
    let summary = Node::new("summary").text(count);
    Node::new("li").class("missing__park").child(link).child(Node::new("details").child(summary).child(all))
}
