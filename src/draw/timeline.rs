//! The line of years of a pair or park.

use super::node::Node;
use super::parts::{figure, opener};
use crate::address::Route;
use crate::domain::catalogue::Catalogue;
use crate::domain::dispute::Subject;
use crate::domain::record::Side;
use crate::present::compare::side_of;
use crate::present::reader::Reader;
use crate::present::timeline::{EntryView, TimelineView, YearView, timeline};
use crate::present::words::Words;

/// The line of the pair or park of a page; `None` where nothing is dated.
#[must_use]
pub fn timeline_of_view(catalogue: &Catalogue, route: &Route, reader: &Reader) -> Option<Node> {
    let subjects: Vec<(Subject, Option<Side>)> = match route {
        Route::Pair(id) => {
            let pair = catalogue.pairs().get(id)?;
            let legs = pair.legs().map(|(side, leg)| (Subject::Park(leg.clone()), Some(side)));
            std::iter::once((Subject::Pair(id.clone()), None)).chain(legs).collect()
        }
        Route::Park(id) => vec![(Subject::Park(id.clone()), Some(side_of(catalogue.parks().get(id)?)))],
        Route::Context(id) => vec![(Subject::Context(id.clone()), None)],
        _ => Vec::new(),
    };
    Some(draw(&timeline(catalogue, &subjects, reader)?, reader.words()))
}

fn draw(view: &TimelineView, words: &'static Words) -> Node {
    Node::new("section")
        .class("year-line")
        .child(Node::new("h2").text(words.year_line))
        .child(Node::new("p").class("hint").text(words.year_line_lead))
        .child(Node::new("ol").class("year-line__years").children(view.years.iter().map(|it| year(it, words))))
}

fn year(year: &YearView, words: &'static Words) -> Node {
    let ahead = year.is_ahead.then(|| Node::new("small").text(words.ahead));
    let name = Node::new("h3").class("year-line__year").text(year.year.to_string()).children(ahead);
    let list = |entries: &[EntryView]| {
        let drawn: Vec<Node> = entries.iter().map(|it| entry(it, words)).collect();
        (!drawn.is_empty()).then(|| Node::new("ul").class("year-line__entries").children(drawn))
    };
    // Events are few and tell the story; figures are many, and unfold where there are events to read first.
    let figures = list(&year.figures).map(|list| {
        let count = Node::new("summary").text(format!("{} ({})", words.figures_of_year, year.figures.len()));
        Node::new("details").child(count).child(list)
    });
    Node::new("li")
        .with("data-ahead", year.is_ahead.to_string())
        .child(name)
        .child(Node::new("div").class("year-line__said").children(list(&year.events)).children(figures))
}

fn entry(entry: &EntryView, words: &'static Words) -> Node {
    let whose = entry.whose.as_ref().map(|whose| Node::new("small").text(format!(" {whose}")));
    let name = opener(&entry.key, &format!("year-{}", entry.claim), &entry.name);
    Node::new("li")
        .class("year-line__entry")
        .with("data-side", Side::name(entry.side))
        .with("data-planned", entry.is_planned.to_string())
        .child(name)
        .children(whose)
        .text(" ")
        .child(figure(&entry.figure, words))
        .child(Node::new("small").text(format!(" · {}", entry.source)))
        .children(entry.note.as_ref().map(|note| Node::new("div").text(note.as_str())))
}
