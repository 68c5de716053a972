//! The data for people who work with it: files, disputes with their points, gaps, and what nobody publishes.

use super::chart::points;
use super::node::Node;
use super::parts::opener;
use super::unpublished::unpublished_of_all;
use crate::address::ViewQuery;
use crate::domain::catalogue::Catalogue;
use crate::present::data::{DisputeView, FileView, GapView, data_view};
use crate::present::reader::Reader;
use crate::present::words::Words;

/// Everything of the data page but its heading and what could not be used.
#[must_use]
pub fn data_of_all(catalogue: &Catalogue, query: &ViewQuery, reader: &Reader) -> Node {
    let (view, words) = (data_view(catalogue, query, reader), reader.words());
    let disputes = view.disputes.iter().map(|it| dispute(it, catalogue, reader));
    Node::new("div")
        .child(Node::new("div").class("record__part").child(Node::new("p").text(view.summary.as_str())))
        .child(part(words.downloads, None).child(files(&view.files, words)))
        .child(
            part(words.disputes_heading, Some(words.disputes_lead)).child(Node::new("ul").class("disputes").children(disputes)),
        )
        .child(
            part(words.gaps_heading, Some(words.gaps_lead))
                .child(Node::new("ul").class("gaps").children(view.gaps.iter().map(|it| gap(it, words)))),
        )
        .child(part(words.missing_heading, Some(words.missing_lead)).child(unpublished_of_all(catalogue, query, reader)))
}

fn part(heading: &str, lead: Option<&str>) -> Node {
    Node::new("section")
        .class("record__part")
        .child(Node::new("h2").text(heading))
        .children(lead.map(|lead| Node::new("p").text(lead)))
}

fn files(files: &[FileView], words: &'static Words) -> Node {
    let head = |text: &str| Node::new("th").with("scope", "col").text(text);
    let row = |file: &FileView| {
        let name = Node::new("a").with("href", file.href.as_str()).with("download", file.name).text(file.name);
        let schema = Node::new("a").with("href", file.schema.as_str()).with("download", "").text(words.schema);
        Node::new("tr")
            .child(Node::new("th").with("scope", "row").child(name))
            .child(Node::new("td").text(file.holds.as_str()))
            .child(Node::new("td").child(schema))
    };
    let heads = [words.file_heading, words.holds_heading, words.schema].map(head);
    let table = Node::new("table")
        .child(Node::new("caption").class("visually-hidden").text(words.downloads))
        .child(Node::new("thead").child(Node::new("tr").children(heads)))
        .child(Node::new("tbody").children(files.iter().map(row)));
    let frame = Node::new("div").class("plain-table").with("role", "region").with("tabindex", "0");
    frame.with("aria-label", words.downloads).child(table)
}

fn dispute(view: &DisputeView, catalogue: &Catalogue, reader: &Reader) -> Node {
    let words = reader.words();
    let (state, kind) = if view.is_open { (words.dispute_open, "warning") } else { (words.dispute_explained, "plain") };
    let subject = Node::new("a").with("href", view.subject.href.as_str()).text(view.subject.label.as_str());
    let mut head = Node::new("p")
        .child(Node::new("span").class("badge").with("data-kind", kind).text(state))
        .text(" ")
        .child(subject)
        .text(words.labelled("", ""))
        .child(Node::new("strong").text(view.attribute.as_str()));
    if let Some(range) = &view.range {
        head = head.text(" ").child(Node::new("span").class("dispute__range").text(range.as_str()));
    }
    let drawn = view.range.as_ref().and_then(|_| points(catalogue, &view.cell, reader));
    let open = opener(&view.cell, &view.key, words.open_claims);
    Node::new("li")
        .class("dispute")
        .child(head)
        .children(drawn)
        .children((!view.why.is_empty()).then(|| Node::new("p").text(view.why.as_str())))
        .child(open)
}

fn gap(view: &GapView, words: &'static Words) -> Node {
    let subject = Node::new("a").with("href", view.subject.href.as_str()).text(view.subject.label.as_str());
    let note = (!view.note.is_empty()).then(|| Node::new("span").class("quiet").text(format!(" {}", view.note)));
    Node::new("li").child(subject).text(words.labelled("", &view.what)).children(note)
}
