//! A dossier on paper: title, question, figures, and the claims behind them as numbered notes.

use super::node::Node;
use super::parts::{figure, source};
use crate::carry::{DossierView, NoteView, Qr, SheetCell, SheetHead, SheetRow, SheetView};
use crate::domain::record::Side;
use crate::present::table::CellState;
use crate::present::words::Words;

/// The dossier as it is printed.
#[must_use]
pub fn dossier(view: &DossierView, words: &'static Words) -> Node {
    let asked = view.question.iter().map(|(name, chosen)| {
        Node::new("div").child(Node::new("dt").text(name.as_str())).child(Node::new("dd").text(chosen.as_str()))
    });
    Node::new("article")
        .class("dossier")
        .child(
            Node::new("header")
                .class("dossier__head")
                .child(
                    Node::new("div")
                        .child(Node::new("p").class("dossier__kicker").text(format!("{} · {}", words.site, view.date)))
                        .child(Node::new("h1").text(view.title.as_str()))
                        .child(Node::new("dl").class("dossier__question").children(asked))
                        .child(Node::new("p").class("dossier__address").text(view.link.as_str())),
                )
                .children(view.qr.as_ref().map(|code| qr(code, words.qr_label))),
        )
        .children(view.sheets.iter().map(|it| sheet(it, words)))
        .child(Node::new("h2").text(words.notes_heading))
        .child(Node::new("p").class("dossier__lead").text(words.notes_lead))
        .child(Node::new("ol").class("dossier__notes").children(view.notes.iter().map(|it| note(it, words))))
        .child(Node::new("p").class("dossier__lead").text(words.footer))
}

/// A QR code as a picture that stays sharp at any size.
#[must_use]
pub fn qr(code: &Qr, label: &'static str) -> Node {
    Node::new("svg")
        .class("qr")
        .with("viewBox", format!("0 0 {0} {0}", code.size))
        .with("role", "img")
        .with("aria-label", label)
        .child(Node::new("path").class("qr__ground").with("d", format!("M0 0h{0}v{0}h-{0}z", code.size)))
        .child(Node::new("path").class("qr__code").with("d", code.path.as_str()))
}

fn sheet(sheet: &SheetView, words: &'static Words) -> Node {
    let columns: usize = sheet.heads.iter().map(|head| head.span).sum();
    let has_legs = sheet.heads.iter().any(|head| !head.legs.is_empty());
    let head = |head: &SheetHead| {
        Node::new("th").with("scope", "colgroup").with("colspan", head.span.to_string()).text(head.name.as_str())
    };
    let leg = |(name, side): &(String, Side)| {
        Node::new("th").class("dossier__leg").with("scope", "col").with("data-side", Side::name(Some(*side))).text(name.as_str())
    };
    let legs = |head: &SheetHead| -> Vec<Node> {
        if head.legs.is_empty() { vec![Node::new("td")] } else { head.legs.iter().map(leg).collect() }
    };
    let top = Node::new("tr").child(Node::new("td")).children(sheet.heads.iter().map(head));
    let bottom = has_legs.then(|| Node::new("tr").child(Node::new("td")).children(sheet.heads.iter().flat_map(legs)));
    let groups = sheet.groups.iter().map(|group| {
        let name = Node::new("th").class("dossier__group").with("scope", "rowgroup").with("colspan", (columns + 1).to_string());
        Node::new("tbody")
            .child(Node::new("tr").child(name.text(group.name.as_str())))
            .children(group.rows.iter().map(|it| row(it, words)))
            .children((!group.unpublished.is_empty()).then(|| {
                let name = Node::new("th").with("scope", "row").text(words.not_published);
                let names = Node::new("td").with("colspan", columns.to_string()).text(words.enumerated(&group.unpublished));
                Node::new("tr").class("dossier__missing").child(name).child(names)
            }))
    });
    Node::new("table").class("dossier__sheet").child(Node::new("thead").child(top).children(bottom)).children(groups)
}

fn row(row: &SheetRow, words: &'static Words) -> Node {
    let whole = row.of_pairs.then(|| Node::new("small").text(words.of_the_pair));
    let name = Node::new("th").with("scope", "row").text(row.name.as_str()).children(whole);
    Node::new("tr").child(name).children(row.cells.iter().map(|it| cell(it, words)))
}

fn cell(shown: &SheetCell, words: &'static Words) -> Node {
    let cell = &shown.cell;
    let more = (cell.more > 0).then(|| Node::new("small").text(words.and_more(cell.more)));
    let best = cell.is_best.then(|| Node::new("small").text(words.best));
    let from = cell.inherited_from.as_ref().map(|place| Node::new("small").text(words.inherited(place)));
    let is_unpublished = matches!(cell.state, CellState::Unpublished { .. });
    let unpublished = is_unpublished.then(|| Node::new("span").class("unpublished").text(words.not_published));
    let state = cell.state.note(words).map(|note| Node::new("small").text(note));
    let notes = (!shown.notes.is_empty()).then(|| Node::new("small").class("dossier__mark").text(format!("[{}]", shown.notes)));
    Node::new("td")
        .with("colspan", cell.span.to_string())
        .children(cell.figures.iter().map(|it| Node::new("div").child(figure(it, words))))
        .children(unpublished)
        .children(more)
        .children(best)
        .children(state)
        .children(from)
        .children(notes)
}

fn note(note: &NoteView, words: &'static Words) -> Node {
    let claim = &note.claim;
    let behind = match &claim.source {
        Some(known) => source(known, words),
        None => Node::new("span").text(claim.without_source.as_str()),
    };
    let said = claim.note.as_ref().map(|note| Node::new("span").text(format!(" {note}. ")));
    Node::new("li")
        .children(note.about.as_ref().map(|about| Node::new("strong").text(about.as_str())))
        .text(" ")
        .child(Node::new("span").class("dossier__mark").text(format!("[{}]", note.number)))
        .text(" ")
        .child(figure(&claim.figure, words))
        .text(" ")
        .children(said)
        .child(behind)
        .text(format!(" · {}", claim.confidence))
}
