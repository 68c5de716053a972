//! Sectors against legs, as a table.

use super::node::Node;
use crate::address::{Route, ViewQuery};
use crate::domain::catalogue::Catalogue;
use crate::domain::record::{Pair, Side};
use crate::present::compare::compared_pairs;
use crate::present::link::LinkView;
use crate::present::matrix::{MatrixHead, MatrixRow, MatrixView, Share, matrix};
use crate::present::reader::Reader;
use crate::present::words::Words;

/// The sectors of what an address compares, or of its pair; `None` where there is nothing to set side by side.
#[must_use]
pub fn sectors_of_view(catalogue: &Catalogue, route: &Route, query: &ViewQuery, reader: &Reader) -> Option<Node> {
    let pairs: Vec<&Pair> = match route {
        Route::Pair(id) => catalogue.pairs().get(id).into_iter().collect(),
        Route::Compare => compared_pairs(catalogue, query),
        _ => Vec::new(),
    };
    let view = matrix(catalogue, &pairs, query, reader)?;
    Some(draw(&view, reader.words()))
}

fn draw(view: &MatrixView, words: &'static Words) -> Node {
    let top = |head: &MatrixHead| {
        let span = (head.legs.len() + 1).to_string();
        Node::new("th").with("scope", "colgroup").with("colspan", span).child(link(&head.link))
    };
    let leg = |(at, side): &(LinkView, Side)| {
        Node::new("th").class("matrix__leg").with("scope", "col").with("data-side", Side::name(Some(*side))).child(link(at))
    };
    let bottom = |head: &MatrixHead| {
        let mut legs: Vec<Node> = head.legs.iter().map(leg).collect();
        legs.push(Node::new("th").class("matrix__share").with("scope", "col").text(words.together));
        legs
    };
    let corner = Node::new("td").class("matrix__corner").with("rowspan", "2");
    let table = Node::new("table")
        .child(Node::new("caption").class("visually-hidden").text(words.sectors_matrix))
        .child(
            Node::new("thead")
                .child(Node::new("tr").child(corner).children(view.heads.iter().map(top)))
                .child(Node::new("tr").children(view.heads.iter().flat_map(bottom))),
        )
        .child(Node::new("tbody").children(view.rows.iter().map(|it| row(it, view, words))));
    let nowhere = (!view.nowhere.is_empty()).then(|| {
        let links = view.nowhere.iter().map(|it| Node::new("li").child(link(it)));
        Node::new("details")
            .class("matrix__nowhere")
            .child(Node::new("summary").text(words.nowhere))
            .child(Node::new("ul").class("link-list__links").children(links))
    });
    Node::new("section")
        .class("matrix")
        .child(Node::new("h2").text(words.sectors_matrix))
        .child(Node::new("p").class("hint").text(words.sectors_matrix_lead))
        .child(
            Node::new("div")
                .class("plain-table")
                .with("role", "region")
                .with("tabindex", "0")
                .with("aria-label", words.sectors_matrix)
                .child(table),
        )
        .children(nowhere)
}

fn row(row: &MatrixRow, view: &MatrixView, words: &'static Words) -> Node {
    let cells = row.pairs.iter().zip(&view.heads).flat_map(|((share, legs), head)| {
        let mut cells: Vec<Node> = legs.iter().zip(&head.legs).map(|(does, (_, side))| leg(*does, *side, words)).collect();
        cells
            .push(Node::new("td").class("matrix__share").with("data-share", share_name(*share)).text(share_words(*share, words)));
        cells
    });
    Node::new("tr").child(Node::new("th").with("scope", "row").child(link(&row.link))).children(cells)
}

/// A filled half for a leg that does it, an empty place for one that does not; each says so to those who do not see it.
fn leg(does: bool, side: Side, words: &'static Words) -> Node {
    // The halves of the sign for a pair: round outwards, straight where they join.
    let half = match side {
        Side::Home => "M14 2v20h-4a10 10 0 0 1 0-20z",
        Side::Partner => "M2 2h4a10 10 0 0 1 0 20h-4z",
    };
    let sign = Node::new("svg").class("matrix__sign").with("viewBox", "0 0 16 24").with("aria-hidden", "true");
    let said = Node::new("span").class("visually-hidden").text(if does { words.done_here } else { words.not_done_here });
    Node::new("td")
        .class("matrix__cell")
        .with("data-side", Side::name(Some(side)))
        .children(does.then(|| sign.child(Node::new("path").with("d", half))))
        .child(said)
}

fn share_name(share: Share) -> &'static str {
    match share {
        Share::Both => "both",
        Share::Only(side) => Side::name(Some(side)),
        Share::Neither => "neither",
    }
}

fn share_words(share: Share, words: &'static Words) -> &'static str {
    match share {
        Share::Both => words.share_both,
        Share::Only(Side::Home) => words.share_home,
        Share::Only(Side::Partner) => words.share_partner,
        Share::Neither => words.share_neither,
    }
}

fn link(to: &LinkView) -> Node {
    Node::new("a").with("href", to.href.as_str()).text(to.label.as_str())
}
